//! Pages: each begins where the one before ended, by what the rows are sorted by, so that no page costs more than the
//! first and nothing is passed over when rows come in between.

use crate::{app::App, db::hex, index::cursor, problem::Failed};
use chartkey_protocol::{Page, Paging, Why};
use chartkey_vocabulary::Account;
use sqlx::{Any, AssertSqlSafe, Row, any::AnyRow};
use std::fmt::Write;

/// Rows of a page unless said, and at most.
const USUAL: u16 = 50;
const MOST: u16 = 200;

/// Which rows are wanted of a list sorted by position, the newest first.
#[derive(Clone, Copy)]
pub(super) struct Window {
    /// At most so many.
    pub(super) limit: usize,
    /// Older than this.
    pub(super) before: i64,
}

impl Window {
    pub(super) fn of(paging: &Paging) -> Result<Self, Failed> {
        let before = paging.after.as_ref().map_or(Ok(i64::MAX), |after| after.parse()).map_err(|_| unknown_page())?;
        Ok(Self { limit: limit(paging), before })
    }

    /// One more than wanted, which tells whether there is another page.
    pub(super) fn fetch(&self) -> i64 {
        self.limit as i64 + 1
    }

    /// What is fetched of an account's list; `sql` names account, place and number in this order.
    pub(super) async fn rows(&self, app: &App, sql: &'static str, of: Account) -> Result<Vec<AnyRow>, sqlx::Error> {
        sqlx::query(sql).bind(hex(of.0)).bind(self.before).bind(self.fetch()).fetch_all(app.db.pool()).await
    }

    /// Cuts what was fetched to a page, and says where the next one begins. Rows that are left out of a page make it
    /// short; the next one begins behind them all the same.
    pub(super) fn cut(&self, rows: &mut Vec<AnyRow>) -> Result<Option<String>, sqlx::Error> {
        let more = rows.len() > self.limit;
        rows.truncate(self.limit);
        rows.last().filter(|_| more).map(|row| Ok(row.try_get::<i64, _>("position")?.to_string())).transpose()
    }
}

/// How many rows are wanted.
pub(crate) fn limit(paging: &Paging) -> usize {
    usize::from(paging.limit.unwrap_or(USUAL).clamp(1, MOST))
}

/// Behind which account a page of a list sorted by accounts begins. Nothing is sorted before the empty text.
pub(super) fn behind(paging: &Paging) -> Result<String, Failed> {
    let after: Option<Account> =
        paging.after.as_ref().map(|after| after.parse()).transpose().map_err(|_| unknown_page())?;
    Ok(after.map_or_else(String::new, |after| hex(after.0)))
}

/// The answer to an `after` this service did not give.
pub(super) fn unknown_page() -> Failed {
    Failed::new(Why::BadRequest, "There is no such page.")
}

/// A page of the rows found, each with where the list goes on behind it; one more than `limit` when there are more.
pub(crate) async fn page<T>(app: &App, limit: usize, mut found: Vec<(String, T)>) -> Result<Page<T>, Failed> {
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|(after, _)| after.clone());
    ended(app, found.into_iter().map(|(_, row)| row).collect(), next).await
}

/// A page that ends here.
pub(super) async fn ended<T>(app: &App, rows: Vec<T>, next: Option<String>) -> Result<Page<T>, Failed> {
    let height = cursor(app.db.pool()).await?.map_or(0, |cursor| cursor.height);
    Ok(Page { rows, next, height })
}

/// Rows of several things at once: `sql` ends before a list of their names.
pub(super) async fn of_all(app: &App, sql: &str, rest: &str, names: &[String]) -> Result<Vec<AnyRow>, sqlx::Error> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = format!("{sql} (");
    for index in 1..=names.len() {
        let _ = write!(sql, "{}${index}", if index == 1 { "" } else { ", " });
    }
    let _ = write!(sql, ") {rest}");
    let query = sqlx::query::<Any>(AssertSqlSafe(sql)).persistent(false);
    names.iter().fold(query, |query, name| query.bind(name.clone())).fetch_all(app.db.pool()).await
}
