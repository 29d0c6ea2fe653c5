//! What is sealed: bytes in memory, a file, or a file a browser hands out piece by piece.

use crate::{
    failure::Failure,
    http::Shared,
    spool::{Progress, Spool, Stage},
};
use async_trait::async_trait;
use chartkey_store::dag::DagHasher;
use chartkey_vault::{ContentKey, Context, Metadata, Sealer, entropy};
use chartkey_vocabulary::{Cid, Commitment};
use std::io;

/// So much is read and sealed at once.
const PIECE: usize = 1 << 20;

/// Something to seal.
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
pub trait Content: Shared {
    /// How many bytes.
    fn size(&self) -> u64;

    /// Fills `part` with the bytes from `offset` on.
    ///
    /// # Errors
    /// When there are not so many, or they cannot be read.
    async fn read(&mut self, offset: u64, part: &mut [u8]) -> io::Result<()>;
}

#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
impl Content for Vec<u8> {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    async fn read(&mut self, offset: u64, part: &mut [u8]) -> io::Result<()> {
        let from = usize::try_from(offset).map_err(|_| io::ErrorKind::UnexpectedEof)?;
        let kept = from.checked_add(part.len()).and_then(|to| self.get(from..to));
        part.copy_from_slice(kept.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

/// A sealed version, on its way.
pub(crate) struct Sealing {
    pub(crate) spool: Spool,
    pub(crate) cid: Cid,
    pub(crate) commitment: Commitment,
}

/// Seals piece by piece, so that a gigabyte needs no gigabyte.
pub(crate) struct Press {
    sealer: Sealer,
    hasher: DagHasher,
    spool: Spool,
    ready: Vec<u8>,
}

impl Press {
    pub(crate) fn begin(
        key: &ContentKey,
        context: &Context,
        metadata: &Metadata,
        content_len: u64,
    ) -> Result<Self, Failure> {
        let mut ready = Vec::new();
        let sealer = Sealer::begin(&mut entropy(), key, context, metadata, content_len, &mut ready);
        let sealer = sealer.map_err(Failure::vault)?;
        Ok(Self { sealer, hasher: DagHasher::default(), spool: Spool::default(), ready })
    }

    pub(crate) fn push(&mut self, content: &[u8]) -> Result<(), Failure> {
        self.sealer.push(content, &mut self.ready).map_err(Failure::vault)?;
        self.store()
    }

    pub(crate) fn finish(mut self) -> Result<Sealing, Failure> {
        while self.sealer.pad(&mut self.ready).map_err(Failure::vault)? {
            self.store()?;
        }
        let commitment = self.sealer.finish(&mut self.ready).map_err(Failure::vault)?;
        Ok(Sealing { spool: self.spool, cid: self.hasher.finish(), commitment })
    }

    fn store(&mut self) -> Result<(), Failure> {
        self.hasher.push(&self.ready);
        self.spool.write(&self.ready)?;
        self.ready.clear();
        Ok(())
    }
}

/// Seals a content.
pub(crate) async fn seal(
    key: &ContentKey,
    context: &Context,
    metadata: &Metadata,
    content: &mut dyn Content,
    told: Progress<'_>,
) -> Result<Sealing, Failure> {
    let size = content.size();
    let mut press = Press::begin(key, context, metadata, size)?;
    let mut piece = vec![0; PIECE.min(usize::try_from(size).unwrap_or(PIECE))];
    let mut done = 0;
    while done < size {
        let length = (size - done).min(PIECE as u64) as usize;
        content.read(done, &mut piece[..length]).await?;
        press.push(&piece[..length])?;
        done += length as u64;
        told(Stage::Sealing { done, size });
    }
    press.finish()
}

#[cfg(feature = "native")]
mod file {
    use super::{Content, async_trait, io};
    use std::{
        fs::File,
        io::{Read, Seek, SeekFrom},
    };

    #[async_trait]
    impl Content for File {
        /// A file that cannot say how long it is counts as empty; reading it fails then.
        fn size(&self) -> u64 {
            self.metadata().map_or(0, |metadata| metadata.len())
        }

        async fn read(&mut self, offset: u64, part: &mut [u8]) -> io::Result<()> {
            self.seek(SeekFrom::Start(offset))?;
            self.read_exact(part)
        }
    }
}
