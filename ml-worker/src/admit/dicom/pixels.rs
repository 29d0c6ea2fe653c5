//! One picture of a DICOM file, as its maker wants it seen.

use dicom_core::{DataElement, VR, value::DataSetSequence};
use dicom_object::{DefaultDicomObject, Tag};
use dicom_pixeldata::{DecodedPixelData, PhotometricInterpretation, PixelDecoder, PlanarConfiguration};
use image::{Rgb, RgbImage};

use super::{GROUPS, PHOTOMETRIC, jpeg, light, number, word};
use crate::admit::Refusal;

const STORED: Tag = Tag(0x0028, 0x0101);
const HIGH_BIT: Tag = Tag(0x0028, 0x0102);
/// Files whose pictures are not packed, or only together with all else: what cannot be read of them is not there.
const PLAIN: [&str; 4] = ["1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2"];

/// What is said of a form by a word that no standard knows: a header may hold anything there, also a person's name, and a
/// refusal goes into findings.
const NAMELESS: &str = "one without a known name";

/// A picture, counted from 0.
pub(super) fn frame(mut object: DefaultDicomObject, frame: u32) -> Result<RgbImage, Refusal> {
    begins_low(&object)?;
    alone(&mut object, frame);
    let (object, frame) = if jpeg::packs(&object) { (jpeg::unpacked(object, frame)?, 0) } else { (object, frame) };
    let decoded = object.decode_pixel_data_frame(frame).map_err(|_| undecoded(object.meta().transfer_syntax()))?;
    let picture = if decoded.samples_per_pixel() == 1 {
        light::greys(&object, &decoded).and_then(|greys| drawn(&decoded, &|at| greys.get(at).map(|grey| [*grey; 3])))
    } else {
        colours(&object, &decoded)
    };
    picture.map_err(|what| what.map_or(Refusal::Damaged, |what| Refusal::UnknownForm { what }))
}

/// What is wrong with a picture: a form that is not read, or nothing that has a name.
pub(super) type Wrong = Option<String>;

/// Values have to lie in the lowest bits of their place: the others would be cut off, and noise be left.
fn begins_low(object: &DefaultDicomObject) -> Result<(), Refusal> {
    let bits = |tag| number(object, tag).ok_or(Refusal::Damaged);
    let (stored, high) = (bits(STORED)?, bits(HIGH_BIT)?);
    if stored == high.saturating_add(1) {
        return Ok(());
    }
    Err(Refusal::UnknownForm { what: format!("{stored} bits a value, of which the highest is bit {high}") })
}

/// Keeps of what each picture has for itself only what is this one's: some of it would be taken from the first.
fn alone(object: &mut DefaultDicomObject, frame: u32) {
    let groups = object.take(GROUPS).and_then(|groups| groups.into_value().into_items());
    if let Some(own) = groups.and_then(|groups| groups.into_iter().nth(frame as usize)) {
        object.put(DataElement::new(GROUPS, VR::SQ, DataSetSequence::from(vec![own])));
    }
}

fn undecoded(syntax: &str) -> Refusal {
    let is_number = syntax.len() <= 64 && syntax.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    match syntax {
        plain if PLAIN.contains(&plain) => Refusal::Damaged,
        number if is_number => Refusal::UnknownForm { what: number.to_owned() },
        _ => Refusal::UnknownForm { what: NAMELESS.to_owned() },
    }
}

/// A form of colours in the standard's word for it.
pub(super) fn called(form: &PhotometricInterpretation) -> String {
    match form {
        PhotometricInterpretation::Other(_) => NAMELESS.to_owned(),
        known => known.to_string(),
    }
}

fn colours(object: &DefaultDicomObject, decoded: &DecodedPixelData<'_>) -> Result<RgbImage, Wrong> {
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
    // By the file's own word: the library calls all that it unpacks red, green and blue, also runs, which it leaves as they
    // were.
    match PhotometricInterpretation::from(word(object, PHOTOMETRIC).unwrap_or_default()) {
        PhotometricInterpretation::Rgb => drawn(decoded, &three),
        PhotometricInterpretation::YbrFull => drawn(decoded, &|at| three(at).map(from_ybr)),
        other => Err(Some(called(&other))),
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
