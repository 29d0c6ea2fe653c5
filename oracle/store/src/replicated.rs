//! One store that serves, and others that keep what it keeps.

use crate::{Blob, Health, Incoming, Kept, Outgoing, Part, RecordStore, Source, StoreError};
use async_trait::async_trait;
use chartkey_vocabulary::Cid;
use futures::{StreamExt, TryStreamExt, future};
use std::{
    io,
    sync::{Arc, Mutex, PoisonError},
};

/// Somebody who keeps a second copy.
#[async_trait]
pub trait Replica: Send + Sync {
    /// What people call it; distinct among the replicas of a store.
    fn name(&self) -> &str;

    /// Sees to a copy of a blob that `from` keeps. A repetition is harmless.
    async fn keep(&self, cid: &Cid, from: &dyn RecordStore) -> Result<(), StoreError>;

    /// Sees to it that no copy is kept. A repetition is harmless.
    async fn let_go(&self, cid: &Cid) -> Result<(), StoreError>;

    /// Whether the copy is there by now.
    async fn holds(&self, cid: &Cid) -> Result<bool, StoreError>;
}

/// Another store as a replica: blobs reach it as archives, which it checks for itself.
pub struct Mirror {
    name: String,
    store: Arc<dyn RecordStore>,
}

impl Mirror {
    /// `store`, called `name`.
    pub fn new(name: impl Into<String>, store: Arc<dyn RecordStore>) -> Self {
        Self { name: name.into(), store }
    }
}

#[async_trait]
impl Replica for Mirror {
    fn name(&self) -> &str {
        &self.name
    }

    async fn keep(&self, cid: &Cid, from: &dyn RecordStore) -> Result<(), StoreError> {
        if self.store.has(cid).await? {
            return Ok(());
        }
        let size = from.size(cid).await?;
        let archive = from.export_car(cid).await?.map_err(io::Error::other).boxed();
        self.store.import_car(archive, size).await.map(drop)
    }

    async fn let_go(&self, cid: &Cid) -> Result<(), StoreError> {
        self.store.remove(cid).await.map(drop)
    }

    async fn holds(&self, cid: &Cid) -> Result<bool, StoreError> {
        self.store.has(cid).await
    }
}

/// A replica that lacks a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// The replica's name.
    pub replica: String,
    /// The blob.
    pub cid: Cid,
    /// Why it was not copied.
    pub why: String,
}

/// A store whose puts and removals its replicas follow.
///
/// A replica that cannot keep a copy does not fail the request: what the main store keeps is kept. What was not copied is
/// told by [`Replicated::take_behind`] and tried again by [`Replicated::retry`], when the caller's queue finds it right.
/// What a crash made forgotten is found by [`Replicated::lagging`].
///
/// A removal is done when every copy is let go of. Nothing here would find a copy that is left over, so whoever removes
/// is told of the failure and removes again; only they can remember it over a crash.
pub struct Replicated {
    main: Arc<dyn RecordStore>,
    replicas: Vec<Arc<dyn Replica>>,
    behind: Mutex<Vec<Behind>>,
}

impl Replicated {
    /// `main`, followed by `replicas`.
    pub fn new(main: Arc<dyn RecordStore>, replicas: Vec<Arc<dyn Replica>>) -> Self {
        Self { main, replicas, behind: Mutex::new(Vec::new()) }
    }

    /// What replicas failed to copy since this was last asked.
    pub fn take_behind(&self) -> Vec<Behind> {
        std::mem::take(&mut *self.behind.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Tries again. A copy of what is no longer kept is not made any more, but let go.
    ///
    /// # Errors
    /// Those of the replica, or of the main store as the blob is read from it.
    pub async fn retry(&self, behind: &Behind) -> Result<(), StoreError> {
        let Some(replica) = self.replicas.iter().find(|replica| replica.name() == behind.replica) else {
            // It was taken out of the settings since.
            return Ok(());
        };
        // Decided anew by what is kept now: a removal may have overtaken the copy, or the other way round.
        if self.main.has(&behind.cid).await? {
            replica.keep(&behind.cid, &*self.main).await
        } else {
            replica.let_go(&behind.cid).await
        }
    }

    /// Which replicas lack which of a page of blobs, and the last blob looked at.
    ///
    /// # Errors
    /// Those of the main store. A replica that cannot be asked counts as lacking.
    pub async fn lagging(&self, after: Option<&Cid>, limit: usize) -> Result<(Vec<Behind>, Option<Cid>), StoreError> {
        let page = self.main.list(after, limit).await?;
        let mut lagging = Vec::new();
        for cid in &page {
            for replica in &self.replicas {
                let why = match replica.holds(cid).await {
                    Ok(true) => continue,
                    Ok(false) => "has no copy yet".into(),
                    Err(error) => error.to_string(),
                };
                lagging.push(Behind { replica: replica.name().into(), cid: *cid, why });
            }
        }
        Ok((lagging, page.last().copied()))
    }

    async fn copy(&self, cid: &Cid) {
        let work = self.replicas.iter().map(|replica| async move {
            let why = replica.keep(cid, &*self.main).await.err()?.to_string();
            tracing::warn!(replica = replica.name(), why, "a replica is behind");
            Some(Behind { replica: replica.name().into(), cid: *cid, why })
        });
        let failed = future::join_all(work).await;
        self.behind.lock().unwrap_or_else(PoisonError::into_inner).extend(failed.into_iter().flatten());
    }

    /// Has every copy let go of; the first failure is told when all were asked.
    async fn let_go(&self, cid: &Cid) -> Result<(), StoreError> {
        let work = self.replicas.iter().map(|replica| async move {
            let done = replica.let_go(cid).await;
            if let Err(error) = &done {
                tracing::warn!(replica = replica.name(), %error, "a copy could not be let go of");
            }
            done
        });
        future::join_all(work).await.into_iter().collect()
    }
}

#[async_trait]
impl RecordStore for Replicated {
    async fn put(&self, blob: Source) -> Result<Kept, StoreError> {
        let kept = self.main.put(blob).await?;
        self.copy(&kept.cid).await;
        Ok(kept)
    }

    async fn get(&self, cid: &Cid, part: Part) -> Result<Blob, StoreError> {
        // Never from a replica: it may still hold what was withdrawn.
        self.main.get(cid, part).await
    }

    async fn size(&self, cid: &Cid) -> Result<u64, StoreError> {
        self.main.size(cid).await
    }

    async fn has(&self, cid: &Cid) -> Result<bool, StoreError> {
        self.main.has(cid).await
    }

    async fn remove(&self, cid: &Cid) -> Result<bool, StoreError> {
        let was_there = self.main.remove(cid).await?;
        // Also when it was not: this may be the repetition of a removal that a replica did not follow.
        self.let_go(cid).await?;
        Ok(was_there)
    }

    async fn list(&self, after: Option<&Cid>, limit: usize) -> Result<Vec<Cid>, StoreError> {
        self.main.list(after, limit).await
    }

    async fn export_car(&self, cid: &Cid) -> Result<Outgoing, StoreError> {
        self.main.export_car(cid).await
    }

    async fn import_car(&self, archive: Incoming, limit: u64) -> Result<Kept, StoreError> {
        let kept = self.main.import_car(archive, limit).await?;
        self.copy(&kept.cid).await;
        Ok(kept)
    }

    async fn health(&self) -> Result<Health, StoreError> {
        self.main.health().await
    }
}
