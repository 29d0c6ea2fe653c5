//! The log's head on the chain: from then on no line before it can be changed without everybody noticing.

use super::writer::read_digest;
use crate::{app::App, db::hex, outbox::Outcome};
use chartkey_vocabulary::{Anchor, Digest, Message, RecordsMessage};
use sqlx::{Any, Row, Transaction};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Anchors the head every `limits.anchor_every` seconds, where there is a new line, until told to stop.
pub async fn run(app: App, stop: CancellationToken) {
    let every = Duration::from_secs(app.settings.limits.anchor_every.max(1));
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(every) => {}
        }
        if let Err(error) = anchor(&app).await {
            tracing::warn!(%error, "the log's head could not be posted; trying again");
        }
    }
}

/// Posts the head unless it is on its way or there.
pub(super) async fn anchor(app: &App) -> Result<(), sqlx::Error> {
    let row = sqlx::query("SELECT count, head FROM log_head WHERE one = 1").fetch_one(app.db.pool()).await?;
    let count: i64 = row.try_get(0)?;
    let head: Digest = read_digest(row.try_get(1)?)?;
    let last = sqlx::query("SELECT count, at FROM log_anchors ORDER BY count DESC LIMIT 1")
        .fetch_optional(app.db.pool())
        .await?;
    if let Some(last) = last {
        let (last, at): (i64, Option<i64>) = (last.try_get(0)?, last.try_get(1)?);
        if at.is_none() {
            match app.outbox.outcome(&key(last)).await? {
                Some(Outcome::Pending) => return Ok(()),
                // A chain that knows a longer log than ours means that lines of ours were lost: a person must look.
                Some(Outcome::Failed(why)) => tracing::error!(%why, count = last, "the log's head was not anchored"),
                Some(Outcome::Final(_)) | None => {}
            }
        }
        if last == count && at.is_some() {
            return Ok(());
        }
    }
    if count == 0 {
        return Ok(());
    }
    let message = Message::Records(RecordsMessage::AnchorLog { head, count: count as u64 });
    let mut tx = app.db.write().await?;
    sqlx::query("INSERT INTO log_anchors (count, head) VALUES ($1, $2) ON CONFLICT (count) DO NOTHING")
        .bind(count)
        .bind(hex(head.0))
        .execute(&mut *tx)
        .await?;
    app.outbox.post(&mut tx, &key(count), &message).await?;
    tx.commit().await
}

fn key(count: i64) -> String {
    format!("anchor/{count}")
}

/// Notes that a head of ours became final. Runs in the index's own transaction.
///
/// # Errors
/// When the database fails.
pub async fn anchored(tx: &mut Transaction<'static, Any>, anchor: &Anchor) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE log_anchors SET at = $1 WHERE count = $2 AND head = $3")
        .bind(anchor.at as i64)
        .bind(anchor.count as i64)
        .bind(hex(anchor.head.0))
        .execute(&mut **tx)
        .await?;
    Ok(())
}
