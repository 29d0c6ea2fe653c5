//! Coloured ink over black print: a stamp on a value. Print is dark in every colour, a stamp's ink is bright in its own.

use image::{GrayImage, Luma, Rgb, RgbImage};
use imageproc::{distance_transform::Norm, morphology::dilate};

use crate::page::Area;

/// A pixel whose colours differ by more than this, of 255, is coloured: paper in warm light is not.
const COLOURED: u8 = 60;
/// Darker than this in every colour is print.
const PRINT: u8 = 110;
/// The rim of coloured ink, where it thins out, reaches so many pixels.
const RIM: u8 = 4;
/// So near to it, what is paler than [`COLOURED`] but not this pale is of the same ink.
const NEAR: u8 = 24;
const PALE: u8 = 30;
/// Print itself, of 255; what lies over a stamp is hardly brighter than that in any colour.
const BLACK: f32 = 40.0;
/// From this part of the stamp's own brightness on there is no print.
const CLEAR: f32 = 0.88;
/// This share of a place has to be coloured, and as much of it print, before one is taken to lie on the other.
const SHARE: f32 = 0.015;

fn span(Rgb([r, g, b]): Rgb<u8>) -> (u8, u8) {
    (r.min(g).min(b), r.max(g).max(b))
}

fn is_coloured(pixel: Rgb<u8>) -> bool {
    let (low, high) = span(pixel);
    high - low > COLOURED
}

/// Whether coloured ink and black print share a place.
#[must_use]
pub fn cover(page: &RgbImage, area: &Area) -> bool {
    let within = |low: f32, high: f32, most: u32| low.max(0.0) as u32..(high.max(0.0) as u32).min(most);
    let (mut all, mut coloured, mut print) = (0_u32, 0_u32, 0_u32);
    for y in within(area.top, area.bottom, page.height()) {
        for x in within(area.left, area.right, page.width()) {
            let pixel = *page.get_pixel(x, y);
            all += 1;
            if is_coloured(pixel) {
                coloured += 1;
            } else if span(pixel).1 < PRINT {
                print += 1;
            }
        }
    }
    let enough = SHARE * all as f32;
    all > 0 && coloured as f32 > enough && print as f32 > enough
}

/// The page without its coloured ink: in a stamp's own colour its ink is bright, and print alone is dark.
#[must_use]
pub fn through(page: &RgbImage) -> RgbImage {
    let mask = |limit: u8| -> GrayImage {
        let of = |x, y| {
            let (low, high) = span(*page.get_pixel(x, y));
            Luma([if high - low > limit { 255 } else { 0 }])
        };
        GrayImage::from_fn(page.width(), page.height(), of)
    };
    let ink = mask(COLOURED);
    let (rim, near, pale) = (dilate(&ink, Norm::LInf, RIM), dilate(&ink, Norm::LInf, NEAR), mask(PALE));
    let brightest = |keep: &dyn Fn(Rgb<u8>) -> bool, part: f32| {
        let mut all: Vec<u8> = page.pixels().filter(|pixel| keep(**pixel)).map(|pixel| span(*pixel).1).collect();
        all.sort_unstable();
        all.get((part * all.len() as f32) as usize).copied().map_or(255.0, f32::from)
    };
    let stamp = brightest(&|pixel| is_coloured(pixel) && span(pixel).1 > PRINT, 0.1);
    let paper = brightest(&|pixel| !is_coloured(pixel), 0.75);
    RgbImage::from_fn(page.width(), page.height(), |x, y| {
        let pixel = *page.get_pixel(x, y);
        let is_ink = rim.get_pixel(x, y)[0] > 0 || near.get_pixel(x, y)[0] > 0 && pale.get_pixel(x, y)[0] > 0;
        if !is_ink {
            return pixel;
        }
        let clear = (f32::from(span(pixel).1) - BLACK) / (CLEAR * stamp - BLACK).max(1.0);
        Rgb([(clear.clamp(0.0, 1.0) * paper) as u8; 3])
    })
}

/// Lays these places of one page over another of the same size.
pub fn laid(over: &RgbImage, places: &[Area], page: &mut RgbImage) {
    for area in places {
        let within = |low: f32, high: f32, most: u32| low.max(0.0) as u32..(high.max(0.0) as u32).min(most);
        for y in within(area.top, area.bottom, page.height()) {
            for x in within(area.left, area.right, page.width()) {
                page.put_pixel(x, y, *over.get_pixel(x, y));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use image::imageops;

    #[test]
    fn print_shows_through_a_stamp_and_a_stamp_alone_is_left() {
        let print = sample::coloured(&sample::page(400, 200));
        // A blue disc, multiplied onto the print.
        let inside = |x: u32, y: u32| (x as f32 - 150.0).hypot(y as f32 - 100.0) < 60.0;
        let stamped = RgbImage::from_fn(400, 200, |x, y| {
            let [r, g, b] = print.get_pixel(x, y).0;
            let part = |value: u8, ink: u16| (u16::from(value) * ink / 255) as u8;
            if inside(x, y) { Rgb([part(r, 90), part(g, 120), part(b, 210)]) } else { Rgb([r, g, b]) }
        });
        let on = Area { left: 100.0, top: 60.0, right: 200.0, bottom: 140.0 };
        let beside = Area { left: 240.0, top: 60.0, right: 340.0, bottom: 140.0 };
        assert!(cover(&stamped, &on) && !cover(&stamped, &beside) && !cover(&print, &on));
        let empty =
            RgbImage::from_fn(100, 100, |x, y| Rgb(if inside(x + 100, y + 60) { [90, 120, 210] } else { [250; 3] }));
        assert!(!cover(&empty, &Area { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 }));
        let mut seen = stamped.clone();
        laid(&through(&stamped), &[on], &mut seen);
        let gap = |page: &RgbImage| {
            let grey = imageops::grayscale(page);
            let part = imageops::crop_imm(&grey, 110, 70, 80, 60).to_image();
            let (low, high) =
                part.pixels().fold((255, 0), |(low, high), pixel| (pixel[0].min(low), pixel[0].max(high)));
            high - low
        };
        assert!(gap(&seen) > 150 && gap(&stamped) < 130, "{} after, {} before", gap(&seen), gap(&stamped));
        assert_eq!(seen.get_pixel(300, 100), stamped.get_pixel(300, 100));
    }
}
