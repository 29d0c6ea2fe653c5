//! Content keys, each sealed to one reader: handed in by whoever holds the key, released like the blob itself.

use super::{LARGEST, follow};
use crate::{
    app::App,
    columns::small,
    db::hex,
    door::{self, Allowed, For, NotHead, number, word},
    log::{self, Permit},
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use chartkey_protocol::{LineKind, Why, Wrap, Wraps};
use chartkey_vocabulary::{Account, DAY, Decision, Denial, FindingId, Record, RecordId, Time, Version};
use futures::future::try_join_all;
use sqlx::{Any, Row, Transaction};

/// Wraps of one request.
const AT_ONCE: usize = 64;
/// An author hands keys in right after writing; later it is the owner who does. A doctor whom the patient has left long
/// since shall not be able to put a useless wrap in the place of one that is to come.
const AUTHORS_TIME: Time = DAY;

/// Hands wraps of one version in, or of findings about it. Earlier ones of the same blob, reader and purpose are
/// replaced.
#[utoipa::path(put, path = "/api/records/{record}/versions/{version}/wraps", tag = "keys", security(("bearer" = [])),
    params(("record" = String, Path), ("version" = u16, Path)), request_body = Wraps, responses((status = 204)))]
pub(super) async fn put(
    State(app): State<App>,
    who: SignedIn,
    Path((record, version)): Path<(RecordId, u16)>,
    Json(Wraps { wraps }): Json<Wraps>,
) -> Result<StatusCode, Failed> {
    if wraps.is_empty() || wraps.len() > AT_ONCE {
        return Err(Failed::new(Why::BadRequest, "From 1 to 64 wraps can be handed in at once."));
    }
    if wraps.iter().any(|wrap| wrap.key.0.is_empty() || wrap.key.0.len() > LARGEST) {
        return Err(Failed::new(Why::TooLarge, "A wrap has from 1 to 4096 bytes."));
    }
    let (stands, row) = (app.chain.record(record).await?, app.chain.version(record, version).await?);
    let (Some(stands), Some(row)) = (stands, row) else {
        return Err(Failed::new(Why::NotFound, "There is no such record, or it was withdrawn."));
    };
    let by = hand_of(&app, who.account, &stands, &row).await?;
    for wrap in &wraps {
        let of_finding = by == Hand::Own && door::is_finding_of(&app, record, &wrap.cid).await?;
        if wrap.cid != row.sealed.cid && !of_finding {
            return Err(Failed::new(Why::Conflict, "The chain names another blob. Read again."));
        }
    }
    try_join_all(wraps.iter().map(|wrap| may_be_given(&app, who.account, record, stands.owner, wrap))).await?;
    let mut tx = app.db.write().await?;
    // The index may not have come to this record yet; what follows from its later events needs it here.
    follow::chart(&mut tx, record, stands.owner, stands.kind).await?;
    for wrap in &wraps {
        if by == Hand::Author && is_anothers(&mut tx, record, version, wrap, who.account).await? {
            return Err(Failed::new(Why::Conflict, "The patient has handed in this wrap already."));
        }
        store(&mut tx, record, version, wrap, Some(who.account)).await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whose hand hands a wrap in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hand {
    /// The owner's or a guardian's.
    Own,
    /// That of whoever wrote this version.
    Author,
}

async fn hand_of(app: &App, account: Account, stands: &Record, row: &Version) -> Result<Hand, Failed> {
    if account == stands.owner || app.chain.guards(account, stands.owner).await? {
        return Ok(Hand::Own);
    }
    if account == row.by && app.now() < row.at + AUTHORS_TIME {
        return Ok(Hand::Author);
    }
    Err(Failed::new(Why::NotAllowed, "Only the patient, and the author for a day, hand in keys to a record."))
}

/// Whether this reader may have this wrap. What a wrap is for is decided again whenever it is asked for; this keeps out
/// what nobody could ever use.
async fn may_be_given(app: &App, by: Account, record: RecordId, owner: Account, wrap: &Wrap) -> Result<(), Failed> {
    if wrap.reader != owner && wrap.reader != by {
        match app.chain.may_open(record, wrap.reader, wrap.purpose).await?.answer {
            // A key that counts openings is of use once the next one was announced.
            Decision::Allowed(_) | Decision::Denied(Denial::NotAnnounced) => {}
            Decision::Denied(denial) => {
                let title = "The chain does not let this reader open the record.";
                return Err(Failed::new(Why::NotAllowed, title).denial(word(&denial)));
            }
        }
    }
    match app.chain.member(wrap.reader).await? {
        Some(reader) if reader.epoch == wrap.epoch => Ok(()),
        Some(_) => Err(Failed::new(Why::Conflict, "The reader has other keys now. Read them again.")),
        None => Err(Failed::new(Why::Refused, "The reader is not registered.")),
    }
}

/// Stores the wraps that come with a machine's finding. Those of anything but a finding's own output are left out: a
/// machine hands in no keys to records.
///
/// # Errors
/// When the database fails.
pub async fn put_wraps(
    tx: &mut Transaction<'static, Any>,
    record: RecordId,
    version: u16,
    wraps: &[Wrap],
) -> Result<(), sqlx::Error> {
    for wrap in wraps.iter().take(AT_ONCE) {
        let sound = !wrap.key.0.is_empty() && wrap.key.0.len() <= LARGEST;
        if sound && !door::is_version(tx, &wrap.cid).await? {
            store(tx, record, version, wrap, None).await?;
        }
    }
    Ok(())
}

async fn store(
    tx: &mut Transaction<'static, Any>,
    record: RecordId,
    version: u16,
    wrap: &Wrap,
    made_by: Option<Account>,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO wraps (record, version, cid, reader, purpose, epoch, wrap, made_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (record, version, cid, reader, purpose) \
         DO UPDATE SET epoch = excluded.epoch, wrap = excluded.wrap, made_by = excluded.made_by",
    )
    .bind(hex(record.0))
    .bind(i64::from(version))
    .bind(hex(wrap.cid.0))
    .bind(hex(wrap.reader.0))
    .bind(word(&wrap.purpose))
    .bind(i64::from(wrap.epoch))
    .bind(wrap.key.0.clone())
    .bind(made_by.map(|by| hex(by.0)))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Whether somebody else handed in the wrap that this one would replace.
async fn is_anothers(
    tx: &mut Transaction<'static, Any>,
    record: RecordId,
    version: u16,
    wrap: &Wrap,
    by: Account,
) -> Result<bool, sqlx::Error> {
    let row = sqlx::query(
        "SELECT made_by FROM wraps WHERE record = $1 AND version = $2 AND cid = $3 AND reader = $4 AND purpose = $5",
    )
    .bind(hex(record.0))
    .bind(i64::from(version))
    .bind(hex(wrap.cid.0))
    .bind(hex(wrap.reader.0))
    .bind(word(&wrap.purpose))
    .fetch_optional(&mut **tx)
    .await?;
    match row {
        Some(row) => Ok(row.try_get::<Option<String>, _>(0)? != Some(hex(by.0))),
        None => Ok(false),
    }
}

/// The asker's own wrap of a version.
#[utoipa::path(get, path = "/api/records/{record}/versions/{version}/wrap", tag = "keys", security(("bearer" = [])),
    params(("record" = String, Path), ("version" = u16, Path), For), responses((status = 200, body = Wrap)))]
pub(super) async fn of_version(
    _: NotHead,
    State(app): State<App>,
    who: SignedIn,
    Path((record, version)): Path<(RecordId, u16)>,
    Query(For { purpose }): Query<For>,
) -> Answer<Wrap> {
    let allowed = door::to_version(&app, who.account, record, version, purpose).await?;
    opened(&app, &allowed).await
}

/// The asker's own wrap of a machine's output.
#[utoipa::path(get, path = "/api/findings/{finding}/wrap", tag = "keys", security(("bearer" = [])),
    params(("finding" = String, Path), For), responses((status = 200, body = Wrap)))]
