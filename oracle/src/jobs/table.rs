//! Jobs in the database, and the steps between their states. Each step names the state it starts from, so that of two
//! who take it one succeeds.

use super::row::{Row, select};
use crate::{columns::identifier, db::hex};
use chartkey_vocabulary::{Account, FindingId, RecordId, Time};
use rand::Rng;
use sha2::{Digest as _, Sha256};
use sqlx::{Any, AnyPool, Executor, Row as _, Transaction};

/// How long a claim lasts without a heartbeat.
pub(super) const LEASE: Time = 60;
/// So often a job is tried before it is parked.
pub(super) const TRIES: u32 = 5;
/// The wait after the first failure; it doubles with each.
const FIRST_WAIT: Time = 5;

/// How secrets of ours are kept: only whoever was given one can show it.
pub(super) fn digest(secret: impl AsRef<[u8]>) -> String {
    hex(Sha256::digest(secret.as_ref()))
}

/// A job by its name.
pub(super) async fn find(pool: &AnyPool, job: &str) -> Result<Option<Row>, sqlx::Error> {
    let row = pool.fetch_optional(sqlx::query(select!("WHERE job = $1")).bind(job)).await?;
    row.as_ref().map(Row::read).transpose()
}

/// Whose a record is that there are jobs about.
pub(super) async fn owner_of(pool: &AnyPool, record: RecordId) -> Result<Option<Account>, sqlx::Error> {
    let query = sqlx::query("SELECT owner FROM jobs WHERE record = $1 LIMIT 1").bind(hex(record.0));
    pool.fetch_optional(query).await?.map(|row| identifier(&row, "owner")).transpose()
}

/// Where a page begins: behind the job of this time and name.
pub(super) struct Behind {
    pub(super) asked: Time,
    pub(super) job: String,
}

/// Jobs about the account's records or to be done by it, the latest first.
pub(super) async fn page(
    pool: &AnyPool,
    whose: Account,
    record: Option<RecordId>,
    behind: &Behind,
    limit: i64,
) -> Result<Vec<Row>, sqlx::Error> {
    let query = select!(
        "WHERE (owner = $1 OR worker = $1) AND ($2 = '' OR record = $2) \
         AND (asked < $3 OR (asked = $3 AND job > $4)) ORDER BY asked DESC, job LIMIT $5"
    );
    let query = sqlx::query(query)
        .bind(hex(whose.0))
        .bind(record.map_or_else(String::new, |record| hex(record.0)))
        .bind(i64::try_from(behind.asked).unwrap_or(i64::MAX))
        .bind(&behind.job)
        .bind(limit);
    pool.fetch_all(query).await?.iter().map(Row::read).collect()
}

/// How many jobs about the account's records are not at their end.
pub(super) async fn live(tx: &mut Transaction<'static, Any>, owner: Account) -> Result<i64, sqlx::Error> {
    let query = "SELECT COUNT(*) FROM jobs WHERE owner = $1 AND state IN ('queued', 'leased', 'posting')";
    tx.fetch_one(sqlx::query(query).bind(hex(owner.0))).await?.try_get(0)
}

/// What is read by whom.
pub(super) struct Order {
    pub(super) record: RecordId,
    pub(super) version: u16,
    pub(super) owner: Account,
    pub(super) worker: Account,
}

/// Queues a job, unless the same is under way; answers with the one under way.
pub(super) async fn queue(
    tx: &mut Transaction<'static, Any>,
    order: &Order,
    asked: Time,
    now: Time,
) -> Result<Row, sqlx::Error> {
    let insert = "INSERT INTO jobs (job, record, version, owner, worker, state, attempts, again, asked, at) \
                  VALUES ($1, $2, $3, $4, $5, 'queued', 0, 0, $6, $7) ON CONFLICT DO NOTHING";
    let job: [u8; 16] = rand::random();
    let insert = sqlx::query(insert)
        .bind(hex(job))
        .bind(hex(order.record.0))
        .bind(i64::from(order.version))
        .bind(hex(order.owner.0))
        .bind(hex(order.worker.0))
        .bind(asked as i64)
        .bind(now as i64);
    tx.execute(insert).await?;
    let query =
        select!("WHERE record = $1 AND version = $2 AND worker = $3 AND state IN ('queued', 'leased', 'posting')");
    let query = sqlx::query(query).bind(hex(order.record.0)).bind(i64::from(order.version)).bind(hex(order.worker.0));
    Row::read(&tx.fetch_one(query).await?)
}

/// Removes a job that is not being posted.
pub(super) async fn remove(pool: &AnyPool, job: &str) -> Result<bool, sqlx::Error> {
    let query = sqlx::query("DELETE FROM jobs WHERE job = $1 AND state <> 'posting'").bind(job);
    Ok(pool.execute(query).await?.rows_affected() == 1)
}

/// The job that waits longest for this worker.
pub(super) async fn next(pool: &AnyPool, worker: Account, now: Time) -> Result<Option<Row>, sqlx::Error> {
    let query = select!("WHERE worker = $1 AND state = 'queued' AND again <= $2 ORDER BY again, job LIMIT 1");
    let row = pool.fetch_optional(sqlx::query(query).bind(hex(worker.0)).bind(now as i64)).await?;
    row.as_ref().map(Row::read).transpose()
}

