//! A record is opened: the chain is asked what it is, the service for key and bytes, and the two must agree.

use crate::{
    alone::Holder,
    copies,
    distrust::Distrust,
    failure::Failure,
    person::Person,
    spool::{Progress, Stage},
    tap::{Place, Tap},
    wraps::purpose_of,
};
use chartkey_protocol::Wrap as Row;
use chartkey_vault::{ContentKey, Context, Metadata, UnwrapError, Wanted, Wrap};
use chartkey_vocabulary::{
    Account, Cid, Decision, Denial, Message, Purpose, Record, RecordId, RecordsMessage, Version,
};
use std::io::Write;

/// Which version of which record, and what for. What is left out is found out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Which {
    /// Which record.
    pub record: RecordId,
    /// Which version; the newest unless said.
    pub version: Option<u16>,
    /// What for; for the owner and guardians it does not matter.
    pub purpose: Option<Purpose>,
}

impl From<RecordId> for Which {
    fn from(record: RecordId) -> Self {
        Self { record, version: None, purpose: None }
    }
}

/// A version as the chain has it, and on what ground it is opened.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) record: Record,
    pub(crate) number: u16,
    pub(crate) version: Version,
    pub(crate) purpose: Purpose,
    pub(crate) context: Context,
}

/// What was opened.
#[derive(Clone)]
pub struct Opened {
    /// Whose it is, and what.
    pub record: Record,
    /// Which version.
    pub number: u16,
    /// As the chain has it.
    pub version: Version,
    /// What was said of the content.
    pub metadata: Metadata,
}

/// Opens a version into `out`, and leaves a copy of the ciphertext in the person's cupboard where that may be. What is written there is the author's only when this returns well: until then it may be
/// cut short.
///
/// # Errors
/// `Distrust` when anything served is not what the chain names; the chain's own denial in words.
pub async fn open(
    who: &Person,
    which: Which,
    out: &mut (dyn Write + Send),
    told: Progress<'_>,
) -> Result<Opened, Failure> {
    let found = match find(who, which).await {
        Ok(found) => found,
        Err(failure) => return Err(learned(who, which.record, failure).await),
    };
    let row = wrap_of(who, which.record, &found).await?;
    let key = unwrapped(who, found.record.owner, &row, found.purpose, found.context, found.version.sealed.cid)?;
    let most = copies::most(who.cupboard.as_ref());
    let (metadata, copy) = pour(who, which.record, &found, &key, out, told, most).await?;
    if let Some(copy) = copy {
        // A device that cannot keep it opens it all the same.
        let _ = copies::keep(who, which.record, &found, &row, &copy).await;
    }
    let Found { record, number, version, .. } = found;
    Ok(Opened { record, number, version, metadata })
}

/// Fetches and opens with a key at hand; with a copy of the ciphertext if it has at most `copied` bytes.
pub(crate) async fn pour(
    who: &Person,
    record: RecordId,
    found: &Found,
    key: &ContentKey,
    out: &mut (dyn Write + Send),
    told: Progress<'_>,
    copied: u64,
) -> Result<(Metadata, Option<Vec<u8>>), Failure> {
    let (place, cid) = (Place::Record(record, found.number), found.version.sealed.cid);
    let mut tap = Tap::open(who.oracle(), place, found.purpose, cid, key, &found.context, copied).await?;
    let mut piece = Vec::new();
    while tap.next(&mut piece).await? {
        out.write_all(&piece)?;
        let (done, size) = tap.progress();
        told(Stage::Opening { done, size });
    }
    let copy = tap.take_copy();
    Ok((tap.finish(&found.version.sealed.commitment)?, copy))
}

/// Reads what is said of a version's content without the content; checked against the key, not yet against the chain.
///
/// # Errors
/// As [`open`].
pub async fn peek(who: &Person, which: Which) -> Result<Metadata, Failure> {
    let found = find(who, which).await?;
    let key = content_key(who, which.record, &found).await?;
    let (place, cid) = (Place::Record(which.record, found.number), found.version.sealed.cid);
    Tap::head(who.oracle(), place, found.purpose, cid, &key, &found.context).await
}

/// Asks the chain what the version is and on what ground this person opens it, announcing it where openings count.
pub(crate) async fn find(who: &Person, which: Which) -> Result<Found, Failure> {
    let Which { record: id, .. } = which;
    let at = who.now().await?;
    let record = at.records().record(id).await?.ok_or(Failure::Denied(Denial::NoSuchRecord))?;
    let number = which.version.unwrap_or(record.versions);
    let version = at.records().version(id, number).await?;
    let version = version.ok_or_else(|| Failure::not(format!("this record has no version {number}")))?;
    let purpose = ground(who, id, record.owner, which.purpose).await?;
    let context = Context { genesis: who.genesis().0, record: id, version: number };
    Ok(Found { record, number, version, purpose, context })
}

