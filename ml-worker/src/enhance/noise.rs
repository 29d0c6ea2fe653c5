//! Grain, as of a dark photo or a bad fax.

use image::{GrayImage, Rgb, RgbImage};

/// From here on grain hinders reading more than smoothing does, in steps of 255.
const HINDERS: f32 = 8.0;

/// How far around a pixel grain is evened out, in pixels.
const REACH: u32 = 2;
/// Two pixels of the same grey differ by this many times the grain's level at most.
const ALIKE: f32 = 3.0;

/// How strong the grain is: the standard deviation it would have as noise. Taken where the page is flattest, so that print
/// does not count.
#[must_use]
pub fn level(page: &GrayImage) -> f32 {
    let mut tiles = Vec::new();
    for top in (0..page.height().saturating_sub(16)).step_by(16) {
        for left in (0..page.width().saturating_sub(16)).step_by(16) {
            tiles.push(grain(page, left, top));
        }
    }
    tiles.sort_by(f32::total_cmp);
    tiles.get(tiles.len() / 4).copied().unwrap_or(0.0)
}

/// What a mask that is blind to slopes sees in a tile: differences that only noise makes.
fn grain(page: &GrayImage, left: u32, top: u32) -> f32 {
    let mut sum = 0.0;
    for y in top + 1..top + 15 {
        for x in left + 1..left + 15 {
            let at = |dx: u32, dy: u32| f32::from(page.get_pixel(x + dx - 1, y + dy - 1)[0]);
            let corners = at(0, 0) + at(2, 0) + at(0, 2) + at(2, 2);
            let sides = at(1, 0) + at(0, 1) + at(2, 1) + at(1, 2);
            sum += (corners - 2.0 * sides + 4.0 * at(1, 1)).abs();
        }
    }
    // The mask makes of noise with deviation 1 a mean of 6 times the square root of 2 over pi.
    sum / (14.0 * 14.0) / (6.0 * (2.0 / std::f32::consts::PI).sqrt())
}

/// Whether grain of such a level hinders reading.
#[must_use]
pub fn hinders(level: f32) -> bool {
    level > HINDERS
}

/// The page without grain: each pixel becomes the mean of those around it that differ by no more than grain does. Edges
/// stay, because what is beyond an edge differs by more.
#[must_use]
pub fn calmed(page: &RgbImage, level: f32) -> RgbImage {
    let alike = (ALIKE * level).min(255.0) as i32;
    let (width, height) = page.dimensions();
    RgbImage::from_fn(width, height, |x, y| {
        let here = page.get_pixel(x, y);
        let (columns, rows) =
            (x.saturating_sub(REACH)..(x + REACH + 1).min(width), y.saturating_sub(REACH)..(y + REACH + 1).min(height));
        let (mut sums, mut counts) = ([0_i32; 3], [0_i32; 3]);
        for (x, y) in rows.flat_map(|y| columns.clone().map(move |x| (x, y))) {
            let there = page.get_pixel(x, y);
            for channel in 0..3 {
                let value = i32::from(there[channel]);
                if (value - i32::from(here[channel])).abs() <= alike {
                    sums[channel] += value;
                    counts[channel] += 1;
                }
            }
        }
        Rgb(std::array::from_fn(|channel| (sums[channel] / counts[channel].max(1)) as u8))
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use image::{Luma, imageops};

    #[test]
    fn grain_is_measured_and_mostly_taken_away() {
        // Grey paper, so that no grain is cut off at white.
        let page = sample::page(400, 300);
        let clean = GrayImage::from_fn(400, 300, |x, y| Luma([page.get_pixel(x, y)[0] / 2 + 60]));
        let grainy = GrayImage::from_fn(400, 300, |x, y| {
            // Twelve dice make a bell curve of deviation 1.
            let dice: i32 = (0..12).map(|die| (sample::dice((y * 400 + x) * 12 + die) % 1000) as i32).sum();
            let noise = (dice as f32 - 5994.0) / 1000.0 * 15.0;
            Luma([(f32::from(clean.get_pixel(x, y)[0]) + noise).clamp(0.0, 255.0) as u8])
        });
        let found = level(&grainy);
        assert!(level(&clean) < 1.0 && !hinders(level(&clean)));
        assert!((found - 15.0).abs() < 3.0 && hinders(found), "{found}");
        let calm = imageops::grayscale(&calmed(&sample::coloured(&grainy), found));
        let away = |page: &GrayImage| {
            let squares = page.pixels().zip(clean.pixels()).map(|(a, b)| (f32::from(a[0]) - f32::from(b[0])).powi(2));
            (squares.sum::<f32>() / page.len() as f32).sqrt()
        };
        assert!(away(&calm) < 0.6 * away(&grainy), "{} of {}", away(&calm), away(&grainy));
    }
}
