//! Who of the house opened what.

use super::glasses::Glasses;
use crate::{
    hand::hand,
    pages::{
        paged::{Older, growing},
        shared::Still,
    },
    parts::{Empty, Face, Line, Note, Page, Section, Shape, Tag, icons, listed},
    places::{Place, View},
    speech::{say, t},
    words,
};
use chartkey_protocol::Opening;
use leptos::prelude::*;

/// Who of the house opened what, and whose glass was broken.
#[component]
pub(crate) fn Accesses() -> impl IntoView {
    view! {
        <Page title=t!("place-accesses") lead=t!("accesses-lead").signal()>
            <Note icon=icons::EYE>{t!("accesses-note")}</Note>
            <Emergencies />
            <Openings />
        </Page>
    }
}

#[component]
fn Openings() -> impl IntoView {
    let hand = hand();
    let openings = growing(move |paging| async move { Ok(hand.session()?.oracle().openings(&paging).await?) });
    let line = |row: &Opening| view! { <One row=row.clone() /> };
    view! {
        <Section title=t!("accesses-records")>
            <Still
                of=openings.list
                awaited=t!("accesses-awaited").signal()
                lines=5
                children=move |told| {
                    listed(
                        told.rows.iter().map(line),
                        || view! { <Empty icon=icons::EYE title=t!("accesses-none") note=t!("accesses-none-note") /> },
                    )
                }
            />
            <Older of=openings />
        </Section>
    }
}

#[component]
fn One(row: Opening) -> impl IntoView {
    let hand = hand();
    let Opening { reader, patient, record, at } = row;
    let own = move || hand.me() == Some(reader);
    let name = Signal::derive(move || hand.name_of(reader));
    let shape = if untrack(own) { Shape::House } else { Shape::Person };
    view! {
        <Line
            title=move || say!("accesses-opened", reader = name.get(), patient = hand.name_of(patient))
            note=move || words::capital(&words::near_time(at))
            mark=move || view! { <Face name=name shape=shape /> }
            after=move || own().then(|| view! { <Tag>{t!("accesses-house")}</Tag> })
            to=Place::Record(record, View::Read)
        />
    }
}

/// Whose glass was broken by the house itself.
#[component]
fn Emergencies() -> impl IntoView {
    view! {
        <Section
            title=t!("accesses-emergencies")
            after=|| view! { <a href=Place::Rescue.path()>{t!("place-rescue")}</a> }
        >
            <Glasses />
        </Section>
    }
}
