//! What is to be sealed: a file, or what comes over standard input.

use anyhow::{Context, Result, ensure};
use chartkey_flows::{
    Content,
    intake::{self, Checked, Unfit},
};
use std::{
    fs::File,
    io::{Cursor, Read, stdin},
    path::Path,
};

/// So many bytes are taken from standard input. They stay in memory: a temporary file would outlive a power cut.
const LONGEST: u64 = 512 << 20;
/// What is called this way has no name of its own; the check adds the ending.
const NAMELESS: &str = "record";

/// Something to be sealed, under its name.
pub(crate) struct Paper {
    name: String,
    bytes: Bytes,
}

enum Bytes {
    Kept(File),
    Piped(Vec<u8>),
}

impl Paper {
    /// Opens a file, or reads standard input to its end when the path is `-`.
    ///
    /// # Errors
    /// When it cannot be opened or read, is no file, or is too long for memory.
    pub(crate) fn take(path: &Path) -> Result<Self> {
        if path == Path::new("-") {
            let bytes = Bytes::Piped(whole(stdin().lock(), LONGEST)?);
            return Ok(Self { name: NAMELESS.into(), bytes });
        }
        let file = File::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
        ensure!(file.metadata()?.is_file(), "{} is no file", path.display());
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or(NAMELESS).to_owned();
        Ok(Self { name, bytes: Bytes::Kept(file) })
    }

    /// What it is called, as found.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Tells what it is.
    ///
    /// # Errors
    /// Why it is not taken.
    pub(crate) fn inspect(&mut self) -> Result<Checked, Unfit> {
        match &mut self.bytes {
            Bytes::Kept(file) => intake::inspect(&self.name, file),
            Bytes::Piped(bytes) => intake::inspect(&self.name, &mut Cursor::new(bytes)),
        }
    }

    /// The bytes, for sealing.
    pub(crate) fn content(&mut self) -> &mut dyn Content {
        match &mut self.bytes {
            Bytes::Kept(file) => file,
            Bytes::Piped(bytes) => bytes,
        }
    }
}

fn whole(input: impl Read, longest: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = input.take(longest + 1).read_to_end(&mut bytes).context("standard input cannot be read")?;
    ensure!(read as u64 <= longest, "more than {} MB came over standard input; name a file instead", longest >> 20);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn kept(name: &str, bytes: &[u8]) -> (tempfile::TempDir, Paper) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("a file in it");
        let paper = Paper::take(&path).expect("a file that can be opened");
        (folder, paper)
    }

    #[tokio::test]
    async fn the_whole_file_is_sealed_after_it_was_looked_at() {
        let (_folder, mut paper) = kept("blood", b"Hb 13.9 g/dl");
        let checked = paper.inspect().expect("a note");
        assert_eq!((checked.media_type, checked.file_name.as_str()), ("text/plain", "blood.txt"));
        let content = paper.content();
        let mut bytes = vec![0; content.size() as usize];
        content.read(0, &mut bytes).await.expect("all of it");
        assert_eq!(bytes, b"Hb 13.9 g/dl");
    }

    #[test]
    fn what_is_piped_is_checked_and_named_by_what_it_is() {
        let piped = |bytes: &[u8]| Paper { name: NAMELESS.into(), bytes: Bytes::Piped(bytes.to_vec()) }.inspect();
        assert_eq!(piped(b"Hb 13.9 g/dl").expect("a note").file_name, "record.txt");
        assert_eq!(piped(b"{\"hb\": 13.9}").expect("an object").media_type, "application/json");
        assert!(matches!(piped(b""), Err(Unfit::Empty)));
        assert!(matches!(piped(b"#!/bin/sh\n"), Err(Unfit::Program(_))));
    }

    #[test]
    fn a_program_is_refused_under_any_name() {
        let (_folder, mut paper) = kept("blood.pdf", b"\x7fELF\x02\x01\x01\0");
        assert!(matches!(paper.inspect(), Err(Unfit::Program(_))));
        let (_folder, mut paper) = kept("blood.pdf.exe", b"Hb 13.9 g/dl");
        assert!(matches!(paper.inspect(), Err(Unfit::ProgramName { .. })));
    }

    #[test]
    fn standard_input_is_read_to_its_end_and_no_further_than_memory_allows() {
        assert_eq!(whole(&[7; 16][..], 16).expect("just as much"), [7; 16]);
        assert!(whole(std::io::repeat(7), 16).is_err());
    }

    #[test]
    fn a_folder_is_no_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        assert!(Paper::take(folder.path()).is_err());
    }
}
