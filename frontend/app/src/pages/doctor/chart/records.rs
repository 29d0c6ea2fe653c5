//! The records a key opens: kind, day and author; the title is inside, and read by opening it.

use crate::{
    hand::hand,
    parts::{Chip, Empty, KindMark, Line, List, Section, Tag, icons},
    places::{Place, View},
    shelf,
    speech::{say, t},
    words,
};
use chartkey_protocol::RecordRow;
use chartkey_vocabulary::Kind;
use leptos::prelude::*;

/// So many are in view before somebody asks for more.
const SOME: usize = 20;

/// The records, by kind when somebody asks.
#[component]
pub(super) fn Records(rows: Vec<RecordRow>) -> impl IntoView {
    if rows.is_empty() {
        return view! {
            <Section title=t!("place-records")>
                <Empty icon=icons::FOLDER title=t!("chart-no-records") note=t!("chart-no-records-note") />
            </Section>
        }
        .into_any();
    }
    let mut kinds: Vec<Kind> = rows.iter().map(|row| row.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let chosen: Vec<(Kind, RwSignal<bool>)> = kinds.into_iter().map(|kind| (kind, RwSignal::new(false))).collect();
    let (rows, filters, most) = (StoredValue::new(rows), StoredValue::new(chosen.clone()), RwSignal::new(SOME));
    let fits = move |row: &RecordRow| {
        let wanted: Vec<Kind> =
            filters.with_value(|all| all.iter().filter(|(_, on)| on.get()).map(|(kind, _)| *kind).collect());
        wanted.is_empty() || wanted.contains(&row.kind)
    };
    let found = move || rows.with_value(|rows| rows.iter().filter(|row| fits(row)).cloned().collect::<Vec<_>>());
    let lines = move || found().into_iter().take(most.get()).map(|row| view! { <Row row=row /> }).collect_view();
    let more = move || {
        let count = found().len();
        (count > most.get()).then(|| {
            view! {
                <button class="line" type="button" on:click=move |_| most.set(count)>
                    <strong>{move || say!("chart-all", count = count)}</strong>
                </button>
            }
        })
    };
    let chips = (chosen.len() > 1).then(|| {
        let chips = chosen.into_iter().map(|(kind, on)| view! { <Chip on=on>{move || words::kind(kind)}</Chip> });
        view! {
            <div class="chips" role="group" aria-label=t!("chart-filter")>
                {chips.collect_view()}
            </div>
        }
    });
    view! {
        <Section title=t!("place-records")>
            {chips}
            <List>{lines} {more}</List>
        </Section>
    }
    .into_any()
}

#[component]
fn Row(row: RecordRow) -> impl IntoView {
    let hand = hand();
    let RecordRow { record, owner, author, kind, written, versions, findings } = row;
    let (versions, found) = (versions.len(), findings.len());
    // What was opened since the vault was is called by its title; reading the others for it would be an opening each.
    let title = move || shelf::name(&shelf::title_once_open(record, versions as u16), kind);
    let note = move || {
        let by = if author == owner { say!("chart-by-patient") } else { hand.name_of(author) };
        let (kind, day) = (words::kind(kind), words::near_day(written));
        // Where the kind stands for the title it is not said twice.
        if title() == kind {
            say!("chart-record-untitled", day = words::capital(&day), by = by)
        } else {
            say!("chart-record-note", kind = kind, day = day, by = by)
        }
    };
    let after = move || {
        view! {
            {(versions > 1).then(|| view! { <Tag>{t!("chart-version", number = versions)}</Tag> })}
            {(found > 0)
                .then(|| {
                    view! {
                        <span class="wide">
                            <Tag icon=icons::SCAN_TEXT>{t!("chart-found", count = found)}</Tag>
                        </span>
                    }
                })}
        }
    };
    view! {
        <Line
            title=title
            note=note
            mark=move || view! { <KindMark kind=kind /> }
            after=after
            to=Place::Record(record, View::Read)
        />
    }
}
