//! From columns to the vocabulary.

use crate::index::{Foreign, Identifier, Word, scale};
use codec::Decode;
use sqlx::{ColumnIndex, Row, any::AnyRow};

pub(crate) fn identifier<T: Identifier>(row: &AnyRow, column: impl ColumnIndex<AnyRow>) -> Result<T, sqlx::Error> {
    Ok(T::read(row.try_get(column)?)?)
}

pub(crate) fn maybe_identifier<T: Identifier>(row: &AnyRow, column: &str) -> Result<Option<T>, sqlx::Error> {
    let text: Option<String> = row.try_get(column)?;
    Ok(text.map(|text| T::read(&text)).transpose()?)
}

pub(crate) fn word<T: Word>(row: &AnyRow, column: impl ColumnIndex<AnyRow>) -> Result<T, sqlx::Error> {
    Ok(T::read(row.try_get(column)?)?)
}

pub(crate) fn number(row: &AnyRow, column: &str) -> Result<u64, sqlx::Error> {
    small(row, column)
}

pub(crate) fn maybe_number<T: TryFrom<i64>>(row: &AnyRow, column: &str) -> Result<Option<T>, sqlx::Error> {
    let number: Option<i64> = row.try_get(column)?;
    number.map(|number| T::try_from(number).map_err(|_| Foreign("a number of this size").into())).transpose()
}

/// A number in the size the vocabulary gives it.
pub(crate) fn small<T: TryFrom<i64>>(row: &AnyRow, column: impl ColumnIndex<AnyRow>) -> Result<T, sqlx::Error> {
    let number: i64 = row.try_get(column)?;
    T::try_from(number).map_err(|_| Foreign("a number of this size").into())
}

pub(crate) fn from_scale<T: Decode>(row: &AnyRow, column: impl ColumnIndex<AnyRow>) -> Result<T, sqlx::Error> {
    Ok(scale(row.try_get(column)?)?)
}
