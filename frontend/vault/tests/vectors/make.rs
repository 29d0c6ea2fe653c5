//! Makes every vector. What must come of each is said here by hand, never recorded from a run.

mod blobs;
mod links;
mod recovery;
mod vaults;
mod wraps;

use crate::{Vector, rng::Seeded};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(crate) const GENESIS: [u8; 32] = [0x9e; 32];
pub(crate) const RECORD: [u8; 16] = [0x5a; 16];

/// The vectors so far.
pub(crate) struct Book(BTreeMap<String, Vec<u8>>);

impl Book {
    /// One that must open, with what must come of it.
    fn good(&mut self, name: &str, vector: &Vector, yields: impl Into<Value>) {
        self.put(name, vector, "yields", yields.into());
    }

    /// One that must be refused, with these words.
    fn bad(&mut self, name: &str, vector: &Vector, words: &str) {
        self.put(&format!("fail_{name}"), vector, "fails", words.into());
    }

    /// A binary file that vectors name.
    fn file(&mut self, name: &str, bytes: Vec<u8>) -> String {
        self.0.insert(name.to_owned(), bytes);
        format!("@{name}")
    }

    fn put(&mut self, name: &str, vector: &Vector, outcome: &str, value: Value) {
        let mut vector = vector.clone();
        vector.insert(outcome.to_owned(), value);
        let mut bytes = serde_json::to_vec_pretty(&vector).expect("JSON");
        bytes.push(b'\n');
        assert!(self.0.insert(format!("{name}.json"), bytes).is_none(), "two vectors named {name}");
    }
}

/// All files, by name.
pub(crate) fn all() -> BTreeMap<String, Vec<u8>> {
    let mut book = Book(BTreeMap::new());
    blobs::write(&mut book);
    wraps::write(&mut book);
    vaults::write(&mut book);
    recovery::write(&mut book);
    links::write(&mut book);
    book.0
}

fn seeded(seed: &str) -> Seeded {
    Seeded::new(seed)
}

fn vector(fields: Value) -> Vector {
    fields.as_object().expect("fields").clone()
}

/// The same vector with some fields set otherwise.
fn with(vector: &Vector, changes: Value) -> Vector {
    let mut changed = vector.clone();
    changed.extend(changes.as_object().expect("fields").clone());
    changed
}

/// The same vector with the bytes of one field changed on the way.
fn edited(vector: &Vector, of: &str, edits: Value) -> Vector {
    with(vector, json!({"edits": {"of": of, "are": edits}}))
}

fn flip(vector: &Vector, of: &str, at: usize, bit: u8) -> Vector {
    edited(vector, of, json!([{"does": "flips", "at": at, "bit": bit}]))
}

fn write_at(vector: &Vector, of: &str, at: usize, bytes: &[u8]) -> Vector {
    edited(vector, of, json!([{"does": "writes", "at": at, "bytes": hex::encode(bytes)}]))
}

fn keep(vector: &Vector, of: &str, length: usize) -> Vector {
    edited(vector, of, json!([{"does": "keeps", "length": length}]))
}

fn add(vector: &Vector, of: &str, bytes: &[u8]) -> Vector {
    edited(vector, of, json!([{"does": "adds", "bytes": hex::encode(bytes)}]))
}
