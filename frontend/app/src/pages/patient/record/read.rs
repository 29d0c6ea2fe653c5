//! What a record says, beside what is said of it and what machines found in it.

use super::{
    Whole,
    finding::FindingSheet,
    holders::Holders,
    jobs::Jobs,
    maps::Maps,
    viewer::{Mark, Viewer},
};
use crate::{
    hand::hand,
    parts::{Columns, Fact, Facts, Note, Section, Sheet, Tone, icons},
    places::{Place, View},
    shelf::Content,
    speech::t,
    words,
};
use chartkey_flows::findings;
use chartkey_vault::About as Said;
use leptos::prelude::*;
use std::sync::Arc;

/// The label of a version that says what a person made of a machine's reading: which version was read.
pub(in super::super) const ORIGINAL: &str = "original";
/// The label of a version whose author let its corrections teach reading programs, and when.
pub(in super::super) const LESSONS: &str = "lessons";

/// What it says.
#[component]
pub(super) fn Read(known: Arc<Whole>) -> impl IntoView {
    let (id, newest) = (known.id, known.row.versions);
    let opened = RwSignal::new(None::<Arc<Content>>);
    let maps = Maps::of_version(newest);
    let mark = Mark { heat: Signal::derive(move || maps.shown()), ..Mark::none() };
    let findings = known.row.findings.clone();
    let sheets = findings
        .into_iter()
        .enumerate()
        .map(|(nth, finding)| view! { <FindingSheet record=id finding=finding nth=nth maps=maps kept=known.kept /> })
        .collect_view();
    let corrected = move || {
        let original = opened.get()?.about.labels.get(ORIGINAL)?.parse::<u16>().ok()?;
        let teaches = opened.get()?.about.labels.contains_key(LESSONS);
        Some(view! {
            <Note tone=Tone::Good icon=icons::PENCIL>
                {t!("record-corrected")}
                " "
                <a href=Place::Record(id, View::Versions).path()>{t!("record-original", version = original)}</a>
                {teaches.then(|| view! { " " {t!("teach-given")} })}
            </Note>
        })
    };
    let kept = known.kept;
    let said = known.clone();
    view! {
        <Columns>
            <Section title=t!("record-content")>
                {corrected}
                <Viewer record=id version=newest mark=mark opened=opened />
            </Section>
            <div class="stack loose">
                {kept.then(|| view! { <Jobs record=id /> })}
                {sheets}
                <About known=said />
                {kept.then(|| view! { <Holders known=known /> })}
            </div>
        </Columns>
    }
}

/// What its author says of it.
#[component]
fn About(known: Arc<Whole>) -> impl IntoView {
    let hand = hand();
    let (kind, author, written) = (known.row.kind, known.row.author, known.row.written);
    let title = Memo::new(move |_| known.title(hand, known.row.versions));
    let about = move || title.get().about().cloned();
    let further = move || about().map(|about| further(&about));
    let note = move || about().map(|about| note(&about));
    view! {
        <Section title=t!("record-about")>
            <Sheet>
                <Facts>
                    <Fact of=t!("record-kind")>{move || words::kind(kind)}</Fact>
                    <Fact of=t!("record-by")>
                        <bdi>{move || hand.name_of(author)}</bdi>
                    </Fact>
                    <Fact of=t!("record-added")>{move || words::full_day(written)}</Fact>
                    {further}
                </Facts>
                {note}
            </Sheet>
        </Section>
    }
}

/// Further lines.
pub(super) fn further(about: &Said) -> impl IntoView + use<> {
    let labels = about.labels.iter().filter(|(name, _)| !matches!(name.as_str(), ORIGINAL | LESSONS | findings::LABEL));
    let labels: Vec<(String, String)> = labels.map(|(name, value)| (name.clone(), value.clone())).collect();
    let line = |(name, value): (String, String)| {
        view! {
            <Fact of=Signal::stored(words::capital(&name))>
                <bdi>{value}</bdi>
            </Fact>
        }
    };
    let dated = about.dated;
    view! {
        {dated.map(|dated| view! { <Fact of=t!("record-dated")>{move || words::full_day(dated)}</Fact> })}
        {labels.into_iter().map(line).collect_view()}
    }
}

/// What else there was to say.
pub(super) fn note(about: &Said) -> impl IntoView + use<> {
    let note = about.note.clone();
    (!note.is_empty()).then(|| view! { <p class="note-text small" dir="auto">{note}</p> })
}
