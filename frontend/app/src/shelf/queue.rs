//! What was sealed on this device and waits to be sent. Names are opened while the vault is; what lies on the disk is
//! sealed.

use crate::{
    ground::{clock, cupboard::persist},
    hand::{Hand, is_connected},
    words,
};
use chartkey_flows::{Content, Failure, Stage, add_record::Added, parcel};
use chartkey_vault::About;
use chartkey_vocabulary::{Account, Kind, RecordId, Time};
use leptos::{prelude::*, task::spawn_local};
use std::{
    cell::RefCell,
    collections::{HashMap, HashSet},
};

/// After a connection came back the browser still needs a moment to use it.
const BREATH: u32 = 1_500;

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// It waits for a connection, or for its owner.
    Waits,
    /// It is being sent.
    Going(Option<Stage>),
    /// It did not work; it waits again.
    Failed(words::Said),
}

/// What became of something that waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// The chain has it.
    Sent,
    /// Its owner threw it away.
    Thrown,
}

/// Something that waits.
#[derive(Clone)]
pub(crate) struct Item {
    /// The record it will be.
    pub(crate) record: RecordId,
    /// What it is called.
    pub(crate) name: String,
    /// What it is.
    pub(crate) kind: Kind,
    /// Bytes, sealed.
    pub(crate) size: u64,
    /// Since when it waits.
    pub(crate) since: Time,
    /// How far it is.
    pub(crate) way: ArcRwSignal<Way>,
}

thread_local! {
    static ITEMS: ArcRwSignal<Vec<Item>> = ArcRwSignal::new(Vec::new());
    /// What is being sent: never twice at once.
    static GOING: RefCell<HashSet<RecordId>> = RefCell::default();
    static ENDED: ArcRwSignal<HashMap<RecordId, End>> = ArcRwSignal::new(HashMap::new());
}

/// What waits; who calls it in a view follows it.
pub(crate) fn items() -> Vec<Item> {
    ITEMS.with(|items| items.get())
}

/// What became of it; nothing while it waits or is sent. Who calls it in a view follows it.
pub(crate) fn end_of(record: RecordId) -> Option<End> {
    ENDED.with(|ended| ended.with(|ended| ended.get(&record).copied()))
}

fn ended(record: RecordId, end: End) {
    ENDED.with(|ended| {
        ended.update(|ended| {
            ended.insert(record, end);
        });
    });
}

fn is_going(record: RecordId) -> bool {
    GOING.with_borrow(|going| going.contains(&record))
}

/// Says at its line how far it is.
fn tell(record: RecordId, way: Way) {
    let items = ITEMS.with(|items| items.get_untracked());
    if let Some(item) = items.iter().find(|item| item.record == record) {
        item.way.set(way);
    }
}

/// Forgets the names: the vault was locked.
pub(super) fn forget() {
    ITEMS.with(|items| items.set(Vec::new()));
    ENDED.with(|ended| ended.set(HashMap::new()));
}

/// Looks what waits.
pub(crate) fn look(hand: Hand) {
    spawn_local(async move { drop(refresh(hand).await) });
}

async fn refresh(hand: Hand) -> Result<(), Failure> {
    let round = super::round();
    let holding = hand.holding().await?;
    let holder = holding.holder();
    let before = ITEMS.with(|items| items.get_untracked());
    let mut items = Vec::new();
    for parcel in parcel::list(&holder).await? {
        if let Some(known) = before.iter().find(|item| item.record == parcel.record) {
            items.push(known.clone());
            continue;
        }
        let said = parcel::about(&holder, &parcel).await.ok().map(|said| said.about().title.clone());
        items.push(Item {
            record: parcel.record,
            name: said.filter(|title| !title.is_empty()).unwrap_or_else(|| words::kind(parcel.kind)),
            kind: parcel.kind,
            size: parcel.size,
            since: parcel.since,
            way: ArcRwSignal::new(if is_going(parcel.record) { Way::Going(None) } else { Way::Waits }),
        });
    }
    // Locked meanwhile: nothing that was sealed stays.
    if super::round() == round {
        ITEMS.with(|known| known.set(items));
    }
    Ok(())
}

/// Seals a content and keeps it until it is sent; `None` when this device has no room for it, and it has to be sent as it
/// is.
///
/// # Errors
/// When the file cannot be read.
pub(crate) async fn seal(
    hand: Hand,
    owner: Account,
    kind: Kind,
    about: About,
    content: &mut dyn Content,
    told: &mut dyn FnMut(Stage),
) -> Result<Option<RecordId>, Failure> {
    let holding = hand.holding().await?;
    match parcel::seal(&holding.holder(), owner, kind, about, content, told).await {
        Ok(parcel) => {
            spawn_local(persist());
            Ok(Some(parcel.record))
        }
        Err(Failure::Not(_) | Failure::Jammed(_)) if is_connected() => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Sends one: on from where the service has it, then the wallet asks.
///
/// # Errors
/// What service, wallet and chain refuse; it waits again.
pub(crate) async fn send(hand: Hand, record: RecordId, told: &mut dyn FnMut(Stage)) -> Result<Added, Failure> {
    if !GOING.with_borrow_mut(|going| going.insert(record)) {
        return Err(Failure::Not("it is being sent already".into()));
    }
    tell(record, Way::Going(None));
    let mut told = |stage: Stage| {
        tell(record, Way::Going(Some(stage)));
        told(stage);
    };
    let sent = async { parcel::send(&*hand.person().await?, record, &mut told).await }.await;
    GOING.with_borrow_mut(|going| going.remove(&record));
    match &sent {
        Ok(_) => ended(record, End::Sent),
        Err(failure) => {
            hand.noticed(failure);
            tell(record, Way::Failed(words::failure(failure)));
        }
    }
    look(hand);
    sent
}

/// Sends one that waits.
pub(crate) fn send_one(hand: Hand, record: RecordId) {
    spawn_local(async move {
        sent(hand, record).await;
    });
}

async fn sent(hand: Hand, record: RecordId) -> bool {
    let done = send(hand, record, &mut |_| {}).await.is_ok();
    if done {
        hand.stir();
    }
    done
}

/// Sends all that waits, one after the other, until one is refused: who said no once is not asked again at once.
pub(crate) fn send_all(hand: Hand) {
    spawn_local(async move {
        clock::pause(BREATH).await;
        if refresh(hand).await.is_err() {
            return;
        }
        let waiting = ITEMS.with(|items| items.get_untracked());
        let _row = hand.desk().in_a_row(waiting.len());
        for item in waiting {
            if !is_going(item.record) && !sent(hand, item.record).await {
                return;
            }
        }
    });
}

/// Throws one away.
///
/// # Errors
/// When the browser does not let go of it.
pub(crate) async fn discard(hand: Hand, record: RecordId) -> Result<(), Failure> {
    let holding = hand.holding().await?;
    parcel::discard(&holding.holder(), record).await?;
    ended(record, End::Thrown);
    refresh(hand).await
}
