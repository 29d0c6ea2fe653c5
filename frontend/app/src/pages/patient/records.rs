//! All records: by month, found by their titles, which only this device can read.

mod shown;

use super::queued::Queued;
use crate::{
    ask::{Told, asked},
    hand::{Hand, hand},
    parts::{Empty, Go, Look, Page, SearchField, icons},
    places::Place,
    shelf,
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, chart, findings};
use chartkey_protocol::RecordRow;
use chartkey_vocabulary::{Account, Kind, RecordId};
use leptos::prelude::*;
use shown::{KindChips, Timeline};
use std::collections::HashMap;

/// How far what machines read in a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signed {
    /// A machine's word only.
    No,
    /// A doctor has put a name under it.
    Yes,
}

/// The records, and what machines read in them.
#[derive(Clone, PartialEq)]
pub(super) struct Chart {
    rows: Vec<RecordRow>,
    read: HashMap<RecordId, Signed>,
}

/// What somebody looks for.
#[derive(Clone, Copy)]
pub(super) struct Filter {
    words: RwSignal<String>,
    kinds: RwSignal<Vec<Kind>>,
}

impl Filter {
    /// Whether all is shown.
    pub(super) fn is_open(self) -> bool {
        self.words.with(|words| words.trim().is_empty()) && self.kinds.with(Vec::is_empty)
    }

    /// Whether a record of this kind, with this said of it, is looked for.
    fn fits(self, kind: Kind, said: impl FnOnce() -> String) -> bool {
        if !self.kinds.with(|kinds| kinds.is_empty() || kinds.contains(&kind)) {
            return false;
        }
        let words = self.words.get().to_lowercase();
        let mut words = words.split_whitespace().peekable();
        if words.peek().is_none() {
            return true;
        }
        let said = said().to_lowercase();
        words.all(|word| said.contains(word))
    }
}

/// All records.
#[component]
pub(crate) fn Records() -> impl IntoView {
    let hand = hand();
    shelf::knock_again();
    let chart = asked(move || {
        let whose = hand.whose();
        async move {
            let whose = whose.ok_or_else(|| Failure::Not("nobody is signed in".into()))?;
            shelf::or_before(format!("chart {whose}"), fetched(hand, whose)).await
        }
    });
    // Lines in view stay as they are while nothing about them has changed.
    let stands = Memo::new(move |_| chart.get());
    let filter = Filter { words: RwSignal::new(String::new()), kinds: RwSignal::new(Vec::new()) };
    let lead = move || match chart.read(|chart| chart.rows.len()) {
        Some(0) | None => say!("records-lead"),
        Some(count) => say!("records-count", count = count),
    };
    let actions = move || {
        view! {
            <Go to=Place::Export icon=icons::DOWNLOAD>
                {t!("place-export")}
            </Go>
            <Go to=Place::Add look=Look::Main icon=icons::FILE_ADD>
                {t!("records-add")}
            </Go>
        }
    };
    let some = Memo::new(move |_| chart.read(|chart| !chart.rows.is_empty()).unwrap_or_default());
    let looking = move || {
        some.get().then(|| {
            view! {
                <div class="stack" role="search">
                    <SearchField label=t!("records-search") value=filter.words />
                    <KindChips
                        kinds=Memo::new(move |_| chart.read(|chart| kinds(&chart.rows)).unwrap_or_default())
                        filter=filter
                    />
                </div>
            }
        })
    };
    view! {
        <Page title=t!("place-records") lead=Signal::derive(lead) actions=actions>
            <Queued />
            {looking}
            {move || match stands.get() {
                None => view! { <Told of=chart awaited=t!("records-awaited") lines=6 children=|_| () /> }.into_any(),
                Some(chart) if chart.rows.is_empty() => view! { <Nothing /> }.into_any(),
                Some(chart) => view! { <Timeline chart=chart filter=filter /> }.into_any(),
            }}
        </Page>
    }
}

/// There are none yet.
#[component]
fn Nothing() -> impl IntoView {
    view! {
        <Empty icon=icons::FOLDER title=t!("records-none") note=t!("records-none-note")>
            <Go to=Place::Add look=Look::Main icon=icons::FILE_ADD>
                {t!("records-add")}
            </Go>
        </Empty>
    }
}

async fn fetched(hand: Hand, whose: Account) -> Result<Chart, Failure> {
    let person = hand.person().await?;
    let rows = chart::records(&person, whose).await?;
    let found = findings::list(&person, whose).await?;
    let mut read = HashMap::new();
    for (_, finding) in found {
        let signed = if finding.signed.is_empty() { Signed::No } else { Signed::Yes };
        // One that waits for a signature says more than one that has it.
        let kept = read.entry(finding.attestation.record).or_insert(signed);
        if signed == Signed::No {
            *kept = signed;
        }
    }
    Ok(Chart { rows, read })
}

/// The kinds there are, in the order in which they are offered.
fn kinds(rows: &[RecordRow]) -> Vec<Kind> {
    words::kinds().into_iter().filter(|kind| rows.iter().any(|row| row.kind == *kind)).collect()
}
