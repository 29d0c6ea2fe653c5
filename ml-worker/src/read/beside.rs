//! Print that a PDF shows and carries no letters of: in pictures, drawn as outlines, on stamps.

use image::RgbImage;

use super::meet;
use crate::engines::ppocr::{PpOcr, Strip};
use crate::engines::{combine, lines};
use crate::model::ModelError;
use crate::page::{Area, Line};

/// A strip of print is a line's when lines stand in this part of its length.
const FILLED: f32 = 0.5;

/// The strips of print that stand beside all lines.
pub(super) fn strips(print: &[Strip], lines: &[Line]) -> Vec<Strip> {
    let around = |line: &Line| line.words.iter().map(|word| word.area).reduce(Area::with);
    let areas: Vec<Area> = lines.iter().filter_map(around).collect();
    let filled = |strip: &Area| {
        let level = |area: &&Area| area.shared_height(strip) > 0.5 * area.height().min(strip.height());
        areas.iter().filter(level).map(|area| area.shared_width(strip).max(0.0)).sum::<f32>()
    };
    let is_beside = |strip: &&Strip| filled(&strip.place()) < FILLED * strip.place().width();
    print.iter().filter(is_beside).copied().collect()
}

/// What PP-OCR reads on such strips, without the words that lines hold already.
///
/// # Errors
/// When the network fails.
pub(super) fn read(
    strips: &[Strip],
    pixels: &RgbImage,
    known: &[Line],
    ppocr: &PpOcr,
) -> Result<Vec<Line>, ModelError> {
    let mut words = combine::words(combine::meetings(ppocr.read(pixels, strips)?, Vec::new()));
    words.retain(|word| !known.iter().flat_map(|line| &line.words).any(|other| meet(&word.area, &other.area)));
    Ok(lines::grouped(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Word;

    #[test]
    fn print_without_letters_is_found_beside_the_lines() {
        let area = |left: f32, top: f32, right: f32| Area { left, top, right, bottom: top + 20.0 };
        let line = |area: Area| Line { words: vec![Word { area, ..Word::default() }] };
        let lines = [line(area(50.0, 100.0, 200.0)), line(area(230.0, 101.0, 300.0))];
        let table = [
            // A line, and two that were found as one.
            (area(45.0, 98.0, 205.0), false),
            (area(45.0, 98.0, 305.0), false),
            // Far away, on the next line, between two lines, and behind one.
            (area(50.0, 500.0, 200.0), true),
            (area(50.0, 125.0, 200.0), true),
            (area(186.0, 100.0, 228.0), true),
            (area(290.0, 100.0, 500.0), true),
        ];
        for (place, is_beside) in table {
            let found = strips(&[Strip::around(&place)], &lines);
            assert_eq!(!found.is_empty(), is_beside, "{place:?}");
        }
    }
}
