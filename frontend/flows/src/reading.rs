//! What a machine's finding says. A finding is FHIR: a `DiagnosticReport` whose conclusion is the sentence, which contains
//!
//! - `Observation`s: what was seen, in words; those with a number are read by [`crate::facts`];
//! - a `RiskAssessment`: how many of 100 images that looked like this were so, and the interval around it;
//! - a `Media` with a PNG: where the model looked, as an image of the original's shape, clear where it did not;
//! - a `Device`: the model, its version, and what is known of where it is good and where not;
//! - `DetectedIssue`s: what speaks against believing it, such as an age the model never saw.
//!
//! Tables that stood on a paper are attached to it as comma separated values, and after them how its pages looked when
//! they were read, as JPEG.
//!
//! The plain JSON of small reading programs, `reader` and `summary`, is read as well. Texts are a machine's: shown as text
//! and nothing else.

use crate::facts::{SENTENCE, inert, without_formulas};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::Value as Json;

/// The interval around a probability, as an extension that ends with this word.
const INTERVAL: &str = "interval";
/// A place on a page or picture, whose number comes first.
const PLACE: &str = "/place";
/// What the summary says, each with where it was read.
const STATEMENT: &str = "/statement";
/// Nobody reads more sentences about a model.
const MOST: usize = 50;
/// Nobody looks at more values or parts.
const PARTS: usize = 5_000;

/// What a finding says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// In a sentence or two.
    pub summary: String,
    /// The same, sentence by sentence.
    pub sentences: Vec<String>,
    /// What it is probably, when the finding says.
    pub likely: Option<Likely>,
    /// What was seen, in words: about what, and what.
    pub seen: Vec<(String, String)>,
    /// What speaks against believing it.
    pub doubts: Vec<String>,
    /// Where the model looked.
    pub heat: Option<Heat>,
    /// Which model.
    pub model: Option<Model>,
    /// Tables that were read, for other programs: what each is called, and its comma separated values.
    pub tables: Vec<(String, String)>,
    /// How its pages looked when they were read, where a browser shows them otherwise or not at all.
    pub views: Vec<View>,
}

/// How a page looked when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Which page, from 1.
    pub page: u32,
    /// The picture.
    pub jpeg: Vec<u8>,
}

/// Where a model looked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// A PNG to lay over the original.
    pub png: Vec<u8>,
    /// Over which of its pictures, from 1.
    pub page: u32,
}

/// How probable something is.
#[derive(Clone, Debug, PartialEq)]
pub struct Likely {
    /// What.
    pub what: String,
    /// Between 0 and 1.
    pub share: f64,
    /// Not less and not more, with 95 of 100.
    pub within: Option<(f64, f64)>,
}

/// What is known of a model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// Its name.
    pub name: String,
    /// Which of it.
    pub version: String,
    /// What it was made for, trained on, and how good it is; a sentence each.
    pub notes: Vec<String>,
}

/// Reads a finding's output. `None` when it is of a kind nobody here knows.
pub fn read(output: &[u8]) -> Option<Reading> {
    let said: Json = serde_json::from_slice(output).ok()?;
    match said["resourceType"].as_str() {
        Some("DiagnosticReport") => Some(report(&said)),
        Some(_) => None,
        None => plain(&said),
    }
}

fn report(said: &Json) -> Reading {
    let summary = line(&said["conclusion"]);
    let mut reading = Reading { sentences: sentences(said, &summary), summary, ..Reading::default() };
    let inner = || said["contained"].as_array().into_iter().flatten().take(PARTS);
    let page = inner().find_map(page).unwrap_or(1);
    for inner in inner() {
        match inner["resourceType"].as_str() {
            Some("Observation") => reading.seen.extend(seen(inner)),
            Some("RiskAssessment") => reading.likely = reading.likely.or_else(|| likely(inner)),
            Some("DetectedIssue") => reading.doubts.push(line(&inner["detail"])),
            Some("Media") => {
                reading.heat = reading.heat.or_else(|| Some(Heat { png: picture(&inner["content"])?, page }));
            }
            Some("Device") => reading.model = Some(model(inner)),
            _ => {}
        }
    }
    reading.doubts.retain(|doubt| !doubt.is_empty());
    let forms = || said["presentedForm"].as_array().into_iter().flatten().take(PARTS);
    reading.tables = forms().filter_map(table).take(MOST).collect();
    reading.views = forms().filter_map(view).take(MOST).collect();
    reading
}

