//! A strip of the page that holds one line of text, perhaps a slanted one.

use image::{Rgb, RgbImage, imageops};
use imageproc::geometric_transformations::Projection;

use crate::page::Area;
use crate::pixels::{By, resized};

/// A rectangle that may be slanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strip {
    /// Its middle, in pixels of the page.
    pub middle: (f32, f32),
    /// Which way its text runs: cosine and sine.
    pub along: (f32, f32),
    /// How long it is in that direction.
    pub length: f32,
    /// How high its text stands.
    pub height: f32,
    /// How sure it is that there is text, 0 to 1.
    pub sure: f32,
}

/// Strips slanted by less than this (in pixels over their whole length) are cut straight out of the page.
const LEVEL: f32 = 1.0;

/// No strip is longer or higher than so many of its page's sides: half as much again is a diagonal, the rest is air.
pub(super) const BEYOND: u32 = 3;

/// Air around letters, in parts of their height.
const AIR: f32 = 0.3;

impl Strip {
    /// A level one around a place, with as much air as strips have that the network finds.
    #[must_use]
    pub fn around(area: &Area) -> Self {
        let air = AIR * area.height();
        let middle = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
        let (length, height) = (area.width() + 2.0 * air, area.height() + 2.0 * air);
        Self { middle, along: (1.0, 0.0), length, height, sure: 1.0 }
    }

    /// Whether its text runs down or up the page: longer than wide, by more than what a single digit is.
    #[must_use]
    pub fn is_upright(&self) -> bool {
        self.height >= 1.5 * self.length
    }

    /// A point of it on the page: so far from its left end, so far from its upper edge.
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        let (x, y) = (x - self.length / 2.0, y - self.height / 2.0);
        (self.middle.0 + x * self.along.0 - y * self.along.1, self.middle.1 + x * self.along.1 + y * self.along.0)
    }

    /// The place on the page of the part of it that lies between two distances from its left end.
    #[must_use]
    pub fn area(&self, from: f32, to: f32) -> Area {
        let corners = [self.at(from, 0.0), self.at(to, 0.0), self.at(to, self.height), self.at(from, self.height)];
        let point = |(x, y): (f32, f32)| Area { left: x, top: y, right: x, bottom: y };
        corners.map(point).into_iter().reduce(Area::with).unwrap_or_default()
    }

    /// All of its place on the page.
    #[must_use]
    pub fn place(&self) -> Area {
        self.area(0.0, self.length)
    }

    /// The part of it between two distances from its left end.
    #[must_use]
    pub fn part(&self, from: f32, to: f32) -> Self {
        Self { middle: self.at((from + to) / 2.0, self.height / 2.0), length: to - from, ..*self }
    }

    /// Where it lies once its page was leveled by so many degrees.
    #[must_use]
    pub fn leveled(&self, page: &Projection, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let along = (self.along.0 * cos + self.along.1 * sin, self.along.1 * cos - self.along.0 * sin);
        Self { middle: *page * self.middle, along, ..*self }
    }

    /// Where it lies once its page has grown by a factor.
    #[must_use]
    pub fn grown(&self, factor: f32) -> Self {
        let middle = (self.middle.0 * factor, self.middle.1 * factor);
        Self { middle, length: self.length * factor, height: self.height * factor, ..*self }
    }

    /// Its pixels, level, at the page's own size. What goes far beyond the page is left out: a strip says of itself how
    /// large it is, and may be wrong.
    #[must_use]
    pub fn cut(&self, page: &RgbImage) -> RgbImage {
        let side = |length: f32, page: u32| (length.round().max(1.0) as u32).min(page.saturating_mul(BEYOND));
        let (width, height) = (side(self.length, page.width()), side(self.height, page.height()));
        let (left, top) = self.at(0.0, 0.0);
        if (self.along.1 * self.length).abs() < LEVEL && self.along.0 > 0.0 {
            let (left, top) = (left.round().max(0.0) as u32, top.round().max(0.0) as u32);
            if left.saturating_add(width) <= page.width() && top.saturating_add(height) <= page.height() {
                return imageops::crop_imm(page, left, top, width, height).to_image();
            }
        }
        RgbImage::from_fn(width, height, |x, y| {
            let (x, y) = self.at(x as f32 + 0.5, y as f32 + 0.5);
            sample(page, x - 0.5, y - 0.5)
        })
    }

    /// Its pixels at a given height, and turned round where its text runs down the page.
    pub(super) fn scaled(&self, page: &RgbImage, height: u32, longest: u32) -> RgbImage {
        let cut = self.cut(page);
        let cut = if self.is_upright() { imageops::rotate270(&cut) } else { cut };
        let width =
            (cut.width() as f32 * height as f32 / cut.height() as f32).round().clamp(1.0, longest as f32) as u32;
        resized(&cut, width, height, By::Triangle)
    }
}

