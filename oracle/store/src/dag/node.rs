//! One `dag-pb` node of a UnixFS file: written as Kubo writes it, read with distrust.

use super::{LINKS, MAX_BLOCK};
use chartkey_vocabulary::Cid;

/// UnixFS's number for a file; directories, symlinks and the rest are not ours.
const FILE: u64 = 2;
/// Bytes of a 64-bit number at its longest.
const MAX_VARINT: usize = 10;

/// One child of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The child's name.
    pub cid: Cid,
    /// Bytes of the file below this child.
    pub content: u64,
    /// Bytes of all blocks from this child downwards, itself included.
    pub stored: u64,
}

/// One inner node of a file's tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Its children, in the file's order.
    pub links: Vec<Link>,
}

/// Why a block is no node of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NodeFault {
    /// Not protobuf, or cut short.
    #[error("not a dag-pb block")]
    Garbled,
    /// A name other than CIDv1 with SHA-256.
    #[error("a link has a name we do not keep")]
    ForeignLink,
    /// A directory, a symlink, content inside a node, or fields we do not know.
    #[error("not a plain file's node")]
    NotAFile,
    /// The sizes it states contradict each other.
    #[error("sizes do not add up")]
    WrongSizes,
    /// No children, or more than a node may have.
    #[error("too few or too many links")]
    WrongCount,
}

impl Node {
    /// Bytes of the file below this node.
    pub fn content(&self) -> u64 {
        self.links.iter().map(|link| link.content).sum()
    }

    /// The block, byte for byte as Kubo encodes it: links first, each with its empty name, then the UnixFS part.
    pub fn encode(&self) -> Vec<u8> {
        let mut unixfs = vec![0x08, FILE as u8, 0x18];
        put_varint(&mut unixfs, self.content());
        for link in &self.links {
            unixfs.push(0x20);
            put_varint(&mut unixfs, link.content);
        }
        let mut block = Vec::with_capacity(self.links.len() * 50 + unixfs.len() + 8);
        for link in &self.links {
            let mut entry = vec![0x0a, 36];
            entry.extend_from_slice(&link.cid.0);
            entry.extend_from_slice(&[0x12, 0x00, 0x18]);
            put_varint(&mut entry, link.stored);
            block.push(0x12);
            put_varint(&mut block, entry.len() as u64);
            block.extend_from_slice(&entry);
        }
        block.push(0x0a);
        put_varint(&mut block, unixfs.len() as u64);
        block.extend_from_slice(&unixfs);
        block
    }

    /// Reads a block and refuses whatever [`Node::encode`] would not have written.
    ///
    /// # Errors
    /// What is wrong with it. A block that passes encodes back to the same bytes.
    pub fn decode(block: &[u8]) -> Result<Self, NodeFault> {
        if block.len() > MAX_BLOCK {
            return Err(NodeFault::Garbled);
        }
        let mut rest = block;
        let (mut links, mut unixfs) = (Vec::new(), None);
        while !rest.is_empty() {
            match take_tag(&mut rest)? {
                0x12 if unixfs.is_none() => links.push(read_link(take_bytes(&mut rest)?)?),
                0x0a if unixfs.is_none() => unixfs = Some(take_bytes(&mut rest)?),
                _ => return Err(NodeFault::NotAFile),
            }
            if links.len() > LINKS {
                return Err(NodeFault::WrongCount);
            }
        }
        if links.is_empty() {
            return Err(NodeFault::WrongCount);
        }
        read_sizes(unixfs.ok_or(NodeFault::NotAFile)?, &mut links)?;
        let node = Self { links };
        // Numbers have longer spellings too; one file must have one tree, so only the shortest is ours.
        if node.encode() == block { Ok(node) } else { Err(NodeFault::Garbled) }
    }
}

fn read_link(mut entry: &[u8]) -> Result<Link, NodeFault> {
    let rest = &mut entry;
    if take_tag(rest)? != 0x0a {
        return Err(NodeFault::Garbled);
    }
    let cid = take_bytes(rest)?.try_into().map(Cid).map_err(|_| NodeFault::ForeignLink)?;
    if !cid.is_sound() {
        return Err(NodeFault::ForeignLink);
    }
    // A file's links are nameless; a directory's are not.
    if take_tag(rest)? != 0x12 || !take_bytes(rest)?.is_empty() {
        return Err(NodeFault::NotAFile);
    }
    if take_tag(rest)? != 0x18 {
        return Err(NodeFault::Garbled);
    }
    let stored = take_varint(rest)?;
    if rest.is_empty() { Ok(Link { cid, content: 0, stored }) } else { Err(NodeFault::NotAFile) }
}

