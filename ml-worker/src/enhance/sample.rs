//! Pages for tests: dark bars of uneven lengths on white, in lines, as print looks from afar.

use image::{GrayImage, Luma, Rgb, RgbImage};

/// A number that looks random and is the same on each run.
pub(super) fn dice(seed: u32) -> u32 {
    let mut value = seed.wrapping_mul(0x9E37_79B9) ^ 0x5bd1_e995;
    value ^= value >> 15;
    value = value.wrapping_mul(0x85eb_ca6b);
    value ^ (value >> 13)
}

/// Lines of "letters" 12 pixels high, every 30 pixels, within margins of 40.
pub(super) fn page(width: u32, height: u32) -> GrayImage {
    let mut page = GrayImage::from_pixel(width, height, Luma([245]));
    let mut seed = 1;
    for top in (40..height.saturating_sub(52)).step_by(30) {
        let mut x = 40;
        while x + 10 < width - 40 {
            seed += 1;
            let letter = 3 + dice(seed) % 6;
            for y in top..top + 12 {
                for dx in 0..letter {
                    page.put_pixel(x + dx, y, Luma([30]));
                }
            }
            x += letter + if dice(seed + 7000).is_multiple_of(5) { 12 } else { 3 };
        }
    }
    page
}

pub(super) fn coloured(page: &GrayImage) -> RgbImage {
    RgbImage::from_fn(page.width(), page.height(), |x, y| Rgb([page.get_pixel(x, y)[0]; 3]))
}

/// Which part of the pixels of `seen` says something else than `truth`, where both are black or white.
pub(super) fn wrong(seen: &GrayImage, truth: &GrayImage) -> f32 {
    let wrong = seen.pixels().zip(truth.pixels()).filter(|(a, b)| (a[0] > 127) != (b[0] > 127)).count();
    wrong as f32 / truth.len() as f32
}
