//! The blobs' part. The embedded store's folder is copied as it lies, also while the service uses it; any other store is
//! asked for one archive a blob.

use super::{BackupError, Made, private_folder};
use crate::{service, settings::Settings};
use chartkey_store::{Embedded, RecordStore};
use chartkey_vocabulary::Cid;
use futures::{StreamExt, TryStreamExt};
use std::{
    collections::{HashMap, HashSet},
    ffi::OsString,
    fs::{self, File},
    io,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};
use tokio::io::AsyncWriteExt;

/// Names asked for at once.
const PAGE: usize = 1000;

pub(super) fn kind(settings: &Settings) -> &'static str {
    if settings.store.main == "embedded" { "folder" } else { "archives" }
}

pub(super) async fn copy(settings: &Settings, to: &Path) -> Result<(&'static str, Made), BackupError> {
    private_folder(to)?;
    let made = if kind(settings) == "folder" {
        let (from, to) = (settings.blobs_folder(), to.to_owned());
        blocking(move || copy_folder(&from, &to)).await?
    } else {
        let (store, _) = service::store(settings).await.map_err(BackupError::Settings)?;
        copy_archives(&*store, to).await?
    };
    Ok((kind(settings), made))
}

pub(super) async fn restore(settings: &Settings, from: &Path) -> Result<u64, BackupError> {
    if kind(settings) != "folder" {
        let (store, _) = service::store(settings).await.map_err(BackupError::Settings)?;
        return restore_archives(&*store, from).await;
    }
    let (from, to) = (from.to_owned(), settings.blobs_folder());
    if to.join("roots").exists() {
        return Err(BackupError::Occupied(to));
    }
    private_folder(&settings.data)?;
    let folder = to.clone();
    let made = blocking(move || copy_folder(&from, &folder)).await?;
    let audit = blocking(move || Ok(Embedded::open(to)?)).await?.audit().await?;
    if audit.damaged.is_empty() { Ok(made.blobs) } else { Err(BackupError::DamagedBlobs(audit.damaged.len())) }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BackupError> + Send + 'static,
) -> Result<T, BackupError> {
    tokio::task::spawn_blocking(work).await.expect("no panic in there")
}

/// Copies a store's folder: blocks first, then the roots whose blocks are all there. A root that appears or goes in
/// between is left out, which is right for both.
fn copy_folder(from: &Path, to: &Path) -> Result<Made, BackupError> {
    private_folder(to)?;
    let format = from.join("format");
    fs::copy(&format, to.join("format")).map_err(BackupError::file(&format))?;

    // Which copied block a link of a root means: the one of the same name, which is the hash of what is in it. The
    // number that both links share tells less, for a block's may be another's once it is gone.
    let mut copied: HashMap<OsString, PathBuf> = HashMap::new();
    for (shard, block) in two_levels(&from.join("blocks"))? {
        let source = from.join("blocks").join(&shard).join(&block);
        let folder = to.join("blocks").join(&shard);
        let target = folder.join(&block);
        if !target.exists() {
            fs::create_dir_all(&folder).map_err(BackupError::file(&folder))?;
            if unless_gone(copy_whole(&source, &target), &source)?.is_none() {
                continue;
            }
        }
        copied.insert(block, target);
    }

    let (mut made, mut kept) = (Made { blobs: 0, new: 0 }, HashSet::new());
    for (shard, root) in two_levels(&from.join("roots"))? {
        let source = from.join("roots").join(&shard).join(&root);
        let target = to.join("roots").join(&shard).join(&root);
        let is_new = !target.exists();
        if is_new && !copy_root(&source, &target, &copied)? {
            continue;
        }
        made.blobs += 1;
        made.new += u64::from(is_new);
        kept.insert((shard, root));
    }
    forget_others(to, &kept)?;
    Ok(made)
}

/// Links a root's blocks in the backup; `false` when one of them is not there.
fn copy_root(source: &Path, target: &Path, copied: &HashMap<OsString, PathBuf>) -> Result<bool, BackupError> {
    let unfinished = target.with_extension("unfinished");
    let _ = fs::remove_dir_all(&unfinished);
    fs::create_dir_all(&unfinished).map_err(BackupError::file(&unfinished))?;
    let Some(links) = unless_gone(names(source), source)? else {
        return discard(&unfinished);
    };
    for name in links {
        let Some(block) = copied.get(&name) else {
            return discard(&unfinished);
        };
        let place = unfinished.join(&name);
        fs::hard_link(block, &place).map_err(BackupError::file(&place))?;
    }
    // The root may have been on its way out while its links were counted.
    if !source.exists() {
        return discard(&unfinished);
    }
    fs::rename(&unfinished, target).map_err(BackupError::file(target))?;
    Ok(true)
}

fn discard(unfinished: &Path) -> Result<bool, BackupError> {
    fs::remove_dir_all(unfinished).map_err(BackupError::file(unfinished))?;
    Ok(false)
}

