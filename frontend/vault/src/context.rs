//! What a sealed version is bound to, so that it opens nowhere else.

use crate::bytes::Bytes;
use chartkey_vocabulary::RecordId;

/// The hash of a chain's first block; tells chains apart.
pub type Genesis = [u8; 32];

/// One version of one record on one chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// Which chain.
    pub genesis: Genesis,
    /// Which record.
    pub record: RecordId,
    /// Which version of it, from 1.
    pub version: u16,
}

/// The ciphertext belongs somewhere else than where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Misplaced {
    /// It belongs to another chain.
    #[error("sealed for another chain")]
    Chain,
    /// It belongs to another record.
    #[error("sealed for record {found}, not {wanted}")]
    Record {
        /// What it says.
        found: RecordId,
        /// What was asked for.
        wanted: RecordId,
    },
    /// It belongs to another version of the record: an old one served as new, or the other way round.
    #[error("sealed as version {found}, not {wanted}")]
    Version {
        /// What it says.
        found: u16,
        /// What was asked for.
        wanted: u16,
    },
}

impl Context {
    /// Length of the bytes.
    pub(crate) const LEN: usize = 32 + 16 + 2;

    /// Genesis, record, version.
    pub(crate) fn bytes(&self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        bytes[..32].copy_from_slice(&self.genesis);
        bytes[32..48].copy_from_slice(&self.record.0);
        bytes[48..].copy_from_slice(&self.version.to_be_bytes());
        bytes
    }

    pub(crate) fn read(bytes: &mut Bytes<'_>) -> Option<Self> {
        Some(Self { genesis: bytes.take()?, record: RecordId(bytes.take()?), version: bytes.u16()? })
    }

    /// Refuses what was sealed for elsewhere. All of this is public, so it may be told apart.
    pub(crate) fn expect(&self, found: &Self) -> Result<(), Misplaced> {
        if found.genesis != self.genesis {
            return Err(Misplaced::Chain);
        }
        if found.record != self.record {
            return Err(Misplaced::Record { found: found.record, wanted: self.record });
        }
        if found.version != self.version {
            return Err(Misplaced::Version { found: found.version, wanted: self.version });
        }
        Ok(())
    }
}
