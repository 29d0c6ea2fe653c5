//! Pages that are kept with what stands on them, so that whoever changes how pages are read sees at once what came of it.

use std::path::Path;

use anyhow::Context;
use imageproc::geometric_transformations::Projection;
use serde::{Deserialize, Serialize};

use super::score::{Scores, Stands, score};
use crate::page::{Area, Word};

/// The file that lists them.
const LIST: &str = "pages.json";

/// A page that is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Golden {
    /// The picture's file.
    pub file: String,
    /// What it went through.
    pub wear: String,
    /// Letters that stand on it.
    pub letters: usize,
    /// How many of them were read wrongly when it was last measured.
    pub wrong: usize,
    /// The page's size, in its own measure.
    pub size: (f32, f32),
    /// Where its corners are on the picture, clockwise from the upper left.
    pub corners: [(f32, f32); 4],
    /// What stands on it: left, top, right and lower edge in the page's measure, whether by hand, and the text.
    pub stands: Vec<(f32, f32, f32, f32, bool, String)>,
    /// Where stamps lie, the same way.
    pub stamps: Vec<(f32, f32, f32, f32)>,
}

/// All that are kept in a folder.
///
/// # Errors
/// When there is no list, or it has another shape.
pub fn all(folder: &Path) -> anyhow::Result<Vec<Golden>> {
    let list = folder.join(LIST);
    let text = std::fs::read(&list).with_context(|| format!("{} cannot be read", list.display()))?;
    serde_json::from_slice(&text).with_context(|| format!("{} has another shape", list.display()))
}

/// Writes the list, a page on each line.
///
/// # Errors
/// When it cannot be written.
pub fn keep(folder: &Path, all: &[Golden]) -> anyhow::Result<()> {
    let lines = all.iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
    Ok(std::fs::write(folder.join(LIST), format!("[\n{}\n]\n", lines.join(",\n")))?)
}

impl Golden {
    /// From places on the page to places on its picture.
    #[must_use]
    pub fn from_page(&self) -> Option<Projection> {
        let (width, height) = self.size;
        Projection::from_control_points([(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)], self.corners)
    }

    /// What stands on it.
    #[must_use]
    pub fn stands(&self) -> Vec<Stands> {
        let one = |&(left, top, right, bottom, by_hand, ref text): &(f32, f32, f32, f32, bool, String)| Stands {
            text: text.clone(),
            area: Area { left, top, right, bottom },
            by_hand,
        };
        self.stands.iter().map(one).collect()
    }

    /// Where stamps lie.
    #[must_use]
    pub fn stamps(&self) -> Vec<Area> {
        let stamp = |&(left, top, right, bottom): &(f32, f32, f32, f32)| Area { left, top, right, bottom };
        self.stamps.iter().map(stamp).collect()
    }

    /// Holds words against it whose places `from_sheet` made of those on the picture.
    #[must_use]
    pub fn score(&self, words: &[Word], from_sheet: &Projection) -> Option<Scores> {
        let to_page = (*from_sheet * self.from_page()?).invert();
        let read: Vec<Stands> =
            words.iter().map(|word| Stands::of(&word.text, word.area.corners(), &to_page)).collect();
        Some(score(&self.stands(), &read, &self.stamps()))
    }
}