/// Whether what this person opened before may still be shown to them: the chain is asked anew, and no opening is taken.
///
/// # Errors
/// Why not: the key was withdrawn or has ended, or the record is gone.
pub async fn still(who: &Person, id: RecordId) -> Result<(), Failure> {
    let (at, me) = (who.now().await?, who.account());
    let Some(record) = at.records().record(id).await? else {
        return Err(learned(who, id, Failure::Denied(Denial::NoSuchRecord)).await);
    };
    if me == record.owner || at.registry().guards(me, record.owner).await? {
        return Ok(());
    }
    let mut why = Denial::NoGrant;
    for purpose in Purpose::ALL {
        match at.records().may_open(id, me, purpose).await? {
            // An opening that was counted is not counted twice.
            Decision::Allowed(_) | Decision::Denied(Denial::NotAnnounced | Denial::UsedUp) => return Ok(()),
            Decision::Denied(Denial::NoGrant | Denial::WrongPurpose) => {}
            Decision::Denied(denial) => why = denial,
        }
    }
    Err(learned(who, id, Failure::Denied(why)).await)
}

/// The purpose under which the chain lets this person open the record.
async fn ground(who: &Person, id: RecordId, owner: Account, wanted: Option<Purpose>) -> Result<Purpose, Failure> {
    let at = who.now().await?;
    let purposes = wanted.map_or_else(|| Purpose::ALL.to_vec(), |purpose| vec![purpose]);
    let (me, mut why) = (who.account(), Denial::NoGrant);
    if me == owner || at.registry().guards(me, owner).await? {
        return Ok(Purpose::Treatment);
    }
    for purpose in purposes {
        match at.records().may_open(id, me, purpose).await? {
            Decision::Allowed(_) => return Ok(purpose),
            Decision::Denied(Denial::NotAnnounced) => {
                who.say(Message::Records(RecordsMessage::Announce { record: id, purpose })).await?;
                return Ok(purpose);
            }
            // Of several refusals the one that says most: a key that ended says more than one that never was.
            Decision::Denied(Denial::NoGrant | Denial::WrongPurpose) => {}
            Decision::Denied(denial) => why = denial,
        }
    }
    Err(Failure::Denied(why))
}

/// The content key of a version, from this person's own wrap.
pub(crate) async fn content_key(who: &Person, id: RecordId, found: &Found) -> Result<ContentKey, Failure> {
    let row = wrap_of(who, id, found).await?;
    unwrapped(who, found.record.owner, &row, found.purpose, found.context, found.version.sealed.cid)
}

async fn wrap_of(who: &Person, id: RecordId, found: &Found) -> Result<Row, Failure> {
    who.soon(async || Ok(who.oracle().wrap(id, found.number, found.purpose).await?)).await
}

/// What a no of the chain teaches: copies of what is no longer open to this person, or no longer there, are thrown away.
async fn learned(who: &Person, record: RecordId, failure: Failure) -> Failure {
    if matches!(failure, Failure::Denied(_)) {
        // What cannot be removed now is removed when all copies are held against the chain.
        let _ = copies::drop_record(&who.holder(), record).await;
    }
    failure
}

/// Opens a wrap that was served, when it is for this person and for the blob the chain names.
pub(crate) fn unwrapped(
    who: &Person,
    owner: Account,
    row: &Row,
    purpose: Purpose,
    context: Context,
    cid: Cid,
) -> Result<ContentKey, Failure> {
    unwrap_for(&who.holder(), owner, &row.key.0, purpose, context, cid)
}

/// As [`unwrapped`], with the vault alone.
pub(crate) fn unwrap_for(
    holder: &Holder<'_>,
    owner: Account,
    wrap: &[u8],
    purpose: Purpose,
    context: Context,
    cid: Cid,
) -> Result<ContentKey, Failure> {
    let wrap = Wrap::parse(wrap).map_err(Failure::vault)?;
    let key = holder.reader_key(wrap.says().reader_epoch)?;
    let wanted = Wanted { context, cid, purpose: purpose_of(owner, holder.account(), purpose) };
    chartkey_vault::unwrap(&wrap, key, &wanted).map_err(|error| refused(&error))
}

pub(crate) fn refused(error: &UnwrapError) -> Failure {
    match error {
        UnwrapError::Cid => Distrust::OldVersion.into(),
        UnwrapError::Misplaced(chartkey_vault::Misplaced::Version { .. }) => Distrust::OldVersion.into(),
        UnwrapError::Misplaced(chartkey_vault::Misplaced::Chain) => Distrust::OtherChain.into(),
        UnwrapError::Misplaced(_) => Distrust::WrongRecord.into(),
        UnwrapError::Reader { .. } | UnwrapError::Purpose | UnwrapError::Kind => Distrust::StrangersWrap.into(),
        error => Failure::vault(error),
    }
}
