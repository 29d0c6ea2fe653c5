//! A person's notices in pages, and marks on those they have seen.

use super::write::{columns, read};
use crate::{
    app::App,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Query, State},
    http::StatusCode,
};
use chartkey_protocol::{Notice, Page, Paging, Seen, Why};
use sqlx::Row;

const PAGE: u16 = 50;
const LARGEST_PAGE: u16 = 200;

/// What the asker was told, the newest first.
#[utoipa::path(get, path = "/api/notices", tag = "notices", security(("bearer" = [])),
    params(("after" = Option<String>, Query, description = "The `next` of the page before"),
        ("limit" = Option<u16>, Query, description = "At most so many rows")),
    responses((status = 200, body = Page<Notice>)))]
pub(super) async fn list(
    State(app): State<App>,
    person: SignedIn,
    Query(paging): Query<Paging>,
) -> Answer<Page<Notice>> {
    let before = match paging.after.as_deref().map(str::parse::<u64>) {
        None => i64::MAX,
        Some(Ok(id)) => i64::try_from(id).unwrap_or(i64::MAX),
        Some(Err(_)) => return Err(Failed::new(Why::BadRequest, "This is no place in the list.")),
    };
    let limit = paging.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let rows = sqlx::query(concat!(
        "SELECT ",
        columns!(),
        " FROM notices WHERE account = $1 AND id < $2 ORDER BY id DESC LIMIT $3"
    ))
    .bind(crate::db::hex(person.account.0))
    .bind(before)
    .bind(i64::from(limit) + 1)
    .fetch_all(app.db.pool())
    .await?;
    let mut notices = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let more = notices.len() > usize::from(limit);
    notices.truncate(limit.into());
    let next = notices.last().filter(|_| more).map(|last| last.id.to_string());
    Ok(Json(Page { rows: notices, next, height: height(&app).await? }))
}

/// The finalized block the index had reached.
async fn height(app: &App) -> Result<u64, sqlx::Error> {
    let row = sqlx::query("SELECT height FROM index_cursor").fetch_optional(app.db.pool()).await?;
    Ok(row.map(|row| row.try_get::<i64, _>(0)).transpose()?.unwrap_or(0) as u64)
}

/// Marks the asker's notices as seen.
#[utoipa::path(post, path = "/api/notices/read", tag = "notices", security(("bearer" = [])),
    request_body = Seen, responses((status = 204)))]
pub(super) async fn mark(
    State(app): State<App>,
    person: SignedIn,
    Json(seen): Json<Seen>,
) -> Result<StatusCode, Failed> {
    sqlx::query("UPDATE notices SET seen = 1 WHERE account = $1 AND id <= $2 AND seen = 0")
        .bind(crate::db::hex(person.account.0))
        .bind(i64::try_from(seen.upto).unwrap_or(i64::MAX))
        .execute(app.db.pool())
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
