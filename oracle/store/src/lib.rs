//! Where sealed blobs are kept, by content.
//!
//! A blob goes in and its name comes out: a CIDv1 that says what the bytes are. Whoever holds the name can check the
//! bytes, so no store has to be trusted: not the folder on our disk, not a neighbour's IPFS node.
//!
//! ```
//! # #[cfg(feature = "keep")]
//! # tokio::runtime::Runtime::new()?.block_on(async {
//! use chartkey_store::{Embedded, Part, RecordStore, Source, dag};
//!
//! let folder = tempfile::tempdir()?;
//! let store = Embedded::open(folder.path())?;
//! let kept = store.put(Source::bytes("a sealed record")).await?;
//! assert_eq!(kept.cid, dag::hash(b"a sealed record"));
//! assert_eq!(store.get(&kept.cid, Part::Range(2..8)).await?.collect().await?, b"sealed");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | | keeps blobs | for |
//! |---|---|---|
//! | [`Embedded`] | in a folder of this machine | one machine; needs nothing else |
//! | [`Kubo`] | in an IPFS node, or a Cluster behind the same RPC | several machines |
//! | [`Replicated`] | in one of these, and copies with [`Replica`]s | copies elsewhere: a [`Mirror`], a [`Pinning`] service |
//!
//! All of them give a blob the same name, the one `ipfs add --cid-version 1 --raw-leaves` gives ([`dag`]), so that a
//! deployment can move from one to another by archives ([`RecordStore::export_car`]) and nothing on the chain changes.
//!
//! # What is promised
//! - **Nothing wrong comes out.** Every block is hashed as it is read, whoever kept it, before a byte of it is handed on.
//! - **What is acknowledged stays.** [`RecordStore::put`] returns when content, names and the root are flushed, in that
//!   order. A process killed at any moment, or a machine without power, leaves a blob whole or not at all.
//! - **What is removed is gone.** Blocks that no other blob needs are deleted before [`RecordStore::remove`] returns;
//!   nothing waits for a later collection. Withdrawn consent relies on it.
//! - **Memory is bounded.** A blob of any size passes in pieces; a hostile archive is refused at its first lie, and
//!   leaves nothing.
//!
//! # How the embedded store survives kill -9
//! The layout is drawn in `embedded.rs`. There is no index and no log: a blob is a folder of hard links under `roots`,
//! its blocks lie under `blocks`, and a block's link count says how many blobs need it.
//!
//! | step | killed behind it, the next start finds |
//! |---|---|
//! | put: blocks written into `staging/n`, flushed | a folder in `staging`; deletes it |
//! | put: each block linked into `blocks`, flushed | the same; a block with no link but this folder's goes with it |
//! | put: `staging/n` renamed to `roots/…`, flushed | the blob, whole |
//! | remove: `roots/…` renamed to `staging/n`, flushed | a folder in `staging`; goes on deleting |
//! | remove: each block nobody else links deleted, then its link | the same; what is deleted already is passed over |
//!
//! A journal beside the folder would have to be kept in step with it; counts in a file would have to be rebuilt after
//! every crash by reading all roots. The file system does both already, atomically, and its start costs nothing however
//! many blobs there are. The price is a file system with hard links, and backups that keep them.
//!
//! # Without `keep`
//! With `default-features = false` only [`dag`] is left: pure computation for the browser, which names what it sealed
//! before anybody else does.

pub mod dag;

#[cfg(feature = "keep")]
mod car;
#[cfg(feature = "keep")]
mod embedded;
#[cfg(feature = "keep")]
mod error;
#[cfg(feature = "keep")]
mod http;
#[cfg(feature = "keep")]
mod kubo;
#[cfg(feature = "keep")]
mod pinning;
#[cfg(feature = "keep")]
mod replicated;
#[cfg(feature = "keep")]
mod store;
#[cfg(feature = "keep")]
mod walk;

#[cfg(feature = "keep")]
pub use crate::{
    embedded::{Audit, Embedded},
    error::{CarFault, StoreError},
    kubo::Kubo,
    pinning::{PinState, Pinning, Service},
    replicated::{Behind, Mirror, Replica, Replicated},
    store::{Blob, Health, Incoming, Kept, Outgoing, Part, RecordStore, Source},
};
