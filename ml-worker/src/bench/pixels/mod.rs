//! Made pages as pixels, and what paper goes through before it is read: scanners, cameras, fax machines, stamps, pens.

mod draw;
mod faxed;
mod field;
mod photographed;
mod scanned;
mod sensor;
mod stamped;

use std::collections::BTreeSet;

use anyhow::Context;
use image::imageops;
use imageproc::geometric_transformations::Projection;

use super::rng::Rng;
use super::sheet::{Dress, Sheet};
use crate::page::Area;

pub use draw::Fonts;

/// Fonts of print.
const PRINT: [&str; 4] = ["Liberation Sans", "Liberation Serif", "Liberation Sans Narrow", "DejaVu Sans"];
/// Fonts made of somebody's hand.
const HAND: [&str; 3] = ["Breip", "femkeklaver", "DkgHandwriting"];
/// Of a hundred texts that are no headings so many are written by hand, where a hand writes at all.
const BY_HAND: f64 = 0.15;
/// Dots an inch pages are drawn with.
const DOTS: [u32; 3] = [150, 200, 300];
/// Dots an inch of a page on a photo, about: a phone's picture has more, but not of the page alone.
const PHOTO: u32 = 220;

/// What a page went through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wear {
    /// Nothing: as a program draws it.
    Clean,
    /// A flatbed scanner.
    Scanned,
    /// A phone's camera.
    Photographed,
    /// A fax machine.
    Faxed,
    /// A scanner, after somebody put stamps on it.
    Stamped,
    /// A scanner, after somebody filled parts of it in by hand.
    Handwritten,
}

impl Wear {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Clean, Self::Scanned, Self::Photographed, Self::Faxed, Self::Stamped, Self::Handwritten];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Scanned => "scanned",
            Self::Photographed => "photographed",
            Self::Faxed => "faxed",
            Self::Stamped => "stamped",
            Self::Handwritten => "handwritten",
        }
    }
}

/// A page as a file that somebody may send.
#[derive(Clone, Debug)]
pub struct Picture {
    /// A JPEG or a PNG.
    pub file: Vec<u8>,
    /// From places on the made page to places on the picture.
    pub from_page: Projection,
    /// Dots an inch it was drawn with.
    pub dots: u32,
    /// Which texts of the page were written by hand, by their number.
    pub by_hand: BTreeSet<usize>,
    /// Where stamps lie, on the made page: what they say themselves is no part of what is to be read.
    pub stamps: Vec<Area>,
}

/// The page after it went through something, by a seed.
///
/// # Errors
/// When it cannot be drawn or packed.
pub fn worn(sheet: &Sheet, wear: Wear, seed: u64, fonts: &Fonts) -> anyhow::Result<Picture> {
    let dots = if wear == Wear::Photographed { PHOTO } else { Rng::new(seed).of(&DOTS) };
    worn_at(sheet, wear, dots, seed, fonts)
}

/// The same of a page that is drawn with so many dots an inch; a fax machine has its own.
///
/// # Errors
/// When it cannot be drawn or packed.
pub fn worn_at(sheet: &Sheet, wear: Wear, dots: u32, seed: u64, fonts: &Fonts) -> anyhow::Result<Picture> {
    let rng = &mut Rng::new(seed ^ (wear as u64) << 56);
    let mut dress = Dress { font: rng.of(&PRINT), ..Dress::default() };
    let mut stamps = Vec::new();
    match wear {
        Wear::Stamped => (dress.over, stamps) = stamped::stamps(sheet.width(), sheet.height(), rng),
        Wear::Handwritten => {
            dress.hand = rng.of(&HAND);
            let texts = sheet.texts().enumerate().filter(|(_, text)| !text.bold && text.size < 16.0);
            dress.by_hand = texts.filter(|_| rng.chance(BY_HAND)).map(|(at, _)| at).collect();
        }
        _ => {}
    }
    let svg = sheet.svg_in(&dress);
    let scale = dots as f32 / 96.0;
    let picture = |file, from_page| Picture { file, from_page, dots, by_hand: dress.by_hand.clone(), stamps };
    if wear == Wear::Faxed {
        let coarse = rng.chance(0.4);
        let page = fonts.drawn(&svg, faxed::ACROSS, if coarse { faxed::DOWN / 2.0 } else { faxed::DOWN })?;
        let fax = faxed::faxed(&page, coarse, rng);
        let grown = Projection::scale(faxed::ACROSS / 96.0, faxed::DOWN / 96.0);
        return Ok(Picture { dots: 200, ..picture(sensor::grey_png(&fax)?, grown) });
    }
    let page = fonts.drawn(&svg, dots as f32, dots as f32)?;
    let grown = Projection::scale(scale, scale);
    Ok(match wear {
        Wear::Clean => picture(sensor::png(&page)?, grown),
        Wear::Photographed => {
            let (photo, taking) = photographed::photographed(&page, rng).context("the page is seen from the side")?;
            picture(sensor::jpeg(&photo, 70 + rng.below(20) as u8)?, taking * grown)
        }
        _ => {
            let colour = wear != Wear::Scanned || rng.chance(0.3);
            let (scan, turn) = scanned::scanned(&page, colour, rng);
            let quality = 50 + rng.below(35) as u8;
            let file = if colour {
                sensor::jpeg(&scan, quality)?
            } else {
                sensor::grey_jpeg(&imageops::grayscale(&scan), quality)?
            };
            picture(file, turn * grown)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::{self, Layouts};

    #[test]
    fn a_seed_makes_the_same_picture_again_and_another_seed_another() {
        let fonts = Fonts::load().expect("tasks/setup/documents.sh installs fonts");
        let made = &bench::make(3, Layouts::Known, 1)[0];
        for wear in Wear::ALL {
            let worn = |seed| worn(&made.sheet, wear, seed, &fonts).expect("a picture").file;
            let first = worn(7);
            assert_eq!(first, worn(7), "{}", wear.name());
            assert_ne!(first, worn(8), "{}", wear.name());
        }
    }

    #[test]
    fn places_follow_the_page_into_its_picture() {
        let fonts = Fonts::load().expect("tasks/setup/documents.sh installs fonts");
        let mut sheet = Sheet::new();
        sheet.rule(300.0, 500.0, 340.0, 540.0);
        for wear in [Wear::Clean, Wear::Scanned, Wear::Photographed, Wear::Faxed] {
            let picture = worn(&sheet, wear, 5, &fonts).expect("a picture");
            let seen = image::load_from_memory(&picture.file).expect("a picture").into_luma8();
            let at = |x: f32, y: f32| {
                let (x, y) = picture.from_page * (x, y);
                seen.get_pixel(x as u32, y as u32)[0]
            };
            for (x, y) in [(308.0, 508.0), (320.0, 520.0), (332.0, 532.0)] {
                assert!(at(x, y) + 50 < at(x + 60.0, y), "{} at {x} {y}", wear.name());
            }
            assert!(at(290.0, 520.0) > at(320.0, 520.0) + 50, "{}", wear.name());
        }
    }
}
