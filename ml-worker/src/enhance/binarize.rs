//! Black and white, by what is dark for its surroundings.

use image::GrayImage;

/// How much darker than its surroundings ink is, after Sauvola: of even grey this share is background all the same.
const SHARE: f64 = 0.25;
/// The strongest deviation there can be, of values from 0 to 255.
const STRONGEST: f64 = 128.0;

/// Ink becomes black, paper white. `window` is how far around a pixel its surroundings go, in pixels: about the height of
/// a line, and no more than 250.
#[must_use]
pub fn sauvola(page: &GrayImage, window: u32) -> GrayImage {
    let sums = Sums::of(page);
    let reach = (window / 2) as usize;
    let mut ink = GrayImage::new(page.width(), page.height());
    for (y, (values, row)) in page.rows().zip(ink.rows_mut()).enumerate() {
        let around = sums.around(y, reach);
        for (x, (value, made)) in values.zip(row).enumerate() {
            let (mean, variance) = around(x);
            // The threshold is mean * (1 - SHARE) and so much more of the deviation, whose root is not needed to compare.
            let above = f64::from(value[0]) - mean * (1.0 - SHARE);
            let is_ink = above < 0.0 || above * above < (mean * SHARE / STRONGEST).powi(2) * variance;
            made[0] = if is_ink { 0 } else { 255 };
        }
    }
    ink
}

/// Sums over everything above and to the left, of values and of their squares. They run over, on large pages, and so do what is
/// taken from one another; what is left is the sum within a window, which fits.
struct Sums {
    width: usize,
    height: usize,
    sums: Vec<(u32, u32)>,
}

impl Sums {
    fn of(page: &GrayImage) -> Self {
        let (width, height) = (page.width() as usize, page.height() as usize);
        let mut sums = vec![(0_u32, 0_u32); width + 1];
        sums.reserve_exact((width + 1) * height);
        for (y, row) in page.rows().enumerate() {
            let (mut sum, mut squares) = (0_u32, 0_u32);
            sums.push((0, 0));
            for (x, pixel) in row.enumerate() {
                let value = u32::from(pixel[0]);
                sum = sum.wrapping_add(value);
                squares = squares.wrapping_add(value * value);
                let above = sums[y * (width + 1) + x + 1];
                sums.push((above.0.wrapping_add(sum), above.1.wrapping_add(squares)));
            }
        }
        Self { width, height, sums }
    }

    /// Mean and variance of the square around each pixel of a row.
    fn around(&self, y: usize, reach: usize) -> impl Fn(usize) -> (f64, f64) {
        let row = |y: usize| &self.sums[y * (self.width + 1)..(y + 1) * (self.width + 1)];
        let (top, bottom) = (y.saturating_sub(reach), (y + reach + 1).min(self.height));
        let (upper, lower, high) = (row(top), row(bottom), bottom - top);
        move |x| {
            let (left, right) = (x.saturating_sub(reach), (x + reach + 1).min(self.width));
            let (a, b, c, d) = (upper[left], upper[right], lower[left], lower[right]);
            let within = |a: u32, b: u32, c: u32, d: u32| {
                f64::from(d.wrapping_add(a).wrapping_sub(b).wrapping_sub(c)) / ((right - left) * high) as f64
            };
            let mean = within(a.0, b.0, c.0, d.0);
            (mean, (within(a.1, b.1, c.1, d.1) - mean * mean).max(0.0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use image::Luma;

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
