//! Wrapped keys and vault files. `PUT /api/records/{record}/versions/{version}/wraps` (owner, guardian, author), `GET /api/records/{record}/versions/{version}/wrap?purpose=` and `GET /api/findings/{finding}/wrap?purpose=` (decided and logged like a blob), `GET /api/wraps/missing?patient=&after=&findings=` (a page), `GET|PUT /api/vault`, `PUT|GET /api/cards/{record}/shares`, `GET /api/custody` (a page), `PUT /api/custody/{record}/{reader}` (a `Share`).

use crate::Bytes;
use chartkey_vocabulary::{Account, Cid, FindingId, Purpose, RecordId, Time};
use serde::{Deserialize, Serialize};

/// A content key sealed to one reader for one purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Wrap {
    /// For whom.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub reader: Account,
    /// What for; the owner's own wrap says treatment.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub purpose: Purpose,
    /// Which of the reader's keys it is sealed to.
    pub epoch: u32,
    /// The blob whose key it is.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub cid: Cid,
    /// The wrap, as the vault writes it.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub key: Bytes,
}

/// Wraps of one version; earlier ones of the same reader and purpose are replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Wraps {
    /// At most 64.
    pub wraps: Vec<Wrap>,
}

/// A wrap that the chain allows and nobody has made yet; the owner's client makes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Missing {
    /// Of which record.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub record: RecordId,
    /// Of which version.
    pub version: u16,
    /// Of which finding about it; only where findings were asked for too.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<FindingId>,
    /// Its blob now.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub cid: Cid,
    /// For whom.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub reader: Account,
    /// What for.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub purpose: Purpose,
    /// The reader's key epoch now.
    pub epoch: u32,
}

/// The sealed vault file: `GET|PUT /api/vault`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct VaultFile {
    /// Counts up by one; a `PUT` names the one it makes, so two devices cannot overwrite each other.
    pub revision: u64,
    /// At most 256 KiB, opaque here.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub bytes: Bytes,
}

/// A part of an emergency card's key, sealed to who keeps it, or to the hospital that broke the glass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Share {
    /// The custodian.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub keeper: Account,
    /// Which key of the one it is sealed to.
    pub epoch: u32,
    /// As the vault writes it.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub share: Bytes,
}

/// Three shares, of which two suffice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Shares {
    /// The card's blob whose key was split.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub cid: Cid,
    /// Three in `PUT`; those handed over so far in `GET`.
    pub shares: Vec<Share>,
}

/// A broken glass a custodian has not answered yet: `GET /api/custody`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Pending {
    /// The card.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub record: RecordId,
    /// Its blob.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub cid: Cid,
    /// Its version.
    pub version: u16,
    /// Whose it is.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub patient: Account,
    /// Who broke the glass; the custodian asks the chain itself.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub reader: Account,
    /// When the right ends.
    pub until: Time,
    /// The custodian's own share, sealed to the custodian.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub share: Bytes,
    /// Which of the custodian's keys it is sealed to.
    pub epoch: u32,
}
