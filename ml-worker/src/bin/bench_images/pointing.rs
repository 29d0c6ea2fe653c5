//! Whether maps point at what decides: a lesion is put into healthy pictures, and what the map shows is taken out of sick
//! ones.

use anyhow::Context;
use chartkey_worker::imaging::{Imaging, answer, heat::Heat, prepare::Small};
use image::{Rgb, RgbImage};

use crate::merit::Dice;
use crate::rows::{Row, picture, reader_of};

/// What came of putting lesions into healthy pictures.
#[derive(Default)]
pub(crate) struct Pointed {
    /// So many lesions were put in.
    pub(crate) lesions: usize,
    /// So many of them at least doubled the odds of being sick.
    pub(crate) noticed: usize,
    /// In so many of those the strongest place lies in the lesion.
    pub(crate) hits: usize,
    /// And in so many the region holds its middle.
    pub(crate) held: usize,
    /// The mean part of the picture that the lesions cover: what chance would hit.
    pub(crate) covered: f64,
    /// The mean part that the regions cover.
    pub(crate) region: f64,
}

/// A soft bright spot, as a consolidation or a tumour is brighter than what is around it.
fn with_lesion(picture: &RgbImage, (x, y): (f32, f32), radius: f32) -> RgbImage {
    let (wide, high) = (picture.width() as f32, picture.height() as f32);
    let mut picture = picture.clone();
    for (at_x, at_y, pixel) in picture.enumerate_pixels_mut() {
        let (dx, dy) = ((at_x as f32 / wide - x) / radius, (at_y as f32 / high - y) / radius);
        let weight = 0.85 * (-(dx * dx + dy * dy) * 1.5).exp();
        pixel.0 = pixel.0.map(|value| (f32::from(value) + (235.0 - f32::from(value)).max(0.0) * weight) as u8);
    }
    picture
}

pub(crate) fn point(imaging: &Imaging, healthy: &[Row], each: usize) -> anyhow::Result<Pointed> {
    let mut dice = Dice::new(5);
    let mut pointed = Pointed::default();
    for row in healthy {
        let clean = picture(&row.path)?;
        let model = reader_of(&row.task).context("no model for it")?;
        let (before, _) = imaging.suspicion(model, &Small::of(&clean))?;
        if before > 0.3 {
            continue;
        }
        for _ in 0..each {
            let radius = 0.1 + 0.06 * dice.part() as f32;
            let at = inside(&clean, model, &mut dice);
            let (after, heat) = imaging.suspicion(model, &Small::of(&with_lesion(&clean, at, radius)))?;
            pointed.lesions += 1;
            pointed.covered += f64::from(std::f32::consts::PI * radius * radius);
            let Some(heat) = heat.filter(|_| odds(after) > 2.0 * odds(before)) else { continue };
            pointed.noticed += 1;
            let (x, y) = heat.peak();
            let (dx, dy) = (x - at.0, y - at.1);
            pointed.hits += usize::from((dx * dx + dy * dy).sqrt() <= radius);
            let region = heat.region;
            let held = (region.left..region.right).contains(&at.0) && (region.top..region.bottom).contains(&at.1);
            pointed.held += usize::from(held);
            pointed.region += f64::from(heat.share);
        }
    }
    pointed.covered /= pointed.lesions.max(1) as f64;
    pointed.region /= pointed.noticed.max(1) as f64;
    Ok(pointed)
}

fn odds(share: f32) -> f32 {
    share / (1.0 - share).max(f32::MIN_POSITIVE)
}

/// A place in a lung, or in a head: somewhere in the middle that is not the black around it.
fn inside(picture: &RgbImage, model: &str, dice: &mut Dice) -> (f32, f32) {
    loop {
        let x = 0.2 + 0.6 * dice.part() as f32;
        let y = 0.2 + 0.6 * dice.part() as f32;
        let pixel = picture.get_pixel((x * picture.width() as f32) as u32, (y * picture.height() as f32) as u32);
        // Lungs lie left and right of the middle.
        if model != "chest" && pixel[0] > 30 || model == "chest" && (x - 0.5).abs() > 0.12 {
            return (x, y);
        }
    }
}

/// What came of taking parts out of sick pictures.
#[derive(Default)]
pub(crate) struct Deleted {
    pub(crate) pictures: usize,
    /// The mean probability of being sick.
    pub(crate) before: f64,
    /// After a fifth of the picture was taken out where the map is strongest.
    pub(crate) hottest: f64,
    /// After as much was taken out elsewhere: the same shape, moved by half the picture.
    pub(crate) elsewhere: f64,
}

pub(crate) fn delete(imaging: &Imaging, sick: &[Row]) -> anyhow::Result<Deleted> {
    let mut deleted = Deleted::default();
    for row in sick {
        let whole = picture(&row.path)?;
        let model = reader_of(&row.task).context("no model for it")?;
        let answer = imaging.ask(model, &Small::of(&whole))?;
        let Some(heat) = answer.heat.filter(|_| answer.said != answer::Said::Healthy) else { continue };
        deleted.pictures += 1;
        deleted.before += f64::from(answer.sick);
        for (sum, moved) in [(&mut deleted.hottest, false), (&mut deleted.elsewhere, true)] {
            *sum += f64::from(imaging.ask(model, &Small::of(&without(&whole, &heat, moved)))?.sick);
        }
    }
    let count = deleted.pictures.max(1) as f64;
    for sum in [&mut deleted.before, &mut deleted.hottest, &mut deleted.elsewhere] {
        *sum /= count;
    }
    Ok(deleted)
}

/// The fifth of the cells with the strongest evidence becomes the picture's mean.
fn without(picture: &RgbImage, heat: &Heat, moved: bool) -> RgbImage {
    let cells = heat.cells;
    let mut order: Vec<usize> = (0..cells * cells).collect();
    order.sort_by(|a, b| heat.values[*b].total_cmp(&heat.values[*a]));
    let mut out = vec![false; cells * cells];
    for cell in &order[..(cells * cells).div_ceil(5)] {
        let (x, y) = (cell % cells, cell / cells);
        let by = if moved { cells / 2 } else { 0 };
        out[(y + by) % cells * cells + (x + by) % cells] = true;
    }
    let mean = picture.pixels().map(|pixel| u64::from(pixel[1])).sum::<u64>()
        / u64::from(picture.width() * picture.height()).max(1);
    let (wide, high) = picture.dimensions();
    RgbImage::from_fn(wide, high, |x, y| {
        let cell = (y as usize * cells / high as usize) * cells + x as usize * cells / wide as usize;
        if out[cell] { Rgb([mean as u8; 3]) } else { *picture.get_pixel(x, y) }
    })
}
