//! Finds the sheet of paper on a photo and makes it a flat page.

use std::ops::Range;

use image::{GrayImage, Rgb, RgbImage, imageops};
use imageproc::definitions::Image;
use imageproc::filter::median_filter;
use imageproc::geometric_transformations::{Border, Interpolation, Projection, warp_into};
use imageproc::geometry::convex_hull;
use imageproc::point::Point;

use crate::pixels::grey;

/// The photo is looked at in this size, by its longer side, in pixels.
const SIDE: u32 = 480;
/// Where the shorter one has fewer then, no sheet can be seen.
const LEAST: u32 = 8;
/// Paper that covers less of the photo is not what was photographed; what covers more has its edges outside.
const COVERS: Range<f32> = 0.2..0.96;
/// So much of the four-cornered shape has to be bright: print is dark, but a sheet is no star.
const FILLED: f32 = 0.8;
/// Corners of a sheet that a person photographs are this far from right angles at most: the sine of 60 degrees is 0.87.
const SQUARE: f32 = 0.8;
/// Paper and table are held against each other this far from a side, in pixels of the small picture: nearer than a shade
/// needs to fall, and farther than a blurred edge is wide.
const BESIDE: f32 = 5.0;
/// An edge of a sheet is darker outside by this share of the brightness inside, on average over its length.
const CLEAR: f32 = 0.1;
/// So much darker says no more than this: a black table is no better edge than a brown one.
const DARKER: f32 = 0.3;
/// A side this near to the picture's own is where the sheet leaves the photo.
const LEAVES: f32 = 5.0;

/// Upper left, upper right, lower right, lower left.
pub type Corners = [(f32, f32); 4];

/// Where the sheet's corners are; nothing when the picture shows no edge of a sheet.
#[must_use]
pub fn found(photo: &RgbImage) -> Option<Corners> {
    let scale = SIDE as f32 / photo.width().max(photo.height()) as f32;
    let side = |length: u32| ((length as f32 * scale) as u32).min(length);
    let (width, height) = (side(photo.width()), side(photo.height()));
    if width.min(height) < LEAST {
        return None;
    }
    let small = imageops::thumbnail(&grey(photo), width, height);
    let small = median_filter(&small, 2, 2);
    // No threshold serves every light: in one the sheet ends where a shade falls, in another it runs into the table. The
    // one that is right shows a sheet with edges.
    let sheets = (30..=220).step_by(10).filter_map(|threshold| sheet(&small, threshold));
    let (_, corners) = sheets.max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(refined(&small, &in_order(corners)).map(|(x, y)| ((x + 0.5) / scale, (y + 0.5) / scale)))
}

/// What may be the sheet by a threshold, and what speaks for it: how clear its edges are and how much they enclose, because
/// a hard shade has clear edges too.
fn sheet(photo: &GrayImage, threshold: u8) -> Option<(f32, Corners)> {
    let corners = widest(&convex_hull(largest(photo, threshold).as_slice()))?;
    // Whole points within whole corners are no fewer than the area; most pages end here, without being counted.
    if !is_square(&corners) || area(&corners) >= COVERS.end * (photo.width() * photo.height()) as f32 {
        return None;
    }
    let within: Vec<u8> = inside(photo, &corners).collect();
    let covers = within.len() as f32 / (photo.width() * photo.height()) as f32;
    let bright = within.iter().filter(|&&value| value > threshold).count() as f32;
    let sound = COVERS.contains(&covers) && bright > FILLED * within.len() as f32;
    let edges: Vec<f32> = sound.then(|| edges(photo, &corners))?.collect();
    // One edge alone may be a band across the head of a page.
    (edges.len() > 1 && edges.iter().all(|&edge| edge > CLEAR))
        .then(|| (covers * edges.iter().sum::<f32>() / edges.len() as f32, corners))
}

