//! Professionals' public cards: read from the store by the CID their profile names, so that they are found by name.

use super::{fold, words::Identifier};
use crate::app::App;
use chartkey_protocol::CardText;
use chartkey_store::Part;
use chartkey_vocabulary::{Cid, Time};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// Between looks for new cards.
const EVERY: Duration = Duration::from_secs(2);
/// Longer is no card.
const LARGEST: u64 = 64 * 1024;
/// A store that takes longer is asked again later.
const PATIENCE: Duration = Duration::from_secs(10);
/// Cards of one look.
const MOST: i64 = 50;
/// The first and the longest wait for a card that is not in the store yet, in seconds.
const FIRST_WAIT: Time = 5;
const LONGEST_WAIT: Time = 3600;

/// Why a card is not known.
#[derive(Debug, thiserror::Error)]
enum Unread {
    /// It may come.
    #[error("the card is not in the store")]
    NotHere,
    /// It will never be one: a CID names the same bytes for ever.
    #[error("the blob is no card")]
    NoCard,
}

/// Reads cards until it is stopped.
pub(super) async fn run(app: &App, stop: &CancellationToken) {
    loop {
        if let Err(error) = look(app).await {
            tracing::warn!(%error, "the directory's cards could not be looked after");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Reads the cards that are due and forgets those no profile names any more.
pub(super) async fn look(app: &App) -> Result<(), sqlx::Error> {
    let pool = app.db.pool();
    let due: Vec<(String, Option<i64>)> = sqlx::query_as(
        "SELECT DISTINCT p.card, d.tries FROM profiles p LEFT JOIN directory_cards d ON d.cid = p.card \
         WHERE d.cid IS NULL OR d.due <= $1 LIMIT $2",
    )
    .bind(app.now() as i64)
    .bind(MOST)
    .fetch_all(pool)
    .await?;
    for (cid, tries) in due {
        let read = read(app, Cid::read(&cid)?).await;
        keep(app, &cid, read, tries.unwrap_or(0)).await?;
    }
    let unnamed: Vec<String> = sqlx::query_scalar(
        "SELECT cid FROM directory_cards d WHERE NOT EXISTS (SELECT 1 FROM profiles p WHERE p.card = d.cid) LIMIT $1",
    )
    .bind(MOST)
    .fetch_all(pool)
    .await?;
    for cid in unnamed {
        let mut tx = app.db.write().await?;
        sqlx::query("DELETE FROM directory_words WHERE cid = $1").bind(&cid).execute(&mut *tx).await?;
        sqlx::query("DELETE FROM directory_cards WHERE cid = $1").bind(&cid).execute(&mut *tx).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn read(app: &App, cid: Cid) -> Result<CardText, Unread> {
    let read = async {
        let blob = app.store.get(&cid, Part::Whole).await.map_err(|_| Unread::NotHere)?;
        if blob.size > LARGEST {
            return Err(Unread::NoCard);
        }
        blob.collect().await.map_err(|_| Unread::NotHere)
    };
    let bytes = tokio::time::timeout(PATIENCE, read).await.map_err(|_| Unread::NotHere)??;
    let card: CardText = serde_json::from_slice(&bytes).map_err(|_| Unread::NoCard)?;
    if sound(&card) { Ok(card) } else { Err(Unread::NoCard) }
}

/// Short enough to be shown, and without letters that turn a line around or hide in it.
fn sound(card: &CardText) -> bool {
    let name = (1..=120).contains(&card.name.trim().chars().count());
    let rest = [&card.title, &card.house, &card.address, &card.phone].into_iter().flatten();
    let short = rest.clone().all(|text| text.chars().count() <= 200);
    let about = card.about.as_ref().is_none_or(|text| text.chars().count() <= 2000);
    let hidden = |letter: char| {
        letter.is_control() && letter != '\n'
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let texts = [&card.name].into_iter().chain(rest).chain(&card.about);
    name && short
        && about
        && !fold::words(&card.name).is_empty()
        && !texts.into_iter().any(|text| text.contains(hidden))
}

async fn keep(app: &App, cid: &str, read: Result<CardText, Unread>, tries: i64) -> Result<(), sqlx::Error> {
    let wait = FIRST_WAIT.saturating_mul(1 << tries.clamp(0, 20)).min(LONGEST_WAIT);
    let due = matches!(read, Err(Unread::NotHere)).then(|| (app.now() + wait) as i64);
    let card = read.as_ref().ok().and_then(|card| serde_json::to_string(card).ok());
    let name = read.as_ref().ok().map(|card| card.name.trim().to_owned());
    let words = read.as_ref().map_or_else(|_| Vec::new(), |card| fold::words(&card.name));
    if let Err(error) = read {
        tracing::debug!(%error, cid, tries, "a public card was not read");
    }
    let mut tx = app.db.write().await?;
    sqlx::query(
        "INSERT INTO directory_cards (cid, card, name, tries, due) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (cid) DO \
         UPDATE SET card = excluded.card, name = excluded.name, tries = excluded.tries, due = excluded.due",
    )
    .bind(cid)
    .bind(card)
    .bind(name)
    .bind(tries + 1)
    .bind(due)
    .execute(&mut *tx)
    .await?;
    for word in words {
        sqlx::query("INSERT INTO directory_words (word, cid) VALUES ($1, $2) ON CONFLICT (word, cid) DO NOTHING")
            .bind(crate::db::hex(word))
            .bind(cid)
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> CardText {
        let none = || None;
        CardText { name: name.into(), title: none(), house: none(), address: none(), phone: none(), about: none() }
    }

    #[test]
    fn a_card_is_short_has_a_name_and_hides_no_letters() {
        assert!(sound(&named("Dr. Łucja Müller")) && sound(&named("王小明")));
        for name in ["", "   ", "--", "a\u{202e}b", "a\u{200b}b", "a\nb\u{7}", &"a".repeat(121)] {
            assert!(!sound(&named(name)), "{name:?}");
        }
        let about = |text: String| CardText { about: Some(text), ..named("Lin") };
        assert!(sound(&about("Two\nlines".into())) && !sound(&about("a".repeat(2001))));
        assert!(!sound(&CardText { phone: Some("1".repeat(201)), ..named("Lin") }));
    }
}
