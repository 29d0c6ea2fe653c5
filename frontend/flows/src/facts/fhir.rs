//! One FHIR R4 resource, with what is contained in it.

use super::{
    Entry, Facts, Measured, Region,
    around::{Around, list, name},
    day,
    inert::{LINE, SENTENCE, inert},
};
use chartkey_vocabulary::Time;
use serde_json::Value;

/// Nobody reads more lines of one list.
pub(super) const MOST: usize = 5_000;

/// Takes what a resource says into the lists; whether any list had room for it.
pub(super) fn take(resource: &Value, around: &Around<'_>, facts: &mut Facts) -> bool {
    // What a report contains is of the report's day, unless it says another.
    let reported = When::of(resource, &["/effectiveDateTime", "/issued"]);
    let mut taken = false;
    // What a machine says of an image is about the image: none of it is a value of a body.
    let of_image = is_of_image(resource);
    for contained in list(&resource["contained"]).iter().filter(|_| !of_image) {
        taken |= one(contained, &reported, around, facts);
    }
    one(resource, &When::default(), around, facts) || taken
}

fn one(resource: &Value, reported: &When, around: &Around<'_>, facts: &mut Facts) -> bool {
    // What was entered by mistake, or turned out not to be so, says it itself and is no fact.
    let verified = code(&resource["verificationStatus"]);
    if resource["status"] == "entered-in-error" || matches!(verified, "entered-in-error" | "refuted") {
        return false;
    }
    let from = around.house(resource);
    let entry = |what: &Value, more: String, days: &[&str], over: bool| {
        let When { at, early } = When::of(resource, days);
        // A day before 1970 has no time here; it is said in words.
        let more = [more, early.unwrap_or_default()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        Some(Entry {
            what: name(what)?,
            more: inert(&more.join(", "), LINE),
            at,
            over,
            from: from.clone(),
            sure: sure(resource),
            doubt: doubt(resource),
            place: extension(resource, "place").and_then(place),
        })
    };
    match resource["resourceType"].as_str().unwrap_or_default() {
        "Observation" => observation(resource, reported, &from, facts),
        "DiagnosticReport" => {
            let said = resource["conclusion"].as_str().map(|said| inert(said, SENTENCE));
            let said = said.filter(|said| !said.is_empty());
            // A report without words of its own is its results, where they lie beside it.
            let results = list(&resource["result"]);
            let is_results = !results.is_empty() && results.iter().all(|result| around.holds(result));
            put(&mut facts.sentences, said) || is_results
        }
        "Condition" => {
            let over = matches!(code(&resource["clinicalStatus"]), "resolved" | "inactive" | "remission")
                || resource["abatementDateTime"].is_string();
            let days = ["/onsetDateTime", "/onsetPeriod/start", "/recordedDate"];
            put(&mut facts.conditions, entry(&resource["code"], note(resource), &days, over))
        }
        "MedicationRequest" | "MedicationStatement" => {
            // What somebody is told not to take is no medicine of theirs.
            if resource["doNotPerform"] == true || resource["status"] == "not-taken" {
                return false;
            }
            let over = !matches!(resource["status"].as_str(), Some("active" | "intended" | "unknown") | None);
            let dose = resource["dosageInstruction"].get(0).or_else(|| resource["dosage"].get(0));
            let dose = dose.and_then(|dose| text(&dose["text"])).unwrap_or_default();
            let days = ["/authoredOn", "/effectiveDateTime", "/effectivePeriod/start", "/dateAsserted"];
            let what = match around.lies_at(&resource["medicationReference"], resource) {
                Some(medicine) => &medicine["code"],
                None if resource["medicationReference"].is_object() => &resource["medicationReference"],
                None => &resource["medicationCodeableConcept"],
            };
            put(&mut facts.medicines, entry(what, dose, &days, over))
        }
        "AllergyIntolerance" => {
            let over = matches!(code(&resource["clinicalStatus"]), "resolved" | "inactive");
            let reactions = list(&resource["reaction"]).iter().flat_map(|reaction| list(&reaction["manifestation"]));
            let more: Vec<String> = reactions.filter_map(name).collect();
            let days = ["/onsetDateTime", "/recordedDate"];
            put(&mut facts.allergies, entry(&resource["code"], more.join(", "), &days, over))
        }
        "Immunization" if resource["status"] != "not-done" => {
            let days = ["/occurrenceDateTime"];
            put(&mut facts.vaccinations, entry(&resource["vaccineCode"], note(resource), &days, false))
        }
        "Procedure" if !matches!(resource["status"].as_str(), Some("not-done" | "preparation")) => {
            let why: Vec<String> = list(&resource["reasonCode"]).iter().filter_map(name).collect();
            let days = ["/performedDateTime", "/performedPeriod/start"];
            put(&mut facts.procedures, entry(&resource["code"], why.join(", "), &days, false))
        }
        _ => false,
    }
}

/// Puts it into a list that has room.
fn put<T>(facts: &mut Vec<T>, one: Option<T>) -> bool {
    let one = one.filter(|_| facts.len() < MOST);
    let taken = one.is_some();
    facts.extend(one);
    taken
}

fn observation(resource: &Value, reported: &When, from: &str, facts: &mut Facts) -> bool {
    if resource["status"] == "cancelled" {
        return false;
    }
    let own = When::of(resource, &["/effectiveDateTime", "/effectivePeriod/start", "/effectiveInstant", "/issued"]);
    let when = if own == When::default() { reported } else { &own };
    let mut taken = put(&mut facts.results, measured(resource, when, from));
    // A blood pressure is two values under one name.
    for part in list(&resource["component"]) {
        taken |= put(&mut facts.results, measured(part, when, from));
    }
    taken
}

fn measured(of: &Value, when: &When, from: &str) -> Option<Measured> {
    let test = name(&of["code"])?;
    let quantity = &of["valueQuantity"];
    let number = quantity["value"].as_f64().or_else(|| of["valueInteger"].as_f64());
    // "Less than 5" is no 5: it is said, and not drawn.
    let than = quantity["comparator"].as_str().filter(|mark| matches!(*mark, "<" | "<=" | ">=" | ">"));
    let value = match number {
        Some(number) => format!("{}{}", than.unwrap_or_default(), plain(number)),
        None => word(of)?,
    };
    let range = &of["referenceRange"][0];
    let codes = list(&of["code"]["coding"]);
    let loinc = codes.iter().find(|coding| coding["system"] == "http://loinc.org");
    Some(Measured {
        test,
        loinc: loinc.and_then(|coding| text(&coding["code"])),
        value,
        number: number.filter(|_| than.is_none()),
        unit: text(&quantity["unit"]).or_else(|| text(&quantity["code"])).unwrap_or_default(),
        low: range["low"]["value"].as_f64(),
        high: range["high"]["value"].as_f64(),
        at: when.at,
        early: when.early.clone(),
        from: from.to_owned(),
        sure: sure(of),
        doubt: doubt(of),
        place: extension(of, "place").and_then(place),
    })
}

/// A value that is no number: "negative", "1:320", "yes".
fn word(of: &Value) -> Option<String> {
    let ratio = || {
        let side = |side: &str| of["valueRatio"][side]["value"].as_f64().map(plain);
        Some(format!("{}:{}", side("numerator")?, side("denominator")?))
    };
    text(&of["valueString"])
        .or_else(|| name(&of["valueCodeableConcept"]))
        .or_else(|| of["valueBoolean"].as_bool().map(|said| if said { "+".into() } else { "−".into() }))
        .or_else(ratio)
        .or_else(|| text(&of["valueDateTime"]))
}

/// Whether a reading service says that it read an image and no document.
fn is_of_image(resource: &Value) -> bool {
    let said = extension(resource, "kind").map(|kind| list(&kind["extension"])).unwrap_or_default();
    said.iter().any(|part| part["url"] == "code" && part["valueCode"] == "image")
}

/// What somebody added in words.
fn note(of: &Value) -> String {
    text(&of["note"][0]["text"]).unwrap_or_default()
}

fn sure(of: &Value) -> Option<f64> {
    extension(of, "sure").and_then(|said| said["valueDecimal"].as_f64()).filter(|sure| (0.0..=1.0).contains(sure))
}

fn doubt(of: &Value) -> Option<String> {
    extension(of, "doubt").and_then(|said| text(&said["valueString"]))
}

/// What a reading service adds to what it read: an extension whose address ends with this word.
fn extension<'a>(of: &'a Value, word: &str) -> Option<&'a Value> {
    let ends = |url: &str| url.rsplit('/').next() == Some(word);
    list(&of["extension"]).iter().find(|extension| extension["url"].as_str().is_some_and(ends))
}

