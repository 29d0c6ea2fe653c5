//! The page's ink in cells of a few pixels: fine enough for a pen's stroke, coarse enough to be looked at as a whole.

use crate::page::Area;
use image::{GrayImage, Rgb, RgbImage};

/// So many cells a line of print is high.
const CELLS: f32 = 20.0;
/// A pixel is coloured where its strongest and weakest colour differ by so much more than the paper's do. Black ink that
/// was photographed or scanned stays below 40; the ink of stamps and pens starts at about 60.
const COLOUR: u8 = 50;
/// Faint ink differs by so much and is lighter than this in one of its colours; the soft edges of print stay grey.
const FAINT: u8 = 20;
const LIGHT: u8 = 120;

pub(super) struct Grid {
    pub(super) width: usize,
    pub(super) height: usize,
    /// Pixels of a cell's side.
    pub(super) cell: f32,
    /// How many cells high a line of print is.
    pub(super) line: f32,
    pub(super) ink: Vec<bool>,
    /// Coloured ink. Faint colour is here and not in `ink`.
    pub(super) colour: Vec<bool>,
}

impl Grid {
    pub(super) fn of(page: &RgbImage, ink: &GrayImage, line: f32) -> Self {
        let cell = (line / CELLS).round().max(1.0) as u32;
        let (width, height) = (page.width().div_ceil(cell) as usize, page.height().div_ceil(cell) as usize);
        let mut grid = Self {
            width,
            height,
            cell: cell as f32,
            line: line / cell as f32,
            ink: vec![false; width * height],
            colour: vec![false; width * height],
        };
        let coloured = coloured(page);
        for (x, y, pixel) in page.enumerate_pixels() {
            let at = (y / cell) as usize * width + (x / cell) as usize;
            grid.ink[at] |= ink.get_pixel(x, y)[0] < 128;
            grid.colour[at] |= coloured(pixel);
        }
        grid
    }

    /// A place in pixels as cells: left, top, right and bottom, the last two not included.
    pub(super) fn cells(&self, area: &Area) -> (usize, usize, usize, usize) {
        let side = |pixels: f32, most: usize| ((pixels / self.cell).max(0.0) as usize).min(most);
        let far = |pixels: f32, most: usize| ((pixels / self.cell).ceil().max(0.0) as usize).min(most);
        (
            side(area.left, self.width),
            side(area.top, self.height),
            far(area.right, self.width),
            far(area.bottom, self.height),
        )
    }

    /// The other way round.
    pub(super) fn area(&self, left: usize, top: usize, right: usize, bottom: usize) -> Area {
        Area {
            left: left as f32 * self.cell,
            top: top as f32 * self.cell,
            right: right as f32 * self.cell,
            bottom: bottom as f32 * self.cell,
        }
    }

    /// A mask without what lies in these places.
    pub(super) fn without(&self, mask: &[bool], areas: impl IntoIterator<Item = Area>) -> Vec<bool> {
        let mut mask = mask.to_vec();
        for area in areas {
            let (left, top, right, bottom) = self.cells(&area);
            for y in top..bottom {
                mask[y * self.width + left..y * self.width + right.max(left)].fill(false);
            }
        }
        mask
    }

    /// A mask grown by so many cells to all sides.
    pub(super) fn grown(&self, mask: &[bool], by: usize) -> Vec<bool> {
        let (width, height) = (self.width, self.height);
        let mut across = vec![false; mask.len()];
        for y in 0..height {
            let row = &mask[y * width..(y + 1) * width];
            for x in (0..width).filter(|x| row[*x]) {
                across[y * width + x.saturating_sub(by)..y * width + (x + by + 1).min(width)].fill(true);
            }
        }
        let mut grown = across.clone();
        for y in 0..height {
            let (top, bottom) = (y.saturating_sub(by), (y + by + 1).min(height));
            for x in (0..width).filter(|x| across[y * width + x]) {
                for near in top..bottom {
                    grown[near * width + x] = true;
                }
            }
        }
        grown
    }
}

/// What tells a page's coloured ink from its print and its paper.
pub(super) fn coloured(page: &RgbImage) -> impl Fn(&Rgb<u8>) -> bool + use<> {
    let least = COLOUR.saturating_add(paper(page));
    move |pixel| chroma(pixel.0) > least
}

/// The same where a stamp is known to be, whose ink may be faint: it is then lighter than print.
pub(super) fn stamped(page: &RgbImage) -> impl Fn(&Rgb<u8>) -> bool + use<> {
    let (coloured, faint) = (coloured(page), FAINT.saturating_add(paper(page)));
    move |pixel| coloured(pixel) || (chroma(pixel.0) > faint && pixel.0.into_iter().max() > Some(LIGHT))
}

/// By how much the strongest and the weakest colour differ.
fn chroma([red, green, blue]: [u8; 3]) -> u8 {
    red.max(green).max(blue) - red.min(green).min(blue)
}

/// How coloured the paper is: most of a page is paper.
fn paper(page: &RgbImage) -> u8 {
    let mut counts = [0_usize; 256];
    page.pixels().step_by(7).for_each(|pixel| counts[chroma(pixel.0) as usize] += 1);
    let half = counts.iter().sum::<usize>() / 2;
    let mut seen = 0;
    let middle = counts.iter().position(|count| {
        seen += count;
        seen > half
    });
    middle.unwrap_or(0) as u8
}
