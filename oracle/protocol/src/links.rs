//! Share links as SMART Health Links (HL7 STU1). Owner: `PUT /api/links/{link}?owner=` (a guardian says whose it is), `DELETE /api/links/{link}`; anybody: `POST /shl/{path}` (manifest), `GET /shl/{path}/{file}`.

use crate::Bytes;
use chartkey_vocabulary::Digest;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// One file of a link, sealed as JWE by the owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LinkFile {
    /// What is inside.
    pub content_type: String,
    /// Compact JWE, `dir` and `A256GCM`.
    pub jwe: String,
}

/// What a link opens. The address' `link` is SHA-256 of the path's letters, of which there are 43 (32 random bytes in base64url); the path itself is not told to the oracle before the first view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LinkFiles {
    /// One to eight.
    pub files: Vec<LinkFile>,
    /// See [`passcode_hash`], when there is one.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passcode: Option<Bytes>,
}

/// How a passcode is kept: SHA-256 of the link's 32 bytes and the passcode's letters.
pub fn passcode_hash(link: Digest, passcode: &str) -> [u8; 32] {
    Sha256::new().chain_update(link.0).chain_update(passcode).finalize().into()
}

/// The passcode is missing or wrong (status 401).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct WrongPasscode {
    /// How many wrong ones the link still bears; after the last it is gone.
    pub remaining_attempts: u32,
}

/// What a viewer sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ManifestRequest {
    /// Who looks, in at most 200 letters; a salted hash of it goes into the patient's log.
    pub recipient: String,
    /// When the link wants one; five tries in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passcode: Option<String>,
    /// Files up to this size come inside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embedded_length_max: Option<u64>,
}

/// A file in a manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ManifestFile {
    /// What is inside.
    pub content_type: String,
    /// The JWE.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embedded: Option<String>,
    /// Or where it is, for an hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
}

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Manifest {
    /// Its files.
    pub files: Vec<ManifestFile>,
}
