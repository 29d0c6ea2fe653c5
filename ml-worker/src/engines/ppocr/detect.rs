//! Where text stands: a network paints it, and what it painted becomes strips.

use image::{GrayImage, Luma, RgbImage, imageops};
use imageproc::geometry::convex_hull;
use imageproc::point::Point;
use imageproc::region_labelling::{Connectivity, connected_components};

use super::Strip;
use super::canvas;
use crate::model::{Model, ModelError};
use crate::pixels::{By, resized};

/// The shorter side is brought up to this, in pixels: below it, small print is lost.
const SHORT_SIDE: f32 = 736.0;
/// The longer side is brought down to this. An A4 page then has 135 dots an inch, and its shorter side is a whole number of
/// steps.
const LONG_SIDE: f32 = 1584.0;
/// Sides are filled up to multiples of this, so that few shapes, and so few plans, occur.
const STEP: usize = 160;
/// From here on a pixel is text. This and the next two are what the network's makers read it with.
const TEXT: f32 = 0.3;
/// A strip whose pixels are text less surely than this, on average, is none.
const STRIP: f32 = 0.5;
/// The network paints the middle of the letters; by this much, in parts of the strip's size, the strip is let out.
const LET_OUT: f32 = 1.6;
/// Smaller things are specks, in painted pixels.
const SPECK: f32 = 3.0;

pub(super) struct Detector {
    model: Box<dyn Model>,
}

impl Detector {
    pub(super) fn new(model: Box<dyn Model>) -> Self {
        Self { model }
    }

    pub(super) fn digest(&self) -> [u8; 32] {
        self.model.digest()
    }

    pub(super) fn find(&self, page: &RgbImage) -> Result<Vec<Strip>, ModelError> {
        let (width, height) = (page.width() as f32, page.height() as f32);
        let scale = (SHORT_SIDE / width.min(height)).max(1.0).min(LONG_SIDE / width.max(height));
        let side = |length: f32| ((length * scale).round() as u32).max(1);
        let small = match scale {
            // As good for shrinking, and ten times as quick.
            ..0.7 => imageops::thumbnail(page, side(width), side(height)),
            _ => resized(page, side(width), side(height), By::Triangle),
        };
        let filled = |length: u32| (length as usize).next_multiple_of(STEP);
        let (width, height) = (filled(small.width()), filled(small.height()));
        let painted = self.model.run(&[canvas::numbers(&small, width, height, canvas::WHITE)])?;
        let painted = painted.first().map_or(&[][..], |painted| &painted.values);
        let mut strips = strips(painted, width, height);
        for strip in &mut strips {
            strip.middle = (strip.middle.0 / scale, strip.middle.1 / scale);
            strip.length /= scale;
            strip.height /= scale;
        }
        Ok(strips)
    }
}

/// What hangs together becomes a strip.
fn strips(painted: &[f32], width: usize, height: usize) -> Vec<Strip> {
    if painted.len() != width * height {
        return Vec::new();
    }
    let is_text = |x: usize, y: usize| painted[y * width + x] > TEXT;
    // Grown by a pixel to the right and downwards, which joins what only a hair parts.
    let mask = GrayImage::from_fn(width as u32, height as u32, |x, y| {
        let (x, y) = (x as usize, y as usize);
        let (left, above) = (x.saturating_sub(1), y.saturating_sub(1));
        Luma([u8::from(is_text(x, y) || is_text(left, y) || is_text(x, above) || is_text(left, above))])
    });
    let mut edges: Vec<Vec<Point<i32>>> = Vec::new();
    for (y, row) in connected_components(&mask, Connectivity::Eight, Luma([0])).rows().enumerate() {
        let mut last = 0;
        for (x, label) in row.map(|label| label[0] as usize).chain([0]).enumerate() {
            if label != last {
                edges.resize_with(edges.len().max(label).max(last), Vec::new);
                for (label, x) in [(last, x as i32 - 1), (label, x as i32)] {
                    if label > 0 {
                        edges[label - 1].push(Point::new(x, y as i32));
                    }
                }
                last = label;
            }
        }
    }
    edges.iter().filter_map(|edge| strip(edge, painted, width)).collect()
}

