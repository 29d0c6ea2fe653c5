//! Lines of the log as people see them: what belongs to one opening is one sentence.

use crate::{
    hand::{Hand, hand},
    parts::{I, Icon, icons},
    places::Place,
    speech::say,
    words,
};
use chartkey_protocol::{Line, LineKind};
use chartkey_vocabulary::{Account, MINUTE, Purpose, RecordId, Time};
use leptos::prelude::*;

/// What is released within this time to the same person for the same thing is one opening: its key, its parts.
const ONE_OPENING: Time = 15 * MINUTE;

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Deed {
    /// A record was opened.
    Opened,
    /// What a machine found in it was read.
    Finding,
    /// The emergency card was opened.
    Card,
    /// A custodian handed their part of the card's key over.
    Custodian,
    /// A share link was viewed.
    Link,
    /// A hospital found the patient by a number.
    Lookup,
}

/// One opening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Entry {
    /// Who; nobody known for a link.
    pub(in super::super) reader: Option<Account>,
    /// Of which record.
    pub(in super::super) record: Option<RecordId>,
    /// What for.
    pub(in super::super) purpose: Option<Purpose>,
    /// What.
    deed: Deed,
    /// On what ground: a word of the service's.
    basis: Option<String>,
    /// When last.
    pub(in super::super) last: Time,
    /// The place of its last line in the whole log.
    position: u64,
}

fn deed_of(line: &Line) -> Deed {
    match line.kind {
        _ if line.basis.as_deref() == Some("custodian") => Deed::Custodian,
        LineKind::Blob | LineKind::Wrap => Deed::Opened,
        LineKind::Finding => Deed::Finding,
        LineKind::Card => Deed::Card,
        LineKind::Link => Deed::Link,
        LineKind::Lookup => Deed::Lookup,
    }
}

/// Lines of one patient, oldest first, as openings, newest first.
pub(in super::super) fn entries(lines: &[Line]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in lines {
        let deed = deed_of(line);
        let same = |entry: &&mut Entry| {
            (entry.reader, entry.record, entry.deed, entry.purpose) == (line.reader, line.record, deed, line.purpose)
                && entry.basis == line.basis
        };
        let recent = |entry: &&mut Entry| line.at.saturating_sub(entry.last) < ONE_OPENING;
        match entries.iter_mut().rev().take_while(recent).find(same) {
            Some(entry) => (entry.last, entry.position) = (line.at, line.position),
            None => entries.push(Entry {
                reader: line.reader,
                record: line.record,
                purpose: line.purpose,
                deed,
                basis: line.basis.clone(),
                last: line.at,
                position: line.position,
            }),
        }
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.position));
    entries
}

impl Entry {
    /// The sentence.
    pub(in super::super) fn says(&self, hand: Hand) -> String {
        let title = || self.record.and_then(|record| hand.known_title(record)).unwrap_or_else(|| say!("log-a-record"));
        let mine = self.reader.is_some() && self.reader == hand.me();
        let name = || self.reader.map_or_else(|| say!("log-somebody"), |reader| hand.name_of(reader));
        match self.deed {
            Deed::Opened if mine => say!("log-you-opened", title = title()),
            Deed::Opened => say!("log-opened", name = name(), title = title()),
            Deed::Finding if mine => say!("log-you-finding", title = title()),
            Deed::Finding => say!("log-finding", name = name(), title = title()),
            Deed::Card if mine => say!("log-you-card"),
            Deed::Card => say!("log-card", name = name()),
            Deed::Custodian => say!("log-custodian", name = name()),
            Deed::Link => say!("log-link"),
            Deed::Lookup => say!("log-lookup", name = name()),
        }
    }

    /// When, and on what ground.
    pub(in super::super) fn when(&self) -> String {
        let when = words::capital(&words::near_time(self.last));
        match self.ground() {
            Some(ground) => say!("log-when", when = when, ground = ground),
            None => when,
        }
    }

    fn ground(&self) -> Option<String> {
        Some(match self.basis.as_deref()? {
            "owner" => return None,
            "guardian" => say!("log-as-guardian"),
            "emergency" => say!("log-in-emergency"),
            "grant" => say!("log-with-key", purpose = words::purpose(self.purpose?)),
            _ => return None,
        })
    }

    /// What it is, drawn.
    pub(in super::super) fn icon(&self) -> Icon {
        match self.deed {
            Deed::Opened if self.purpose == Some(Purpose::MachineAnalysis) => icons::SCAN_TEXT,
            Deed::Opened => icons::EYE,
            Deed::Finding => icons::SCAN_TEXT,
            Deed::Card | Deed::Custodian => icons::SIREN,
            Deed::Link => icons::LINK,
            Deed::Lookup => icons::SEARCH,
        }
    }

    fn is_alarming(&self) -> bool {
        self.deed == Deed::Card
    }
}

/// One opening in one line.
#[component]
pub(in super::super) fn EntryLine(
    /// Which.
    entry: Entry,
    /// So many lines of the whole log are under an anchor on the chain.
    anchored: u64,
) -> impl IntoView {
    let hand = hand();
    let (icon, waits, alarming) = (entry.icon(), entry.position >= anchored, entry.is_alarming());
    let record = entry.record;
    let entry = StoredValue::new(entry);
    let inside = view! {
        <span class="kind" class:alarm=alarming aria-hidden="true">
            <I of=icon />
        </span>
        <div class="grow">
            <h3 class="small">{move || entry.with_value(|entry| entry.says(hand))}</h3>
            <p class="small soft">
                {move || {
                    let when = entry.with_value(Entry::when);
                    if waits { say!("log-newer", when = when) } else { when }
                }}
            </p>
        </div>
    };
    match record {
        Some(record) => view! {
            <a class="line" href=Place::Record(record, Default::default()).path()>
                {inside}
                <I of=icons::CHEVRON_RIGHT turns=true />
            </a>
        }
        .into_any(),
        None => view! { <div class="line">{inside}</div> }.into_any(),
    }
}
