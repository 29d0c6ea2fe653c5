//! What was opened since the vault was: titles, contents, findings. In this page's memory only, and gone when it locks.
//!
//! A title is `shelf::title(hand, record, version)`, which a view follows: it is opened once, a few at a time, however
//! many lines ask for it. A content is `shelf::open(...)`, which opens it once and keeps the latest. Without a connection
//! the copy is opened that this device keeps sealed, if it was opened here before.

pub(crate) mod queue;
mod title;

pub(crate) use title::{Title, about, day_of, knock_again, name, title, title_of, title_once_open};

use crate::{
    ground::clock,
    hand::{Hand, is_connected},
};
use chartkey_flows::{
    Failure, Person, Stage as Far, copies, findings,
    open_record::{self, Opened, Which},
};
use chartkey_vault::About;
use chartkey_vocabulary::{Finding, FindingId, Record, RecordId, Time, Version};
use leptos::prelude::*;
use std::{
    any::Any,
    cell::RefCell,
    collections::{HashMap, HashSet, VecDeque},
    sync::Arc,
};
use zeroize::Zeroizing;

/// So many bytes of contents are kept; the oldest go first.
const ROOM: usize = 96 << 20;

/// An opened version. Its bytes are overwritten when nothing shows them any more.
pub(crate) struct Content {
    /// Of which record.
    pub(crate) id: RecordId,
    /// The record as the chain has it.
    pub(crate) record: Record,
    /// Which version.
    pub(crate) number: u16,
    /// As the chain has it.
    pub(crate) version: Version,
    /// What its author says of it.
    pub(crate) about: Arc<About>,
    /// When chain and service last said so, when this is the copy that the device keeps.
    pub(crate) since: Option<Time>,
    /// The content.
    pub(crate) bytes: Zeroizing<Vec<u8>>,
}

/// An opened finding.
pub(crate) struct Found {
    /// Its name.
    pub(crate) id: FindingId,
    /// As the chain has it.
    pub(crate) finding: Finding,
    /// What kind of bytes the output is.
    pub(crate) media_type: String,
    /// The output.
    pub(crate) output: Zeroizing<Vec<u8>>,
}

/// A record's version.
type Place = (RecordId, u16);

#[derive(Default)]
struct Shelf {
    titles: HashMap<Place, ArcRwSignal<Title>>,
    /// Titles somebody has asked for.
    asked: HashSet<Place>,
    wanted: VecDeque<Place>,
    at_work: usize,
    contents: VecDeque<Arc<Content>>,
    findings: HashMap<FindingId, Arc<Found>>,
    /// Answers for when there is no connection.
    answers: HashMap<String, Box<dyn Any>>,
    /// Counts lockings: what was begun before is not put here after.
    round: u64,
}

thread_local! {
    static SHELF: RefCell<Shelf> = RefCell::default();
}

/// Forgets all of it: the vault was locked.
pub(crate) fn forget() {
    SHELF.with_borrow_mut(|shelf| {
        let round = shelf.round + 1;
        *shelf = Shelf { round, ..Shelf::default() };
    });
    queue::forget();
}

/// Counts lockings.
fn round() -> u64 {
    SHELF.with_borrow(|shelf| shelf.round)
}

/// Asks, and keeps the answer under a name; without a connection the last answer of this session is given again.
///
/// # Errors
/// What the question says.
pub(crate) async fn or_before<T: Clone + 'static>(
    name: String,
    question: impl Future<Output = Result<T, Failure>>,
) -> Result<T, Failure> {
    let (before, round) = SHELF.with_borrow(|shelf| {
        let before = shelf.answers.get(&name).and_then(|answer| answer.downcast_ref::<T>()).cloned();
        (before, shelf.round)
    });
    if let Some(before) = before.clone()
        && !is_connected()
    {
        return Ok(before);
    }
    match (question.await, before) {
        (Ok(answer), _) => {
            SHELF.with_borrow_mut(|shelf| {
                if shelf.round == round {
                    shelf.answers.insert(name, Box::new(answer.clone()));
                }
            });
            Ok(answer)
        }
        (Err(failure), Some(before)) if failure.is_silence() => Ok(before),
        (Err(failure), _) => Err(failure),
    }
}

/// What a question of [`or_before`] was last answered with in this session.
pub(crate) fn before<T: Clone + 'static>(name: &str) -> Option<T> {
    SHELF.with_borrow(|shelf| shelf.answers.get(name).and_then(|answer| answer.downcast_ref::<T>()).cloned())
}

