//! Reading everything there is, to know that it is well.

use super::shelf::{Shelf, entries};
use crate::{
    StoreError,
    dag::{self, Node},
};
use chartkey_vocabulary::Cid;
use std::{collections::HashSet, fs, io::ErrorKind, os::unix::fs::MetadataExt};

/// What an audit found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// Blobs kept.
    pub blobs: u64,
    /// Blocks kept.
    pub blocks: u64,
    /// Bytes of all blocks.
    pub bytes: u64,
    /// Blobs with a block that is missing or is not what its name says.
    pub damaged: Vec<Cid>,
    /// Blocks that no blob accounts for, such as a copy of the folder without its hard links has.
    pub unaccounted: Vec<Cid>,
}

impl Audit {
    /// Whether nothing is amiss.
    pub fn is_clean(&self) -> bool {
        self.damaged.is_empty() && self.unaccounted.is_empty()
    }
}

pub(super) fn run(shelf: &Shelf) -> Result<Audit, StoreError> {
    let mut audit = Audit::default();
    for shard in entries(&shelf.blocks_folder())? {
        for name in entries(&shelf.blocks_folder().join(&shard))? {
            let Ok(cid) = name.parse::<Cid>() else { continue };
            match fs::metadata(shelf.block(&cid)) {
                Ok(block) => {
                    audit.blocks += 1;
                    audit.bytes += block.len();
                    if block.nlink() < 2 {
                        audit.unaccounted.push(cid);
                    }
                }
                // Let go while we were looking.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
    for shard in entries(&shelf.roots_folder())? {
        for name in entries(&shelf.roots_folder().join(&shard))? {
            let Ok(cid) = name.parse::<Cid>() else { continue };
            audit.blobs += 1;
            if !whole(shelf, &cid)? && shelf.root(&cid).try_exists()? {
                audit.damaged.push(cid);
            }
        }
    }
    Ok(audit)
}

/// Whether every block of the blob is there, sound, and linked from its folder.
fn whole(shelf: &Shelf, root: &Cid) -> Result<bool, StoreError> {
    let (mut stack, mut seen) = (vec![*root], HashSet::new());
    while let Some(cid) = stack.pop() {
        if !seen.insert(cid) {
            continue;
        }
        let block = match fs::read(shelf.block(&cid)) {
            Ok(block) => block,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error.into()),
        };
        if !dag::matches(&cid, &block) || !shelf.root(root).join(cid.text()).try_exists()? {
            return Ok(false);
        }
        if !dag::is_leaf(&cid) {
            match Node::decode(&block) {
                Ok(node) => stack.extend(node.links.iter().map(|link| link.cid)),
                Err(_) => return Ok(false),
            }
        }
    }
    Ok(true)
}
