//! What was understood, as others read it: the findings the app shows, a FHIR bundle, tables as CSV.

mod bundle;
mod card;
mod csv;
mod findings;
mod imaging;
mod parts;

pub use bundle::{Original, bundle};
pub use card::{sentences, title};
pub use csv::csv;
pub use findings::{findings, refused, with_views};
pub use imaging::{pictured, pictured_bundle, pictured_text};

use crate::page::{Area, Document};
use serde_json::{Value, json};

/// Who read it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    /// Its name.
    pub name: String,
    /// Which of it.
    pub version: String,
    /// What is known of where it is good and where not; a sentence each.
    pub notes: Vec<String>,
}

/// Addresses of our extensions begin with this.
pub(crate) const OURS: &str = "https://chartkey.example/fhir/";

/// The route of a medicine that is put on skin, eye, ear or nose.
pub(crate) const TOPICAL: &str = "topical";

fn extension(word: &str, kind: &str, value: Value) -> Value {
    json!({ "url": format!("{OURS}{word}"), kind: value })
}

/// A part of an extension; its address is the bare word, as FHIR has it.
fn part(word: &str, kind: &str, value: Value) -> Value {
    json!({ "url": word, kind: value })
}

/// Three digits behind the point; more would be noise.
fn rounded(sure: f32) -> f64 {
    (f64::from(sure.clamp(0.0, 1.0)) * 1000.0).round() / 1000.0
}

/// Page, left, top, width and height as parts of what the file shows of it, such as `1 0.1 0.2 0.3 0.05`.
fn place(document: &Document, page: u32, area: &Area) -> Option<String> {
    let of = document.pages.get((page as usize).checked_sub(1)?)?;
    let area = of.seen(area)?;
    // Rounded down and up to thousandths, and never over the edge, which readers refuse.
    let thousandth = |part: f32| (f64::from(part) * 1000.0).round().clamp(0.0, 1000.0);
    let (left, right) = (thousandth(area.left), thousandth(area.right));
    let (top, bottom) = (thousandth(area.top), thousandth(area.bottom));
    let (left, top) = (left.min(999.0), top.min(999.0));
    let (wide, high) = ((right - left).max(1.0), (bottom - top).max(1.0));
    let shown = |part: f64| format!("{}", part / 1000.0);
    Some(format!("{page} {} {} {} {}", shown(left), shown(top), shown(wide), shown(high)))
}

#[cfg(test)]
mod tests;
