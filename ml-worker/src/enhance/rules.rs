//! Drawn lines, such as a table's: found, and taken out of what Tesseract sees, which takes a page full of frames for a
//! picture and reads nothing in it.

use std::ops::Range;

use image::{GrayImage, Luma, imageops};

use crate::page::{Area, Rule};

/// A level line is longer than this, in heights of a line of print: no dash and no bar of a letter is.
const LEVEL: f32 = 2.5;
/// An upright line is longer than this: no letter is as high.
const UPRIGHT: f32 = 1.5;
/// Lines are thinner than this.
const THIN: f32 = 0.22;
/// A gap of so many pixels does not end a line.
const GAP: u32 = 3;
/// A line that is not quite level is made of runs at least so long, one beside the other.
const RUN: f32 = 0.8;

/// How a line may look.
#[derive(Clone, Copy, Debug)]
struct Look {
    /// This part of its runs is ink.
    dense: f32,
    /// It falls or rises by at most this part of its length.
    slant: f32,
}

/// As it is drawn; and as a fax frays it. Of runs with gaps that rise, print is made too.
const LOOKS: [Look; 2] = [Look { dense: 0.9, slant: 0.1 }, Look { dense: 0.5, slant: 0.0 }];

/// A run of ink.
#[derive(Clone, Copy, Debug)]
struct Run {
    y: u32,
    from: u32,
    to: u32,
}

/// The lines of a page that is black and white, and the page without them. `line` is how high its lines of print are.
#[must_use]
pub fn parted(ink: &GrayImage, line: f32) -> (Vec<Rule>, GrayImage) {
    let thin = (THIN * line).max(3.0) as u32;
    let (mut areas, mut without) = (Vec::new(), ink.clone());
    for look in LOOKS {
        for found in level(&without, look, LEVEL * line, line, thin) {
            erase(&mut without, &found.runs, thin);
            areas.push(found.area);
        }
    }
    // An upright line is a level one of the page on its side.
    let mut aside = imageops::rotate90(&without);
    for found in level(&imageops::rotate90(ink), LOOKS[0], UPRIGHT * line, line, thin) {
        erase(&mut aside, &found.runs, thin);
        let high = ink.height() as f32;
        let Area { left, top, right, bottom } = found.area;
        areas.push(Area { left: top, top: high - right, right: bottom, bottom: high - left });
    }
    (areas.into_iter().map(|area| Rule { area }).collect(), imageops::rotate270(&aside))
}

/// A level line: where it is, and what it is made of.
struct Found {
    area: Area,
    runs: Vec<Run>,
}

fn level(ink: &GrayImage, look: Look, long: f32, line: f32, thin: u32) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for run in runs(ink, look, (RUN * line) as u32) {
        let area = Area { left: run.from as f32, top: run.y as f32, right: run.to as f32, bottom: run.y as f32 + 1.0 };
        let mut one = Found { area, runs: vec![run] };
        // Runs come from above downwards: what lies right above belongs to the same line.
        let mut at = 0;
        while at < all.len() {
            let above = all[at].runs.iter().rev().take_while(|above| run.y - above.y <= 1);
            let touches = |above: &Run| above.from <= run.to + GAP && run.from <= above.to + GAP;
            if above.into_iter().any(touches) {
                let mut other = all.swap_remove(at);
                other.runs.append(&mut one.runs);
                one = Found { area: other.area.with(one.area), runs: other.runs };
            } else {
                at += 1;
            }
        }
        all.push(one);
    }
    // What is thick all along is a bar or a picture, and no line.
    all.retain(|found| {
        if found.area.width() < long || found.area.height() > thin as f32 + look.slant * found.area.width() {
            return false;
        }
        let middle = |run: &Run| column(ink, (run.from + run.to) / 2, run.y).len() as u32;
        let mut thicknesses: Vec<u32> = found.runs.iter().map(middle).collect();
        thicknesses.sort_unstable();
        thicknesses[thicknesses.len() / 2] <= thin
    });
    all
}

