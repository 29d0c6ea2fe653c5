//! What the tables say, in one number: two indexes of one chain at one height have the same.

use super::{apply, cursor::cursor, words::Foreign};
use crate::db::Db;
use chartkey_vocabulary::Digest;
use futures::TryStreamExt;
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Column, Row, TypeInfo, ValueRef, any::AnyRow};

/// SHA-256 over height, hash and all rows in the order of their keys.
///
/// # Errors
/// When the database fails, or the tables were never begun.
pub async fn digest(db: &Db) -> Result<Digest, sqlx::Error> {
    let mut connection = db.pool().acquire().await?;
    let cursor = cursor(&mut *connection).await?.ok_or(Foreign("a cursor"))?;
    let mut hash = Sha256::new();
    hash.update([&cursor.genesis.0[..], &cursor.height.to_be_bytes(), &cursor.hash.0].concat());
    hash.update(cursor.quorum.to_be_bytes());
    for table in apply::tables() {
        hash.update(table.name);
        let (columns, key) = (table.columns.join(", "), table.columns[..table.key].join(", "));
        let sql = format!("SELECT {columns} FROM {} ORDER BY {key}", table.name);
        let mut rows = sqlx::query(AssertSqlSafe(sql)).fetch(&mut *connection);
        while let Some(row) = rows.try_next().await? {
            add(&mut hash, &row)?;
        }
    }
    Ok(Digest(hash.finalize().into()))
}

/// A letter for the type and, where it varies, the length keep neighbouring values apart.
fn add(hash: &mut Sha256, row: &AnyRow) -> Result<(), sqlx::Error> {
    for column in row.columns() {
        let place = column.ordinal();
        let value = row.try_get_raw(place)?;
        if value.is_null() {
            hash.update(b"-");
            continue;
        }
        let kind = value.type_info().name().to_owned();
        match kind.as_str() {
            "BIGINT" | "INTEGER" | "SMALLINT" => {
                hash.update(b"n");
                hash.update(row.try_get::<i64, _>(place)?.to_be_bytes());
            }
            "TEXT" => bytes(hash, b"t", row.try_get::<&str, _>(place)?.as_bytes()),
            "BLOB" => bytes(hash, b"b", row.try_get::<&[u8], _>(place)?),
            _ => return Err(Foreign("a column's type").into()),
        }
    }
    Ok(())
}

fn bytes(hash: &mut Sha256, letter: &[u8], bytes: &[u8]) {
    hash.update(letter);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}
