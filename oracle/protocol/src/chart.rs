//! What exists of a patient. `GET /api/patients/{account}/records` (for the patient, guardians and whoever holds a key; others see nothing), `GET /api/records/{record}`, `GET /api/patients/{account}/findings`, `GET /api/patients/{account}/chart` (for the patient and guardians).

use chartkey_vocabulary::{Account, Attestation, Cid, Commitment, FindingId, Kind, RecordId, SignOff, Time};
use serde::{Deserialize, Serialize};

/// One version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct VersionRow {
    /// From 1.
    pub version: u16,
    /// Its blob.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub cid: Cid,
    /// What it will turn out to be; clients compare with the chain.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub commitment: Commitment,
    /// Who wrote it.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub by: Account,
    /// When.
    pub at: Time,
    /// The patient's epoch it was sealed in; behind the desk's means it waits to be sealed anew.
    pub epoch: u32,
}

/// One record that stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RecordRow {
    /// Its name.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub record: RecordId,
    /// Whose.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub owner: Account,
    /// Who added it.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub author: Account,
    /// What it is.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub kind: Kind,
    /// When.
    pub written: Time,
    /// All of them.
    pub versions: Vec<VersionRow>,
    /// What machines found.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub findings: Vec<FindingId>,
}

/// A machine's finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FindingRow {
    /// Its name.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub finding: FindingId,
    /// Whose record it is about.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub owner: Account,
    /// What was found by what.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub attestation: Attestation,
    /// The sealed output.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub cid: Cid,
    /// Who agree.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub workers: Vec<Account>,
    /// Doctors' names under it.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<Object>))]
    pub signed: Vec<SignOff>,
}

/// A patient's figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Chart {
    /// Whose.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub owner: Account,
    /// Records that stand; the chain's shelf says the same or something is hidden.
    pub records: u32,
    /// The epoch now.
    pub epoch: u32,
    /// Records that wait to be sealed anew.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub behind: Vec<RecordId>,
}
