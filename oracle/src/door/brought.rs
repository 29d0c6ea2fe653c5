//! Who brought what: a name on the chain counts while whoever gave it holds the blob, having sent all of its bytes.
//!
//! Names of blobs are in public events, so anybody can repeat one, as their own key bundle or record. Were that enough,
//! they would be handed what others sealed, and could keep it here after its owner withdrew it.
//!
//! The chain says who adds and who amends. Of a version sealed anew it says only that the owner or a guardian did it.
//! The owner's holding counts at once; another's once that account has handed in a key to this blob of this version, as
//! whoever seals anew does next. To be somebody's guardian is not enough: one is appointed without being asked, and is
//! not to lend what one holds to whoever appoints. Nor is it enough to have written the version: its owner could then
//! name whatever else its author wrote, for whomever.

use super::{Allowed, number};
use crate::{app::App, db::hex};
use chartkey_vocabulary::{Account, Cid, DAY, Time};
use sqlx::{Any, Transaction};

/// A guardian who seals anew and loses the connection before handing the keys in has so long to come back.
const KEYS_DUE: Time = 7 * DAY;

/// Finds out who sealed this blob anew, where that has become known, and has the holdings stay that a name rests on.
pub(super) async fn settle(tx: &mut Transaction<'static, Any>, cid: &str) -> Result<(), sqlx::Error> {
    sqlx::query(
        "UPDATE blob_names SET namer = (SELECT MIN(h.account) FROM holdings h WHERE h.cid = blob_names.cid \
         AND (h.account = (SELECT c.owner FROM charted c WHERE c.record = blob_names.subject) \
         OR EXISTS (SELECT 1 FROM wraps w WHERE w.record = blob_names.subject \
         AND w.version = CAST(blob_names.part AS BIGINT) AND w.cid = h.cid AND w.made_by = h.account))) \
         WHERE cid = $1 AND kind = 'version' AND namer IS NULL",
    )
    .bind(cid)
    .execute(&mut **tx)
    .await?;
    sqlx::query(
        "UPDATE holdings SET until = 0 WHERE cid = $1 AND until > 0 \
         AND EXISTS (SELECT 1 FROM blob_names n WHERE n.cid = holdings.cid AND n.namer = holdings.account)",
    )
    .bind(cid)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// A version was sealed anew in this blob: what nobody's name keeps yet waits for its keys.
pub(super) async fn await_keys(tx: &mut Transaction<'static, Any>, cid: &Cid, now: Time) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE holdings SET until = $1 WHERE cid = $2 AND until > 0 AND until < $1")
        .bind(number(now.saturating_add(KEYS_DUE)))
        .bind(hex(cid.0))
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Whether this account has brought this blob.
pub(super) async fn holds(app: &App, account: Account, cid: &Cid) -> Result<bool, sqlx::Error> {
    let row = sqlx::query("SELECT cid FROM holdings WHERE cid = $1 AND account = $2")
        .bind(hex(cid.0))
        .bind(hex(account.0))
        .fetch_optional(app.db.pool())
        .await?;
    Ok(row.is_some())
}

/// Whether whoever named this version's blob, which `by` wrote, has brought it.
pub(super) async fn is_brought(app: &App, allowed: &Allowed, by: Account) -> Result<bool, sqlx::Error> {
    // The index may not have heard of it yet. Whatever the patient's own version names, the patient named it, or a
    // guardian, who may open all that is the patient's.
    if by == allowed.patient && holds(app, by, &allowed.cid).await? {
        return Ok(true);
    }
    let row = sqlx::query(
        "SELECT h.cid FROM holdings h WHERE h.cid = $1 AND (EXISTS (SELECT 1 FROM blob_names n \
         WHERE n.kind = 'version' AND n.subject = $2 AND n.part = $3 AND n.cid = h.cid AND n.namer = h.account) \
         OR EXISTS (SELECT 1 FROM wraps w WHERE w.record = $2 AND w.version = $4 AND w.cid = h.cid \
         AND w.made_by = h.account)) LIMIT 1",
    )
    .bind(hex(allowed.cid.0))
    .bind(hex(allowed.record.0))
    .bind(allowed.version.to_string())
    .bind(i64::from(allowed.version))
    .fetch_optional(app.db.pool())
    .await?;
    Ok(row.is_some())
}