/// Page, left, top, width and height in one text, such as `1 0.1 0.2 0.3 0.05`.
fn place(said: &Value) -> Option<Region> {
    let mut parts = said["valueString"].as_str()?.split_whitespace();
    let page = parts.next()?.parse().ok()?;
    let mut part = || parts.next()?.parse::<f64>().ok();
    let region = Region { page, x: part()?, y: part()?, width: part()?, height: part()? };
    Some(region).filter(Region::is_sound)
}

/// Written without the noise of binary fractions: programs export 164.28633591091844. Small numbers keep what tells
/// them from nothing.
fn plain(number: f64) -> String {
    let size = number.abs();
    if size >= 1e15 || size > 0.0 && size < 1e-9 {
        return format!("{number:e}");
    }
    let digits = match size {
        100.0.. => 1,
        1.0.. => 2,
        0.0 => 0,
        _ => (2.0 - size.log10().floor()) as usize,
    };
    let written = format!("{number:.digits$}");
    if written.contains('.') { written.trim_end_matches('0').trim_end_matches('.').to_owned() } else { written }
}

fn code(concept: &Value) -> &str {
    concept["coding"][0]["code"].as_str().unwrap_or_default()
}

/// When something was, in the vocabulary's time, or as it is written where it was before 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct When {
    at: Option<Time>,
    early: Option<String>,
}

