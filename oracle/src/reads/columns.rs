//! From columns to the vocabulary.

use crate::index::{Foreign, Identifier, Word, scale};
use codec::Decode;
use sqlx::{Row, any::AnyRow};

pub(super) fn identifier<T: Identifier>(row: &AnyRow, column: &str) -> Result<T, sqlx::Error> {
    Ok(T::read(row.try_get(column)?)?)
}

pub(super) fn maybe_identifier<T: Identifier>(row: &AnyRow, column: &str) -> Result<Option<T>, sqlx::Error> {
    let text: Option<String> = row.try_get(column)?;
    Ok(text.map(|text| T::read(&text)).transpose()?)
}

pub(super) fn word<T: Word>(row: &AnyRow, column: &str) -> Result<T, sqlx::Error> {
    Ok(T::read(row.try_get(column)?)?)
}

pub(super) fn number(row: &AnyRow, column: &str) -> Result<u64, sqlx::Error> {
    small(row, column)
}

pub(super) fn maybe_number<T: TryFrom<i64>>(row: &AnyRow, column: &str) -> Result<Option<T>, sqlx::Error> {
    let number: Option<i64> = row.try_get(column)?;
    number.map(|number| T::try_from(number).map_err(|_| Foreign("a number of this size").into())).transpose()
}

/// A number in the size the vocabulary gives it.
pub(super) fn small<T: TryFrom<i64>>(row: &AnyRow, column: &str) -> Result<T, sqlx::Error> {
    let number: i64 = row.try_get(column)?;
    T::try_from(number).map_err(|_| Foreign("a number of this size").into())
}

pub(super) fn from_scale<T: Decode>(row: &AnyRow, column: &str) -> Result<T, sqlx::Error> {
    Ok(scale(row.try_get(column)?)?)
}
