//! Who is who. `GET /api/members/{account}`, `GET /api/members?role=&standing=` (admins: applicants), `GET /api/patients/{account}/relations`; for admins `GET /api/motions?carried=` and `GET /api/council` (the vocabulary's `Council`); for hospitals `GET /api/house/openings`.

use chartkey_vocabulary::{Account, Cid, Commitment, Motion, Profile, RecordId, Role, Standing, Time};
use serde::{Deserialize, Serialize};

/// Somebody on the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MemberRow {
    /// Who.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub account: Account,
    /// As what.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub role: Role,
    /// How they stand.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub standing: Standing,
    /// Their key bundle.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keys: Option<Cid>,
    /// How often they changed it.
    pub epoch: u32,
    /// Since when.
    pub since: Time,
    /// The attested licence.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Commitment>,
    /// The directory entry.
    #[cfg_attr(feature = "schema", schema(value_type = Option<Object>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// From the public card, by a professional's own choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// Who stands by a patient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Relations {
    /// Who acts for them.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub guardians: Vec<Account>,
    /// For whom they act.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub wards: Vec<Account>,
    /// Doctors proposed, the latest first.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub assigned: Vec<Account>,
    /// Houses a doctor belongs to, or doctors of a house.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub houses: Vec<Account>,
}

/// What the council votes on, or decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MotionRow {
    /// What would happen.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub motion: Motion,
    /// Who agreed so far.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub yes: Vec<Account>,
    /// When the ballot lapses, while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Time>,
    /// When it was carried.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried: Option<Time>,
}

/// Somebody of a house opened a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Opening {
    /// Who.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub reader: Account,
    /// Whose.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub patient: Account,
    /// Which.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub record: RecordId,
    /// When.
    pub at: Time,
}
