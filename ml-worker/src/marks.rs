//! What stands on a page and is no print: stamps, signatures, handwriting.
//!
//! Found by the shapes of ink alone, on the page as it is made ready for reading: upright, flat and evenly lit. Each
//! kind has a file. What one kind claims, the next does not look at.

mod blobs;
mod grid;
mod handwriting;
mod ring;
mod signature;
mod stamp;
#[cfg(test)]
mod tests;

use crate::page::{Area, Line, Mark};
use grid::Grid;
use image::{GrayImage, RgbImage};

/// How high a line of print is where a page has no words, in pixels: what pages are brought to before they are read.
const LINE: f32 = 40.0;

/// A mark less sure than this may be something else.
const BELIEVED: f32 = 0.5;

/// All marks on a page. `ink` is the page in black and white, `lines` what was read on it.
#[must_use]
pub fn find(page: &RgbImage, ink: &GrayImage, lines: &[Line]) -> Vec<Mark> {
    if page.dimensions() != ink.dimensions() || page.width() < 20 || page.height() < 20 {
        return Vec::new();
    }
    let grid = Grid::of(page, ink, line_height(lines));
    let mut marks = stamp::find(&grid, lines);
    let stamps: Vec<Area> = marks.iter().map(|mark| mark.area).collect();
    marks.extend(signature::find(&grid, lines, &stamps));
    let claimed: Vec<Area> = marks.iter().filter(|mark| mark.sure >= BELIEVED).map(|mark| mark.area).collect();
    let written = handwriting::find(&grid, lines, &claimed);
    // What nobody asked to be a signature is a word of the handwriting around it.
    let areas: Vec<Area> = written.iter().map(|mark| mark.area).collect();
    marks.retain(|mark| mark.sure >= BELIEVED || !stamp::within(&mark.area, &areas));
    marks.extend(written);
    marks
}

/// How high a word usually is.
fn line_height(lines: &[Line]) -> f32 {
    let mut heights: Vec<f32> = lines
        .iter()
        .flat_map(|line| &line.words)
        .map(|word| word.area.height())
        .filter(|height| *height > 4.0)
        .collect();
    heights.sort_by(f32::total_cmp);
    heights.get(heights.len() / 2).copied().unwrap_or(LINE)
}

/// Which part of `area` lies in `other`.
fn covered(area: &Area, other: &Area) -> f32 {
    let shared = area.shared_width(other).max(0.0) * area.shared_height(other).max(0.0);
    shared / (area.width() * area.height()).max(1.0)
}
