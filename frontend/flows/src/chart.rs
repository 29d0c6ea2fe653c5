//! What exists of a patient: the service's lists, held against what the chain counts and says.

use crate::{distrust::Distrust, failure::Failure, signed_in::SignedIn};
use chartkey_client::At;
use chartkey_protocol::{GrantRow, Paging, RecordRow, RequestRow};
use chartkey_vocabulary::{Account, Between, Event, Facts, Grant, RecordId, RecordsEvent, Time};
use futures::{StreamExt, TryStreamExt, stream};

/// So many questions to the node are under way at once.
const AT_ONCE: usize = 16;
/// So many events are asked for at once, and so many times: a list without an end is no list of one person's.
const EVENTS: u16 = 200;
const PAGES: usize = 50;

/// How a record came to an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// Whose it was.
    pub owner: Account,
    /// Who withdrew it: the owner or a guardian.
    pub by: Account,
    /// When.
    pub at: Time,
}

/// The records of a patient. The patient and guardians get all of them or an error; a reader those the keys cover.
///
/// # Errors
/// `HiddenRecord` when the chain counts another number, `FalseRow` when it contradicts a row.
pub async fn records(who: &SignedIn, patient: Account) -> Result<Vec<RecordRow>, Failure> {
    let whole = stands_for(who, patient).await?;
    agreeing(who, Distrust::HiddenRecord, async || {
        let rows = who.oracle().records_of(patient).await?;
        let at = who.now().await?;
        if whole && rows.len() as u64 != u64::from(at.records().shelf(patient).await?.records) {
            return Ok(None);
        }
        let known = gather(rows.iter().map(|row| row_stands(&at, row, patient))).await?;
        // A record withdrawn or amended this moment is not yet so in the list.
        Ok(known.into_iter().all(|stands| stands).then_some(rows))
    })
    .await
}

/// How a record of one of these people, the asker and wards, was withdrawn. That it is gone the chain says, who and when
/// the service; nothing while the chain has it, or where no event of theirs names it.
///
/// # Errors
/// When service or chain do not answer.
pub async fn withdrawn(who: &SignedIn, record: RecordId, of: &[Account]) -> Result<Option<Withdrawn>, Failure> {
    if who.now().await?.records().record(record).await?.is_some() {
        return Ok(None);
    }
    for owner in of {
        let mut paging = Paging { after: None, limit: Some(EVENTS) };
        for _ in 0..PAGES {
            let page = who.oracle().explore_account(*owner, &paging).await?;
            let found = page.rows.iter().find_map(|row| match row.event {
                Event::Records(RecordsEvent::Withdrawn { record: gone, owner: whose, by })
                    if (gone, whose) == (record, *owner) =>
                {
                    Some(Withdrawn { owner: *owner, by, at: row.at })
                }
                _ => None,
            });
            if found.is_some() {
                return Ok(found);
            }
            paging.after = page.next;
            if paging.after.is_none() {
                break;
            }
        }
    }
    Ok(None)
}

/// The keys to a patient's records that are on file, as the chain has them.
///
/// # Errors
/// `HiddenGrant` when the chain counts another number.
pub async fn grants(who: &SignedIn, patient: Account) -> Result<Vec<(Between, Grant)>, Failure> {
    let whole = stands_for(who, patient).await?;
    agreeing(who, Distrust::HiddenGrant, async || {
        let rows = who.oracle().grants_of(patient).await?;
        let rows: Vec<GrantRow> = rows.into_iter().filter(|row| row.ended.is_none()).collect();
        let at = who.now().await?;
        if whole && rows.len() as u64 != u64::from(at.consent().desk(patient).await?.grants) {
            return Ok(None);
        }
        let grants = gather(rows.iter().map(|row| standing_grant(&at, row))).await?;
        let Some(mut grants) = grants.into_iter().collect::<Option<Vec<_>>>() else { return Ok(None) };
        // Twice the same key would make room for hiding another.
        grants.sort_by_key(|(between, _)| *between);
        let distinct = grants.windows(2).all(|pair| pair[0].0 != pair[1].0);
        Ok((distinct && grants.iter().all(|(between, _)| between.patient == patient)).then_some(grants))
    })
    .await
}

