//! Keys, requests, links and broken glasses, as the index knows them; the chain's word decides. `GET /api/patients/{account}/grants`, `/requests`, `/links`, `/emergencies`; `GET /api/mine/grants`, `/mine/requests`, `/mine/emergencies` for those who read.

use chartkey_vocabulary::{Account, Digest, EmergencyReason, Purpose, RecordId, Terms, Time};
use serde::{Deserialize, Serialize};

/// A key somebody holds or held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct GrantRow {
    /// Whose records.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub patient: Account,
    /// Who reads.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub reader: Account,
    /// What for.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub purpose: Purpose,
    /// What, until when; openings count down.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub terms: Terms,
    /// Who gave it.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub by: Account,
    /// When.
    pub since: Time,
    /// When it was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Time>,
}

/// Somebody asks for a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RequestRow {
    /// Whom.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub patient: Account,
    /// Who.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub reader: Account,
    /// What for.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub purpose: Purpose,
    /// What, until when.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub terms: Terms,
    /// When.
    pub at: Time,
}

/// A share link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LinkRow {
    /// Its name on the chain.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub link: Digest,
    /// Whose.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub owner: Account,
    /// When it ends.
    pub until: Time,
    /// Views left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<u16>,
    /// Whether it still opens.
    pub open: bool,
    /// How often it was viewed.
    pub views: u32,
}

/// A broken glass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EmergencyRow {
    /// Whose.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub patient: Account,
    /// Who broke it.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub reader: Account,
    /// Why.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub reason: EmergencyReason,
    /// When.
    pub at: Time,
    /// Until when it stays broken.
    pub until: Time,
    /// When it was ended early.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mended: Option<Time>,
    /// The card it opens.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<RecordId>,
}
