//! The blob door. `POST /api/blobs`, `PUT /api/blobs/{upload}?offset=`, `GET /api/blobs/{upload}`, `POST /api/blobs/{upload}/finish`, `DELETE /api/blobs/{upload}`, `GET /api/usage`; public blobs `GET /api/public/{cid}`; records `GET /api/records/{record}/versions/{version}/blob?purpose=` and `GET /api/findings/{finding}/blob?purpose=`.

use chartkey_vocabulary::Cid;
use serde::{Deserialize, Serialize};

/// Begins an upload of ciphertext, a key bundle or a directory card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Begin {
    /// Bytes to come.
    pub size: u64,
    /// What they will be; the oracle computes it too and refuses another.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub cid: Cid,
}

/// How far an upload is; it goes on from `offset` after a break.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Uploading {
    /// Names the upload.
    pub upload: String,
    /// Bytes that are safely here.
    pub offset: u64,
    /// Bytes in all.
    pub size: u64,
    /// Bytes a part should have.
    pub part: u64,
}

/// A blob that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Held {
    /// Its name.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub cid: Cid,
    /// Bytes.
    pub size: u64,
    /// When it is dropped if the chain has not named it by then (unix seconds).
    pub until: u64,
}

/// Part of a blob, as `Range: bytes=from-to` with both ends in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Range {
    /// First byte.
    pub from: u64,
    /// Last byte.
    pub to: u64,
}

/// What an account has stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Usage {
    /// Bytes of blobs it uploaded that are still kept.
    pub bytes: u64,
    /// Bytes it may store.
    pub quota: u64,
}
