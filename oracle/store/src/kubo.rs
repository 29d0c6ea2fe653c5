//! A Kubo node, or an IPFS Cluster behind the same RPC.
//!
//! Nothing Kubo says is taken on trust: names are computed here as the bytes go out and compared with its own, and
//! blobs are read block by block, each checked against its name. Give the store a node of its own: every recursive pin
//! there counts as a blob of ours.

mod import;
mod remove;
mod rpc;

use crate::{
    Blob, Health, Incoming, Kept, Outgoing, Part, RecordStore, Source, StoreError,
    dag::{self, DagHasher, MAX_BLOCK},
    http,
    walk::{self, Blocks},
};
use async_trait::async_trait;
use bytes::Bytes;
use chartkey_vocabulary::Cid;
use futures::StreamExt;
use reqwest::{Body, multipart};
use rpc::{PEER, Rpc};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    io,
    sync::{Arc, Mutex, PoisonError},
};

/// How a file becomes blocks, said in full: a node's own defaults may differ, and change.
const LAYOUT: &str = "cid-version=1&raw-leaves=true&hash=sha2-256&chunker=size-262144&max-file-links=174&trickle=false\
                      &inline=false&pin=true&progress=false";
/// How long a node may look for a block among its peers.
const SEARCH: &str = "timeout=30s";

