//! Carries out what has to leave, and tidies up after those who never came back.

use super::{
    brought,
    keep::{self, Name},
    number, uploads,
};
use crate::{app::App, columns::identifier, db::hex, keys};
use chartkey_vocabulary::{Account, Cid, DAY, Time};
use sqlx::Row;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// A withdrawn blob is gone from the store about so long after the chain said so.
const SOON: Duration = Duration::from_secs(1);
/// What lapses by the hour is looked for by the minute.
const ROUNDS: u32 = 60;
/// Blobs of one round, so that a round ends.
const AT_ONCE: i64 = 200;
/// The longest pause between two tries to remove a blob.
const LONGEST_PAUSE: Time = 3600;

/// Removes what has to leave until told to stop.
pub async fn run(app: App, stop: CancellationToken) {
    let mut round = 0u32;
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(SOON) => {}
        }
        let tidied = if round.is_multiple_of(ROUNDS) { tidy(&app).await } else { Ok(()) };
        round = round.wrapping_add(1);
        let done = async {
            tidied?;
            name_cards(&app).await?;
            remove_doomed(&app).await
        };
        if let Err(error) = done.await {
            tracing::warn!(%error, "what has to leave the store could not all leave; trying again");
        }
    }
}

/// Removes doomed blobs that nothing needs. A blob is off the list once no copy of it is left anywhere.
pub(super) async fn remove_doomed(app: &App) -> Result<(), sqlx::Error> {
    let now = app.now();
    let rows = sqlx::query(
        "SELECT cid, tries FROM doomed WHERE due <= $1 \
         ORDER BY CASE WHEN tries = 0 THEN 0 ELSE 1 END, due LIMIT $2",
    )
    .bind(number(now))
    .bind(AT_ONCE)
    .fetch_all(app.db.pool())
    .await?;
    for row in rows {
        let (cid, tries): (Cid, i64) = (identifier(&row, 0)?, row.try_get(1)?);
        let text = hex(cid.0);
        let mut tx = app.db.write().await?;
        let leaves = keep::begin_leaving(&mut tx, &text, now).await?;
        tx.commit().await?;
        if !leaves {
            continue;
        }
        match app.store.remove(&cid).await {
            Ok(_) => {
                let gone = sqlx::query("DELETE FROM doomed WHERE cid = $1").bind(&text);
                gone.execute(app.db.pool()).await?;
            }
            Err(error) => {
                tracing::warn!(%error, tries, "a blob could not be removed; trying again");
                let pause = 2u64.saturating_pow(u32::try_from(tries).unwrap_or(u32::MAX)).min(LONGEST_PAUSE);
                let later = sqlx::query("UPDATE doomed SET tries = tries + 1, due = $1 WHERE cid = $2");
                later.bind(number(now + pause)).bind(&text).execute(app.db.pool()).await?;
                // A service that is down makes every try long: what leaves for the first time must not wait for all.
                if tries > 0 {
                    break;
                }
            }
        }
    }
    Ok(())
}

/// Learns which public cards professionals' entries name now.
pub(super) async fn name_cards(app: &App) -> Result<(), sqlx::Error> {
    let rows = sqlx::query("SELECT account FROM cards_due ORDER BY account LIMIT $1")
        .bind(AT_ONCE)
        .fetch_all(app.db.pool())
        .await?;
    for row in rows {
        let who: Account = identifier(&row, 0)?;
        let account = hex(who.0);
        let mut tx = app.db.write().await?;
        // While the index is being rebuilt its entries may be old ones.
        let card = sqlx::query(
            "SELECT card FROM profiles WHERE account = $1 \
             AND EXISTS (SELECT 1 FROM index_cursor WHERE height >= told)",
        )
        .bind(&account)
        .fetch_optional(&mut *tx)
        .await?;
        if let Some(card) = card {
            keep::name(&mut tx, Name::Card(who), &identifier(&card, 0)?).await?;
            sqlx::query("DELETE FROM cards_due WHERE account = $1").bind(&account).execute(&mut *tx).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Drops uploads nobody went on with, blobs that those who brought them did not name in time, vaults whose accounts
/// never registered, and what past emergencies left.
pub(super) async fn tidy(app: &App) -> Result<(), sqlx::Error> {
    let now = number(app.now());
    uploads::drop_lapsed(app).await?;
    uploads::sweep(app).await?;
    let rows = sqlx::query("SELECT cid, account FROM holdings WHERE until > 0 AND until <= $1 ORDER BY until LIMIT $2")
        .bind(now)
        .bind(AT_ONCE)
        .fetch_all(app.db.pool())
        .await?;
    for row in rows {
        let (cid, account): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        let mut tx = app.db.write().await?;
        brought::settle(&mut tx, &cid).await?;
        // What a name rests on has no end by now, and stays.
        sqlx::query("DELETE FROM holdings WHERE cid = $1 AND account = $2 AND until > 0 AND until <= $3")
            .bind(&cid)
            .bind(&account)
            .bind(now)
            .execute(&mut *tx)
            .await?;
        keep::doom(&mut tx, &cid).await?;
        tx.commit().await?;
    }
    // A day late, so that a clock a little ahead of the chain's deletes nothing that is still good.
    let past = now - number(DAY);
    for query in ["DELETE FROM broken_glasses WHERE until < $1", "DELETE FROM handed_over WHERE until < $1"] {
        sqlx::query(query).bind(past).execute(app.db.pool()).await?;
    }
    keys::drop_unclaimed(app).await
}
