//! CAR, version 1: a blob's blocks in one file, for backups and for other stores.
//!
//! We write archives as Kubo does and read other people's with distrust: one root, the tree our own layout gives,
//! nothing beside it, nothing twice, in memory that grows with the tree's nodes and never with its content.

mod intake;
mod read;

pub(crate) use intake::Intake;
pub(crate) use read::CarReader;

use crate::dag::put_varint;
use bytes::Bytes;
use chartkey_vocabulary::Cid;

/// Bytes of the header's CBOR around its one root: `{"roots": [42(h'00' + cid)], "version": 1}`.
const BEFORE_ROOT: &[u8] = b"\xa2\x65roots\x81\xd8\x2a\x58\x25\x00";
const BEHIND_ROOT: &[u8] = b"\x67version\x01";
const HEADER: usize = BEFORE_ROOT.len() + 36 + BEHIND_ROOT.len();

/// An archive's first bytes.
pub(crate) fn header(root: &Cid) -> Bytes {
    let mut bytes = vec![HEADER as u8];
    bytes.extend_from_slice(BEFORE_ROOT);
    bytes.extend_from_slice(&root.0);
    bytes.extend_from_slice(BEHIND_ROOT);
    bytes.into()
}

/// One block as the archive holds it.
pub(crate) fn section(cid: &Cid, block: &[u8]) -> Bytes {
    let mut bytes = Vec::with_capacity(block.len() + 40);
    put_varint(&mut bytes, (cid.0.len() + block.len()) as u64);
    bytes.extend_from_slice(&cid.0);
    bytes.extend_from_slice(block);
    bytes.into()
}

/// The root that a header names, if it is one of ours.
fn root_of(header: &[u8]) -> Option<Cid> {
    let root = header.strip_prefix(BEFORE_ROOT)?.strip_suffix(BEHIND_ROOT)?;
    root.try_into().map(Cid).ok().filter(Cid::is_sound)
}