/// A store kept by a Kubo node.
#[derive(Clone)]
pub struct Kubo {
    rpc: Rpc,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Added {
    hash: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Pinned {
    cid: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Version {
    version: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct RepoStat {
    repo_size: u64,
    storage_max: u64,
}

/// What became known of a blob while it was sent.
#[derive(Default)]
struct Sent {
    hasher: DagHasher,
    fault: Option<io::Error>,
}

impl Kubo {
    /// A node by its RPC's address, such as `http://127.0.0.1:5001`. Does not call it yet.
    ///
    /// # Errors
    /// `Refused` when no HTTP client can be made.
    pub fn new(url: &str) -> Result<Self, StoreError> {
        Ok(Self { rpc: Rpc::new(url)? })
    }

    /// With an `Authorization` header, as a node with `API.Authorizations` asks for: `Bearer …` or `Basic …`.
    ///
    /// # Errors
    /// `Refused` when that is no header's value.
    pub fn authorized(mut self, header: &str) -> Result<Self, StoreError> {
        self.rpc.authorize(header)?;
        Ok(self)
    }

    async fn present(&self, cid: &Cid) -> Result<(), StoreError> {
        if self.has(cid).await? { Ok(()) } else { Err(StoreError::NotFound { cid: *cid }) }
    }

    async fn unpin(&self, cid: &str) -> Result<bool, StoreError> {
        match self.rpc.call(&format!("pin/rm?arg={cid}")).await {
            Ok(_) => Ok(true),
            Err(error) if complains(&error, "not pinned") => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Accepts Kubo's name for our bytes, or lets its copy go.
    async fn agree(&self, ours: Cid, theirs: &str) -> Result<(), StoreError> {
        let theirs_read = theirs.parse().ok();
        if theirs_read == Some(ours) {
            return Ok(());
        }
        if theirs.chars().all(|letter| letter.is_ascii_alphanumeric()) {
            self.unpin(theirs).await?;
        }
        Err(StoreError::Misnamed { peer: PEER.into(), ours, theirs: theirs_read })
    }
}

#[async_trait]
impl RecordStore for Kubo {
    async fn put(&self, blob: Source) -> Result<Kept, StoreError> {
        let sent = Arc::new(Mutex::new(Sent::default()));
        let watched = blob.into_stream().map({
            let sent = sent.clone();
            move |bytes| {
                let mut sent = sent.lock().unwrap_or_else(PoisonError::into_inner);
                match bytes {
                    Ok(bytes) => {
                        sent.hasher.push(&bytes);
                        Ok(bytes)
                    }
                    Err(error) => {
                        let told = error.kind().into();
                        sent.fault = Some(error);
                        Err::<Bytes, io::Error>(told)
                    }
                }
            }
        });
        let file = multipart::Part::stream(Body::wrap_stream(watched));
        let answer = self.rpc.upload(&format!("add?{LAYOUT}"), file).await;
        let added: Result<Vec<Added>, _> = match answer {
            Ok(answer) => rpc::lines(answer).await,
            Err(error) => Err(error),
        };
        let sent = std::mem::take(&mut *sent.lock().unwrap_or_else(PoisonError::into_inner));
        if let Some(fault) = sent.fault {
            return Err(StoreError::Source(fault));
        }
        let (size, cid) = (sent.hasher.size(), sent.hasher.finish());
        let added = added?.pop().ok_or_else(|| http::refused(PEER, "it does not say what it added"))?;
        self.agree(cid, &added.hash).await?;
        Ok(Kept { cid, size })
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
        match self.rpc.call(&format!("pin/ls?arg={}&type=recursive", cid.text())).await {
            Ok(_) => Ok(true),
            Err(error) if complains(&error, "is not pinned") => Ok(false),
            Err(error) => Err(error),
        }
    }

    async fn remove(&self, cid: &Cid) -> Result<bool, StoreError> {
        self.let_go(cid).await
    }

    /// Kubo does not page its pins: every page reads all of them, and keeps one page.
    async fn list(&self, after: Option<&Cid>, limit: usize) -> Result<Vec<Cid>, StoreError> {
        let after = after.map(Cid::text);
        let mut answer = self.rpc.call("pin/ls?type=recursive&stream=true&quiet=true").await?;
        let (mut page, mut rest) = (BTreeMap::new(), Vec::new());
        while let Some(bytes) = answer.chunk().await.map_err(|error| http::unreachable(PEER, error))? {
            rest.extend_from_slice(&bytes);
            while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = rest.drain(..=end).collect();
                let Pinned { cid } = rpc::line(&line)?;
                // Older names and directories are somebody else's.
                if let Ok(name) = cid.parse::<Cid>()
                    && after.as_ref().is_none_or(|after| cid > *after)
                {
                    page.insert(cid, name);
                    if page.len() > limit {
                        page.pop_last();
                    }
                }
            }
            if rest.len() > MAX_BLOCK {
                return Err(http::refused(PEER, "its answer is not understood"));
            }
        }
        Ok(page.into_values().collect())
    }

    async fn export_car(&self, cid: &Cid) -> Result<Outgoing, StoreError> {
        self.present(cid).await?;
        walk::archive(self.clone(), *cid).await
    }

    async fn import_car(&self, archive: Incoming, limit: u64) -> Result<Kept, StoreError> {
        self.import(archive, limit).await
    }

    async fn health(&self) -> Result<Health, StoreError> {
        let nothing = || http::refused(PEER, "its answer is empty");
        let version: Version = rpc::lines(self.rpc.call("version").await?).await?.pop().ok_or_else(nothing)?;
        let stat = self.rpc.call("repo/stat?size-only=true").await?;
        let stat: RepoStat = rpc::lines(stat).await?.pop().ok_or_else(nothing)?;
        Ok(Health {
            kind: format!("kubo {}", version.version),
            free: Some(stat.storage_max.saturating_sub(stat.repo_size)),
            used: Some(stat.repo_size),
        })
    }
}

impl Blocks for Kubo {
    async fn block(&self, cid: Cid) -> Result<Bytes, StoreError> {
        fetch(&self.rpc, cid, SEARCH).await
    }
}

async fn fetch(rpc: &Rpc, cid: Cid, how: &str) -> Result<Bytes, StoreError> {
    let answer = match rpc.call(&format!("block/get?arg={}&{how}", cid.text())).await {
        Ok(answer) => answer,
        Err(error) if complains(&error, "could not find") => return Err(StoreError::NotFound { cid }),
        Err(error) if complains(&error, "deadline exceeded") => {
            let why = "no node has the block at hand".into();
            return Err(StoreError::Unreachable { peer: PEER.into(), why });
        }
        Err(error) => return Err(error),
    };
    let block = http::read(PEER, answer, MAX_BLOCK).await?;
    if dag::matches(&cid, &block) { Ok(block.into()) } else { Err(StoreError::Corrupt { cid }) }
}

/// Kubo tells its refusals apart by their words alone.
fn complains(error: &StoreError, words: &str) -> bool {
    matches!(error, StoreError::Refused { why, .. } if why.contains(words))
}
