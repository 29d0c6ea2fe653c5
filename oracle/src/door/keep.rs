//! The books of what is kept: what the chain names by the word of whoever brought it stays, what somebody just brought
//! stays a while, the rest leaves.
//!
//! A name given or taken is written in the transaction that hears of it. A blob leaves in two steps: marked, so that
//! nobody relies on it any more, then removed; a crash between the two is made good by doing the second again.

use super::brought;
use crate::{app::App, db::hex};
use chartkey_vocabulary::{Account, Cid, FindingId, RecordId, Time};
use sqlx::{Any, Row, Transaction};

/// Something on the chain that names a blob.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// A version of a record, and who named it, if the chain says so.
    Version(RecordId, u16, Option<Account>),
    /// What this worker found.
    Finding(FindingId, Account, RecordId),
    /// An account's key bundle.
    Keys(Account),
    /// A professional's public card.
    Card(Account),
}

impl Name {
    fn columns(self) -> (&'static str, String, String, Option<String>) {
        match self {
            Self::Version(record, version, _) => ("version", hex(record.0), version.to_string(), Some(hex(record.0))),
            Self::Finding(finding, worker, record) => ("finding", hex(finding.0), hex(worker.0), Some(hex(record.0))),
            Self::Keys(account) => ("keys", hex(account.0), String::new(), None),
            Self::Card(account) => ("card", hex(account.0), String::new(), None),
        }
    }

    /// Who gives this name.
    fn namer(self) -> Option<String> {
        match self {
            Self::Version(_, _, by) => by.map(|by| hex(by.0)),
            Self::Finding(_, account, _) | Self::Keys(account) | Self::Card(account) => Some(hex(account.0)),
        }
    }
}

/// The chain names this blob so; what it named so before may leave.
pub(super) async fn name(tx: &mut Transaction<'static, Any>, name: Name, cid: &Cid) -> Result<(), sqlx::Error> {
    let before = named_so(tx, name).await?;
    if let Some(before) = &before {
        // While it can still be told whose holding the old name rests on: that goes with it.
        brought::settle(tx, before).await?;
    }
    let (kind, subject, part, record) = name.columns();
    sqlx::query(
        "INSERT INTO blob_names (kind, subject, part, record, cid, namer) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (kind, subject, part) DO UPDATE SET cid = excluded.cid, namer = excluded.namer",
    )
    .bind(kind)
    .bind(subject)
    .bind(part)
    .bind(record)
    .bind(hex(cid.0))
    .bind(name.namer())
    .execute(&mut **tx)
    .await?;
    // A doom stands until the janitor looks: a stranger's name must not end it.
    brought::settle(tx, &hex(cid.0)).await?;
    match before {
        Some(before) if before != hex(cid.0) => doom(tx, &before).await,
        _ => Ok(()),
    }
}

/// The chain names nothing so any more.
pub(super) async fn unname(tx: &mut Transaction<'static, Any>, name: Name) -> Result<(), sqlx::Error> {
    let Some(before) = named_so(tx, name).await? else { return Ok(()) };
    let (kind, subject, part, _) = name.columns();
    sqlx::query("DELETE FROM blob_names WHERE kind = $1 AND subject = $2 AND part = $3")
        .bind(kind)
        .bind(subject)
        .bind(part)
        .execute(&mut **tx)
        .await?;
    doom(tx, &before).await
}

/// The chain names nothing of this record any more.
pub(super) async fn unname_record(tx: &mut Transaction<'static, Any>, record: RecordId) -> Result<(), sqlx::Error> {
    let rows = sqlx::query("SELECT cid FROM blob_names WHERE record = $1 ORDER BY cid")
        .bind(hex(record.0))
        .fetch_all(&mut **tx)
        .await?;
    let cids = rows.iter().map(|row| row.try_get(0)).collect::<Result<Vec<String>, sqlx::Error>>()?;
    for cid in &cids {
        brought::settle(tx, cid).await?;
    }
    sqlx::query("DELETE FROM blob_names WHERE record = $1").bind(hex(record.0)).execute(&mut **tx).await?;
    for cid in &cids {
        doom(tx, cid).await?;
    }
    Ok(())
}

async fn named_so(tx: &mut Transaction<'static, Any>, name: Name) -> Result<Option<String>, sqlx::Error> {
    let (kind, subject, part, _) = name.columns();
    sqlx::query("SELECT cid FROM blob_names WHERE kind = $1 AND subject = $2 AND part = $3")
        .bind(kind)
        .bind(subject)
        .bind(part)
        .fetch_optional(&mut **tx)
        .await?
        .map(|row| row.try_get(0))
        .transpose()
}

