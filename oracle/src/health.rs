//! For those who watch over the service: is it there, is it of use, how does it do.

use crate::{app::App, limits::Caller, problem::Failed, telemetry::Counted, wrapping};
use axum::{Extension, Json, extract::State, http::StatusCode};
use serde::Serialize;
use std::time::Duration;
use tokio::time::timeout;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

/// A part that takes longer does not count as working.
const PATIENCE: Duration = Duration::from_secs(3);

/// The addresses of this topic.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(health)).routes(routes!(ready)).routes(routes!(metrics))
}

/// Which parts work.
#[derive(Serialize, ToSchema)]
struct Ready {
    /// Answers.
    database: bool,
    /// Its last finalized block is new enough to decide by.
    chain: bool,
    /// Keeps and finds.
    store: bool,
}

/// Whether the service is there.
#[utoipa::path(get, path = "/health", tag = "watch", responses((status = 200, body = String)))]
async fn health() -> &'static str {
    "ok"
}

/// Whether the service can do its work.
#[utoipa::path(get, path = "/ready", tag = "watch",
    responses((status = 200, body = Ready), (status = 503, description = "Some part does not work", body = Ready)))]
async fn ready(State(app): State<App>) -> (StatusCode, Json<Ready>) {
    let database = timeout(PATIENCE, sqlx::query("SELECT 1").execute(app.db.pool()));
    let chain = timeout(PATIENCE, app.chain.finalized());
    let store = timeout(PATIENCE, app.store.health());
    let (database, chain, store) = tokio::join!(database, chain, store);
    let fresh = |time| app.now().abs_diff(time) <= app.settings.limits.head_age;
    let ready = Ready {
        database: matches!(database, Ok(Ok(_))),
        chain: matches!(chain, Ok(Ok(block)) if fresh(block.time)),
        store: matches!(store, Ok(Ok(_))),
    };
    let all = ready.database && ready.chain && ready.store;
    (if all { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE }, Json(ready))
}

/// Figures for Prometheus, for the observers of the settings.
#[utoipa::path(get, path = "/metrics", tag = "watch",
    responses((status = 200, body = String), (status = 404, description = "For nobody else")))]
async fn metrics(
    State(app): State<App>,
    Extension(metrics): Counted,
    caller: Option<Extension<Caller>>,
) -> Result<String, Failed> {
    let observer = |caller: Caller| app.settings.observers.iter().any(|known| Caller::of(*known) == caller);
    match caller {
        Some(Extension(caller)) if observer(caller) => Ok(metrics.text(&app).await),
        _ => Err(wrapping::nowhere().await),
    }
}
