//! Where things lie in a sealed blob.

use core::ops::Range;

/// Bytes of the public header.
pub const HEADER: usize = 128;
/// Bytes of a chunk of ciphertext, its tag included; the last one may be shorter.
pub const CHUNK: usize = 64 * 1024;
/// Bytes of a chunk's tag.
pub(crate) const TAG: usize = 16;
/// Bytes of plaintext in a full chunk.
pub(crate) const PLAIN: usize = CHUNK - TAG;
/// Bytes in front of the metadata: two lengths and the salt.
pub(crate) const FRONT: usize = 4 + 8 + 32;
/// The longest content, a tebibyte; keeps every sum far from overflow.
pub const MAX_CONTENT: u64 = 1 << 40;
/// Nothing is sealed into less, so that a note, a prescription and a short letter look alike.
const FLOOR: u64 = 4096;

/// The size `len` bytes are padded to: Padmé, which costs at most an eighth and tells little more than the magnitude.
pub(crate) fn padded(len: u64) -> u64 {
    let len = len.max(FLOOR);
    let magnitude = len.ilog2();
    let told = magnitude.ilog2() + 1;
    let mask = (1u64 << (magnitude - told)) - 1;
    (len + mask) & !mask
}

/// The shape of one blob, which follows from its padded plaintext's length alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    plain: u64,
}

impl Layout {
    /// The shape of a blob over `len` bytes before padding.
    pub(crate) fn over(len: u64) -> Self {
        Self { plain: padded(len) }
    }

    /// The shape of a blob of `len` bytes, if there is one.
    pub(crate) fn of_blob(len: u64) -> Option<Self> {
        let body = len.checked_sub(HEADER as u64)?;
        let layout = Self { plain: body.checked_sub(body.div_ceil(CHUNK as u64) * TAG as u64)? };
        let fits = (FLOOR..=MAX_CONTENT * 2).contains(&layout.plain) && padded(layout.plain) == layout.plain;
        (fits && layout.blob() == len).then_some(layout)
    }

    pub(crate) fn chunks(self) -> u64 {
        self.plain.div_ceil(PLAIN as u64)
    }

    pub(crate) fn blob(self) -> u64 {
        HEADER as u64 + self.plain + self.chunks() * TAG as u64
    }

    /// Which bytes of the padded plaintext a chunk holds.
    pub(crate) fn plain(self, chunk: u64) -> Range<u64> {
        let start = chunk * PLAIN as u64;
        start..self.plain.min(start + PLAIN as u64)
    }

    /// Which bytes of the blob a chunk is.
    pub(crate) fn span(self, chunk: u64) -> Range<u64> {
        let start = HEADER as u64 + chunk * CHUNK as u64;
        start..self.blob().min(start + CHUNK as u64)
    }

    /// STREAM's nonce: the chunk's number and whether it is the last, so that none is moved, dropped or added.
    pub(crate) fn nonce(self, chunk: u64) -> [u8; 12] {
        let mut nonce = [0; 12];
        nonce[3..11].copy_from_slice(&chunk.to_be_bytes());
        nonce[11] = (chunk + 1 == self.chunks()).into();
        nonce
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_blobs_length_tells_its_shape(len in 0..MAX_CONTENT) {
            let layout = Layout::over(len);
            prop_assert_eq!(Layout::of_blob(layout.blob()), Some(layout));
            prop_assert!(layout.plain >= len);
            prop_assert!(layout.plain <= (len + len / 8).max(FLOOR));
            prop_assert_eq!(layout.span(layout.chunks() - 1).end, layout.blob());
            prop_assert_eq!(layout.plain(layout.chunks() - 1).end, layout.plain);
        }

        #[test]
        fn a_length_between_shapes_is_refused(len in 0u64..1 << 30) {
            if let Some(layout) = Layout::of_blob(len) {
                prop_assert_eq!(layout.blob(), len);
            }
        }
    }

    #[test]
    fn few_sizes_stand_for_many() {
        let sizes: std::collections::BTreeSet<u64> = (0..1 << 20).map(padded).collect();
        assert!(sizes.len() < 200, "{} sizes", sizes.len());
        assert_eq!((padded(0), padded(4096), padded(4097), padded(1_000_000)), (4096, 4096, 4352, 1_015_808));
    }
}
