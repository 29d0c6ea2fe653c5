//! Uploads: begun with a size and a CID, brought in parts, kept once the whole has that CID.

mod file;

use super::{keep, number};
use crate::{
    app::App,
    columns::{identifier, small},
    db::hex,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{
    Json,
    body::Body,
    extract::{Path, Query, State},
    http::StatusCode,
};
use chartkey_protocol::{Begin, Held, Uploading, Usage, Why};
use chartkey_store::Source;
use chartkey_vocabulary::{Account, Cid, Standing};
use rand::{RngCore, rngs::OsRng};
use serde::Deserialize;
use sqlx::{Any, Row, Transaction};
use std::io;

/// Bytes a part has at most.
const PART: u64 = 8 << 20;
/// Uploads an account has under way at most.
const AT_ONCE: i64 = 32;
/// What somebody may store who is not an active member: enough for a key bundle and a directory card. Accounts cost
/// nothing, so this is what one costs us.
const STRANGERS_QUOTA: u64 = 64 << 10;

/// An upload and how much of it is to come.
struct Upload {
    name: String,
    cid: Cid,
    size: u64,
}

/// Begins an upload.
#[utoipa::path(post, path = "/api/blobs", tag = "blobs", security(("bearer" = [])),
    request_body = Begin, responses((status = 200, body = Uploading)))]
pub(super) async fn begin(State(app): State<App>, who: SignedIn, Json(begin): Json<Begin>) -> Answer<Uploading> {
    let Begin { size, cid } = begin;
    if size == 0 {
        return Err(Failed::new(Why::BadRequest, "An empty file holds nothing sealed."));
    }
    if size > app.settings.limits.blob {
        return Err(Failed::new(Why::TooLarge, "The file is larger than this oracle keeps."));
    }
    let quota = quota_of(&app, who.account).await?;
    let mut name = [0; 16];
    OsRng.fill_bytes(&mut name);
    let upload = hex(name);
    let mut tx = app.db.write().await?;
    let (bytes, under_way) = used(&mut tx, who.account).await?;
    if under_way >= AT_ONCE {
        return Err(Failed::new(Why::TooMany, "Too many uploads are under way. Finish or drop one first.").wait(60));
    }
    if bytes.saturating_add(size) > quota {
        return Err(Failed::new(Why::QuotaUsed, "You have stored what you may."));
    }
    sqlx::query("INSERT INTO uploads (upload, account, cid, size, until) VALUES ($1, $2, $3, $4, $5)")
        .bind(&upload)
        .bind(hex(who.account.0))
        .bind(hex(cid.0))
        .bind(number(size))
        .bind(number(app.now() + app.settings.limits.unnamed))
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(Json(Uploading { upload, offset: 0, size, part: PART }))
}

/// Where a part belongs.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct At {
    /// Its first byte's place in the file.
    offset: u64,
}

/// Takes the next part. What arrived before a break stays.
#[utoipa::path(put, path = "/api/blobs/{upload}", tag = "blobs", security(("bearer" = [])),
    params(("upload" = String, Path), At),
    request_body(content = [u8], content_type = "application/octet-stream"),
    responses((status = 200, body = Uploading)))]
pub(super) async fn part(
    State(app): State<App>,
    who: SignedIn,
    Path(upload): Path<String>,
    Query(At { offset }): Query<At>,
    body: Body,
) -> Answer<Uploading> {
    let upload = find(&app, who.account, &upload).await?;
    let (file, here) = file::open(&app, &upload.name).await?;
    if here != offset {
        return Err(Failed::new(Why::Conflict, format!("The upload goes on at byte {here}.")));
    }
    let room = PART.min(upload.size.saturating_sub(here));
    let written = file::append(file, here, room, body).await?;
    let until = sqlx::query("UPDATE uploads SET until = $1 WHERE upload = $2");
    let lapses = number(app.now() + app.settings.limits.unnamed);
    until.bind(lapses).bind(&upload.name).execute(app.db.pool()).await?;
    Ok(Json(Uploading { upload: upload.name, offset: here + written, size: upload.size, part: PART }))
}

/// How far an upload is.
#[utoipa::path(get, path = "/api/blobs/{upload}", tag = "blobs", security(("bearer" = [])),
    params(("upload" = String, Path)), responses((status = 200, body = Uploading)))]
pub(super) async fn state(State(app): State<App>, who: SignedIn, Path(upload): Path<String>) -> Answer<Uploading> {
    let upload = find(&app, who.account, &upload).await?;
    let offset = file::length(&app, &upload.name).await?.min(upload.size);
    Ok(Json(Uploading { upload: upload.name, offset, size: upload.size, part: PART }))
}

/// Has the uploaded bytes kept, if they are what was announced.
#[utoipa::path(post, path = "/api/blobs/{upload}/finish", tag = "blobs", security(("bearer" = [])),
    params(("upload" = String, Path)), responses((status = 200, body = Held)))]
