//! The store that needs nobody: a folder of blocks.
//!
//! ```text
//! format  lock
//! blocks/3f2/bafkrei…            one file a block, named by its CID
//! roots/9c0/bafybei…/bafkrei…    one folder a blob, with a hard link to each of its blocks
//! staging/17/bafkrei…            the same folder before the blob is kept, or after it was let go
//! ```
//!
//! The file system is the journal and the reference count. A block's links say how many blobs need it: two links mean
//! one blob. A blob is kept by renaming its complete staging folder to `roots`, and let go by renaming it back; either
//! is one atomic step, and everything before and after can be repeated. So there is no index to rebuild, no log to
//! replay and nothing to count at the start, however many blobs there are: only `staging` is looked at, and emptied.
//!
//! It needs a file system with hard links. A backup keeps them: `tar`, `cp -a` and `rsync -aH` do.

mod audit;
mod durable;
mod shelf;
mod staging;
mod steps;

pub use audit::Audit;

use crate::{
    Blob, Health, Incoming, Kept, Outgoing, Part, RecordStore, Source, StoreError,
    car::{CarReader, Intake},
    dag::{self, DagBuilder},
    walk::{self, Blocks},
};
use async_trait::async_trait;
use bytes::Bytes;
use chartkey_vocabulary::Cid;
use futures::StreamExt;
use shelf::Shelf;
use staging::Staging;
use std::{fs, io::ErrorKind, path::Path, sync::Arc};
use tokio::{
    sync::mpsc,
    task::{JoinError, spawn_blocking},
};

/// Bytes of the disk left to others unless told otherwise: a full disk stops the database and the log too.
const RESERVE: u64 = 64 << 20;
/// Pieces on their way from the network to the disk.
const IN_FLIGHT: usize = 8;

/// A folder of blocks on this machine.
#[derive(Clone)]
pub struct Embedded {
    shelf: Arc<Shelf>,
}

/// What the writing thread is told. An end that is not said is a break, and nothing is kept.
enum Arriving {
    Bytes(Bytes),
    Block(Cid, Bytes),
    End(Option<Cid>),
}

impl Embedded {
    /// Opens the store in `folder` or makes one there, and clears what a crash left. Blocks the thread while it does.
    ///
    /// # Errors
    /// `InUse` while another process has it open; `Disk` when the folder cannot be used.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::open_leaving(folder, RESERVE)
    }

    /// As [`Embedded::open`], leaving `reserve` bytes of the disk to others.
    ///
    /// # Errors
    /// Those of [`Embedded::open`].
    pub fn open_leaving(folder: impl AsRef<Path>, reserve: u64) -> Result<Self, StoreError> {
        Ok(Self { shelf: Arc::new(Shelf::open(folder.as_ref(), reserve)?) })
    }

    /// Reads everything and says what is damaged.
    ///
    /// # Errors
    /// `Disk` when the folder cannot be read.
    pub async fn audit(&self) -> Result<Audit, StoreError> {
        let shelf = self.shelf.clone();
        blocking(move || audit::run(&shelf)).await
    }

    /// A thread that writes what it is sent, and the way to send it.
    fn writer(&self) -> (mpsc::Sender<Arriving>, impl Future<Output = Result<Option<Kept>, StoreError>> + use<>) {
        let (tell, hear) = mpsc::channel(IN_FLIGHT);
        let shelf = self.shelf.clone();
        let writing = spawn_blocking(move || write(shelf, hear));
        (tell, async { writing.await.unwrap_or_else(|stopped| Err(broken(stopped))) })
    }
}

#[async_trait]
impl RecordStore for Embedded {
    async fn put(&self, blob: Source) -> Result<Kept, StoreError> {
        let (tell, written) = self.writer();
        let sending = async move {
            let mut stream = blob.into_stream();
            while let Some(bytes) = stream.next().await {
                // A writer that stopped listening says why itself.
                if tell.send(Arriving::Bytes(bytes.map_err(StoreError::Source)?)).await.is_err() {
                    return Ok(());
                }
            }
            let _ = tell.send(Arriving::End(None)).await;
            Ok(())
        };
        conclude(futures::future::join(sending, written).await)
    }

    async fn get(&self, cid: &Cid, part: Part) -> Result<Blob, StoreError> {
        self.present(cid).await?;
        walk::open(self.clone(), *cid, part).await
    }

    async fn size(&self, cid: &Cid) -> Result<u64, StoreError> {
        self.present(cid).await?;
        walk::content(cid, &self.block(*cid).await?)
    }

    async fn has(&self, cid: &Cid) -> Result<bool, StoreError> {
        let root = self.shelf.root(cid);
        blocking(move || Ok(root.try_exists()?)).await
    }

