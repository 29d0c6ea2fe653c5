//! Who looked. `GET /api/log/mine?after=&patient=` (all lines about the asker and their wards, or about one of them, oldest first, behind a position), `GET /api/log/leaves?from=` (for everybody: the chain of hashes without what it says), `GET /api/log/head`.

use crate::Bytes;
use chartkey_vocabulary::{Account, Digest, Purpose, RecordId, Time};
use codec::{Decode, Encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// What was released.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// A sealed record.
    Blob,
    /// A wrapped key.
    Wrap,
    /// A sealed finding.
    Finding,
    /// An emergency card or a share of its key.
    Card,
    /// A share link's files.
    Link,
    /// Somebody was looked up by the oblivious function.
    Lookup,
}

/// One release, written down before it left.
///
/// Its SCALE encoding, field after field as they stand here, is what the log's hashes are made of: fields are neither
/// moved nor added.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Line {
    /// Its place in the whole log, from 0.
    pub position: u64,
    /// Its place among the patient's own lines, from 0; a gap means one is hidden.
    pub nth: u64,
    /// Sixteen random bytes, so that nobody else can guess the line from its hash.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub salt: Bytes,
    /// Whose record.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub patient: Account,
    /// Who; none for a link.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reader: Option<Account>,
    /// What.
    pub kind: LineKind,
    /// Which record.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
    /// Which version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u16>,
    /// What for.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
    /// On what ground.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<String>,
    /// The finalized block it was decided on.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub block: Digest,
    /// First byte released.
    pub from: u64,
    /// And last.
    pub to: u64,
    /// When.
    pub at: Time,
}

impl Line {
    /// Its hash, as the log's chain links it: SHA-256 of its SCALE encoding.
    pub fn leaf(&self) -> Digest {
        Digest(Sha256::digest(self.encode()).into())
    }
}

/// The head over no line at all.
pub const NO_HEAD: Digest = Digest([0; 32]);

/// The head after one more line: SHA-256 of the head before and the line's leaf.
pub fn next_head(head: Digest, leaf: Digest) -> Digest {
    Digest(Sha256::new().chain_update(head.0).chain_update(leaf.0).finalize().into())
}

/// A page of the asker's lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MyLog {
    /// In order.
    pub lines: Vec<Line>,
    /// How many there are.
    pub total: u64,
}

/// Hashes of lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Leaves {
    /// Position of the first.
    pub from: u64,
    /// SHA-256 of each line's SCALE encoding.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub leaves: Vec<Digest>,
}

/// The head: `SHA-256(head before || leaf)`, from 32 zero bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LogHead {
    /// Over all lines.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub head: Digest,
    /// How many.
    pub count: u64,
    /// The head last anchored.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchored: Option<Digest>,
    /// Over how many lines.
    pub anchored_count: u64,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchored_at: Option<Time>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line() -> Line {
        Line {
            position: 7,
            nth: 2,
            salt: Bytes(vec![9; 16]),
            patient: Account([1; 20]),
            reader: Some(Account([2; 20])),
            kind: LineKind::Blob,
            record: Some(RecordId([3; 16])),
            version: Some(1),
            purpose: Some(Purpose::Treatment),
            basis: Some("grant".into()),
            block: Digest([4; 32]),
            from: 0,
            to: 99,
            at: 1_800_000_000,
        }
    }

    #[test]
    fn a_leaf_is_what_it_was_when_the_first_head_was_anchored() {
        let leaf = line().leaf();
        assert_eq!(leaf.to_string(), "0x0786243cbfbc11bb9ec89dd4e29b675e9d0a5fd296485852b18107deca38fff0");
        assert_eq!(
            next_head(NO_HEAD, leaf).to_string(),
            "0x85b364a2cd23683c16be1065b28ed0d7fe16dc3ba9de0b8494c1c8304e03f2a1"
        );
    }

    #[test]
    fn every_field_of_a_line_changes_its_leaf() {
        let changes: [fn(&mut Line); 14] = [
            |line| line.position += 1,
            |line| line.nth += 1,
            |line| line.salt.0[15] ^= 1,
            |line| line.patient.0[0] ^= 1,
            |line| line.reader = None,
            |line| line.kind = LineKind::Wrap,
            |line| line.record = None,
            |line| line.version = Some(2),
            |line| line.purpose = Some(Purpose::Research),
            |line| line.basis = Some("owner".into()),
            |line| line.block.0[0] ^= 1,
            |line| line.from += 1,
            |line| line.to += 1,
            |line| line.at += 1,
        ];
        for (number, change) in changes.into_iter().enumerate() {
            let mut changed = line();
            change(&mut changed);
            assert_ne!(changed.leaf(), line().leaf(), "field {number}");
        }
    }

    #[test]
    fn a_line_read_back_from_json_has_the_same_leaf() {
        let text = serde_json::to_string(&line()).expect("text");
        assert_eq!(serde_json::from_str::<Line>(&text).expect("a line").leaf(), line().leaf());
    }
}
