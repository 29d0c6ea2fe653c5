//! Work for machines. `POST /api/jobs`, `GET /api/jobs?record=`, `DELETE /api/jobs/{job}`; for workers `POST /api/jobs/claim`, `POST /api/jobs/{job}/heartbeat`, `POST /api/jobs/{job}/report`, `POST /api/jobs/{job}/fail`.

use crate::Bytes;
use chartkey_vocabulary::{Account, Attestation, Cid, FindingId, Kind, RecordId, Time};
use serde::{Deserialize, Serialize};

/// Asks machines to read a version; the owner or a guardian asks, after a key for machine analysis was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NewJob {
    /// What to read.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub record: RecordId,
    /// Which version.
    pub version: u16,
    /// Who reads; several for agreement, at most five.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub workers: Vec<Account>,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// Nobody has it.
    Queued,
    /// A worker has it.
    Leased,
    /// The result is on its way to the chain.
    Posting,
    /// The result is final.
    Done,
    /// It kept failing, or consent ended; a person may ask anew.
    Parked,
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct JobRow {
    /// Its name.
    pub job: String,
    /// What is read.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub record: RecordId,
    /// Which version.
    pub version: u16,
    /// By whom.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub worker: Account,
    /// How far.
    pub state: JobState,
    /// How often it was tried.
    pub attempts: u32,
    /// What the worker last said it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// And how far with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// Why it failed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// What came of it.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<FindingId>,
    /// When this last changed.
    pub at: Time,
}

/// A job in hand, until `until` unless a heartbeat comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Claimed {
    /// Its name.
    pub job: String,
    /// Proves that it is yours; a later claim gets another.
    pub lease: String,
    /// What to read.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub record: RecordId,
    /// Which version.
    pub version: u16,
    /// Its blob.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub cid: Cid,
    /// What it is.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub kind: Kind,
    /// Whose.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub owner: Account,
    /// When the lease ends.
    pub until: Time,
}

/// A worker is still at it: `POST /api/jobs/{job}/heartbeat`; the lease then lasts another minute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Heartbeat {
    /// Of the claim.
    pub lease: String,
    /// What it does, in a word of its own list (`a` to `z`, `0` to `9` and `_`, at most 48); never what it read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// And how far with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
}

/// How long the lease lasts now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Extended {
    /// Until then.
    pub until: Time,
}

/// A worker gives a job back: `POST /api/jobs/{job}/fail`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Failure {
    /// Of the claim.
    pub lease: String,
    /// Why, in a word as in [`Heartbeat::stage`].
    pub error: String,
    /// Trying again is of no use.
    #[serde(default)]
    pub for_good: bool,
}

/// The result: uploaded, sealed to the owner, attested by a transaction the worker signed and the oracle posts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Report {
    /// Of the claim.
    pub lease: String,
    /// What the transaction says.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub attestation: Attestation,
    /// The sealed output.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub cid: Cid,
    /// Keys to the output: for the owner, and whoever may read the record.
    pub wraps: Vec<crate::Wrap>,
    /// `records.attest`, signed; posted as it is, so a crash cannot post it twice.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub transaction: Bytes,
}
