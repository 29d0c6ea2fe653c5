//! Pictures as the models saw them while they learned.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageFormat, RgbImage};

use super::{card::Card, resample};
use crate::model::Numbers;

/// Every picture was stretched to a square of this side once, and is again (`KEPT` in `training/data.py`).
pub const KEPT: usize = 224;
/// Every picture went through this quality of JPEG (`QUALITY` there).
const QUALITY: u8 = 90;

/// A picture, stretched to the square that training kept: as it is and in grey.
#[derive(Clone, Debug)]
pub struct Small {
    /// Brightness, in rows, before JPEG.
    pub grey: Vec<u8>,
    grey_jpeg: Vec<u8>,
    /// Red, green, blue; nothing where each is as the grey.
    colours_jpeg: Option<[Vec<u8>; 3]>,
}

impl Small {
    /// Of a picture.
    #[must_use]
    pub fn of(picture: &RgbImage) -> Self {
        let from = (picture.width() as usize, picture.height() as usize);
        let to = (KEPT, KEPT);
        // Weights of Rec. 601 in 16 bits, as training's Pillow has them.
        let bright = |[r, g, b]: [u8; 3]| {
            ((u32::from(r) * 19_595 + u32::from(g) * 38_470 + u32::from(b) * 7_471 + 0x8000) >> 16) as u8
        };
        let whole: Vec<u8> = picture.pixels().map(|pixel| bright(pixel.0)).collect();
        let grey = resample::bytes(&whole, from, to);
        let grey_jpeg = through_jpeg(&grey, ExtendedColorType::L8).unwrap_or_else(|| grey.clone());
        let is_grey = picture.pixels().all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]);
        let colours_jpeg = (!is_grey).then(|| {
            let channel = |at: usize| -> Vec<u8> { picture.pixels().map(|pixel| pixel[at]).collect() };
            let small = [0, 1, 2].map(|at| resample::bytes(&channel(at), from, to));
            let mixed: Vec<u8> = (0..KEPT * KEPT).flat_map(|at| [small[0][at], small[1][at], small[2][at]]).collect();
            match through_jpeg(&mixed, ExtendedColorType::Rgb8) {
                Some(back) => [0, 1, 2].map(|at| back.iter().skip(at).step_by(3).copied().collect()),
                None => small,
            }
        });
        Self { grey, grey_jpeg, colours_jpeg }
    }

    /// As a model is shown it.
    #[must_use]
    pub fn input(&self, card: &Card) -> Numbers {
        let side = card.side();
        let sized = |bytes: &Vec<u8>| {
            let whole: Vec<f32> = bytes.iter().map(|byte| f32::from(*byte) / 255.0).collect();
            if side == KEPT { whole } else { resample::numbers(&whole, (KEPT, KEPT), (side, side)) }
        };
        let channels = match &self.colours_jpeg {
            Some(colours) if !card.is_grey() => colours.each_ref().map(sized),
            _ => {
                let grey = sized(&self.grey_jpeg);
                [grey.clone(), grey.clone(), grey]
            }
        };
        let mut values = Vec::with_capacity(3 * side * side);
        for (channel, (mean, std)) in channels.iter().zip(card.mean.iter().zip(card.std)) {
            values.extend(channel.iter().map(|value| (value - mean) / std));
        }
        Numbers { shape: card.input.to_vec(), values }
    }
}

/// What is left of pixels after one trip through JPEG. `None` would mean that memory cannot be written to.
fn through_jpeg(pixels: &[u8], colours: ExtendedColorType) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, QUALITY).encode(pixels, KEPT as u32, KEPT as u32, colours).ok()?;
    let back = image::load(Cursor::new(file), ImageFormat::Jpeg).ok()?;
    Some(match colours {
        ExtendedColorType::L8 => back.into_luma8().into_raw(),
        _ => back.into_rgb8().into_raw(),
    })
}