/// How clear each edge is that the photo shows: by which share of the paper's brightness the table beside it is darker.
fn edges(photo: &GrayImage, corners: &Corners) -> impl Iterator<Item = f32> {
    let (right, bottom) = (photo.width() as f32 - 1.0, photo.height() as f32 - 1.0);
    let leaves = move |(a, b): Side| {
        let near = |a: f32, b: f32, end: f32| a.max(b) < LEAVES || a.min(b) > end - LEAVES;
        near(a.0, b.0, right) || near(a.1, b.1, bottom)
    };
    let corners = in_order(*corners);
    let sides = (0..4).map(move |at| (corners[at], corners[(at + 1) % 4])).filter(move |side| !leaves(*side));
    sides.map(move |((ax, ay), (bx, by))| {
        let (dx, dy) = (bx - ax, by - ay);
        let length = dx.hypot(dy).max(1.0);
        let value = |part: f32, away: f32| {
            let (x, y) = (ax + part * dx + away * dy / length, ay + part * dy - away * dx / length);
            let there = (0.0..=right).contains(&x) && (0.0..=bottom).contains(&y);
            there.then(|| f32::from(photo.get_pixel(x.round() as u32, y.round() as u32)[0]))
        };
        let darker = (0..LOOKED_AT).filter_map(|step| {
            let part = along(step);
            let (within, without) = (value(part, -BESIDE)?, value(part, BESIDE)?);
            Some(((within - without) / within.max(1.0)).clamp(0.0, DARKER))
        });
        darker.sum::<f32>() / LOOKED_AT as f32
    })
}

/// The sheet alone, as seen from straight above, and what that does to places; nothing where a side is longer than any on
/// the photo.
#[must_use]
pub fn flattened(photo: &RgbImage, corners: &Corners) -> Option<(RgbImage, Projection)> {
    let side = |a: usize, b: usize| (corners[a].0 - corners[b].0).hypot(corners[a].1 - corners[b].1);
    let (width, height) = (side(0, 1).max(side(3, 2)), side(0, 3).max(side(1, 2)));
    if width.max(height) > photo.width() as f32 + photo.height() as f32 {
        return None;
    }
    let page = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)];
    let projection = Projection::from_control_points(*corners, page)?;
    let mut flat: Image<Rgb<u8>> = RgbImage::new((width as u32).max(1), (height as u32).max(1));
    warp_into(photo, projection, Interpolation::Bilinear, Border::Constant(Rgb([255; 3])), &mut flat);
    Some((flat, projection))
}

/// The ends of each row of the largest bright thing: its hull is theirs.
fn largest(photo: &GrayImage, threshold: u8) -> Vec<Point<i32>> {
    let Things { runs, earlier: mut first } = Things::of(photo, threshold);
    let mut counts = vec![0; runs.len()];
    for (at, (_, run)) in runs.iter().enumerate() {
        // Earlier ones come first, so that what each leads to is the first of all by now.
        first[at] = first[first[at]];
        counts[first[at]] += run.len();
    }
    let largest = (0..counts.len()).max_by_key(|&first| counts[first]);
    let mine = runs.iter().zip(first).filter(|(_, first)| Some(*first) == largest);
    mine.flat_map(|((y, run), _)| [run.start, run.end - 1].map(|x| Point::new(x as i32, *y as i32))).collect()
}

/// What is bright, in runs along the rows, and which of them hang together, not across corners.
#[derive(Default)]
struct Things {
    runs: Vec<(usize, Range<usize>)>,
    /// For each run an earlier one that it hangs together with, or itself.
    earlier: Vec<usize>,
}

impl Things {
    fn of(photo: &GrayImage, threshold: u8) -> Self {
        let mut things = Self::default();
        let mut above = 0..0;
        for (y, row) in photo.as_raw().chunks_exact(photo.width() as usize).enumerate() {
            let begun = things.runs.len();
            let mut x = 0;
            for part in row.chunk_by(|a, b| (*a > threshold) == (*b > threshold)) {
                if part[0] > threshold {
                    things.add(y, x..x + part.len(), &mut above, begun);
                }
                x += part.len();
            }
            above = begun..things.runs.len();
        }
        things
    }