/// Opens a version, or takes it from the shelf; `told` hears how many bytes of how many have come.
///
/// # Errors
/// As `open_record::open`.
pub(crate) async fn open(
    hand: Hand,
    record: RecordId,
    version: u16,
    mut told: impl FnMut(u64, u64),
) -> Result<Arc<Content>, Failure> {
    let (kept, round) = SHELF.with_borrow(|shelf| {
        let kept = shelf.contents.iter().find(|content| (content.id, content.number) == (record, version));
        (kept.cloned(), shelf.round)
    });
    if let Some(kept) = kept {
        still(hand, record).await?;
        return Ok(kept);
    }
    let which = Which { record, version: Some(version), purpose: None };
    let mut bytes = Zeroizing::new(Vec::new());
    let (opened, since) = match hand.alone() {
        Some(alone) => {
            let (opened, since) = copies::open(&alone.holder(clock::now()), which, &mut *bytes).await?;
            (opened, Some(since))
        }
        None => fetched(&*hand.person().await?, which, &mut bytes, &mut told).await?,
    };
    let Opened { record: row, number, version, metadata } = opened;
    let about = Arc::new(metadata.about().clone());
    let content = Arc::new(Content { id: record, record: row, number, version, about, since, bytes });
    SHELF.with_borrow_mut(|shelf| {
        if shelf.round == round {
            keep(shelf, &content);
        }
    });
    Ok(content)
}

/// Whoever gave the key may have taken it back since: then what was opened with it goes from the shelf.
async fn still(hand: Hand, record: RecordId) -> Result<(), Failure> {
    if hand.alone().is_some() {
        return Ok(());
    }
    match open_record::still(&*hand.person().await?, record).await {
        Err(failure) if !failure.is_silence() => {
            SHELF.with_borrow_mut(|shelf| {
                shelf.contents.retain(|content| content.id != record);
                shelf.findings.retain(|_, found| found.finding.attestation.record != record);
            });
            Err(failure)
        }
        _ => Ok(()),
    }
}

/// From the service; from this device's copy when nobody answers, and then since when that is.
async fn fetched(
    person: &Person,
    which: Which,
    bytes: &mut Vec<u8>,
    told: &mut impl FnMut(u64, u64),
) -> Result<(Opened, Option<Time>), Failure> {
    if !is_connected()
        && let Ok((opened, since)) = copies::open(&person.holder(), which, bytes).await
    {
        return Ok((opened, Some(since)));
    }
    bytes.clear();
    let mut far = |far| {
        if let Far::Opening { done, size } = far {
            told(done, size);
        }
    };
    let failure = match open_record::open(person, which, bytes, &mut far).await {
        Ok(opened) => return Ok((opened, None)),
        Err(failure) => failure,
    };
    bytes.clear();
    match failure.is_silence() {
        true => {
            copies::open(&person.holder(), which, bytes).await.map_or(Err(failure), |(it, since)| Ok((it, Some(since))))
        }
        false => Err(failure),
    }
}

fn keep(shelf: &mut Shelf, content: &Arc<Content>) {
    let title = Title::Is(content.about.clone());
    let kept = shelf.titles.entry((content.id, content.number)).or_insert_with(|| ArcRwSignal::new(title.clone()));
    if kept.get_untracked() != title {
        kept.set(title);
    }
    // A copy is asked for anew when there is a connection again.
    if content.bytes.len() > ROOM / 2 || content.since.is_some() {
        return;
    }
    let taken = |shelf: &Shelf| shelf.contents.iter().map(|kept| kept.bytes.len()).sum::<usize>();
    while taken(shelf) + content.bytes.len() > ROOM {
        shelf.contents.pop_front();
    }
    shelf.contents.push_back(content.clone());
}

/// Whether a version was opened, and so held against the chain, since the vault was.
pub(crate) fn is_open(record: RecordId, version: u16) -> bool {
    SHELF.with_borrow(|shelf| shelf.contents.iter().any(|kept| (kept.id, kept.number) == (record, version)))
}

/// Opens a finding, or takes it from the shelf.
///
/// # Errors
/// As `findings::open`.
pub(crate) async fn finding(hand: Hand, id: FindingId) -> Result<Arc<Found>, Failure> {
    let (kept, round) = SHELF.with_borrow(|shelf| (shelf.findings.get(&id).cloned(), shelf.round));
    let person = hand.person().await?;
    if let Some(kept) = kept {
        // Doctors may have signed since.
        let now = or_before(format!("finding {id}"), async {
            let now = person.now().await?.records().finding(id).await?;
            now.ok_or_else(|| Failure::Not("this finding is gone".into()))
        });
        let now = now.await?;
        still(hand, now.attestation.record).await?;
        if now.attestation == kept.finding.attestation {
            let (media_type, output) = (kept.media_type.clone(), kept.output.clone());
            return Ok(Arc::new(Found { id, finding: now, media_type, output }));
        }
    }
    let opened = findings::open(&person, id, None).await?;
    let media_type = opened.metadata.about().media_type.clone();
    let found = Arc::new(Found { id, finding: opened.finding, media_type, output: opened.output });
    SHELF.with_borrow_mut(|shelf| {
        if shelf.round == round {
            shelf.answers.insert(format!("finding {id}"), Box::new(found.finding.clone()));
            shelf.findings.insert(id, found.clone());
        }
    });
    Ok(found)
}
