//! No second file in, or behind, the first.
//!
//! A picture that is also an archive, or a PDF that is also a picture, is checked as one and opened as the other.

use super::{
    Unfit,
    sniff::{self, Format},
    source::Source,
};

/// Programs that unpack archives look for the directory's end this far from the file's end.
const ARCHIVE_TAIL: usize = 66_000;
/// PDF readers look for their header this far into a file.
const PDF_HEAD: usize = 1_024;
/// Padding that writers add is short.
const PADDING: u64 = 512;

/// Refuses a file that a PDF reader or an unpacker would take for one of theirs.
pub(super) fn no_second_file(source: &mut Source<'_>, format: Format) -> Result<(), Unfit> {
    let first = format.words();
    if format != Format::Pdf && source.look_at(0, PDF_HEAD)?.windows(5).any(|part| part == b"%PDF-") {
        return Err(Unfit::TwoInOne { first, second: "a PDF" });
    }
    let begin = source.size().saturating_sub(ARCHIVE_TAIL as u64);
    let tail = source.look_at(begin, ARCHIVE_TAIL)?;
    for (at, _) in tail.windows(4).enumerate().filter(|(_, part)| part == b"PK\x05\x06") {
        if is_directory_end(source, begin + at as u64, &tail[at..])? {
            return Err(Unfit::TwoInOne { first, second: "a zip archive" });
        }
    }
    Ok(())
}

/// Four bytes are found by chance in a gigabyte of pixels; a directory that is where they say is not.
fn is_directory_end(source: &mut Source<'_>, at: u64, end: &[u8]) -> Result<bool, Unfit> {
    let Some(end) = end.get(..22) else { return Ok(false) };
    let number = |from: usize| u32::from_le_bytes([end[from], end[from + 1], end[from + 2], end[from + 3]]);
    let (size, offset) = (u64::from(number(12)), u64::from(number(16)));
    for place in [at.checked_sub(size), Some(offset)].into_iter().flatten().filter(|place| *place < at) {
        if source.look_at(place, 4)? == b"PK\x01\x02" {
            return Ok(true);
        }
    }
    // The 64-bit directory's locator stands right before.
    let locator = source.look_at(at.saturating_sub(20), 4)?;
    Ok(locator == b"PK\x06\x07")
}

/// Refuses what follows after the end that a format tells, but for a little padding.
pub(super) fn nothing_after(source: &mut Source<'_>, format: Format) -> Result<(), Unfit> {
    let bytes = source.left();
    if bytes == 0 {
        return Ok(());
    }
    let rest = source.look_at(source.at(), PADDING as usize)?;
    if let Some(second) = sniff::signature(&rest) {
        return Err(Unfit::TwoInOne { first: format.words(), second });
    }
    let padding = rest.iter().all(|byte| matches!(byte, 0 | 0xff | b' ' | b'\n' | b'\r' | b'\t'));
    if bytes > PADDING || !padding { Err(Unfit::Trailing { bytes }) } else { Ok(()) }
}