    /// Adds a run, which hangs together with those above that it touches. Runs come from left to right, so that those above
    /// that end before it touch none to come.
    fn add(&mut self, y: usize, run: Range<usize>, above: &mut Range<usize>, begun: usize) {
        let own = self.runs.len();
        self.earlier.push(own);
        while above.start < begun && self.runs[above.start].1.end <= run.start {
            above.start += 1;
        }
        let touched = (above.start..begun).take_while(|at| self.runs[*at].1.start < run.end).collect::<Vec<_>>();
        for at in touched {
            let (one, other) = (self.first(at), self.first(own));
            self.earlier[one.max(other)] = one.min(other);
        }
        self.runs.push((y, run));
    }

    /// The first of all runs that one hangs together with. The way there is halved each time it is gone, since a picture may be
    /// made so that it becomes as long as there are runs.
    fn first(&mut self, mut at: usize) -> usize {
        while self.earlier[at] != at {
            self.earlier[at] = self.earlier[self.earlier[at]];
            at = self.earlier[at];
        }
        at
    }
}

/// The four points of a hull that span the most.
fn widest(hull: &[Point<i32>]) -> Option<Corners> {
    let point = |at: usize| (hull[at].x as f32, hull[at].y as f32);
    let across = |a: usize, b: usize, c: usize| {
        let ((ax, ay), (bx, by), (cx, cy)) = (point(a), point(b), point(c));
        ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)).abs()
    };
    let farthest = |a: usize, b: usize, between: &mut dyn Iterator<Item = usize>| {
        between.map(|c| (across(a, b, c), c)).max_by(|x, y| x.0.total_cmp(&y.0))
    };
    let mut best = (0.0, None);
    for a in 0..hull.len() {
        for b in a + 2..hull.len() {
            let one = farthest(a, b, &mut (a + 1..b));
            let other = farthest(a, b, &mut (b + 1..hull.len()).chain(0..a));
            if let (Some(one), Some(other)) = (one, other)
                && one.0 + other.0 > best.0
            {
                best = (one.0 + other.0, Some([point(a), point(one.1), point(b), point(other.1)]));
            }
        }
    }
    best.1
}

fn area(corners: &Corners) -> f32 {
    let cross = |at: usize| corners[at].0 * corners[(at + 1) % 4].1 - corners[(at + 1) % 4].0 * corners[at].1;
    (0..4).map(cross).sum::<f32>().abs() / 2.0
}

fn is_square(corners: &Corners) -> bool {
    (0..4).all(|at| {
        let (before, here, after) = (corners[(at + 3) % 4], corners[at], corners[(at + 1) % 4]);
        let (a, b) = ((before.0 - here.0, before.1 - here.1), (after.0 - here.0, after.1 - here.1));
        (a.0 * b.1 - a.1 * b.0).abs() > SQUARE * a.0.hypot(a.1) * b.0.hypot(b.1)
    })
}

/// The values of all points between the corners.
fn inside(photo: &GrayImage, corners: &Corners) -> impl Iterator<Item = u8> {
    let inside = |x: f32, y: f32| {
        let turns = (0..4).map(|at| {
            let (a, b) = (corners[at], corners[(at + 1) % 4]);
            (b.0 - a.0) * (y - a.1) - (b.1 - a.1) * (x - a.0)
        });
        turns.clone().all(|turn| turn >= 0.0) || turns.clone().all(|turn| turn <= 0.0)
    };
    let points = photo.enumerate_pixels().filter(move |(x, y, _)| inside(*x as f32, *y as f32));
    points.map(|(_, _, pixel)| pixel[0])
}

