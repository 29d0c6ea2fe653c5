//! What custodians do: they see which glasses were broken, ask the chain themselves, and hand their parts over.

use super::LARGEST;
use crate::{
    app::App,
    columns::{identifier, small},
    db::hex,
    door::{Allowed, NotHead, number, to_version},
    log::{self, Permit},
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use chartkey_protocol::{LineKind, Page, Pending, Share, Why};
use chartkey_vocabulary::{Account, Basis, Cid, Purpose, RecordId, Time};
use serde::Deserialize;
use sqlx::Row;

/// Glasses of one page.
const AT_ONCE: i64 = 50;

/// From where.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct From {
    /// The `next` of the page before.
    after: Option<String>,
}

/// Broken glasses the asker has a part for and has not answered.
#[utoipa::path(get, path = "/api/custody", tag = "keys", params(From), security(("bearer" = [])),
    responses((status = 200, body = Page<Pending>)))]
pub(super) async fn pending(
    _: NotHead,
    State(app): State<App>,
    who: SignedIn,
    Query(From { after }): Query<From>,
) -> Answer<Page<Pending>> {
    let offset = match after.as_deref().map(str::parse::<u32>) {
        None => 0,
        Some(Ok(offset)) => i64::from(offset),
        Some(Err(_)) => return Err(Failed::new(Why::BadRequest, "There is no such page.")),
    };
    let found = sqlx::query(
        "SELECT s.record, s.cid, s.epoch, s.share, g.reader \
         FROM card_shares s JOIN broken_glasses g ON g.patient = s.patient \
         WHERE s.keeper = $1 AND g.until > $2 AND NOT EXISTS (SELECT 1 FROM handed_over h \
         WHERE h.record = s.record AND h.reader = g.reader AND h.keeper = s.keeper AND h.cid = s.cid) \
         ORDER BY g.until, g.patient, g.reader, s.record LIMIT $3 OFFSET $4",
    )
    .bind(hex(who.account.0))
    .bind(number(app.now()))
    .bind(AT_ONCE)
    .bind(offset)
    .fetch_all(app.db.pool())
    .await?;
    let next = (found.len() as i64 == AT_ONCE).then(|| (offset + AT_ONCE).to_string());
    let mut rows = Vec::new();
    for row in found {
        let (record, cid, reader): (RecordId, Cid, Account) =
            (identifier(&row, 0)?, identifier(&row, 1)?, identifier(&row, 4)?);
        // The chain's word, not our table's: a mended glass, another card or a new version ends it.
        let Some((allowed, until)) = emergency(&app, record, reader).await? else { continue };
        if allowed.cid != cid {
            continue;
        }
        let share: Vec<u8> = row.try_get(3)?;
        let pending = Pending {
            record,
            cid,
            version: allowed.version,
            patient: allowed.patient,
            reader,
            until,
            epoch: small(&row, 2)?,
            share: share.into(),
        };
        let mut line = allowed.line(LineKind::Card, 0, (pending.share.0.len() as u64).saturating_sub(1));
        line.reader = Some(who.account);
        line.basis = Some("custodian".into());
        let permit = log::write(&app, line).await?;
        rows.push(release(permit, pending));
    }
    let height = app.chain.finalized().await?.height;
    Ok(Json(Page { rows, next, height }))
}

/// The one place where a custodian's own part goes back to the custodian.
fn release(_: Permit, pending: Pending) -> Pending {
    pending
}

/// Hands the asker's part over, sealed to who broke the glass.
#[utoipa::path(put, path = "/api/custody/{record}/{reader}", tag = "keys", security(("bearer" = [])),
    params(("record" = String, Path), ("reader" = String, Path)), request_body = Share, responses((status = 204)))]
pub(super) async fn hand_over(
    State(app): State<App>,
    who: SignedIn,
    Path((record, reader)): Path<(RecordId, Account)>,
    Json(share): Json<Share>,
) -> Result<StatusCode, Failed> {
    let none = || Failed::new(Why::NotFound, "No part of yours is asked for here.");
    if share.keeper != who.account {
        return Err(Failed::new(Why::NotAllowed, "A custodian hands over the own part and no other's."));
    }
    if share.share.0.is_empty() || share.share.0.len() > LARGEST {
        return Err(Failed::new(Why::TooLarge, "A part has from 1 to 4096 bytes."));
    }
    let kept = sqlx::query("SELECT cid FROM card_shares WHERE record = $1 AND keeper = $2")
        .bind(hex(record.0))
        .bind(hex(who.account.0))
        .fetch_optional(app.db.pool())
        .await?
        .ok_or_else(none)?;
    let cid: String = kept.try_get(0)?;
    let (allowed, until) = emergency(&app, record, reader).await?.ok_or_else(none)?;
    if hex(allowed.cid.0) != cid {
        return Err(Failed::new(Why::Conflict, "The card was sealed anew since its key was split."));
    }
    if app.chain.member(reader).await?.is_none_or(|member| member.epoch != share.epoch) {
        return Err(Failed::new(Why::Conflict, "The reader has other keys now. Read them again."));
    }
    sqlx::query(
        "INSERT INTO handed_over (record, reader, keeper, patient, cid, epoch, share, until) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (record, reader, keeper) DO UPDATE SET \
         cid = excluded.cid, epoch = excluded.epoch, share = excluded.share, until = excluded.until",
    )
    .bind(hex(record.0))
    .bind(hex(reader.0))
    .bind(hex(who.account.0))
    .bind(hex(allowed.patient.0))
    .bind(cid)
    .bind(i64::from(share.epoch))
    .bind(share.share.0)
    .bind(number(until))
    .execute(app.db.pool())
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whether `reader` has broken the glass before this card, and until when; `None` when the chain says no.
async fn emergency(app: &App, record: RecordId, reader: Account) -> Result<Option<(Allowed, Time)>, Failed> {
    let Some(stands) = app.chain.record(record).await? else { return Ok(None) };
    match to_version(app, reader, record, stands.versions, Purpose::Emergency).await {
        Ok(allowed) => match allowed.basis {
            Basis::Emergency(until) => Ok(Some((allowed, until))),
            _ => Ok(None),
        },
        Err(Failed(problem)) if matches!(problem.why, Why::NotAllowed | Why::NotFound) => Ok(None),
        Err(failed) => Err(failed),
    }
}
