//! Reading a blob by walking its tree, whatever keeps the blocks.

use crate::{
    Blob, Outgoing, Part, StoreError, car,
    dag::{self, Link, MAX_DEPTH, Node},
};
use bytes::Bytes;
use chartkey_vocabulary::Cid;
use futures::{Stream, StreamExt, TryStreamExt, stream};
use std::{collections::HashSet, future::Future, ops::Range};

/// Leaves that are read ahead of the one handed out.
const AHEAD: usize = 3;

/// A keeper of blocks that hands out none whose bytes differ from its name.
pub(crate) trait Blocks: Clone + Send + Sync + 'static {
    /// The block of that name, checked.
    fn block(&self, cid: Cid) -> impl Future<Output = Result<Bytes, StoreError>> + Send;
}

/// One step of a walk: a subtree, or the leaf it comes down to.
#[derive(Clone, Copy)]
struct Branch {
    link: Link,
    /// Where in the blob it begins.
    start: u64,
    depth: usize,
}

/// Opens a blob or a part of it.
pub(crate) async fn open<B: Blocks>(blocks: B, cid: Cid, part: Part) -> Result<Blob, StoreError> {
    let root = blocks.block(cid).await?;
    let size = content(&cid, &root)?;
    let range = part.of(size)?;
    let bytes = if dag::is_leaf(&cid) {
        let bytes = root.slice(range.start as usize..range.end as usize);
        stream::once(async { Ok(bytes) }).boxed()
    } else {
        let top = Branch { link: Link { cid, content: size, stored: 0 }, start: 0, depth: 0 };
        leaves(blocks.clone(), top, range.clone())
            .map_ok(move |leaf| cut(blocks.clone(), leaf))
            .try_buffered(AHEAD)
            .boxed()
    };
    Ok(Blob { size, range, bytes })
}

/// The size of the blob whose root block this is.
pub(crate) fn content(cid: &Cid, root: &[u8]) -> Result<u64, StoreError> {
    if dag::is_leaf(cid) { Ok(root.len() as u64) } else { Ok(node(cid, root)?.content()) }
}

/// The blob's blocks as an archive, parents before children, each once.
pub(crate) async fn archive<B: Blocks>(blocks: B, cid: Cid) -> Result<Outgoing, StoreError> {
    let root = blocks.block(cid).await?;
    let head = stream::once(async move { Ok(car::header(&cid)) });
    let first = stream::once({
        let root = root.clone();
        async move { Ok(car::section(&cid, &root)) }
    });
    if dag::is_leaf(&cid) {
        return Ok(head.chain(first).boxed());
    }
    let names = every_block(blocks.clone(), cid, 0).skip(1);
    let rest = names
        .map_ok(move |cid| {
            let blocks = blocks.clone();
            async move { Ok(car::section(&cid, &blocks.block(cid).await?)) }
        })
        .try_buffered(AHEAD);
    Ok(head.chain(first).chain(rest).boxed())
}

/// The name of every block of a blob, parents before children, each once.
pub(crate) fn every_block<B: Blocks>(
    blocks: B,
    cid: Cid,
    depth: usize,
) -> impl Stream<Item = Result<Cid, StoreError>> + Send {
    let walk = (blocks, vec![(cid, depth)], HashSet::new());
    stream::try_unfold(walk, |(blocks, mut stack, mut seen)| async move {
        while let Some((cid, depth)) = stack.pop() {
            if !seen.insert(cid) {
                continue;
            }
            if !dag::is_leaf(&cid) {
                let inner = node(&cid, &blocks.block(cid).await?)?;
                if depth == MAX_DEPTH {
                    return Err(StoreError::Corrupt { cid });
                }
                stack.extend(inner.links.iter().rev().map(|link| (link.cid, depth + 1)));
            }
            return Ok(Some((cid, (blocks, stack, seen))));
        }
        Ok(None)
    })
}

/// The leaves that overlap `range`, each with the bytes wanted of it.
fn leaves<B: Blocks>(
    blocks: B,
    top: Branch,
    range: Range<u64>,
) -> impl Stream<Item = Result<(Link, Range<usize>), StoreError>> + Send {
    stream::try_unfold((blocks, vec![top], range), |(blocks, mut stack, range)| async move {
        while let Some(Branch { link, start, depth }) = stack.pop() {
            let cid = link.cid;
            if dag::is_leaf(&cid) {
                let from = range.start.saturating_sub(start);
                let to = (range.end - start).min(link.content);
                return Ok(Some(((link, from as usize..to as usize), (blocks, stack, range))));
            }
            let inner = node(&cid, &blocks.block(cid).await?)?;
            // A parent that misstates its child would shift every byte behind it.
            if inner.content() != link.content || depth == MAX_DEPTH {
                return Err(StoreError::Corrupt { cid });
            }
            let mut at = start;
            let children = inner.links.into_iter().map(|link| {
                let start = at;
                at += link.content;
                Branch { link, start, depth: depth + 1 }
            });
            let wanted = |child: &Branch| child.start < range.end && child.start + child.link.content > range.start;
            let mut children: Vec<_> = children.filter(wanted).collect();
            children.reverse();
            stack.extend(children);
        }
        Ok(None)
    })
}

