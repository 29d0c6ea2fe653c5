//! Lets a file in: finds out what it is, and makes sheets of its pages.
//!
//! Everything that looks inside the file runs confined, once for the whole file and once for each page: what one page does
//! to its reader stays with that page.

mod dicom;
mod kind;
mod layer;
mod pdf;
mod picture;
mod plain;
mod refusal;
mod wire;
mod words;

pub use dicom::Modality;
pub use kind::Kind;
pub use refusal::Refusal;
pub use wire::task;
pub use words::MOST_WORDS;
pub(crate) use words::fit_a_document;

use image::RgbImage;
use serde::{Deserialize, Serialize};

use crate::confine::{Confined, Limits};
use crate::page::Line;

/// How large a file may be, in bytes: a hundred scanned pages, or fifteen photos.
pub const MOST_BYTES: u64 = 64 << 20;
/// How many pages one document may have.
pub const MOST_PAGES: usize = 200;
/// How many pictures a scanner's file may have: more than the longest series of slices.
pub const MOST_FRAMES: usize = 2_000;
/// How many pixels a picture may have: what the largest phone cameras make.
pub const MOST_PIXELS: u64 = 120_000_000;
/// How many pixels a sheet has at most; larger pictures are made smaller. An A4 page at 400 dots an inch fits.
pub const SHEET_PIXELS: u64 = 16_000_000;
/// How many times as long as wide a long picture may be: a till's longest receipt is fifteen times.
const MOST_SLIM: u64 = 50;
/// A picture is long when a side has more pixels than this.
const LONG: u32 = 20_000;
/// No side of a sheet is longer: of those let in, the slimmest that is large has 28,284 rows as a sheet.
const LONGEST_SHEET: u32 = 30_000;

const SURVEY: Limits = Limits { memory: 2 << 30, cpu: 20, clock: 40, answer: 1 << 16 };
const PAGE: Limits = Limits { memory: 2 << 30, cpu: 30, clock: 60, answer: SHEET_PIXELS * 3 + (16 << 20) };

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Admitted {
    /// By its content; its name is never looked at.
    pub kind: Kind,
    /// How many pages it has, or pictures.
    pub pages: usize,
    /// What kind of machine made it, where the file says so.
    pub modality: Option<Modality>,
    /// Whether it says that letters stand in its pictures, among which a name may be.
    pub lettered: bool,
}

/// A page as the file has it.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// How it looks; nothing where the file is text and no picture.
    pub pixels: Option<RgbImage>,
    /// Its size, in pixels, or in what stands for them.
    pub width: u32,
    /// Its size.
    pub height: u32,
    /// What the file says that stands there, where that can be believed.
    pub lines: Vec<Line>,
    /// Drawn by a program, and so upright, flat and clean.
    pub drawn: bool,
}

/// Whether pictures of this size are let in. A long and slim one is a file of some kilobytes and is widened, row by row, to
/// the square that the models see: gigabytes, in a process that is not confined.
fn fits(width: u32, height: u32) -> Result<(), Refusal> {
    let (shorter, longer) = (width.min(height), width.max(height));
    match u64::from(width) * u64::from(height) {
        0 => Err(Refusal::Damaged),
        pixels if pixels > MOST_PIXELS => Err(Refusal::TooManyPixels { width, height, most: MOST_PIXELS }),
        _ if longer > LONG && u64::from(longer) > MOST_SLIM * u64::from(shorter) => {
            Err(Refusal::TooSlim { width, height })
        }
        _ => Ok(()),
    }
}

/// Finds out what a file is.
///
/// # Errors
/// When it is no document that can be read; the error is a sentence for the person who sent it.
pub fn survey(confined: &Confined, file: &[u8]) -> Result<Admitted, Refusal> {
    if file.is_empty() {
        return Err(Refusal::Empty);
    }
    if file.len() as u64 > MOST_BYTES {
        return Err(Refusal::TooManyBytes { bytes: file.len() as u64, most: MOST_BYTES });
    }
    let answer = confined.run(&["survey"], file, &SURVEY).map_err(|broken| Refusal::broken(broken, None))?;
    wire::surveyed(&answer)?
}

/// Makes a sheet of one page, counted from 0.
///
/// # Errors
/// When the page cannot be read; other pages of the same file may be.
pub fn sheet(confined: &Confined, file: &[u8], admitted: &Admitted, page: usize) -> Result<Sheet, Refusal> {
    let kind = admitted.kind.word();
    let answer = confined
        .run(&["sheet", kind, &page.to_string()], file, &PAGE)
        .map_err(|broken| Refusal::broken(broken, Some(page)))?;
    wire::sheet(&answer)?
}
