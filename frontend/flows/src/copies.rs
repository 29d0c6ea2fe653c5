//! Copies of what was opened, as the door released it: ciphertext, wrap, and what the chain said of it. They open again
//! without a connection, by the vault alone, and say since when they are.
//!
//! Not copied: what is opened under a counted key, because the next opening would not be counted; emergency cards and
//! what a broken glass shows, because these are for the one moment. A copy goes when its key has ended, when the chain
//! names another blob, and when there is no room: the one opened longest ago first.

use crate::{
    alone::{Holder, damaged, home},
    cupboard::Cupboard,
    failure::Failure,
    open_record::{Found, Opened, Which, unwrap_for},
    person::Person,
};
use chartkey_client::At;
use chartkey_protocol::{Bytes, Wrap as Row};
use chartkey_store::dag;
use chartkey_vault::{ContentKey, Context, Metadata, Opener, Whose};
use chartkey_vocabulary::{Account, Between, Denial, Purpose, Record, RecordId, Time, Version};
use serde::{Deserialize, Serialize};
use std::io::Write;

/// One copy takes at most such a part of the room, so that a film does not push a chart out.
const SHARE: u64 = 4;

/// A copy: everything but the ciphertext.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    /// Of which record.
    pub id: RecordId,
    /// The record as the chain had it.
    pub record: Record,
    /// Which version.
    pub number: u16,
    /// The version as the chain had it.
    pub version: Version,
    /// When chain and door last said so.
    pub since: Time,
    /// When the key ends under which it was opened; never for one's own.
    pub until: Option<Time>,
    /// Bytes of the ciphertext.
    pub size: u64,
    purpose: Purpose,
    wrap: Bytes,
}

impl Copy {
    fn context(&self, whose: &Whose) -> Context {
        Context { genesis: whose.genesis, record: self.id, version: self.number }
    }

    fn key(&self, holder: &Holder<'_>) -> Result<ContentKey, Failure> {
        let (context, cid) = (self.context(&holder.whose), self.version.sealed.cid);
        unwrap_for(holder, self.record.owner, &self.wrap.0, self.purpose, context, cid)
    }
}

/// Names of a copy's two parts.
fn names(whose: &Whose, record: RecordId, number: u16) -> (String, String) {
    let place = format!("{}/{}-{number}", home(whose), hex::encode(record.0));
    (format!("row/{place}"), format!("blob/{place}"))
}

/// All copies of somebody, the newest first.
///
/// # Errors
/// When the cupboard cannot be read.
pub async fn list(holder: &Holder<'_>) -> Result<Vec<Copy>, Failure> {
    let mut copies = Vec::new();
    for name in holder.cupboard.names(&format!("row/{}/", home(&holder.whose))).await? {
        match read(holder.cupboard, &name).await? {
            Some(copy) if has_ended(&copy, holder.now) => drop_one(holder.cupboard, &holder.whose, &copy).await?,
            Some(copy) => copies.push(copy),
            None => {}
        }
    }
    copies.sort_by_key(|copy| (std::cmp::Reverse(copy.record.written), copy.id, std::cmp::Reverse(copy.number)));
    Ok(copies)
}

/// The copy of a version, or of the newest one that was copied.
///
/// # Errors
/// `Expired` when its key has ended since; `Not` when there is none.
pub async fn find(holder: &Holder<'_>, which: Which) -> Result<Copy, Failure> {
    let wanted = |copy: &Copy| copy.id == which.record && which.version.is_none_or(|number| number == copy.number);
    let prefix = format!("row/{}/{}-", home(&holder.whose), hex::encode(which.record.0));
    let mut newest: Option<Copy> = None;
    for name in holder.cupboard.names(&prefix).await? {
        let Some(copy) = read(holder.cupboard, &name).await?.filter(wanted) else { continue };
        if newest.as_ref().is_none_or(|newest| copy.number > newest.number) {
            newest = Some(copy);
        }
    }
    let copy = newest.ok_or_else(|| Failure::not("this device keeps no copy of this record"))?;
    if has_ended(&copy, holder.now) {
        drop_one(holder.cupboard, &holder.whose, &copy).await?;
        return Err(Failure::Denied(Denial::Expired));
    }
    Ok(copy)
}

