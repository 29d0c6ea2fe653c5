//! What patients and guardians say of jobs.

use super::table::{self, Behind, Order};
use crate::{app::App, problem::Failed, reads::paging::limit};
use chartkey_protocol::{JobRow, JobState, NewJob, Page, Paging, Why};
use chartkey_vocabulary::{Account, Decision, Denial, Purpose, RecordId, Role, Time};

/// Workers that can be asked at once, for agreement.
const WORKERS: usize = 5;
/// Jobs about one patient's records that can wait at a time.
const LIVE: i64 = 200;

/// Asks machines to read a version.
pub(super) async fn create(app: &App, asker: Account, new: NewJob) -> Result<Vec<JobRow>, Failed> {
    let mut workers = new.workers;
    workers.sort_unstable();
    workers.dedup();
    if workers.is_empty() || workers.len() > WORKERS {
        return Err(Failed::new(Why::BadRequest, "Name one to five machines."));
    }
    let unknown = || Failed::new(Why::NotFound, "There is no such record of yours.");
    let record = app.chain.record(new.record).await?.ok_or_else(unknown)?;
    if !acts_for(app, asker, record.owner).await? {
        return Err(unknown());
    }
    app.chain.version(new.record, new.version).await?.ok_or_else(unknown)?;
    let mut asked = 0;
    for worker in &workers {
        if !app.chain.who(*worker).await?.is_some_and(|who| who.is(Role::Worker)) {
            return Err(Failed::new(Why::BadRequest, "Only appointed machines read."));
        }
        asked = allowed(app, new.record, *worker).await?;
    }
    let mut tx = app.db.write().await?;
    if table::live(&mut tx, record.owner).await? >= LIVE {
        return Err(Failed::new(Why::TooMany, "Many jobs are waiting. Please ask again when some are done.").wait(60));
    }
    let mut rows = Vec::with_capacity(workers.len());
    for worker in workers {
        let order = Order { record: new.record, version: new.version, owner: record.owner, worker };
        rows.push(table::queue(&mut tx, &order, asked, app.now()).await?.shown);
    }
    tx.commit().await?;
    Ok(rows)
}

/// A page of jobs.
pub(super) async fn list(
    app: &App,
    asker: Account,
    record: Option<RecordId>,
    paging: Paging,
) -> Result<Page<JobRow>, Failed> {
    let whose = match record {
        Some(record) => match table::owner_of(app.db.pool(), record).await? {
            Some(owner) if acts_for(app, asker, owner).await? => owner,
            _ => asker,
        },
        None => asker,
    };
    let limit = limit(&paging);
    let behind = match paging.after {
        Some(after) => behind(&after).ok_or_else(|| Failed::new(Why::BadRequest, "There is no such page."))?,
        None => Behind { asked: Time::MAX, job: String::new() },
    };
    let mut rows = table::page(app.db.pool(), whose, record, &behind, limit as i64 + 1).await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|row| format!("{}.{}", row.asked, row.shown.job));
    let height = app.chain.finalized().await?.height;
    Ok(Page { rows: rows.into_iter().map(|row| row.shown).collect(), next, height })
}

/// Takes a job back.
pub(super) async fn remove(app: &App, asker: Account, job: &str) -> Result<(), Failed> {
    let unknown = || Failed::new(Why::NotFound, "There is no such job of yours.");
    let row = table::find(app.db.pool(), job).await?.ok_or_else(unknown)?;
    if !acts_for(app, asker, row.owner).await? {
        return Err(unknown());
    }
    if row.shown.state == JobState::Posting || !table::remove(app.db.pool(), job).await? {
        return Err(Failed::new(Why::Conflict, "The result is on its way to the chain.").wait(10));
    }
    Ok(())
}

/// Whether the chain lets the worker read. Answers with the time of the block that says so.
///
/// A key that counts openings is announced by the worker itself before it fetches, so that is no refusal yet.
pub(super) async fn allowed(app: &App, record: RecordId, worker: Account) -> Result<Time, Failed> {
    let said = app.chain.may_open(record, worker, Purpose::MachineAnalysis).await?;
    match said.answer {
        Decision::Allowed(_) | Decision::Denied(Denial::NotAnnounced) => Ok(said.block.time),
        Decision::Denied(denial) => {
            let denial = serde_json::to_value(denial).ok().and_then(|name| name.as_str().map(str::to_owned));
            Err(Failed::new(Why::NotAllowed, "The machine has no key to this record.")
                .denial(denial.unwrap_or_else(|| "denied".into())))
        }
    }
}

async fn acts_for(app: &App, asker: Account, owner: Account) -> Result<bool, Failed> {
    Ok(asker == owner || app.chain.guards(asker, owner).await?)
}

fn behind(after: &str) -> Option<Behind> {
    let (asked, job) = after.split_once('.')?;
    Some(Behind { asked: asked.parse().ok()?, job: job.to_owned() })
}
