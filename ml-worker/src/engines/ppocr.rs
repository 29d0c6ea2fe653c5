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

use crate::model::{ModelError, Tract};
use crate::page::Word;

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
        let detect = Tract::open(&folder.join("PP-OCRv6_det_small.onnx"))?;
        let angle = Tract::open(&folder.join("ch_ppocr_mobile_v2.0_cls_mobile.onnx"))?;
        let recognize = Tract::open(&folder.join("PP-OCRv6_rec_small.onnx"))?;
        let letters = recognize.note("character").ok_or_else(|| ModelError::Form {
            file: "PP-OCRv6_rec_small.onnx".to_owned(),
            reason: "it does not say which letters it knows".to_owned(),
        })?;
        Ok(Self {
            detect: detect::Detector::new(Box::new(detect)),
            angle: angle::Angle::new(Box::new(angle)),
            recognize: recognize::Recognizer::new(Box::new(recognize), &letters),
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

    /// What tells these networks from all others.
    #[must_use]
    pub fn digests(&self) -> [[u8; 32]; 3] {
        [self.detect.digest(), self.angle.digest(), self.recognize.digest()]
    }
}
