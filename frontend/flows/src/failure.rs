//! Why a flow did not come to its end.

use crate::{
    distrust::Distrust, drawer::Jammed, http::Unreachable, intake::Unfit, oracle::TalkError, recovery::RecoveryError,
    wallet::Unsigned,
};
use chartkey_client::{ConnectError, DeploymentError, DryRunError, EventsError, NodeError, QuestionError, SendError};
use chartkey_protocol::{Problem, Why};
use chartkey_vault::DoorError;
use chartkey_vocabulary::Denial;

/// Why a flow did not come to its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    /// An answer that cannot be true.
    #[error(transparent)]
    Distrust(#[from] Distrust),
    /// The service said no, or could not be reached.
    #[error(transparent)]
    Talk(#[from] TalkError),
    /// The chain's node cannot be used.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// The chain did not answer.
    #[error(transparent)]
    Node(#[from] NodeError),
    /// A contract did not answer.
    #[error(transparent)]
    Question(#[from] QuestionError),
    /// A block's events cannot be read.
    #[error(transparent)]
    Events(#[from] EventsError),
    /// The chain refused.
    #[error(transparent)]
    Send(#[from] SendError),
    /// The deployment file is of no use.
    #[error(transparent)]
    Deployment(#[from] DeploymentError),
    /// The wallet did not sign.
    #[error(transparent)]
    Unsigned(#[from] Unsigned),
    /// This device cannot remember.
    #[error(transparent)]
    Jammed(#[from] Jammed),
    /// The chain does not let this person open this now.
    #[error("{}", crate::failure::words(*.0))]
    Denied(Denial),
    /// The vault said no.
    #[error("{0}")]
    Vault(String),
    /// A way into the vault cannot be made or taken out.
    #[error(transparent)]
    Door(#[from] DoorError),
    /// A way back into the vault does not open it.
    #[error(transparent)]
    Recovery(#[from] RecoveryError),
    /// The change is not kept.
    #[error("another device saved the vault meanwhile; open it again and repeat the change")]
    SavedElsewhere,
    /// The file cannot become a record.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// A file could not be read or written.
    #[error("a file could not be read or written: {0}")]
    File(#[from] std::io::Error),
    /// Something is missing that has to be done first; in words.
    #[error("{0}")]
    Not(String),
}

impl Failure {
    /// The service's own words, when it was the service that refused.
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Talk(TalkError::Refused(problem)) => Some(problem),
            _ => None,
        }
    }

    /// Whether the service refused for this reason.
    pub fn is(&self, why: Why) -> bool {
        self.problem().is_some_and(|problem| problem.why == why)
    }

    /// What cannot be true, when that is why.
    pub fn distrust(&self) -> Option<Distrust> {
        match self {
            Self::Distrust(distrust) => Some(*distrust),
            _ => None,
        }
    }

    /// Whether nobody answered, as against somebody who said no.
    pub fn is_silence(&self) -> bool {
        matches!(
            self,
            Self::Talk(TalkError::Unreachable(_))
                | Self::Connect(ConnectError::Unreachable(_))
                | Self::Node(_)
                | Self::Question(QuestionError::Node(_))
        )
    }

    /// Something has to be done first.
    pub(crate) fn not(words: impl Into<String>) -> Self {
        Self::Not(words.into())
    }

    /// The vault's error in its own words.
    pub(crate) fn vault(error: impl std::fmt::Display) -> Self {
        Self::Vault(error.to_string())
    }
}

/// A denial in a sentence for people.
pub(crate) fn words(denial: Denial) -> &'static str {
    match denial {
        Denial::NoSuchRecord => "This record does not exist or was withdrawn.",
        Denial::PatientGone => "The patient has left.",
        Denial::ReaderNotActive => "Your account is not active, so nothing opens to it now.",
        Denial::WrongPurpose => "A key for this purpose cannot be held in your role.",
        Denial::NoGrant => "The patient has given you no key to this record.",
        Denial::Expired => "Your key to this record has ended.",
        Denial::OutOfScope => "Your key does not open this record.",
        Denial::NotAnnounced => "This opening is counted and was not announced.",
        Denial::UsedUp => "All openings of your key are used up.",
    }
}

impl From<Unreachable> for Failure {
    fn from(error: Unreachable) -> Self {
        Self::Talk(error.into())
    }
}

impl From<DryRunError> for Failure {
    fn from(error: DryRunError) -> Self {
        Self::Send(error.into())
    }
}