    async fn remove(&self, cid: &Cid) -> Result<bool, StoreError> {
        let (shelf, cid) = (self.shelf.clone(), *cid);
        blocking(move || shelf.remove(&cid)).await
    }

    async fn list(&self, after: Option<&Cid>, limit: usize) -> Result<Vec<Cid>, StoreError> {
        let (shelf, after) = (self.shelf.clone(), after.copied());
        blocking(move || list(&shelf, after, limit)).await
    }

    async fn export_car(&self, cid: &Cid) -> Result<Outgoing, StoreError> {
        self.present(cid).await?;
        walk::archive(self.clone(), *cid).await
    }

    async fn import_car(&self, archive: Incoming, limit: u64) -> Result<Kept, StoreError> {
        let (mut reader, root) = CarReader::open(archive).await?;
        let (tell, written) = self.writer();
        let sending = async move {
            let mut intake = Intake::new(root, limit);
            while let Some((cid, block)) = reader.next().await? {
                intake.take(cid, &block)?;
                if tell.send(Arriving::Block(cid, block)).await.is_err() {
                    return Ok::<_, StoreError>(None);
                }
            }
            let kept = intake.finish()?;
            let _ = tell.send(Arriving::End(Some(kept.cid))).await;
            Ok(Some(kept))
        };
        let (sent, written) = futures::future::join(sending, written).await;
        let kept = sent?;
        written?;
        kept.ok_or(StoreError::NotFound { cid: root })
    }

    async fn health(&self) -> Result<Health, StoreError> {
        let shelf = self.shelf.clone();
        blocking(move || {
            // Free room says nothing of a disk that has become read-only.
            Staging::begin(shelf.clone())?;
            Ok(Health { kind: "embedded".into(), free: Some(shelf.free()?), used: None })
        })
        .await
    }
}

impl Embedded {
    async fn present(&self, cid: &Cid) -> Result<(), StoreError> {
        if self.has(cid).await? { Ok(()) } else { Err(StoreError::NotFound { cid: *cid }) }
    }
}

impl Blocks for Embedded {
    async fn block(&self, cid: Cid) -> Result<Bytes, StoreError> {
        let file = self.shelf.block(&cid);
        blocking(move || match fs::read(file) {
            Ok(block) if dag::matches(&cid, &block) => Ok(block.into()),
            Ok(_) => Err(StoreError::Corrupt { cid }),
            Err(error) if error.kind() == ErrorKind::NotFound => Err(StoreError::NotFound { cid }),
            Err(error) => Err(error.into()),
        })
        .await
    }
}

/// Runs on a thread that may wait for the disk. `None` when the sender broke off: nothing was kept then.
fn write(shelf: Arc<Shelf>, mut hear: mpsc::Receiver<Arriving>) -> Result<Option<Kept>, StoreError> {
    let (mut staging, mut builder) = (Staging::begin(shelf)?, DagBuilder::default());
    while let Some(arriving) = hear.blocking_recv() {
        match arriving {
            Arriving::Bytes(bytes) => builder.push(&bytes, &mut |cid, block| staging.add(cid, block))?,
            Arriving::Block(cid, block) => staging.add(&cid, &block)?,
            Arriving::End(Some(root)) => {
                staging.keep(&root)?;
                return Ok(None);
            }
            Arriving::End(None) => {
                let (cid, size) = builder.finish(&mut |cid, block| staging.add(cid, block))?;
                staging.keep(&cid)?;
                return Ok(Some(Kept { cid, size }));
            }
        }
    }
    Ok(None)
}

fn conclude((sent, written): (Result<(), StoreError>, Result<Option<Kept>, StoreError>)) -> Result<Kept, StoreError> {
    sent?;
    written?.ok_or_else(|| StoreError::Source(ErrorKind::UnexpectedEof.into()))
}

fn list(shelf: &Shelf, after: Option<Cid>, limit: usize) -> Result<Vec<Cid>, StoreError> {
    let behind = after.map(|cid| (shelf::shard(&cid), cid.text()));
    let mut found = Vec::new();
    for shard in shelf::entries(&shelf.roots_folder())? {
        if behind.as_ref().is_some_and(|(last, _)| shard < *last) {
            continue;
        }
        for name in shelf::entries(&shelf.roots_folder().join(&shard))? {
            if found.len() == limit {
                return Ok(found);
            }
            if behind.as_ref().is_none_or(|(last, text)| shard > *last || name > *text)
                && let Ok(cid) = name.parse()
            {
                found.push(cid);
            }
        }
    }
    Ok(found)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    spawn_blocking(work).await.unwrap_or_else(|stopped| Err(broken(stopped)))
}

fn broken(stopped: JoinError) -> StoreError {
    StoreError::Disk(std::io::Error::other(stopped))
}
