//! Making sure that what was written is on the disk.

use crate::StoreError;
use std::{
    fs::File,
    io,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// Files that wait to be flushed; each is an open handle, of which a process has not many.
const WAITING: usize = 64;
/// Flushes under way at once: the disk joins those that wait together into one commit.
const AT_ONCE: usize = 8;

/// Files to be flushed together.
#[derive(Default)]
pub(super) struct Durable {
    files: Vec<File>,
}

impl Durable {
    /// Takes a written file or a changed folder.
    pub(super) fn add(&mut self, file: File) -> Result<(), StoreError> {
        self.files.push(file);
        if self.files.len() == WAITING { Ok(flush(&std::mem::take(&mut self.files))?) } else { Ok(()) }
    }

    /// Returns when all of them are on the disk.
    pub(super) fn finish(self) -> Result<(), StoreError> {
        Ok(flush(&self.files)?)
    }
}

fn flush(files: &[File]) -> io::Result<()> {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            file.sync_all()?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let helpers: Vec<_> = (1..AT_ONCE.min(files.len())).map(|_| scope.spawn(work)).collect();
        let own = work();
        helpers.into_iter().fold(own, |so_far, helper| {
            so_far.and(helper.join().unwrap_or_else(|_| Err(io::Error::other("a flush was cut short"))))
        })
    })
}

/// Flushes a folder's list of names.
pub(super) fn sync_folder(folder: &Path) -> Result<(), StoreError> {
    Ok(File::open(folder)?.sync_all()?)
}
