//! Notices as they come: server-sent events, read from the table and woken by the bell.
//!
//! The bell only says that there is something to read, so a listener who missed a ring, or comes back behind the last
//! id they saw, is told everything in order and nothing twice.

use super::write::{columns, read};
use crate::{app::App, db::hex, problem::Failed, session::SignedIn};
use axum::{
    Extension,
    extract::State,
    http::HeaderMap,
    response::{
        IntoResponse,
        sse::{Event, KeepAlive, Sse},
    },
};
use chartkey_protocol::{Notice, Why};
use chartkey_vocabulary::Account;
use sqlx::Row;
use std::{
    collections::HashMap,
    convert::Infallible,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{
    sync::{
        broadcast::{Receiver, error::RecvError},
        mpsc,
    },
    time::{Instant, timeout_at},
};
use tokio_stream::wrappers::ReceiverStream;
use tokio_util::sync::CancellationToken;

/// Shorter than what proxies between wait for.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// A stream ends after so long and the client comes back: not every connection that is gone says so.
const LONGEST: Duration = Duration::from_secs(3600);
/// A listener who takes nothing for so long is dropped.
const SLOWEST: Duration = Duration::from_secs(30);
/// Streams of one account at a time: a few devices, a few windows.
const STREAMS: usize = 8;
/// Rows read at once.
const BATCH: i64 = 100;
/// How often the table is looked at for what the bell has not rung for yet.
const LOOK: Duration = Duration::from_millis(300);

/// Who listens, by account.
#[derive(Clone, Default)]
pub(super) struct Listeners(Arc<Mutex<HashMap<Account, usize>>>);

/// A listener's place; left when it is dropped.
struct Place {
    listeners: Listeners,
    account: Account,
}

impl Listeners {
    fn take(&self, account: Account) -> Option<Place> {
        let mut taken = self.0.lock().expect("no panic holds it");
        let count = taken.entry(account).or_default();
        (*count < STREAMS).then(|| {
            *count += 1;
            Place { listeners: self.clone(), account }
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.listeners.0.lock().expect("no panic holds it");
        if let Some(count) = taken.get_mut(&self.account) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.account);
            }
        }
    }
}

/// What the asker is told, as it comes. Resumes behind the header `Last-Event-ID`; without it, tells what comes from
/// now on.
#[utoipa::path(get, path = "/api/notices/stream", tag = "notices", security(("bearer" = [])),
    params(("last-event-id" = Option<u64>, Header, description = "The last notice the client has")),
    responses((status = 200, description = "Events `notice`, each with a `Notice`", content_type = "text/event-stream")))]
pub(super) async fn stream(
    State(app): State<App>,
    Extension(listeners): Extension<Listeners>,
    person: SignedIn,
    headers: HeaderMap,
) -> Result<impl IntoResponse, Failed> {
    let place = listeners
        .take(person.account)
        .ok_or_else(|| Failed::new(Why::TooMany, "Too many windows of this account are listening.").wait(60))?;
    // Subscribed before the table is read, so that nothing falls in between.
    let bell = app.bell.subscribe();
    let last = match headers.get("last-event-id").map(|id| id.to_str().ok().and_then(|id| id.parse::<u64>().ok())) {
        // Books put back from a copy may count from less than the client remembers.
        Some(Some(id)) => i64::try_from(id).unwrap_or(i64::MAX).min(newest(&app).await?),
        Some(None) => return Err(Failed::new(Why::BadRequest, "`Last-Event-ID` is a notice's number.")),
        None => newest(&app).await?,
    };
    let (to, events) = mpsc::channel(16);
    tokio::spawn(async move {
        if let Err(error) = listen(&app, &place, last, bell, &to).await {
            tracing::warn!(%error, "a listener's notices could not be read");
        }
    });
    let alive = KeepAlive::new().interval(HEARTBEAT);
    Ok((
        // Proxies that collect answers would hold notices back.
        [("x-accel-buffering", "no"), ("cache-control", "no-store")],
        Sse::new(ReceiverStream::new(events)).keep_alive(alive),
    ))
}

async fn listen(
    app: &App,
    place: &Place,
    mut last: i64,
    mut bell: Receiver<Notice>,
    to: &mpsc::Sender<Result<Event, Infallible>>,
) -> Result<(), sqlx::Error> {
    let end = Instant::now() + LONGEST;
    let account = hex(place.account.0);
    loop {
        loop {
            let notices = behind(app, &account, last).await?;
            for notice in &notices {
                last = notice.id as i64;
                let event = Event::default().event("notice").id(notice.id.to_string());
                let event = event.json_data(notice).expect("a notice is JSON");
                if to.send_timeout(Ok(event), SLOWEST).await.is_err() {
                    return Ok(());
                }
            }
            if notices.len() < BATCH as usize {
                break;
            }
        }
        loop {
            let rung = tokio::select! {
                () = to.closed() => return Ok(()),
                rung = timeout_at(end, bell.recv()) => rung,
            };
            match rung {
                Ok(Ok(notice)) if notice.account == place.account && notice.id as i64 > last => break,
                Ok(Ok(_)) => {}
                // More rang than was heard: whatever it was is in the table.
                Ok(Err(RecvError::Lagged(_))) => break,
                Ok(Err(RecvError::Closed)) | Err(_) => return Ok(()),
            }
        }
    }
}

async fn behind(app: &App, account: &str, last: i64) -> Result<Vec<Notice>, sqlx::Error> {
    let rows = sqlx::query(concat!(
        "SELECT ",
        columns!(),
        " FROM notices WHERE account = $1 AND id > $2 ORDER BY id LIMIT $3"
    ))
    .bind(account)
    .bind(last)
    .bind(BATCH)
    .fetch_all(app.db.pool())
    .await?;
    rows.iter().map(read).collect()
}

async fn newest(app: &App) -> Result<i64, sqlx::Error> {
    sqlx::query("SELECT last FROM notice_counter WHERE one = 1").fetch_one(app.db.pool()).await?.try_get(0)
}

/// Rings the bell for every notice written from now on, whichever process wrote it.
pub(super) async fn ring(app: &App, stop: &CancellationToken) {
    let mut rung = None;
    while !stop.is_cancelled() {
        match ring_once(app, &mut rung).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, "new notices could not be read; trying again"),
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Whether there may be more.
async fn ring_once(app: &App, rung: &mut Option<i64>) -> Result<bool, sqlx::Error> {
    let Some(last) = rung else {
        *rung = Some(newest(app).await?);
        return Ok(false);
    };
    let rows = sqlx::query(concat!("SELECT ", columns!(), " FROM notices WHERE id > $1 ORDER BY id LIMIT $2"))
        .bind(*last)
        .bind(BATCH)
        .fetch_all(app.db.pool())
        .await?;
    for row in &rows {
        let notice = read(row)?;
        *last = notice.id as i64;
        // Nobody may be listening.
        let _ = app.bell.send(notice);
    }
    Ok(rows.len() == BATCH as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_so_many_places_and_gets_them_back() {
        let (listeners, ada) = (Listeners::default(), Account([1; 20]));
        let places: Vec<_> = (0..STREAMS).map(|_| listeners.take(ada).expect("a place")).collect();
        assert!(listeners.take(ada).is_none());
        assert!(listeners.take(Account([2; 20])).is_some(), "others are not kept out");
        drop(places);
        assert!(listeners.take(ada).is_some());
        assert!(listeners.0.lock().expect("free").is_empty(), "nothing is remembered of who left");
    }
}
