//! What stands on the pages of a document, before anybody asks what it means.

/// A document as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// In their order.
    pub pages: Vec<Page>,
}

/// A page. All places on it are pixels of the upright, flattened page, from its upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
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
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The words.
    pub words: Vec<Word>,
}

/// A word.
#[derive(Clone, Debug, Default, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// Who.
    pub engine: Engine,
    /// What.
    pub text: String,
    /// How sure it was, in its own measure.
    pub sure: f32,
}

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Engine {
    /// Nobody: the file carried its text along.
    Layer,
    /// PP-OCR, in tract.
    PpOcr,
    /// Tesseract 5.
    Tesseract,
}

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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

/// A line that was drawn, upright or level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Where, thickness included.
    pub area: Area,
}

/// Something on the paper that is no print.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// What.
    pub kind: MarkKind,
    /// Where.
    pub area: Area,
    /// How sure, 0 to 1.
    pub sure: f32,
}

/// What is no print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A rubber stamp or a seal.
    Stamp,
    /// A name in its owner's hand.
    Signature,
    /// Other handwriting.
    Handwriting,
}
