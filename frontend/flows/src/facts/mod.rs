//! What records say, as lists of facts: results, conditions, medicines, allergies, vaccinations, procedures.
//!
//! They are read from FHIR R4, from tables, and from what machines found, on the device of whoever may open the record.
//! What is not understood is in none of the lists: it is counted by kind in [`Brought`], and stays in the record itself.
//! Documents come from anywhere, so how much is read is bounded, and their texts are words and nothing else.

mod around;
mod bundle;
mod day;
mod fhir;
mod inert;
mod plain;
mod sheet;
mod table;
mod teach;
mod twice;
mod whose;
mod worth;
mod write;

pub use day::day;
pub use sheet::cell;
pub use table::rows;
pub use teach::{Lesson, lessons};
pub use whose::may_be_one;
pub use worth::may_list;
pub use write::confirmed;

pub(crate) use inert::{SENTENCE, inert};
pub(crate) use sheet::without_formulas;
pub(crate) use whose::{fit, same_house};

use crate::values;
use chartkey_vocabulary::Time;
use serde::{Deserialize, Serialize};

/// A document of more values, names and brackets than this is not looked into. A whole life in FHIR has some
/// hundred thousand; in memory each takes about a hundred bytes.
const NODES: usize = 2_000_000;

/// Facts of one document.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
    /// What was done to them.
    pub procedures: Vec<Entry>,
    /// Sentences for people, such as a report's conclusion.
    pub sentences: Vec<String>,
    /// Where a document of a hospital's system comes from, and what of it is in no list.
    pub brought: Brought,
}

impl Facts {
    /// Whether no list holds anything.
    pub fn is_empty(&self) -> bool {
        self.count() == 0 && self.sentences.is_empty()
    }

    /// How many lines the lists have.
    pub fn count(&self) -> usize {
        self.results.len() + self.lists().map(Vec::len).iter().sum::<usize>()
    }

    /// How many of them somebody should look at before they are believed.
    pub fn unsure(&self) -> usize {
        let entries = self.lists().into_iter().flatten().filter(|entry| entry.is_unsure()).count();
        self.results.iter().filter(|result| result.is_unsure()).count() + entries
    }

    /// All lists but that of results, in the order in which they are declared.
    pub fn lists(&self) -> [&Vec<Entry>; 5] {
        [&self.conditions, &self.medicines, &self.allergies, &self.vaccinations, &self.procedures]
    }

    /// The same, to be changed.
    pub fn lists_mut(&mut self) -> [&mut Vec<Entry>; 5] {
        [&mut self.conditions, &mut self.medicines, &mut self.allergies, &mut self.vaccinations, &mut self.procedures]
    }
}

/// What a document of a hospital's system says of itself, and what was made of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Brought {
    /// Whom it is about.
    pub about: Vec<String>,
    /// The houses it comes from.
    pub houses: Vec<String>,
    /// How many of its entries are in the lists.
    pub understood: u32,
    /// How many are kept in the record and in no list, by what FHIR calls them; most first.
    pub kept: Vec<(String, u32)>,
    /// Why nothing of it was taken, where that is so.
    pub untaken: Option<Untaken>,
}

impl Brought {
    /// How many entries are kept and in no list.
    pub fn kept_count(&self) -> u32 {
        self.kept.iter().map(|(_, count)| count).sum()
    }
}

/// Why nothing of a document is in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Untaken {
    /// It is about several people.
    SeveralPeople,
    /// It holds more than a device should be asked to hold.
    TooMuch,
}

/// Something measured.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
    /// The day as it is written, where it was before 1970 and is no time here.
    pub early: Option<String>,
    /// The house it was brought in from, where the document says.
    pub from: String,
    /// How sure the reader was, from 0 to 1; nothing where a person or a laboratory wrote it.
    pub sure: Option<f64>,
    /// Why it is unsure, in a sentence.
    pub doubt: Option<String>,
    /// Where on the page it was read.
    pub place: Option<Region>,
}