/// Opens a copy, and says since when it is. It is held against what the chain said then: the blob's name and the
/// author's commitment.
///
/// # Errors
/// As [`find`]; `Jammed` when what was kept is damaged, and then it is thrown away.
pub async fn open(holder: &Holder<'_>, which: Which, out: &mut (dyn Write + Send)) -> Result<(Opened, Time), Failure> {
    let copy = find(holder, which).await?;
    let blob = sealed(holder, &copy).await?;
    let key = copy.key(holder)?;
    let opened = chartkey_vault::open_all(&key, &copy.context(&holder.whose), &copy.version.sealed.commitment, &blob);
    let opened = opened.map_err(Failure::vault)?;
    out.write_all(&opened.content)?;
    let Copy { record, number, version, since, .. } = copy;
    Ok((Opened { record, number, version, metadata: opened.metadata }, since))
}

/// Reads what is said of a copy's content.
///
/// # Errors
/// As [`open`].
pub async fn peek(holder: &Holder<'_>, which: Which) -> Result<Metadata, Failure> {
    let copy = find(holder, which).await?;
    let blob = sealed(holder, &copy).await?;
    head(&copy.key(holder)?, &copy.context(&holder.whose), &blob)
}

/// What is said of a blob's content, from its first bytes.
pub(crate) fn head(key: &ContentKey, context: &Context, blob: &[u8]) -> Result<Metadata, Failure> {
    let size = blob.len() as u64;
    let head = blob.get(..Opener::head_len(size)).ok_or_else(damaged)?;
    Ok(Opener::begin(key, context, size, head).map_err(Failure::vault)?.metadata().clone())
}

async fn sealed(holder: &Holder<'_>, copy: &Copy) -> Result<Vec<u8>, Failure> {
    let (_, blob) = names(&holder.whose, copy.id, copy.number);
    let blob = holder.cupboard.get(&blob).await?;
    match blob.filter(|blob| dag::hash(blob) == copy.version.sealed.cid) {
        Some(blob) => Ok(blob),
        None => {
            drop_one(holder.cupboard, &holder.whose, copy).await?;
            Err(damaged())
        }
    }
}

/// How large a blob may be to be copied.
pub(crate) fn most(cupboard: &dyn Cupboard) -> u64 {
    cupboard.room() / SHARE
}

/// Keeps a copy of what was just opened, where that may be.
pub(crate) async fn keep(who: &Person, id: RecordId, found: &Found, wrap: &Row, blob: &[u8]) -> Result<(), Failure> {
    let holder = who.holder();
    let Ground::Kept(until) = ground(&who.now().await?, who.account(), id, found).await? else {
        return drop_record(&holder, id).await;
    };
    let copy = Copy {
        id,
        record: found.record.clone(),
        number: found.number,
        version: found.version,
        since: holder.now,
        until,
        size: blob.len() as u64,
        purpose: found.purpose,
        wrap: wrap.key.clone(),
    };
    store(&holder, &copy, blob).await
}

async fn store(holder: &Holder<'_>, copy: &Copy, blob: &[u8]) -> Result<(), Failure> {
    let (row, sealed) = names(&holder.whose, copy.id, copy.number);
    make_room(holder.cupboard, copy.size, &row).await?;
    // The row last: a blob without one is nothing anybody would open.
    holder.cupboard.put(&sealed, blob).await?;
    let note = serde_json::to_vec(copy).map_err(Failure::vault)?;
    Ok(holder.cupboard.put(&row, &note).await?)
}

/// Throws the oldest copies away, whoever's they are, until there is room for so many bytes more.
async fn make_room(cupboard: &dyn Cupboard, size: u64, beside: &str) -> Result<(), Failure> {
    let (mut rows, mut taken) = (Vec::new(), 0_u64);
    for name in cupboard.names("row/").await?.into_iter().filter(|name| name != beside) {
        let Some(copy) = read(cupboard, &name).await? else { continue };
        taken += copy.size;
        rows.push((copy.since, copy.size, name));
    }
    rows.sort();
    for (_, bytes, name) in rows {
        if taken + size <= cupboard.room() {
            break;
        }
        remove(cupboard, &name).await?;
        taken -= bytes;
    }
    Ok(())
}

