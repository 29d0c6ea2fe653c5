//! From a sheet to a page that both engines can read.

use image::{GenericImageView, GrayImage, RgbImage, imageops};
use imageproc::geometric_transformations::Projection;

use crate::engines::lines;
use crate::engines::ppocr::{PpOcr, Strip};
use crate::enhance::{binarize, contrast, corners, light, noise, rules, size, skew, stamps};
use crate::marks;
use crate::model::ModelError;
use crate::page::{Area, Page, Sheet, Word};
use crate::pixels::grey;

/// Pages that lie straighter than this stay as they are, in degrees: turning blurs a little.
const STRAIGHT: f32 = 0.2;

/// Where taking drawn lines out leaves less than one part in so many of the ink, there was no print.
const DRAWN: usize = 10;

/// A page ready to be read.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// How it looks: upright, flat, evenly lit.
    pub pixels: RgbImage,
    /// The same, where stamps lie on print, with print alone in those places.
    pub print: Option<RgbImage>,
    /// Ink and paper, for the engine that wants no more; without drawn lines.
    pub ink: GrayImage,
    /// Where text stands on it.
    pub strips: Vec<Strip>,
    /// From places on the sheet, as the file had it, to places on the page.
    pub from_sheet: Projection,
    /// How wide and high that sheet is.
    pub sheet: (u32, u32),
}

impl Prepared {
    /// The page with words that were read on it, and with what else is on it.
    #[must_use]
    pub fn page(&self, words: Vec<Word>) -> Page {
        let (width, height) = (self.pixels.width() as f32, self.pixels.height() as f32);
        let lines = lines::grouped(words);
        let marks = marks::find(&self.pixels, &self.ink, &lines);
        let lines = marks::without_stamps(&self.pixels, &self.ink, lines, &marks);
        Page { width, height, lines, marks, sheet: self.on_sheet(width, height), ..Page::default() }
    }

    /// How the page lies on the sheet; nothing where it is all of it.
    fn on_sheet(&self, width: f32, height: f32) -> Option<Sheet> {
        let whole = |width: f32, height: f32| Area { left: 0.0, top: 0.0, right: width, bottom: height }.corners();
        let onto = self.from_sheet.invert();
        let corners = whole(width, height).map(|corner| onto * corner);
        let (width, height) = (self.sheet.0 as f32, self.sheet.1 as f32);
        let near = |(a, b): (&(f32, f32), (f32, f32))| (a.0 - b.0).abs().max((a.1 - b.1).abs()) < 1.0;
        (!corners.iter().zip(whole(width, height)).all(near)).then_some(Sheet { width, height, corners })
    }
}

/// Turns, flattens, levels, lights and sizes a page, each as far as it needs. A page that a program drew needs none of it.
///
/// # Errors
/// When the network that finds text fails.
pub(super) fn prepared(pixels: RgbImage, drawn: bool, ppocr: &PpOcr) -> Result<Prepared, ModelError> {
    let sheet = pixels.dimensions();
    let mut pixels = pixels;
    let mut from_sheet = Projection::scale(1.0, 1.0);
    if !drawn
        && let Some((flat, flattening)) = corners::found(&pixels).and_then(|found| corners::flattened(&pixels, &found))
    {
        pixels = flat;
        from_sheet = flattening;
    }
    let mut strips = ppocr.find(&pixels)?;
    let turns = ppocr.turns(&pixels, &strips)?;
    if turns > 0 {
        from_sheet = turning(pixels.width(), pixels.height(), turns) * from_sheet;
        pixels = turned(&pixels, turns);
        strips = ppocr.find(&pixels)?;
    }
    if !drawn {
        let angle = skew::angle(&grey(&pixels));
        if angle.abs() > STRAIGHT {
            let (projection, ..) = skew::leveling(pixels.width(), pixels.height(), angle);
            pixels = skew::leveled(&pixels, angle);
            strips = strips.into_iter().map(|strip| strip.leveled(&projection, angle)).collect();
            from_sheet = projection * from_sheet;
        }
        if light::is_uneven(&pixels) {
            pixels = light::evened(&pixels);
        }
        let grain = noise::level(&grey(&pixels));
        if noise::hinders(grain) {
            pixels = noise::calmed(&pixels, grain);
        }
        pixels = contrast::stretched(&pixels);
    }
    let factor = size::factor(&pixels, heights(&strips));
    if factor != 1.0 {
        pixels = size::scaled(&pixels, factor);
        strips = strips.into_iter().map(|strip| strip.grown(factor)).collect();
        from_sheet = Projection::scale(factor, factor) * from_sheet;
    }
    let line = middle(heights(&strips)).unwrap_or(40.0);
    let print = under_stamps(&pixels, &mut strips, ppocr)?;
    let seen = grey(print.as_ref().unwrap_or(&pixels));
    let ink = binarize::sauvola(&seen, (line as u32).clamp(15, 120));
    // Where a stamp or a bend interrupts a table's lines, its cells are told apart better by their words alone, so what
    // was found of the lines serves only to clear the print.
    let (_, print_alone) = rules::parted(&ink, line);
    strips.retain(|strip| !is_drawn(&strip.place(), &ink, &print_alone));
    Ok(Prepared { pixels, print, ink: print_alone, strips, from_sheet, sheet })
}

