//! The one interface of every store.

use crate::StoreError;
use async_trait::async_trait;
use bytes::Bytes;
use chartkey_vocabulary::Cid;
use futures::{Stream, StreamExt, stream};
use std::{io, ops::Range, path::PathBuf, pin::Pin};
use tokio::{fs::File, io::AsyncReadExt};

/// Bytes on their way into a store.
pub type Incoming = Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>;
/// Bytes on their way out; each was checked against its block's name.
pub type Outgoing = Pin<Box<dyn Stream<Item = Result<Bytes, StoreError>> + Send>>;

/// Bytes of a file that are read at once.
const READ: usize = 256 * 1024;

/// Keeps blobs and finds them by content. What is acknowledged survives the process and the machine's power.
///
/// A store holds a set: putting a blob twice keeps it once, and one removal removes it. Blocks that several blobs share
/// stay until the last of these is gone.
#[async_trait]
pub trait RecordStore: Send + Sync {
    /// Keeps a blob and names it.
    async fn put(&self, blob: Source) -> Result<Kept, StoreError>;

    /// Opens a blob, or the part of it that `part` names.
    ///
    /// The first block is checked before this returns, every other one before it is handed out.
    async fn get(&self, cid: &Cid, part: Part) -> Result<Blob, StoreError>;

    /// The blob's size in bytes.
    async fn size(&self, cid: &Cid) -> Result<u64, StoreError>;

    /// Whether the blob is kept here.
    async fn has(&self, cid: &Cid) -> Result<bool, StoreError>;

    /// Lets a blob go and deletes what no other blob needs. Says whether it was there; a repetition is harmless.
    async fn remove(&self, cid: &Cid) -> Result<bool, StoreError>;

    /// At most `limit` blobs in a fixed order, beginning behind `after`.
    async fn list(&self, after: Option<&Cid>, limit: usize) -> Result<Vec<Cid>, StoreError>;

    /// The blob's blocks as a version 1 archive, root first.
    async fn export_car(&self, cid: &Cid) -> Result<Outgoing, StoreError>;

    /// Keeps the one blob of an archive if it is sound, complete and at most `limit` bytes long.
    async fn import_car(&self, archive: Incoming, limit: u64) -> Result<Kept, StoreError>;

    /// Whether the store works, and how much room it has.
    async fn health(&self) -> Result<Health, StoreError>;
}

/// Where a blob comes from.
pub enum Source {
    /// From somebody who sends it.
    Stream(Incoming),
    /// From a file of this machine.
    File(PathBuf),
}

impl Source {
    /// A blob that is already in memory.
    pub fn bytes(blob: impl Into<Bytes>) -> Self {
        let blob = blob.into();
        Self::Stream(stream::once(async { Ok(blob) }).boxed())
    }

    /// The blob as a stream. A file that cannot be opened is told as the stream's first item.
    pub(crate) fn into_stream(self) -> Incoming {
        match self {
            Self::Stream(stream) => stream,
            Self::File(path) => stream::once(async { File::open(path).await.map(read_file) })
                .map(|opened| match opened {
                    Ok(chunks) => chunks,
                    Err(error) => stream::once(async { Err(error) }).boxed(),
                })
                .flatten()
                .boxed(),
        }
    }
}

/// A file's bytes from where it stands.
pub(crate) fn read_file(file: File) -> Incoming {
    stream::try_unfold(file, |mut file| async {
        let mut chunk = Vec::with_capacity(READ);
        (&mut file).take(READ as u64).read_to_end(&mut chunk).await?;
        Ok((!chunk.is_empty()).then(|| (Bytes::from(chunk), file)))
    })
    .boxed()
}

/// Which bytes of a blob are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// All.
    #[default]
    Whole,
    /// These; the end is cut to the blob's own.
    Range(Range<u64>),
    /// From here on.
    From(u64),
    /// The last so many.
    Last(u64),
}

impl Part {
    /// The bytes meant in a blob of `size` bytes.
    ///
    /// # Errors
    /// `OutOfRange` when they begin at or behind its end.
    pub fn of(&self, size: u64) -> Result<Range<u64>, StoreError> {
        let range = match self {
            Self::Whole => return Ok(0..size),
            Self::Range(range) => range.start..range.end.min(size),
            Self::From(start) => *start..size,
            Self::Last(count) => size.saturating_sub(*count)..size,
        };
        if range.is_empty() { Err(StoreError::OutOfRange { size }) } else { Ok(range) }
    }
}

/// A blob that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its name.
    pub cid: Cid,
    /// Its size in bytes.
    pub size: u64,
}

/// An opened blob.
pub struct Blob {
    /// The whole blob's size in bytes.
    pub size: u64,
    /// Which bytes of it come.
    pub range: Range<u64>,
    /// The bytes.
    pub bytes: Outgoing,
}

impl Blob {
    /// All bytes at once; for what is known to be small.
    ///
    /// # Errors
    /// The first that the stream meets.
    pub async fn collect(mut self) -> Result<Vec<u8>, StoreError> {
        let mut all = Vec::new();
        while let Some(bytes) = self.bytes.next().await {
            all.extend_from_slice(&bytes?);
        }
        Ok(all)
    }
}

/// How a store is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// What it is, for a person: `embedded`, `kubo 0.42.0`.
    pub kind: String,
    /// Bytes that can still be kept, where that is known.
    pub free: Option<u64>,
    /// Bytes in use on its disk, where that is known.
    pub used: Option<u64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_cut_to_the_blob_and_refused_beyond_it() {
        assert_eq!(Part::Whole.of(0).expect("nothing is whole too"), 0..0);
        assert_eq!(Part::Range(2..900).of(10).expect("cut"), 2..10);
        assert_eq!(Part::From(9).of(10).expect("the last byte"), 9..10);
        assert_eq!(Part::Last(900).of(10).expect("all"), 0..10);
        for beyond in [Part::Range(10..11), Part::From(10), Part::Last(0), Part::Range(5..5)] {
            assert!(matches!(beyond.of(10), Err(StoreError::OutOfRange { size: 10 })), "{beyond:?}");
        }
    }

    #[tokio::test]
    async fn a_file_that_is_not_there_fails_as_the_source() {
        let mut stream = Source::File("/nowhere/at/all".into()).into_stream();
        assert!(stream.next().await.expect("an item").is_err());
        assert!(stream.next().await.is_none());
    }
}
