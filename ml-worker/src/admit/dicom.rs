//! DICOM becomes pixels as its maker wants them seen. What it says of a person stays here: of a whole header, nothing
//! leaves but how many pictures there are, what kind of machine made them, and whether letters stand in them.

mod jpeg;
mod light;
mod pixels;

use dicom_core::header::HasLength;
use dicom_object::{DefaultDicomObject, OpenFileOptions, Tag};
use serde::{Deserialize, Serialize};

use super::{Admitted, Kind, MOST_FRAMES, Refusal, SHEET_PIXELS, Sheet, fits};

const MODALITY: Tag = Tag(0x0008, 0x0060);
const PHOTOMETRIC: Tag = Tag(0x0028, 0x0004);
const FRAMES: Tag = Tag(0x0028, 0x0008);
const ROWS: Tag = Tag(0x0028, 0x0010);
const COLUMNS: Tag = Tag(0x0028, 0x0011);
const ALLOCATED: Tag = Tag(0x0028, 0x0100);
const LETTERED: Tag = Tag(0x0028, 0x0301);
/// What each of a file's pictures has for itself.
const GROUPS: Tag = Tag(0x5200, 0x9230);
const PIXELS: Tag = Tag(0x7FE0, 0x0010);

/// What kind of machine made a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Modality {
    /// An X-ray.
    XRay,
    /// Computed tomography.
    Ct,
    /// Magnetic resonance.
    Mri,
    /// Ultrasound.
    Ultrasound,
    /// Another, or one that the file calls by no known word.
    Other,
}

impl Modality {
    fn called(word: &str) -> Self {
        match word {
            "CR" | "DX" | "DR" | "RF" | "RG" | "MG" | "XA" | "PX" | "IO" => Self::XRay,
            "CT" => Self::Ct,
            "MR" => Self::Mri,
            "US" | "IVUS" => Self::Ultrasound,
            _ => Self::Other,
        }
    }

    /// The machine in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::XRay => "an X-ray machine",
            Self::Ct => "a CT scanner",
            Self::Mri => "an MRI scanner",
            Self::Ultrasound => "an ultrasound machine",
            Self::Other => "another machine",
        }
    }
}

fn opened(file: &[u8]) -> Result<DefaultDicomObject, Refusal> {
    let object = OpenFileOptions::new().from_reader(file).map_err(|_| Refusal::Damaged)?;
    object.element_opt(PIXELS).ok().flatten().ok_or(Refusal::NoPicture)?;
    let side = |tag| number(&object, tag).and_then(|side| u32::try_from(side).ok()).ok_or(Refusal::Damaged);
    fits(side(COLUMNS)?, side(ROWS)?)?;
    Ok(object)
}

fn number(object: &DefaultDicomObject, tag: Tag) -> Option<i64> {
    object.element_opt(tag).ok()??.to_int::<i64>().ok()
}

fn word(object: &DefaultDicomObject, tag: Tag) -> Option<String> {
    Some(object.element_opt(tag).ok()??.to_str().ok()?.trim_matches([' ', '\0']).to_owned())
}

pub(super) fn survey(file: &[u8]) -> Result<Admitted, Refusal> {
    let object = opened(file)?;
    let frames = match object.element_opt(FRAMES) {
        Ok(Some(element)) if !element.is_empty() => number(&object, FRAMES).ok_or(Refusal::Damaged)?,
        _ => 1,
    };
    let frames = usize::try_from(frames).ok().filter(|frames| *frames > 0).ok_or(Refusal::Damaged)?;
    if frames > MOST_FRAMES {
        return Err(Refusal::TooManyFrames { frames, most: MOST_FRAMES });
    }
    let modality = word(&object, MODALITY).map(|word| Modality::called(&word));
    let lettered = word(&object, LETTERED).is_some_and(|word| word == "YES");
    Ok(Admitted { kind: Kind::Dicom, pages: frames, modality, lettered })
}

pub(super) fn sheet(file: &[u8], frame: usize) -> Result<Sheet, Refusal> {
    let frame = u32::try_from(frame).map_err(|_| Refusal::Damaged)?;
    let mut picture = pixels::frame(opened(file)?, frame)?;
    let pixels = u64::from(picture.width()) * u64::from(picture.height());
    if pixels > SHEET_PIXELS {
        let scale = (SHEET_PIXELS as f64 / pixels as f64).sqrt();
        let side = |length: u32| ((f64::from(length) * scale) as u32).max(1);
        picture = image::imageops::thumbnail(&picture, side(picture.width()), side(picture.height()));
    }
    Ok(Sheet {
        width: picture.width(),
        height: picture.height(),
        pixels: Some(picture),
        lines: Vec::new(),
        drawn: false,
    })
}
