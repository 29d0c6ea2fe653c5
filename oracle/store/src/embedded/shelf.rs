//! The folder itself: where things lie, and how they come and go.

use super::{
    durable::{self, Durable},
    steps::before_change,
};
use crate::{StoreError, dag};
use chartkey_vocabulary::Cid;
use std::{
    collections::BTreeSet,
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, ErrorKind, Write},
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

/// What the folder says it is; another layout will say another number.
const FORMAT: &str = "chartkey store 1\n";

/// One store's folder, used by this process alone.
pub(super) struct Shelf {
    place: PathBuf,
    /// Bytes of the disk that are left to others.
    reserve: u64,
    /// Names of staging folders are counted from here on; leftovers were cleared at the start.
    next: AtomicU64,
    /// Held while a link is made or counted, so that no block is deleted as somebody begins to share it.
    links: Mutex<()>,
    /// Open as long as the store is: the lock that keeps other processes out.
    _lock: File,
}

impl Shelf {
    /// Takes the folder, makes it if need be, and clears what a crash left.
    pub(super) fn open(place: &Path, reserve: u64) -> Result<Self, StoreError> {
        for part in ["blocks", "roots", "staging"] {
            fs::create_dir_all(place.join(part))?;
        }
        let lock = OpenOptions::new().write(true).create(true).truncate(false).open(place.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StoreError::InUse),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        check_format(place)?;
        let shelf =
            Self { place: place.to_owned(), reserve, next: AtomicU64::new(0), links: Mutex::new(()), _lock: lock };
        let leftovers = entries(&shelf.place.join("staging"))?;
        if !leftovers.is_empty() {
            tracing::info!(count = leftovers.len(), "clearing what an earlier run left unfinished");
        }
        for leftover in leftovers {
            shelf.discard(&shelf.place.join("staging").join(leftover))?;
        }
        durable::sync_folder(place)?;
        Ok(shelf)
    }

    /// Where the block of that name lies.
    pub(super) fn block(&self, cid: &Cid) -> PathBuf {
        self.place.join("blocks").join(shard(cid)).join(cid.text())
    }

    /// The folder that says the blob is kept, and holds a link to each of its blocks.
    pub(super) fn root(&self, cid: &Cid) -> PathBuf {
        self.place.join("roots").join(shard(cid)).join(cid.text())
    }

    pub(super) fn blocks_folder(&self) -> PathBuf {
        self.place.join("blocks")
    }

    pub(super) fn roots_folder(&self) -> PathBuf {
        self.place.join("roots")
    }

    /// A fresh name under `staging`.
    pub(super) fn unfinished(&self) -> PathBuf {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        self.place.join("staging").join(number.to_string())
    }

    /// Bytes that may still be written.
    pub(super) fn free(&self) -> Result<u64, StoreError> {
        let disk = rustix::fs::statvfs(&self.place).map_err(io::Error::from)?;
        Ok((disk.f_bavail * disk.f_frsize).saturating_sub(self.reserve))
    }

