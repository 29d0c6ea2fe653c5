//! What workers say of jobs.

use super::{
    ask::allowed,
    row::Row,
    table::{self, digest},
};
use crate::{app::App, db::hex, keys, notices, outbox::wire::NotRead, problem::Failed};
use chartkey_client::{account_of, keccak};
use chartkey_protocol::{Claimed, Extended, Failure, Heartbeat, JobRow, JobState, Report, Why, Wrap};
use chartkey_vocabulary::{Account, Cid, FindingId, Message, RecordsMessage, Role};

/// Jobs looked at in one claim; those whose key was withdrawn are passed over.
const LOOKED_AT: usize = 32;
/// An attestation with its signature has about 600 bytes.
const LONGEST_TRANSACTION: usize = 4096;
/// Keys one result may come with.
const MOST_WRAPS: usize = 64;
/// Letters of a word a worker says.
const WORD: usize = 48;

/// What a job is parked with when nobody may do it any more.
pub(super) const CONSENT_ENDED: &str = "consent_ended";
pub(super) const RECORD_GONE: &str = "record_gone";

/// The key under which a job's result is posted.
pub(super) fn posted_as(job: &str) -> String {
    format!("attest/{job}")
}

/// Takes the next job that the chain still allows.
pub(super) async fn claim(app: &App, worker: Account) -> Result<Option<Claimed>, Failed> {
    if !app.chain.who(worker).await?.is_some_and(|who| who.is(Role::Worker)) {
        return Err(Failed::new(Why::NotAllowed, "Only appointed machines take jobs."));
    }
    let pool = app.db.pool();
    for _ in 0..LOOKED_AT {
        let now = app.now();
        let Some(Row { shown, owner, .. }) = table::next(pool, worker, now).await? else { return Ok(None) };
        let (job, record, version) = (shown.job, shown.record, shown.version);
        let (Some(entry), Some(sealed)) = (app.chain.record(record).await?, app.chain.version(record, version).await?)
        else {
            table::park(pool, &job, RECORD_GONE, now).await?;
            continue;
        };
        match allowed(app, record, worker).await {
            Ok(_) => {}
            Err(failed) if failed.0.why == Why::NotAllowed => {
                table::park(pool, &job, CONSENT_ENDED, now).await?;
                continue;
            }
            Err(failed) => return Err(failed),
        }
        let lease = hex(rand::random::<[u8; 32]>());
        if table::lease(pool, &job, &lease, now).await? {
            let (cid, kind, until) = (sealed.sealed.cid, entry.kind, now + table::LEASE);
            return Ok(Some(Claimed { job, lease, record, version, cid, kind, owner, until }));
        }
    }
    Ok(None)
}

/// Keeps a lease, as long as the chain allows the work.
pub(super) async fn heartbeat(app: &App, worker: Account, job: &str, beat: Heartbeat) -> Result<Extended, Failed> {
    if beat.stage.as_deref().is_some_and(|stage| !is_word(stage)) || beat.percent.is_some_and(|percent| percent > 100) {
        return Err(not_a_word());
    }
    let row = held(app, worker, job, &beat.lease).await?;
    if row.shown.state != JobState::Leased {
        return Err(lapsed());
    }
    still_allowed(app, &row).await?;
    let now = app.now();
    if !table::extend(app.db.pool(), &row, beat.stage.as_deref(), beat.percent, now).await? {
        return Err(lapsed());
    }
    Ok(Extended { until: now + table::LEASE })
}

/// Takes a result in: keys to it, and the signed attestation for the outbox, together or not at all.
pub(super) async fn report(app: &App, worker: Account, job: &str, report: Report) -> Result<JobRow, Failed> {
    let row = held(app, worker, job, &report.lease).await?;
    let reported = digest(&report.transaction.0);
    if row.shown.state != JobState::Leased {
        // The answer to the first time was lost on the way.
        return if row.reported.as_deref() == Some(&reported) { Ok(row.shown) } else { Err(lapsed()) };
    }
    check_wraps(&report.wraps, report.cid, row.owner)?;
    check_attestation(app, worker, &row, &report).await?;
    still_allowed(app, &row).await?;
    let finding = FindingId::derive(row.owner, &report.attestation, keccak);
    let mut tx = app.db.write().await?;
    if !table::report(&mut tx, &row, finding, &reported, app.now()).await? {
        return Err(lapsed());
    }
    keys::put_wraps(&mut tx, row.shown.record, row.shown.version, &report.wraps).await?;
    app.outbox.post_signed(&mut tx, &posted_as(job), &report.transaction.0).await?;
    tx.commit().await?;
    shown(app, job).await
}