/// The colour between four pixels; beyond the page's edge it is the edge's.
fn sample(page: &RgbImage, x: f32, y: f32) -> Rgb<u8> {
    let (x, y) = (x.clamp(0.0, (page.width() - 1) as f32), y.clamp(0.0, (page.height() - 1) as f32));
    let (left, top) = (x as u32, y as u32);
    let (right, bottom) = ((left + 1).min(page.width() - 1), (top + 1).min(page.height() - 1));
    let (dx, dy) = (x - left as f32, y - top as f32);
    let mut colour = [0; 3];
    for (channel, value) in colour.iter_mut().enumerate() {
        let at = |x, y| f32::from(page.get_pixel(x, y)[channel]);
        let upper = at(left, top) * (1.0 - dx) + at(right, top) * dx;
        let lower = at(left, bottom) * (1.0 - dx) + at(right, bottom) * dx;
        *value = (upper * (1.0 - dy) + lower * dy).round() as u8;
    }
    Rgb(colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slanted_strip_is_cut_level() {
        // A dark bar at 30 degrees on white.
        let angle = 30_f32.to_radians();
        let strip =
            Strip { middle: (50.0, 50.0), along: (angle.cos(), angle.sin()), length: 60.0, height: 10.0, sure: 1.0 };
        let page = RgbImage::from_fn(100, 100, |x, y| {
            let (x, y) = (x as f32 + 0.5 - 50.0, y as f32 + 0.5 - 50.0);
            let (along, across) = (x * angle.cos() + y * angle.sin(), y * angle.cos() - x * angle.sin());
            Rgb([if along.abs() < 30.0 && across.abs() < 5.0 { 0 } else { 255 }; 3])
        });
        let cut = strip.cut(&page);
        assert_eq!(cut.dimensions(), (60, 10));
        let inside = imageops::crop_imm(&cut, 2, 2, 56, 6).to_image();
        assert!(inside.pixels().all(|pixel| pixel[0] < 40), "the bar fills the strip");
    }

    #[test]
    fn a_strip_far_beyond_its_page_takes_no_more_than_a_page_can_hold() {
        let page = RgbImage::from_pixel(20, 10, Rgb([7; 3]));
        let area = |left, top, right, bottom| Area { left, top, right, bottom };
        let table = [
            (area(3e9, 0.0, 3e9 + 512.0, 4.0), (60, 6)),
            (area(2.0, -6e7, 3e7, 3e3), (60, 30)),
            (area(0.0, 0.0, f32::MAX, f32::INFINITY), (60, 30)),
            (area(f32::NAN, 0.0, f32::NAN, 4.0), (1, 6)),
            (area(2.0, 2.0, 12.0, 7.0), (13, 8)),
        ];
        for (area, size) in table {
            assert_eq!(Strip::around(&area).cut(&page).dimensions(), size, "{area:?}");
        }
    }

    #[test]
    fn a_part_of_a_strip_lies_where_it_was() {
        let strip = Strip { middle: (50.0, 20.0), along: (1.0, 0.0), length: 80.0, height: 10.0, sure: 1.0 };
        assert_eq!(strip.area(0.0, 80.0), Area { left: 10.0, top: 15.0, right: 90.0, bottom: 25.0 });
        let part = strip.part(20.0, 40.0);
        assert_eq!(part.area(0.0, 20.0), strip.area(20.0, 40.0));
    }
}