impl When {
    /// The first of these places in a resource that holds a day.
    fn of(resource: &Value, places: &[&str]) -> Self {
        let written = places.iter().find_map(|place| resource.pointer(place)?.as_str());
        let Some(written) = written else { return Self::default() };
        match day(written) {
            Some(at) => Self { at: Some(at), early: None },
            None => Self { at: None, early: super::early(written) },
        }
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(|text| inert(text, LINE)).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Lies, bundle::facts};
    use serde_json::json;

    #[test]
    fn a_bundle_gives_every_list() {
        let code = |text: &str| json!({ "coding": [{ "display": text }] });
        let active = |word: &str| json!({ "coding": [{ "code": word }] });
        let bundle = json!({ "resourceType": "Bundle", "entry": [
            { "resource": { "resourceType": "Condition", "code": code("Hypertension"),
                "clinicalStatus": active("active"), "onsetDateTime": "1999-02-16T20:43:11+00:00" } },
            { "resource": { "resourceType": "Condition", "code": code("Sinusitis"), "clinicalStatus": active("resolved") } },
            { "resource": { "resourceType": "MedicationRequest", "status": "active",
                "medicationCodeableConcept": code("Hydrochlorothiazide 25 MG"), "dosageInstruction": [{ "text": "once a day" }] } },
            { "resource": { "resourceType": "AllergyIntolerance", "code": code("Penicillin"),
                "reaction": [{ "manifestation": [code("Rash")] }] } },
            { "resource": { "resourceType": "Immunization", "status": "completed", "vaccineCode": code("Influenza") } },
            { "resource": { "resourceType": "Procedure", "status": "completed", "code": code("Suture"),
                "performedPeriod": { "start": "2012-08-10T20:37:06+00:00" } } },
            { "resource": { "resourceType": "Observation", "status": "entered-in-error", "code": code("Glucose"),
                "valueQuantity": { "value": 1 } } },
            { "resource": { "resourceType": "Observation", "code": code("Blood pressure"), "component": [
                { "code": code("Systolic"), "valueQuantity": { "value": 141.0, "unit": "mm[Hg]" },
                    "referenceRange": [{ "high": { "value": 140 } }] },
                { "code": code("Diastolic"), "extension": [{ "url": "https://chartkey.example/fhir/sure", "valueDecimal": 0.7 },
                    { "url": "https://chartkey.example/fhir/place", "valueString": "2 0.1 0.2 0.3 0.05" }], "valueQuantity": { "value": 164.28633591091844 } } ] } },
            "no resource", { "resource": 7 }
        ] });
        let facts = facts(&bundle);
        assert_eq!(facts.conditions.iter().map(|entry| entry.over).collect::<Vec<_>>(), [false, true]);
        assert_eq!(facts.medicines[0].more, "once a day");
        assert_eq!((facts.allergies[0].what.as_str(), facts.allergies[0].more.as_str()), ("Penicillin", "Rash"));
        assert_eq!(facts.vaccinations.len(), 1);
        assert_eq!((facts.procedures[0].what.as_str(), facts.procedures[0].at), ("Suture", day("2012-08-10T20:37:06")));
        assert_eq!(facts.results.iter().map(|result| result.value.as_str()).collect::<Vec<_>>(), ["141", "164.3"]);
        assert_eq!(facts.results[0].lies(), Lies::High);
        assert_eq!((facts.results[1].sure, facts.results[1].place.map(|place| place.page)), (Some(0.7), Some(2)));
    }

    #[test]
    fn a_report_gives_what_is_contained_in_it() {
        let report = json!({ "resourceType": "DiagnosticReport", "conclusion": " Iron is low. ", "contained": [
            { "resourceType": "Observation", "code": { "coding": [{ "system": "http://loinc.org", "code": "2276-4",
                "display": "Ferritin" }] }, "effectiveDateTime": "2027-01-01", "valueQuantity": { "value": 6, "unit": "ng/mL" },
                "referenceRange": [{ "low": { "value": 15 }, "high": { "value": 150 } }] } ] });
        let facts = facts(&report);
        assert_eq!((facts.sentences.as_slice(), facts.results.len()), (&["Iron is low.".to_owned()][..], 1));
        assert_eq!((facts.results[0].lies(), facts.results[0].loinc.as_deref()), (Lies::Low, Some("2276-4")));
    }

