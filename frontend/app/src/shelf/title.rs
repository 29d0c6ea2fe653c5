//! Titles: opened once, a few at a time, however many lines ask for one.

use super::{SHELF, Shelf};
use crate::{
    ground::clock,
    hand::{Hand, is_connected},
    words,
};
use chartkey_flows::{
    Failure, copies,
    open_record::{self, Which},
};
use chartkey_protocol::RecordRow;
use chartkey_vault::About;
use chartkey_vocabulary::{Kind, RecordId, Time};
use leptos::{prelude::*, task::spawn_local};
use std::sync::Arc;

/// So many titles are opened at once.
const AT_ONCE: usize = 6;

/// How far a title is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    /// It is being opened.
    Coming,
    /// What the author says of the record.
    Is(Arc<About>),
    /// It does not open; the record's own page says why.
    Closed,
}

impl Title {
    /// What the author says, once it is there.
    pub(crate) fn about(&self) -> Option<&Arc<About>> {
        match self {
            Self::Is(about) => Some(about),
            Self::Coming | Self::Closed => None,
        }
    }
}

/// What the author says of a version; who calls it in a view follows it. For the owner and guardians: to others an
/// opening may be counted, and a title is not worth one.
pub(crate) fn title(hand: Hand, record: RecordId, version: u16) -> Title {
    let which = (record, version);
    let (title, is_new) = SHELF.with_borrow_mut(|shelf| {
        let is_new = shelf.asked.insert(which);
        let title = shelf.titles.entry(which).or_insert_with(|| ArcRwSignal::new(Title::Coming)).clone();
        if is_new {
            shelf.wanted.push_back(which);
        }
        (title, is_new)
    });
    if is_new {
        work(hand);
    }
    title.get()
}

/// As [`title`], when the content is opened for its own sake; nothing is opened for the title.
pub(crate) fn title_once_open(record: RecordId, version: u16) -> Title {
    let title = SHELF.with_borrow_mut(|shelf| {
        shelf.titles.entry((record, version)).or_insert_with(|| ArcRwSignal::new(Title::Coming)).clone()
    });
    title.get()
}

/// As [`title`], for whoever waits for it. `None` when it does not open.
pub(crate) async fn about(hand: Hand, record: RecordId, version: u16) -> Option<Arc<About>> {
    loop {
        match untrack(|| title(hand, record, version)) {
            Title::Is(about) => return Some(about),
            Title::Closed => return None,
            Title::Coming => clock::pause(60).await,
        }
    }
}

/// What a record is called: by its author, else by its file, else by its kind.
pub(crate) fn name(title: &Title, kind: Kind) -> String {
    let said = title.about().map(|about| [&about.title, &about.file_name]);
    let said = said.into_iter().flatten().find(|name| !name.trim().is_empty());
    said.cloned().unwrap_or_else(|| words::kind(kind))
}

/// The newest version's title.
pub(crate) fn title_of(hand: Hand, row: &RecordRow) -> Title {
    title(hand, row.record, row.versions.len() as u16)
}

/// Tries again what did not open.
pub(crate) fn knock_again() {
    SHELF.with_borrow_mut(|shelf| {
        let Shelf { titles, asked, .. } = shelf;
        titles.retain(|which, title| {
            let is_closed = title.get_untracked() == Title::Closed;
            if is_closed {
                asked.remove(which);
            }
            !is_closed
        });
    });
}

/// The day a record is about: the document's own, else when it was added.
pub(crate) fn day_of(row: &RecordRow, title: &Title) -> Time {
    title.about().and_then(|about| about.dated).unwrap_or(row.written)
}

/// Opens titles until none is wanted.
fn work(hand: Hand) {
    let begins = SHELF.with_borrow_mut(|shelf| {
        let begins = shelf.at_work < AT_ONCE;
        shelf.at_work += usize::from(begins);
        begins.then_some(shelf.round)
    });
    let Some(round) = begins else { return };
    spawn_local(async move {
        loop {
            let next = SHELF.with_borrow_mut(|shelf| {
                if shelf.round != round {
                    return None;
                }
                let next = shelf.wanted.pop_front();
                if next.is_none() {
                    shelf.at_work -= 1;
                }
                next
            });
            let Some((record, version)) = next else { return };
            let said = peek(hand, record, version).await;
            let title = SHELF.with_borrow(|shelf| {
                (shelf.round == round).then(|| shelf.titles.get(&(record, version)).cloned()).flatten()
            });
            if let Some(title) = title {
                title.set(said.map_or(Title::Closed, |about| Title::Is(Arc::new(about))));
            }
        }
    });
}

async fn peek(hand: Hand, record: RecordId, version: u16) -> Result<About, Failure> {
    let holding = hand.holding().await?;
    let which = Which { record, version: Some(version), purpose: None };
    if (hand.alone().is_some() || !is_connected())
        && let Ok(metadata) = copies::peek(&holding.holder(), which).await
    {
        return Ok(metadata.about().clone());
    }
    let peeked = open_record::peek(&*hand.person().await?, which).await;
    Ok(peeked.inspect_err(|failure| hand.noticed(failure))?.about().clone())
}
