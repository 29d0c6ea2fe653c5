//! What is answered when something cannot be done.

use serde::{Deserialize, Serialize};

/// The sort of a problem; clients choose their words and what to offer by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The request cannot be read.
    BadRequest,
    /// No session, or it has ended.
    SignInNeeded,
    /// The chain does not allow it to this account now.
    NotAllowed,
    /// There is no such thing, or it is not for this account to know.
    NotFound,
    /// Somebody else was faster; read again.
    Conflict,
    /// Over a size limit.
    TooLarge,
    /// The account has stored what it may.
    QuotaUsed,
    /// Too often; wait.
    TooMany,
    /// The proof, code or signature is wrong.
    Refused,
    /// It was good once.
    Lapsed,
    /// The service, its chain or its store cannot answer now.
    Busy,
    /// A fault of the service.
    Broken,
}

/// Why a request failed, for people and for programs (RFC 9457, `application/problem+json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Problem {
    /// The sort.
    pub why: Why,
    /// One sentence for people.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What the chain said, when it was the chain: a name of the vocabulary, such as `expired`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denial: Option<String>,
    /// Seconds after which to try again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<u64>,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.title)
    }
}

impl std::error::Error for Problem {}
