//! Keys of emergency cards, split in three among custodians: two parts open the card, one tells nothing.

use super::LARGEST;
use crate::{
    app::App,
    columns::{identifier, small},
    db::hex,
    door::{self, Allowed, NotHead, number},
    log::{self, Permit},
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use chartkey_protocol::{LineKind, Share, Shares, Why};
use chartkey_vocabulary::{Purpose, RecordId};
use sqlx::{Row, any::AnyRow};

/// The owner splits a card's key among three custodians. Earlier parts are replaced.
#[utoipa::path(put, path = "/api/cards/{record}/shares", tag = "keys", security(("bearer" = [])),
    params(("record" = String, Path)), request_body = Shares, responses((status = 204)))]
pub(super) async fn put(
    State(app): State<App>,
    who: SignedIn,
    Path(record): Path<RecordId>,
    Json(Shares { cid, shares }): Json<Shares>,
) -> Result<StatusCode, Failed> {
    if shares.len() != 3 || shares.iter().any(|share| share.share.0.is_empty() || share.share.0.len() > LARGEST) {
        return Err(Failed::new(Why::BadRequest, "There are three parts of from 1 to 4096 bytes."));
    }
    let mut keepers: Vec<_> = shares.iter().map(|share| share.keeper).collect();
    keepers.sort_unstable();
    keepers.dedup();
    if keepers.len() != 3 || !keepers.iter().all(|keeper| app.settings.custodians.contains(keeper)) {
        return Err(Failed::new(Why::Refused, "The parts go to three custodians of this oracle."));
    }
    let allowed = latest(&app, &who, record, Purpose::Treatment).await?;
    if !allowed.is_own() {
        return Err(Failed::new(Why::NotAllowed, "Only the patient splits the key of a card."));
    }
    if allowed.cid != cid {
        return Err(Failed::new(Why::Conflict, "The chain names another blob. Read again."));
    }
    for share in &shares {
        match app.chain.member(share.keeper).await? {
            Some(keeper) if keeper.epoch == share.epoch => {}
            Some(_) => return Err(Failed::new(Why::Conflict, "A custodian has other keys now. Read them again.")),
            None => return Err(Failed::new(Why::Refused, "A custodian is not registered.")),
        }
    }
    let mut tx = app.db.write().await?;
    sqlx::query("DELETE FROM card_shares WHERE record = $1").bind(hex(record.0)).execute(&mut *tx).await?;
    for share in shares {
        sqlx::query(
            "INSERT INTO card_shares (record, keeper, patient, cid, epoch, share, at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(hex(record.0))
        .bind(hex(share.keeper.0))
        .bind(hex(allowed.patient.0))
        .bind(hex(cid.0))
        .bind(i64::from(share.epoch))
        .bind(share.share.0)
        .bind(number(app.now()))
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// For who broke the glass: the parts handed over so far, sealed to them. For the owner: the parts as they were put.
#[utoipa::path(get, path = "/api/cards/{record}/shares", tag = "keys", security(("bearer" = [])),
    params(("record" = String, Path)), responses((status = 200, body = Shares)))]
pub(super) async fn get(
    _: NotHead,
    State(app): State<App>,
    who: SignedIn,
    Path(record): Path<RecordId>,
) -> Answer<Shares> {
    let allowed = latest(&app, &who, record, Purpose::Emergency).await?;
    let rows = if allowed.is_own() {
        sqlx::query("SELECT keeper, epoch, share FROM card_shares WHERE record = $1 AND cid = $2 ORDER BY keeper")
            .bind(hex(record.0))
            .bind(hex(allowed.cid.0))
            .fetch_all(app.db.pool())
            .await?
    } else {
        sqlx::query(
            "SELECT keeper, epoch, share FROM handed_over \
             WHERE record = $1 AND cid = $2 AND reader = $3 ORDER BY keeper",
        )
        .bind(hex(record.0))
        .bind(hex(allowed.cid.0))
        .bind(hex(who.account.0))
        .fetch_all(app.db.pool())
        .await?
    };
    let shares = rows.iter().map(share).collect::<Result<Vec<_>, sqlx::Error>>()?;
    let answer = Shares { cid: allowed.cid, shares };
    let bytes: usize = answer.shares.iter().map(|share| share.share.0.len()).sum();
    if bytes == 0 {
        return Ok(Json(answer));
    }
    let permit = log::write(&app, allowed.line(LineKind::Card, 0, bytes as u64 - 1)).await?;
    Ok(release(permit, answer))
}

/// The one place where parts of a card's key leave for the one they were handed over to.
fn release(_: Permit, shares: Shares) -> Json<Shares> {
    Json(shares)
}

/// Whether the asker may open the record's latest version.
pub(super) async fn latest(app: &App, who: &SignedIn, record: RecordId, purpose: Purpose) -> Result<Allowed, Failed> {
    let stands = app.chain.record(record).await?;
    let version = stands.map(|record| record.versions).unwrap_or_default();
    door::to_version(app, who.account, record, version, purpose).await
}

fn share(row: &AnyRow) -> Result<Share, sqlx::Error> {
    let share: Vec<u8> = row.try_get(2)?;
    Ok(Share { keeper: identifier(row, 0)?, epoch: small(row, 1)?, share: share.into() })
}
