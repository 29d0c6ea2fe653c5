//! What the council votes on, for admins.

use super::{
    asker::admin,
    paging::{Window, limit, page},
};
use crate::{
    app::App,
    columns::{from_scale, identifier, maybe_number, number},
    index::{Foreign, cursor, scale},
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Query, State},
};
use chartkey_protocol::{MotionRow, Page, Paging};
use chartkey_vocabulary::{Account, Council, DAY, Motion, Time};
use serde::Deserialize;
use sqlx::{Row, any::AnyRow};

/// A ballot lapses so long after its first vote, as the law of the contracts has it.
const BALLOT_LASTS: Time = 14 * DAY;

/// Which motions an admin wants to see.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    carried: bool,
}

/// Motions that are open, or, where `carried` is asked for, those that were carried, the newest first.
#[utoipa::path(get, path = "/api/motions", tag = "reads", security(("bearer" = [])),
    params(("carried" = Option<bool>, Query), ("after" = Option<String>, Query), ("limit" = Option<u16>, Query)),
    responses((status = 200, body = Page<MotionRow>)))]
pub(super) async fn motions(
    State(app): State<App>,
    who: SignedIn,
    Query(wanted): Query<Wanted>,
    Query(paging): Query<Paging>,
) -> Answer<Page<MotionRow>> {
    admin(&app, who.account).await?;
    let found = if wanted.carried { carried(&app, &paging).await? } else { open(&app, &paging).await? };
    Ok(Json(page(&app, limit(&paging), found).await?))
}

/// The admins, and how many of them carry a motion.
#[utoipa::path(get, path = "/api/council", tag = "reads", security(("bearer" = [])),
    responses((status = 200, body = Object)))]
pub(super) async fn council(State(app): State<App>, who: SignedIn) -> Answer<Council> {
    admin(&app, who.account).await?;
    let rows = sqlx::query("SELECT account FROM members WHERE role = 'admin' ORDER BY account");
    let rows = rows.fetch_all(app.db.pool()).await?;
    let admins = rows.iter().map(|row| identifier(row, "account")).collect::<Result<_, _>>()?;
    let quorum = cursor(app.db.pool()).await?.map_or(0, |cursor| cursor.quorum);
    Ok(Json(Council { admins, quorum: u8::try_from(quorum).unwrap_or(u8::MAX) }))
}

async fn open(app: &App, paging: &Paging) -> Result<Vec<(String, MotionRow)>, Failed> {
    let rows = sqlx::query(
        "SELECT motion, opened, yes FROM ballots WHERE motion > $1 AND opened > $2 ORDER BY motion LIMIT $3",
    )
    // A text that is no motion finds those behind where it would stand.
    .bind(paging.after.as_deref().unwrap_or_default())
    .bind(app.now().saturating_sub(BALLOT_LASTS) as i64)
    .bind(limit(paging) as i64 + 1)
    .fetch_all(app.db.pool())
    .await?;
    let read = |row: &AnyRow| {
        let opened = number(row, "opened")?;
        let yes: Vec<Account> = from_scale(row, "yes")?;
        let until = Some(opened + BALLOT_LASTS);
        Ok((row.try_get("motion")?, MotionRow { motion: motion(row)?, yes, until, carried: None }))
    };
    Ok(rows.iter().map(read).collect::<Result<_, sqlx::Error>>()?)
}

async fn carried(app: &App, paging: &Paging) -> Result<Vec<(String, MotionRow)>, Failed> {
    let window = Window::of(paging)?;
    let rows = sqlx::query(
        "SELECT position, motion, at FROM carried_motions WHERE position < $1 ORDER BY position DESC LIMIT $2",
    );
    let rows = rows.bind(window.before).bind(window.fetch()).fetch_all(app.db.pool()).await?;
    let read = |row: &AnyRow| {
        let position: i64 = row.try_get("position")?;
        let carried = maybe_number(row, "at")?;
        Ok((position.to_string(), MotionRow { motion: motion(row)?, yes: Vec::new(), until: None, carried }))
    };
    Ok(rows.iter().map(read).collect::<Result<_, sqlx::Error>>()?)
}

fn motion(row: &AnyRow) -> Result<Motion, sqlx::Error> {
    let bytes = hex::decode(row.try_get::<&str, _>("motion")?).map_err(|_| Foreign("a motion"))?;
    Ok(scale(bytes)?)
}