/// Whether there is nothing in a place but drawn lines: the network takes a frayed one for small print.
fn is_drawn(place: &Area, ink: &GrayImage, print_alone: &GrayImage) -> bool {
    let dark = |page: &GrayImage| {
        let (left, top) = (place.left.max(0.0) as u32, place.top.max(0.0) as u32);
        let (width, height) = (place.width().max(1.0) as u32, place.height().max(1.0) as u32);
        imageops::crop_imm(page, left, top, width, height).pixels().filter(|(_, _, pixel)| pixel[0] == 0).count()
    };
    dark(print_alone) * DRAWN < dark(ink)
}

/// Where stamps lie on print: the page with print alone, and the strips that are found then in place of those that were
/// covered.
fn under_stamps(page: &RgbImage, strips: &mut Vec<Strip>, ppocr: &PpOcr) -> Result<Option<RgbImage>, ModelError> {
    let covered = |strip: &Strip| stamps::cover(page, &strip.place());
    let clear: Vec<Strip> = strips.iter().filter(|strip| !covered(strip)).copied().collect();
    if clear.len() == strips.len() {
        return Ok(None);
    }
    let through = stamps::through(page);
    let mut found = ppocr.find(&through)?;
    found.retain(|strip| {
        let (x, y) = strip.middle;
        clear
            .iter()
            .map(Strip::place)
            .all(|place| !((place.left..place.right).contains(&x) && (place.top..place.bottom).contains(&y)))
    });
    let places: Vec<Area> = found.iter().map(Strip::place).collect();
    let mut print = page.clone();
    stamps::laid(&through, &places, &mut print);
    *strips = clear;
    strips.append(&mut found);
    Ok(Some(print))
}

/// Ink and paper of a page that is read as it is, without being made ready.
pub(super) fn ink(page: &RgbImage) -> GrayImage {
    binarize::sauvola(&grey(page), 40)
}

/// Of strips of such a page those that hold more than drawn lines.
pub(super) fn with_print(mut strips: Vec<Strip>, ink: &GrayImage) -> Vec<Strip> {
    if let Some(line) = middle(heights(&strips)) {
        let (_, print_alone) = rules::parted(ink, line);
        strips.retain(|strip| !is_drawn(&strip.place(), ink, &print_alone));
    }
    strips
}

/// A page turned to the right by quarter turns.
#[must_use]
pub fn turned(page: &RgbImage, turns: u8) -> RgbImage {
    match turns % 4 {
        1 => imageops::rotate90(page),
        2 => imageops::rotate180(page),
        3 => imageops::rotate270(page),
        _ => page.clone(),
    }
}

/// What [`turned`] does to places.
fn turning(width: u32, height: u32, turns: u8) -> Projection {
    let (width, height) = (width as f32, height as f32);
    let (x, y) = match turns % 4 {
        1 => (height, 0.0),
        2 => (width, height),
        3 => (0.0, width),
        _ => (0.0, 0.0),
    };
    Projection::translate(x, y) * Projection::rotate(f32::from(turns % 4) * std::f32::consts::FRAC_PI_2)
}

fn heights(strips: &[Strip]) -> Vec<f32> {
    strips.iter().map(|strip| strip.height.min(strip.length)).collect()
}

fn middle(mut heights: Vec<f32>) -> Option<f32> {
    heights.sort_by(f32::total_cmp);
    heights.get(heights.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn places_turn_with_their_page() {
        let mut page = RgbImage::new(40, 20);
        page.put_pixel(30, 5, Rgb([255; 3]));
        for turns in 0..4 {
            let page = turned(&page, turns);
            let (x, y) = turning(40, 20, turns) * (30.5, 5.5);
            assert_eq!(page.get_pixel(x as u32, y as u32), &Rgb([255; 3]), "{turns} turns");
        }
    }
}
