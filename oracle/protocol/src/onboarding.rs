//! First steps. `POST /api/puzzle`, `POST /api/faucet`, `POST /api/licence`, `POST /api/licence/code`, `POST /api/lookup/evaluate`, `PUT|DELETE /api/lookup`, `POST /api/lookup/find`.

use crate::Bytes;
use chartkey_vocabulary::{Account, Time};
use serde::{Deserialize, Serialize};

/// What the work is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum PuzzleFor {
    /// Being given the first KEY.
    Faucet,
    /// Being sent a code.
    Licence,
}

/// Asks for work: `POST /api/puzzle`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AskPuzzle {
    /// What for.
    pub purpose: PuzzleFor,
}

/// Work instead of a picture to read: find `answer` so that SHA-256 of `seed || answer` (8 bytes, big endian) begins with `bits` zero bits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Puzzle {
    /// What for.
    pub purpose: PuzzleFor,
    /// Of this puzzle.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub seed: Bytes,
    /// How hard.
    pub bits: u8,
    /// When it lapses.
    pub until: Time,
}

/// The work done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Solved {
    /// Of the puzzle.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub seed: Bytes,
    /// The number.
    pub answer: u64,
}

/// Asks the faucet: `POST /api/faucet`; answered with the same, once the transfer is final.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Funded {
    /// Who, as SS58.
    pub address: String,
    /// The work.
    pub solved: Solved,
}

/// Asks for a code to the phone the register has: `POST /api/licence`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LicenceCheck {
    /// The licence's number.
    pub number: String,
    /// The work.
    pub solved: Solved,
}

/// A code is on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CodeSent {
    /// The number with all but its last two digits hidden.
    pub phone: String,
    /// When the code lapses.
    pub until: Time,
    /// How many tries there are.
    pub tries: u8,
}

/// The code: `POST /api/licence/code`; answered with 204 when the attestation is final.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LicenceCode {
    /// The licence's number.
    pub number: String,
    /// Six digits.
    pub code: String,
}

/// A blinded identity number (RFC 9497, ristretto255-SHA512, verifiable mode).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Evaluation {
    /// 32 bytes.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub blinded: Bytes,
}

/// The evaluated element and its proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Evaluated {
    /// 32 bytes.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub element: Bytes,
    /// 64 bytes.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub proof: Bytes,
}

/// What the function gave; only who knows the number can compute it, and only with the oracle's help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LookupTag {
    /// 32 bytes.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub tag: Bytes,
}

/// Who registered this tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LookedUp {
    /// Who.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub patient: Account,
}
