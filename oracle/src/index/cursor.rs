//! How far the tables are, on which chain.

use super::{
    apply,
    details::Founding,
    rows::Writer,
    words::{Foreign, Identifier},
};
use crate::db::{Db, hex};
use chartkey_vocabulary::{Digest, Time};
use sqlx::{Any, Executor, Row};

/// How far the tables are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Of which chain.
    pub genesis: Digest,
    /// The last block in the tables.
    pub height: u64,
    /// Its hash; all zeros before the first.
    pub hash: Digest,
    /// Its time.
    pub at: Time,
    /// The last block whose events were told of.
    pub told: u64,
    /// How many admins carry a motion.
    pub quorum: u64,
}

/// Where the tables begin.
#[derive(Clone, Debug)]
pub struct Start {
    /// The chain.
    pub genesis: Digest,
    /// The last block before the contracts.
    pub height: u64,
    /// Who founded the council.
    pub founding: Founding,
}

/// Reads the cursor; `None` in tables that were never begun.
///
/// # Errors
/// When the database fails.
pub async fn cursor<'e>(database: impl Executor<'e, Database = Any>) -> Result<Option<Cursor>, sqlx::Error> {
    let row = sqlx::query("SELECT genesis, height, hash, at, told, quorum FROM index_cursor WHERE one = $1")
        .bind(1i64)
        .fetch_optional(database)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let digest = |column| -> Result<Digest, sqlx::Error> { Ok(Digest::read(row.try_get(column)?)?) };
    let number = |column| -> Result<u64, sqlx::Error> {
        let number: i64 = row.try_get(column)?;
        Ok(u64::try_from(number).map_err(|_| Foreign("a height"))?)
    };
    Ok(Some(Cursor {
        genesis: digest("genesis")?,
        height: number("height")?,
        hash: digest("hash")?,
        at: number("at")?,
        told: number("told")?,
        quorum: number("quorum")?,
    }))
}

/// Empties the tables and sets the cursor before the first block. What was told of already stays told.
///
/// # Errors
/// When the database fails.
pub async fn begin(db: &Db, start: &Start) -> Result<(), sqlx::Error> {
    let mut tx = db.write().await?;
    let told = cursor(&mut *tx).await?.map_or(start.height, |cursor| cursor.told.max(start.height));
    for table in apply::tables() {
        sqlx::query(sqlx::AssertSqlSafe(format!("DELETE FROM {}", table.name))).execute(&mut *tx).await?;
    }
    sqlx::query("DELETE FROM index_cursor").execute(&mut *tx).await?;
    sqlx::query(
        "INSERT INTO index_cursor (one, genesis, height, hash, at, told, quorum) VALUES (1, $1, $2, $3, 0, $4, 0)",
    )
    .bind(hex(start.genesis.0))
    .bind(start.height as i64)
    .bind(hex([0; 32]))
    .bind(told as i64)
    .execute(&mut *tx)
    .await?;
    let mut writer = Writer::new(&mut tx);
    apply::founding(&mut writer, &start.founding).await?;
    writer.flush().await?;
    tx.commit().await
}
