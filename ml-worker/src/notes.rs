//! What a typed note is about: of which specialty it is, what sort of note, and which of its sentences say most.
//!
//! The model counts words: each word of a note speaks for or against each specialty, as it did in the notes the model
//! learned from (`learn`, run by `train_notes`). The weights lie in `models/notes.csv`, with their card in
//! `models/notes.toml`.

mod extract;
pub mod learn;
mod model;
mod words;

pub use extract::{Sentence, sentences, weightiest};
pub use model::{Model, Opinion};
pub use words::words;

/// What a row of the model speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum About {
    /// A field of medicine; a note may be of several.
    Specialty,
    /// What sort of note it is; each is of one.
    Sort,
}
