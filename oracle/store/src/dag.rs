//! Names from bytes: which blocks a file becomes, and which CID it therefore has.
//!
//! The layout is the one `ipfs add --cid-version 1 --raw-leaves` gives: chunks of 262,144 bytes as raw leaves, a
//! balanced tree of `dag-pb` nodes above them with at most 174 links each, every leaf equally deep. A file of one chunk
//! is its own leaf. One file has one tree, so its name can be computed anywhere, in a browser too, and compared.

mod hasher;
mod layout;
mod node;

pub use hasher::{DagBuilder, DagHasher, hash};
pub(crate) use layout::Layout;
#[cfg(feature = "keep")]
pub(crate) use node::put_varint;
pub use node::{Link, Node, NodeFault};

use chartkey_vocabulary::Cid;
use sha2::{Digest, Sha256};

/// Bytes in every leaf but a file's last.
pub const CHUNK: usize = 262_144;
/// Links in every node but the last ones of their level.
pub const LINKS: usize = 174;
/// Levels of nodes above the leaves: more than any file of 2^64 bytes needs.
pub const MAX_DEPTH: usize = 8;
/// Bytes in the largest block any store accepts; ours are much smaller, and a stranger's claim stops here.
pub const MAX_BLOCK: usize = 1 << 20;

const RAW: u8 = 0x55;
const DAG_PB: u8 = 0x70;

/// The name of `block` as a leaf.
pub fn leaf_cid(block: &[u8]) -> Cid {
    cid_of(RAW, block)
}

/// The name of `block` as a node.
pub(crate) fn node_cid(block: &[u8]) -> Cid {
    cid_of(DAG_PB, block)
}

/// Whether this names a leaf rather than a node.
pub fn is_leaf(cid: &Cid) -> bool {
    cid.0[1] == RAW
}

/// Whether `block` is what `cid` names.
pub fn matches(cid: &Cid, block: &[u8]) -> bool {
    cid.is_sound() && cid.0[4..] == Sha256::digest(block)[..]
}

fn cid_of(codec: u8, block: &[u8]) -> Cid {
    let mut cid = [0; 36];
    // CIDv1, the codec, then the multihash's code for SHA-256 and its length.
    cid[..4].copy_from_slice(&[0x01, codec, 0x12, 0x20]);
    cid[4..].copy_from_slice(&Sha256::digest(block));
    Cid(cid)
}