/// Queues a job again or parks it.
pub(super) async fn fail(app: &App, worker: Account, job: &str, failure: Failure) -> Result<JobRow, Failed> {
    if !is_word(&failure.error) {
        return Err(not_a_word());
    }
    let row = held(app, worker, job, &failure.lease).await?;
    if row.shown.state != JobState::Leased || !give_back(app, &row, &failure.error, failure.for_good).await? {
        return Err(lapsed());
    }
    shown(app, job).await
}

/// Queues a job again or parks it, and tells the patient of the latter. `false` when it went on in between.
pub(super) async fn give_back(app: &App, row: &Row, error: &str, for_good: bool) -> Result<bool, sqlx::Error> {
    let (shown, now) = (&row.shown, app.now());
    let mut tx = app.db.write().await?;
    let parked = table::retry(&mut tx, row, error, for_good, now).await?;
    if parked == Some(true) {
        notices::parked(&mut tx, row.owner, shown.worker, shown.record, &shown.job, now).await?;
    }
    tx.commit().await?;
    Ok(parked.is_some())
}

/// The job, if this worker was given this lease of it.
async fn held(app: &App, worker: Account, job: &str, lease: &str) -> Result<Row, Failed> {
    let row = table::find(app.db.pool(), job).await?.filter(|row| row.shown.worker == worker);
    let row = row.ok_or_else(|| Failed::new(Why::NotFound, "There is no such job of yours."))?;
    if row.lease.as_deref() == Some(&digest(lease)) { Ok(row) } else { Err(lapsed()) }
}

async fn still_allowed(app: &App, row: &Row) -> Result<(), Failed> {
    let allowed = allowed(app, row.shown.record, row.shown.worker).await;
    if allowed.as_ref().is_err_and(|failed| failed.0.why == Why::NotAllowed) {
        table::park(app.db.pool(), &row.shown.job, CONSENT_ENDED, app.now()).await?;
    }
    allowed.map(|_| ())
}

fn check_wraps(wraps: &[Wrap], cid: Cid, owner: Account) -> Result<(), Failed> {
    if wraps.len() > MOST_WRAPS || wraps.iter().any(|wrap| wrap.cid != cid) {
        return Err(Failed::new(Why::BadRequest, "The keys are not to this output, or too many."));
    }
    if !wraps.iter().any(|wrap| wrap.reader == owner) {
        return Err(Failed::new(Why::BadRequest, "There is no key for the patient."));
    }
    Ok(())
}

/// Whether the transaction says just this, signed by this worker, of what stands on the chain.
async fn check_attestation(app: &App, worker: Account, row: &Row, report: &Report) -> Result<(), Failed> {
    let refused = |words: &str| Failed::new(Why::Refused, words);
    let said = &report.attestation;
    if (said.record, said.version) != (row.shown.record, row.shown.version) {
        return Err(refused("The attestation is about something else."));
    }
    let version = app.chain.version(said.record, said.version).await?;
    if version.is_none_or(|version| version.sealed.commitment != said.seen) {
        return Err(refused("What the machine read is not what stands on the chain."));
    }
    if report.transaction.0.len() > LONGEST_TRANSACTION {
        return Err(Failed::new(Why::TooLarge, "This is too long for an attestation."));
    }
    let read = app.outbox.read(&report.transaction.0).await.map_err(|error| match error {
        NotRead::Unreadable => refused("The transaction cannot be read."),
        NotRead::Down(_) => Failed::new(Why::Busy, "The chain does not answer just now.").wait(5),
    })?;
    if account_of(&read.ready.account) != worker {
        return Err(refused("Somebody else signed the transaction."));
    }
    let expected = RecordsMessage::Attest { attestation: *said, cid: report.cid };
    if read.message != Some(Message::Records(expected)) {
        return Err(refused("The transaction says something else."));
    }
    if !app.store.has(&report.cid).await? {
        return Err(refused("The output was not uploaded."));
    }
    Ok(())
}

async fn shown(app: &App, job: &str) -> Result<JobRow, Failed> {
    let row = table::find(app.db.pool(), job).await?;
    row.map(|row| row.shown).ok_or_else(|| Failed::new(Why::NotFound, "There is no such job of yours."))
}

/// A word of a worker's own list. Free text could carry what was read into the database and the logs.
fn is_word(text: &str) -> bool {
    (1..=WORD).contains(&text.len()) && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

fn not_a_word() -> Failed {
    Failed::new(Why::BadRequest, "Say it in a word of letters, digits and underscores, and per cent up to 100.")
}

fn lapsed() -> Failed {
    Failed::new(Why::Lapsed, "This lease is over.")
}
