//! Files of links that have ended leave.

use super::table;
use crate::app::App;
use chartkey_vocabulary::{DAY, HOUR};
use sqlx::{Executor, Row as _};
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// How often it is looked for them. Nothing of an ended link is released meanwhile: each release asks the chain.
const TIDY: Duration = Duration::from_secs(60);

/// Removes what ended, until told to stop.
pub async fn run(app: App, stop: CancellationToken) {
    let work = async {
        loop {
            if let Err(error) = tidy(&app).await {
                tracing::warn!(%error, "ended links cannot be removed");
            }
            sleep(TIDY).await;
        }
    };
    tokio::select! {
        () = stop.cancelled() => {}
        () = work => {}
    }
}

/// Looks once: links past their end, links the chain has closed, and links viewed for the last time an hour ago.
pub(super) async fn tidy(app: &App) -> Result<(), sqlx::Error> {
    let now = app.now();
    let over = "SELECT kept.link FROM shl_links AS kept WHERE kept.until <= $1 OR EXISTS ( \
                SELECT 1 FROM links AS known WHERE known.owner = kept.owner AND known.link = kept.link \
                AND (known.closed IS NOT NULL OR (known.views_left = 0 \
                AND NOT EXISTS (SELECT 1 FROM shl_tickets AS good WHERE good.link = kept.link AND good.until > $1) \
                AND NOT EXISTS (SELECT 1 FROM shl_views AS due WHERE due.link = kept.link AND due.released = 0 \
                AND due.at > $2)))) LIMIT 500";
    let query = sqlx::query(over).bind(now as i64).bind(now.saturating_sub(HOUR) as i64);
    for row in app.db.pool().fetch_all(query).await? {
        let mut tx = app.db.write().await?;
        table::remove(&mut tx, row.try_get("link")?).await?;
        tx.commit().await?;
    }
    let pool = app.db.pool();
    pool.execute(sqlx::query("DELETE FROM shl_tickets WHERE until <= $1").bind(now as i64)).await?;
    let before = now.saturating_sub(DAY) as i64;
    pool.execute(sqlx::query("DELETE FROM shl_views WHERE at <= $1").bind(before)).await?;
    Ok(())
}