/// Clockwise on the screen, from the one nearest to the upper left.
fn in_order(corners: Corners) -> Corners {
    let middle = corners.iter().fold((0.0, 0.0), |sum, corner| (sum.0 + corner.0 / 4.0, sum.1 + corner.1 / 4.0));
    let mut round = corners;
    round.sort_by(|a, b| {
        let angle = |corner: &(f32, f32)| (corner.1 - middle.1).atan2(corner.0 - middle.0);
        angle(a).total_cmp(&angle(b))
    });
    let first = (0..4).min_by(|&a, &b| (round[a].0 + round[a].1).total_cmp(&(round[b].0 + round[b].1))).unwrap_or(0);
    round.rotate_left(first);
    round
}

/// Points along a side at which its edge is looked for, and how far away from it, in pixels of the small picture.
const LOOKED_AT: u32 = 30;
const FAR: i32 = 12;
/// What counts as a step there, of 255.
const STEEP: f32 = 10.0;

/// Moves each side to where it gets darkest outwards, and the corners to where the sides meet then.
fn refined(photo: &GrayImage, corners: &Corners) -> Corners {
    let sides: [_; 4] = std::array::from_fn(|at| edge(photo, corners[at], corners[(at + 1) % 4]));
    std::array::from_fn(|at| met(sides[(at + 3) % 4], sides[at]).unwrap_or(corners[at]))
}

type Side = ((f32, f32), (f32, f32));

/// Where along a side it is looked at; not at its ends, where another begins.
fn along(step: u32) -> f32 {
    0.1 + 0.8 * step as f32 / (LOOKED_AT - 1) as f32
}

/// The straight line that fits the steepest steps beside a side best.
fn edge(photo: &GrayImage, from: (f32, f32), to: (f32, f32)) -> Side {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(1.0);
    // The corners go round clockwise, so this points outwards.
    let out = (dy / length, -dx / length);
    let value = |part: f32, away: f32| {
        let (x, y) = (from.0 + part * dx + away * out.0, from.1 + part * dy + away * out.1);
        let within = |at: f32, size: u32| (at.round().max(0.0) as u32).min(size - 1);
        f32::from(photo.get_pixel(within(x, photo.width()), within(y, photo.height()))[0])
    };
    let mut sums = [0.0; 5];
    for step in 0..LOOKED_AT {
        let part = along(step);
        let steps = (-FAR..=FAR)
            .map(|half| half as f32 / 2.0)
            .map(|away| (value(part, away - 1.0) - value(part, away + 1.0), away));
        let steepest = steps.clone().map(|(step, _)| step).fold(0.0, f32::max);
        // A blurred edge is steep over several pixels; its middle is meant.
        let (sum, count) = steps
            .filter(|(step, _)| *step > 0.8 * steepest)
            .fold((0.0, 0.0), |(sum, count), (_, away)| (sum + away, count + 1.0));
        if steepest > STEEP {
            let away = sum / count;
            for (sum, term) in sums.iter_mut().zip([1.0, part, part * part, away, away * part]) {
                *sum += steepest * term;
            }
        }
    }
    let [weight, part, square, away, product] = sums;
    let spread = weight * square - part * part;
    if spread <= f32::EPSILON {
        return (from, to);
    }
    let slope = (weight * product - part * away) / spread;
    let start = (away - slope * part) / weight;
    let moved = |point: (f32, f32), away: f32| (point.0 + away * out.0, point.1 + away * out.1);
    (moved(from, start), moved(to, start + slope))
}

fn met((a, b): Side, (c, d): Side) -> Option<(f32, f32)> {
    let (first, second) = ((b.0 - a.0, b.1 - a.1), (d.0 - c.0, d.1 - c.1));
    let across = first.0 * second.1 - first.1 * second.0;
    let part = ((c.0 - a.0) * second.1 - (c.1 - a.1) * second.0) / across;
    (across.abs() > f32::EPSILON).then_some((a.0 + part * first.0, a.1 + part * first.1))
}

#[cfg(test)]
mod tests {
    use super::super::{sample, skew};
    use super::*;

