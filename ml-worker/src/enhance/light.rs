//! Takes shades and lamps out of a page: paper becomes white everywhere.

use image::{GrayImage, Luma, Rgb, RgbImage};
use imageproc::filter::{box_filter, median_filter};

use crate::pixels::{By, resized};

/// The paper is looked at in this size, by its longer side, in pixels.
const SIDE: u32 = 200;
/// Paper shows within so many of these pixels of every letter.
const REACH: u32 = 4;
/// Paper darker than this is taken for something else, such as a picture, and left as it is.
const DARKEST: f32 = 50.0;
/// Pages whose paper differs by less than this, of 255, are even enough.
const EVEN: u8 = 24;

/// The page as it would be in even light.
#[must_use]
pub fn evened(page: &RgbImage) -> RgbImage {
    let papers: [GrayImage; 3] = std::array::from_fn(|channel| paper(page, channel));
    let (width, height) = papers[0].dimensions();
    let step = |length: u32, small: u32| small as f32 / length as f32;
    let (across, down) = (step(page.width(), width), step(page.height(), height));
    RgbImage::from_fn(page.width(), page.height(), |x, y| {
        let (at_x, at_y) = ((x as f32 + 0.5) * across - 0.5, (y as f32 + 0.5) * down - 0.5);
        let pixel = page.get_pixel(x, y);
        Rgb(std::array::from_fn(|channel| {
            let paper = between(&papers[channel], at_x, at_y).max(DARKEST);
            (f32::from(pixel[channel]) * 255.0 / paper).min(255.0) as u8
        }))
    })
}

/// Whether the light on a page is so uneven that [`evened`] helps.
#[must_use]
pub fn is_uneven(page: &RgbImage) -> bool {
    let mut papers: Vec<u8> = paper(page, 1).into_raw();
    papers.sort_unstable();
    let at = |share: f32| papers[(papers.len() as f32 * share) as usize];
    at(0.95) - at(0.05) > EVEN || at(0.5) < 255 - 2 * EVEN
}

/// How bright the paper is, in a small picture: the brightest nearby, without what glares.
fn paper(page: &RgbImage, channel: usize) -> GrayImage {
    let channel = GrayImage::from_fn(page.width(), page.height(), |x, y| Luma([page.get_pixel(x, y)[channel]]));
    let scale = SIDE as f32 / page.width().max(page.height()) as f32;
    let side = |length: u32| ((length as f32 * scale) as u32).clamp(1, length);
    let small = resized(&channel, side(page.width()), side(page.height()), By::Triangle);
    let bright = brightest(&median_filter(&small, 1, 1), REACH);
    box_filter(&bright, REACH, REACH)
}

fn brightest(picture: &GrayImage, reach: u32) -> GrayImage {
    let (width, height) = picture.dimensions();
    let across = GrayImage::from_fn(width, height, |x, y| {
        let near = x.saturating_sub(reach)..(x + reach + 1).min(width);
        Luma([near.map(|x| picture.get_pixel(x, y)[0]).max().unwrap_or(255)])
    });
    GrayImage::from_fn(width, height, |x, y| {
        let near = y.saturating_sub(reach)..(y + reach + 1).min(height);
        Luma([near.map(|y| across.get_pixel(x, y)[0]).max().unwrap_or(255)])
    })
}

fn between(picture: &GrayImage, x: f32, y: f32) -> f32 {
    let (x, y) = (x.clamp(0.0, (picture.width() - 1) as f32), y.clamp(0.0, (picture.height() - 1) as f32));
    let (left, top) = (x as u32, y as u32);
    let (right, bottom) = ((left + 1).min(picture.width() - 1), (top + 1).min(picture.height() - 1));
    let at = |x, y| f32::from(picture.get_pixel(x, y)[0]);
    let (dx, dy) = (x - left as f32, y - top as f32);
    let upper = at(left, top) * (1.0 - dx) + at(right, top) * dx;
    upper * (1.0 - dy) + (at(left, bottom) * (1.0 - dx) + at(right, bottom) * dx) * dy
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use image::imageops;

    /// By how much paper differs over the page: the brightest pixel of each tile, at most less at least.
    fn unevenness(page: &RgbImage) -> u8 {
        let tiles = (0..4).flat_map(|x| (0..4).map(move |y| (x, y)));
        let brightest = tiles.map(|(x, y)| {
            let tile = imageops::crop_imm(
                page,
                x * page.width() / 4,
                y * page.height() / 4,
                page.width() / 4,
                page.height() / 4,
            );
            tile.to_image().pixels().map(|pixel| pixel[1]).max().unwrap_or(0)
        });
        brightest.clone().max().unwrap_or(0) - brightest.min().unwrap_or(0)
    }

    #[test]
    fn a_shade_over_half_the_page_is_taken_away() {
        let even = sample::coloured(&sample::page(600, 800));
        let shaded = RgbImage::from_fn(600, 800, |x, y| {
            let light = 0.45 + 0.55 / (1.0 + ((x as f32 - 300.0) / 40.0).exp());
            Rgb(even.get_pixel(x, y).0.map(|value| (f32::from(value) * light) as u8))
        });
        assert!(is_uneven(&shaded) && !is_uneven(&even));
        let evened = evened(&shaded);
        assert!(unevenness(&shaded) > 90, "before: {}", unevenness(&shaded));
        assert!(unevenness(&evened) < 15, "after: {}", unevenness(&evened));
        // Ink stays ink.
        let darkest = imageops::grayscale(&evened).pixels().map(|pixel| pixel[0]).min();
        assert!(darkest < Some(60), "{darkest:?}");
    }
}
