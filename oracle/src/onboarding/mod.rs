//! First steps: some work for the first KEY, a licence for a profession, a number to be found by.

pub(crate) mod allowance;
mod faucet;
mod licence;
mod lookup;
mod puzzle;
mod register;
mod secrets;
#[cfg(test)]
pub(crate) mod stage;
#[cfg(test)]
mod tests;

pub use lookup::public_key as lookup_public_key;
pub use register::{ImportError, import_csv};

use crate::{app::App, problem::Answer};
use axum::{Json, extract::State};
use chartkey_protocol::{AskPuzzle, Puzzle};
use chartkey_vocabulary::DAY;
use secrets::Secrets;
use std::time::Duration;
use tokio_util::sync::CancellationToken;
use utoipa_axum::{router::OpenApiRouter, routes};

/// How often what has lapsed is looked for.
const TIDY: Duration = Duration::from_secs(600);
/// Days the list of look-ups is kept.
const LOOKUPS_KEPT: u64 = 400;

/// The addresses of this topic.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(puzzle))
        .routes(routes!(faucet::give))
        .routes(routes!(licence::check))
        .routes(routes!(licence::confirm))
        .routes(routes!(lookup::evaluate))
        .routes(routes!(lookup::register, lookup::forget))
        .routes(routes!(lookup::find))
}

/// Gives a puzzle to solve.
#[utoipa::path(post, path = "/api/puzzle", tag = "onboarding",
    request_body = AskPuzzle, responses((status = 200, body = Puzzle)))]
async fn puzzle(State(app): State<App>, Json(ask): Json<AskPuzzle>) -> Answer<Puzzle> {
    let secrets = Secrets::of(&app).await?;
    Ok(Json(puzzle::make(&secrets, ask.purpose, app.settings.limits.puzzle_bits, app.now())))
}

/// Forgets what has lapsed, until told to stop.
pub async fn run(app: App, stop: CancellationToken) {
    while !stop.is_cancelled() {
        if let Err(error) = tidy(&app).await {
            tracing::warn!(%error, "lapsed rows could not be forgotten; trying again");
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(TIDY) => {}
        }
    }
}

async fn tidy(app: &App) -> Result<(), sqlx::Error> {
    let now = app.now();
    allowance::tidy(&app.db, now).await?;
    for (statement, before) in [
        ("DELETE FROM puzzles_spent WHERE until < $1", now),
        ("DELETE FROM licence_checks WHERE until < $1", now.saturating_sub(DAY)),
        ("DELETE FROM lookups WHERE at < $1", now.saturating_sub(LOOKUPS_KEPT * DAY)),
    ] {
        sqlx::query(statement).bind(before as i64).execute(app.db.pool()).await?;
    }
    Ok(())
}
