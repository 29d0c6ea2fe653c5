//! The one who writes: lines that wait while another is being made safe are made safe together.

use super::NewLine;
use crate::{app::App, db::hex, notices};
use chartkey_protocol::{Bytes, Line, next_head};
use chartkey_vocabulary::{Account, Digest, Time};
use codec::Encode;
use rand::{RngCore, rngs::OsRng};
use sqlx::{Any, Row, Transaction};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};
use tokio::sync::oneshot;

/// Lines that are committed together; a bound on how long the first of them waits.
const TOGETHER: usize = 512;

/// Writes lines in one order, many at a time.
#[derive(Clone, Default)]
pub struct Writer {
    queue: Arc<Mutex<Queue>>,
}

#[derive(Default)]
struct Queue {
    waiting: Vec<Waiting>,
    /// Whether a task is at it.
    busy: bool,
}

struct Waiting {
    line: NewLine,
    written: oneshot::Sender<Line>,
}

impl Writer {
    /// Writes a line; `None` when it could not be written.
    pub(super) async fn write(&self, app: &App, line: NewLine) -> Option<Line> {
        let (written, answer) = oneshot::channel();
        let first = {
            let mut queue = self.queue.lock().expect("no panic holds it");
            queue.waiting.push(Waiting { line, written });
            !std::mem::replace(&mut queue.busy, true)
        };
        if first {
            // A task of its own: whoever waits may go away in the middle, and the others' lines must not go with them.
            tokio::spawn(self.clone().drain(app.clone()));
        }
        answer.await.ok()
    }

    async fn drain(self, app: App) {
        // Should the loop panic, the next line finds the place free and begins anew.
        let _free = Free(&self.queue);
        loop {
            let together: Vec<Waiting> = {
                let mut queue = self.queue.lock().expect("no panic holds it");
                if queue.waiting.is_empty() {
                    queue.busy = false;
                    return;
                }
                let count = queue.waiting.len().min(TOGETHER);
                queue.waiting.drain(..count).collect()
            };
            match commit(&app, &together).await {
                Ok(lines) => {
                    for (waiting, line) in together.into_iter().zip(lines) {
                        // Whoever has gone away meanwhile gets nothing; the line stands.
                        waiting.written.send(line).ok();
                    }
                }
                // The senders are dropped, which tells those who wait.
                Err(error) => tracing::error!(%error, lines = together.len(), "the log could not be written"),
            }
        }
    }
}

/// Frees the writer's place when a task ends by a panic; an orderly end has freed it already.
struct Free<'a>(&'a Mutex<Queue>);

impl Drop for Free<'_> {
    fn drop(&mut self) {
        if std::thread::panicking()
            && let Ok(mut queue) = self.0.lock()
        {
            queue.busy = false;
            queue.waiting.clear();
        }
    }
}

async fn commit(app: &App, together: &[Waiting]) -> Result<Vec<Line>, sqlx::Error> {
    let now = app.now();
    let mut tx = app.db.write().await?;
    // Touching the row locks it where several oracles share a database, until this transaction ends.
    let row = sqlx::query("UPDATE log_head SET count = count WHERE one = 1 RETURNING count, head")
        .fetch_one(&mut *tx)
        .await?;
    let mut position = row.try_get::<i64, _>(0)? as u64;
    let mut head: Digest = read_digest(row.try_get(1)?)?;
    let mut next_of: HashMap<Account, u64> = HashMap::new();
    let mut lines = Vec::with_capacity(together.len());
    for Waiting { line, .. } in together {
        let nth = match next_of.get(&line.patient) {
            Some(nth) => *nth,
            None => count_of(&mut tx, line.patient).await?,
        };
        next_of.insert(line.patient, nth + 1);
        let line = placed(line, position, nth, now);
        let leaf = line.leaf();
        sqlx::query("INSERT INTO log_lines (position, patient, nth, line, leaf) VALUES ($1, $2, $3, $4, $5)")
            .bind(position as i64)
            .bind(hex(line.patient.0))
            .bind(nth as i64)
            .bind(line.encode())
            .bind(hex(leaf.0))
            .execute(&mut *tx)
            .await?;
        if let (Some(reader), Some(record)) = (line.reader, line.record)
            && reader != line.patient
        {
            notices::opened(&mut tx, line.patient, reader, record, now).await?;
        }
        head = next_head(head, leaf);
        position += 1;
        lines.push(line);
    }
    sqlx::query("UPDATE log_head SET count = $1, head = $2 WHERE one = 1")
        .bind(position as i64)
        .bind(hex(head.0))
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(lines)
}

fn placed(line: &NewLine, position: u64, nth: u64, at: Time) -> Line {
    let mut salt = vec![0; 16];
    OsRng.fill_bytes(&mut salt);
    let NewLine { patient, reader, kind, record, version, purpose, basis, block, from, to } = line.clone();
    let salt = Bytes(salt);
    Line { position, nth, salt, patient, reader, kind, record, version, purpose, basis, block, from, to, at }
}

/// How many lines there are about a patient.
async fn count_of(tx: &mut Transaction<'static, Any>, patient: Account) -> Result<u64, sqlx::Error> {
    let row = sqlx::query("SELECT COALESCE(MAX(nth) + 1, 0) FROM log_lines WHERE patient = $1")
        .bind(hex(patient.0))
        .fetch_one(&mut **tx)
        .await?;
    Ok(row.try_get::<i64, _>(0)? as u64)
}

/// A digest as the tables hold it.
pub(super) fn read_digest(text: String) -> Result<Digest, sqlx::Error> {
    text.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))
}
