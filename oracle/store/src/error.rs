//! What can go wrong where blobs are kept.

use chartkey_vocabulary::Cid;
use std::io;

/// Why a store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// Nothing of that name is kept here; it may have been removed a moment ago.
    #[error("{} is not kept here", cid.text())]
    NotFound {
        /// The blob or the block of it.
        cid: Cid,
    },
    /// What lies under that name is something else. Never handed out.
    #[error("what lies under {} is not what the name says", cid.text())]
    Corrupt {
        /// The damaged block.
        cid: Cid,
    },
    /// The disk, or the part of it we may use, is full.
    #[error("no room is left")]
    Full,
    /// The asked-for bytes lie beyond the blob's end.
    #[error("the blob has only {size} bytes")]
    OutOfRange {
        /// The blob's size in bytes.
        size: u64,
    },
    /// The archive is refused; nothing of it was kept.
    #[error("the archive is refused")]
    Car(#[from] CarFault),
    /// The bytes to be kept stopped coming; nothing of them was kept.
    #[error("the bytes to keep did not arrive")]
    Source(#[source] io::Error),
    /// The store's own files fail.
    #[error("the store's files cannot be used")]
    Disk(#[source] io::Error),
    /// Another process uses this folder.
    #[error("another process uses this store")]
    InUse,
    /// No answer, or none in time: worth another try later.
    #[error("{peer} does not answer: {why}")]
    Unreachable {
        /// Which peer.
        peer: String,
        /// In its client's words; holds no credentials.
        why: String,
    },
    /// The peer answered and will not: another try changes nothing until a person looks.
    #[error("{peer} refuses: {why}")]
    Refused {
        /// Which peer.
        peer: String,
        /// In its own words.
        why: String,
    },
    /// The peer names our bytes differently than we do. Its copy was let go.
    #[error("{peer} calls {} {}", ours.text(), theirs.as_ref().map_or_else(|| "something else".into(), Cid::text))]
    Misnamed {
        /// Which peer.
        peer: String,
        /// The name we computed.
        ours: Cid,
        /// The name it gave, if it was one.
        theirs: Option<Cid>,
    },
}

/// Why an archive is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CarFault {
    /// Not a CAR of version 1, or with other than one root.
    #[error("not a version 1 archive with one root")]
    Header,
    /// It ends in the middle of something.
    #[error("cut short")]
    Truncated,
    /// A length that no block of ours has.
    #[error("a part is longer than a block may be")]
    Oversized,
    /// A name that is no CIDv1 of SHA-256 over a leaf or a node.
    #[error("a block has a name we do not keep")]
    ForeignName,
    /// A block's bytes are not what its name says.
    #[error("a block's bytes and name differ")]
    WrongHash,
    /// More bytes or blocks than a file within the limit has.
    #[error("larger than allowed")]
    TooLarge,
    /// The root, or something below it, is missing.
    #[error("a block of the tree is missing")]
    Incomplete,
    /// Blocks beside the tree.
    #[error("holds blocks that the tree does not")]
    Superfluous,
    /// A tree that our own layout would not have given.
    #[error("not laid out as a file of ours")]
    Layout,
}

impl StoreError {
    /// Whether the same request may succeed later without anybody mending anything.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Unreachable { .. } | Self::Full | Self::InUse)
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
        match error.kind() {
            StorageFull | QuotaExceeded | FileTooLarge => Self::Full,
            _ => Self::Disk(error),
        }
    }
}
