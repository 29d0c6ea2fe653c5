//! FHIR R4 resources, alone, within another, or in a bundle.

use super::{Entry, Facts, Measured, Region, day};
use chartkey_vocabulary::Time;
use serde_json::Value;

/// Facts of a resource and of all that lie in it.
pub(super) fn facts(resource: &Value) -> Facts {
    let mut facts = Facts::default();
    for entry in list(&resource["entry"]) {
        take(&entry["resource"], &mut facts);
    }
    take(resource, &mut facts);
    facts
}

fn take(resource: &Value, facts: &mut Facts) {
    // What a report contains is of the report's day, unless it says another.
    let reported = when(resource, &["effectiveDateTime", "issued"]);
    for contained in list(&resource["contained"]) {
        one(contained, reported, facts);
    }
    one(resource, None, facts);
}

fn one(resource: &Value, reported: Option<Time>, facts: &mut Facts) {
    // What was entered by mistake says so itself and is no fact.
    if resource["status"] == "entered-in-error" || code(&resource["verificationStatus"]) == "entered-in-error" {
        return;
    }
    match resource["resourceType"].as_str().unwrap_or_default() {
        "Observation" => observation(resource, reported, facts),
        "DiagnosticReport" => facts.sentences.extend(text(&resource["conclusion"])),
        "Condition" => {
            let over = matches!(code(&resource["clinicalStatus"]), "resolved" | "inactive" | "remission");
            let at = when(resource, &["onsetDateTime", "recordedDate"]);
            facts.conditions.extend(entry(&resource["code"], String::new(), at, over));
        }
        "MedicationRequest" | "MedicationStatement" => {
            let over = !matches!(resource["status"].as_str(), Some("active" | "intended" | "unknown") | None);
            let dose = resource["dosageInstruction"].get(0).or_else(|| resource["dosage"].get(0));
            let dose = dose.and_then(|dose| text(&dose["text"])).unwrap_or_default();
            let at = when(resource, &["authoredOn", "effectiveDateTime", "dateAsserted"]);
            facts.medicines.extend(entry(&resource["medicationCodeableConcept"], dose, at, over));
        }
        "AllergyIntolerance" => {
            let over = matches!(code(&resource["clinicalStatus"]), "resolved" | "inactive");
            let reactions = list(&resource["reaction"]).iter().flat_map(|reaction| list(&reaction["manifestation"]));
            let more: Vec<String> = reactions.filter_map(name).collect();
            let at = when(resource, &["onsetDateTime", "recordedDate"]);
            facts.allergies.extend(entry(&resource["code"], more.join(", "), at, over));
        }
        "Immunization" if resource["status"] != "not-done" => {
            let at = when(resource, &["occurrenceDateTime"]);
            facts.vaccinations.extend(entry(&resource["vaccineCode"], String::new(), at, false));
        }
        _ => {}
    }
}

fn observation(resource: &Value, reported: Option<Time>, facts: &mut Facts) {
    let at = when(resource, &["effectiveDateTime", "issued"]).or(reported);
    facts.results.extend(measured(resource, at));
    // A blood pressure is two values under one name.
    facts.results.extend(list(&resource["component"]).iter().filter_map(|part| measured(part, at)));
}

fn measured(of: &Value, at: Option<Time>) -> Option<Measured> {
    let test = name(&of["code"])?;
    let quantity = &of["valueQuantity"];
    let number = quantity["value"].as_f64();
    let value = match number {
        Some(number) => plain(number),
        None => text(&of["valueString"]).or_else(|| name(&of["valueCodeableConcept"]))?,
    };
    let range = &of["referenceRange"][0];
    let codes = list(&of["code"]["coding"]);
    let loinc = codes.iter().find(|coding| coding["system"] == "http://loinc.org");
    Some(Measured {
        test,
        loinc: loinc.and_then(|coding| text(&coding["code"])),
        value,
        number,
        unit: text(&quantity["unit"]).or_else(|| text(&quantity["code"])).unwrap_or_default(),
        low: range["low"]["value"].as_f64(),
        high: range["high"]["value"].as_f64(),
        at,
        sure: extension(of, "sure").and_then(|said| said["valueDecimal"].as_f64()),
        doubt: extension(of, "doubt").and_then(|said| text(&said["valueString"])),
        place: extension(of, "place").and_then(place),
    })
}

/// What a reading service adds to an observation: an extension whose address ends with this word.
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

/// Written without the noise of binary fractions: programs export 164.28633591091844.
fn plain(number: f64) -> String {
    let digits = if number.abs() >= 100.0 { 1 } else { 2 };
    let written = format!("{number:.digits$}");
    if written.contains('.') { written.trim_end_matches('0').trim_end_matches('.').to_owned() } else { written }
}

fn entry(what: &Value, more: String, at: Option<Time>, over: bool) -> Option<Entry> {
    Some(Entry { what: name(what)?, more, at, over })
}

/// A concept in words: its own text, else its first code's.
fn name(concept: &Value) -> Option<String> {
    let shown = || list(&concept["coding"]).iter().find_map(|coding| text(&coding["display"]));
    text(&concept["text"])
        .or_else(shown)
        .or_else(|| list(&concept["coding"]).iter().find_map(|coding| text(&coding["code"])))
}

fn code(concept: &Value) -> &str {
    concept["coding"][0]["code"].as_str().unwrap_or_default()
}

fn when(resource: &Value, fields: &[&str]) -> Option<Time> {
    fields.iter().find_map(|field| day(resource[*field].as_str()?))
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Lies;
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
}
