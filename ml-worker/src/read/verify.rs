//! Holds the letters that a PDF carries along against what it shows. Nobody sees those letters: a file can show one dose
//! and carry another.

use image::RgbImage;

use crate::engines::combine;
use crate::engines::ppocr::{PpOcr, Strip};
use crate::model::ModelError;
use crate::page::{Area, Line};

/// Lines without a digit that are looked at; all lines with one are.
const WORDY: usize = 8;
/// Of a hundred letters looked at, so many may be read differently; beyond it, the letters are not the page's.
const APART: f32 = 0.2;

/// Has PP-OCR read the lines that matter, and notes on each word what it said. Where it contradicts, the word is no longer
/// sure. Nothing comes back when the letters are another page's altogether.
///
/// # Errors
/// When the network fails.
pub(super) fn verified(lines: &[Line], pixels: &RgbImage, ppocr: &PpOcr) -> Result<Option<Vec<Line>>, ModelError> {
    let (mut letters, mut apart, mut wordy) = (0, 0, 0);
    let mut verified = Vec::with_capacity(lines.len());
    for line in lines {
        let said: String = line.words.iter().map(|word| word.text.as_str()).collect();
        let numeric = said.contains(|letter: char| letter.is_ascii_digit());
        let area = line.words.iter().map(|word| word.area).reduce(Area::with).unwrap_or_default();
        if (!numeric && wordy >= WORDY) || area.height() < 1.0 {
            verified.push(line.clone());
            continue;
        }
        wordy += usize::from(!numeric);
        let shown = ppocr.read(pixels, &[Strip::around(&area)])?;
        let seen: String = shown.iter().map(|word| word.text.as_str()).collect();
        letters += said.chars().count();
        apart += combine::distance(&said, &seen);
        verified.push(Line { words: combine::contradicted(&line.words, &shown) });
    }
    Ok((apart as f32 <= APART * letters as f32).then_some(verified))
}
