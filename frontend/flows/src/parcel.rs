//! Records on their way: sealed on this device at once, with a connection or without, and kept until the chain has them.
//!
//! A parcel is the ciphertext and a wrap of its key for who sealed it, so that nothing in it opens without their vault.
//! After a reload or a break it goes on from where the door has it, and the bytes are the ones that were sealed first.

use crate::{
    add_record::{Added, name_on_chain},
    alone::{Holder, damaged, home},
    content::{self, Content, Sealing},
    copies,
    failure::Failure,
    keys::Bundles,
    open_record::unwrap_for,
    person::Person,
    random,
    spool::{Progress, Spool},
    upload,
    wraps::{self, purpose_of, readers},
};
use chartkey_client::keccak;
use chartkey_protocol::Bytes;
use chartkey_store::dag;
use chartkey_vault::{About, ContentKey, Context, Metadata, Wanted, Whose, entropy};
use chartkey_vocabulary::{
    Account, Cid, Commitment, Facts, Kind, MINUTE, Purpose, RecordId, RecordsMessage, Salt, Sealed, Time,
};
use serde::{Deserialize, Serialize};

/// Longer files are not kept: they would have to be in memory twice.
pub const LARGEST: u64 = 256 << 20;
/// What the service drops within this is uploaded anew; telling the chain takes a while.
const MARGIN: Time = 10 * MINUTE;

/// A sealed record that the chain has not named yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    /// The record it will be.
    pub record: RecordId,
    /// Whose.
    pub owner: Account,
    /// What it is.
    pub kind: Kind,
    /// Bytes of the ciphertext.
    pub size: u64,
    /// When it was sealed.
    pub since: Time,
    salt: Salt,
    cid: Cid,
    commitment: Commitment,
    wrap: Bytes,
    /// What the door calls the upload under way.
    upload: Option<String>,
    /// Until when the door keeps the whole, once it is there.
    held: Option<Time>,
}

/// Names of a parcel's two parts.
fn names(whose: &Whose, record: RecordId) -> (String, String) {
    let place = format!("{}/{}", home(whose), hex::encode(record.0));
    (format!("parcel/{place}"), format!("sealed/{place}"))
}

impl Parcel {
    fn context(&self, whose: &Whose) -> Context {
        Context { genesis: whose.genesis, record: self.record, version: 1 }
    }

    fn key(&self, holder: &Holder<'_>) -> Result<ContentKey, Failure> {
        unwrap_for(holder, self.owner, &self.wrap.0, Purpose::Treatment, self.context(&holder.whose), self.cid)
    }

    async fn keep(&self, holder: &Holder<'_>) -> Result<(), Failure> {
        let note = serde_json::to_vec(self).map_err(Failure::vault)?;
        Ok(holder.cupboard.put(&names(&holder.whose, self.record).0, &note).await?)
    }

    async fn bytes(&self, holder: &Holder<'_>) -> Result<Vec<u8>, Failure> {
        let bytes = holder.cupboard.get(&names(&holder.whose, self.record).1).await?;
        bytes.filter(|bytes| dag::hash(bytes) == self.cid).ok_or_else(damaged)
    }

    /// Whether the door still has the whole of it.
    fn is_held(&self, now: Time) -> bool {
        self.held.is_some_and(|until| now + MARGIN < until)
    }
}

/// Seals a content for a new record of `owner` and keeps it. Nobody is asked anything.
///
/// # Errors
/// When the device cannot keep it.
pub async fn seal(
    holder: &Holder<'_>,
    owner: Account,
    kind: Kind,
    about: About,
    content: &mut dyn Content,
    told: Progress<'_>,
) -> Result<Parcel, Failure> {
    if content.size() > LARGEST || holder.cupboard.room() == 0 {
        return Err(Failure::not("this device has no room to keep the file until it is sent"));
    }
    let salt = Salt(random::bytes()?);
    let record = RecordId::derive(owner, salt, keccak);
    let (key, context) =
        (ContentKey::make(&mut entropy()), Context { genesis: holder.whose.genesis, record, version: 1 });
    let metadata = Metadata::make(&mut entropy(), about).map_err(Failure::vault)?;
    let Sealing { mut spool, cid, commitment } = content::seal(&key, &context, &metadata, content, told).await?;
    let purpose = purpose_of(owner, holder.account(), Purpose::Treatment);
    let mine = holder.vault.reader_key().bundle();
    let wrap = chartkey_vault::wrap(&mut entropy(), &key, &mine, &Wanted { context, cid, purpose });
    let size = spool.size();
    let parcel = Parcel {
        record,
        owner,
        kind,
        size,
        since: holder.now,
        salt,
        cid,
        commitment,
        wrap: Bytes(wrap.as_bytes().to_vec()),
        upload: None,
        held: None,
    };
    let mut bytes = vec![0; usize::try_from(size).map_err(|_| damaged())?];
    spool.read(0, &mut bytes)?;
    // The note last: bytes without one are nothing anybody would send.
    holder.cupboard.put(&names(&holder.whose, record).1, &bytes).await?;
    parcel.keep(holder).await?;
    Ok(parcel)
}

