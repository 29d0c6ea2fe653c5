//! A JPEG within a DICOM file, unpacked.

use dicom_core::{DataElement, PrimitiveValue, VR};
use dicom_object::{DefaultDicomObject, Tag};
use jpeg_decoder::{Decoder, Error, PixelFormat, UnsupportedFeature};

use super::{ALLOCATED, COLUMNS, FRAMES, PHOTOMETRIC, PIXELS, ROWS, number};
use crate::admit::Refusal;

const SAMPLES: Tag = Tag(0x0028, 0x0002);
const PLANAR: Tag = Tag(0x0028, 0x0006);
const EXPLICIT: &str = "1.2.840.10008.1.2.1";
/// Baseline, extended, lossless. The lossless kind is usual for X-rays.
const JPEG: [&str; 4] =
    ["1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70"];

/// Whether a file's pictures are packed in this way.
pub(super) fn packs(object: &DefaultDicomObject) -> bool {
    JPEG.contains(&object.meta().transfer_syntax())
}

/// The same file with one picture, counted from 0, no longer compressed.
pub(super) fn unpacked(mut object: DefaultDicomObject, frame: u32) -> Result<DefaultDicomObject, Refusal> {
    let file = piece(&object, frame)?;
    let mut decoder = Decoder::new(file.as_slice());
    decoder.read_info().map_err(unread)?;
    let info = decoder.info().ok_or(Refusal::Damaged)?;
    // Rows of another length than the file speaks of would be cut anew, into stripes.
    let size = (Some(i64::from(info.width)), Some(i64::from(info.height)));
    if size != (number(&object, COLUMNS), number(&object, ROWS)) {
        return Err(Refusal::Damaged);
    }
    let bytes = decoder.decode().map_err(unread)?;
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

/// The JPEG of one picture.
fn piece(object: &DefaultDicomObject, frame: u32) -> Result<Vec<u8>, Refusal> {
    let frames = number(object, FRAMES).unwrap_or(1);
    let element = object.element(PIXELS).map_err(|_| Refusal::NoPicture)?;
    let pieces = element.fragments().ok_or(Refusal::Damaged)?;
    match pieces.len() {
        _ if frames == 1 => Ok(pieces.concat()),
        count if count as i64 == frames => pieces.get(frame as usize).cloned().ok_or(Refusal::Damaged),
        // A picture may lie in several pieces; which ones, only a table tells that many files lack.
        _ => Err(Refusal::UnknownForm { what: "JPEG in pieces".into() }),
    }
}

/// Why a JPEG is not read: because nobody here reads its kind, or because it is broken.
fn unread(error: Error) -> Refusal {
    let what = match error {
        Error::Unsupported(UnsupportedFeature::SamplePrecision(bits)) => format!("JPEG of {bits} bits with loss"),
        Error::Unsupported(UnsupportedFeature::ArithmeticEntropyCoding) => "JPEG with arithmetic coding".into(),
        Error::Unsupported(_) => "JPEG of a rare kind".into(),
        _ => return Refusal::Damaged,
    };
    Refusal::UnknownForm { what }
}
