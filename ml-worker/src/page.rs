//! What stands on the pages of a document, before anybody asks what it means.

use imageproc::geometric_transformations::Projection;
use serde::{Deserialize, Serialize};

/// A document as it was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// In their order.
    pub pages: Vec<Page>,
}

impl Document {
    /// What kept its pages from being read as pages are: the number of each, from 1, and a sentence.
    pub fn troubles(&self) -> impl Iterator<Item = (u32, String)> {
        let numbered = self.pages.iter().zip(1..);
        numbered.flat_map(|(page, number)| {
            page.troubles.iter().map(move |trouble| (number, format!("Page {number} {trouble}.")))
        })
    }
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
    /// How it lies on what the file shows, where it was turned, flattened or levelled before it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<Sheet>,
    /// What kept it from being read as a page is, each as the end of a sentence about it: "was not read: …".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub troubles: Vec<String>,
}

/// What a file shows of a page: a photo of it, say, with the table it lies on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// How wide it is, in pixels.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// Where the page's corners lie on it, clockwise from the upper left of the print.
    pub corners: [(f32, f32); 4],
}

impl Page {
    /// A place as it is seen by whoever looks at the file: left, upper, right and lower edge, as parts of what is seen.
    #[must_use]
    pub fn seen(&self, area: &Area) -> Option<Area> {
        let (area, width, height) = match &self.sheet {
            None => (*area, self.width, self.height),
            Some(Sheet { width, height, corners }) => {
                let page = Area { left: 0.0, top: 0.0, right: self.width, bottom: self.height };
                let onto = Projection::from_control_points(page.corners(), *corners)?;
                (Area::around(&area.corners().map(|corner| onto * corner)), *width, *height)
            }
        };
        let part = |of: f32, whole: f32| (of / whole).clamp(0.0, 1.0);
        (width > 0.0 && height > 0.0).then(|| Area {
            left: part(area.left, width),
            top: part(area.top, height),
            right: part(area.right, width),
            bottom: part(area.bottom, height),
        })
    }
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

    /// The part of it that lies on a page of this size; nothing where its middle lies beside the page, or nowhere.
    #[must_use]
    pub fn on_page(&self, width: f32, height: f32) -> Option<Self> {
        let Self { left, top, right, bottom } = *self;
        let part = Self { left: left.max(0.0), top: top.max(0.0), right: right.min(width), bottom: bottom.min(height) };
        let within = |from: f32, to: f32, end: f32| from <= to && (0.0..=end).contains(&((from + to) / 2.0));
        (within(left, right, width) && within(top, bottom, height)).then_some(part)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trouble_is_told_with_the_number_of_its_page() {
        let lost = Page { troubles: vec!["was not read: it fell over".into()], ..Page::default() };
        let document = Document { pages: vec![Page::default(), lost] };
        let told: Vec<(u32, String)> = document.troubles().collect();
        assert_eq!(told, [(2, "Page 2 was not read: it fell over.".to_owned())]);
    }

    #[test]
    fn what_hangs_over_the_edge_of_a_page_is_cut_off_and_what_lies_beside_it_is_no_place() {
        let area = |left, top, right, bottom| Area { left, top, right, bottom };
        let table = [
            (area(10.0, 10.0, 30.0, 20.0), Some(area(10.0, 10.0, 30.0, 20.0))),
            (area(-10.0, 190.0, 30.0, 209.0), Some(area(0.0, 190.0, 30.0, 200.0))),
            (area(-30.0, 10.0, 20.0, 20.0), None),
            (area(10.0, 195.0, 30.0, 210.0), None),
            (area(30.0, 10.0, 10.0, 20.0), None),
            (area(-f32::INFINITY, 10.0, f32::INFINITY, 20.0), None),
            (area(10.0, f32::NAN, 30.0, 20.0), None),
        ];
        for (place, wanted) in table {
            assert_eq!(place.on_page(100.0, 200.0), wanted, "{place:?}");
        }
    }

    #[test]
    fn places_are_seen_where_the_page_lies_on_the_photo() {
        // A page of 100 by 200 that lies on its right side in the lower half of a photo of 400 by 400.
        let corners = [(300.0, 200.0), (300.0, 300.0), (100.0, 300.0), (100.0, 200.0)];
        let page = Page {
            width: 100.0,
            height: 200.0,
            sheet: Some(Sheet { width: 400.0, height: 400.0, corners }),
            ..Page::default()
        };
        let seen = page.seen(&Area { left: 0.0, top: 0.0, right: 50.0, bottom: 20.0 }).unwrap();
        let wanted = Area { left: 0.7, top: 0.5, right: 0.75, bottom: 0.625 };
        for (seen, wanted) in seen.corners().into_iter().zip(wanted.corners()) {
            assert!((seen.0 - wanted.0).abs() < 1e-4 && (seen.1 - wanted.1).abs() < 1e-4, "{seen:?} {wanted:?}");
        }
        let flat = Page { sheet: None, ..page };
        assert_eq!(flat.seen(&Area { left: 50.0, top: 0.0, right: 100.0, bottom: 50.0 }).unwrap().left, 0.5);
    }
}