/// All parcels of somebody, the oldest first.
///
/// # Errors
/// When the cupboard cannot be read.
pub async fn list(holder: &Holder<'_>) -> Result<Vec<Parcel>, Failure> {
    let mut parcels = Vec::new();
    for name in holder.cupboard.names(&format!("parcel/{}/", home(&holder.whose))).await? {
        if let Some(note) = holder.cupboard.get(&name).await? {
            parcels.push(serde_json::from_slice::<Parcel>(&note).map_err(|_| damaged())?);
        }
    }
    parcels.sort_by_key(|parcel| (parcel.since, parcel.record));
    Ok(parcels)
}

/// What is said of a parcel's content.
///
/// # Errors
/// When it is damaged or this vault does not open it.
pub async fn about(holder: &Holder<'_>, parcel: &Parcel) -> Result<Metadata, Failure> {
    copies::head(&parcel.key(holder)?, &parcel.context(&holder.whose), &parcel.bytes(holder).await?)
}

/// Throws a parcel away.
///
/// # Errors
/// When it cannot be removed.
pub async fn discard(holder: &Holder<'_>, record: RecordId) -> Result<(), Failure> {
    let (note, bytes) = names(&holder.whose, record);
    holder.cupboard.remove(&note).await?;
    Ok(holder.cupboard.remove(&bytes).await?)
}

/// Sends a parcel: on from where the door has it, then one signature. It is kept until the chain has the record.
///
/// # Errors
/// As [`crate::add_record::add`]; the parcel is kept.
pub async fn send(who: &Person, record: RecordId, told: Progress<'_>) -> Result<Added, Failure> {
    wraps::leftovers(who).await?;
    let holder = who.holder();
    let parcel = list(&holder).await?.into_iter().find(|parcel| parcel.record == record);
    let mut parcel = parcel.ok_or_else(|| Failure::not("this was sent already"))?;
    let Parcel { owner, kind, salt, cid, commitment, .. } = parcel;
    let added = Added { record, version: 1, cid, commitment };
    let at = who.now().await?;
    // It was told to the chain before the page was closed; its wraps were leftovers.
    if at.records().version(record, 1).await?.is_some_and(|version| version.sealed.cid == cid) {
        discard(&holder, record).await?;
        return Ok(added);
    }
    let facts = Facts { record, owner, author: who.account(), kind, written: at.time().await? };
    let readers = readers(who, &facts).await?;
    let mut bundles = Bundles::new(who);
    bundles.of(owner).await?;
    let key = parcel.key(&holder)?;
    if !parcel.is_held(holder.now) {
        let mut spool = Spool::holding(parcel.bytes(&holder).await?);
        let under_way = upload::goes_on(who.oracle(), parcel.size, cid, parcel.upload.as_deref()).await?;
        parcel.upload = Some(under_way.upload.clone());
        parcel.keep(&holder).await?;
        let held = upload::bring(who.oracle(), &mut spool, cid, under_way, told).await?;
        (parcel.upload, parcel.held) = (None, Some(held.until));
        parcel.keep(&holder).await?;
    }
    let sealed = Sealed { cid, commitment };
    let message = RecordsMessage::Add { owner, salt, kind, sealed };
    name_on_chain(who, &facts, parcel.context(&holder.whose), sealed, (&key, &readers, &mut bundles), message, told)
        .await?;
    discard(&holder, record).await?;
    Ok(added)
}

#[cfg(test)]
mod tests;