    #[test]
    fn a_photographed_sheet_becomes_a_flat_page() {
        let page = sample::coloured(&sample::page(600, 800));
        let corners: Corners = [(180.0, 90.0), (760.0, 140.0), (840.0, 980.0), (90.0, 930.0)];
        let sides = [(0.0, 0.0), (600.0, 0.0), (600.0, 800.0), (0.0, 800.0)];
        let seen = Projection::from_control_points(sides, corners).unwrap();
        let mut photo: Image<Rgb<u8>> = RgbImage::new(900, 1100);
        warp_into(&page, seen, Interpolation::Bilinear, Border::Constant(Rgb([90, 60, 40])), &mut photo);
        let found = found(&photo).unwrap();
        for (corner, expected) in found.iter().zip(corners) {
            let away = (corner.0 - expected.0).hypot(corner.1 - expected.1);
            assert!(away < 3.0, "{corner:?} instead of {expected:?}");
        }
        let before = skew::angle(&imageops::grayscale(&photo));
        let (flat, _) = flattened(&photo, &found).unwrap();
        let after = skew::angle(&imageops::grayscale(&flat));
        assert!(before.abs() > 2.0 && after.abs() < 0.5, "{before} degrees before, {after} after");
        assert!(super::found(&flat).is_none(), "a flat page has no corners to be found");
    }

    #[test]
    fn a_sheet_in_the_shade_is_found_whole() {
        let photo = RgbImage::from_fn(600, 800, |x, y| {
            let paper = (60..540).contains(&x) && (80..720).contains(&y);
            let light = if x > 280 { 1.0 } else { 0.5 };
            Rgb([((if paper { 250.0 } else { 50.0 }) * light) as u8; 3])
        });
        let found = found(&photo).unwrap();
        for (corner, expected) in found.iter().zip([(60.0, 80.0), (540.0, 80.0), (540.0, 720.0), (60.0, 720.0)]) {
            assert!((corner.0 - expected.0).hypot(corner.1 - expected.1) < 4.0, "{found:?}");
        }
    }

    #[test]
    fn light_on_the_table_is_no_part_of_the_sheet() {
        let photo = RgbImage::from_fn(600, 800, |x, y| {
            let paper = (60..500).contains(&x) && (80..720).contains(&y);
            Rgb([if paper { 230 } else { 40 + (x / 6) as u8 }; 3])
        });
        let found = found(&photo).unwrap();
        for (corner, expected) in found.iter().zip([(60.0, 80.0), (500.0, 80.0), (500.0, 720.0), (60.0, 720.0)]) {
            assert!((corner.0 - expected.0).hypot(corner.1 - expected.1) < 4.0, "{found:?}");
        }
    }

    #[test]
    fn a_dark_band_across_the_head_belongs_to_the_page() {
        let page = RgbImage::from_fn(600, 800, |_, y| Rgb([if y < 150 { 40 } else { 245 }; 3]));
        assert_eq!(found(&page), None);
    }

    #[test]
    fn a_photo_of_hardly_a_pixel_shows_no_sheet() {
        for (width, height) in [(1, 1), (1, 2000), (7, 7), (9000, 100)] {
            for grey in [128, 255] {
                assert_eq!(found(&RgbImage::from_pixel(width, height, Rgb([grey; 3]))), None, "{width} by {height}");
            }
        }
    }

    #[test]
    fn corners_far_beyond_the_photo_make_no_page() {
        let photo = RgbImage::from_pixel(60, 80, Rgb([200; 3]));
        let corners = |far: f32| [(5.0, 5.0), (far, 5.0), (far, 75.0), (5.0, 75.0)];
        assert_eq!(flattened(&photo, &corners(55.0)).map(|(page, _)| page.dimensions()), Some((50, 70)));
        assert!(flattened(&photo, &corners(1e6)).is_none());
    }

    #[test]
    fn a_scan_shows_no_edges() {
        assert_eq!(found(&sample::coloured(&sample::page(600, 800))), None);
        assert_eq!(found(&RgbImage::from_pixel(50, 50, Rgb([128; 3]))), None);
    }
}
