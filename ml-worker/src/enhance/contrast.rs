//! Spreads what is grey on grey over black and white.

use image::{Rgb, RgbImage};

use crate::pixels::grey;

/// This share of the pixels may fall off at either end.
const OFF: f32 = 0.002;
/// Less than this between ink and paper, of 255, is no print but an empty page, and stays as it is.
const EMPTY: u8 = 24;

/// The page with its darkest parts black and its lightest white.
#[must_use]
pub fn stretched(page: &RgbImage) -> RgbImage {
    let (low, high) = ends(page);
    if high - low < EMPTY || (low < 16 && high > 239) {
        return page.clone();
    }
    let scale = 255.0 / f32::from(high - low);
    let spread = |value: u8| (f32::from(value.saturating_sub(low)) * scale).min(255.0) as u8;
    RgbImage::from_fn(page.width(), page.height(), |x, y| Rgb(page.get_pixel(x, y).0.map(spread)))
}

fn ends(page: &RgbImage) -> (u8, u8) {
    let mut counts = [0_u64; 256];
    for pixel in grey(page).pixels() {
        counts[pixel[0] as usize] += 1;
    }
    let off = (OFF * (page.width() as f32 * page.height() as f32)) as u64;
    let low = beyond(off, &counts, 0..=255);
    (low, beyond(off, &counts, (0..=255).rev()).max(low))
}

/// The first value with which more pixels than `off` have been passed.
fn beyond(off: u64, counts: &[u64; 256], mut values: impl Iterator<Item = u8>) -> u8 {
    let mut passed = 0;
    let first = values.find(|&value| {
        passed += counts[value as usize];
        passed > off
    });
    first.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn faint_print_becomes_dark_and_empty_pages_stay() {
        let clear = sample::coloured(&sample::page(300, 300));
        let faint = RgbImage::from_fn(300, 300, |x, y| Rgb(clear.get_pixel(x, y).0.map(|value| 150 + value / 6)));
        let (low, high) = ends(&faint);
        assert!(high - low < 45, "{low} to {high}");
        let (low, high) = ends(&stretched(&faint));
        assert!(low < 5 && high > 250, "{low} to {high}");
        let empty = RgbImage::from_fn(100, 100, |x, _| Rgb([200 + (x % 10) as u8; 3]));
        assert_eq!(stretched(&empty), empty);
    }
}
