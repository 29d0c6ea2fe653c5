//! Whether the blocks of an archive are one file of ours.

use crate::{
    CarFault, Kept,
    dag::{self, CHUNK, LINKS, Layout, Link, MAX_DEPTH, Node},
};
use chartkey_vocabulary::Cid;
use std::collections::{HashMap, HashSet};

/// What an archive has brought so far: the nodes, and the leaves' sizes.
pub(crate) struct Intake {
    root: Cid,
    limit: u64,
    nodes: HashMap<Cid, Node>,
    leaves: HashMap<Cid, u64>,
    brought: u64,
}

impl Intake {
    /// For the archive of a blob of at most `limit` bytes.
    pub(crate) fn new(root: Cid, limit: u64) -> Self {
        Self { root, limit, nodes: HashMap::new(), leaves: HashMap::new(), brought: 0 }
    }

    /// Takes note of a block whose name was checked; the caller keeps its bytes.
    pub(crate) fn take(&mut self, cid: Cid, block: &[u8]) -> Result<(), CarFault> {
        if self.nodes.contains_key(&cid) || self.leaves.contains_key(&cid) {
            return Err(CarFault::Superfluous);
        }
        if dag::is_leaf(&cid) {
            self.brought = self.brought.saturating_add(block.len() as u64);
            if self.brought > self.limit || self.leaves.len() as u64 >= self.most_leaves() {
                return Err(CarFault::TooLarge);
            }
            self.leaves.insert(cid, block.len() as u64);
        } else {
            // A file's tree has few nodes; an endless archive of them must not fill our memory.
            if self.nodes.len() as u64 >= self.most_leaves() / (LINKS as u64 - 1) + MAX_DEPTH as u64 {
                return Err(CarFault::TooLarge);
            }
            self.nodes.insert(cid, Node::decode(block).map_err(|_| CarFault::Layout)?);
        }
        Ok(())
    }

    /// Judges the whole: complete, nothing beside it, and the tree our own layout gives.
    ///
    /// The tree is walked leaf by leaf and grown anew from them. A small archive may name a huge file by using the same
    /// blocks over and over; the walk ends at the limit, wherever that is.
    pub(crate) fn finish(self) -> Result<Kept, CarFault> {
        let (mut layout, mut stack, mut seen) = (Layout::default(), vec![(self.root, 0)], HashSet::new());
        let (mut size, mut last_was_short) = (0_u64, false);
        while let Some((cid, depth)) = stack.pop() {
            seen.insert(cid);
            if !dag::is_leaf(&cid) {
                let node = self.nodes.get(&cid).ok_or(CarFault::Incomplete)?;
                if depth == MAX_DEPTH {
                    return Err(CarFault::Layout);
                }
                stack.extend(node.links.iter().rev().map(|link| (link.cid, depth + 1)));
                continue;
            }
            let content = *self.leaves.get(&cid).ok_or(CarFault::Incomplete)?;
            if last_was_short || content > CHUNK as u64 {
                return Err(CarFault::Layout);
            }
            last_was_short = content < CHUNK as u64;
            size += content;
            if size > self.limit {
                return Err(CarFault::TooLarge);
            }
            let leaf = Link { cid, content, stored: content };
            layout.push(leaf, &mut |_, _| Ok::<(), CarFault>(()))?;
        }
        let grown = layout.finish(&mut |_, _| Ok::<(), CarFault>(()))?;
        if grown.is_none_or(|grown| grown.cid != self.root) {
            return Err(CarFault::Layout);
        }
        if seen.len() != self.nodes.len() + self.leaves.len() {
            return Err(CarFault::Superfluous);
        }
        Ok(Kept { cid: self.root, size })
    }

    fn most_leaves(&self) -> u64 {
        self.limit.div_ceil(CHUNK as u64).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dag::{leaf_cid, node_cid};

    static CHUNK_OF_ONES: [u8; CHUNK] = [1; CHUNK];

    fn tree(links: Vec<Link>) -> (Cid, Vec<u8>) {
        let block = Node { links }.encode();
        (node_cid(&block), block)
    }

    fn full_leaf() -> Link {
        Link { cid: leaf_cid(&CHUNK_OF_ONES), content: CHUNK as u64, stored: CHUNK as u64 }
    }

    #[test]
    fn a_small_archive_cannot_name_a_huge_file_beyond_the_limit() {
        // Eight levels of 174 links to the same child: 84 bytes on disk for each of 174^8 leaves' worth of reading.
        let mut blocks = vec![(full_leaf().cid, CHUNK_OF_ONES.to_vec())];
        let mut link = full_leaf();
        for _ in 0..6 {
            let (cid, block) = tree(vec![link; LINKS]);
            link = Link { cid, content: link.content * LINKS as u64, stored: 1 };
            blocks.push((cid, block));
        }
        let mut intake = Intake::new(link.cid, 1 << 30);
        for (cid, block) in &blocks {
            intake.take(*cid, block).expect("each block is sound by itself");
        }
        assert_eq!(intake.finish(), Err(CarFault::TooLarge));
    }

    #[test]
    fn a_stream_of_nodes_without_end_is_stopped_early() {
        let mut intake = Intake::new(full_leaf().cid, 1 << 30);
        let taken = (1..).take_while(|size| {
            let (cid, block) = tree(vec![Link { content: *size, ..full_leaf() }]);
            intake.take(cid, &block).is_ok()
        });
        assert!(taken.count() < 50);
    }

    #[test]
    fn a_tree_that_only_resembles_ours_is_refused() {
        let short = Link { cid: leaf_cid(b"short"), content: 5, stored: 5 };
        // One leaf needs no node; a short leaf comes last; a second short one does not exist.
        for links in [vec![short], vec![short, full_leaf()], vec![full_leaf(), short, short]] {
            let (root, block) = tree(links.clone());
            let mut intake = Intake::new(root, 1 << 20);
            intake.take(root, &block).expect("a sound node");
            intake.take(short.cid, b"short").expect("a leaf");
            if links.contains(&full_leaf()) {
                intake.take(full_leaf().cid, &CHUNK_OF_ONES).expect("a leaf");
            }
            assert_eq!(intake.finish(), Err(CarFault::Layout), "{links:?}");
        }
    }
}
