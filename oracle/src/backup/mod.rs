//! Backup and restore: the database as it was at one moment, the keys, and every blob it names.
//!
//! ```text
//! manifest.json            what this is; written last, so a backup without it is none
//! database.sqlite          or database.dump of PostgreSQL
//! files/                   keys and other small files of the data folder
//! blobs/                   the embedded store's folder, or one archive (CAR) a blob of any other store
//! ```
//!
//! The database is copied first and the blobs after it: whatever the copied tables name is then there, unless the chain
//! had it removed meanwhile. Blobs never change, so the next backup into the same folder copies only new ones; those
//! that were withdrawn leave the backup too. The folder holds secrets and is readable by its owner alone.

mod blobs;
mod database;

use crate::{db::DbError, service, settings::Settings};
use chartkey_store::StoreError;
use chartkey_vocabulary::{Digest, Time};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

/// Why a backup was not made or not read.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file cannot be read or written.
    #[error("{} cannot be used", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
    /// A program of PostgreSQL's failed, or is not installed.
    #[error("{program} failed: {why}")]
    Program {
        /// Which.
        program: &'static str,
        /// In its own words.
        why: String,
    },
    /// The store failed.
    #[error("the store failed")]
    Store(#[from] StoreError),
    /// The folder holds no finished backup.
    #[error("this folder holds no finished backup")]
    Unfinished,
    /// The database's copy is not what the manifest says.
    #[error("the copy of the database is damaged")]
    Damaged,
    /// Blobs of the backup are damaged.
    #[error("{0} blocks of the backup are damaged")]
    DamagedBlobs(usize),
    /// Made by an oracle of another chain, database or store.
    #[error("this backup is of another {0} than the settings")]
    Foreign(&'static str),
    /// Restoring would write over something.
    #[error("{} is there already: a backup is restored into an empty data folder", .0.display())]
    Occupied(PathBuf),
    /// The settings do not lead to a chain or a store.
    #[error("the settings cannot be used: {0:#}")]
    Settings(anyhow::Error),
}

impl BackupError {
    fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        |source| Self::File { path: path.to_owned(), source }
    }
}

/// What a backup says of itself.
#[derive(Serialize, Deserialize)]
struct Manifest {
    version: u32,
    made_at: Time,
    genesis: Digest,
    /// `sqlite` or `postgres`.
    database: String,
    /// SHA-256 of the database's copy.
    digest: Digest,
    /// `folder` or `archives`.
    blobs_as: String,
    blobs: u64,
}

/// What was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// Blobs in the backup.
    pub blobs: u64,
    /// Of these, copied this time.
    pub new: u64,
}

/// Writes a backup into `folder`. The service may run meanwhile.
///
/// # Errors
/// See [`BackupError`].
pub async fn write(settings: &Settings, folder: &Path) -> Result<Made, BackupError> {
    private_folder(folder)?;
    let manifest = folder.join("manifest.json");
    if let Err(error) = fs::remove_file(&manifest)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(BackupError::file(&manifest)(error));
    }
    let (deployment, _) = service::deployment(&settings.deployment).map_err(BackupError::Settings)?;
    let copy = database::copy(settings, folder).await?;
    copy_files(&settings.data, &folder.join("files"))?;
    let (blobs_as, made) = blobs::copy(settings, &folder.join("blobs")).await?;
    let said = Manifest {
        version: 1,
        made_at: crate::app::wall_clock(),
        genesis: Digest(deployment.genesis),
        database: database::kind(settings).into(),
        digest: digest(&copy)?,
        blobs_as: blobs_as.into(),
        blobs: made.blobs,
    };
    let text = serde_json::to_vec_pretty(&said).expect("plain data becomes JSON");
    write_whole(&manifest, &text)?;
    Ok(made)
}

/// Fills an empty oracle from `folder` and says how many blobs came. Sessions do not come back: one that was ended since
/// would be open again.
///
/// # Errors
/// See [`BackupError`]. Nothing that is there is written over.
pub async fn restore(settings: &Settings, folder: &Path) -> Result<u64, BackupError> {
    let text = fs::read(folder.join("manifest.json")).map_err(|_| BackupError::Unfinished)?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| BackupError::Unfinished)?;
    let (deployment, _) = service::deployment(&settings.deployment).map_err(BackupError::Settings)?;
    if manifest.version != 1 {
        return Err(BackupError::Foreign("version"));
    }
    if manifest.genesis != Digest(deployment.genesis) {
        return Err(BackupError::Foreign("chain"));
    }
    if manifest.database != database::kind(settings) {
        return Err(BackupError::Foreign("database"));
    }
    if manifest.blobs_as != blobs::kind(settings) {
        return Err(BackupError::Foreign("store"));
    }
    if digest(&database::place(settings, folder))? != manifest.digest {
        return Err(BackupError::Damaged);
    }
    database::must_be_empty(settings)?;
    let blobs = blobs::restore(settings, &folder.join("blobs")).await?;
    private_folder(&settings.data)?;
    restore_files(&folder.join("files"), &settings.data)?;
    database::restore(settings, folder).await?;
    Ok(blobs)
}

/// Copies the small files of the data folder: without its keys an oracle is another one.
fn copy_files(data: &Path, to: &Path) -> Result<(), BackupError> {
    private_folder(to)?;
    for (name, from) in small_files(data)? {
        let bytes = fs::read(&from).map_err(BackupError::file(&from))?;
        write_whole(&to.join(name), &bytes)?;
    }
    Ok(())
}

fn restore_files(from: &Path, data: &Path) -> Result<(), BackupError> {
    for (name, from) in small_files(from)? {
        let to = data.join(name);
        let bytes = fs::read(&from).map_err(BackupError::file(&from))?;
        match to.try_exists() {
            // The operator's own key file may lie there already; another one is not written over.
            Ok(true) if fs::read(&to).is_ok_and(|there| there == bytes) => {}
            Ok(true) => return Err(BackupError::Occupied(to)),
            _ => write_whole(&to, &bytes)?,
        }
    }
    Ok(())
}

fn small_files(folder: &Path) -> Result<Vec<(std::ffi::OsString, PathBuf)>, BackupError> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(BackupError::file(folder))? {
        let entry = entry.map_err(BackupError::file(folder))?;
        let name = entry.file_name();
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && !name.to_string_lossy().starts_with("oracle.sqlite") {
            files.push((name, entry.path()));
        }
    }
    Ok(files)
}

fn private_folder(folder: &Path) -> Result<(), BackupError> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(BackupError::file(folder))?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(BackupError::file(folder))
}

/// Writes a file so that it is there whole or not at all, for its owner alone.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), BackupError> {
    let unfinished = path.with_extension("unfinished");
    let written = (|| {
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&unfinished, path)
    })();
    written.map_err(BackupError::file(path))
}

fn digest(path: &Path) -> Result<Digest, BackupError> {
    let mut file = File::open(path).map_err(BackupError::file(path))?;
    let (mut hasher, mut buffer) = (Sha256::new(), vec![0; 1 << 20]);
    loop {
        match file.read(&mut buffer).map_err(BackupError::file(path))? {
            0 => return Ok(Digest(hasher.finalize().into())),
            count => hasher.update(&buffer[..count]),
        }
    }
}

#[cfg(test)]
mod tests;
