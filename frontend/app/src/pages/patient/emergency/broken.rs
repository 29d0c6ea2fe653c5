//! Who broke the glass, why, and until when; mending it.

use crate::{
    ask::doing,
    hand::hand,
    pages::{
        patient::{gently::session, keys::Who},
        shared::Confirm,
    },
    parts::{Button, I, Line, List, Look, Section, Sheet, Tag, Tone, icons, toast},
    speech::{say, t},
    words,
};
use chartkey_flows::emergency;
use chartkey_protocol::EmergencyRow;
use chartkey_vocabulary::Time;
use leptos::prelude::*;

/// Glasses that are broken now, each with a button; those that were, folded away. Nothing when nobody ever broke one.
#[component]
pub(super) fn Glasses(rows: Vec<EmergencyRow>, now: Time) -> impl IntoView {
    let (broken, past): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.mended.is_none() && row.until > now);
    let past = (!past.is_empty()).then(|| {
        let lines = past.into_iter().map(|row| view! { <Past row=row /> }).collect_view();
        view! {
            <details>
                <summary>{t!("glass-past")} <I of=icons::CHEVRON_DOWN /></summary>
                <List>{lines}</List>
            </details>
        }
    });
    let broken = (!broken.is_empty()).then(|| {
        let sheets = broken.into_iter().map(|row| view! { <Broken row=row /> }).collect_view();
        view! { <Section title=t!("glass-now")>{sheets}</Section> }
    });
    view! {
        {broken}
        {past}
    }
}

#[component]
fn Broken(row: EmergencyRow) -> impl IntoView {
    let hand = hand();
    let EmergencyRow { patient, reader, reason, at, until, .. } = row;
    let open = RwSignal::new(false);
    let mending = doing();
    let press = move || {
        mending.start(async move {
            emergency::mend(&session(hand)?, patient, reader).await?;
            toast(say!("glass-mended"));
            let _ = open.try_set(false);
            Ok(())
        });
    };
    let note = move || {
        let when = say!("glass-when", when = words::near_time(at));
        say!("role-and-note", role = words::emergency_reason(reason), note = when)
    };
    view! {
        <Sheet tone=Tone::Bad>
            <div class="row wrap">
                <Who account=reader />
                <div class="grow">
                    <h3>{move || say!("glass-broken", name = hand.name_of(reader))}</h3>
                    <p class="small soft">{note}</p>
                    <p class="small">{move || say!("glass-until", when = words::near_time(until))}</p>
                </div>
                <Button look=Look::Danger on_press=move || open.set(true)>
                    {t!("glass-mend")}
                </Button>
            </div>
        </Sheet>
        <Confirm
            open=open
            title=t!("glass-mend-title")
            note=t!("glass-mend-note")
            yes=t!("glass-mend-yes")
            doing=mending
            on_yes=press
        />
    }
}

#[component]
fn Past(row: EmergencyRow) -> impl IntoView {
    let hand = hand();
    let EmergencyRow { reader, reason, at, mended, .. } = row;
    let mark = move || view! { <Who account=reader /> };
    let note = move || {
        let when = words::capital(&words::near_time(at));
        say!("role-and-note", role = words::emergency_reason(reason), note = when)
    };
    let after = move || {
        view! { <Tag>{if mended.is_some() { say!("glass-tag-mended") } else { say!("key-ended") }}</Tag> }
    };
    view! { <Line title=move || hand.name_of(reader) note=Signal::derive(note) mark=mark after=after /> }
}
