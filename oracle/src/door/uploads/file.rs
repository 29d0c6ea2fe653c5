//! The file an upload is brought into.

use crate::{app::App, problem::Failed};
use axum::body::Body;
use chartkey_protocol::Why;
use chartkey_store::{StoreError, dag::DagHasher};
use chartkey_vocabulary::Cid;
use futures::StreamExt;
use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{self, Read, Seek, SeekFrom},
    path::PathBuf,
};
use tokio::io::AsyncWriteExt;

/// Where it lies.
pub(super) fn path(app: &App, upload: &str) -> PathBuf {
    app.settings.data.join("uploads").join(upload)
}

/// The upload's file, locked against a second request at the same time, and how long it is.
pub(super) async fn open(app: &App, upload: &str) -> Result<(File, u64), Failed> {
    let path = path(app, upload);
    let opened = blocking(move || {
        std::fs::create_dir_all(path.parent().expect("in the folder of uploads"))?;
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let here = file.metadata()?.len();
        Ok(Some((file, here)))
    });
    opened.await?.ok_or_else(|| Failed::new(Why::Conflict, "Another request is at this upload. Try again.").wait(1))
}

/// How long it is, without a lock.
pub(super) async fn length(app: &App, upload: &str) -> Result<u64, Failed> {
    match tokio::fs::metadata(path(app, upload)).await {
        Ok(file) => Ok(file.len()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(0),
        Err(error) => Err(disk(error)),
    }
}

/// Appends what the request brings, at most `room` bytes, and returns once they survive the power going.
pub(super) async fn append(mut file: File, from: u64, room: u64, body: Body) -> Result<u64, Failed> {
    file.seek(SeekFrom::Start(from)).map_err(disk)?;
    let mut file = tokio::fs::File::from_std(file);
    let (mut written, mut broken) = (0u64, None);
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let Ok(chunk) = chunk else {
            broken = Some(Failed::new(Why::BadRequest, "The connection broke. Ask how far the upload is, and go on."));
            break;
        };
        if written + chunk.len() as u64 > room {
            broken = Some(Failed::new(Why::TooLarge, "The part is longer than a part may be, or than what is left."));
            // Nothing of a part that is too long: its sender is confused, or worse.
            written = 0;
            break;
        }
        file.write_all(&chunk).await.map_err(disk)?;
        written += chunk.len() as u64;
    }
    file.flush().await.map_err(disk)?;
    if broken.is_some() {
        file.set_len(from + written).await.map_err(disk)?;
    }
    file.sync_data().await.map_err(disk)?;
    match broken {
        Some(broken) => Err(broken),
        None => Ok(written),
    }
}

/// What its bytes are called. The file is given back locked as it was.
pub(super) async fn hash(mut file: File) -> Result<(Cid, File), Failed> {
    let hashed = blocking(move || {
        file.seek(SeekFrom::Start(0))?;
        let mut hasher = DagHasher::default();
        let mut bytes = vec![0; 1 << 20];
        loop {
            match file.read(&mut bytes)? {
                0 => return Ok((hasher.finish(), file)),
                count => hasher.push(&bytes[..count]),
            }
        }
    });
    hashed.await
}

/// Removes it, if it is there.
pub(super) async fn remove(app: &App, upload: &str) -> io::Result<()> {
    match tokio::fs::remove_file(path(app, upload)).await {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> Result<T, Failed> {
    tokio::task::spawn_blocking(work).await.expect("files are no reason to panic").map_err(disk)
}

fn disk(error: io::Error) -> Failed {
    StoreError::from(error).into()
}
