//! Brings print to a size that can be read well.

use image::RgbImage;

use crate::pixels::{By, resized};

/// Lines are read best when they are this high, in pixels, from the bottom of `g` to the top of `f` and a little more.
const BEST: f32 = 44.0;
/// Lines between these are left as they are.
const SMALL: f32 = 30.0;
const LARGE: f32 = 90.0;
/// Nothing is gained beyond these factors.
const MOST: f32 = 3.0;
const LEAST: f32 = 0.25;
/// No page gets more pixels than this.
const PIXELS: f32 = 20_000_000.0;

/// By which factor a page should grow whose lines have these heights, in pixels; 1 means not at all.
#[must_use]
pub fn factor(page: &RgbImage, mut heights: Vec<f32>) -> f32 {
    heights.sort_by(f32::total_cmp);
    let Some(&middle) = heights.get(heights.len() / 2) else { return 1.0 };
    if (SMALL..=LARGE).contains(&middle) {
        return 1.0;
    }
    let room = (PIXELS / (page.width() as f32 * page.height() as f32)).sqrt();
    (BEST / middle).clamp(LEAST, MOST).min(room.max(1.0))
}

/// The page, larger or smaller by a factor.
#[must_use]
pub fn scaled(page: &RgbImage, factor: f32) -> RgbImage {
    let side = |length: u32| ((length as f32 * factor).round() as u32).max(1);
    let by = if factor > 1.0 { By::Curve } else { By::Triangle };
    resized(page, side(page.width()), side(page.height()), by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn small_print_grows_and_good_print_stays() {
        let page = RgbImage::from_pixel(600, 800, Rgb([255; 3]));
        assert_eq!(factor(&page, vec![22.0, 20.0, 60.0]), 2.0);
        assert_eq!(factor(&page, vec![40.0, 35.0, 12.0]), 1.0);
        assert_eq!(factor(&page, vec![440.0]), LEAST);
        assert_eq!(factor(&page, vec![3.0]), MOST);
        assert_eq!(factor(&page, vec![]), 1.0);
        assert_eq!(scaled(&page, 2.0).dimensions(), (1200, 1600));
    }

    #[test]
    fn no_page_grows_without_end() {
        let page = RgbImage::new(4000, 4000);
        let factor = factor(&page, vec![15.0]);
        assert!((1.0..1.2).contains(&factor), "{factor}");
    }
}
