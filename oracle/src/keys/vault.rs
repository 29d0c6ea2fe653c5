//! Sealed vault files: opaque here, one an account, and no device overwrites what another saved.

use crate::{
    app::App,
    columns::identifier,
    db::hex,
    door::number,
    limits::Caller,
    onboarding::allowance,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{Extension, Json, extract::State, http::StatusCode};
use chartkey_protocol::{VaultFile, Why};
use chartkey_vocabulary::{Account, DAY, Time};
use sha2::{Digest, Sha256};
use sqlx::{Any, Row, Transaction};

/// A vault of ten thousand names in it has about so many bytes.
const LARGEST: usize = 256 << 10;
/// A vault that was made before registering holds little yet; accounts cost nothing.
const STRANGERS: usize = 64 << 10;
/// Vaults begun a day from one address by accounts that are not registered: as many people as a clinic's desk signs up,
/// and six megabytes for whoever makes up accounts.
pub(super) const NEW_A_DAY: u64 = 100;
/// How long a vault waits for its account to be registered.
const WAITS: Time = 7 * DAY;
/// Vaults looked at in one round, so that a round ends.
const AT_ONCE: i64 = 200;

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
    caller: Option<Extension<Caller>>,
    who: SignedIn,
    Json(VaultFile { revision, bytes }): Json<VaultFile>,
) -> Result<StatusCode, Failed> {
    let is_member = app.chain.who(who.account).await?.is_some();
    if bytes.0.is_empty() || bytes.0.len() > if is_member { LARGEST } else { STRANGERS } {
        return Err(Failed::new(Why::TooLarge, "A vault file has from 1 byte to 256 KiB, before registration 64 KiB."));
    }
    let mut tx = app.db.write().await?;
    if !is_member {
        let caller = caller.map(|Extension(caller)| caller.0.to_string()).unwrap_or_default();
        if revision == 1 && !may_begin(&mut tx, &caller, app.now()).await? {
            let wait = allowance::until_tomorrow(app.now());
            return Err(Failed::new(Why::TooMany, "Many have begun here today. Please go on tomorrow.").wait(wait));
        }
        note_unclaimed(&mut tx, who.account, app.now()).await?;
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
        .execute(&mut *tx)
        .await?;
    if written.rows_affected() == 0 {
        return Err(Failed::new(Why::Conflict, "Another device has saved the vault. Read it again."));
    }
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whether one more vault may be begun from this address today. The address is kept as a hash, and until tomorrow.
async fn may_begin(tx: &mut Transaction<'static, Any>, caller: &str, now: Time) -> Result<bool, sqlx::Error> {
    allowance::take(tx, "vault", &hex(Sha256::digest(caller)), NEW_A_DAY, now).await
}

/// Notes that a vault waits for its account to be registered; saving it again lets it wait anew.
async fn note_unclaimed(tx: &mut Transaction<'static, Any>, who: Account, now: Time) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO vaults_unclaimed (account, at) VALUES ($1, $2) \
         ON CONFLICT (account) DO UPDATE SET at = excluded.at",
    )
    .bind(hex(who.0))
    .bind(number(now))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Deletes vaults whose accounts were not registered in time. The chain is asked: the index may be behind, and a
/// member's vault is never deleted.
pub(crate) async fn drop_unclaimed(app: &App) -> Result<(), sqlx::Error> {
    let before = number(app.now().saturating_sub(WAITS));
    let rows = sqlx::query("SELECT account FROM vaults_unclaimed WHERE at <= $1 ORDER BY at LIMIT $2")
        .bind(before)
        .bind(AT_ONCE)
        .fetch_all(app.db.pool())
        .await?;
    for row in rows {
        let who: Account = identifier(&row, 0)?;
        let is_member = match app.chain.who(who).await {
            Ok(known) => known.is_some(),
            Err(error) => {
                tracing::warn!(%error, "vaults of accounts that never registered wait for the chain's word");
                return Ok(());
            }
        };
        let account = hex(who.0);
        let mut tx = app.db.write().await?;
        let over = sqlx::query("DELETE FROM vaults_unclaimed WHERE account = $1 AND at <= $2")
            .bind(&account)
            .bind(before)
            .execute(&mut *tx)
            .await?;
        // One that was saved again meanwhile waits anew.
        if over.rows_affected() == 1 && !is_member {
            sqlx::query("DELETE FROM vaults WHERE account = $1").bind(&account).execute(&mut *tx).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}
