//! Which way up a page lies: the lines say whether it lies on its side, a network whether it stands on its head.

use image::{RgbImage, imageops};

use super::Strip;
use super::canvas;
use super::recognize::Recognizer;
use crate::model::{Model, ModelError};

/// What the network looks at.
const WIDTH: usize = 192;
const HEIGHT: usize = 48;
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
        let sideways = is_sideways(strips);
        let mut longest: Vec<&Strip> = strips.iter().filter(|strip| strip.is_upright() == sideways).collect();
        longest.sort_by(|a, b| b.length.max(b.height).total_cmp(&a.length.max(a.height)));
        // A quarter turn to the left, as a strip is read that stands upright: three to the right.
        let pictures: Vec<RgbImage> =
            longest.iter().take(ASKED).map(|strip| strip.scaled(page, HEIGHT as u32, 960)).collect();
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

/// Whether most text, by length, runs up or down the page.
fn is_sideways(strips: &[Strip]) -> bool {
    let long = |upright: bool| -> f32 {
        let these = strips.iter().filter(|strip| strip.is_upright() == upright);
        these.map(|strip| strip.length.max(strip.height)).sum()
    };
    long(true) > long(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_lines_decide() {
        let strip = |length, height| Strip { middle: (0.0, 0.0), along: (1.0, 0.0), length, height, sure: 1.0 };
        assert!(is_sideways(&[strip(10.0, 100.0), strip(60.0, 10.0)]));
        assert!(!is_sideways(&[strip(10.0, 40.0), strip(60.0, 10.0)]));
    }
}
