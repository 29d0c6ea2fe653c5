//! A flatbed's page: a little askew, grey, with specks and dust, packed as JPEG.

use image::{GrayImage, Luma, Rgb, RgbImage, imageops};
use imageproc::filter::gaussian_blur_f32;
use imageproc::geometric_transformations::{Border, Interpolation, Projection, warp_into};

use super::sensor;
use crate::bench::rng::Rng;

/// How askew pages are laid at most, in degrees.
const ASKEW: f64 = 2.0;

/// The page as it comes out of a scanner, and what that does to places.
pub(super) fn scanned(page: &RgbImage, colour: bool, rng: &mut Rng) -> (RgbImage, Projection) {
    let (width, height) = page.dimensions();
    let degrees = (rng.part() * 2.0 - 1.0) * ASKEW;
    let (middle_x, middle_y) = (width as f32 / 2.0, height as f32 / 2.0);
    let turn = Projection::translate(middle_x, middle_y)
        * Projection::rotate(degrees.to_radians() as f32)
        * Projection::translate(-middle_x, -middle_y);
    let mut askew = RgbImage::new(width, height);
    warp_into(page, turn, Interpolation::Bilinear, Border::Constant(Rgb([255; 3])), &mut askew);
    // Paper is not quite white and ink not quite black.
    let (paper, ink) = (228.0 + 22.0 * rng.part() as f32, 20.0 + 45.0 * rng.part() as f32);
    for value in askew.iter_mut() {
        *value = (ink + f32::from(*value) / 255.0 * (paper - ink)) as u8;
    }
    specks(&mut askew, rng);
    let mut seen = blurred(&askew, 0.35 + 0.35 * rng.part() as f32);
    if !colour {
        let grey: GrayImage = imageops::grayscale(&seen);
        seen = RgbImage::from_fn(width, height, |x, y| {
            let Luma([value]) = *grey.get_pixel(x, y);
            Rgb([value; 3])
        });
    }
    sensor::grain(&mut seen, 2.0 + 3.0 * rng.part() as f32, rng);
    (seen, turn)
}

/// Dirt on the glass, and holes in the print.
fn specks(page: &mut RgbImage, rng: &mut Rng) {
    let (width, height) = page.dimensions();
    let count = (width as usize * height as usize) / 12_000;
    for _ in 0..count {
        let (x, y) = (rng.below(width as usize) as u32, rng.below(height as usize) as u32);
        let size = 1 + u32::from(rng.chance(0.2));
        let value = if rng.chance(0.6) { 90 + rng.below(90) as u8 } else { 240 };
        for (x, y) in (0..size).flat_map(|dx| (0..size).map(move |dy| (x + dx, y + dy))) {
            if x < width && y < height {
                page.put_pixel(x, y, Rgb([value; 3]));
            }
        }
    }
}

/// Softer by so many pixels.
pub(super) fn blurred(page: &RgbImage, sigma: f32) -> RgbImage {
    gaussian_blur_f32(page, sigma)
}