fn strip(edge: &[Point<i32>], painted: &[f32], width: usize) -> Option<Strip> {
    let mut strip = tightest(edge)?;
    if strip.length.min(strip.height) < SPECK {
        return None;
    }
    strip.sure = average(&strip, painted, width);
    if strip.sure < STRIP {
        return None;
    }
    let let_out = LET_OUT * strip.length * strip.height / (2.0 * (strip.length + strip.height));
    strip.length += 2.0 * let_out;
    strip.height += 2.0 * let_out;
    Some(strip)
}

/// The smallest rectangle around points, at whatever slant; it lies within half a right angle of level.
fn tightest(points: &[Point<i32>]) -> Option<Strip> {
    let hull = convex_hull(points.to_vec());
    let next = |at: usize| hull[(at + 1) % hull.len()];
    let around = |at: usize| {
        let (dx, dy) = ((next(at).x - hull[at].x) as f32, (next(at).y - hull[at].y) as f32);
        let edge = dx.hypot(dy);
        let (mut cos, mut sin) = if edge > 0.0 { (dx / edge, dy / edge) } else { (1.0, 0.0) };
        if cos.abs() < sin.abs() {
            (cos, sin) = (sin, -cos);
        }
        if cos < 0.0 {
            (cos, sin) = (-cos, -sin);
        }
        let span = |x: f32, y: f32| {
            let along = hull.iter().map(|point| point.x as f32 * x + point.y as f32 * y);
            along.fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), at| (low.min(at), high.max(at)))
        };
        let ((left, right), (top, bottom)) = (span(cos, sin), span(-sin, cos));
        let (along, across) = ((left + right) / 2.0, (top + bottom) / 2.0);
        let middle = (along * cos - across * sin + 0.5, along * sin + across * cos + 0.5);
        Strip { middle, along: (cos, sin), length: right - left, height: bottom - top, sure: 0.0 }
    };
    (0..hull.len()).map(around).min_by(|a, b| (a.length * a.height).total_cmp(&(b.length * b.height)))
}

/// How surely the pixels inside are text.
fn average(strip: &Strip, painted: &[f32], width: usize) -> f32 {
    let area = strip.area(0.0, strip.length);
    let height = painted.len() / width;
    let within =
        |low: f32, high: f32, most: usize| (low.max(0.0) as usize)..(high.ceil().max(0.0) as usize + 1).min(most);
    let (mut sum, mut count) = (0.0, 0.0);
    for y in within(area.top, area.bottom, height) {
        for x in within(area.left, area.right, width) {
            let (dx, dy) = (x as f32 + 0.5 - strip.middle.0, y as f32 + 0.5 - strip.middle.1);
            let (along, across) = (dx * strip.along.0 + dy * strip.along.1, dy * strip.along.0 - dx * strip.along.1);
            if along.abs() <= strip.length / 2.0 && across.abs() <= strip.height / 2.0 {
                sum += painted[y * width + x];
                count += 1.0;
            }
        }
    }
    if count > 0.0 { sum / count } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_painted_bar_becomes_a_strip_of_its_slant_and_size() {
        let (width, height) = (200, 100);
        let angle = 10_f32.to_radians();
        let painted: Vec<f32> = (0..width * height)
            .map(|at| {
                let (x, y) = ((at % width) as f32 - 100.0, (at / width) as f32 - 50.0);
                let (along, across) = (x * angle.cos() + y * angle.sin(), y * angle.cos() - x * angle.sin());
                if along.abs() < 60.0 && across.abs() < 6.0 { 0.9 } else { 0.0 }
            })
            .collect();
        let strips = strips(&painted, width, height);
        assert_eq!(strips.len(), 1);
        let strip = strips[0];
        assert!((strip.along.1.asin() - angle).abs().to_degrees() < 1.0, "{strip:?}");
        assert!((strip.middle.0 - 100.0).abs() < 1.5 && (strip.middle.1 - 50.0).abs() < 1.5, "{strip:?}");
        // 120 by 12 is let out by 1.6 * 120 * 12 / 264 = 8.7 on each side.
        assert!((strip.length - 137.0).abs() < 4.0 && (strip.height - 29.0).abs() < 4.0, "{strip:?}");
    }

    #[test]
    fn specks_and_faint_paint_are_nothing() {
        let mut painted = vec![0.0; 100 * 100];
        painted[50 * 100 + 50] = 1.0;
        for at in 0..20 {
            painted[10 * 100 + at] = 0.35;
            painted[11 * 100 + at] = 0.35;
            painted[12 * 100 + at] = 0.35;
            painted[13 * 100 + at] = 0.35;
        }
        assert_eq!(strips(&painted, 100, 100), []);
    }
}
