//! A person's notices in pages, and marks on those they have seen.

use super::write::{columns, read};
use crate::{
    app::App,
    problem::{Answer, Failed},
    reads::paging::{limit, page},
    session::SignedIn,
};
use axum::{
    Json,
    extract::{Query, State},
    http::StatusCode,
};
use chartkey_protocol::{Notice, Page, Paging, Seen, Why};

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
    let limit = limit(&paging);
    let rows = sqlx::query(concat!(
        "SELECT ",
        columns!(),
        " FROM notices WHERE account = $1 AND id < $2 ORDER BY id DESC LIMIT $3"
    ))
    .bind(crate::db::hex(person.account.0))
    .bind(before)
    .bind(limit as i64 + 1)
    .fetch_all(app.db.pool())
    .await?;
    let mut found = Vec::new();
    for row in rows {
        let notice = read(&row)?;
        found.push((notice.id.to_string(), notice));
    }
    Ok(Json(page(&app, limit, found).await?))
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
