//! What happens to pictures on their way: turned, cut, pressed, darkened, written on.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, Rgb, RgbImage, imageops};
use imageproc::geometric_transformations::{Border, Interpolation, rotate_about_center};

use crate::merit::Dice;

/// A way of spoiling and its name.
pub(crate) type Spoil = (&'static str, fn(&RgbImage) -> RgbImage);

pub(crate) const SPOILS: [Spoil; 19] = [
    ("nothing", |picture| picture.clone()),
    ("turned by 5 degrees", |picture| turned(picture, 5.0)),
    ("turned by 15 degrees", |picture| turned(picture, 15.0)),
    ("turned by a quarter", imageops::rotate90),
    ("upside down", imageops::rotate180),
    ("mirrored", imageops::flip_horizontal),
    ("cropped by 8 % on each side", |picture| cropped(picture, 0.08)),
    ("a margin of 15 % on each side", |picture| margined(picture, 0.15)),
    ("JPEG of quality 30", |picture| pressed(picture, 30)),
    ("JPEG of quality 10", |picture| pressed(picture, 10)),
    ("brighter by 40", |picture| lit(picture, |value| value + 40.0)),
    ("darker by 40", |picture| lit(picture, |value| value - 40.0)),
    ("half the contrast", |picture| lit(picture, |value| 128.0 + (value - 128.0) / 2.0)),
    ("half the resolution", |picture| coarse(picture, 2)),
    ("a quarter of the resolution", |picture| coarse(picture, 4)),
    ("inverted greys", |picture| lit(picture, |value| 255.0 - value)),
    ("burnt-in letters", written),
    ("noise of 10", |picture| noisy(picture, 10.0)),
    ("noise of 25", |picture| noisy(picture, 25.0)),
];

fn turned(picture: &RgbImage, degrees: f32) -> RgbImage {
    rotate_about_center(picture, degrees.to_radians(), Interpolation::Bilinear, Border::Constant(Rgb([0; 3])))
}

fn cropped(picture: &RgbImage, part: f32) -> RgbImage {
    let (wide, high) = picture.dimensions();
    let (x, y) = ((wide as f32 * part) as u32, (high as f32 * part) as u32);
    imageops::crop_imm(picture, x, y, wide - 2 * x, high - 2 * y).to_image()
}

fn margined(picture: &RgbImage, part: f32) -> RgbImage {
    let (wide, high) = picture.dimensions();
    let (x, y) = ((wide as f32 * part) as u32, (high as f32 * part) as u32);
    let mut sheet = RgbImage::new(wide + 2 * x, high + 2 * y);
    imageops::replace(&mut sheet, picture, x.into(), y.into());
    sheet
}

fn pressed(picture: &RgbImage, quality: u8) -> RgbImage {
    let mut file = Vec::new();
    let encoded = JpegEncoder::new_with_quality(&mut file, quality).encode_image(picture);
    let back = encoded.and_then(|()| image::load(Cursor::new(file), ImageFormat::Jpeg));
    back.map_or_else(|_| picture.clone(), image::DynamicImage::into_rgb8)
}

fn lit(picture: &RgbImage, light: impl Fn(f32) -> f32) -> RgbImage {
    let mut picture = picture.clone();
    picture
        .pixels_mut()
        .for_each(|pixel| pixel.0 = pixel.0.map(|value| light(f32::from(value)).clamp(0.0, 255.0) as u8));
    picture
}

fn coarse(picture: &RgbImage, by: u32) -> RgbImage {
    let (wide, high) = picture.dimensions();
    let small = imageops::resize(picture, (wide / by).max(1), (high / by).max(1), imageops::FilterType::Triangle);
    imageops::resize(&small, wide, high, imageops::FilterType::Triangle)
}

/// White letters in a corner, as machines write a name, a side and a date: bars and columns the size of letters.
fn written(picture: &RgbImage) -> RgbImage {
    let mut picture = picture.clone();
    let (wide, high) = picture.dimensions();
    let letter = (high / 22).max(6);
    let mut dice = Dice::new(3);
    for line in 0..3 {
        for place in 0..14 {
            let (left, top) = (letter / 2 + place * letter * 3 / 4, letter / 2 + line * letter * 5 / 4);
            let shape = dice.roll();
            for y in 0..letter {
                for x in 0..letter / 2 {
                    // A letter is a grid of three by five strokes, each there or not.
                    let stroke = (x * 6 / letter).min(2) + 3 * (y * 5 / letter).min(4);
                    if shape >> stroke & 1 == 1 && left + x < wide && top + y < high {
                        picture.put_pixel(left + x, top + y, Rgb([255; 3]));
                    }
                }
            }
        }
    }
    picture
}

fn noisy(picture: &RgbImage, spread: f64) -> RgbImage {
    let mut dice = Dice::new(11);
    let mut picture = picture.clone();
    picture.pixels_mut().for_each(|pixel| {
        let more = dice.bell() * spread;
        pixel.0 = pixel.0.map(|value| (f64::from(value) + more).clamp(0.0, 255.0) as u8);
    });
    picture
}