    /// Makes the blocks of a staging folder findable, and the place for its root. What is kept already becomes shared.
    pub(super) fn link(&self, staged: &Path, root: &Cid) -> Result<(), StoreError> {
        let (mut touched, mut changed) = (BTreeSet::new(), BTreeSet::new());
        for name in entries(staged)? {
            let Ok(cid) = name.parse::<Cid>() else { continue };
            let (own, kept) = (staged.join(&name), self.block(&cid));
            let folder = self.blocks_folder().join(shard(&cid));
            if !touched.contains(&folder) {
                if make_folder(&folder)? {
                    changed.insert(self.blocks_folder());
                }
                touched.insert(folder);
            }
            let _links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
            before_change();
            match fs::hard_link(&own, &kept) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                    share(&cid, &own, &kept)?;
                    changed.insert(staged.to_owned());
                }
                other => other?,
            }
        }
        if make_folder(&self.roots_folder().join(shard(root)))? {
            changed.insert(self.roots_folder());
        }
        let mut durable = Durable::default();
        for folder in touched.into_iter().chain(changed) {
            durable.add(File::open(folder)?)?;
        }
        durable.finish()
    }

    /// Turns a linked staging folder into the blob's root: from here on it is kept.
    pub(super) fn commit(&self, staged: &Path, cid: &Cid) -> Result<(), StoreError> {
        before_change();
        match fs::rename(staged, self.root(cid)) {
            // Kept already, or by somebody who was faster: theirs links the same blocks.
            Err(error) if matches!(error.kind(), ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists) => {
                self.discard(staged)?;
            }
            other => other?,
        }
        durable::sync_folder(&self.roots_folder().join(shard(cid)))
    }

    /// Lets a root go. Says whether it was there.
    pub(super) fn remove(&self, cid: &Cid) -> Result<bool, StoreError> {
        let (root, parting) = (self.root(cid), self.unfinished());
        before_change();
        match fs::rename(&root, &parting) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            other => other?,
        }
        durable::sync_folder(&self.roots_folder().join(shard(cid)))?;
        self.discard(&parting)?;
        Ok(true)
    }

    /// Deletes a folder of links, and every block that only it held.
    ///
    /// A block goes before its link here: whatever moment the process dies at, what is left of this folder still names
    /// every block that may have to go, and the next start goes on.
    pub(super) fn discard(&self, folder: &Path) -> Result<(), StoreError> {
        for name in entries(folder)? {
            let own = folder.join(&name);
            let _links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
            // Two links: this one and the one under `blocks`.
            if fs::metadata(&own)?.nlink() == 2
                && let Ok(cid) = name.parse::<Cid>()
            {
                remove_if_there(&self.block(&cid))?;
            }
            remove_if_there(&own)?;
        }
        before_change();
        fs::remove_dir(folder)?;
        Ok(())
    }
}

/// Replaces a staged copy by a link to the block that is kept already.
fn share(cid: &Cid, own: &Path, kept: &Path) -> Result<(), StoreError> {
    if !dag::matches(cid, &fs::read(kept)?) {
        // Decayed on the disk. Written over in place, so that every blob that shares it is healed.
        tracing::warn!(block = cid.text(), "a damaged block is mended by a fresh copy");
        let mut file = OpenOptions::new().write(true).truncate(true).open(kept)?;
        file.write_all(&fs::read(own)?)?;
        file.sync_all()?;
    }
    before_change();
    fs::remove_file(own)?;
    before_change();
    fs::hard_link(kept, own)?;
    Ok(())
}

fn check_format(place: &Path) -> Result<(), StoreError> {
    let file = place.join("format");
    match fs::read_to_string(&file) {
        Ok(format) if format == FORMAT => Ok(()),
        Ok(_) => Err(StoreError::Disk(io::Error::new(ErrorKind::InvalidData, "not a store of this version"))),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let fresh = place.join("format.new");
            fs::write(&fresh, FORMAT)?;
            File::open(&fresh)?.sync_all()?;
            Ok(fs::rename(fresh, file)?)
        }
        Err(error) => Err(error.into()),
    }
}

/// One of 4,096 folders, so that none grows long: three hex digits of the hash.
pub(super) fn shard(cid: &Cid) -> String {
    format!("{:02x}{:x}", cid.0[4], cid.0[5] >> 4)
}

/// What lies in a folder, in order.
pub(super) fn entries(folder: &Path) -> io::Result<BTreeSet<String>> {
    let name = |entry: io::Result<fs::DirEntry>| Ok(entry?.file_name().to_string_lossy().into_owned());
    fs::read_dir(folder)?.map(name).collect()
}

/// Says whether it was made, and its parent is to be flushed.
fn make_folder(folder: &Path) -> Result<bool, StoreError> {
    before_change();
    match fs::create_dir(folder) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn remove_if_there(file: &Path) -> io::Result<()> {
    before_change();
    match fs::remove_file(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}
