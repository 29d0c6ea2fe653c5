//! Who of the house opened what.

use crate::{
    ask::asked,
    hand::hand,
    pages::{
        paged::{Older, growing},
        shared::Still,
    },
    parts::{Empty, Face, Left, Line, List, Note, Page, Section, Shape, Tag, Tone, icons},
    places::{Place, View},
    speech::{say, t},
    words,
};
use chartkey_protocol::{EmergencyRow, Opening};
use leptos::prelude::*;

/// Who of the house opened what, and whose glass was broken.
#[component]
pub(crate) fn Accesses() -> impl IntoView {
    view! {
        <Page title=t!("place-accesses") lead=Signal::derive(t!("accesses-lead"))>
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
                awaited=Signal::derive(t!("accesses-awaited"))
                lines=5
                children=move |told| {
                    if told.rows.is_empty() {
                        let note = Signal::derive(t!("accesses-none-note"));
                        return view! { <Empty icon=icons::EYE title=t!("accesses-none") note=note /> }.into_any();
                    }
                    let lines = told.rows.iter().map(line).collect_view();
                    view! { <List>{lines}</List> }.into_any()
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
    let hand = hand();
    let rows = asked(move || async move {
        let mut rows = hand.session()?.oracle().my_emergencies().await?;
        rows.sort_by_key(|row| std::cmp::Reverse(row.at));
        Ok(rows)
    });
    let line = move |row: &EmergencyRow| {
        let EmergencyRow { patient, reason, at, until, mended, .. } = row.clone();
        let name = Signal::derive(move || hand.name_of(patient));
        let broken = move || mended.is_none() && until > words::now();
        view! {
            <Line
                title=name
                note=move || say!("rescue-was", reason = words::emergency_reason(reason), when = words::near_time(at))
                mark=move || view! { <Face name=name /> }
                after=move || {
                    view! {
                        {move || match broken() {
                            true => view! { <Left until=until /> }.into_any(),
                            false => view! { <Tag tone=Tone::Plain>{t!("rescue-over")}</Tag> }.into_any(),
                        }}
                    }
                }
            />
        }
    };
    view! {
        <Section
            title=t!("accesses-emergencies")
            after=|| view! { <a href=Place::Rescue.path()>{t!("place-rescue")}</a> }
        >
            <Still
                of=rows
                awaited=Signal::derive(t!("rescue-lately-awaited"))
                lines=2
                children=move |rows| {
                    if rows.is_empty() {
                        return view! { <Empty icon=icons::SIREN title=t!("rescue-lately-none") /> }.into_any();
                    }
                    let lines = rows.iter().map(line).collect_view();
                    view! { <List>{lines}</List> }.into_any()
                }
            />
        </Section>
    }
}