    #[test]
    fn what_is_said_of_an_image_is_no_value() {
        let report = |kind: &str| {
            let kind = json!({ "url": "https://chartkey.example/fhir/kind",
                "extension": [{ "url": "code", "valueCode": kind }] });
            json!({ "resourceType": "DiagnosticReport", "conclusion": "Looks healthy.", "extension": [kind], "contained": [
                { "resourceType": "Observation", "code": { "text": "Quality" }, "valueString": "doubtful: blurred" } ] })
        };
        let (image, paper) = (facts(&report("image")), facts(&report("lab-report")));
        assert_eq!((image.count(), image.sentences.len()), (0, 1));
        assert_eq!(paper.count(), 1);
    }

    fn value_of(said: Value) -> Option<Measured> {
        let mut observation = json!({ "resourceType": "Observation", "code": { "text": "Test" } });
        observation.as_object_mut().expect("an object").extend(said.as_object().expect("an object").clone());
        facts(&observation).results.into_iter().next()
    }

    #[test]
    fn values_are_said_as_they_were_measured() {
        let said = |value: Value| value_of(value).map(|value| (value.value, value.number));
        let quantity = |value: f64| said(json!({ "valueQuantity": { "value": value } })).expect("a value").0;
        assert_eq!(
            [0.004, 0.0123456, 0.0, 7.4, 12345.678, 2e18, -0.5].map(quantity),
            ["0.004", "0.0123", "0", "7.4", "12345.7", "2e18", "-0.5"]
        );
        let less = said(json!({ "valueQuantity": { "value": 5, "comparator": "<" } }));
        assert_eq!(less, Some(("<5".into(), None)));
        let ratio = json!({ "numerator": { "value": 1 }, "denominator": { "value": 320 } });
        assert_eq!(said(json!({ "valueRatio": ratio })), Some(("1:320".into(), None)));
        assert_eq!(said(json!({ "valueBoolean": false })), Some(("−".into(), None)));
        assert_eq!(said(json!({ "dataAbsentReason": { "text": "not done" } })), None);
        assert_eq!(said(json!({ "status": "cancelled", "valueInteger": 3 })), None);
    }

    #[test]
    fn a_value_from_before_1970_is_shown_with_its_day_and_drawn_nowhere() {
        let old = json!({ "effectiveDateTime": "1954-11-04T10:10:39+00:00", "valueQuantity": { "value": 7 } });
        let old = value_of(old).expect("a value");
        assert_eq!((old.at, old.early.as_deref(), old.counted(1)), (None, Some("1954-11-04"), None));
        let now = value_of(json!({ "valueQuantity": { "value": 7 } })).expect("a value");
        assert_eq!(now.counted(9).map(|counted| counted.at), Some(9));
        let born = json!({ "resourceType": "Condition", "code": { "text": "Asthma" }, "onsetDateTime": "1961-04" });
        assert_eq!(facts(&born).conditions[0].more, "1961-04");
    }

    #[test]
    fn what_somebody_does_not_have_or_take_is_in_no_list() {
        let code = json!({ "text": "It" });
        let status = |word: &str| json!({ "coding": [{ "code": word }] });
        for no in [
            json!({ "resourceType": "Condition", "code": code, "verificationStatus": status("refuted") }),
            json!({ "resourceType": "MedicationRequest", "medicationCodeableConcept": code, "doNotPerform": true }),
            json!({ "resourceType": "MedicationStatement", "medicationCodeableConcept": code, "status": "not-taken" }),
            json!({ "resourceType": "Immunization", "vaccineCode": code, "status": "not-done" }),
            json!({ "resourceType": "Procedure", "code": code, "status": "not-done" }),
        ] {
            let facts = facts(&no);
            assert!(facts.is_empty() && facts.brought.kept.len() == 1, "{no}");
        }
    }

    #[test]
    fn a_list_has_an_end() {
        let results: Vec<Value> = (0..MOST + 7)
            .map(|value| json!({ "resource": { "resourceType": "Observation", "code": { "text": "It" }, "valueInteger": value } }))
            .collect();
        let facts = facts(&json!({ "resourceType": "Bundle", "entry": results }));
        assert_eq!((facts.results.len(), facts.brought.kept), (MOST, vec![("Observation".to_owned(), 7)]));
    }
}
