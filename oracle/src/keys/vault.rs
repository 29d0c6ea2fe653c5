//! Sealed vault files: opaque here, one an account, and no device overwrites what another saved.

use crate::{
    app::App,
    db::hex,
    door::number,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{Json, extract::State, http::StatusCode};
use chartkey_protocol::{VaultFile, Why};
use sqlx::Row;

/// A vault of ten thousand names in it has about so many bytes.
const LARGEST: usize = 256 << 10;
/// A vault that was made before registering holds little yet; accounts cost nothing.
const STRANGERS: usize = 64 << 10;

/// The asker's sealed vault file.
#[utoipa::path(get, path = "/api/vault", tag = "keys", security(("bearer" = [])),
    responses((status = 200, body = VaultFile)))]
pub(super) async fn get(State(app): State<App>, who: SignedIn) -> Answer<VaultFile> {
    let row = sqlx::query("SELECT revision, file FROM vaults WHERE account = $1")
        .bind(hex(who.account.0))
        .fetch_optional(app.db.pool())
        .await?
        .ok_or_else(|| Failed::new(Why::NotFound, "No vault of yours is kept here."))?;
    let bytes: Vec<u8> = row.try_get(1)?;
    Ok(Json(VaultFile { revision: row.try_get::<i64, _>(0)? as u64, bytes: bytes.into() }))
}

/// Saves the asker's vault file as the revision after the one it was made from.
#[utoipa::path(put, path = "/api/vault", tag = "keys", security(("bearer" = [])),
    request_body = VaultFile, responses((status = 204)))]
pub(super) async fn put(
    State(app): State<App>,
    who: SignedIn,
    Json(VaultFile { revision, bytes }): Json<VaultFile>,
) -> Result<StatusCode, Failed> {
    let is_member = app.chain.who(who.account).await?.is_some();
    if bytes.0.is_empty() || bytes.0.len() > if is_member { LARGEST } else { STRANGERS } {
        return Err(Failed::new(Why::TooLarge, "A vault file has from 1 byte to 256 KiB, before registration 64 KiB."));
    }
    let query = if revision == 1 {
        "INSERT INTO vaults (account, revision, file, at) VALUES ($1, $2, $3, $4) ON CONFLICT (account) DO NOTHING"
    } else {
        "UPDATE vaults SET revision = $2, file = $3, at = $4 WHERE account = $1 AND revision = $2 - 1"
    };
    let written = sqlx::query(query)
        .bind(hex(who.account.0))
        .bind(number(revision))
        .bind(bytes.0)
        .bind(number(app.now()))
        .execute(app.db.pool())
        .await?;
    if written.rows_affected() == 0 {
        return Err(Failed::new(Why::Conflict, "Another device has saved the vault. Read it again."));
    }
    Ok(StatusCode::NO_CONTENT)
}
