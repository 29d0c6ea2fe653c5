//! Every page, and in which piece it comes.

use super::{drawn, piece};
use crate::{
    pages::{self, admin, doctor, everyone, gate, hospital, patient, pharmacy},
    places::Place,
};
use leptos::prelude::*;

/// The page of an address.
pub(crate) fn page(place: Place) -> AnyView {
    match place {
        Place::Welcome => view! { <pages::Welcome /> }.into_any(),
        Place::More => view! { <pages::More /> }.into_any(),
        Place::Nowhere => view! { <pages::Nowhere /> }.into_any(),
        place => drawn(load_page, move || page_within(place)),
    }
}

/// A page while there is no connection.
pub(crate) fn alone(place: Place) -> AnyView {
    drawn(load_alone, move || page_alone(place))
}

piece! { load_alone:
    /// Without a connection, in place of every page.
    fn page_alone(place: Place) -> AnyView {
        view! { <pages::hand::Alone place=place /> }.into_any()
    }
}

piece! { load_page:
    /// All but the first.
    fn page_within(place: Place) -> AnyView {
        match place {
            Place::Join => view! { <gate::Join /> }.into_any(),
            Place::Apply => view! { <gate::Apply /> }.into_any(),
            Place::Unlock => view! { <gate::Unlock /> }.into_any(),
            Place::Recover => view! { <gate::Recover /> }.into_any(),
            Place::Shared => view! { <gate::Shared /> }.into_any(),
            Place::Vault => view! { <everyone::Vault /> }.into_any(),
            Place::Settings => view! { <pages::Settings /> }.into_any(),
            Place::Home => view! { <patient::Home /> }.into_any(),
            Place::Records => view! { <patient::Records /> }.into_any(),
            Place::Record(record, view) => view! { <patient::Record record=record view=view /> }.into_any(),
            Place::Reading(record, finding) => view! { <patient::Reading record=record finding=finding /> }.into_any(),
            Place::Add => view! { <patient::Add /> }.into_any(),
            Place::Sharing => view! { <patient::Sharing /> }.into_any(),
            Place::Give => view! { <patient::Give /> }.into_any(),
            Place::Asked(reader, purpose) => view! { <patient::Asked reader=reader purpose=purpose /> }.into_any(),
            Place::Held(reader, purpose) => view! { <patient::Held reader=reader purpose=purpose /> }.into_any(),
            Place::Links => view! { <patient::Links /> }.into_any(),
            Place::NewLink => view! { <patient::NewLink /> }.into_any(),
            Place::Emergency => view! { <patient::Emergency /> }.into_any(),
            Place::Log => view! { <patient::Log /> }.into_any(),
            Place::Visits => view! { <patient::Visits /> }.into_any(),
            Place::Visit(visit) => view! { <patient::Visit visit=visit /> }.into_any(),
            Place::AskVisit(doctor) => view! { <patient::AskVisit doctor=doctor /> }.into_any(),
            Place::Prescriptions => view! { <patient::Prescriptions /> }.into_any(),
            Place::Prescription(id) => view! { <patient::Prescription prescription=id /> }.into_any(),
            Place::Health => view! { <patient::Health /> }.into_any(),
            Place::Guardians => view! { <patient::Guardians /> }.into_any(),
            Place::Export => view! { <patient::Export /> }.into_any(),
            Place::Today => view! { <doctor::Today /> }.into_any(),
            Place::Patients => view! { <doctor::Patients /> }.into_any(),
            Place::AskKey => view! { <doctor::AskKey /> }.into_any(),
            Place::Chart(patient) => view! { <doctor::Chart patient=patient /> }.into_any(),
            Place::WriteReport(patient) => view! { <doctor::WriteReport patient=patient /> }.into_any(),
            Place::WriteNote(patient) => view! { <doctor::WriteNote patient=patient /> }.into_any(),
            Place::Prescribe(patient) => view! { <doctor::Prescribe patient=patient /> }.into_any(),
            Place::SignOff => view! { <doctor::SignOff /> }.into_any(),
            Place::Finding(record, finding) => view! { <doctor::Finding record=record finding=finding /> }.into_any(),
            Place::Opinion(record) => view! { <doctor::Opinion record=record /> }.into_any(),
            Place::Prescribed => view! { <doctor::Prescribed /> }.into_any(),
            Place::Listing => view! { <doctor::Listing /> }.into_any(),
            Place::House => view! { <hospital::House /> }.into_any(),
            Place::Doctors => view! { <hospital::Doctors /> }.into_any(),
            Place::Desk => view! { <hospital::Desk /> }.into_any(),
            Place::Rescue => view! { <hospital::Rescue /> }.into_any(),
            Place::Accesses => view! { <hospital::Accesses /> }.into_any(),
            Place::Counter => view! { <pharmacy::Counter /> }.into_any(),
            Place::Dispensed => view! { <pharmacy::Dispensed /> }.into_any(),
            Place::Applications => view! { <admin::Applications /> }.into_any(),
            Place::Application(who) => view! { <admin::Application who=who /> }.into_any(),
            Place::Professionals => view! { <admin::Professionals /> }.into_any(),
            Place::Admins => view! { <admin::Admins /> }.into_any(),
            Place::Workers => view! { <admin::Workers /> }.into_any(),
            Place::Assignments => view! { <admin::Assignments /> }.into_any(),
            Place::Directory => view! { <everyone::Directory /> }.into_any(),
            Place::Professional(who) => view! { <everyone::Professional who=who /> }.into_any(),
            Place::Explorer => view! { <everyone::Explorer /> }.into_any(),
            Place::Block(height) => view! { <everyone::Block height=height /> }.into_any(),
            Place::Doings(who) => view! { <everyone::Doings who=who /> }.into_any(),
            Place::Notices => view! { <everyone::Notices /> }.into_any(),
            Place::Help => view! { <everyone::Help /> }.into_any(),
            #[cfg(feature = "development")]
            Place::Gallery => view! { <pages::Gallery /> }.into_any(),
            #[cfg(not(feature = "development"))]
            Place::Gallery => view! { <pages::Nowhere /> }.into_any(),
            Place::Welcome | Place::More | Place::Nowhere => view! { <pages::Nowhere /> }.into_any(),
        }
    }
}
