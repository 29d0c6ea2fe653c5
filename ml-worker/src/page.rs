//! What stands on the pages of a document, before anybody asks what it means.

use serde::{Deserialize, Serialize};

/// A document as it was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// In their order.
    pub pages: Vec<Page>,
}

/// A page. All places on it are pixels of the upright, flattened page, from its upper left corner.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// Lines of text, in no promised order.
    pub lines: Vec<Line>,
    /// Drawn lines, such as a table's.
    pub rules: Vec<Rule>,
    /// What is there and no print.
    pub marks: Vec<Mark>,
}

/// Words beside each other, left to right, that belong to one line of print; a wide gap between two words ends a line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The words.
    pub words: Vec<Word>,
}

/// A word.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// What it most likely says.
    pub text: String,
    /// Where.
    pub area: Area,
    /// How likely every letter of it is right, 0 to 1: of words that say 0.9, nine of ten are.
    pub sure: f32,
    /// What each engine made of it.
    pub said: Vec<Said>,
}

/// What one engine made of a word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// Who.
    pub engine: Engine,
    /// What.
    pub text: String,
    /// How sure it was, in its own measure.
    pub sure: f32,
}

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Engine {
    /// Nobody: the file carried its text along.
    Layer,
    /// PP-OCR, in tract.
    PpOcr,
    /// Tesseract 5.
    Tesseract,
}

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

impl Area {
    /// How wide.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// How high.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// Its corners, clockwise from the upper left.
    #[must_use]
    pub fn corners(&self) -> [(f32, f32); 4] {
        [(self.left, self.top), (self.right, self.top), (self.right, self.bottom), (self.left, self.bottom)]
    }

    /// The smallest place that holds these points.
    #[must_use]
    pub fn around(points: &[(f32, f32)]) -> Self {
        let point = |&(x, y): &(f32, f32)| Self { left: x, top: y, right: x, bottom: y };
        points.iter().map(point).reduce(Self::with).unwrap_or_default()
    }

    /// The smallest place that holds both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// How much of their width two places share, in pixels; below 0 it is the gap between them.
    #[must_use]
    pub fn shared_width(&self, other: &Self) -> f32 {
        self.right.min(other.right) - self.left.max(other.left)
    }

    /// How much of their height two places share, in pixels; below 0 it is the gap between them.
    #[must_use]
    pub fn shared_height(&self, other: &Self) -> f32 {
        self.bottom.min(other.bottom) - self.top.max(other.top)
    }
}

/// A line that was drawn, upright or level.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Where, thickness included.
    pub area: Area,
}

/// Something on the paper that is no print.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// What.
    pub kind: MarkKind,
    /// Where.
    pub area: Area,
    /// How sure, 0 to 1.
    pub sure: f32,
}

/// What is no print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// A rubber stamp or a seal.
    Stamp,
    /// A name in its owner's hand.
    Signature,
    /// Other handwriting.
    Handwriting,
}

impl MarkKind {
    /// Its name in the findings.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stamp => "stamp",
            Self::Signature => "signature",
            Self::Handwriting => "handwriting",
        }
    }
}
