//! The first KEY: once an account, within a day's limit, for some work.

use super::{allowance, puzzle, secrets::Secrets};
use crate::{
    app::App,
    db::hex,
    outbox::Outcome,
    problem::{Answer, Failed},
};
use axum::{Json, extract::State};
use chartkey_client::{AccountId, account_of};
use chartkey_protocol::{Funded, PuzzleFor, Why};
use chartkey_vocabulary::{HOUR, Time};
use sqlx::Row;
use std::time::Duration;

/// Longer than blocks take to become final; shorter than proxies wait.
pub(super) const PATIENCE: Duration = Duration::from_secs(25);
/// Whoever asks again within this did not hear the answer.
const SAME_ASKING: Time = HOUR;
/// Longer than any SS58 text of an account.
const ADDRESS: usize = 64;

/// Gives an account its first KEY; answered once the transfer is final. Asking again is harmless.
#[utoipa::path(post, path = "/api/faucet", tag = "onboarding",
    request_body = Funded, responses((status = 200, body = Funded)))]
pub(super) async fn give(State(app): State<App>, Json(ask): Json<Funded>) -> Answer<Funded> {
    if app.settings.faucet.is_none() {
        return Err(Failed::new(Why::NotFound, "This oracle has no faucet."));
    }
    let address: Option<AccountId> =
        Some(&ask.address).filter(|text| text.len() <= ADDRESS).and_then(|a| a.parse().ok());
    let address = address.ok_or_else(|| Failed::new(Why::BadRequest, "This is not an account's address."))?;
    let account = hex(account_of(&address).0);
    let key = format!("faucet/{account}");
    if matches!(app.outbox.outcome(&key).await?, None | Some(Outcome::Failed(_))) {
        let secrets = Secrets::of(&app).await?;
        puzzle::spend(&app, &secrets, PuzzleFor::Faucet, &ask.solved).await?;
        begin(&app, &account, &key, &address).await?;
    }
    match app.outbox.wait(&key, PATIENCE).await? {
        Some(Outcome::Final(_)) if fresh(&app, &account).await? => Ok(Json(ask)),
        Some(Outcome::Final(_)) => Err(Failed::new(Why::Conflict, "This account had its gift.")),
        Some(Outcome::Failed(reason)) => {
            tracing::error!(reason, "the faucet's transfer failed");
            Err(Failed::new(Why::Busy, "The faucet cannot give just now.").wait(60))
        }
        Some(Outcome::Pending) | None => Err(Failed::new(Why::Busy, "The gift is on its way.").wait(5)),
    }
}

async fn begin(app: &App, account: &str, key: &str, address: &AccountId) -> Result<(), Failed> {
    let limits = &app.settings.limits;
    let mut tx = app.db.write().await?;
    if !allowance::take(&mut tx, "gift", "everybody", limits.faucet_gifts_per_day.into(), app.now()).await? {
        let wait = allowance::until_tomorrow(app.now());
        return Err(Failed::new(Why::TooMany, "The faucet has given all it gives in a day.").wait(wait));
    }
    sqlx::query("INSERT INTO gifts (account, at) VALUES ($1, $2) ON CONFLICT (account) DO UPDATE SET at = $2")
        .bind(account)
        .bind(app.now() as i64)
        .execute(&mut *tx)
        .await?;
    app.outbox.give(&mut tx, key, &address.to_string(), limits.faucet_gift).await?;
    Ok(tx.commit().await?)
}

async fn fresh(app: &App, account: &str) -> Result<bool, sqlx::Error> {
    let row = sqlx::query("SELECT at FROM gifts WHERE account = $1").bind(account).fetch_one(app.db.pool()).await?;
    Ok(row.try_get::<i64, _>(0)? as u64 + SAME_ASKING > app.now())
}