/// Whether something may be copied, and until when.
enum Ground {
    Kept(Option<Time>),
    Not,
}

/// What the chain says of it: one's own and a ward's; what an uncounted key opens, until it ends.
async fn ground(at: &At, me: Account, id: RecordId, found: &Found) -> Result<Ground, Failure> {
    let owner = found.record.owner;
    if found.purpose == Purpose::Emergency || at.consent().card(owner).await?.is_some_and(|card| card.record == id) {
        return Ok(Ground::Not);
    }
    if me == owner || at.registry().guards(me, owner).await? {
        return Ok(Ground::Kept(None));
    }
    let key = at.consent().grant_of(Between { patient: owner, reader: me, purpose: found.purpose }).await?;
    let may = at.records().may_open(id, me, found.purpose).await?.is_allowed();
    Ok(match key {
        Some(key) if may && key.terms.openings.is_none() => Ground::Kept(Some(key.terms.until)),
        _ => Ground::Not,
    })
}

/// Holds all copies of a person against the chain: those whose key was withdrawn, whose record is gone or was sealed
/// anew are thrown away. How many went.
///
/// # Errors
/// When the chain does not answer; what was not looked at stays.
pub async fn sweep(who: &Person) -> Result<usize, Failure> {
    let holder = who.holder();
    if holder.cupboard.room() == 0 {
        return Ok(0);
    }
    let (at, mut gone) = (who.now().await?, 0);
    for copy in list(&holder).await? {
        let context = copy.context(&holder.whose);
        let stands = match at.records().version(copy.id, copy.number).await? {
            Some(version) if version.sealed == copy.version.sealed => {
                let (record, number, purpose) = (copy.record.clone(), copy.number, copy.purpose);
                let found = Found { record, number, version, purpose, context };
                matches!(ground(&at, who.account(), copy.id, &found).await?, Ground::Kept(_))
            }
            _ => false,
        };
        if !stands {
            drop_one(holder.cupboard, &holder.whose, &copy).await?;
            gone += 1;
        }
    }
    // What was being kept when the page closed.
    for blob in holder.cupboard.names("blob/").await? {
        let row = blob.replacen("blob/", "row/", 1);
        if holder.cupboard.get(&row).await?.is_none() {
            holder.cupboard.remove(&blob).await?;
        }
    }
    Ok(gone)
}

/// Throws the copies of one record away: the chain said no.
pub(crate) async fn drop_record(holder: &Holder<'_>, record: RecordId) -> Result<(), Failure> {
    for name in holder.cupboard.names(&format!("row/{}/{}-", home(&holder.whose), hex::encode(record.0))).await? {
        remove(holder.cupboard, &name).await?;
    }
    Ok(())
}

async fn drop_one(cupboard: &dyn Cupboard, whose: &Whose, copy: &Copy) -> Result<(), Failure> {
    remove(cupboard, &names(whose, copy.id, copy.number).0).await
}

async fn remove(cupboard: &dyn Cupboard, row: &str) -> Result<(), Failure> {
    cupboard.remove(row).await?;
    Ok(cupboard.remove(&row.replacen("row/", "blob/", 1)).await?)
}

async fn read(cupboard: &dyn Cupboard, row: &str) -> Result<Option<Copy>, Failure> {
    let Some(note) = cupboard.get(row).await? else { return Ok(None) };
    match serde_json::from_slice(&note) {
        Ok(copy) => Ok(Some(copy)),
        // Written by another build: it is fetched again when there is a connection.
        Err(_) => remove(cupboard, row).await.map(|()| None),
    }
}

fn has_ended(copy: &Copy, now: Time) -> bool {
    copy.until.is_some_and(|until| now >= until)
}

#[cfg(test)]
mod tests;
