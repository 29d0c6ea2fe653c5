//! What happens to jobs without anybody saying so: keys are withdrawn, workers fall silent, results become final.

use super::{
    table,
    work::{CONSENT_ENDED, RECORD_GONE, give_back, posted_as},
};
use crate::{app::App, db::hex, outbox::Outcome};
use chartkey_client::Heard;
use chartkey_vocabulary::{
    Account, ConsentEvent, DAY, Event, Motion, Purpose, RecordsError, RecordsEvent, RegistryEvent, Time,
};
use sqlx::{Any, Executor, Transaction};
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// How often silent workers and final results are looked for.
const LOOK: Duration = Duration::from_secs(1);
/// How long a finished job is shown.
const SHOWN: Time = 30 * DAY;
/// Refusals that stay as long as nobody but the patient or the council does something.
const FOR_GOOD: [RecordsError; 4] =
    [RecordsError::NoConsent, RecordsError::NoSuchRecord, RecordsError::NotWorker, RecordsError::TooManyFindings];
/// A worker was not heard of for the length of a lease.
const SILENT: &str = "worker_silent";
/// Whoever was to read may not act any more, or whose record it is has left.
const MEMBER_GONE: &str = "member_gone";

/// Follows the chain: a withdrawn key ends its jobs. Runs in the index's own transaction, so it happens exactly once an
/// event. Jobs asked for at or after the event are left alone: the index may be rebuilt, and each claim asks the chain.
///
/// # Errors
/// When the database fails; the block is then read again.
pub async fn on_event(tx: &mut Transaction<'static, Any>, heard: &Heard, at: Time) -> Result<(), sqlx::Error> {
    match &heard.event {
        Event::Consent(ConsentEvent::Revoked { between, .. }) if between.purpose == Purpose::MachineAnalysis => {
            let query = "UPDATE jobs SET state = 'parked', lease = NULL, lease_until = NULL, error = $1, at = $2 \
                         WHERE owner = $3 AND worker = $4 AND state IN ('queued', 'leased') AND asked < $2";
            let query = sqlx::query(query).bind(CONSENT_ENDED).bind(at as i64);
            tx.execute(query.bind(hex(between.patient.0)).bind(hex(between.reader.0))).await?;
        }
        Event::Records(RecordsEvent::Withdrawn { record, .. }) => {
            let query = "UPDATE jobs SET state = 'parked', lease = NULL, lease_until = NULL, error = $1, at = $2 \
                         WHERE record = $3 AND state IN ('queued', 'leased')";
            tx.execute(sqlx::query(query).bind(RECORD_GONE).bind(at as i64).bind(hex(record.0))).await?;
        }
        Event::Records(RecordsEvent::Attested { finding, worker, .. }) => {
            let query = "UPDATE jobs SET state = 'done', at = $1 \
                         WHERE finding = $2 AND worker = $3 AND state = 'posting'";
            tx.execute(sqlx::query(query).bind(at as i64).bind(hex(finding.0)).bind(hex(worker.0))).await?;
        }
        Event::Registry(RegistryEvent::Left { who }) => end_all(tx, *who, at).await?,
        Event::Registry(RegistryEvent::Carried { motion: Motion::Dismiss(who) | Motion::Suspend(who, _) }) => {
            end_all(tx, *who, at).await?;
        }
        _ => {}
    }
    Ok(())
}

async fn end_all(tx: &mut Transaction<'static, Any>, who: Account, at: Time) -> Result<(), sqlx::Error> {
    let query = "UPDATE jobs SET state = 'parked', lease = NULL, lease_until = NULL, error = $1, at = $2 \
                 WHERE (owner = $3 OR worker = $3) AND state IN ('queued', 'leased') AND asked < $2";
    tx.execute(sqlx::query(query).bind(MEMBER_GONE).bind(at as i64).bind(hex(who.0))).await?;
    Ok(())
}

/// Looks after jobs until told to stop.
pub async fn run(app: App, stop: CancellationToken) {
    let work = async {
        loop {
            if let Err(error) = look(&app).await {
                tracing::warn!(%error, "jobs cannot be looked after");
            }
            sleep(LOOK).await;
        }
    };
    tokio::select! {
        () = stop.cancelled() => {}
        () = work => {}
    }
}

/// Looks once for silent workers, results that came to an end, and jobs done long ago.
pub(super) async fn look(app: &App) -> Result<(), sqlx::Error> {
    let pool = app.db.pool();
    for row in table::lapsed(pool, app.now()).await? {
        give_back(app, &row, SILENT, false).await?;
    }
    let mut after = String::new();
    loop {
        let rows = table::posting(pool, &after).await?;
        let Some(last) = rows.last() else { break };
        after.clone_from(&last.shown.job);
        for row in &rows {
            match app.outbox.outcome(&posted_as(&row.shown.job)).await? {
                None | Some(Outcome::Pending) => {}
                Some(Outcome::Final(_)) => table::done(pool, &row.shown.job, app.now()).await?,
                // An earlier report of the same arrived after all.
                Some(Outcome::Failed(why)) if why == RecordsError::AlreadyAttested.name() => {
                    table::done(pool, &row.shown.job, app.now()).await?;
                }
                Some(Outcome::Failed(why)) => {
                    let for_good = FOR_GOOD.iter().any(|refusal| refusal.name() == why);
                    give_back(app, row, &word(&why), for_good).await?;
                }
            }
        }
    }
    table::forget(pool, app.now().saturating_sub(SHOWN)).await
}

/// A refusal's name as it is; the node's words, which are many, as one.
fn word(why: &str) -> String {
    let is_name = why.len() <= 48 && why.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_name { why.to_owned() } else { "not_posted".into() }
}
