//! Telling people: what the chain did that concerns them, in the app at once and outside it in a few plain words.

mod contact;
mod list;
mod senders;
mod stream;
#[cfg(test)]
mod tests;
mod whom;
mod write;

pub use senders::{BadSenders, NotSent, Sender, Senders, is_phone};
pub use write::{looked_up, on_event, opened, parked};

use crate::app::App;
use axum::Extension;
use std::time::Duration;
use tokio_util::sync::CancellationToken;
use utoipa_axum::{router::OpenApiRouter, routes};

/// How often old notices are looked for.
const TIDY: Duration = Duration::from_secs(3600);

/// The addresses of this topic.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(list::mark))
        .routes(routes!(stream::stream))
        .routes(routes!(contact::get, contact::put, contact::forget))
        .layer(Extension(stream::Listeners::default()))
}

/// Rings for listeners, sends messages and forgets what is old, until told to stop.
pub async fn run(app: App, stop: CancellationToken) {
    let tell = async {
        match Senders::of(&app.settings) {
            Ok(senders) => contact::tell(&app, &senders, &stop).await,
            Err(error) => tracing::error!(%error, "no messages are sent"),
        }
    };
    tokio::join!(stream::ring(&app, &stop), tell, tidy(&app, &stop));
}

async fn tidy(app: &App, stop: &CancellationToken) {
    while !stop.is_cancelled() {
        let old = app.now().saturating_sub(write::KEPT) as i64;
        if let Err(error) = sqlx::query("DELETE FROM notices WHERE at < $1").bind(old).execute(app.db.pool()).await {
            tracing::warn!(%error, "old notices could not be forgotten; trying again");
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(TIDY) => {}
        }
    }
}
