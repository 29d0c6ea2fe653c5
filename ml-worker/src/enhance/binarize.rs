//! Black and white, by what is dark for its surroundings.

use image::{GrayImage, Luma};

/// How much darker than its surroundings ink is, after Sauvola: of even grey this share is background all the same.
const SHARE: f64 = 0.25;
/// The strongest deviation there can be, of values from 0 to 255.
const STRONGEST: f64 = 128.0;

/// Ink becomes black, paper white. `window` is how far around a pixel its surroundings go, in pixels: about the height of
/// a line.
#[must_use]
pub fn sauvola(page: &GrayImage, window: u32) -> GrayImage {
    let sums = Sums::of(page);
    GrayImage::from_fn(page.width(), page.height(), |x, y| {
        let (mean, deviation) = sums.around(x, y, window / 2);
        let threshold = mean * (1.0 + SHARE * (deviation / STRONGEST - 1.0));
        Luma([if f64::from(page.get_pixel(x, y)[0]) < threshold { 0 } else { 255 }])
    })
}

/// Sums over everything above and to the left, of values and of their squares.
struct Sums {
    width: usize,
    height: usize,
    sums: Vec<(u64, u64)>,
}

impl Sums {
    fn of(page: &GrayImage) -> Self {
        let (width, height) = (page.width() as usize, page.height() as usize);
        let mut sums = vec![(0, 0); (width + 1) * (height + 1)];
        for (y, row) in page.rows().enumerate() {
            let (mut sum, mut squares) = (0, 0);
            for (x, pixel) in row.enumerate() {
                let value = u64::from(pixel[0]);
                sum += value;
                squares += value * value;
                let above = sums[y * (width + 1) + x + 1];
                sums[(y + 1) * (width + 1) + x + 1] = (above.0 + sum, above.1 + squares);
            }
        }
        Self { width, height, sums }
    }

    /// Mean and standard deviation of the square around a pixel.
    fn around(&self, x: u32, y: u32, reach: u32) -> (f64, f64) {
        let (x, y, reach) = (x as usize, y as usize, reach as usize);
        let (left, right) = (x.saturating_sub(reach), (x + reach + 1).min(self.width));
        let (top, bottom) = (y.saturating_sub(reach), (y + reach + 1).min(self.height));
        let at = |x: usize, y: usize| self.sums[y * (self.width + 1) + x];
        let (a, b, c, d) = (at(left, top), at(right, top), at(left, bottom), at(right, bottom));
        let count = ((right - left) * (bottom - top)) as f64;
        let mean = (d.0 + a.0 - b.0 - c.0) as f64 / count;
        let squares = (d.1 + a.1 - b.1 - c.1) as f64 / count;
        (mean, (squares - mean * mean).max(0.0).sqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    /// One threshold for the whole page, the best there is.
    fn best_single(page: &GrayImage, truth: &GrayImage) -> f32 {
        let at = |threshold: u8| {
            let seen = GrayImage::from_fn(page.width(), page.height(), |x, y| {
                Luma([if page.get_pixel(x, y)[0] < threshold { 0 } else { 255 }])
            });
            sample::wrong(&seen, truth)
        };
        (0..=255).step_by(5).map(|threshold| at(threshold as u8)).fold(1.0, f32::min)
    }

    #[test]
    fn print_in_the_shade_is_seen_where_one_threshold_fails() {
        let truth = sample::page(600, 400);
        // The right half lies in a shade in which paper is darker than ink is on the left.
        let shaded = GrayImage::from_fn(600, 400, |x, y| {
            let light = 1.0 - 0.92 * (x as f32 / 600.0).powi(2);
            Luma([((f32::from(truth.get_pixel(x, y)[0]) + 60.0) / 305.0 * 255.0 * light) as u8])
        });
        let (single, adaptive) = (best_single(&shaded, &truth), sample::wrong(&sauvola(&shaded, 31), &truth));
        assert!(single > 0.05, "one threshold gets {single} wrong");
        assert!(adaptive < 0.01, "Sauvola gets {adaptive} wrong");
    }
}