/// The keys that open one record now.
///
/// # Errors
/// As [`grants`].
pub async fn keys_to(who: &SignedIn, facts: &Facts) -> Result<Vec<(Between, Grant)>, Failure> {
    let now = who.now().await?.time().await?;
    let mut keys = grants(who, facts.owner).await?;
    keys.retain(|(between, grant)| {
        let reaches = between.purpose.reach().has(facts.kind) && grant.terms.scope.covers(facts, between.reader);
        reaches && now < grant.terms.until
    });
    Ok(keys)
}

/// The requests to a patient that are open on the chain.
///
/// # Errors
/// When service or chain do not answer.
pub async fn requests(who: &SignedIn, patient: Account) -> Result<Vec<RequestRow>, Failure> {
    let rows = who.oracle().requests_of(patient).await?;
    let at = who.now().await?;
    let mut open = Vec::new();
    for row in rows {
        let between = Between { patient: row.patient, reader: row.reader, purpose: row.purpose };
        match at.consent().request_of(between).await? {
            Some(request) if request.terms == row.terms => open.push(row),
            // Somebody may answer on the strength of what is shown here: it must be what was asked.
            Some(_) => return Err(Distrust::FalseRow.into()),
            None => {}
        }
    }
    Ok(open)
}

/// Whether somebody is the patient or acts for them.
///
/// # Errors
/// When the chain does not answer.
pub async fn stands_for(who: &SignedIn, patient: Account) -> Result<bool, Failure> {
    Ok(who.account() == patient || who.now().await?.registry().guards(who.account(), patient).await?)
}

/// Asks until list and chain agree: one may be a block ahead of the other. When they never do, something is wrong.
async fn agreeing<T>(
    who: &SignedIn,
    otherwise: Distrust,
    ask: impl AsyncFn() -> Result<Option<T>, Failure>,
) -> Result<T, Failure> {
    for pause in [100, 200, 400, 800, 1500, 3000] {
        if let Some(list) = ask().await? {
            return Ok(list);
        }
        who.oracle().http().pause(pause).await;
    }
    ask().await?.ok_or_else(|| otherwise.into())
}

/// Whether the chain knows the record as the row has it.
async fn row_stands(at: &At, row: &RecordRow, patient: Account) -> Result<bool, Failure> {
    if row.owner != patient {
        return Err(Distrust::FalseRow.into());
    }
    let Some(record) = at.records().record(row.record).await? else { return Ok(false) };
    if record.owner != row.owner || record.author != row.author || record.kind != row.kind {
        return Err(Distrust::FalseRow.into());
    }
    Ok(usize::from(record.versions) == row.versions.len())
}

async fn standing_grant(at: &At, row: &GrantRow) -> Result<Option<(Between, Grant)>, Failure> {
    let between = Between { patient: row.patient, reader: row.reader, purpose: row.purpose };
    Ok(at.consent().grant_of(between).await?.map(|grant| (between, grant)))
}

async fn gather<T>(
    questions: impl Iterator<Item = impl Future<Output = Result<T, Failure>>>,
) -> Result<Vec<T>, Failure> {
    stream::iter(questions).buffered(AT_ONCE).try_collect().await
}

/// Records with a version sealed before the patient's present epoch: a reader who lost their key may still hold its
/// key.
///
/// # Errors
/// As [`records`].
pub async fn behind(who: &SignedIn, patient: Account) -> Result<Vec<(RecordId, u16)>, Failure> {
    let (at, rows) = (who.now().await?, records(who, patient).await?);
    let epoch = at.consent().desk(patient).await?.epoch;
    let versions = rows.iter().flat_map(|row| (1..=row.versions.len() as u16).map(|number| (row.record, number)));
    // In the first epoch nobody has lost a key yet.
    let versions = versions.filter(|_| epoch > 0);
    let behind = gather(versions.map(|(record, number)| sealed_before(&at, record, number, epoch))).await?;
    Ok(behind.into_iter().flatten().collect())
}

/// The version, when it was sealed before this epoch.
async fn sealed_before(at: &At, record: RecordId, number: u16, epoch: u32) -> Result<Option<(RecordId, u16)>, Failure> {
    let version = at.records().version(record, number).await?;
    Ok(version.filter(|version| version.epoch < epoch).map(|_| (record, number)))
}
