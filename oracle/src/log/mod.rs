//! Who looked: a hash chain of every release, whose head is anchored on the chain.
//!
//! Nothing leaves before it is written here: a handler that releases needs a [`Permit`], and only [`write`] makes one,
//! after its line was committed. A line names accounts and records and says nothing of what was in them.

mod anchor;
mod read;
#[cfg(test)]
mod tests;
mod writer;

pub use anchor::{anchored, run};
pub use writer::Writer;

use crate::{app::App, problem::Failed};
use chartkey_protocol::{Line, LineKind, Why};
use chartkey_vocabulary::{Account, Digest, Purpose, RecordId};
use utoipa_axum::{router::OpenApiRouter, routes};

/// What is about to be released; the log adds place, salt and time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLine {
    /// Whose record.
    pub patient: Account,
    /// Who; none for a link.
    pub reader: Option<Account>,
    /// What.
    pub kind: LineKind,
    /// Which record.
    pub record: Option<RecordId>,
    /// Which version.
    pub version: Option<u16>,
    /// What for.
    pub purpose: Option<Purpose>,
    /// On what ground, in a word.
    pub basis: Option<String>,
    /// The finalized block it was decided on.
    pub block: Digest,
    /// First byte released.
    pub from: u64,
    /// And last.
    pub to: u64,
}

/// Leave to release what its line says. There is no other way to one than a line that was written.
#[derive(Debug)]
#[must_use = "what was logged is to be released now"]
pub struct Permit {
    line: Line,
}

impl Permit {
    /// What was written down.
    pub fn line(&self) -> &Line {
        &self.line
    }
}

/// Writes a release down, and returns once the line survives the power going.
///
/// # Errors
/// `Busy` when it could not be written. Then nothing may be released.
pub async fn write(app: &App, line: NewLine) -> Result<Permit, Failed> {
    match app.log().write(app, line).await {
        Some(line) => Ok(Permit { line }),
        None => Err(Failed::new(Why::Busy, "The log cannot be written just now. Nothing was released.").wait(5)),
    }
}

/// The addresses of this topic.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read::mine)).routes(routes!(read::leaves)).routes(routes!(read::head))
}
