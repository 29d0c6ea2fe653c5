//! A file is checked before it is sealed: what it is by its content, how large, how many pages, and under what name.
//!
//! After sealing nobody but a reader can look into a record, so what must not reach a reader is stopped here. Nothing is
//! decoded: headers and structure are read, compressed parts are unpacked into a small window and counted. Memory
//! is bounded whatever the file claims, and what is read is bounded by the file's size.

mod inflate;
mod name;
mod sniff;
mod source;
mod tail;
mod unfit;

mod dicom;
mod jpeg;
mod pdf;
mod png;
mod tiff;
mod webp;

mod json;
mod markup;
mod text;
mod xml;

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tests;

pub use unfit::Unfit;

use chartkey_vocabulary::Kind;
use sniff::Format;
use source::Source;
use std::io::{Read, Seek};

/// More pages or pictures than this in one file are refused.
pub const MAX_PAGES: u32 = 5_000;
/// More pixels than this in one picture are refused: a scanned A3 page at 600 dots an inch has 70 million.
pub const MAX_PIXELS: u64 = 100_000_000;

/// A file that may be sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What it is, by its content.
    pub media_type: &'static str,
    /// Its name, cleaned, with the ending of its type.
    pub file_name: String,
    /// How many bytes.
    pub size: u64,
    /// How many pages, slices or pictures, where that can be told.
    pub pages: Option<u32>,
    /// Width and height of the first picture.
    pub pixels: Option<(u32, u32)>,
    /// What sort of document it seems to be, for a person to confirm.
    pub kind_hint: Option<Kind>,
}

/// What a format's reader found out.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    media_type: &'static str,
    pages: Option<u32>,
    pixels: Option<(u32, u32)>,
    kind_hint: Option<Kind>,
}

/// Checks a file of that name.
///
/// # Errors
/// Why it is not taken, and what to do, in a sentence for people.
pub fn inspect(name: &str, content: &mut (impl Read + Seek)) -> Result<Checked, Unfit> {
    let name = name::clean(name)?;
    let mut source = Source::open(content)?;
    let format = sniff::format(&mut source, name.extension())?;
    source.limit(format.largest())?;
    let seen = look(format, &mut source)?;
    tail::no_second_file(&mut source, format)?;
    let file_name = name.for_type(seen.media_type)?;
    let Seen { media_type, pages, pixels, kind_hint } = seen;
    Ok(Checked { media_type, file_name, size: source.size(), pages, pixels, kind_hint })
}

fn look(format: Format, source: &mut Source<'_>) -> Result<Seen, Unfit> {
    source.seek(0)?;
    match format {
        Format::Png => png::look(source),
        Format::Jpeg => jpeg::look(source),
        Format::WebP => webp::look(source),
        Format::Tiff => tiff::look(source),
        Format::Dicom => dicom::look(source),
        Format::Pdf => pdf::look(source),
        Format::Json => json::look(source),
        Format::Xml => xml::look(source),
        Format::Text => text::look(source),
    }
}

/// Refuses a picture that nobody's memory should have to hold.
fn picture(width: u32, height: u32) -> Result<(u32, u32), Unfit> {
    match u64::from(width) * u64::from(height) {
        0 => Err(Unfit::Damaged("a picture without width or height")),
        1..=MAX_PIXELS => Ok((width, height)),
        _ => Err(Unfit::TooManyPixels { width, height }),
    }
}
