//! From what was said to what is so: one event after the other, into the tables.
//!
//! Nothing here asks the chain or the clock, so a block always leaves the same rows. The folder has a file a contract.

mod care;
mod consent;
mod people;
mod records;

use super::{
    details::{Block, Details, Founding},
    rows::{Table, Writer},
    words::Value,
};
use crate::reads::sentence;
use chartkey_client::Heard;
use chartkey_vocabulary::{Event, RecordsEvent, Time};
use codec::Encode;
use std::collections::BTreeSet;

pub(super) static BLOCKS: Table = Table { name: "blocks", columns: &["height", "hash", "at", "events"], key: 1 };
pub(super) static EVENTS: Table = Table { name: "events", columns: &["position", "data"], key: 1 };
pub(super) static MENTIONS: Table = Table { name: "mentions", columns: &["account", "position"], key: 2 };

/// Every table that is made of blocks, in the order of the digest.
pub(super) fn tables() -> Vec<&'static Table> {
    let own = [&BLOCKS, &EVENTS, &MENTIONS];
    [&own[..], people::TABLES, consent::TABLES, records::TABLES, care::TABLES].concat()
}

/// One event, with what is known of its block.
pub(super) struct Said<'a> {
    pub(super) position: u64,
    pub(super) at: Time,
    pub(super) details: &'a Details,
}

/// Where an event stands in the chain. A block has far less than a million events.
pub fn position(heard: &Heard) -> u64 {
    heard.height << 20 | u64::from(heard.index)
}

/// The height and the index of a position.
pub fn place(position: u64) -> (u64, u32) {
    (position >> 20, (position & 0xf_ffff) as u32)
}

/// Whether those who are told of an event look at what it takes away: they are told before.
pub(super) fn takes_away(event: &Event) -> bool {
    matches!(event, Event::Records(RecordsEvent::Withdrawn { .. }))
}

/// Writes down that a block was read. Silent blocks leave no row.
///
/// # Errors
/// When the database fails.
pub(super) async fn block(writer: &mut Writer<'_>, block: &Block) -> Result<(), sqlx::Error> {
    if block.heard.is_empty() {
        return Ok(());
    }
    let hash = crate::db::hex(block.hash);
    let row = vec![block.height.into(), hash.into(), block.at.into(), (block.heard.len() as u64).into()];
    writer.put(&BLOCKS, row).await
}

/// Writes an event down and does what it says.
///
/// # Errors
/// When the database fails.
pub(super) async fn event(writer: &mut Writer<'_>, block: &Block, heard: &Heard) -> Result<(), sqlx::Error> {
    let said = Said { position: position(heard), at: block.at, details: &block.details };
    writer.put(&EVENTS, vec![said.position.into(), heard.event.encode().into()]).await?;
    let named: BTreeSet<_> = sentence::of(&heard.event).who.into_iter().collect();
    for account in named {
        writer.put(&MENTIONS, vec![account.into(), said.position.into()]).await?;
    }
    match &heard.event {
        Event::Registry(event) => people::apply(writer, event, said).await,
        Event::Consent(event) => consent::apply(writer, event, said).await,
        Event::Records(event) => records::apply(writer, event, said).await,
        Event::Care(event) => care::apply(writer, event, said).await,
    }
}

/// Writes down who founded the council.
///
/// # Errors
/// When the database fails.
pub(super) async fn founding(writer: &mut Writer<'_>, founding: &Founding) -> Result<(), sqlx::Error> {
    for (account, member) in &founding.members {
        people::seat(writer, *account, member).await?;
    }
    let quorum = Value::from(u64::from(founding.council.quorum));
    writer.change(&people::MEMBERS, "UPDATE index_cursor SET quorum = $1", vec![quorum]).await
}
