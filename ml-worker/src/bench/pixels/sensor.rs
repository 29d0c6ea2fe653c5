//! What every scanner and camera does to a picture: it blurs, it is grainy, it packs.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, GrayImage, ImageEncoder, ImageResult, RgbImage, codecs::png::PngEncoder};

use crate::bench::rng::Rng;

/// Adds grain of such a strength to every channel, in steps of 255.
pub(super) fn grain(picture: &mut RgbImage, strength: f32, rng: &mut Rng) {
    for value in picture.iter_mut() {
        // Four dice of 16 bits make a bell curve; its deviation is 0.577.
        let dice = rng.bits();
        let sum: f32 = (0..4).map(|die| ((dice >> (16 * die)) & 0xffff) as f32 / 65_536.0).sum();
        *value = (f32::from(*value) + (sum - 2.0) / 0.577 * strength).round().clamp(0.0, 255.0) as u8;
    }
}

/// As a JPEG of a quality from 1 to 100.
pub(super) fn jpeg(picture: &RgbImage, quality: u8) -> ImageResult<Vec<u8>> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, quality).encode_image(picture)?;
    Ok(file)
}

/// A grey one.
pub(super) fn grey_jpeg(picture: &GrayImage, quality: u8) -> ImageResult<Vec<u8>> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, quality).encode_image(picture)?;
    Ok(file)
}

/// As a PNG.
pub(super) fn png(picture: &RgbImage) -> ImageResult<Vec<u8>> {
    let mut file = Vec::new();
    let (width, height) = picture.dimensions();
    PngEncoder::new(&mut file).write_image(picture, width, height, ExtendedColorType::Rgb8)?;
    Ok(file)
}

/// A grey one.
pub(super) fn grey_png(picture: &GrayImage) -> ImageResult<Vec<u8>> {
    let mut file = Vec::new();
    let (width, height) = picture.dimensions();
    PngEncoder::new(&mut file).write_image(picture, width, height, ExtendedColorType::L8)?;
    Ok(file)
}
