//! Who opened this record: the lines of the access log that name it, after the whole log was verified.

use super::Whole;
use crate::{
    ask::{Told, asked},
    hand::hand,
    parts::{Empty, Face, Go, Line, List, Note, Section, Tone, icons},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::log;
use chartkey_protocol::{Line as LogLine, LineKind};
use leptos::prelude::*;
use std::sync::Arc;

/// Nobody scrolls further; the access log has them all.
const MOST: usize = 100;

/// Who looked.
#[component]
pub(super) fn Looked(known: Arc<Whole>) -> impl IntoView {
    if !known.kept {
        return view! { <Note tone=Tone::Plain>{t!("looked-not-yours")}</Note> }.into_any();
    }
    let hand = hand();
    let (id, owner) = (known.id, known.row.owner);
    let lines = asked(move || async move {
        let verified = log::verify(hand.person().await?.signed_in(), owner).await?;
        let mine = verified.lines.into_iter().rev().filter(|line| line.record == Some(id));
        // Key and bytes are released one after the other: together they are one opening.
        let openings = mine.filter(|line| line.kind != LineKind::Wrap && line.from == 0);
        // One's own openings, a title in a list among them, would hide everybody else's.
        let (own, mut others): (Vec<_>, Vec<_>) = openings.partition(|line| line.reader == Some(owner));
        others.truncate(MOST);
        Ok((own.len(), others))
    });
    let after = || view! { <Go to=Place::Log>{t!("place-log")}</Go> };
    view! {
        <Section title=t!("looked-title") after=after>
            <Told of=lines awaited=t!("looked-awaited") lines=4 let:lines>
                {if lines.1.is_empty() {
                    view! { <Empty icon=icons::EYE title=t!("looked-nobody") note=t!("looked-nobody-note") /> }.into_any()
                } else {
                    let rows = lines.1.iter().cloned().map(|line| view! { <Looker line=line /> }).collect_view();
                    view! {
                        <Note tone=Tone::Good>{t!("looked-verified")}</Note>
                        <List>{rows}</List>
                    }
                        .into_any()
                }} {(lines.0 > 0).then(|| view! { <p class="small soft">{t!("looked-own", count = lines.0)}</p> })}
            </Told>
        </Section>
    }
    .into_any()
}

#[component]
fn Looker(line: LogLine) -> impl IntoView {
    let hand = hand();
    let (reader, patient, purpose, at, kind) = (line.reader, line.patient, line.purpose, line.at, line.kind);
    let name = move || match reader {
        Some(reader) => hand.name_of(reader),
        None => say!("looked-link"),
    };
    let what = move || match kind {
        LineKind::Finding => say!("looked-finding"),
        LineKind::Card => say!("looked-card"),
        LineKind::Link => say!("looked-by-link"),
        LineKind::Blob | LineKind::Wrap | LineKind::Lookup => say!("looked-record"),
    };
    let note = move || match purpose.filter(|_| reader != Some(patient)) {
        Some(purpose) => say!("looked-what-why", what = what(), why = words::purpose(purpose)),
        None => what(),
    };
    view! {
        <Line
            title=name
            note=Signal::derive(note)
            mark=move || view! { <Face name=Signal::derive(name) /> }
            after=move || view! { <span class="small soft nowrap">{move || words::near_time(at)}</span> }
        />
    }
}
