//! A job as it is kept.

use crate::columns::{identifier, maybe_identifier, maybe_number, number, small};
use chartkey_protocol::{JobRow, JobState};
use chartkey_vocabulary::{Account, Time};
use sqlx::{Row as _, any::AnyRow};

/// A job as it is kept.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// What others see.
    pub(super) shown: JobRow,
    /// Whose record is read.
    pub(super) owner: Account,
    /// SHA-256 of the lease.
    pub(super) lease: Option<String>,
    /// SHA-256 of the reported transaction.
    pub(super) reported: Option<String>,
    /// Orders lists.
    pub(super) asked: Time,
}

/// The columns of a [`Row`], in front of what follows `FROM jobs`.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT job, record, version, owner, worker, state, attempts, lease, stage, percent, error, finding, \
             reported, asked, at FROM jobs ",
            $rest
        )
    };
}
pub(super) use select;

impl Row {
    /// A job from its row.
    pub(super) fn read(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            owner: identifier(row, "owner")?,
            lease: row.try_get("lease")?,
            reported: row.try_get("reported")?,
            asked: number(row, "asked")?,
            shown: JobRow {
                job: row.try_get("job")?,
                record: identifier(row, "record")?,
                version: small(row, "version")?,
                worker: identifier(row, "worker")?,
                state: state(row)?,
                attempts: small(row, "attempts")?,
                stage: row.try_get("stage")?,
                percent: maybe_number(row, "percent")?,
                error: row.try_get("error")?,
                finding: maybe_identifier(row, "finding")?,
                at: number(row, "at")?,
            },
        })
    }
}

fn state(row: &AnyRow) -> Result<JobState, sqlx::Error> {
    match row.try_get::<&str, _>("state")? {
        "queued" => Ok(JobState::Queued),
        "leased" => Ok(JobState::Leased),
        "posting" => Ok(JobState::Posting),
        "done" => Ok(JobState::Done),
        "parked" => Ok(JobState::Parked),
        _ => Err(sqlx::Error::Decode("a job is in no known state".into())),
    }
}
