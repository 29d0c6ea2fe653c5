//! Ciphertext on its way out: in memory while it is small, then in a file that is gone afterwards.
//!
//! What is sealed is sealed once and kept until it has arrived. Sealing it again for a second try would put a file that
//! changed meanwhile under the same key.

use std::io;

/// Beyond, a file takes over.
#[cfg(feature = "native")]
const IN_MEMORY: usize = 8 << 20;

/// How far long work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Bytes of the content sealed.
    Sealing {
        /// So far.
        done: u64,
        /// In all.
        size: u64,
    },
    /// Bytes of the blob uploaded.
    Uploading {
        /// So far.
        done: u64,
        /// In all.
        size: u64,
    },
    /// Bytes of the blob fetched and opened.
    Opening {
        /// So far.
        done: u64,
        /// In all.
        size: u64,
    },
    /// The chain is being told; signed, and not final yet.
    Telling,
}

/// Who is told how far it is.
#[cfg(not(target_arch = "wasm32"))]
pub type Progress<'a> = &'a mut (dyn FnMut(Stage) + Send);
/// Who is told how far it is.
#[cfg(target_arch = "wasm32")]
pub type Progress<'a> = &'a mut dyn FnMut(Stage);

/// Bytes written once and read in parts.
#[derive(Default)]
pub(crate) struct Spool {
    memory: Vec<u8>,
    #[cfg(feature = "native")]
    file: Option<std::fs::File>,
    size: u64,
}

impl Spool {
    /// A spool of these bytes.
    pub(crate) fn holding(bytes: Vec<u8>) -> Self {
        Self {
            size: bytes.len() as u64,
            memory: bytes,
            #[cfg(feature = "native")]
            file: None,
        }
    }

    /// How many bytes.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Adds bytes.
    ///
    /// # Errors
    /// When the disk is full.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.size += bytes.len() as u64;
        #[cfg(feature = "native")]
        {
            use io::Write;
            if let Some(file) = &mut self.file {
                return file.write_all(bytes);
            }
            if self.memory.len() + bytes.len() > IN_MEMORY {
                let mut file = tempfile::tempfile()?;
                file.write_all(&std::mem::take(&mut self.memory))?;
                file.write_all(bytes)?;
                self.file = Some(file);
                return Ok(());
            }
        }
        self.memory.extend_from_slice(bytes);
        Ok(())
    }

    /// Fills `part` with the bytes from `offset` on.
    ///
    /// # Errors
    /// When there are not so many, or the disk fails.
    pub(crate) fn read(&mut self, offset: u64, part: &mut [u8]) -> io::Result<()> {
        #[cfg(feature = "native")]
        if let Some(file) = &mut self.file {
            use io::{Read, Seek, SeekFrom};
            // Where it was written to last is not asked again: writing is over when reading begins.
            file.seek(SeekFrom::Start(offset))?;
            return file.read_exact(part);
        }
        let from = usize::try_from(offset).map_err(|_| io::ErrorKind::UnexpectedEof)?;
        let kept = from.checked_add(part.len()).and_then(|to| self.memory.get(from..to));
        part.copy_from_slice(kept.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_back_as_they_went_in_from_memory_and_from_a_file() {
        for length in [0, 1, 1 << 20, 9 << 20] {
            let bytes: Vec<u8> = (0..length).map(|i: usize| ((i * 31) >> 3) as u8).collect();
            let mut spool = Spool::default();
            bytes.chunks(1 << 16).for_each(|part| spool.write(part).expect("writes"));
            assert_eq!(spool.size(), length as u64);
            for from in [0, length / 3, length] {
                let mut part = vec![0; (length - from).min(1 << 17)];
                spool.read(from as u64, &mut part).expect("reads");
                assert_eq!(part, bytes[from..from + part.len()]);
            }
            assert!(spool.read(length as u64, &mut [0]).is_err(), "beyond the end of {length}");
        }
    }
}