/// A place on a page, as parts of its width and height from the top left.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
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
        is_unsure(self.sure, self.doubt.as_deref())
    }

    /// The same with the value and unit a person has written, who is sure of them.
    #[must_use]
    pub fn said(&self, value: &str, unit: &str) -> Self {
        let (value, unit) = (value.trim().to_owned(), unit.trim().to_owned());
        // What was read as a word stays one: an age or the number of a bill is nothing to draw.
        let measures = self.number.is_some() || self.loinc.is_some() || self.low.or(self.high).is_some();
        let number = number(&value).filter(|_| measures || !unit.is_empty());
        Self { number, value, unit, sure: None, doubt: None, place: None, ..self.clone() }
    }

    /// The same as a point of a series, where it is a number; `dated` is the day of a value that carries none.
    pub fn counted(&self, dated: Time) -> Option<values::Measured> {
        // A value of another day drawn at this one would be a lie.
        if self.early.is_some() {
            return None;
        }
        Some(values::Measured {
            at: self.at.unwrap_or(dated),
            code: self.loinc.clone().unwrap_or_default(),
            name: self.test.clone(),
            value: self.number?,
            unit: self.unit.clone(),
            low: self.low,
            high: self.high,
            from: self.from.clone(),
        })
    }
}

/// One line of a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Entry {
    /// What.
    pub what: String,
    /// More of it: a dose, a reaction, who gave it.
    pub more: String,
    /// Since when, or when.
    pub at: Option<Time>,
    /// Whether it is over: resolved, stopped.
    pub over: bool,
    /// The house it was brought in from, where the document says.
    pub from: String,
    /// How sure the reader was, from 0 to 1; nothing where a person wrote it.
    pub sure: Option<f64>,
    /// Why it is unsure, in a sentence.
    pub doubt: Option<String>,
    /// Where on the page it was read.
    pub place: Option<Region>,
}

impl Entry {
    /// Whether somebody should look at it before it is believed.
    pub fn is_unsure(&self) -> bool {
        is_unsure(self.sure, self.doubt.as_deref())
    }

    /// The same in the words of a person, who is sure of them.
    #[must_use]
    pub fn said(&self, what: &str, more: &str) -> Self {
        let (what, more) = (what.trim().to_owned(), more.trim().to_owned());
        Self { what, more, sure: None, doubt: None, place: None, ..self.clone() }
    }
}

fn is_unsure(sure: Option<f64>, doubt: Option<&str>) -> bool {
    doubt.is_some() || sure.is_some_and(|sure| sure < SURE)
}

/// Reads the facts out of a document. One of another kind has none.
pub fn read(media_type: &str, content: &[u8]) -> Facts {
    let kind = media_type.split(';').next().unwrap_or_default().trim();
    match kind {
        "application/fhir+json" | "application/json" => {
            if nodes(content) > NODES {
                let brought = Brought { untaken: Some(Untaken::TooMuch), ..Brought::default() };
                return Facts { brought, ..Facts::default() };
            }
            let Ok(said) = serde_json::from_slice(content) else { return Facts::default() };
            if is_resource(&said) { bundle::facts(&said) } else { plain::facts(&said) }
        }
        "text/csv" | "text/tab-separated-values" => table::facts(&String::from_utf8_lossy(content)),
        // A table is often named as plain text; only one with a laboratory's head is taken for one.
        "text/plain" => table::facts(&String::from_utf8_lossy(content)),
        _ => Facts::default(),
    }
}

/// Not fewer than a parser would make of it; what stands in texts is counted, too.
fn nodes(content: &[u8]) -> usize {
    content.iter().filter(|byte| matches!(byte, b',' | b'[' | b'{')).count()
}

/// A day as it is written that lies before this vocabulary's time: `1954-11-04`.
fn early(written: &str) -> Option<String> {
    let date = written.trim().split(['T', ' ']).next()?;
    let year: u32 = date.split('-').next().filter(|year| year.len() == 4)?.parse().ok()?;
    (year < 1970 && day(written).is_none()).then(|| inert(date, inert::LINE))
}

fn is_resource(said: &serde_json::Value) -> bool {
    said["resourceType"].is_string()
}

/// A number as people write it; "1,5" is one and a half.
fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    text.parse().ok().filter(|number: &f64| number.is_finite())
}
