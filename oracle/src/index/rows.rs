//! Rows on their way into the tables.
//!
//! Rows that are only added wait here and go in by the dozen, sorted by key: a million records in minutes instead of an
//! hour. Whoever changes or takes away a row settles what waits for its table first, so the order of events is kept.

use super::words::Value;
use sqlx::{Any, AssertSqlSafe, Transaction, any::AnyRow, query::Query};
use std::{collections::BTreeMap, fmt::Write};

/// A table that the index writes.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns, those of the key first.
    pub columns: &'static [&'static str],
    /// How many of them are the key.
    pub key: usize,
}

/// Rows of one statement. Few sizes, so that few statements are ever prepared.
const SIZES: [usize; 3] = [64, 8, 1];
/// So many rows wait at most.
const MOST: usize = 20_000;

/// Writes rows within a transaction.
pub(super) struct Writer<'t> {
    tx: &'t mut Transaction<'static, Any>,
    waiting: BTreeMap<&'static Table, BTreeMap<Vec<Value>, Vec<Value>>>,
    count: usize,
}

impl<'t> Writer<'t> {
    /// Writes into this transaction.
    pub(super) fn new(tx: &'t mut Transaction<'static, Any>) -> Self {
        Self { tx, waiting: BTreeMap::new(), count: 0 }
    }

    /// The transaction, with all that was written so far in it.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn tx(&mut self) -> Result<&mut Transaction<'static, Any>, sqlx::Error> {
        self.flush().await?;
        Ok(self.tx)
    }

    /// Puts a row; one of the same key is replaced.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn put(&mut self, table: &'static Table, mut row: Vec<Value>) -> Result<(), sqlx::Error> {
        debug_assert_eq!(row.len(), table.columns.len(), "{}", table.name);
        let rest = row.split_off(table.key);
        if self.waiting.entry(table).or_default().insert(row, rest).is_none() {
            self.count += 1;
        }
        if self.count > MOST { self.flush().await } else { Ok(()) }
    }

    /// Takes away all rows whose key begins so.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn delete(&mut self, table: &'static Table, key: Vec<Value>) -> Result<(), sqlx::Error> {
        self.settle(table).await?;
        let mut sql = format!("DELETE FROM {} WHERE ", table.name);
        for (index, column) in table.columns[..key.len()].iter().enumerate() {
            let _ = write!(sql, "{}{column} = ${}", if index == 0 { "" } else { " AND " }, index + 1);
        }
        bound(sql, key).execute(&mut **self.tx).await.map(|_| ())
    }

    /// Changes rows of a table.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn change(
        &mut self,
        table: &'static Table,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<(), sqlx::Error> {
        self.settle(table).await?;
        bound(sql.into(), values).execute(&mut **self.tx).await.map(|_| ())
    }

    /// Looks a row of a table up.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn find(
        &mut self,
        table: &'static Table,
        sql: &'static str,
        values: Vec<Value>,
    ) -> Result<Option<AnyRow>, sqlx::Error> {
        self.settle(table).await?;
        bound(sql.into(), values).fetch_optional(&mut **self.tx).await
    }

    /// Moves the cursor: height, hash, time and the last block that was told of.
    pub(super) async fn cursor(&mut self, values: [Value; 4]) -> Result<(), sqlx::Error> {
        let sql = "UPDATE index_cursor SET height = $1, hash = $2, at = $3, told = $4";
        bound(sql.into(), values).execute(&mut **self.tx).await.map(|_| ())
    }

    /// Writes all that waits.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn flush(&mut self) -> Result<(), sqlx::Error> {
        while let Some((table, rows)) = self.waiting.pop_first() {
            self.write(table, rows).await?;
        }
        Ok(())
    }

    async fn settle(&mut self, table: &'static Table) -> Result<(), sqlx::Error> {
        match self.waiting.remove(table) {
            Some(rows) => self.write(table, rows).await,
            None => Ok(()),
        }
    }

    async fn write(
        &mut self,
        table: &'static Table,
        rows: BTreeMap<Vec<Value>, Vec<Value>>,
    ) -> Result<(), sqlx::Error> {
        let mut left = rows.len();
        self.count -= left;
        let mut values = rows.into_iter().flat_map(|(key, rest)| key.into_iter().chain(rest));
        while left > 0 {
            let size = SIZES.into_iter().find(|size| *size <= left).unwrap_or(1);
            let part = values.by_ref().take(size * table.columns.len());
            bound(insert(table, size), part).execute(&mut **self.tx).await?;
            left -= size;
        }
        Ok(())
    }
}

fn insert(table: &Table, rows: usize) -> String {
    let width = table.columns.len();
    let mut sql = format!("INSERT INTO {} ({}) VALUES ", table.name, table.columns.join(", "));
    for row in 0..rows {
        sql.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..width {
            let _ = write!(sql, "{}${}", if column == 0 { "" } else { ", " }, row * width + column + 1);
        }
        sql.push(')');
    }
    let _ = write!(sql, " ON CONFLICT ({}) DO ", table.columns[..table.key].join(", "));
    let rest = &table.columns[table.key..];
    if rest.is_empty() {
        sql.push_str("NOTHING");
    }
    for (index, column) in rest.iter().enumerate() {
        let _ = write!(sql, "{}{column} = excluded.{column}", if index == 0 { "UPDATE SET " } else { ", " });
    }
    sql
}

/// The statements are made of names in this program alone; what comes from outside is bound.
fn bound(sql: String, values: impl IntoIterator<Item = Value>) -> Query<'static, Any, sqlx::any::AnyArguments> {
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for value in values {
        query = match value {
            Value::Number(number) => query.bind(number),
            Value::Text(text) => query.bind(text),
            Value::Bytes(bytes) => query.bind(bytes),
        };
    }
    query
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;

    static BLOCKS: Table = Table { name: "blocks", columns: &["height", "hash", "at", "events"], key: 1 };

    fn block(height: u64, hash: &str) -> Vec<Value> {
        vec![height.into(), hash.into(), 0u64.into(), 1u64.into()]
    }

    #[tokio::test]
    async fn rows_go_in_once_changed_in_order_and_the_last_word_counts() {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(&format!("sqlite:{}?mode=rwc", folder.path().join("db").display())).await.expect("opens");
        let mut tx = db.write().await.expect("begins");
        let mut writer = Writer::new(&mut tx);
        for height in 0..200 {
            writer.put(&BLOCKS, block(height, "first")).await.expect("puts");
        }
        writer.put(&BLOCKS, block(7, "second")).await.expect("puts");
        writer
            .change(&BLOCKS, "UPDATE blocks SET hash = $1 WHERE height = $2", vec!["third".into(), 8u64.into()])
            .await
            .expect("changes what waited");
        writer.delete(&BLOCKS, vec![9u64.into()]).await.expect("takes away");
        writer.put(&BLOCKS, block(8, "fourth")).await.expect("puts again");
        writer.flush().await.expect("writes");
        tx.commit().await.expect("commits");
        let hashes: Vec<(i64, String)> =
            sqlx::query_as("SELECT height, hash FROM blocks WHERE height BETWEEN 6 AND 10 ORDER BY height")
                .fetch_all(db.pool())
                .await
                .expect("rows");
        let expected = [(6, "first"), (7, "second"), (8, "fourth"), (10, "first")];
        assert_eq!(hashes, expected.map(|(height, hash)| (height, hash.to_owned())));
        let count: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM blocks").fetch_one(db.pool()).await.expect("a count");
        assert_eq!(count, 199);
    }
}
