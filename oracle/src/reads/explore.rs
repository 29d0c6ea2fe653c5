//! The account explorer: what was said on the chain, in words. Everybody follows their own account and their wards'; of
//! others only what the registry says of offices and professions is told.

use super::{
    asker::{nothing, own},
    paging::{Window, ended, limit, page, unknown_page},
    sentence,
};
use crate::{
    app::App,
    columns::{from_scale, identifier, number, small},
    db::hex,
    index::{Foreign, place},
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Path, Query, State},
};
use chartkey_protocol::{BlockRow, EventRow, Page, Paging};
use chartkey_vocabulary::{Account, Contract, Event, RecordsEvent, RegistryEvent, Role};
use sqlx::{Row, any::AnyRow};

/// Events that name an account, the newest first.
#[utoipa::path(get, path = "/api/explore/accounts/{account}", tag = "explore", security(("bearer" = [])),
    params(("account" = String, Path), ("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<EventRow>)))]
pub(super) async fn account(
    State(app): State<App>,
    who: SignedIn,
    Path(account): Path<Account>,
    Query(paging): Query<Paging>,
) -> Answer<Page<EventRow>> {
    own(&app, who.account, account).await?;
    let window = Window::of(&paging)?;
    let sql = "SELECT e.position, e.data, b.at FROM mentions m JOIN events e ON e.position = m.position \
               JOIN blocks b ON b.height = m.position / 1048576 \
               WHERE m.account = $1 AND m.position < $2 ORDER BY m.position DESC LIMIT $3";
    let found = window.rows(&app, sql, account).await?.iter().map(event).collect::<Result<_, _>>()?;
    Ok(Json(page(&app, window.limit, found).await?))
}

/// Blocks in which the contracts said something, the newest first.
#[utoipa::path(get, path = "/api/explore/blocks", tag = "explore", security(("bearer" = [])),
    params(("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<BlockRow>)))]
pub(super) async fn blocks(
    State(app): State<App>,
    _: SignedIn,
    Query(paging): Query<Paging>,
) -> Answer<Page<BlockRow>> {
    let window = Window::of(&paging)?;
    let rows =
        sqlx::query("SELECT height, hash, at, events FROM blocks WHERE height < $1 ORDER BY height DESC LIMIT $2");
    let mut found = Vec::new();
    for row in rows.bind(window.before).bind(window.fetch()).fetch_all(app.db.pool()).await? {
        let (height, hash) = (number(&row, "height")?, identifier(&row, "hash")?);
        let row = BlockRow { height, hash, at: number(&row, "at")?, events: small(&row, "events")? };
        found.push((height.to_string(), row));
    }
    Ok(Json(page(&app, window.limit, found).await?))
}

/// What was said in a block, in order, as far as it is public or the asker's own.
#[utoipa::path(get, path = "/api/explore/blocks/{height}", tag = "explore", security(("bearer" = [])),
    params(("height" = u64, Path), ("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<EventRow>)))]
pub(super) async fn block(
    State(app): State<App>,
    who: SignedIn,
    Path(height): Path<u64>,
    Query(paging): Query<Paging>,
) -> Answer<Page<EventRow>> {
    let limit = limit(&paging);
    if height >= 1 << 43 {
        return Err(nothing());
    }
    let first = (height << 20) as i64;
    let after: i64 = paging.after.map_or(Ok(first - 1), |after| after.parse()).map_err(|_| unknown_page())?;
    let mine = mine(&app, who.account).await?;
    let mut rows = sqlx::query(
        "SELECT e.position, e.data, b.at FROM events e JOIN blocks b ON b.height = $1 \
         WHERE e.position >= $2 AND e.position < $3 AND e.position > $4 ORDER BY e.position LIMIT $5",
    )
    .bind(height as i64)
    .bind(first)
    .bind(first + (1 << 20))
    .bind(after)
    .bind(limit as i64 + 1)
    .fetch_all(app.db.pool())
    .await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let mut found = rows.iter().map(event).collect::<Result<Vec<_>, _>>()?;
    let next = found.last().filter(|_| more).map(|(position, _)| position.clone());
    found.retain(|(_, row)| is_public(&row.event) || row.sentence.who.iter().any(|who| mine.contains(who)));
    let found = found.into_iter().map(|(_, row)| row).collect();
    Ok(Json(ended(&app, found, next).await?))
}

/// The asker and wards.
async fn mine(app: &App, asker: Account) -> Result<Vec<Account>, Failed> {
    let wards = sqlx::query(
        "SELECT g.patient FROM guardians g JOIN members m ON m.account = g.guardian \
         WHERE g.guardian = $1 AND m.role = 'patient' AND m.standing = 'active'",
    );
    let mut mine = vec![asker];
    for row in wards.bind(hex(asker.0)).fetch_all(app.db.pool()).await? {
        mine.push(identifier(&row, "patient")?);
    }
    Ok(mine)
}

/// What concerns no patient: who holds an office or a profession, what the council does, the anchors of the log.
fn is_public(event: &Event) -> bool {
    match event {
        Event::Registry(event) => match event {
            RegistryEvent::Registered { role, .. } => *role != Role::Patient,
            RegistryEvent::ProfileRevised { .. }
            | RegistryEvent::LicenceAttested { .. }
            | RegistryEvent::Voted { .. }
            | RegistryEvent::Retracted { .. }
            | RegistryEvent::Carried { .. }
            | RegistryEvent::Affiliated { .. }
            | RegistryEvent::Parted { .. }
            | RegistryEvent::Introduced => true,
            RegistryEvent::Left { .. }
            | RegistryEvent::KeysRotated { .. }
            | RegistryEvent::GuardianAppointed { .. }
            | RegistryEvent::GuardianDismissed { .. }
            | RegistryEvent::Assigned { .. }
            | RegistryEvent::Unassigned { .. } => false,
        },
        Event::Records(event) => matches!(event, RecordsEvent::Anchored { .. }),
        Event::Consent(_) | Event::Care(_) => false,
    }
}

fn event(row: &AnyRow) -> Result<(String, EventRow), sqlx::Error> {
    let position: i64 = row.try_get("position")?;
    let (height, index) = place(u64::try_from(position).map_err(|_| Foreign("a position"))?);
    let event: Event = from_scale(row, "data")?;
    let contract = match &event {
        Event::Registry(_) => Contract::Registry,
        Event::Consent(_) => Contract::Consent,
        Event::Records(_) => Contract::Records,
        Event::Care(_) => Contract::Care,
    };
    let sentence = sentence::of(&event);
    Ok((position.to_string(), EventRow { height, index, contract, event, sentence, at: number(row, "at")? }))
}
