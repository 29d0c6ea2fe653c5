//! Open sessions: random tokens of which only hashes are kept.

use super::{SignedIn, challenge::Nonce};
use crate::{app::App, db::hex};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chartkey_client::account_of;
use chartkey_protocol::Session;
use chartkey_vocabulary::{Account, HOUR, Time};
use rand::{RngCore, rngs::OsRng};
use sha2::{Digest as _, Sha256};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Devices of one person; the oldest session ends when one more opens.
const AT_ONCE: i64 = 16;
/// How often a stream's session is looked at.
const LOOK: Duration = Duration::from_secs(if cfg!(test) { 1 } else { 15 });
/// How often what has lapsed is swept out.
const SWEEP: Duration = Duration::from_secs(HOUR);

/// What a client carries in `Authorization: Bearer`.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// The token of this text; the text itself is forgotten.
    pub fn of(text: &str) -> Self {
        Self(hex(Sha256::digest(text)))
    }
}

/// Somebody's open session.
pub(super) struct Open {
    pub(super) who: SignedIn,
    pub(super) until: Time,
}

/// Opens a session for who signed this nonce's text; `None` when the nonce was used before.
pub(super) async fn open(app: &App, nonce: &Nonce) -> Result<Option<Session>, sqlx::Error> {
    let mut secret = [0; 32];
    OsRng.fill_bytes(&mut secret);
    let text = BASE64_URL_SAFE_NO_PAD.encode(secret);
    let (account, address) = (account_of(&nonce.account), nonce.account.to_string());
    let now = app.now();
    let until = now + app.settings.limits.session;

    let mut tx = app.db.write().await?;
    let fresh = sqlx::query("INSERT INTO used_nonces (nonce, until) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(&nonce.mark)
        .bind(nonce.until as i64)
        .execute(&mut *tx)
        .await?;
    if fresh.rows_affected() == 0 {
        return Ok(None);
    }
    sqlx::query("INSERT INTO sessions (token, account, address, since, until) VALUES ($1, $2, $3, $4, $5)")
        .bind(Token::of(&text).0)
        .bind(hex(account.0))
        .bind(&address)
        .bind(now as i64)
        .bind(until as i64)
        .execute(&mut *tx)
        .await?;
    sqlx::query(
        "DELETE FROM sessions WHERE token IN \
         (SELECT token FROM sessions WHERE account = $1 ORDER BY since DESC, token LIMIT 1000 OFFSET $2)",
    )
    .bind(hex(account.0))
    .bind(AT_ONCE)
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(Some(Session { token: Some(text), account, address, until }))
}

/// The open session of this token.
pub(super) async fn find(app: &App, token: &Token) -> Result<Option<Open>, sqlx::Error> {
    let found: Option<(String, String, i64)> =
        sqlx::query_as("SELECT account, address, until FROM sessions WHERE token = $1 AND until > $2")
            .bind(&token.0)
            .bind(app.now() as i64)
            .fetch_optional(app.db.pool())
            .await?;
    found
        .map(|(account, address, until)| {
            let account: Account = account.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
            Ok(Open { who: SignedIn { account, address }, until: until as Time })
        })
        .transpose()
}

/// Ends one session.
pub(super) async fn end(app: &App, token: &Token) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM sessions WHERE token = $1").bind(&token.0).execute(app.db.pool()).await?;
    Ok(())
}

/// Ends every session of an account.
pub(super) async fn end_all(app: &App, account: Account) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM sessions WHERE account = $1").bind(hex(account.0)).execute(app.db.pool()).await?;
    Ok(())
}

/// Comes back once the session is over: what streams on behalf of somebody stops when they sign out.
pub async fn over(app: App, token: Token) {
    loop {
        tokio::time::sleep(LOOK).await;
        // A database that does not answer for a moment ends nobody's session.
        if matches!(find(&app, &token).await, Ok(None)) {
            return;
        }
    }
}

/// Sweeps out what has lapsed, until told to stop.
pub async fn run(app: App, stop: CancellationToken) {
    loop {
        for sweep in ["DELETE FROM sessions WHERE until <= $1", "DELETE FROM used_nonces WHERE until < $1"] {
            if let Err(error) = sqlx::query(sweep).bind(app.now() as i64).execute(app.db.pool()).await {
                tracing::warn!(%error, "lapsed sessions could not be swept out");
            }
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(SWEEP) => {}
        }
    }
}
