//! One picture of a DICOM file, through the window that its maker chose.

use dicom_core::{DataElement, PrimitiveValue, VR};
use dicom_object::{DefaultDicomObject, Tag};
use dicom_pixeldata::{
    ConvertOptions, DecodedPixelData, PhotometricInterpretation, PixelDecoder, PlanarConfiguration, VoiLutFunction,
    WindowLevelTransform,
};
use image::{Rgb, RgbImage};
use jpeg_decoder::{Decoder, PixelFormat};

use super::{FRAMES, PIXELS, number};
use crate::admit::{MOST_PIXELS, Refusal};

const SAMPLES: Tag = Tag(0x0028, 0x0002);
const PHOTOMETRIC: Tag = Tag(0x0028, 0x0004);
const PLANAR: Tag = Tag(0x0028, 0x0006);
const ALLOCATED: Tag = Tag(0x0028, 0x0100);
const EXPLICIT: &str = "1.2.840.10008.1.2.1";
/// JPEG: baseline, extended, lossless. The lossless kind is usual for X-rays.
const JPEG: [&str; 4] =
    ["1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"];

/// A picture, counted from 0.
pub(super) fn frame(object: DefaultDicomObject, frame: u32) -> Result<RgbImage, Refusal> {
    let syntax = object.meta().transfer_syntax().to_owned();
    let (object, frame) =
        if JPEG.contains(&syntax.as_str()) { (out_of_jpeg(object, frame)?, 0) } else { (object, frame) };
    let form = || Refusal::UnknownForm { what: syntax.clone() };
    let decoded = object.decode_pixel_data_frame(frame).map_err(|_| form())?;
    if decoded.samples_per_pixel() == 1 { grey(&decoded) } else { colours(&decoded) }.map_err(|what| match what {
        Some(what) => Refusal::UnknownForm { what },
        None => Refusal::Damaged,
    })
}

/// What is wrong with a picture: a form that is not read, or nothing that has a name.
type Wrong = Option<String>;

