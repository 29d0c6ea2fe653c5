//! The app: who is here, which page that is, and the frame around it.

use crate::{
    hand::{Hand, Stage, hand},
    pages::{self, admin, doctor, everyone, gate, hospital, patient, pharmacy},
    parts::{SigningDialog, Toasts},
    places::Place,
    shell::{Frame, Standing},
    words,
};
use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    hooks::use_location,
    path,
};

/// The app.
#[component]
pub(crate) fn App() -> impl IntoView {
    words::tick();
    provide_context(Standing::of_hand(Hand::provide()));
    view! {
        <Router>
            // One route takes every address: `Place` reads it, so that a page is given records and people, not texts.
            <FlatRoutes fallback=pages::Nowhere>
                <Route path=path!("/*any") view=Pages />
            </FlatRoutes>
        </Router>
        <SigningDialog />
        <Toasts />
    }
}

/// What stands in the frame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// The vault is closed.
    Unlock,
    /// There is none yet.
    Join,
    /// There is no connection; the vault is open from this device's copy.
    Alone(Place),
    /// It is somebody else's page.
    NotYours,
    /// The page of the address.
    Page(Place),
}

/// The page of the address, in its frame.
#[component]
fn Pages() -> impl IntoView {
    let path = use_location().pathname;
    let place = Memo::new(move |_| Place::at(&path.get()));
    let (standing, hand) = (expect_context::<Standing>(), hand());
    // A page is not made anew because its owner went a step further while it was open.
    let shown = Memo::new(move |_| {
        let place = place.get();
        match (standing.fits(place), standing.stage.get()) {
            (fits, Stage::Offline) if hand.is_alone() && (fits.is_some() || place == Place::Unlock) => {
                Shown::Alone(place)
            }
            (Some(_), Stage::Newcomer) => Shown::Join,
            // The way in stands where the page will be.
            (Some(_), stage) if stage < Stage::Open => Shown::Unlock,
            (Some(false), _) => Shown::NotYours,
            (Some(true) | None, _) => Shown::Page(place),
        }
    });
    view! {
        <Frame place=place>
            <pages::shared::MenuCounts />
            <pages::hand::Ended />
            {move || match shown.get() {
                Shown::Unlock => view! { <gate::Unlock /> }.into_any(),
                Shown::Join => view! { <gate::Join /> }.into_any(),
                Shown::Alone(place) => view! { <pages::hand::Alone place=place /> }.into_any(),
                Shown::NotYours => view! { <pages::NotYours /> }.into_any(),
                Shown::Page(place) => page(place),
            }}
        </Frame>
    }
}

/// Every page there is.
fn page(place: Place) -> AnyView {
    match place {
        Place::Welcome => view! { <pages::Welcome /> }.into_any(),
        Place::Join => view! { <gate::Join /> }.into_any(),
        Place::Apply => view! { <gate::Apply /> }.into_any(),
        Place::Unlock => view! { <gate::Unlock /> }.into_any(),
        Place::Recover => view! { <gate::Recover /> }.into_any(),
        Place::Shared => view! { <gate::Shared /> }.into_any(),
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
        Place::Vault => view! { <everyone::Vault /> }.into_any(),
        Place::Settings => view! { <pages::Settings /> }.into_any(),
        Place::More => view! { <pages::More /> }.into_any(),
        #[cfg(feature = "development")]
        Place::Gallery => view! { <pages::Gallery /> }.into_any(),
        #[cfg(not(feature = "development"))]
        Place::Gallery => view! { <pages::Nowhere /> }.into_any(),
        Place::Nowhere => view! { <pages::Nowhere /> }.into_any(),
    }
}
