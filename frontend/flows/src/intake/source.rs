//! The file as the readers see it: a window of 64 KiB that moves over it.

use super::Unfit;
use std::io::{ErrorKind, Read, Seek, SeekFrom};

/// Bytes of the window.
const WINDOW: usize = 64 << 10;
/// Bytes read after a jump: a file that makes us jump a lot shall not make us read a lot.
const GLANCE: usize = 4 << 10;

trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// A file and where in it we are.
pub(super) struct Source<'a> {
    inner: &'a mut dyn ReadSeek,
    size: u64,
    window: Vec<u8>,
    /// Where the window begins in the file.
    begins: u64,
    /// The next byte in the window.
    next: usize,
    jumped: bool,
}

impl<'a> Source<'a> {
    pub(super) fn open<C: Read + Seek>(content: &'a mut C) -> Result<Self, Unfit> {
        let size = content.seek(SeekFrom::End(0))?;
        if size == 0 {
            return Err(Unfit::Empty);
        }
        content.seek(SeekFrom::Start(0))?;
        Ok(Self { inner: content, size, window: Vec::with_capacity(WINDOW), begins: 0, next: 0, jumped: false })
    }

    pub(super) fn limit(&self, limit: u64) -> Result<(), Unfit> {
        if self.size > limit { Err(Unfit::TooLarge { limit }) } else { Ok(()) }
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }

    pub(super) fn at(&self) -> u64 {
        self.begins + self.next as u64
    }

    pub(super) fn left(&self) -> u64 {
        self.size.saturating_sub(self.at())
    }

    /// Goes to a place; within the window nothing is read again.
    pub(super) fn seek(&mut self, to: u64) -> Result<(), Unfit> {
        if to > self.size {
            return Err(Unfit::Damaged("it points behind its end"));
        }
        let within = to.checked_sub(self.begins).filter(|within| *within <= self.window.len() as u64);
        if let Some(within) = within {
            self.next = within as usize;
            return Ok(());
        }
        self.inner.seek(SeekFrom::Start(to))?;
        self.window.clear();
        (self.begins, self.next, self.jumped) = (to, 0, true);
        Ok(())
    }

    pub(super) fn skip(&mut self, bytes: u64) -> Result<(), Unfit> {
        self.seek(self.at().checked_add(bytes).ok_or(Unfit::Damaged("a length without bounds"))?)
    }

    /// What is in the window and not yet used; empty at the end only.
    pub(super) fn ready(&mut self) -> Result<&[u8], Unfit> {
        if self.next == self.window.len() {
            self.begins = self.at();
            self.next = 0;
            self.window.resize(if self.jumped { GLANCE } else { WINDOW }, 0);
            self.jumped = false;
            let read = loop {
                match self.inner.read(&mut self.window) {
                    Err(e) if e.kind() == ErrorKind::Interrupted => {}
                    read => break read,
                }
            };
            self.window.truncate(*read.as_ref().unwrap_or(&0));
            read?;
            // A file that grows while it is read is read no further than it was long.
            let known = self.size.saturating_sub(self.begins);
            self.window.truncate(usize::try_from(known).unwrap_or(WINDOW));
        }
        Ok(&self.window[self.next..])
    }

    /// Says how much of `ready` was used.
    pub(super) fn used(&mut self, bytes: usize) {
        self.next = (self.next + bytes).min(self.window.len());
    }

    pub(super) fn peek(&mut self) -> Result<Option<u8>, Unfit> {
        if let Some(byte) = self.window.get(self.next) {
            return Ok(Some(*byte));
        }
        Ok(self.ready()?.first().copied())
    }

    pub(super) fn byte(&mut self) -> Result<Option<u8>, Unfit> {
        let byte = self.peek()?;
        self.next += usize::from(byte.is_some());
        Ok(byte)
    }

    /// Fills as much of `part` as the file has.
    pub(super) fn some(&mut self, part: &mut [u8]) -> Result<usize, Unfit> {
        let mut filled = 0;
        while filled < part.len() {
            let ready = self.ready()?;
            let now = ready.len().min(part.len() - filled);
            if now == 0 {
                break;
            }
            part[filled..filled + now].copy_from_slice(&ready[..now]);
            self.used(now);
            filled += now;
        }
        Ok(filled)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], Unfit> {
        let mut part = [0; N];
        if self.some(&mut part)? < N { Err(Unfit::Damaged("it is cut off")) } else { Ok(part) }
    }

    /// The bytes at a place, fewer where the file ends.
    pub(super) fn look_at(&mut self, at: u64, bytes: usize) -> Result<Vec<u8>, Unfit> {
        self.seek(at.min(self.size))?;
        let mut part = vec![0; usize::try_from(self.left()).unwrap_or(bytes).min(bytes)];
        let filled = self.some(&mut part)?;
        part.truncate(filled);
        Ok(part)
    }

    pub(super) fn be16(&mut self) -> Result<u16, Unfit> {
        self.array().map(u16::from_be_bytes)
    }

    pub(super) fn be32(&mut self) -> Result<u32, Unfit> {
        self.array().map(u32::from_be_bytes)
    }

    pub(super) fn le16(&mut self) -> Result<u16, Unfit> {
        self.array().map(u16::from_le_bytes)
    }

    pub(super) fn le32(&mut self) -> Result<u32, Unfit> {
        self.array().map(u32::from_le_bytes)
    }
}