/// Takes runs out, with the frayed edges above and below them; where a letter touches them it is thicker, and stays.
fn erase(ink: &mut GrayImage, runs: &[Run], thin: u32) {
    for run in runs {
        for x in run.from..run.to {
            let column = column(ink, x, run.y);
            if column.len() as u32 <= thin {
                column.for_each(|y| ink.put_pixel(x, y, Luma([255])));
            }
        }
    }
}

/// Runs of ink along rows that are at least so long, small gaps not counted, from above downwards.
fn runs(ink: &GrayImage, look: Look, long: u32) -> Vec<Run> {
    let mut runs = Vec::new();
    for (y, row) in ink.rows().enumerate() {
        let mut run: Option<(u32, u32, u32)> = None;
        let mut end = |run: Option<(u32, u32, u32)>| {
            if let Some((from, to, dark)) = run
                && to - from >= long
                && dark as f32 >= look.dense * (to - from) as f32
            {
                runs.push(Run { y: y as u32, from, to });
            }
        };
        for (x, pixel) in row.enumerate() {
            let x = x as u32;
            if pixel[0] == 0 {
                run = match run {
                    Some((from, to, dark)) if x - to <= GAP => Some((from, x + 1, dark + 1)),
                    before => {
                        end(before);
                        Some((x, x + 1, 1))
                    }
                };
            }
        }
        end(run);
    }
    runs
}

/// The ink above and below a place without a gap; not beyond what is thick anyway.
fn column(ink: &GrayImage, x: u32, y: u32) -> Range<u32> {
    const FAR: usize = 64;
    let dark = |y: &u32| ink.get_pixel(x, *y)[0] == 0;
    let above = (0..y).rev().take(FAR).take_while(dark).count() as u32;
    let below = (y..ink.height()).take(FAR).take_while(dark).count() as u32;
    y - above..y + below
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    /// Print in a frame with a level line within it; the frame is three pixels thick and a little askew, the line frayed.
    fn framed() -> (GrayImage, GrayImage) {
        let print = sample::page(900, 500);
        let print = GrayImage::from_fn(900, 500, |x, y| Luma([if print.get_pixel(x, y)[0] < 128 { 0 } else { 255 }]));
        let line = |at: u32, way: u32| at + way / 300..at + 3 + way / 300;
        let framed = GrayImage::from_fn(900, 500, |x, y| {
            let level = |top: u32| (20..880).contains(&x) && line(top, x).contains(&y);
            let frayed = level(116) && (x * 7 + y * 13 + x * y) % 10 < 7;
            let level = level(26) || level(476) || frayed;
            let upright = (26..478).contains(&y) && [20, 878].iter().any(|left| line(*left, y).contains(&x));
            if level || upright { Luma([0]) } else { *print.get_pixel(x, y) }
        });
        (print, framed)
    }

    #[test]
    fn drawn_lines_are_found_and_taken_out_and_print_stays() {
        let (print, framed) = framed();
        let (rules, without) = parted(&framed, 26.0);
        let upright = rules.iter().filter(|rule| rule.area.height() > rule.area.width()).count();
        assert_eq!((rules.len(), upright), (5, 2), "{rules:?}");
        let longest = rules.iter().map(|rule| rule.area.width()).fold(0.0, f32::max);
        assert!((longest - 860.0).abs() < 8.0, "{longest}");
        let (before, after) = (sample::wrong(&framed, &print), sample::wrong(&without, &print));
        assert!(before > 0.015 && after < 0.001, "{before} before, {after} after");
    }

    #[test]
    fn print_alone_has_no_lines() {
        let (print, _) = framed();
        let (rules, without) = parted(&print, 26.0);
        assert_eq!((rules.len(), sample::wrong(&without, &print)), (0, 0.0));
    }
}
