//! Writing notices down: in the transaction of what they tell of, once each.

use super::whom::{Tidings, To, tidings};
use crate::{
    columns::{identifier, maybe_identifier, number},
    db::hex,
};
use chartkey_client::Heard;
use chartkey_protocol::{Notice, NoticeKind};
use chartkey_vocabulary::{Account, DAY, HOUR, RecordId, Time};
use sqlx::{Any, Row, Transaction, any::AnyRow};

/// Notices are kept so long; then what happened is read from the chart and the chain.
pub(super) const KEPT: Time = 365 * DAY;

/// Follows the chain: whom an event concerns is told. Runs in the index's own transaction, so it happens exactly once
/// an event, and after the index knows of it.
///
/// # Errors
/// When the database fails; the block is then read again.
pub async fn on_event(tx: &mut Transaction<'static, Any>, heard: &Heard, at: Time) -> Result<(), sqlx::Error> {
    let Some(told) = tidings(&heard.event) else { return Ok(()) };
    write(tx, &format!("event/{}/{}", heard.height, heard.index), &told, at).await
}

/// Tells the patient and who acts for them that somebody else opened a record; once an hour, reader and record.
///
/// # Errors
/// When the database fails.
pub async fn opened(
    tx: &mut Transaction<'static, Any>,
    patient: Account,
    reader: Account,
    record: RecordId,
    at: Time,
) -> Result<(), sqlx::Error> {
    let source = format!("opened/{}/{}/{}", hex(reader.0), hex(record.0), at / HOUR);
    // A large record is read in many parts, and its log must not wait for this.
    let known = sqlx::query("SELECT 1 FROM notices WHERE source = $1 LIMIT 1").bind(&source).fetch_optional(&mut **tx);
    if known.await?.is_some() {
        return Ok(());
    }
    let told = Tidings {
        kind: NoticeKind::Opened,
        about: patient,
        by: Some(reader),
        record: Some(record),
        to: vec![To::Chart(patient)],
    };
    write(tx, &source, &told, at).await
}

/// Tells the patient and who acts for them that a hospital found them by their number; once an hour and hospital.
///
/// # Errors
/// When the database fails.
pub async fn looked_up(
    tx: &mut Transaction<'static, Any>,
    patient: Account,
    hospital: Account,
    at: Time,
) -> Result<(), sqlx::Error> {
    let told = Tidings {
        kind: NoticeKind::LookedUp,
        about: patient,
        by: Some(hospital),
        record: None,
        to: vec![To::Chart(patient)],
    };
    write(tx, &format!("lookup/{}/{}/{}", hex(patient.0), hex(hospital.0), at / HOUR), &told, at).await
}

/// Tells the patient and who acts for them that a machine gave a job up.
///
/// # Errors
/// When the database fails.
pub async fn parked(
    tx: &mut Transaction<'static, Any>,
    patient: Account,
    worker: Account,
    record: RecordId,
    job: &str,
    at: Time,
) -> Result<(), sqlx::Error> {
    let told = Tidings {
        kind: NoticeKind::JobParked,
        about: patient,
        by: Some(worker),
        record: Some(record),
        to: vec![To::Chart(patient)],
    };
    write(tx, &format!("job/{job}/{at}"), &told, at).await
}

async fn write(tx: &mut Transaction<'static, Any>, source: &str, told: &Tidings, at: Time) -> Result<(), sqlx::Error> {
    for account in accounts(tx, told).await? {
        let row = sqlx::query("UPDATE notice_counter SET last = last + 1 WHERE one = 1 RETURNING last")
            .fetch_one(&mut **tx)
            .await?;
        let id: i64 = row.try_get(0)?;
        let written = sqlx::query(
            "INSERT INTO notices (id, account, kind, about, by_whom, record, at, seen, source) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8) ON CONFLICT (source, account, kind) DO NOTHING",
        )
        .bind(id)
        .bind(&account)
        .bind(word(told.kind))
        .bind(hex(told.about.0))
        .bind(told.by.map(|by| hex(by.0)))
        .bind(told.record.map(|record| hex(record.0)))
        .bind(at as i64)
        .bind(source)
        .execute(&mut **tx)
        .await?;
        if written.rows_affected() > 0 {
            sqlx::query("UPDATE contacts SET newest = $1 WHERE account = $2")
                .bind(id)
                .bind(&account)
                .execute(&mut **tx)
                .await?;
        }
    }
    Ok(())
}

/// Everybody who is told, each once, without whoever did it.
async fn accounts(tx: &mut Transaction<'static, Any>, told: &Tidings) -> Result<Vec<String>, sqlx::Error> {
    let mut accounts = Vec::new();
    for to in &told.to {
        let others = match to {
            To::One(account) => {
                accounts.push(hex(account.0));
                continue;
            }
            To::Chart(patient) => {
                accounts.push(hex(patient.0));
                sqlx::query("SELECT guardian FROM guardians WHERE patient = $1 ORDER BY guardian")
                    .bind(hex(patient.0))
                    .fetch_all(&mut **tx)
                    .await?
            }
            To::Council => {
                sqlx::query("SELECT account FROM members WHERE role = 'admin' AND standing = 'active' ORDER BY account")
                    .fetch_all(&mut **tx)
                    .await?
            }
        };
        for row in others {
            accounts.push(row.try_get(0)?);
        }
    }
    let by = told.by.map(|by| hex(by.0));
    let mut once = Vec::with_capacity(accounts.len());
    for account in accounts {
        if Some(&account) != by.as_ref() && !once.contains(&account) {
            once.push(account);
        }
    }
    Ok(once)
}

/// A kind as tables and JSON write it.
fn word(kind: NoticeKind) -> String {
    let word = serde_json::to_value(kind).expect("a kind is a word");
    word.as_str().expect("a kind is a word").to_owned()
}

/// The columns [`read`] expects.
macro_rules! columns {
    () => {
        "id, account, kind, about, by_whom, record, at, seen"
    };
}
pub(super) use columns;

/// A notice from its row.
pub(super) fn read(row: &AnyRow) -> Result<Notice, sqlx::Error> {
    let kind: String = row.try_get("kind")?;
    Ok(Notice {
        id: number(row, "id")?,
        kind: serde_json::from_value(kind.into()).map_err(|error| sqlx::Error::Decode(error.into()))?,
        account: identifier(row, "account")?,
        about: identifier(row, "about")?,
        by: maybe_identifier(row, "by_whom")?,
        record: maybe_identifier(row, "record")?,
        at: number(row, "at")?,
        read: number(row, "seen")? != 0,
    })
}
