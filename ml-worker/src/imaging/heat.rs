//! Where a model looked.

use std::io::Cursor;

use image::{ImageFormat, Rgba, RgbaImage};

use super::{network::Evidence, resample};
use crate::page::Area;

/// Evidence of at least this part of the strongest belongs to the region.
const REGION: f32 = 0.5;
/// Each cell of a map becomes so many small ones, between which the region is drawn.
const FINER: usize = 4;
/// The longer side of the drawn map, in pixels: it is smooth, and the app stretches it over the picture.
const DRAWN: u32 = 192;
/// The strongest evidence lets so much of the picture through.
const OPAQUE: f32 = 200.0;

/// Where a model looked: the evidence for one class, place by place.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// Which class.
    pub class: usize,
    /// Cells in a row, and rows.
    pub cells: usize,
    /// The evidence in rows of cells: 0 is none, 1 the strongest.
    pub values: Vec<f32>,
    /// The region of the strongest evidence, in parts of the picture's width and height.
    pub region: Area,
    /// The part of the picture that this region covers.
    pub share: f32,
}

impl Heat {
    /// Of the evidence for a class, less that for the class it speaks `against`. `None` where there is none anywhere.
    pub(super) fn of(evidence: &Evidence, class: usize, against: Option<usize>) -> Option<Self> {
        let cells = evidence.cells;
        let of = |class: usize| evidence.map.get(class * cells * cells..(class + 1) * cells * cells);
        let mut values = of(class)?.to_vec();
        if let Some(against) = against.and_then(of) {
            values.iter_mut().zip(against).for_each(|(value, against)| *value -= against);
        }
        let most = values.iter().copied().fold(0.0, f32::max);
        if most <= 0.0 || !most.is_finite() {
            return None;
        }
        values.iter_mut().for_each(|value| *value = (*value / most).max(0.0));
        let (region, share) = region(&values, cells);
        Some(Self { class, cells, values, region, share })
    }

    /// The place of the strongest evidence, in parts of the picture's width and height.
    #[must_use]
    pub fn peak(&self) -> (f32, f32) {
        let side = self.cells * FINER;
        let fine = resample::numbers(&self.values, (self.cells, self.cells), (side, side));
        let at = strongest(&fine);
        ((at % side) as f32 / side as f32 + 0.5 / side as f32, (at / side) as f32 / side as f32 + 0.5 / side as f32)
    }

    /// The map as a PNG of the picture's shape: red where the evidence is strong, clear where there is none.
    #[must_use]
    pub fn png(&self, width: u32, height: u32) -> Option<Vec<u8>> {
        let longer = width.max(height).max(1);
        let side = |length: u32| (DRAWN * length / longer).max(1);
        let (wide, high) = (side(width), side(height));
        let values = resample::numbers(&self.values, (self.cells, self.cells), (wide as usize, high as usize));
        let drawn = RgbaImage::from_fn(wide, high, |x, y| {
            let value = values[(y * wide + x) as usize].clamp(0.0, 1.0);
            // From yellow to red; steps of 1/32 keep the file small.
            let step = (value * 32.0).round() / 32.0;
            Rgba([255, (220.0 * (1.0 - step)) as u8, 0, (OPAQUE * step) as u8])
        });
        let mut png = Cursor::new(Vec::new());
        drawn.write_to(&mut png, ImageFormat::Png).ok()?;
        Some(png.into_inner())
    }

    /// Where the region lies, in words, as one looks at the picture.
    #[must_use]
    pub fn words(&self) -> &'static str {
        let third = |middle: f32| ((middle * 3.0) as usize).min(2);
        let across = third(f32::midpoint(self.region.left, self.region.right));
        let down = third(f32::midpoint(self.region.top, self.region.bottom));
        [
            ["the upper left", "the upper middle", "the upper right"],
            ["the left", "the middle", "the right"],
            ["the lower left", "the lower middle", "the lower right"],
        ][down][across]
    }
}

fn strongest(values: &[f32]) -> usize {
    // The first of equals, so that the same picture always has the same place.
    (0..values.len()).rev().max_by(|a, b| values[*a].total_cmp(&values[*b])).unwrap_or_default()
}

/// The region around the strongest evidence that hangs together, and the part of the picture it covers.
fn region(values: &[f32], cells: usize) -> (Area, f32) {
    let side = cells * FINER;
    let fine = resample::numbers(values, (cells, cells), (side, side));
    let peak = strongest(&fine);
    let least = fine[peak] * REGION;
    let mut seen = vec![false; fine.len()];
    let mut waiting = vec![peak];
    seen[peak] = true;
    let (mut left, mut right, mut top, mut bottom, mut count) = (side, 0, side, 0, 0_usize);
    while let Some(at) = waiting.pop() {
        let (x, y) = (at % side, at / side);
        count += 1;
        (left, right, top, bottom) = (left.min(x), right.max(x + 1), top.min(y), bottom.max(y + 1));
        let beside = [
            (x > 0, at.wrapping_sub(1)),
            (x + 1 < side, at + 1),
            (y > 0, at.wrapping_sub(side)),
            (y + 1 < side, at + side),
        ];
        for (_, next) in beside.into_iter().filter(|(inside, _)| *inside) {
            if !seen[next] && fine[next] >= least {
                seen[next] = true;
                waiting.push(next);
            }
        }
    }
    let part = |cell: usize| cell as f32 / side as f32;
    let area = Area { left: part(left), top: part(top), right: part(right), bottom: part(bottom) };
    (area, count as f32 / fine.len() as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(at: &[(usize, f32)]) -> Evidence {
        let mut map = vec![0.0; 2 * 36];
        at.iter().for_each(|(cell, value)| map[36 + cell] = *value);
        Evidence { probabilities: vec![0.5, 0.5], map, cells: 6, distance: Vec::new() }
    }

    #[test]
    fn the_region_is_where_the_evidence_is() {
        // The cell in the fifth row and the second column, and a weaker one far from it.
        let heat = Heat::of(&evidence(&[(4 * 6 + 1, 3.0), (5, 1.0)]), 1, Some(0)).unwrap();
        let (x, y) = heat.peak();
        assert!((x - 0.25).abs() < 0.05 && (y - 0.75).abs() < 0.05, "{x} {y}");
        assert!(heat.region.left < x && x < heat.region.right && heat.region.top < y && y < heat.region.bottom);
        assert!((0.02..0.06).contains(&heat.share), "{}", heat.share);
        assert_eq!(heat.words(), "the lower left");
    }

    #[test]
    fn no_evidence_makes_no_map() {
        assert_eq!(Heat::of(&evidence(&[(3, -1.0)]), 1, Some(0)), None);
    }

    #[test]
    fn the_drawn_map_has_the_picture_s_shape_and_is_clear_where_nothing_is() {
        let heat = Heat::of(&evidence(&[(0, 1.0)]), 1, None).unwrap();
        let png = image::load_from_memory(&heat.png(3000, 1500).unwrap()).unwrap().into_rgba8();
        assert_eq!(png.dimensions(), (192, 96));
        assert!(png.get_pixel(5, 3)[3] > 150);
        assert_eq!(png.get_pixel(150, 80)[3], 0);
    }
}