pub(super) async fn of_finding(
    _: NotHead,
    State(app): State<App>,
    who: SignedIn,
    Path(finding): Path<FindingId>,
    Query(For { purpose }): Query<For>,
) -> Answer<Wrap> {
    let allowed = door::to_finding(&app, who.account, finding, purpose).await?;
    opened(&app, &allowed).await
}

async fn opened(app: &App, allowed: &Allowed) -> Answer<Wrap> {
    let row = sqlx::query(
        "SELECT epoch, wrap FROM wraps \
         WHERE record = $1 AND version = $2 AND cid = $3 AND reader = $4 AND purpose = $5",
    )
    .bind(hex(allowed.record.0))
    .bind(i64::from(allowed.version))
    .bind(hex(allowed.cid.0))
    .bind(hex(allowed.reader.0))
    .bind(word(&allowed.purpose))
    .fetch_optional(app.db.pool())
    .await?
    .ok_or_else(|| Failed::new(Why::NotFound, "You may open this, but nobody has wrapped its key for you yet."))?;
    let key: Vec<u8> = row.try_get(1)?;
    let wrap = Wrap {
        reader: allowed.reader,
        purpose: allowed.purpose,
        epoch: small(&row, 0)?,
        cid: allowed.cid,
        key: key.into(),
    };
    let last = number(wrap.key.0.len() as u64).max(1) as u64 - 1;
    let permit = log::write(app, allowed.line(LineKind::Wrap, 0, last)).await?;
    Ok(release(permit, wrap))
}

/// The one place where a wrapped key leaves.
fn release(_: Permit, wrap: Wrap) -> Json<Wrap> {
    Json(wrap)
}