/// Has the janitor look whether this blob must leave.
pub(super) async fn doom(tx: &mut Transaction<'static, Any>, cid: &str) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO doomed (cid, due, tries, leaving) VALUES ($1, 0, 0, 0) ON CONFLICT (cid) DO NOTHING")
        .bind(cid)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Whether the chain names this blob by the word of somebody who brought it.
async fn is_named(tx: &mut Transaction<'static, Any>, cid: &str) -> Result<bool, sqlx::Error> {
    let row = sqlx::query(
        "SELECT n.cid FROM blob_names n JOIN holdings h ON h.cid = n.cid AND h.account = n.namer \
         WHERE n.cid = $1 LIMIT 1",
    )
    .bind(cid)
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.is_some())
}

/// Whether a finding about this record is sealed in this blob.
pub(crate) async fn is_finding_of(app: &App, record: RecordId, cid: &Cid) -> Result<bool, sqlx::Error> {
    let row = sqlx::query("SELECT cid FROM blob_names WHERE cid = $1 AND kind = 'finding' AND record = $2 LIMIT 1")
        .bind(hex(cid.0))
        .bind(hex(record.0))
        .fetch_optional(app.db.pool())
        .await?;
    Ok(row.is_some())
}

/// Whether a version of a record is sealed in this blob.
pub(crate) async fn is_version(tx: &mut Transaction<'static, Any>, cid: &Cid) -> Result<bool, sqlx::Error> {
    let row = sqlx::query("SELECT cid FROM blob_names WHERE cid = $1 AND kind = 'version' LIMIT 1")
        .bind(hex(cid.0))
        .fetch_optional(&mut **tx)
        .await?;
    Ok(row.is_some())
}

/// Whether this blob is the key bundle or public card of somebody who brought it. What others sealed does not become
/// public by being called so.
pub(super) async fn is_public(app: &App, cid: &Cid) -> Result<bool, sqlx::Error> {
    let named = sqlx::query(
        "SELECT n.cid FROM blob_names n JOIN holdings h ON h.cid = n.cid AND h.account = n.namer \
         WHERE n.cid = $1 AND n.kind IN ('keys', 'card') LIMIT 1",
    )
    .bind(hex(cid.0))
    .fetch_optional(app.db.pool())
    .await?;
    if named.is_some() {
        return Ok(true);
    }
    // A card the index knows of, and the janitor has not come to yet.
    let row = sqlx::query(
        "SELECT p.card FROM profiles p JOIN holdings h ON h.cid = p.card AND h.account = p.account \
         WHERE p.card = $1 LIMIT 1",
    )
    .bind(hex(cid.0))
    .fetch_optional(app.db.pool())
    .await?;
    Ok(row.is_some())
}

/// Whether somebody has brought this blob and the chain has not named it yet.
pub(super) async fn awaits_a_name(app: &App, cid: &Cid) -> Result<bool, sqlx::Error> {
    let row = sqlx::query("SELECT cid FROM holdings WHERE cid = $1 AND until > $2 LIMIT 1")
        .bind(hex(cid.0))
        .bind(super::number(app.now()))
        .fetch_optional(app.db.pool())
        .await?;
    Ok(row.is_some())
}

/// Notes that this account has brought a blob; `false` while the blob is just being removed.
pub(super) async fn hold(
    tx: &mut Transaction<'static, Any>,
    cid: &Cid,
    account: Account,
    size: u64,
    until: Time,
) -> Result<bool, sqlx::Error> {
    let cid = hex(cid.0);
    let leaving = sqlx::query("SELECT cid FROM doomed WHERE cid = $1 AND leaving = 1").bind(&cid);
    if leaving.fetch_optional(&mut **tx).await?.is_some() {
        return Ok(false);
    }
    sqlx::query("DELETE FROM doomed WHERE cid = $1").bind(&cid).execute(&mut **tx).await?;
    sqlx::query(
        "INSERT INTO holdings (cid, account, size, until) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (cid, account) DO UPDATE SET until = excluded.until",
    )
    .bind(&cid)
    .bind(hex(account.0))
    .bind(super::number(size))
    .bind(super::number(until))
    .execute(&mut **tx)
    .await?;
    // They may have named it before they brought it.
    brought::settle(tx, &cid).await?;
    Ok(true)
}

/// Marks a doomed blob as leaving; `false` when something still needs it, which ends its doom.
pub(super) async fn begin_leaving(
    tx: &mut Transaction<'static, Any>,
    cid: &str,
    now: Time,
) -> Result<bool, sqlx::Error> {
    brought::settle(tx, cid).await?;
    let held = sqlx::query("SELECT cid FROM holdings WHERE cid = $1 AND until > $2 LIMIT 1")
        .bind(cid)
        .bind(super::number(now))
        .fetch_optional(&mut **tx)
        .await?;
    if held.is_some() || is_named(tx, cid).await? {
        sqlx::query("DELETE FROM doomed WHERE cid = $1").bind(cid).execute(&mut **tx).await?;
        return Ok(false);
    }
    sqlx::query("DELETE FROM holdings WHERE cid = $1").bind(cid).execute(&mut **tx).await?;
    sqlx::query("UPDATE doomed SET leaving = 1 WHERE cid = $1").bind(cid).execute(&mut **tx).await?;
    Ok(true)
}
