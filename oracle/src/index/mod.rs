//! The chain's index: follows finalized blocks from a cursor into tables that can be rebuilt to the same bytes.
//!
//! A block meets, in this order: `follow` (reads it) → `details` (asks what its events leave unsaid) → `take` (one
//! transaction with the cursor) → `apply` (a file a contract) → `rows` (into the tables). Door, jobs and notices are told
//! of each event in that transaction, exactly once, whatever crashes; a rebuild does not tell them again.
//!
//! What is here is a convenience: lists, search, history. Whoever releases anything asks the chain itself.

mod apply;
mod cards;
mod cursor;
mod details;
mod digest;
mod fold;
mod follow;
mod rows;
#[cfg(test)]
pub(crate) mod sample;
mod take;
mod terms;
#[cfg(test)]
mod tests;
mod words;

pub use apply::{place, position};
pub use cursor::{Cursor, Start, begin, cursor};
pub use details::{Block, Details, Founding};
pub use digest::digest;
pub use fold::{prefix, words as name_words};
pub use follow::{FollowError, rebuild};
pub use take::take;
pub use terms::read as scale;
pub use words::{Foreign, Identifier, Value, Word};

use crate::app::App;
use tokio_util::sync::CancellationToken;

/// Keeps the tables level with the finalized chain, and the directory's cards read, until it is stopped. Stops everything
/// when the node follows another chain than the one in the tables: nothing the service said would be true.
pub async fn run(app: App, stop: CancellationToken) {
    tokio::join!(follow::run(&app, &stop), cards::run(&app, &stop));
}
