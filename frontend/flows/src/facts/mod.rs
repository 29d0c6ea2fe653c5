//! What records say, as lists of facts: results, conditions, medicines, allergies, vaccinations.
//!
//! They are read from FHIR R4, from tables, and from what machines found, on the device of whoever may open the record.
//! What is not understood is left out of the lists; it stays in view in the record itself.

mod day;
mod fhir;
mod plain;
mod table;
mod write;

pub use day::day;
pub use table::rows;
pub use write::confirmed;

use crate::values;
use chartkey_vocabulary::Time;
use serde::Deserialize;

/// Facts of one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// What was measured.
    pub results: Vec<Measured>,
    /// What somebody has.
    pub conditions: Vec<Entry>,
    /// What they take.
    pub medicines: Vec<Entry>,
    /// What they do not bear.
    pub allergies: Vec<Entry>,
    /// What they are vaccinated against.
    pub vaccinations: Vec<Entry>,
    /// Sentences for people, such as a report's conclusion.
    pub sentences: Vec<String>,
}

/// Something measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// What.
    pub test: String,
    /// Its LOINC code, where it has one.
    pub loinc: Option<String>,
    /// As it is written: a number, or a word such as "negative".
    pub value: String,
    /// The number, where it is one.
    pub number: Option<f64>,
    /// In what.
    pub unit: String,
    /// Not less is usual.
    pub low: Option<f64>,
    /// Not more is usual.
    pub high: Option<f64>,
    /// When.
    pub at: Option<Time>,
    /// How sure the reader was, from 0 to 1; nothing where a person or a laboratory wrote it.
    pub sure: Option<f64>,
    /// Why it is unsure, in a sentence.
    pub doubt: Option<String>,
    /// Where on the page it was read.
    pub place: Option<Region>,
}

/// A place on a page, as parts of its width and height from the top left.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Region {
    /// Which page, from 1.
    #[serde(default = "first")]
    pub page: u32,
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// So wide.
    pub width: f64,
    /// So high.
    pub height: f64,
}

fn first() -> u32 {
    1
}

impl Region {
    fn is_sound(&self) -> bool {
        let part = 0.0..=1.0;
        [self.x, self.y, self.x + self.width, self.y + self.height].iter().all(|side| part.contains(side))
            && self.width > 0.0
            && self.height > 0.0
    }
}

/// How a value lies to its usual range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies {
    /// Below.
    Low,
    /// Within.
    Usual,
    /// Above.
    High,
    /// There is no range, or no number.
    Unknown,
}

/// Less sure than this is shown as doubt.
const SURE: f64 = 0.95;

impl Measured {
    /// How it lies to its usual range.
    pub fn lies(&self) -> Lies {
        let Some(number) = self.number else { return Lies::Unknown };
        match (self.low, self.high) {
            (Some(low), _) if number < low => Lies::Low,
            (_, Some(high)) if number > high => Lies::High,
            (None, None) => Lies::Unknown,
            _ => Lies::Usual,
        }
    }

    /// Whether somebody should look at it before it is believed.
    pub fn is_unsure(&self) -> bool {
        self.doubt.is_some() || self.sure.is_some_and(|sure| sure < SURE)
    }

    /// The same with the value and unit a person has written, who is sure of them.
    #[must_use]
    pub fn said(&self, value: &str, unit: &str) -> Self {
        let (value, unit) = (value.trim().to_owned(), unit.trim().to_owned());
        let number = number(&value);
        Self { number, value, unit, sure: None, doubt: None, place: None, ..self.clone() }
    }

    /// The same as a point of a series, where it is a number; `dated` is the day of a value that carries none.
    pub fn counted(&self, dated: Time) -> Option<values::Measured> {
        Some(values::Measured {
            at: self.at.unwrap_or(dated),
            code: self.loinc.clone().unwrap_or_default(),
            name: self.test.clone(),
            value: self.number?,
            unit: self.unit.clone(),
            low: self.low,
            high: self.high,
        })
    }
}

/// One line of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What.
    pub what: String,
    /// More of it: a dose, a reaction, who gave it.
    pub more: String,
    /// Since when, or when.
    pub at: Option<Time>,
    /// Whether it is over: resolved, stopped.
    pub over: bool,
}

/// Reads the facts out of a document. One of another kind has none.
pub fn read(media_type: &str, content: &[u8]) -> Facts {
    let kind = media_type.split(';').next().unwrap_or_default().trim();
    match kind {
        "application/fhir+json" | "application/json" => {
            let Ok(said) = serde_json::from_slice(content) else { return Facts::default() };
            if is_resource(&said) { fhir::facts(&said) } else { plain::facts(&said) }
        }
        "text/csv" | "text/tab-separated-values" => table::facts(&String::from_utf8_lossy(content)),
        // A table is often named as plain text; only one with a laboratory's head is taken for one.
        "text/plain" => table::facts(&String::from_utf8_lossy(content)),
        _ => Facts::default(),
    }
}

fn is_resource(said: &serde_json::Value) -> bool {
    said["resourceType"].is_string()
}

/// A number as people write it; "1,5" is one and a half.
fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    text.parse().ok().filter(|number: &f64| number.is_finite())
}
