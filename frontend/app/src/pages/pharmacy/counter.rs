//! Prescriptions to hand out.

mod check;
mod find;

use self::{check::Check, find::Find};
use crate::{
    ask::asked,
    hand::hand,
    pages::shared::{MayNotAct, Still},
    parts::{Empty, Face, I, Page, Section, Tag, Tone, icons, listed},
    speech::{say, t},
    words,
};
use chartkey_protocol::PrescriptionRow;
use chartkey_vocabulary::PrescriptionId;
use leptos::prelude::*;

/// Prescriptions to hand out: by QR code, by text, or by a key the pharmacy holds.
#[component]
pub(crate) fn Counter() -> impl IntoView {
    let chosen = RwSignal::new(None::<PrescriptionId>);
    view! {
        <Page title=t!("place-counter") lead=t!("counter-lead").signal()>
            <MayNotAct />
            {move || match chosen.get() {
                Some(id) => view! { <Check id=id chosen=chosen /> }.into_any(),
                None => {
                    view! {
                        <Find chosen=chosen />
                        <Permitted chosen=chosen />
                    }
                        .into_any()
                }
            }}
        </Page>
    }
}

/// Prescriptions of patients who gave the pharmacy a key.
#[component]
fn Permitted(chosen: RwSignal<Option<PrescriptionId>>) -> impl IntoView {
    let hand = hand();
    let rows = asked(move || async move {
        let mut rows = hand.session()?.oracle().my_prescriptions().await?;
        // What can be handed out stands on top.
        rows.sort_by_key(|row| (!open(row), std::cmp::Reverse(row.until)));
        Ok(rows)
    });
    let line = move |row: &PrescriptionRow| view! { <One row=row.clone() chosen=chosen /> };
    view! {
        <Section title=t!("counter-permitted")>
            <Still
                of=rows
                awaited=t!("counter-awaited").signal()
                children=move |rows| {
                    listed(
                        rows.iter().map(line),
                        || view! { <Empty icon=icons::PILL title=t!("counter-none") note=t!("counter-none-note") /> },
                    )
                }
            />
        </Section>
    }
}

/// Whether it can be handed out now.
fn open(row: &PrescriptionRow) -> bool {
    row.left > 0 && !row.voided && row.until > crate::ground::clock::now()
}

#[component]
fn One(row: PrescriptionRow, chosen: RwSignal<Option<PrescriptionId>>) -> impl IntoView {
    let hand = hand();
    let can = open(&row);
    let PrescriptionRow { id, patient, doctor, left, until, voided, .. } = row;
    let name = Signal::derive(move || hand.name_of(patient));
    let tag = move || match (voided, left) {
        (true, _) => view! { <Tag tone=Tone::Bad>{t!("prescription-voided")}</Tag> }.into_any(),
        (_, 0) => view! { <Tag>{t!("prescription-empty")}</Tag> }.into_any(),
        _ if !can => view! { <Tag>{t!("prescription-ended")}</Tag> }.into_any(),
        _ => view! { <Tag tone=Tone::Good>{t!("prescription-left", count = left)}</Tag> }.into_any(),
    };
    view! {
        <button class="line" type="button" on:click=move |_| chosen.set(Some(id))>
            <Face name=name />
            <span class="grow">
                <span class="strong">{name}</span>
                <br />
                <span class="small soft">
                    {move || {
                        say!("counter-by", doctor = hand.name_of(doctor), until = words::full_day(until))
                    }}
                </span>
            </span>
            <span class="after">{tag}</span>
            <I of=icons::CHEVRON_RIGHT turns=true />
        </button>
    }
}
