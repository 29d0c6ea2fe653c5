//! A fax: black and white, 204 dots an inch across and 98 or 196 down, with lines that were lost on the way.

use image::{GrayImage, Luma, RgbImage, imageops};

use crate::bench::rng::Rng;

/// Dots an inch across.
pub(super) const ACROSS: f32 = 204.0;
/// Dots an inch down, in the fine mode; the other has half of them.
pub(super) const DOWN: f32 = 196.0;

/// What the receiver prints of a page that was drawn with [`ACROSS`] and `DOWN` dots, or half of those: coarse rows
/// twice each.
pub(super) fn faxed(page: &RgbImage, coarse: bool, rng: &mut Rng) -> GrayImage {
    let grey = imageops::grayscale(page);
    let (width, height) = grey.dimensions();
    let threshold = 120 + rng.below(70) as u8;
    let mut dots = GrayImage::from_fn(width, height, |x, y| {
        let value = i32::from(grey.get_pixel(x, y)[0]) + rng.below(41) as i32 - 20;
        Luma([if value < i32::from(threshold) { 0 } else { 255 }])
    });
    // Lone dots: some that are too many, some that are missing.
    for _ in 0..width as usize * height as usize / 6000 {
        let (x, y) = (rng.below(width as usize) as u32, rng.below(height as usize) as u32);
        dots.put_pixel(x, y, Luma([if rng.chance(0.5) { 0 } else { 255 }]));
    }
    // A line that is lost repeats the one before it, or stays white for a way.
    for y in 1..height {
        if rng.chance(0.004) {
            let (from, long) = (rng.below(width as usize) as u32, width / 8 + rng.below(width as usize / 2) as u32);
            let repeats = rng.chance(0.6);
            for x in from..(from + long).min(width) {
                let above = *dots.get_pixel(x, y - 1);
                dots.put_pixel(x, y, if repeats { above } else { Luma([255]) });
            }
        }
    }
    let step = if coarse { 2 } else { 1 };
    GrayImage::from_fn(width, height * step, |x, y| *dots.get_pixel(x, y / step))
}
