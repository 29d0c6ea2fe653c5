//! Tending: wraps that keys on the chain allow and that nobody has made are made by who can, the owner or a guardian.

use crate::{
    distrust::Distrust,
    emergency,
    failure::Failure,
    keys::Bundles,
    open_record::{Found, Which, content_key, find, unwrapped},
    person::Person,
    wraps::{self, Reader, hand_in, may_have, wrap_for},
};
use chartkey_protocol::Missing;
use chartkey_vault::ContentKey;
use chartkey_vocabulary::{Account, Cid, FindingId, RecordId};
use std::collections::BTreeMap;

/// A version, or a finding about it.
type Sealed = (RecordId, u16, Option<FindingId>);

/// What could not be tended, and why; the rest was.
#[derive(Debug, Default)]
pub struct Tended {
    /// Wraps made.
    pub made: usize,
    /// What does not open to this person.
    pub failed: Vec<(RecordId, Failure)>,
}

/// Makes the wraps that are missing in this person's chart.
///
/// # Errors
/// When the service does not say what is missing, or is far behind the chain.
pub async fn tend(who: &Person) -> Result<Tended, Failure> {
    chart(who, who.account()).await
}

/// Makes the wraps that are missing in a chart this person keeps, their own or a ward's.
///
/// # Errors
/// As [`tend`].
pub async fn chart(who: &Person, patient: Account) -> Result<Tended, Failure> {
    wraps::leftovers(who).await?;
    // Nothing missing may mean that the service has not heard yet.
    who.followed(who.now().await?.height()).await?;
    let mut missing = BTreeMap::<Sealed, Vec<Missing>>::new();
    for row in who.oracle().missing_wraps(patient).await? {
        missing.entry((row.record, row.version, row.finding)).or_default().push(row);
    }
    let (mut bundles, mut tended) = (Bundles::new(who), Tended::default());
    for (sealed, rows) in missing {
        match one(who, sealed, &rows, &mut bundles).await {
            Ok(made) => tended.made += made,
            // One record that does not open keeps no other reader waiting.
            Err(failure) => tended.failed.push((sealed.0, failure)),
        }
    }
    emergency::keep_up(who, patient).await?;
    Ok(tended)
}

async fn one(who: &Person, sealed: Sealed, rows: &[Missing], bundles: &mut Bundles<'_>) -> Result<usize, Failure> {
    let (record, version, finding) = sealed;
    let found = find(who, Which { record, version: Some(version), purpose: None }).await?;
    let cid = match finding {
        None => found.version.sealed.cid,
        Some(finding) => cid_of(who, finding, record).await?,
    };
    if rows.iter().any(|row| row.cid != cid) {
        return Err(Distrust::OldVersion.into());
    }
    let mut readers = Vec::new();
    for Missing { reader, purpose, .. } in rows.iter().cloned() {
        // The service's word that a key is missing is no reason to give one.
        if may_have(who, record, reader, purpose).await? {
            readers.push(Reader { account: reader, purpose });
        }
    }
    if readers.is_empty() {
        return Ok(0);
    }
    let key = key_of(who, &found, record, finding, cid).await?;
    let made = wrap_for(bundles, &key, found.record.owner, found.context, cid, &readers).await?;
    let count = made.len();
    hand_in(who, record, version, made).await?;
    Ok(count)
}

async fn key_of(
    who: &Person,
    found: &Found,
    record: RecordId,
    finding: Option<FindingId>,
    cid: Cid,
) -> Result<ContentKey, Failure> {
    let Some(finding) = finding else { return content_key(who, record, found).await };
    let row = who.oracle().finding_wrap(finding, found.purpose).await?;
    unwrapped(who, found.record.owner, &row, found.purpose, found.context, cid)
}

async fn cid_of(who: &Person, finding: FindingId, record: RecordId) -> Result<Cid, Failure> {
    let stands = who.now().await?.records().finding(finding).await?;
    let stands = stands.ok_or_else(|| Failure::not("this finding is gone"))?;
    if stands.attestation.record == record { Ok(stands.cid) } else { Err(Distrust::FalseRow.into()) }
}
