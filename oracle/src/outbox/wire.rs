//! What the outbox needs of a chain, and no more, so that its promise can be tried on a chain that fails on purpose.

use super::work::{Ready, Signer, Work};
use async_trait::async_trait;
use chartkey_client::{AccountId, Hash};
use chartkey_vocabulary::Message;
use std::collections::HashSet;

/// The chain cannot be asked now.
#[derive(Debug, thiserror::Error)]
#[error("the chain cannot be asked: {0}")]
pub struct Down(pub String);

/// Why something cannot be signed now.
#[derive(Debug, thiserror::Error)]
pub enum NotSigned {
    /// It would fail however often it is tried.
    #[error("{0}")]
    Never(String),
    /// Not as things stand: too little money, no key at hand.
    #[error("{0}")]
    NotNow(String),
    /// The chain cannot be asked.
    #[error(transparent)]
    Down(#[from] Down),
}

/// Why bytes are no transaction to be relayed.
#[derive(Debug, thiserror::Error)]
pub enum NotRead {
    /// They are no signed transaction of this chain.
    #[error("this is no signed transaction of this chain")]
    Unreadable,
    /// The chain cannot be asked.
    #[error(transparent)]
    Down(#[from] Down),
}

/// A transaction in a finalized block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which.
    pub hash: Hash,
    /// Why it was undone, when it was: a refusal's name or the chain's words.
    pub failure: Option<String>,
}

/// A transaction somebody else signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// Who, and where it can be.
    pub ready: Ready,
    /// What it says to our contracts, when that is all it does.
    pub message: Option<Message>,
}

/// The chain, as the outbox deals with it.
#[async_trait]
pub trait Wire: Send + Sync {
    /// The height of the last finalized block.
    async fn head(&self) -> Result<u64, Down>;
    /// How many transactions of the account are in finalized blocks up to this height.
    async fn nonce(&self, account: &AccountId, height: u64) -> Result<u64, Down>;
    /// The account of a signer; none when its key is not at hand.
    fn account(&self, signer: Signer) -> Option<AccountId>;
    /// Signs what is to be said, to stand at this place of the signer's order.
    async fn sign(&self, work: &Work, nonce: u64) -> Result<Ready, NotSigned>;
    /// Reads what somebody else signed.
    async fn read(&self, bytes: &[u8]) -> Result<Foreign, NotRead>;
    /// Hands a transaction to the node. What the node says of it decides nothing: only finalized blocks do.
    async fn submit(&self, bytes: &[u8]) -> Result<(), Down>;
    /// Which of these transactions are in the finalized block of this height.
    async fn find(&self, height: u64, wanted: &HashSet<Hash>) -> Result<Vec<Found>, Down>;
}