pub(super) async fn finish(State(app): State<App>, who: SignedIn, Path(upload): Path<String>) -> Answer<Held> {
    let upload = find(&app, who.account, &upload).await?;
    let (file, here) = file::open(&app, &upload.name).await?;
    if here != upload.size {
        return Err(Failed::new(Why::Conflict, format!("The upload goes on at byte {here}.")));
    }
    // The file stays locked until the end, so that what was hashed is what is kept.
    let (cid, _locked) = file::hash(file).await?;
    if cid != upload.cid {
        drop_upload(&app, &upload.name).await?;
        return Err(Failed::new(Why::Refused, "The bytes are not those that were announced. Please upload again."));
    }
    let until = app.now() + app.settings.limits.unnamed;
    let mut tx = app.db.write().await?;
    // First the book, then the bytes: what is in the store and in no book would stay for ever.
    let held = keep::hold(&mut tx, &cid, who.account, upload.size, until).await?;
    tx.commit().await?;
    if !held {
        return Err(Failed::new(Why::Busy, "This very file is just being removed. Try again.").wait(2));
    }
    app.store.put(Source::File(file::path(&app, &upload.name))).await?;
    drop_upload(&app, &upload.name).await?;
    Ok(Json(Held { cid, size: upload.size, until }))
}

/// Gives an upload up.
#[utoipa::path(delete, path = "/api/blobs/{upload}", tag = "blobs", security(("bearer" = [])),
    params(("upload" = String, Path)), responses((status = 204)))]
pub(super) async fn give_up(
    State(app): State<App>,
    who: SignedIn,
    Path(upload): Path<String>,
) -> Result<StatusCode, Failed> {
    let upload = find(&app, who.account, &upload).await?;
    drop_upload(&app, &upload.name).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What the asker has stored.
#[utoipa::path(get, path = "/api/usage", tag = "blobs", security(("bearer" = [])),
    responses((status = 200, body = Usage)))]
pub(super) async fn usage(State(app): State<App>, who: SignedIn) -> Answer<Usage> {
    let quota = quota_of(&app, who.account).await?;
    let row = sqlx::query("SELECT COALESCE(CAST(SUM(size) AS BIGINT), 0) FROM holdings WHERE account = $1")
        .bind(hex(who.account.0))
        .fetch_one(app.db.pool())
        .await?;
    Ok(Json(Usage { bytes: row.try_get::<i64, _>(0)? as u64, quota }))
}

/// Drops uploads that nobody went on with.
pub(super) async fn drop_lapsed(app: &App) -> Result<(), sqlx::Error> {
    let rows = sqlx::query("SELECT upload FROM uploads WHERE until <= $1 LIMIT 200")
        .bind(number(app.now()))
        .fetch_all(app.db.pool())
        .await?;
    for row in rows {
        drop_upload(app, row.try_get(0)?).await?;
    }
    Ok(())
}

/// Removes files whose upload is in no table, such as after a table was restored from a copy.
pub(super) async fn sweep(app: &App) -> Result<(), sqlx::Error> {
    let mut files = match tokio::fs::read_dir(app.settings.data.join("uploads")).await {
        Ok(files) => files,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    while let Some(file) = files.next_entry().await? {
        let name = file.file_name().to_string_lossy().into_owned();
        let known = sqlx::query("SELECT upload FROM uploads WHERE upload = $1").bind(&name);
        if known.fetch_optional(app.db.pool()).await?.is_none() {
            tokio::fs::remove_file(file.path()).await?;
        }
    }
    Ok(())
}

async fn quota_of(app: &App, account: Account) -> Result<u64, Failed> {
    let active = app.chain.who(account).await?.is_some_and(|who| who.standing == Standing::Active);
    let quota = app.settings.limits.quota;
    Ok(if active { quota } else { quota.min(STRANGERS_QUOTA) })
}

/// Bytes an account has stored or announced, and how many uploads it has under way.
async fn used(tx: &mut Transaction<'static, Any>, account: Account) -> Result<(u64, i64), sqlx::Error> {
    let kept = sqlx::query("SELECT COALESCE(CAST(SUM(size) AS BIGINT), 0) FROM holdings WHERE account = $1")
        .bind(hex(account.0))
        .fetch_one(&mut **tx)
        .await?;
    let coming = sqlx::query("SELECT COALESCE(CAST(SUM(size) AS BIGINT), 0), COUNT(*) FROM uploads WHERE account = $1")
        .bind(hex(account.0))
        .fetch_one(&mut **tx)
        .await?;
    Ok(((kept.try_get::<i64, _>(0)? + coming.try_get::<i64, _>(0)?) as u64, coming.try_get(1)?))
}

/// An upload of this account; of others' uploads nobody learns that they exist.
async fn find(app: &App, account: Account, upload: &str) -> Result<Upload, Failed> {
    let row = sqlx::query("SELECT upload, cid, size FROM uploads WHERE upload = $1 AND account = $2")
        .bind(upload)
        .bind(hex(account.0))
        .fetch_optional(app.db.pool())
        .await?
        .ok_or_else(|| Failed::new(Why::NotFound, "There is no such upload of yours."))?;
    Ok(Upload { name: row.try_get(0)?, cid: identifier(&row, 1)?, size: small(&row, 2)? })
}

/// Forgets an upload. The row goes last: a file without a row would stay for ever.
async fn drop_upload(app: &App, upload: &str) -> Result<(), sqlx::Error> {
    file::remove(app, upload).await?;
    sqlx::query("DELETE FROM uploads WHERE upload = $1").bind(upload).execute(app.db.pool()).await?;
    Ok(())
}