async fn cut<B: Blocks>(blocks: B, (leaf, part): (Link, Range<usize>)) -> Result<Bytes, StoreError> {
    let block = blocks.block(leaf.cid).await?;
    if block.len() as u64 != leaf.content {
        return Err(StoreError::Corrupt { cid: leaf.cid });
    }
    Ok(block.slice(part))
}

fn node(cid: &Cid, block: &[u8]) -> Result<Node, StoreError> {
    Node::decode(block).map_err(|_| StoreError::Corrupt { cid: *cid })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dag::{CHUNK, DagBuilder, node_cid};
    use std::{collections::HashMap, convert::Infallible, sync::Arc};

    #[derive(Clone, Default)]
    struct Shelf(Arc<HashMap<Cid, Bytes>>);

    impl Blocks for Shelf {
        async fn block(&self, cid: Cid) -> Result<Bytes, StoreError> {
            self.0.get(&cid).cloned().ok_or(StoreError::NotFound { cid })
        }
    }

    fn shelve(file: &[u8]) -> (Shelf, Cid) {
        let mut shelf = HashMap::new();
        let mut builder = DagBuilder::default();
        let mut sink = |cid: &Cid, block: &[u8]| {
            shelf.insert(*cid, Bytes::copy_from_slice(block));
            Ok::<(), Infallible>(())
        };
        builder.push(file, &mut sink).expect("no errors");
        let (cid, _) = builder.finish(&mut sink).expect("no errors");
        (Shelf(Arc::new(shelf)), cid)
    }

    fn noise(len: usize) -> Vec<u8> {
        (0..len).map(|i| (i as u32).wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect()
    }

    #[tokio::test]
    async fn every_range_gives_the_bytes_that_lie_there() {
        let file = noise(2 * CHUNK + 100);
        let (shelf, cid) = shelve(&file);
        let edges = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, file.len() - 1, file.len()];
        for from in edges {
            for to in edges.into_iter().filter(|to| *to > from) {
                let part = Part::Range(from as u64..to as u64);
                let blob = open(shelf.clone(), cid, part).await.expect("opens");
                assert_eq!(blob.size, file.len() as u64);
                assert!(blob.collect().await.expect("reads") == file[from..to], "{from}..{to}");
            }
        }
    }

    #[tokio::test]
    async fn a_node_that_misstates_its_child_is_corrupt() {
        let (shelf, leaf) = shelve(b"nine bytes");
        let lie = Node { links: vec![Link { cid: leaf, content: 9, stored: 10 }] }.encode();
        let root = node_cid(&lie);
        let mut all = (*shelf.0).clone();
        all.insert(root, lie.into());
        let blob = open(Shelf(Arc::new(all)), root, Part::Whole).await.expect("the root is sound");
        assert!(matches!(blob.collect().await, Err(StoreError::Corrupt { cid }) if cid == leaf));
    }

    #[tokio::test]
    async fn a_tree_too_deep_ends_the_walk() {
        let (shelf, mut cid) = shelve(b"deep");
        let mut all = (*shelf.0).clone();
        for _ in 0..=MAX_DEPTH {
            let node = Node { links: vec![Link { cid, content: 4, stored: 4 }] }.encode();
            cid = node_cid(&node);
            all.insert(cid, node.into());
        }
        let shelf = Shelf(Arc::new(all));
        let blob = open(shelf.clone(), cid, Part::Whole).await.expect("the root is sound");
        assert!(matches!(blob.collect().await, Err(StoreError::Corrupt { .. })));
        let names: Result<Vec<_>, _> = every_block(shelf, cid, 0).try_collect().await;
        assert!(matches!(names, Err(StoreError::Corrupt { .. })));
    }

    #[tokio::test]
    async fn a_missing_block_is_told_when_it_is_reached() {
        let (shelf, cid) = shelve(&noise(3 * CHUNK));
        let mut all = (*shelf.0).clone();
        let gone = crate::dag::leaf_cid(&noise(3 * CHUNK)[2 * CHUNK..]);
        all.remove(&gone).expect("it was there");
        let shelf = Shelf(Arc::new(all));
        let head = open(shelf.clone(), cid, Part::Range(0..10)).await.expect("opens");
        assert_eq!(head.collect().await.expect("the first leaf is there").len(), 10);
        let whole = open(shelf, cid, Part::Whole).await.expect("opens");
        assert!(matches!(whole.collect().await, Err(StoreError::NotFound { cid }) if cid == gone));
    }
}
