//! Which way up a page lies: the lines say whether it lies on its side, a network whether it stands on its head.

use image::{RgbImage, imageops};

use super::Strip;
use super::canvas;
use super::recognize::Recognizer;
use crate::model::{Model, ModelError};

/// What the network looks at.
const WIDTH: usize = 192;
const HEIGHT: usize = 48;
/// Text of one direction that is so many times as long as that of the other settles it.
const CLEAR: f32 = 3.0;
/// A line may be pressed together this much to fit; of a longer one the middle is shown.
const PRESSED: u32 = 3;
/// Lines that are asked; the longest, because they say most.
const ASKED: usize = 8;
/// From a mean likelihood this far from even on, the network is believed; else the lines are read both ways round.
const BELIEVED: f32 = 0.4;

pub(super) struct Angle {
    model: Box<dyn Model>,
}

impl Angle {
    pub(super) fn new(model: Box<dyn Model>) -> Self {
        Self { model }
    }

    pub(super) fn digest(&self) -> [u8; 32] {
        self.model.digest()
    }

    pub(super) fn turns(&self, page: &RgbImage, strips: &[Strip], recognizer: &Recognizer) -> Result<u8, ModelError> {
        let sideways = match is_sideways(strips) {
            Some(sideways) => sideways,
            // On a page with little text, the edge of a shadow or a table may be taken for as much again.
            None => {
                let read = |upright| recognizer.sureness(&longest(page, strips, upright));
                read(true)? > read(false)?
            }
        };
        // A quarter turn to the left, as a strip is read that stands upright: three to the right.
        let pictures = longest(page, strips, sideways);
        let turned = !pictures.is_empty() && self.on_their_heads(&pictures, recognizer)?;
        Ok(match (sideways, turned) {
            (false, false) => 0,
            (false, true) => 2,
            (true, false) => 3,
            (true, true) => 1,
        })
    }

    fn on_their_heads(&self, pictures: &[RgbImage], recognizer: &Recognizer) -> Result<bool, ModelError> {
        let mut sum = 0.0;
        for picture in pictures {
            let width = picture.width().min(PRESSED * WIDTH as u32);
            let middle = imageops::crop_imm(picture, (picture.width() - width) / 2, 0, width, HEIGHT as u32);
            let fitting =
                imageops::resize(&*middle, width.min(WIDTH as u32), HEIGHT as u32, imageops::FilterType::Triangle);
            let answer = self.model.run(&[canvas::numbers(&fitting, WIDTH, HEIGHT, 0.0)])?;
            sum += answer.first().and_then(|answer| answer.values.get(1)).copied().unwrap_or(0.0);
        }
        let likelihood = sum / pictures.len() as f32;
        if (likelihood - 0.5).abs() > BELIEVED {
            return Ok(likelihood > 0.5);
        }
        let turned: Vec<RgbImage> = pictures.iter().map(imageops::rotate180).collect();
        Ok(recognizer.sureness(&turned)? > recognizer.sureness(pictures)?)
    }
}

/// The longest lines that run up and down the page, or along it, as they are read.
fn longest(page: &RgbImage, strips: &[Strip], upright: bool) -> Vec<RgbImage> {
    let mut these: Vec<&Strip> = strips.iter().filter(|strip| strip.is_upright() == upright).collect();
    these.sort_by(|a, b| b.length.max(b.height).total_cmp(&a.length.max(a.height)));
    these.iter().take(ASKED).map(|strip| strip.scaled(page, HEIGHT as u32, 960)).collect()
}

/// Whether most text, by length, runs up or down the page; nothing where that is not clear.
fn is_sideways(strips: &[Strip]) -> Option<bool> {
    let long = |upright: bool| -> f32 {
        let these = strips.iter().filter(|strip| strip.is_upright() == upright);
        these.map(|strip| strip.length.max(strip.height)).sum()
    };
    let (up, along) = (long(true), long(false));
    (up.max(along) >= CLEAR * up.min(along)).then_some(up > along)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_lines_decide() {
        let strip = |length, height| Strip { middle: (0.0, 0.0), along: (1.0, 0.0), length, height, sure: 1.0 };
        assert_eq!(is_sideways(&[strip(10.0, 100.0), strip(30.0, 10.0)]), Some(true));
        assert_eq!(is_sideways(&[strip(10.0, 12.0), strip(60.0, 10.0)]), Some(false));
        assert_eq!(is_sideways(&[strip(10.0, 100.0), strip(60.0, 10.0)]), None, "either could be no text");
        assert_eq!(is_sideways(&[]), Some(false));
    }
}
