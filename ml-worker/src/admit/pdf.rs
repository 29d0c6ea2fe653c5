//! A PDF's page becomes pixels, and its own letters where they can be believed.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf, page::Page};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::RgbImage;

use super::{Refusal, SHEET_PIXELS, Sheet, layer};

/// Dots to an inch of a drawn page: print of five points is still legible.
const DOTS_PER_INCH: f32 = 220.0;
/// Neither side of a drawn page is longer.
const LONGEST: f32 = 12_000.0;

fn open(file: &[u8]) -> Result<Pdf, Refusal> {
    Pdf::new(Arc::new(file.to_vec())).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Locked,
        LoadPdfError::Decryption(_) => Refusal::Encrypted,
        LoadPdfError::Invalid => Refusal::Damaged,
    })
}

pub(super) fn pages(file: &[u8]) -> Result<usize, Refusal> {
    Ok(open(file)?.pages().len())
}

pub(super) fn sheet(file: &[u8], page: usize) -> Result<Sheet, Refusal> {
    let pdf = open(file)?;
    let page = pdf.pages().get(page).ok_or(Refusal::Damaged)?;
    let settings = InterpreterSettings::default();
    let scale = scale(page);
    let pixels = drawn(page, &settings, scale)?;
    let (width, height) = pixels.dimensions();
    let layer = layer::of(page, &settings, f64::from(scale));
    let lines = if layer.is_sound(width, height) { layer.lines()? } else { Vec::new() };
    Ok(Sheet { pixels: Some(pixels), width, height, drawn: !layer.is_scan(width, height), lines })
}

/// Pixels to a point, which is a 72nd of an inch: fewer on posters.
fn scale(page: &Page<'_>) -> f32 {
    let (width, height) = page.render_dimensions();
    let most = (SHEET_PIXELS as f32 / (width * height)).sqrt().min(LONGEST / width.max(height));
    (DOTS_PER_INCH / 72.0).min(most)
}

fn drawn(page: &Page<'_>, settings: &InterpreterSettings, scale: f32) -> Result<RgbImage, Refusal> {
    let (width, height) = page.render_dimensions();
    if width * scale < 1.0 || height * scale < 1.0 {
        return Err(Refusal::Damaged);
    }
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let drawn = render(page, &RenderCache::new(), settings, &RenderSettings::default(), &size);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let colours = drawn.data_as_u8_slice().as_chunks::<4>().0.iter().flat_map(|&[r, g, b, _]| [r, g, b]).collect();
    RgbImage::from_raw(width, height, colours).ok_or(Refusal::Damaged)
}
