//! Levels a page that lies a little askew.

use image::{GrayImage, Rgb, RgbImage};
use imageproc::definitions::Image;
use imageproc::geometric_transformations::{Border, Interpolation, Projection, warp_into};

use crate::pixels::{By, resized};

/// Larger angles are not looked for, in degrees.
const MOST: f32 = 15.0;
/// Pages are looked at in this size, by their longer side, in pixels.
const SIDE: u32 = 1000;
/// More dark points than these say nothing new.
const POINTS: usize = 60_000;

/// By how many degrees the lines of a page fall to the right. Lines of print make a profile of peaks and gaps, and it is
/// sharpest along them.
#[must_use]
pub fn angle(page: &GrayImage) -> f32 {
    let points = dark(page);
    if points.len() < 100 {
        return 0.0;
    }
    let best = |angles: &mut dyn Iterator<Item = f32>| {
        angles
            .map(|angle| (sharpness(&points, angle), angle))
            .fold((0.0, 0.0), |a: (f64, f32), b| if b.0 > a.0 { b } else { a })
    };
    let steps = |from: f32, step: f32, count: i32| (-count..=count).map(move |at| from + at as f32 * step);
    let (_, coarse) = best(&mut steps(0.0, 0.5, (MOST / 0.5) as i32));
    let (_, finer) = best(&mut steps(coarse, 0.1, 5));
    let (_, fine) = best(&mut steps(finer, 0.02, 5));
    fine
}

/// Points where it gets dark going down: the upper edges of letters, which line up better than letters do.
fn dark(page: &GrayImage) -> Vec<(f32, f32)> {
    let scale = SIDE as f32 / page.width().max(page.height()) as f32;
    let side = |length: u32| ((length as f32 * scale) as u32).max(1);
    let small = resized(page, side(page.width()), side(page.height()), By::Triangle);
    let mut points = Vec::new();
    for y in 1..small.height() {
        for x in 0..small.width() {
            if small.get_pixel(x, y)[0].saturating_add(40) < small.get_pixel(x, y - 1)[0] {
                points.push((x as f32, y as f32));
            }
        }
    }
    let step = points.len().div_ceil(POINTS).max(1);
    points.into_iter().step_by(step).collect()
}

fn sharpness(points: &[(f32, f32)], degrees: f32) -> f64 {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let mut rows = vec![0_u32; 4 * SIDE as usize];
    for (x, y) in points {
        let row = (y * cos - x * sin) + 1.5 * SIDE as f32;
        if let Some(count) = rows.get_mut(row as usize) {
            *count += 1;
        }
    }
    rows.iter().map(|&count| f64::from(count) * f64::from(count)).sum()
}

/// Turns a page back by so many degrees; it grows so that no corner is lost, and what is new is white.
#[must_use]
pub fn leveled(page: &RgbImage, degrees: f32) -> RgbImage {
    let (projection, width, height) = leveling(page.width(), page.height(), degrees);
    let mut level: Image<Rgb<u8>> = RgbImage::new(width, height);
    warp_into(page, projection, Interpolation::Bilinear, Border::Constant(Rgb([255; 3])), &mut level);
    level
}

/// What [`leveled`] does to places, and the size of what comes out.
#[must_use]
pub fn leveling(width: u32, height: u32, degrees: f32) -> (Projection, u32, u32) {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (wide, high) = (width as f32, height as f32);
    let new = (wide * cos.abs() + high * sin.abs(), wide * sin.abs() + high * cos.abs());
    let projection = Projection::translate(new.0 / 2.0, new.1 / 2.0)
        * Projection::rotate(-degrees.to_radians())
        * Projection::translate(-wide / 2.0, -high / 2.0);
    (projection, new.0.round() as u32, new.1.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;
    use image::imageops;

    #[test]
    fn a_slanted_page_is_leveled_to_a_tenth_of_a_degree() {
        let straight = sample::coloured(&sample::page(900, 700));
        for slant in [-12.0, -3.3, -0.7, 0.0, 0.4, 5.5, 14.0_f32] {
            let slanted = leveled(&straight, -slant);
            let found = angle(&imageops::grayscale(&slanted));
            assert!((found - slant).abs() < 0.1, "{slant} degrees look like {found}");
            let rest = angle(&imageops::grayscale(&leveled(&slanted, found)));
            assert!(rest.abs() < 0.15, "{slant} degrees leave {rest}");
        }
    }

    #[test]
    fn an_empty_page_lies_straight() {
        assert_eq!(angle(&GrayImage::from_pixel(300, 300, image::Luma([250]))), 0.0);
    }
}