/// A summary's sentences. Its statements are told beside it, and may hold full stops of their own.
fn sentences(said: &Json, summary: &str) -> Vec<String> {
    let statements = said["extension"].as_array().into_iter().flatten().take(PARTS);
    let statements = statements.filter(|beside| beside["url"].as_str().is_some_and(|url| url.ends_with(STATEMENT)));
    let says = |statement: &Json| {
        let parts = statement["extension"].as_array()?;
        Some(line(&parts.iter().find(|part| part["url"] == "says")?["valueString"]))
    };
    let (mut rest, mut sentences) = (summary, Vec::new());
    for statement in statements.filter_map(says).filter(|statement| !statement.is_empty()) {
        if let Some(after) = rest.strip_prefix(statement.as_str()) {
            rest = after.trim_start();
            sentences.push(statement);
        }
    }
    sentences.extend(rest.split_inclusive(". ").map(|sentence| sentence.trim_end().to_owned()));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

fn table(form: &Json) -> Option<(String, String)> {
    let values = (form["contentType"] == "text/csv").then(|| form["data"].as_str()).flatten()?;
    let values = String::from_utf8(BASE64_STANDARD.decode(values).ok()?).ok()?;
    Some((line(&form["title"]), without_formulas(&values)))
}

fn view(form: &Json) -> Option<View> {
    let page = form["extension"][0]["valuePositiveInt"].as_u64().and_then(|page| page.try_into().ok())?;
    let picture = (form["contentType"] == "image/jpeg").then(|| form["data"].as_str()).flatten()?;
    let jpeg = BASE64_STANDARD.decode(picture).ok().filter(|bytes| bytes.starts_with(&[0xff, 0xd8]))?;
    Some(View { page, jpeg })
}

fn seen(said: &Json) -> Option<(String, String)> {
    let code = &said["code"];
    let about = [&code["text"], &code["coding"][0]["display"]].map(line).into_iter().find(|text| !text.is_empty())?;
    let what = [&said["valueString"], &said["valueCodeableConcept"]["text"]];
    let what = what.map(line).into_iter().find(|text| !text.is_empty())?;
    Some((about, what))
}

fn likely(said: &Json) -> Option<Likely> {
    let prediction = &said["prediction"][0];
    let part = |number: &Json| number.as_f64().filter(|part| (0.0..=1.0).contains(part));
    let share = part(&prediction["probabilityDecimal"])?;
    let extensions = prediction["extension"].as_array().into_iter().flatten();
    let mut interval =
        extensions.filter(|extension| extension["url"].as_str().is_some_and(|url| url.ends_with(INTERVAL)));
    let range = interval.next().map(|extension| &extension["valueRange"]);
    let within = range.and_then(|range| part(&range["low"]["value"]).zip(part(&range["high"]["value"])));
    // An interval that does not hold its own probability says nothing.
    let within = within.filter(|(low, high)| *low <= share && share <= *high);
    Some(Likely { what: line(&prediction["outcome"]["text"]), share, within })
}

/// Which picture of the file is spoken of, where a place on it is said.
fn page(said: &Json) -> Option<u32> {
    let mut extensions = said["extension"].as_array()?.iter();
    let place = extensions.find(|extension| extension["url"].as_str().is_some_and(|url| url.ends_with(PLACE)))?;
    place["valueString"].as_str()?.split_whitespace().next()?.parse().ok()
}

fn picture(content: &Json) -> Option<Vec<u8>> {
    let png = content["contentType"] == "image/png";
    let bytes = png.then(|| content["data"].as_str()).flatten()?;
    BASE64_STANDARD.decode(bytes).ok().filter(|bytes| bytes.starts_with(b"\x89PNG\r\n\x1a\n"))
}

fn model(said: &Json) -> Model {
    let notes = said["note"].as_array().into_iter().flatten().map(|note| line(&note["text"]));
    Model {
        name: line(&said["deviceName"][0]["name"]),
        version: line(&said["version"][0]["value"]),
        notes: notes.filter(|note| !note.is_empty()).take(MOST).collect(),
    }
}

/// `{"reader", "summary"}`.
fn plain(said: &Json) -> Option<Reading> {
    let summary = line(&said["summary"]);
    let reader = line(&said["reader"]);
    let model = (!reader.is_empty()).then(|| Model { name: reader, ..Model::default() });
    let sentences = vec![summary.clone()];
    (!summary.is_empty()).then(|| Reading { summary, sentences, model, ..Reading::default() })
}

/// A text without what could turn or hide it.
fn line(said: &Json) -> String {
    inert(said.as_str().unwrap_or_default(), SENTENCE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_finding_about_an_image_is_read_whole() {
        let heat = BASE64_STANDARD.encode(b"\x89PNG\r\n\x1a\nrest");
        let interval = json!({ "url": "https://chartkey.example/fhir/interval",
            "valueRange": { "low": { "value": 0.79 }, "high": { "value": 0.92 } } });
        let report = json!({ "resourceType": "DiagnosticReport", "conclusion": "Looks like pneumonia.", "contained": [
            { "resourceType": "RiskAssessment", "prediction": [{ "outcome": { "text": "pneumonia" },
                "probabilityDecimal": 0.87, "extension": [interval] }] },
            { "resourceType": "Observation", "code": { "text": "Where" }, "valueString": "Right lower field",
                "extension": [{ "url": "https://chartkey.example/fhir/place", "valueString": "17 0.1 0.2 0.3 0.4" }] },
            { "resourceType": "Media", "content": { "contentType": "image/png", "data": heat } },
            { "resourceType": "Device", "deviceName": [{ "name": "chest-2" }], "version": [{ "value": "2.1" }],
                "note": [{ "text": "Knows children of 1 to 5 best." }] },
            { "resourceType": "DetectedIssue", "detail": "Six years are outside the ages it was trained on." },
        ], "presentedForm": [
            { "contentType": "text/csv", "title": "Sizes", "data": BASE64_STANDARD.encode("what,mm\nheart,92\n") },
            { "contentType": "text/html", "data": BASE64_STANDARD.encode("<script>") },
            { "contentType": "image/jpeg", "data": BASE64_STANDARD.encode([0xff, 0xd8, 1]),
                "extension": [{ "url": "https://chartkey.example/fhir/page", "valuePositiveInt": 2 }] },
            { "contentType": "image/jpeg", "data": BASE64_STANDARD.encode("<svg>"),
                "extension": [{ "url": "https://chartkey.example/fhir/page", "valuePositiveInt": 3 }] },
        ] });
        let read = read(report.to_string().as_bytes()).expect("a report");
        let likely = read.likely.expect("a probability");
        assert_eq!((likely.share, likely.within), (0.87, Some((0.79, 0.92))));
        assert_eq!(read.seen, [("Where".into(), "Right lower field".into())]);
        assert_eq!((read.doubts.len(), read.heat.map(|heat| heat.page)), (1, Some(17)));
        assert_eq!(read.model.expect("a model").name, "chest-2");
        assert_eq!(read.views, [View { page: 2, jpeg: vec![0xff, 0xd8, 1] }]);
        assert_eq!(read.tables, [("Sizes".into(), "what,mm\nheart,92\n".into())]);
    }

    #[test]
    fn what_cannot_be_is_left_out() {
        let share = |share: f64| {
            let risk = json!({ "resourceType": "RiskAssessment", "prediction": [{ "probabilityDecimal": share }] });
            let report = json!({ "resourceType": "DiagnosticReport", "contained": [risk] });
            read(report.to_string().as_bytes()).expect("a report").likely
        };
        assert!(share(0.5).is_some());
        assert!(share(1.5).is_none());
        assert!(read(b"{\"resourceType\":\"Patient\"}").is_none());
        assert!(read(b"no json").is_none());
    }

    #[test]
    fn the_plain_form_of_small_programs_is_read() {
        let said = json!({ "reader": "chartkey demo read", "summary": "1 of 2 values outside." });
        let read = read(said.to_string().as_bytes()).expect("a finding");
        assert_eq!(read.model.expect("a reader").name, "chartkey demo read");
    }
}