fn grey(decoded: &DecodedPixelData<'_>) -> Result<RgbImage, Wrong> {
    let inverted = match decoded.photometric_interpretation() {
        PhotometricInterpretation::Monochrome1 => true,
        PhotometricInterpretation::Monochrome2 => false,
        other => return Err(Some(other.to_string())),
    };
    // What the machine measured, in its own unit.
    let values: Vec<f32> = decoded.to_vec_frame_with_options(0, &ConvertOptions::new()).map_err(|_| None)?;
    let window = decoded.window().ok().flatten().and_then(|windows| windows.first()).copied();
    let function = decoded.voi_lut_function().ok().flatten().and_then(|functions| functions.first()).copied();
    let window = window.filter(|window| window.width > 0.0 && window.width.is_finite() && window.center.is_finite());
    let light: Box<dyn Fn(f32) -> f64> = match window {
        Some(window) => {
            let seen = WindowLevelTransform::new(function.unwrap_or(VoiLutFunction::Linear), window);
            Box::new(move |value| seen.apply(f64::from(value), 255.0))
        }
        // Without a window all of it is shown, from the lowest to the highest.
        None => {
            let (low, high) =
                values.iter().fold((f32::MAX, f32::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
            let scale = if high > low { 255.0 / f64::from(high - low) } else { 0.0 };
            Box::new(move |value| f64::from(value - low) * scale)
        }
    };
    let byte = |value: &f32| {
        let byte = light(*value).round().clamp(0.0, 255.0) as u8;
        if inverted { 255 - byte } else { byte }
    };
    let greys: Vec<u8> = values.iter().map(byte).collect();
    drawn(decoded, &|at| greys.get(at).map(|grey| [*grey; 3]))
}

fn colours(decoded: &DecodedPixelData<'_>) -> Result<RgbImage, Wrong> {
    if (decoded.samples_per_pixel(), decoded.bits_allocated()) != (3, 8) {
        return Err(Some(format!("{} colours of {} bits", decoded.samples_per_pixel(), decoded.bits_allocated())));
    }
    let bytes = decoded.frame_data(0).map_err(|_| None)?;
    let count = bytes.len() / 3;
    let apart = decoded.planar_configuration() == PlanarConfiguration::PixelFirst;
    let three = |at: usize| -> Option<[u8; 3]> {
        let places = if apart { [at, count + at, 2 * count + at] } else { [3 * at, 3 * at + 1, 3 * at + 2] };
        Some([*bytes.get(places[0])?, *bytes.get(places[1])?, *bytes.get(places[2])?])
    };
    match decoded.photometric_interpretation() {
        PhotometricInterpretation::Rgb => drawn(decoded, &three),
        PhotometricInterpretation::YbrFull => drawn(decoded, &|at| three(at).map(from_ybr)),
        other => Err(Some(other.to_string())),
    }
}

fn from_ybr([y, b, r]: [u8; 3]) -> [u8; 3] {
    let (y, b, r) = (f32::from(y), f32::from(b) - 128.0, f32::from(r) - 128.0);
    [y + 1.402 * r, y - 0.344_136 * b - 0.714_136 * r, y + 1.772 * b].map(|value| value.round().clamp(0.0, 255.0) as u8)
}

fn drawn(decoded: &DecodedPixelData<'_>, pixel: &dyn Fn(usize) -> Option<[u8; 3]>) -> Result<RgbImage, Wrong> {
    let (width, height) = (decoded.columns(), decoded.rows());
    let mut picture = RgbImage::new(width, height);
    for (at, place) in picture.pixels_mut().enumerate() {
        *place = Rgb(pixel(at).ok_or(None)?);
    }
    Ok(picture)
}

/// The same file with one picture, no longer compressed.
fn out_of_jpeg(mut object: DefaultDicomObject, frame: u32) -> Result<DefaultDicomObject, Refusal> {
    let frames = number(&object, FRAMES).unwrap_or(1);
    let pieces: Vec<Vec<u8>> = {
        let element = object.element(PIXELS).map_err(|_| Refusal::NoPicture)?;
        element.fragments().ok_or(Refusal::Damaged)?.to_vec()
    };
    let file = match pieces.len() {
        _ if frames == 1 => pieces.concat(),
        count if count as i64 == frames => pieces.into_iter().nth(frame as usize).ok_or(Refusal::Damaged)?,
        // A picture may lie in several pieces; which ones, only a table tells that many files lack.
        _ => return Err(Refusal::UnknownForm { what: "JPEG in pieces".into() }),
    };
    let mut decoder = Decoder::new(file.as_slice());
    decoder.read_info().map_err(|_| Refusal::Damaged)?;
    let info = decoder.info().ok_or(Refusal::Damaged)?;
    if u64::from(info.width) * u64::from(info.height) > MOST_PIXELS {
        return Err(Refusal::TooManyPixels { width: info.width.into(), height: info.height.into(), most: MOST_PIXELS });
    }
    let bytes = decoder.decode().map_err(|_| Refusal::Damaged)?;
    let (bits, samples) = match info.pixel_format {
        PixelFormat::L8 => (8_u16, 1_u16),
        PixelFormat::L16 => (16, 1),
        PixelFormat::RGB24 => (8, 3),
        PixelFormat::CMYK32 => return Err(Refusal::UnknownForm { what: "JPEG of four colours".into() }),
    };
    let mut put = |tag, kind, value: PrimitiveValue| drop(object.put(DataElement::new(tag, kind, value)));
    put(SAMPLES, VR::US, samples.into());
    put(ALLOCATED, VR::US, bits.into());
    put(PLANAR, VR::US, 0_u16.into());
    put(FRAMES, VR::IS, "1".into());
    put(PIXELS, VR::OW, bytes.into());
    if samples == 3 {
        put(PHOTOMETRIC, VR::CS, "RGB".into());
    }
    object.meta_mut().transfer_syntax = EXPLICIT.to_owned();
    Ok(object)
}
