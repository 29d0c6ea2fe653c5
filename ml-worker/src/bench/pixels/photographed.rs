//! A phone's photo of a page on a table: seen from aside, bent, in a shade, a little blurred and grainy.

use image::{Rgb, RgbImage};
use imageproc::geometric_transformations::Projection;

use super::{field::Field, scanned::blurred, sensor};
use crate::bench::rng::Rng;

/// Colours of tables: wood, dark wood, grey cloth, blue cloth.
const TABLES: [[f32; 3]; 4] = [[120.0, 84.0, 52.0], [62.0, 44.0, 34.0], [96.0, 98.0, 100.0], [48.0, 62.0, 96.0]];

/// How the light falls.
struct Light {
    /// Where a shade's edge runs: a place on the page and the way across it.
    edge: (f32, f32),
    across: (f32, f32),
    /// How soft that edge is, and how dark it is behind it.
    soft: f32,
    dark: f32,
    /// A lamp's gradient over the page.
    slope: (f32, f32),
    /// The lamp's colour.
    tint: [f32; 3],
}

impl Light {
    fn new(rng: &mut Rng) -> Self {
        let way = rng.part() * std::f64::consts::TAU;
        let warm = (rng.part() * 2.0 - 1.0) as f32 * 0.08;
        Self {
            edge: (0.2 + 0.6 * rng.part() as f32, 0.2 + 0.6 * rng.part() as f32),
            across: (way.cos() as f32, way.sin() as f32),
            soft: 0.02 + 0.12 * rng.part() as f32,
            dark: if rng.chance(0.7) { 0.45 + 0.4 * rng.part() as f32 } else { 1.0 },
            slope: ((rng.part() * 0.4 - 0.2) as f32, (rng.part() * 0.4 - 0.2) as f32),
            tint: [0.94 + warm, 0.94, 0.94 - warm],
        }
    }

    /// How bright it is at a place of the page, from 0 to 1 on both axes.
    fn at(&self, x: f32, y: f32) -> f32 {
        let behind = (x - self.edge.0) * self.across.0 + (y - self.edge.1) * self.across.1;
        let shade = self.dark + (1.0 - self.dark) / (1.0 + (behind / self.soft).exp());
        shade * (1.0 + self.slope.0 * (x - 0.5) + self.slope.1 * (y - 0.5))
    }
}

/// How the paper is bent: by how many pixels of the page it is seen aside, and how bright its slopes are.
struct Bends {
    across: Field,
    down: Field,
    far: f32,
    shading: f32,
}

impl Bends {
    fn new(rng: &mut Rng, width: u32) -> Self {
        let (columns, rows) = (2 + rng.below(4), 3 + rng.below(4));
        Self {
            across: Field::new(rng, columns, rows),
            down: Field::new(rng, columns, rows),
            far: width as f32 * (0.001 + 0.005 * rng.part() as f32),
            shading: 0.03 + 0.07 * rng.part() as f32,
        }
    }
}

/// The photo, and what taking it does to places.
pub(super) fn photographed(page: &RgbImage, rng: &mut Rng) -> Option<(RgbImage, Projection)> {
    let (width, height) = (page.width() as f32, page.height() as f32);
    // The camera sees the page and a margin of table around it; of some pages it loses the edges.
    let margin = width * if rng.chance(0.2) { -0.02 } else { 0.02 + 0.12 * rng.part() as f32 };
    let degrees = (rng.part() * 2.0 - 1.0) * 6.0;
    let tilt = width * 0.06;
    let (sin, cos) = (degrees.to_radians().sin() as f32, degrees.to_radians().cos() as f32);
    let corners = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)];
    let mut aside = |at: f32| at + (rng.part() * 2.0 - 1.0) as f32 * tilt;
    let seen = corners.map(|(x, y)| {
        let (dx, dy) = (x - width / 2.0, y - height / 2.0);
        (aside(dx * cos - dy * sin), aside(dx * sin + dy * cos))
    });
    let low = |pick: fn(&(f32, f32)) -> f32| seen.iter().map(pick).fold(f32::INFINITY, f32::min) - margin;
    let high = |pick: fn(&(f32, f32)) -> f32| seen.iter().map(pick).fold(f32::NEG_INFINITY, f32::max) + margin;
    let (left, top) = (low(|corner| corner.0), low(|corner| corner.1));
    let (wide, tall) = (high(|corner| corner.0) - left, high(|corner| corner.1) - top);
    let taking = Projection::from_control_points(corners, seen.map(|(x, y)| (x - left, y - top)))?;
    let back = taking.invert();
    let (bends, light) = (Bends::new(rng, page.width()), Light::new(rng));
    let (table, grain) = (rng.of(&TABLES), Field::new(rng, 60, 12));
    let soft = blurred(page, 0.5);
    let picture = RgbImage::from_fn(wide as u32, tall as u32, |x, y| {
        let (x, y) = (x as f32 + 0.5, y as f32 + 0.5);
        let (at_x, at_y) = back * (x, y);
        let (part_x, part_y) = (at_x / width, at_y / height);
        let bent = (bends.across.at(part_x, part_y), bends.down.at(part_x, part_y));
        let lit = light.at(part_x.clamp(-0.3, 1.3), part_y.clamp(-0.3, 1.3));
        let (place, bright) = match sampled(&soft, at_x + bends.far * bent.0, at_y + bends.far * bent.1) {
            Some(paper) => (paper.map(|value| 18.0 + value * 0.86), lit * (1.0 + bends.shading * bent.1)),
            None => (table, lit * (0.9 + 0.12 * grain.at(x / wide, y / tall))),
        };
        Rgb(std::array::from_fn(|channel| (place[channel] * bright * light.tint[channel]).clamp(0.0, 255.0) as u8))
    });
    let mut picture = blurred(&picture, 0.5 + 0.8 * rng.part() as f32);
    sensor::grain(&mut picture, 2.0 + 4.0 * rng.part() as f32, rng);
    Some((picture, taking))
}

/// The page between its pixels; nothing beside it.
fn sampled(page: &RgbImage, x: f32, y: f32) -> Option<[f32; 3]> {
    let (x, y) = (x - 0.5, y - 0.5);
    if x < -0.5 || y < -0.5 || x > page.width() as f32 - 0.5 || y > page.height() as f32 - 0.5 {
        return None;
    }
    let (x, y) = (x.clamp(0.0, page.width() as f32 - 1.01), y.clamp(0.0, page.height() as f32 - 1.01));
    let (left, top) = (x as u32, y as u32);
    let (across, down) = (x - left as f32, y - top as f32);
    let at = |dx, dy, channel: usize| f32::from(page.get_pixel(left + dx, top + dy)[channel]);
    Some(std::array::from_fn(|channel| {
        let upper = at(0, 0, channel) * (1.0 - across) + at(1, 0, channel) * across;
        let lower = at(0, 1, channel) * (1.0 - across) + at(1, 1, channel) * across;
        upper * (1.0 - down) + lower * down
    }))
}
