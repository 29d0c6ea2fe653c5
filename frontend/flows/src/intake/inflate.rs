//! Unpacks deflate into a window and counts, so that a bomb costs no memory.

use super::Unfit;
use miniz_oxide::inflate::{
    TINFLStatus,
    core::{DecompressorOxide, TINFL_LZ_DICT_SIZE, decompress, inflate_flags},
};

/// One zlib stream, unpacked piece by piece.
pub(super) struct Inflate {
    state: Box<DecompressorOxide>,
    window: Vec<u8>,
    at: usize,
    unpacked: u64,
    /// No more than this may come out.
    cap: u64,
    what: &'static str,
    done: bool,
}

impl Inflate {
    /// `what` is named when more than `cap` bytes come out.
    pub(super) fn new(cap: u64, what: &'static str) -> Self {
        let window = vec![0; TINFL_LZ_DICT_SIZE];
        Self { state: Box::default(), window, at: 0, unpacked: 0, cap, what, done: false }
    }

    pub(super) fn unpacked(&self) -> u64 {
        self.unpacked
    }

    pub(super) fn done(&self) -> bool {
        self.done
    }

    /// Unpacks a piece, hands what comes out to `take`, and says how much of the piece was used.
    pub(super) fn push(&mut self, mut piece: &[u8], mut take: impl FnMut(&[u8])) -> Result<usize, Unfit> {
        let (flags, all) = (
            inflate_flags::TINFL_FLAG_PARSE_ZLIB_HEADER
                | inflate_flags::TINFL_FLAG_IGNORE_ADLER32
                | inflate_flags::TINFL_FLAG_HAS_MORE_INPUT,
            piece.len(),
        );
        while !self.done {
            let (status, used, written) = decompress(&mut self.state, piece, &mut self.window, self.at, flags);
            take(&self.window[self.at..self.at + written]);
            piece = &piece[used..];
            self.at = (self.at + written) % self.window.len();
            self.unpacked += written as u64;
            if self.unpacked > self.cap {
                return Err(Unfit::Bomb(self.what));
            }
            match status {
                TINFLStatus::Done => self.done = true,
                TINFLStatus::HasMoreOutput => {}
                TINFLStatus::NeedsMoreInput => break,
                _ => return Err(Unfit::Damaged("what was compressed cannot be unpacked")),
            }
        }
        Ok(all - piece.len())
    }
}
