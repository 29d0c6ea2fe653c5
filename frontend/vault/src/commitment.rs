//! Salted hashes: what the chain holds of a content, and what honest workers agree on.

use crate::metadata::Metadata;
use chartkey_vocabulary::Commitment;
use sha2::{Digest as _, Sha256};

const RECORD: &[u8] = b"chartkey/v1/record commitment\0";
const OUTPUT: &[u8] = b"chartkey/v1/output commitment\0";

/// Gathers a record's commitment while its content goes by.
///
/// It stays the same when the record is sealed anew: same salt, same metadata, same content.
#[derive(Clone)]
pub(crate) struct Committing {
    salt: [u8; 32],
    plain: blake3::Hasher,
}

impl Committing {
    pub(crate) fn to(metadata: &Metadata, content_len: u64) -> Self {
        // The lengths go first: without them a byte could move from the metadata's end to the content's beginning.
        let mut plain = blake3::Hasher::new();
        plain.update(&(metadata.raw().len() as u32).to_be_bytes());
        plain.update(&content_len.to_be_bytes());
        plain.update(metadata.raw());
        Self { salt: *metadata.salt(), plain }
    }

    pub(crate) fn add(&mut self, content: &[u8]) {
        self.plain.update(content);
    }

    pub(crate) fn finish(self) -> Commitment {
        salted(RECORD, &self.salt, self.plain.finalize().as_bytes())
    }
}

/// The commitment to a record's plaintext, held in memory.
pub fn record_commitment(metadata: &Metadata, content: &[u8]) -> Commitment {
    let mut committing = Committing::to(metadata, content.len() as u64);
    committing.add(content);
    committing.finish()
}

/// The commitment to what a machine found.
///
/// Salted with [`Metadata::output_salt`], which every reader of the record knows and nobody else: honest workers that
/// saw the same agree, and the findings cannot be guessed from the outside.
pub fn output_commitment(salt: &[u8; 32], output: &[u8]) -> Commitment {
    salted(OUTPUT, salt, &Sha256::digest(output))
}

fn salted(domain: &[u8], salt: &[u8; 32], hash: &[u8]) -> Commitment {
    Commitment(Sha256::new().chain_update(domain).chain_update(salt).chain_update(hash).finalize().into())
}
