//! Letting a blob go for good: unpinned, and its blocks deleted rather than left to some later collection.

use super::{
    Kubo, complains, fetch,
    rpc::{self, PEER, Rpc},
};
use crate::{
    RecordStore, StoreError, http,
    walk::{self, Blocks},
};
use bytes::Bytes;
use chartkey_vocabulary::Cid;
use futures::{StreamExt, pin_mut};
use serde::Deserialize;

/// Blocks named in one call: some 4 KB of address.
const AT_ONCE: usize = 64;

/// Only what the node itself has: what others have is not deleted here, and looking for it takes long.
#[derive(Clone)]
struct Local(Rpc);

impl Blocks for Local {
    async fn block(&self, cid: Cid) -> Result<Bytes, StoreError> {
        fetch(&self.0, cid, "offline=true").await
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Removed {
    error: Option<String>,
}

impl Kubo {
    pub(super) async fn let_go(&self, cid: &Cid) -> Result<bool, StoreError> {
        let pinned = self.has(cid).await?;
        let mut blocks = self.blocks_at_hand(*cid).await?;
        if pinned {
            self.unpin(&cid.text()).await?;
        }
        // Children before parents: whatever moment this ends at, a repetition still finds the rest from the root down.
        blocks.reverse();
        for some in blocks.chunks(AT_ONCE) {
            self.delete(some).await?;
        }
        Ok(pinned)
    }

    /// The blob's blocks as far as they can be found; an earlier removal may have been cut short.
    async fn blocks_at_hand(&self, cid: Cid) -> Result<Vec<Cid>, StoreError> {
        let walk = walk::every_block(Local(self.rpc.clone()), cid, 0);
        pin_mut!(walk);
        let mut found = Vec::new();
        while let Some(block) = walk.next().await {
            match block {
                Ok(block) => found.push(block),
                Err(StoreError::NotFound { .. } | StoreError::Corrupt { .. }) => break,
                Err(error) => return Err(error),
            }
        }
        Ok(found)
    }

    /// Deletes blocks; those that another pin needs stay, which is Kubo's way of counting references.
    async fn delete(&self, blocks: &[Cid]) -> Result<(), StoreError> {
        let names: Vec<_> = blocks.iter().map(|cid| format!("arg={}", cid.text())).collect();
        let removed = self.rpc.call(&format!("block/rm?force=true&{}", names.join("&"))).await;
        let removed: Vec<Removed> = match removed {
            Ok(answer) => rpc::lines(answer).await?,
            Err(error) if complains(&error, "pinned") => return Ok(()),
            Err(error) => return Err(error),
        };
        let failed =
            removed.into_iter().filter_map(|block| block.error).find(|why| !why.is_empty() && !why.contains("pinned"));
        failed.map_or(Ok(()), |why| Err(http::refused(PEER, &why)))
    }
}
