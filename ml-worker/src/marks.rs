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

use crate::page::{Area, Line, Mark, MarkKind, Word};
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

/// The lines without what stamps say: their words are no part of the tables and sentences they were pressed on. Print under
/// a stamp stays black.
#[must_use]
pub fn without_stamps(page: &RgbImage, ink: &GrayImage, lines: Vec<Line>, marks: &[Mark]) -> Vec<Line> {
    let stamps: Vec<Area> = marks
        .iter()
        .filter(|mark| mark.kind == MarkKind::Stamp && mark.sure >= BELIEVED)
        .map(|mark| mark.area)
        .collect();
    if stamps.is_empty() || page.dimensions() != ink.dimensions() {
        return lines;
    }
    let stamped = grid::stamped(page);
    let is_print = |word: &Word| {
        let (mut inked, mut of_stamp) = (0, 0);
        for (x, y) in points(&word.area, page).filter(|&(x, y)| ink.get_pixel(x, y)[0] < 128) {
            inked += 1;
            of_stamp += usize::from(stamped(page.get_pixel(x, y)));
        }
        2 * of_stamp <= inked
    };
    let mut lines = lines;
    for line in &mut lines {
        line.words.retain(|word| !stamp::within(&word.area, &stamps) || is_print(word));
    }
    lines.retain(|line| !line.words.is_empty());
    lines
}

fn points(area: &Area, page: &RgbImage) -> impl Iterator<Item = (u32, u32)> + use<> {
    let side = |place: f32, most: u32| (place.max(0.0) as u32).min(most);
    let (left, right) = (side(area.left, page.width()), side(area.right, page.width()));
    let (top, bottom) = (side(area.top, page.height()), side(area.bottom, page.height()));
    (top..bottom).flat_map(move |y| (left..right).map(move |x| (x, y)))
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