/// The UnixFS part states how much of the file each child holds.
fn read_sizes(mut unixfs: &[u8], links: &mut [Link]) -> Result<(), NodeFault> {
    let rest = &mut unixfs;
    if take_tag(rest)? != 0x08 || take_varint(rest)? != FILE || take_tag(rest)? != 0x18 {
        return Err(NodeFault::NotAFile);
    }
    let total = take_varint(rest)?;
    let mut sum = 0_u64;
    for link in links {
        if rest.is_empty() {
            return Err(NodeFault::WrongSizes);
        }
        if take_tag(rest)? != 0x20 {
            return Err(NodeFault::NotAFile);
        }
        link.content = take_varint(rest)?;
        // An empty child would let a small tree cost a reader without end.
        if link.content == 0 {
            return Err(NodeFault::WrongSizes);
        }
        sum = sum.checked_add(link.content).ok_or(NodeFault::WrongSizes)?;
    }
    if !rest.is_empty() {
        return Err(NodeFault::NotAFile);
    }
    if sum == total { Ok(()) } else { Err(NodeFault::WrongSizes) }
}

pub(crate) fn put_varint(into: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        into.push(value as u8 | 0x80);
        value >>= 7;
    }
    into.push(value as u8);
}

/// All our tags are single bytes.
fn take_tag(rest: &mut &[u8]) -> Result<u8, NodeFault> {
    rest.split_off_first().copied().ok_or(NodeFault::Garbled)
}

fn take_varint(rest: &mut &[u8]) -> Result<u64, NodeFault> {
    let mut value = 0_u64;
    for place in 0..MAX_VARINT {
        let byte = *rest.split_off_first().ok_or(NodeFault::Garbled)?;
        let bits = u64::from(byte & 0x7f);
        let shifted = bits << (7 * place);
        if shifted >> (7 * place) != bits {
            return Err(NodeFault::Garbled);
        }
        value |= shifted;
        if byte < 0x80 {
            return Ok(value);
        }
    }
    Err(NodeFault::Garbled)
}

fn take_bytes<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8], NodeFault> {
    let len = take_varint(rest)?;
    let len = usize::try_from(len).map_err(|_| NodeFault::Garbled)?;
    rest.split_off(..len).ok_or(NodeFault::Garbled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dag::leaf_cid;
    use proptest::prelude::*;

    fn node(sizes: &[u64]) -> Node {
        let link = |size: &u64| Link { cid: leaf_cid(&size.to_le_bytes()), content: *size, stored: *size };
        Node { links: sizes.iter().map(link).collect() }
    }

    #[test]
    fn a_node_is_read_back_and_every_cut_of_it_refused() {
        let sound = node(&[262_144, 262_144, 17]);
        let block = sound.encode();
        assert_eq!(Node::decode(&block), Ok(sound));
        for cut in 0..block.len() {
            assert!(Node::decode(&block[..cut]).is_err(), "cut at {cut}");
        }
    }

    #[test]
    fn sizes_that_lie_are_refused() {
        assert_eq!(Node::decode(&node(&[5, 0]).encode()), Err(NodeFault::WrongSizes));
        let mut block = node(&[5, 6]).encode();
        let total = block.len() - 5;
        assert_eq!(block[total], 11, "the stated total");
        block[total] = 12;
        assert_eq!(Node::decode(&block), Err(NodeFault::WrongSizes));
    }

    #[test]
    fn no_more_links_than_a_node_may_have_and_no_fewer_than_one() {
        assert!(Node::decode(&node(&[1; LINKS]).encode()).is_ok());
        assert_eq!(Node::decode(&node(&[1; LINKS + 1]).encode()), Err(NodeFault::WrongCount));
        assert_eq!(Node::decode(&node(&[]).encode()), Err(NodeFault::WrongCount));
        assert_eq!(Node::decode(&[]), Err(NodeFault::WrongCount));
    }

    #[test]
    fn directories_and_foreign_hashes_are_refused() {
        // An empty UnixFS directory and a node without data, as Kubo writes them.
        assert!(Node::decode(&[0x0a, 0x02, 0x08, 0x01]).is_err());
        let mut block = node(&[9]).encode();
        let hash_code = block.windows(4).position(|w| w == [1, 0x55, 0x12, 0x20]).expect("the link") + 2;
        block[hash_code] = 0x13;
        assert_eq!(Node::decode(&block), Err(NodeFault::ForeignLink));
    }

    proptest! {
        #[test]
        fn anything_at_all_is_read_without_panic_and_only_canonical_bytes_pass(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(node) = Node::decode(&bytes) {
                prop_assert_eq!(node.encode(), bytes);
            }
        }

        #[test]
        fn one_flipped_bit_never_passes_as_the_same_node(sizes in prop::collection::vec(1_u64..1 << 40, 1..40), at in any::<prop::sample::Index>(), bit in 0_u8..8) {
            let sound = node(&sizes);
            let mut block = sound.encode();
            let at = at.index(block.len());
            block[at] ^= 1 << bit;
            prop_assert_ne!(Node::decode(&block), Ok(sound));
        }
    }
}
