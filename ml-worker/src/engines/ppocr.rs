//! PP-OCR v6: one network finds where text stands, one tells which way up it is, one reads it.

mod angle;
mod canvas;
mod ctc;
mod detect;
mod recognize;
mod strip;

use std::path::Path;

use image::RgbImage;

pub use strip::Strip;

use crate::model::{self, File, Model, ModelError, Tract};
use crate::page::Word;
use ctc::Letters;

/// Their files: the one that finds text, the one that tells which way up it is, the one that reads it.
pub const FILES: [&str; 3] =
    ["PP-OCRv6_det_small.onnx", "ch_ppocr_mobile_v2.0_cls_mobile.onnx", "PP-OCRv6_rec_small.onnx"];

/// The three networks.
pub struct PpOcr {
    detect: detect::Detector,
    angle: angle::Angle,
    recognize: recognize::Recognizer,
}

impl PpOcr {
    /// Opens the networks that `tasks/setup/weights.sh` put into a folder.
    ///
    /// # Errors
    /// When one is missing or damaged.
    pub fn open(folder: &Path) -> Result<Self, ModelError> {
        let [detect, angle, recognize] = FILES.map(|file| File::read(&folder.join(file)));
        let recognize = recognize?;
        let reader = Tract::open(&recognize)?;
        let letters = reader.note("character").ok_or_else(|| ModelError::Form {
            file: recognize.name.clone(),
            reason: "it does not say which letters it knows".to_owned(),
        })?;
        let all = Letters::new(&letters);
        let (letters, reader): (Letters, Box<dyn Model>) = match model::faster(&recognize)? {
            Some(reader) => (all, reader),
            None => {
                let (letters, kept) = all.wanted();
                (letters, Box::new(reader.keeping(all.outputs(), &kept)?))
            }
        };
        Ok(Self {
            detect: detect::Detector::new(model::open(&detect?)?),
            angle: angle::Angle::new(model::open(&angle?)?),
            recognize: recognize::Recognizer::new(reader, letters),
        })
    }

    /// Where text stands.
    ///
    /// # Errors
    /// When the network fails.
    pub fn find(&self, page: &RgbImage) -> Result<Vec<Strip>, ModelError> {
        self.detect.find(page)
    }

    /// By how many quarter turns to the right the page has to be turned until its text stands upright.
    ///
    /// # Errors
    /// When a network fails.
    pub fn turns(&self, page: &RgbImage, strips: &[Strip]) -> Result<u8, ModelError> {
        self.angle.turns(page, strips, &self.recognize)
    }

    /// What stands there, word for word.
    ///
    /// # Errors
    /// When a network fails.
    pub fn read(&self, page: &RgbImage, strips: &[Strip]) -> Result<Vec<Word>, ModelError> {
        self.recognize.read(page, strips)
    }

    /// What stands on each of these strips.
    ///
    /// # Errors
    /// When a network fails.
    pub fn read_each(&self, page: &RgbImage, strips: &[Strip]) -> Result<Vec<Vec<Word>>, ModelError> {
        self.recognize.read_each(page, strips)
    }

    /// What tells these networks from all others.
    #[must_use]
    pub fn digests(&self) -> [[u8; 32]; 3] {
        [self.detect.digest(), self.angle.digest(), self.recognize.digest()]
    }
}
