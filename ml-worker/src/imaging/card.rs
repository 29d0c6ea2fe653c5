//! What is known of a model: how it is used, what it was made of, how good it is, where it fails.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{File, ModelError};

/// The manifest that the training writes.
const MANIFEST: &str = include_str!("../../models/manifest.toml");
/// The models. They are part of the program, so that one digest stands for both.
const FILES: [(&str, &[u8]); 3] = [
    ("atlas.onnx", include_bytes!("../../models/atlas.onnx")),
    ("chest.onnx", include_bytes!("../../models/chest.onnx")),
    ("brain.onnx", include_bytes!("../../models/brain.onnx")),
];

/// What is known of a model.
#[derive(Clone, Debug, Deserialize)]
pub struct Card {
    /// Its name: a word.
    #[serde(skip)]
    pub name: String,
    /// Its file.
    pub file: String,
    /// The SHA-256 of the file, in hexadecimal letters.
    pub sha256: String,
    /// The day on which it was made.
    pub date: String,
    /// What it began as.
    pub backbone: String,
    /// The shape of its input: one picture, three channels, height, width.
    pub input: [usize; 4],
    /// How a picture is made ready, in words.
    pub prepare: String,
    /// What is taken off each channel, which runs from 0 to 1.
    pub mean: [f32; 3],
    /// What each channel is divided by after that.
    pub std: [f32; 3],
    /// Its outputs, in their order.
    pub outputs: Vec<String>,
    /// What it tells apart.
    pub classes: Vec<String>,
    /// What its evidence is divided by so that its probabilities are honest.
    pub temperature: f32,
    /// Where it fails; a sentence each.
    pub limits: Vec<String>,
    /// What it learned from.
    pub data: Data,
    /// From where on it answers.
    pub thresholds: Thresholds,
    figures: toml::Table,
}

/// What a model learned from.
#[derive(Clone, Debug, Deserialize)]
pub struct Data {
    /// What it is.
    pub what: String,
    /// Whose.
    pub source: String,
    /// Under which terms.
    pub licence: String,
}

/// From where on a model answers.
#[derive(Clone, Debug, Deserialize)]
pub struct Thresholds {
    /// Below this it says that it cannot tell.
    pub unsure_below: f32,
    /// The probability of not being healthy from which it says so.
    pub sick_from: Option<f32>,
    /// Which pictures another model may be shown: the atlas' own.
    #[serde(flatten)]
    pub gates: BTreeMap<String, Passing>,
}

/// Which pictures a model may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Passing {
    /// The least probability of its kind.
    pub min_probability: f32,
    /// The most distance from the pictures it learned from.
    pub max_distance: f32,
}

/// A figure and the interval around it: not less and not more, with 95 of 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// What was measured.
    pub value: f64,
    /// Not less.
    pub low: f64,
    /// Not more.
    pub high: f64,
}

impl Card {
    /// The side of the square that it is shown.
    #[must_use]
    pub fn side(&self) -> usize {
        self.input[3]
    }

    /// Whether it is shown brightness alone.
    #[must_use]
    pub fn is_grey(&self) -> bool {
        self.prepare.contains("one brightness channel")
    }

    /// The class that means that nothing was found.
    #[must_use]
    pub fn healthy(&self) -> Option<usize> {
        self.classes.iter().position(|class| class == "normal" || class == "none")
    }

    /// A figure by its place in the manifest, such as `test.sick.auc`.
    #[must_use]
    pub fn figure(&self, place: &str) -> Option<Figure> {
        let numbers: Vec<f64> = self.at(place)?.as_array()?.iter().filter_map(number).collect();
        let [value, low, high] = numbers[..] else { return None };
        Some(Figure { value, low, high })
    }

    /// How many pictures a split's figures were taken on.
    #[must_use]
    pub fn pictures(&self, split: &str) -> Option<i64> {
        self.at(&format!("{split}.pictures"))?.as_integer()
    }

    fn at(&self, place: &str) -> Option<&toml::Value> {
        let (table, key) = place.rsplit_once('.')?;
        let table = table.split('.').try_fold(&self.figures, |table, key| table.get(key)?.as_table())?;
        table.get(key)
    }
}

fn number(value: &toml::Value) -> Option<f64> {
    value.as_float().or_else(|| Some(value.as_integer()? as f64))
}

/// The models that are part of this program, each with its card.
///
/// # Errors
/// When their manifest is damaged.
pub fn carried() -> Result<Vec<(Card, File)>, ModelError> {
    let cards: BTreeMap<String, Card> = toml::from_str(MANIFEST).map_err(|error| damaged(&error.to_string()))?;
    let with_file = |(name, card): (String, Card)| {
        let file = FILES.iter().find(|(file, _)| *file == card.file);
        let (file, bytes) = file.ok_or_else(|| damaged("it names a file that is not there"))?;
        Ok((Card { name, ..card }, File::carried(file, bytes)))
    };
    cards.into_iter().map(with_file).collect()
}

pub(super) fn damaged(reason: &str) -> ModelError {
    ModelError::Form { file: "manifest.toml".into(), reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_model_is_the_one_its_card_speaks_of() {
        let carried = carried().unwrap();
        assert_eq!(carried.len(), 3);
        for (card, file) in carried {
            assert_eq!(hex::encode(file.digest()), card.sha256, "{}", card.name);
            assert_eq!(card.input[..2], [1, 3], "{}", card.name);
            assert!(card.temperature > 0.0 && card.side().is_multiple_of(32), "{}", card.name);
            assert!(!card.limits.is_empty(), "{} says where it fails", card.name);
        }
    }

    #[test]
    fn figures_are_found_by_their_place() {
        let carried = carried().unwrap();
        let (chest, _) = carried.iter().find(|(card, _)| card.name == "chest").unwrap();
        let auc = chest.figure("test.sick.auc").unwrap();
        assert!(auc.low <= auc.value && auc.value <= auc.high && auc.low > 0.5, "{auc:?}");
        assert_eq!(chest.figure("test.sick.luck"), None);
        assert!(chest.pictures("test").is_some_and(|count| count > 0));
    }
}