/// Lets go of the roots that are no longer kept, and of blocks that no root holds.
fn forget_others(to: &Path, kept: &HashSet<(OsString, OsString)>) -> Result<(), BackupError> {
    for (shard, root) in two_levels(&to.join("roots"))? {
        let place = to.join("roots").join(&shard).join(&root);
        if !kept.contains(&(shard, root)) {
            fs::remove_dir_all(&place).map_err(BackupError::file(&place))?;
        }
    }
    for (shard, block) in two_levels(&to.join("blocks"))? {
        let place = to.join("blocks").join(shard).join(block);
        if fs::metadata(&place).map_err(BackupError::file(&place))?.nlink() == 1 {
            fs::remove_file(&place).map_err(BackupError::file(&place))?;
        }
    }
    Ok(())
}

fn two_levels(folder: &Path) -> Result<Vec<(OsString, OsString)>, BackupError> {
    let mut found = Vec::new();
    let shards = unless_gone(names(folder), folder)?.unwrap_or_default();
    for shard in shards {
        let inner = folder.join(&shard);
        let entries = unless_gone(names(&inner), &inner)?.unwrap_or_default();
        found.extend(entries.into_iter().map(|name| (shard.clone(), name)));
    }
    Ok(found)
}

fn names(folder: &Path) -> io::Result<Vec<OsString>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect()
}

fn copy_whole(from: &Path, to: &Path) -> io::Result<()> {
    let unfinished = to.with_extension("unfinished");
    fs::copy(from, &unfinished)?;
    File::open(&unfinished)?.sync_data()?;
    fs::rename(unfinished, to)
}

/// `None` for what somebody removed a moment ago.
fn unless_gone<T>(found: io::Result<T>, path: &Path) -> Result<Option<T>, BackupError> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(BackupError::file(path)(error)),
    }
}

async fn copy_archives(store: &dyn RecordStore, to: &Path) -> Result<Made, BackupError> {
    let (mut made, mut kept, mut after) = (Made { blobs: 0, new: 0 }, HashSet::new(), None::<Cid>);
    loop {
        let page = store.list(after.as_ref(), PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some(*last);
        for cid in page {
            let name = format!("{}.car", cid.text());
            let place = to.join(&name);
            if !place.exists() {
                let unfinished = place.with_extension("unfinished");
                let failed = || BackupError::file(&unfinished);
                let mut archive = store.export_car(&cid).await?;
                let mut file = tokio::fs::File::create(&unfinished).await.map_err(failed())?;
                while let Some(bytes) = archive.try_next().await? {
                    file.write_all(&bytes).await.map_err(failed())?;
                }
                file.sync_all().await.map_err(failed())?;
                fs::rename(&unfinished, &place).map_err(failed())?;
                made.new += 1;
            }
            made.blobs += 1;
            kept.insert(OsString::from(name));
        }
    }
    for name in names(to).map_err(BackupError::file(to))? {
        if !kept.contains(&name) {
            let place = to.join(name);
            fs::remove_file(&place).map_err(BackupError::file(&place))?;
        }
    }
    Ok(made)
}

async fn restore_archives(store: &dyn RecordStore, from: &Path) -> Result<u64, BackupError> {
    let mut blobs = 0;
    for name in names(from).map_err(BackupError::file(from))? {
        let place = from.join(name);
        let size = fs::metadata(&place).map_err(BackupError::file(&place))?.len();
        let file = tokio::fs::File::open(&place).await.map_err(BackupError::file(&place))?;
        let archive = tokio_util::io::ReaderStream::with_capacity(file, 256 << 10);
        store.import_car(archive.boxed(), size).await?;
        blobs += 1;
    }
    Ok(blobs)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A store's folder with these files, each linked to what lies under the first name.
    fn store(folder: &Path, links: &[&str]) -> PathBuf {
        let from = folder.join("store");
        for link in links {
            let place = from.join(link);
            fs::create_dir_all(place.parent().expect("in the store")).expect("a folder");
            match *link == links[0] {
                true => fs::write(&place, "an old block").expect("written"),
                false => fs::hard_link(from.join(links[0]), &place).expect("linked"),
            }
        }
        fs::write(from.join("format"), "chartkey store 1\n").expect("written");
        from
    }

    #[test]
    fn a_new_block_that_took_an_old_ones_number_is_not_taken_for_it() {
        let folder = tempfile::tempdir().expect("a folder");
        // As it looks when the old block went between the two looks and the disk gave its number to another.
        let from = store(folder.path(), &["blocks/000/old", "roots/111/blob/new"]);
        let made = copy_folder(&from, &folder.path().join("backup")).expect("copied");
        assert_eq!(made, Made { blobs: 0, new: 0 }, "the next backup has it");
        assert!(!folder.path().join("backup/roots/111/blob").exists());
    }

    #[test]
    fn a_root_whose_blocks_are_all_there_is_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let from = store(folder.path(), &["blocks/000/old", "roots/111/blob/old"]);
        let made = copy_folder(&from, &folder.path().join("backup")).expect("copied");
        assert_eq!(made, Made { blobs: 1, new: 1 });
        assert_eq!(fs::read(folder.path().join("backup/roots/111/blob/old")).expect("there"), b"an old block");
    }
}
