//! Files people choose: read piece by piece, checked by content, and never whole in memory unless they are small.

use async_trait::async_trait;
use chartkey_flows::{
    Content,
    intake::{self, Checked, Unfit},
};
use js_sys::{Array, Uint8Array};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// A larger file is looked into where it matters only.
const WHOLE: u64 = 64 << 20;
/// So much of a larger file is read at once while it is looked into.
const PAGE: u64 = 1 << 20;
/// How much of a larger file the look may cover before it is given up.
const MOST_PAGES: usize = 512;

/// A file somebody chose.
#[derive(Clone)]
pub(crate) struct Picked(File);

impl Picked {
    /// This file.
    pub(crate) fn new(file: File) -> Self {
        Self(file)
    }

    /// A text that was written in the page, as a file of this name.
    ///
    /// # Errors
    /// When the browser has no room for it.
    pub(crate) fn written(name: &str, text: &str) -> Result<Self, Unfit> {
        let parts = Array::of1(&JsValue::from_str(text));
        let full = |_| Unfit::from(io::Error::other("the browser has no room for it"));
        File::new_with_str_sequence(&parts, name).map(Self).map_err(full)
    }

    /// Its name as it came.
    pub(crate) fn name(&self) -> String {
        self.0.name()
    }

    /// How many bytes.
    pub(crate) fn len(&self) -> u64 {
        // A browser counts in floating point, exactly up to 2^53.
        self.0.size() as u64
    }

    /// What it is, by its content.
    ///
    /// # Errors
    /// Why it is not taken.
    pub(crate) async fn inspect(&self) -> Result<Checked, Unfit> {
        if self.len() <= WHOLE {
            let whole = slice(&self.0, 0, self.len()).await.map_err(Unfit::from)?;
            return intake::inspect(&self.name(), &mut Cursor::new(whole));
        }
        // The check reads as if it could wait, which nothing in a browser's window can: pages it lacks are fetched
        // between two attempts, until it has seen all it asks for.
        let mut seen = Seen { size: self.len(), at: 0, pages: Vec::new(), lacks: None };
        loop {
            seen.at = 0;
            let checked = intake::inspect(&self.name(), &mut seen);
            let Some(page) = seen.lacks.take() else { return checked };
            if seen.pages.len() >= MOST_PAGES {
                return checked;
            }
            let bytes = slice(&self.0, page * PAGE, (self.len() - page * PAGE).min(PAGE)).await.map_err(Unfit::from)?;
            seen.pages.push((page, bytes));
        }
    }
}

#[async_trait(?Send)]
impl Content for Picked {
    fn size(&self) -> u64 {
        self.len()
    }

    async fn read(&mut self, offset: u64, part: &mut [u8]) -> io::Result<()> {
        let bytes = slice(&self.0, offset, part.len() as u64).await?;
        if bytes.len() != part.len() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        part.copy_from_slice(&bytes);
        Ok(())
    }
}

/// Reads some bytes of a file. A file that was changed or moved since it was chosen cannot be read any more.
async fn slice(file: &File, from: u64, len: u64) -> io::Result<Vec<u8>> {
    let lost = |_| io::Error::new(io::ErrorKind::NotFound, "the file was changed or moved; choose it again");
    let part = file.slice_with_f64_and_f64(from as f64, (from + len) as f64).map_err(lost)?;
    let buffer = JsFuture::from(part.array_buffer()).await.map_err(lost)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// What was fetched of a large file so far.
struct Seen {
    size: u64,
    at: u64,
    pages: Vec<(u64, Vec<u8>)>,
    lacks: Option<u64>,
}

impl Read for Seen {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size || out.is_empty() {
            return Ok(0);
        }
        let (page, within) = (self.at / PAGE, (self.at % PAGE) as usize);
        let Some((_, bytes)) = self.pages.iter().find(|(number, _)| *number == page) else {
            self.lacks = Some(page);
            return Err(io::Error::other("not fetched yet"));
        };
        let rest = bytes.get(within..).unwrap_or_default();
        let count = rest.len().min(out.len());
        out[..count].copy_from_slice(&rest[..count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Seen {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = to.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
