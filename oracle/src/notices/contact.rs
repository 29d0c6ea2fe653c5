//! Where people want to be told besides the app, and the task that tells them.
//!
//! A message says only that there is something new: mail and text messages are read by others on their way.

use super::senders::{NotSent, Senders, is_mail, is_phone};
use crate::{
    app::App,
    db::hex,
    onboarding::allowance,
    problem::{Answer, Failed},
    session::SignedIn,
};
use axum::{Json, extract::State, http::StatusCode};
use chartkey_protocol::{Contact, Why};
use chartkey_vocabulary::{DAY, HOUR, MINUTE, Time};
use sha2::{Digest, Sha256};
use sqlx::{Row, any::AnyRow};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// All a message says.
const WORDS: &str = "There is something new in your chart. Open Chartkey to see it.";
/// Seconds between two messages to one person.
const QUIET: Time = 15 * MINUTE;
/// Messages a day to one address, whoever named it as theirs.
const A_DAY: u64 = 12;
/// Text messages of news a day in all. Nobody confirms that a number is theirs and each message costs some cents, so
/// whoever makes up numbers costs the operator no more than this. Without one the news is in the app all the same.
pub(super) const TEXTS_A_DAY: u64 = 1000;
/// What is older is seen in the app; a message about it would only puzzle.
const NEWS: Time = DAY;
/// Seconds one process has for sending before another one may.
const LEASE: Time = 2 * MINUTE;
/// An address that refused so often is left alone until there is something new.
const TRIES: i64 = 8;
const LOOK: Duration = Duration::from_secs(2);

/// Where the asker is told.
#[utoipa::path(get, path = "/api/contact", tag = "notices", security(("bearer" = [])),
    responses((status = 200, body = Contact)))]
pub(super) async fn get(State(app): State<App>, person: SignedIn) -> Answer<Contact> {
    let row = sqlx::query("SELECT email, phone FROM contacts WHERE account = $1")
        .bind(hex(person.account.0))
        .fetch_optional(app.db.pool())
        .await?;
    let contact = match row {
        Some(row) => Contact { email: row.try_get("email")?, phone: row.try_get("phone")? },
        None => Contact::default(),
    };
    Ok(Json(contact))
}

/// Says where the asker wants to be told.
#[utoipa::path(put, path = "/api/contact", tag = "notices", security(("bearer" = [])),
    request_body = Contact, responses((status = 200, body = Contact)))]
pub(super) async fn put(State(app): State<App>, person: SignedIn, Json(contact): Json<Contact>) -> Answer<Contact> {
    if contact.email.as_deref().is_some_and(|address| !is_mail(address)) {
        return Err(Failed::new(Why::BadRequest, "Mail cannot go to this address."));
    }
    if contact.phone.as_deref().is_some_and(|number| !is_phone(number)) {
        return Err(Failed::new(Why::BadRequest, "A telephone number is a `+` and 6 to 15 digits."));
    }
    sqlx::query(
        "INSERT INTO contacts (account, email, phone, newest, told, next_at, failures) VALUES ($1, $2, $3, 0, 0, $4, 0) \
         ON CONFLICT (account) DO UPDATE SET email = $2, phone = $3, told = contacts.newest, failures = 0",
    )
    .bind(hex(person.account.0))
    .bind(&contact.email)
    .bind(&contact.phone)
    .bind(app.now() as i64)
    .execute(app.db.pool())
    .await?;
    Ok(Json(contact))
}

/// Forgets where the asker is told.
#[utoipa::path(delete, path = "/api/contact", tag = "notices", security(("bearer" = [])),
    responses((status = 204)))]
