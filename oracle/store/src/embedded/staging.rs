//! A blob on its way in.

use super::{durable::Durable, shelf::Shelf, steps::before_change};
use crate::StoreError;
use chartkey_vocabulary::Cid;
use std::{
    fs::{self, File, OpenOptions},
    io::{ErrorKind, Write},
    path::PathBuf,
    sync::Arc,
};

/// A folder of blocks that nobody can find yet. Dropped before it is kept, it goes without a trace.
pub(super) struct Staging {
    shelf: Arc<Shelf>,
    folder: PathBuf,
    written: Durable,
    kept: bool,
}

impl Staging {
    pub(super) fn begin(shelf: Arc<Shelf>) -> Result<Self, StoreError> {
        let folder = shelf.unfinished();
        before_change();
        fs::create_dir(&folder)?;
        Ok(Self { shelf, folder, written: Durable::default(), kept: false })
    }

    /// Writes one block; a blob may hold the same one twice.
    pub(super) fn add(&mut self, cid: &Cid, block: &[u8]) -> Result<(), StoreError> {
        if self.shelf.free()? < block.len() as u64 {
            return Err(StoreError::Full);
        }
        before_change();
        match OpenOptions::new().write(true).create_new(true).open(self.folder.join(cid.text())) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            opened => {
                let mut file = opened?;
                before_change();
                file.write_all(block)?;
                self.written.add(file)?;
                Ok(())
            }
        }
    }

    /// Keeps the blob: returns when it would survive the loss of power.
    pub(super) fn keep(mut self, root: &Cid) -> Result<(), StoreError> {
        // Contents first, then their names here, then their names under `blocks`, then the root. In this order a crash
        // never leaves a name without content, nor a block that no folder accounts for.
        let mut written = std::mem::take(&mut self.written);
        written.add(File::open(&self.folder)?)?;
        written.finish()?;
        self.shelf.link(&self.folder, root)?;
        self.shelf.commit(&self.folder, root)?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.kept
            && let Err(error) = self.shelf.discard(&self.folder)
        {
            // The next start clears it.
            tracing::warn!(%error, "an unfinished blob could not be cleared");
        }
    }
}
