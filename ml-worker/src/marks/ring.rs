//! Rings and boxes: what a stamp's edge looks like.

use super::blobs::Blob;
use crate::bench::rng::Rng;
use imageproc::{geometry::min_area_rect, point::Point};

/// A ring is looked at in so many directions.
const SECTORS: usize = 48;
/// A stroke of the ring may lie off by this part of its radius: nobody presses a stamp evenly.
const OFF: f32 = 0.06;
/// So many circles through three cells are tried, on no more cells than these.
const TRIES: usize = 250;
const CELLS: usize = 1500;

/// A circle or an oval, in cells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ring {
    pub(super) middle: (f32, f32),
    pub(super) radii: (f32, f32),
    /// In which part of all directions there is a stroke.
    pub(super) closed: f32,
}

/// The most closed ring in a blob whose radii are within these. The whole blob may be an oval; a part of it a circle.
pub(super) fn find(blob: &Blob, least: f32, most: f32) -> Option<Ring> {
    let middle = ((blob.left + blob.right) as f32 / 2.0, (blob.top + blob.bottom) as f32 / 2.0);
    let whole = looked_at(blob, middle, (blob.width() / 2.0 - 0.5, blob.height() / 2.0 - 0.5));
    let mut rng = Rng::new(blob.cells.len() as u64);
    let thinned = Blob {
        cells: blob.cells.iter().copied().step_by(blob.cells.len() / CELLS + 1).collect(),
        left: blob.left,
        top: blob.top,
        right: blob.right,
        bottom: blob.bottom,
    };
    let circles = (0..TRIES).filter_map(|_| {
        let mut cell = || thinned.cells[rng.below(thinned.cells.len())];
        let (middle, radius) = circle(cell(), cell(), cell())?;
        (least..=most).contains(&radius).then(|| looked_at(&thinned, middle, (radius, radius)))
    });
    let fits = |ring: &Ring| {
        let (low, high) = (ring.radii.0.min(ring.radii.1), ring.radii.0.max(ring.radii.1));
        low >= least && high <= most && low > 0.45 * high && ring.closed > 0.5
    };
    let mut rings: Vec<Ring> = circles.chain([whole]).filter(fits).collect();
    rings.sort_by(|a, b| b.closed.total_cmp(&a.closed));
    rings.into_iter().find(|ring| is_hollow(blob, ring))
}

fn looked_at(blob: &Blob, middle: (f32, f32), radii: (f32, f32)) -> Ring {
    let mut hit = [false; SECTORS];
    for (dx, dy) in from(blob, middle) {
        if (distance(dx, dy, radii) - 1.0).abs() < OFF {
            let turn = (dy.atan2(dx) / std::f32::consts::TAU).rem_euclid(1.0);
            hit[(turn * SECTORS as f32) as usize % SECTORS] = true;
        }
    }
    Ring { middle, radii, closed: hit.iter().filter(|hit| **hit).count() as f32 / SECTORS as f32 }
}

/// Just inside and just outside a ring there is little; a block of print is as full there as anywhere.
fn is_hollow(blob: &Blob, ring: &Ring) -> bool {
    let radius = (ring.radii.0 + ring.radii.1) / 2.0;
    let density = |low: f32, high: f32| {
        let cells = from(blob, ring.middle).filter(|(dx, dy)| (low..high).contains(&distance(*dx, *dy, ring.radii)));
        cells.count() as f32 / (std::f32::consts::PI * (high * high - low * low) * radius * radius).max(1.0)
    };
    let on = density(1.0 - OFF, 1.0 + OFF);
    on > 1.8 * density(1.0 + OFF, 1.0 + 3.0 * OFF) && on > 1.3 * density(0.6, 1.0 - 2.0 * OFF)
}

fn from(blob: &Blob, middle: (f32, f32)) -> impl Iterator<Item = (f32, f32)> {
    blob.cells.iter().map(move |(x, y)| (*x as f32 + 0.5 - middle.0, *y as f32 + 0.5 - middle.1))
}

fn distance(dx: f32, dy: f32, radii: (f32, f32)) -> f32 {
    (dx / radii.0.max(1.0)).hypot(dy / radii.1.max(1.0))
}

/// The circle through three cells.
fn circle(a: (usize, usize), b: (usize, usize), c: (usize, usize)) -> Option<((f32, f32), f32)> {
    let at = |(x, y): (usize, usize)| (x as f32 + 0.5, y as f32 + 0.5);
    let (a, b, c) = (at(a), at(b), at(c));
    let turn = 2.0 * (a.0 * (b.1 - c.1) + b.0 * (c.1 - a.1) + c.0 * (a.1 - b.1));
    if turn.abs() < 1.0 {
        return None;
    }
    let square = |(x, y): (f32, f32)| x * x + y * y;
    let x = (square(a) * (b.1 - c.1) + square(b) * (c.1 - a.1) + square(c) * (a.1 - b.1)) / turn;
    let y = (square(a) * (c.0 - b.0) + square(b) * (a.0 - c.0) + square(c) * (b.0 - a.0)) / turn;
    Some(((x, y), (a.0 - x).hypot(a.1 - y)))
}

/// A box around a blob at whatever slant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Boxed {
    /// How much of the side that is drawn worst is drawn.
    pub(super) closed: f32,
    /// By how many degrees it is off level.
    pub(super) slant: f32,
    /// How much of the inside, away from its sides, is ink.
    pub(super) inside: f32,
}

pub(super) fn boxed(blob: &Blob) -> Boxed {
    /// Each side is looked at in so many pieces.
    const PIECES: usize = 24;
    let points: Vec<Point<i32>> = blob.cells.iter().map(|(x, y)| Point::new(*x as i32, *y as i32)).collect();
    let corners = min_area_rect(&points).map(|point| (point.x as f32, point.y as f32));
    let slant = |a: (f32, f32), b: (f32, f32)| {
        let degrees = (b.1 - a.1).atan2(b.0 - a.0).to_degrees().rem_euclid(90.0);
        degrees.min(90.0 - degrees)
    };
    let thick = (0.07 * blob.width().min(blob.height())).max(2.0);
    let mut closed = 1.0_f32;
    let mut near_sides = vec![false; blob.cells.len()];
    for side in 0..4 {
        let (from, to) = (corners[side], corners[(side + 1) % 4]);
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy).max(1.0);
        let mut hit = [false; PIECES];
        for (place, (x, y)) in blob.cells.iter().enumerate() {
            let (px, py) = (*x as f32 - from.0, *y as f32 - from.1);
            let (along, across) = ((px * dx + py * dy) / length, (px * dy - py * dx).abs() / length);
            if across <= thick {
                near_sides[place] = true;
                hit[((along / length * PIECES as f32).max(0.0) as usize).min(PIECES - 1)] = true;
            }
        }
        closed = closed.min(hit.iter().filter(|hit| **hit).count() as f32 / PIECES as f32);
    }
    let inside = near_sides.iter().filter(|near| !**near).count() as f32 / (blob.width() * blob.height()).max(1.0);
    Boxed { closed, slant: slant(corners[0], corners[1]), inside }
}
