//! The records that fit, by month, the newest first.

use super::{Chart, Filter, Signed};
use crate::{
    hand::{Hand, hand},
    parts::{Empty, I, KindMark, Line, List, Section, Tag, Tone, icons},
    places::{Place, View},
    shelf::{self, Title},
    speech::{say, t},
    words,
};
use chartkey_protocol::RecordRow;
use chartkey_vocabulary::Kind;
use leptos::prelude::*;
use std::{cmp::Reverse, sync::Arc};

/// Which kinds are shown; all of them while none is chosen.
#[component]
pub(super) fn KindChips(kinds: Memo<Vec<Kind>>, filter: Filter) -> impl IntoView {
    let chip = move |kind: Kind| {
        let on = move || filter.kinds.with(|kinds| kinds.contains(&kind));
        let press = move |_| {
            filter.kinds.update(|kinds| match kinds.iter().position(|chosen| *chosen == kind) {
                Some(place) => drop(kinds.remove(place)),
                None => kinds.push(kind),
            });
        };
        view! {
            <button class="chip" type="button" aria-pressed=move || on().to_string() on:click=press>
                {move || on().then(|| view! { <I of=icons::CHECK /> })}
                <span>{move || words::kind(kind)}</span>
            </button>
        }
    };
    move || {
        let kinds = kinds.get();
        (kinds.len() > 1).then(|| {
            view! {
                <div class="chips" role="group" aria-label=t!("records-kinds")>
                    {kinds.into_iter().map(chip).collect_view()}
                </div>
            }
        })
    }
}

/// A month, by its name, and the places of its records in the list.
type Month = (String, Vec<usize>);

/// All that fit.
#[component]
pub(super) fn Timeline(chart: Arc<Chart>, filter: Filter) -> impl IntoView {
    let hand = hand();
    let fits = {
        let chart = chart.clone();
        // Lines follow their own titles; here only the order matters, which seldom changes while titles come.
        Memo::new(move |_| months(hand, &chart.rows, filter))
    };
    let count = move || fits.with(|months| months.iter().map(|(_, rows)| rows.len()).sum::<usize>());
    view! {
        <div class="unseen" role="status">
            {move || (!filter.is_open()).then(|| say!("records-found", count = count()))}
        </div>
        {move || {
            let months = fits.get();
            if months.is_empty() {
                return view! { <Empty icon=icons::SEARCH title=t!("records-no-fit") note=t!("records-no-fit-note") /> }
                    .into_any();
            }
            let month = |(name, rows): Month| {
                let lines = rows
                    .into_iter()
                    .map(|place| {
                        let row = chart.rows[place].clone();
                        let signed = chart.read.get(&row.record).copied();
                        view! { <Row row=row signed=signed /> }
                    })
                    .collect_view();
                view! {
                    <Section title=Signal::stored(name)>
                        <List>{lines}</List>
                    </Section>
                }
            };
            months.into_iter().map(month).collect_view().into_any()
        }}
    }
}

fn months(hand: Hand, rows: &[RecordRow], filter: Filter) -> Vec<Month> {
    let mut fit: Vec<(u64, usize)> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let title = shelf::title_of(hand, row);
        if filter.fits(row.kind, || said(hand, row, &title)) {
            fit.push((shelf::day_of(row, &title), place));
        }
    }
    fit.sort_by_key(|(day, place)| (Reverse(*day), *place));
    let mut months: Vec<Month> = Vec::new();
    for (day, place) in fit {
        let name = words::month(day);
        match months.last_mut() {
            Some((last, places)) if *last == name => places.push(place),
            _ => months.push((name, vec![place])),
        }
    }
    months
}

/// Everything a search looks into.
fn said(hand: Hand, row: &RecordRow, title: &Title) -> String {
    let mut said = vec![words::kind(row.kind), hand.name_of(row.author)];
    if let Some(about) = title.about() {
        said.extend([about.title.clone(), about.file_name.clone(), about.note.clone()]);
        said.extend(about.labels.values().cloned());
    }
    said.join(" ")
}

/// One record.
#[component]
fn Row(row: RecordRow, signed: Option<Signed>) -> impl IntoView {
    let hand = hand();
    let (record, kind, author, owner) = (row.record, row.kind, row.author, row.owner);
    let versions = row.versions.len();
    let of_row = row.clone();
    let title = Memo::new(move |_| shelf::title_of(hand, &of_row));
    let name = move || title.with(|title| shelf::name(title, kind));
    let note = move || {
        let day = words::near_day(title.with(|title| shelf::day_of(&row, title)));
        if author == owner {
            say!("records-line-own", kind = words::kind(kind), day = day.clone())
        } else {
            say!("records-line", kind = words::kind(kind), day = day.clone(), who = hand.name_of(author))
        }
    };
    let after = move || {
        let read = signed.map(|signed| match signed {
            Signed::No => view! { <Tag tone=Tone::Machine>{t!("records-read")}</Tag> }.into_any(),
            Signed::Yes => view! { <Tag tone=Tone::Good>{t!("records-signed")}</Tag> }.into_any(),
        });
        let closed = move || {
            title
                .with(|title| *title == Title::Closed)
                .then(|| view! { <Tag tone=Tone::Doubt>{t!("records-closed")}</Tag> })
        };
        let many = (versions > 1)
            .then(|| view! { <span class="wide"><Tag>{t!("records-versions", count = versions)}</Tag></span> });
        view! {
            {many}
            {closed}
            {read}
        }
    };
    view! {
        <Line
            title=name
            note=Signal::derive(note)
            mark=move || view! { <KindMark kind=kind /> }
            after=after
            to=Place::Record(record, View::Read)
        />
    }
}
