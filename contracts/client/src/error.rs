//! What can go wrong, one enum an operation.

use crate::Hash;
use chartkey_vocabulary::Refusal;

/// The node could not be reached, or what it said made no sense.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NodeError(#[source] Box<subxt::Error>);

impl NodeError {
    pub(crate) fn of(error: impl Into<subxt::Error>) -> Self {
        Self(Box::new(error.into()))
    }

    /// Whether trying again in a moment may help, because the connection is being made anew.
    pub fn is_passing(&self) -> bool {
        self.0.is_disconnected_will_reconnect() || self.0.is_rpc_limit_reached()
    }
}

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConnectError {
    /// Nobody answered.
    #[error("the node cannot be reached")]
    Unreachable(#[from] NodeError),
    /// The contracts were deployed on another chain, or this one began anew.
    #[error("the node follows chain {found}, but the contracts were deployed on chain {expected}")]
    OtherChain {
        /// The genesis the deployment names.
        expected: Hash,
        /// The genesis the node has.
        found: Hash,
    },
}

/// Why a deployment file is of no use.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeploymentError {
    /// It is no TOML, or lacks something.
    #[error("the deployment file cannot be read: {0}")]
    Unreadable(#[from] toml::de::Error),
    /// It cannot be written.
    #[error("the deployment file cannot be written: {0}")]
    Unwritable(#[from] toml::ser::Error),
}

/// Why a question has no answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum QuestionError {
    /// The node did not answer.
    #[error("the node did not answer")]
    Node(#[from] NodeError),
    /// There is no contract at the address, or it failed.
    #[error("the contract did not answer: {0}")]
    NoAnswer(String),
    /// Client and contract are of different versions.
    #[error("the contract did not understand `{0}`: it is of another version")]
    NotUnderstood(&'static str),
}

/// Why a message cannot be sent as things stand.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DryRunError {
    /// The contract refuses.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The chain does not get as far as asking the contract: too little money for the deposit, no such contract.
    #[error("the chain cannot do this: {0}")]
    Impossible(String),
    /// Client and contract are of different versions.
    #[error("the contract did not understand `{0}`: it is of another version")]
    NotUnderstood(&'static str),
    /// The node did not answer.
    #[error("the node did not answer")]
    Node(#[from] NodeError),
}

/// Why a transaction did not do what it should.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SendError {
    /// The contract refuses.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The chain does not get as far as asking the contract.
    #[error("the chain cannot do this: {0}")]
    Impossible(String),
    /// Client and contract are of different versions.
    #[error("the contract did not understand `{0}`: it is of another version")]
    NotUnderstood(&'static str),
    /// It was in a block and failed there, for a reason that is none of the contract's.
    #[error("the transaction failed: {0}")]
    Failed(String),
    /// The pool does not take it: a used nonce, an ended validity, too little money for the fee.
    #[error("the transaction was not taken: {0}")]
    NotTaken(String),
    /// Nothing to send.
    #[error("a batch of no messages")]
    Empty,
    /// The node did not answer, before anything was handed to it.
    #[error("the node did not answer")]
    Node(#[from] NodeError),
    /// The connection broke after it was handed over, and for a while nothing was found of it. It may still take place;
    /// its hash tells later.
    #[error("the connection broke, and whether transaction {transaction:?} takes place is not known")]
    Unsure {
        /// The transaction.
        transaction: Hash,
    },
}

impl SendError {
    /// The refusal, when the contract refused.
    pub fn refusal(&self) -> Option<Refusal> {
        match self {
            Self::Refused(refusal) => Some(*refusal),
            _ => None,
        }
    }
}

impl From<DryRunError> for SendError {
    fn from(error: DryRunError) -> Self {
        match error {
            DryRunError::Refused(refusal) => Self::Refused(refusal),
            DryRunError::Impossible(why) => Self::Impossible(why),
            DryRunError::NotUnderstood(name) => Self::NotUnderstood(name),
            DryRunError::Node(error) => Self::Node(error),
        }
    }
}

/// Why a block's events cannot be told.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EventsError {
    /// The node did not answer.
    #[error("the node did not answer")]
    Node(#[from] NodeError),
    /// One of our contracts said something this client does not know: it is of another version.
    #[error("event {index} of block {block} is not known")]
    Unknown {
        /// In which block.
        block: Hash,
        /// Which of its events.
        index: u32,
    },
}
