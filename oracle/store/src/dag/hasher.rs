//! From a stream of bytes to its blocks and its name, in constant memory.

use super::{CHUNK, Layout, Link, leaf_cid};
use chartkey_vocabulary::Cid;
use std::convert::Infallible;

/// Cuts a file into blocks as it arrives and hands each to the caller's sink, children before parents.
#[derive(Default)]
pub struct DagBuilder {
    chunk: Vec<u8>,
    layout: Layout,
    size: u64,
}

impl DagBuilder {
    /// Takes the file's next bytes.
    ///
    /// # Errors
    /// Those of `sink`; the builder is of no use afterwards.
    pub fn push<E>(&mut self, mut bytes: &[u8], sink: &mut impl FnMut(&Cid, &[u8]) -> Result<(), E>) -> Result<(), E> {
        self.size += bytes.len() as u64;
        if !self.chunk.is_empty() {
            let missing = (CHUNK - self.chunk.len()).min(bytes.len());
            let (head, rest) = bytes.split_at(missing);
            self.chunk.extend_from_slice(head);
            bytes = rest;
            if self.chunk.len() < CHUNK {
                return Ok(());
            }
            let full = std::mem::take(&mut self.chunk);
            self.leaf(&full, sink)?;
            self.chunk = full;
            self.chunk.clear();
        }
        // Whole chunks are hashed where they lie, without a copy.
        let mut whole = bytes.chunks_exact(CHUNK);
        for chunk in &mut whole {
            self.leaf(chunk, sink)?;
        }
        self.chunk.extend_from_slice(whole.remainder());
        Ok(())
    }

    /// Ends the file; the last blocks go to `sink`. Returns the file's name and size.
    ///
    /// # Errors
    /// Those of `sink`.
    pub fn finish<E>(mut self, sink: &mut impl FnMut(&Cid, &[u8]) -> Result<(), E>) -> Result<(Cid, u64), E> {
        let size = self.size;
        // The empty file is one empty leaf; any other ends with what is left, if anything is.
        if size == 0 || !self.chunk.is_empty() {
            let last = std::mem::take(&mut self.chunk);
            self.leaf(&last, sink)?;
        }
        let root = self.layout.finish(sink)?;
        Ok((root.map_or_else(|| leaf_cid(&[]), |root| root.cid), size))
    }

    /// Bytes taken so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    fn leaf<E>(&mut self, chunk: &[u8], sink: &mut impl FnMut(&Cid, &[u8]) -> Result<(), E>) -> Result<(), E> {
        let cid = leaf_cid(chunk);
        sink(&cid, chunk)?;
        let size = chunk.len() as u64;
        self.layout.push(Link { cid, content: size, stored: size }, sink)
    }
}

/// Names a file as it arrives.
///
/// ```
/// use chartkey_store::dag::DagHasher;
///
/// let mut hasher = DagHasher::default();
/// hasher.push(b"hello ");
/// hasher.push(b"world\n");
/// // What `ipfs add --cid-version 1 --raw-leaves` says of the same twelve bytes.
/// assert_eq!(hasher.finish().text(), "bafkreifjjcie6lypi6ny7amxnfftagclbuxndqonfipmb64f2km2devei4");
/// ```
#[derive(Default)]
pub struct DagHasher(DagBuilder);

impl DagHasher {
    /// Takes the file's next bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        let Ok(()) = self.0.push(bytes, &mut forget);
    }

    /// Bytes taken so far.
    pub fn size(&self) -> u64 {
        self.0.size()
    }

    /// The file's name.
    pub fn finish(self) -> Cid {
        let Ok((cid, _)) = self.0.finish(&mut forget);
        cid
    }
}

/// The name of a file at hand.
pub fn hash(file: &[u8]) -> Cid {
    let mut hasher = DagHasher::default();
    hasher.push(file);
    hasher.finish()
}

fn forget(_: &Cid, _: &[u8]) -> Result<(), Infallible> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dag::matches;
    use proptest::prelude::*;

    fn noise(len: usize) -> Vec<u8> {
        (0..len).map(|i| (i as u32).wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect()
    }

    #[test]
    fn known_names_come_out() {
        // Recorded from Kubo; many more are compared with a live daemon in tests/store_kubo.rs.
        assert_eq!(hash(b"").text(), "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku");
        assert_eq!(hash(b"hello world\n").text(), "bafkreifjjcie6lypi6ny7amxnfftagclbuxndqonfipmb64f2km2devei4");
    }

    #[test]
    fn blocks_come_with_their_names_and_the_root_last() {
        let file = noise(3 * CHUNK + 5);
        let (mut builder, mut blocks) = (DagBuilder::default(), Vec::new());
        let mut sink = |cid: &Cid, block: &[u8]| {
            assert!(matches(cid, block));
            blocks.push((*cid, block.len()));
            Ok::<(), Infallible>(())
        };
        builder.push(&file, &mut sink).expect("no errors");
        let (root, size) = builder.finish(&mut sink).expect("no errors");
        assert_eq!(size, file.len() as u64);
        assert_eq!(blocks.iter().map(|(_, len)| *len).take(4).collect::<Vec<_>>(), [CHUNK, CHUNK, CHUNK, 5]);
        assert_eq!(blocks.last().map(|(cid, _)| *cid), Some(root));
        assert_eq!(blocks.len(), 5);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn the_name_does_not_depend_on_how_the_bytes_arrive(len in 0_usize..4 * CHUNK, cuts in prop::collection::vec(1_usize..400_000, 0..12)) {
            let file = noise(len);
            let mut hasher = DagHasher::default();
            let mut rest = &file[..];
            for cut in cuts {
                let (head, tail) = rest.split_at(cut.min(rest.len()));
                hasher.push(head);
                rest = tail;
            }
            hasher.push(rest);
            prop_assert_eq!(hasher.size(), len as u64);
            prop_assert_eq!(hasher.finish(), hash(&file));
        }
    }
}