/// Gives a queued job to its worker. `false` when another claim was faster.
pub(super) async fn lease(pool: &AnyPool, job: &str, lease: &str, now: Time) -> Result<bool, sqlx::Error> {
    let query = "UPDATE jobs SET state = 'leased', attempts = attempts + 1, lease = $2, lease_until = $3, \
                 stage = NULL, percent = NULL, at = $4 WHERE job = $1 AND state = 'queued'";
    let query = sqlx::query(query).bind(job).bind(digest(lease)).bind((now + LEASE) as i64).bind(now as i64);
    Ok(pool.execute(query).await?.rows_affected() == 1)
}

/// Lengthens a lease and keeps what the worker says it does.
pub(super) async fn extend(
    pool: &AnyPool,
    row: &Row,
    stage: Option<&str>,
    percent: Option<u8>,
    now: Time,
) -> Result<bool, sqlx::Error> {
    let query = "UPDATE jobs SET lease_until = $3, stage = COALESCE($4, stage), percent = COALESCE($5, percent), \
                 at = $6 WHERE job = $1 AND state = 'leased' AND lease = $2";
    let query = sqlx::query(query)
        .bind(&row.shown.job)
        .bind(&row.lease)
        .bind((now + LEASE) as i64)
        .bind(stage)
        .bind(percent.map(i64::from))
        .bind(now as i64);
    Ok(pool.execute(query).await?.rows_affected() == 1)
}

/// Takes a result from whoever holds the lease.
pub(super) async fn report(
    tx: &mut Transaction<'static, Any>,
    row: &Row,
    finding: FindingId,
    reported: &str,
    now: Time,
) -> Result<bool, sqlx::Error> {
    let query = "UPDATE jobs SET state = 'posting', lease_until = NULL, finding = $3, reported = $4, error = NULL, \
                 at = $5 WHERE job = $1 AND state = 'leased' AND lease = $2";
    let query =
        sqlx::query(query).bind(&row.shown.job).bind(&row.lease).bind(hex(finding.0)).bind(reported).bind(now as i64);
    Ok(tx.execute(query).await?.rows_affected() == 1)
}

/// The result is on the chain.
pub(super) async fn done(pool: &AnyPool, job: &str, now: Time) -> Result<(), sqlx::Error> {
    let query = "UPDATE jobs SET state = 'done', at = $2 WHERE job = $1 AND state = 'posting'";
    pool.execute(sqlx::query(query).bind(job).bind(now as i64)).await?;
    Ok(())
}

/// Queues a job again, after a wait that doubles, or parks it when it was tried often enough or `for_good` is said.
/// Answers whether it is parked now, or `None` when it was not in the state of `row` any more.
pub(super) async fn retry(
    tx: &mut Transaction<'static, Any>,
    row: &Row,
    error: &str,
    for_good: bool,
    now: Time,
) -> Result<Option<bool>, sqlx::Error> {
    let park = for_good || row.shown.attempts >= TRIES;
    let query = "UPDATE jobs SET state = $3, again = $4, lease = NULL, lease_until = NULL, finding = NULL, \
                 reported = NULL, error = $5, at = $6 \
                 WHERE job = $1 AND lease = $2 AND state IN ('leased', 'posting')";
    let query = sqlx::query(query)
        .bind(&row.shown.job)
        .bind(&row.lease)
        .bind(if park { "parked" } else { "queued" })
        .bind((now + wait(row.shown.attempts)) as i64)
        .bind(error)
        .bind(now as i64);
    Ok((tx.execute(query).await?.rows_affected() == 1).then_some(park))
}

/// Ends a job that nobody may do any more.
pub(super) async fn park(pool: &AnyPool, job: &str, error: &str, now: Time) -> Result<(), sqlx::Error> {
    let query = "UPDATE jobs SET state = 'parked', lease = NULL, lease_until = NULL, error = $2, at = $3 \
                 WHERE job = $1 AND state IN ('queued', 'leased')";
    pool.execute(sqlx::query(query).bind(job).bind(error).bind(now as i64)).await?;
    Ok(())
}

/// Jobs whose worker was not heard of in time.
pub(super) async fn lapsed(pool: &AnyPool, now: Time) -> Result<Vec<Row>, sqlx::Error> {
    let query = sqlx::query(select!("WHERE state = 'leased' AND lease_until < $1 LIMIT 100")).bind(now as i64);
    pool.fetch_all(query).await?.iter().map(Row::read).collect()
}

/// Jobs whose result is on its way, from this name on.
pub(super) async fn posting(pool: &AnyPool, after: &str) -> Result<Vec<Row>, sqlx::Error> {
    let query = sqlx::query(select!("WHERE state = 'posting' AND job > $1 ORDER BY job LIMIT 100")).bind(after);
    pool.fetch_all(query).await?.iter().map(Row::read).collect()
}

/// Forgets jobs that were done before this time; what came of them is on the chain.
pub(super) async fn forget(pool: &AnyPool, before: Time) -> Result<(), sqlx::Error> {
    pool.execute(sqlx::query("DELETE FROM jobs WHERE state = 'done' AND at < $1").bind(before as i64)).await?;
    Ok(())
}

/// The wait after so many attempts, with a quarter of chance, so that what failed together does not return together.
fn wait(attempts: u32) -> Time {
    let wait = FIRST_WAIT << attempts.clamp(1, 10).saturating_sub(1);
    wait + rand::thread_rng().gen_range(0..=wait / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_and_stay_within_a_quarter() {
        for (attempts, least) in [(0, 5), (1, 5), (2, 10), (3, 20), (4, 40)] {
            for _ in 0..50 {
                let waited = wait(attempts);
                assert!((least..=least + least / 4).contains(&waited), "{attempts}: {waited}");
            }
        }
    }
}