pub(super) async fn forget(State(app): State<App>, person: SignedIn) -> Result<StatusCode, Failed> {
    sqlx::query("DELETE FROM contacts WHERE account = $1").bind(hex(person.account.0)).execute(app.db.pool()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sends messages to those who have something new, until told to stop.
pub(super) async fn tell(app: &App, senders: &Senders, stop: &CancellationToken) {
    while !stop.is_cancelled() {
        if let Err(error) = tell_due(app, senders).await {
            tracing::warn!(%error, "people to be told could not be read; trying again");
        }
        tokio::select! {
            () = stop.cancelled() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Everybody whose time has come, once.
pub(super) async fn tell_due(app: &App, senders: &Senders) -> Result<(), sqlx::Error> {
    let due = sqlx::query(
        "SELECT account, email, phone, newest, next_at, failures FROM contacts \
         WHERE newest > told AND next_at <= $1 ORDER BY next_at LIMIT 50",
    )
    .bind(app.now() as i64)
    .fetch_all(app.db.pool())
    .await?;
    for row in &due {
        tell_one(app, senders, row).await?;
    }
    Ok(())
}

async fn tell_one(app: &App, senders: &Senders, row: &AnyRow) -> Result<(), sqlx::Error> {
    let account: String = row.try_get("account")?;
    let (newest, due): (i64, i64) = (row.try_get("newest")?, row.try_get("next_at")?);
    let failures: i64 = row.try_get("failures")?;
    let now = app.now();
    // Of several processes one takes it; should it die, another one does after the lease.
    let taken = sqlx::query("UPDATE contacts SET next_at = $1 WHERE account = $2 AND next_at = $3 AND newest > told")
        .bind((now + LEASE) as i64)
        .bind(&account)
        .bind(due)
        .execute(app.db.pool())
        .await?;
    if taken.rows_affected() == 0 {
        return Ok(());
    }
    let ways: [(Option<String>, _, _); 2] =
        [(row.try_get("email")?, &senders.mail, None), (row.try_get("phone")?, &senders.text, Some(TEXTS_A_DAY))];
    let (mut reached, mut failure) = (false, None);
    if unseen(app, &account).await? {
        for (address, sender, in_all) in ways {
            let Some(address) = address else { continue };
            if !within_a_day(app, &address, in_all).await? {
                continue;
            }
            match sender.send(&address, WORDS).await {
                Ok(()) => reached = true,
                Err(error) => {
                    tracing::warn!(%error, "a person could not be told");
                    failure = Some(error);
                }
            }
        }
    }
    let again = matches!(failure, Some(NotSent::Unreachable | NotSent::Refused(_))) && failures + 1 < TRIES;
    // One way is enough; trying the other again would send the first twice.
    let (told, failures, next) = match again && !reached {
        false => (newest, 0, now + QUIET),
        true => (0, failures + 1, now + (MINUTE << failures).min(6 * HOUR)),
    };
    sqlx::query(
        "UPDATE contacts SET told = CASE WHEN told > $1 THEN told ELSE $1 END, failures = $2, next_at = $3 \
         WHERE account = $4",
    )
    .bind(told)
    .bind(failures)
    .bind(next as i64)
    .bind(&account)
    .execute(app.db.pool())
    .await?;
    Ok(())
}

/// Whether there is news the person has not seen in the app already.
async fn unseen(app: &App, account: &str) -> Result<bool, sqlx::Error> {
    let row = sqlx::query("SELECT 1 FROM notices WHERE account = $1 AND seen = 0 AND at >= $2 LIMIT 1")
        .bind(account)
        .bind(app.now().saturating_sub(NEWS) as i64)
        .fetch_optional(app.db.pool())
        .await?;
    Ok(row.is_some())
}

/// Takes one of the messages this address may get today, and one of all where there is such a limit.
async fn within_a_day(app: &App, address: &str, in_all: Option<u64>) -> Result<bool, sqlx::Error> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    let mut taken = allowance::take(&mut tx, "message", &hex(Sha256::digest(address)), A_DAY, now).await?;
    if let Some(limit) = in_all {
        taken = taken && allowance::take(&mut tx, "text", "everybody", limit, now).await?;
    }
    if taken {
        tx.commit().await?;
    }
    Ok(taken)
}
