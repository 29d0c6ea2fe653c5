//! The account explorer: `GET /api/explore/accounts/{account}`, `GET /api/explore/blocks`, `GET /api/explore/blocks/{height}`.

use chartkey_vocabulary::{Account, Contract, Digest, Event, Time};
use serde::{Deserialize, Serialize};

/// An event as a sentence, with the accounts in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Sentence {
    /// Such as `{0} gave {1} a key for treatment until 2027-01-31.`; `{n}` stand for `who`.
    pub words: String,
    /// The accounts, in order.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub who: Vec<Account>,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EventRow {
    /// In which block.
    pub height: u64,
    /// Which of it.
    pub index: u32,
    /// Who said it.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub contract: Contract,
    /// What.
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub event: Event,
    /// In words.
    pub sentence: Sentence,
    /// When.
    pub at: Time,
}

/// One finalized block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BlockRow {
    /// Its height.
    pub height: u64,
    /// Its hash.
    #[cfg_attr(feature = "schema", schema(value_type = String))]
    pub hash: Digest,
    /// Its time.
    pub at: Time,
    /// How many events of ours.
    pub events: u32,
}
