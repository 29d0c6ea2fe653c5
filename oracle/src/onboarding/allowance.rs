//! How often something may be done in a day (UTC).

use crate::db::Db;
use chartkey_vocabulary::{DAY, Time};
use sqlx::{Any, Transaction};

/// Takes one of `limit` a day, if there is one left. Exact however many ask at once: the row is locked until the
/// transaction ends, and given back when it is not committed.
pub(crate) async fn take(
    tx: &mut Transaction<'static, Any>,
    what: &str,
    who: &str,
    limit: u64,
    now: Time,
) -> Result<bool, sqlx::Error> {
    if limit == 0 {
        return Ok(false);
    }
    let taken = sqlx::query(
        "INSERT INTO allowances (what, who, day, used) VALUES ($1, $2, $3, 1) \
         ON CONFLICT (what, who, day) DO UPDATE SET used = allowances.used + 1 WHERE allowances.used < $4 \
         RETURNING used",
    )
    .bind(what)
    .bind(who)
    .bind((now / DAY) as i64)
    .bind(i64::try_from(limit).unwrap_or(i64::MAX))
    .fetch_optional(&mut **tx)
    .await?;
    Ok(taken.is_some())
}

/// Seconds until the next day begins.
pub(crate) fn until_tomorrow(now: Time) -> u64 {
    DAY - now % DAY
}

/// Forgets days gone by.
pub(super) async fn tidy(db: &Db, now: Time) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM allowances WHERE day < $1").bind((now / DAY) as i64).execute(db.pool()).await?;
    Ok(())
}
