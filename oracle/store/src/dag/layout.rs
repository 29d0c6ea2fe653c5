//! The balanced tree, grown from its leaves: what is above a run of leaves, without the leaves themselves.

use super::{LINKS, Link, Node, node_cid};
use chartkey_vocabulary::Cid;

/// The unfinished right edge of a tree, lowest level first.
///
/// A full row becomes a node only when its next sibling comes: until then it may turn out to be the root.
#[derive(Default)]
pub(crate) struct Layout {
    rows: Vec<Vec<Link>>,
}

impl Layout {
    /// Takes the next leaf; nodes that are complete go to `sink`, children before parents.
    pub(crate) fn push<E>(&mut self, leaf: Link, sink: &mut impl FnMut(&Cid, &[u8]) -> Result<(), E>) -> Result<(), E> {
        self.push_at(0, leaf, sink)
    }

    /// Closes the tree and names its root; `None` when there was no leaf.
    pub(crate) fn finish<E>(mut self, sink: &mut impl FnMut(&Cid, &[u8]) -> Result<(), E>) -> Result<Option<Link>, E> {
        let mut level = 0;
        while level < self.rows.len() {
            let row = std::mem::take(&mut self.rows[level]);
            if level + 1 == self.rows.len() && row.len() == 1 {
                return Ok(Some(row[0]));
            }
            let node = close(row, sink)?;
            self.push_at(level + 1, node, sink)?;
            level += 1;
        }
        Ok(None)
    }

    fn push_at<E>(
        &mut self,
        mut level: usize,
        mut link: Link,
        sink: &mut impl FnMut(&Cid, &[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        loop {
            if level == self.rows.len() {
                self.rows.push(Vec::new());
            }
            let row = &mut self.rows[level];
            if row.len() < LINKS {
                row.push(link);
                return Ok(());
            }
            let full = std::mem::replace(row, vec![link]);
            link = close(full, sink)?;
            level += 1;
        }
    }
}

fn close<E>(links: Vec<Link>, sink: &mut impl FnMut(&Cid, &[u8]) -> Result<(), E>) -> Result<Link, E> {
    let node = Node { links };
    let block = node.encode();
    let cid = node_cid(&block);
    sink(&cid, &block)?;
    let below: u64 = node.links.iter().map(|link| link.stored).sum();
    Ok(Link { cid, content: node.content(), stored: below + block.len() as u64 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dag::leaf_cid;
    use std::convert::Infallible;

    /// Nodes of the tree above `leaves` leaves, from the lowest up.
    fn nodes(leaves: u64) -> Vec<Node> {
        let (mut layout, mut nodes) = (Layout::default(), Vec::new());
        let mut sink = |_: &Cid, block: &[u8]| {
            nodes.push(Node::decode(block).expect("our own node"));
            Ok::<(), Infallible>(())
        };
        for leaf in 0..leaves {
            let link = Link { cid: leaf_cid(&leaf.to_le_bytes()), content: 8, stored: 8 };
            layout.push(link, &mut sink).expect("no errors");
        }
        let root = layout.finish(&mut sink).expect("no errors");
        assert_eq!(root.map_or(0, |root| root.content), leaves * 8);
        nodes
    }

    #[test]
    fn levels_grow_where_a_row_overflows_and_not_before() {
        let widths = |leaves| nodes(leaves).iter().map(|node| node.links.len()).collect::<Vec<_>>();
        assert!(widths(0).is_empty());
        assert!(widths(1).is_empty());
        assert_eq!(widths(2), [2]);
        assert_eq!(widths(174), [174]);
        assert_eq!(widths(175), [174, 1, 2]);
        assert_eq!(widths(348), [174, 174, 2]);
        // 174 full nodes are still one root; one leaf more adds a level to the whole right edge.
        let square = 174 * 174;
        assert_eq!(widths(square).len(), 175);
        assert_eq!(widths(square + 1)[174..], [1, 174, 1, 2]);
    }
}
