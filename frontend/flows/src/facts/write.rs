//! What a person has looked at, written as a FHIR report: what a new version of a record says after a correction.

use super::{Entry, Facts, Measured};
use chartkey_protocol::utc;
use serde_json::{Value, json};

/// A report of these facts under a title. Each lies in it as a resource of its own.
pub fn confirmed(title: &str, facts: &Facts) -> Vec<u8> {
    let values = facts.results.iter().enumerate().map(|(place, value)| observation(place + 1, value));
    let mut contained: Vec<Value> = values.collect();
    let result: Vec<Value> = (1..=contained.len()).map(|place| json!({ "reference": format!("#o{place}") })).collect();
    contained.extend(facts.conditions.iter().map(condition));
    contained.extend(facts.medicines.iter().map(medicine));
    contained.extend(facts.allergies.iter().map(allergy));
    contained.extend(facts.vaccinations.iter().map(vaccination));
    contained.extend(facts.procedures.iter().map(procedure));
    let report = json!({
        "resourceType": "DiagnosticReport",
        "contained": contained,
        "status": "corrected",
        "code": { "text": title },
        "result": result,
    });
    report.to_string().into_bytes()
}

fn observation(place: usize, value: &Measured) -> Value {
    let quantity = |number: f64| match value.unit.as_str() {
        "" => json!({ "value": number }),
        unit => json!({ "value": number, "unit": unit }),
    };
    let mut code = json!({ "text": value.test });
    if let Some(loinc) = &value.loinc {
        code["coding"] = json!([{ "system": "http://loinc.org", "code": loinc, "display": value.test }]);
    }
    let mut said =
        json!({ "resourceType": "Observation", "id": format!("o{place}"), "status": "corrected", "code": code });
    match value.number {
        Some(number) => said["valueQuantity"] = quantity(number),
        None => said["valueString"] = json!(value.value),
    }
    if let Some(day) = value.at.map(utc).or_else(|| value.early.clone()) {
        said["effectiveDateTime"] = json!(day);
    }
    let ends = [("low", value.low), ("high", value.high)];
    let range: serde_json::Map<String, Value> =
        ends.into_iter().filter_map(|(end, number)| Some((end.to_owned(), quantity(number?)))).collect();
    if !range.is_empty() {
        said["referenceRange"] = json!([range]);
    }
    said
}

fn condition(entry: &Entry) -> Value {
    let status = if entry.over { "resolved" } else { "active" };
    let said = json!({ "resourceType": "Condition", "code": { "text": entry.what },
        "clinicalStatus": { "coding": [{ "code": status }] } });
    dated(noted(said, entry), "onsetDateTime", entry)
}

fn medicine(entry: &Entry) -> Value {
    let status = if entry.over { "completed" } else { "active" };
    let mut said = json!({ "resourceType": "MedicationStatement", "status": status,
        "medicationCodeableConcept": { "text": entry.what } });
    if !entry.more.is_empty() {
        said["dosage"] = json!([{ "text": entry.more }]);
    }
    dated(said, "effectiveDateTime", entry)
}

fn allergy(entry: &Entry) -> Value {
    let status = if entry.over { "resolved" } else { "active" };
    let mut said = json!({ "resourceType": "AllergyIntolerance", "code": { "text": entry.what },
        "clinicalStatus": { "coding": [{ "code": status }] } });
    if !entry.more.is_empty() {
        said["reaction"] = json!([{ "manifestation": [{ "text": entry.more }] }]);
    }
    dated(said, "onsetDateTime", entry)
}

fn vaccination(entry: &Entry) -> Value {
    let said = json!({ "resourceType": "Immunization", "status": "completed", "vaccineCode": { "text": entry.what } });
    dated(noted(said, entry), "occurrenceDateTime", entry)
}

fn procedure(entry: &Entry) -> Value {
    let mut said = json!({ "resourceType": "Procedure", "status": "completed", "code": { "text": entry.what } });
    if !entry.more.is_empty() {
        said["reasonCode"] = json!([{ "text": entry.more }]);
    }
    dated(said, "performedDateTime", entry)
}

fn noted(mut said: Value, entry: &Entry) -> Value {
    if !entry.more.is_empty() {
        said["note"] = json!([{ "text": entry.more }]);
    }
    said
}

fn dated(mut said: Value, field: &str, entry: &Entry) -> Value {
    if let Some(at) = entry.at {
        said[field] = json!(utc(at));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{day, read};

    #[test]
    fn what_is_written_is_read_again() {
        let iron = Measured {
            test: "Ferritin".into(),
            loinc: Some("2276-4".into()),
            value: "11".into(),
            number: Some(11.0),
            unit: "ng/mL".into(),
            low: Some(15.0),
            high: Some(150.0),
            at: day("2027-01-01"),
            ..Measured::default()
        };
        let word = Measured { test: "HIV".into(), value: "negative".into(), ..Measured::default() };
        let old = Measured { early: Some("1961-04".into()), ..word.clone() };
        let entry = |what: &str, over: bool| Entry {
            what: what.into(),
            more: "more of it".into(),
            at: day("2026-08-06"),
            over,
            ..Entry::default()
        };
        let facts = Facts {
            results: vec![iron, word, old],
            conditions: vec![entry("Asthma", false), entry("Sinusitis", true)],
            medicines: vec![entry("Lisinopril 20 mg", false), entry("Azee 500 mg", true)],
            allergies: vec![entry("Penicillin", false)],
            vaccinations: vec![entry("Influenza", false)],
            procedures: vec![entry("Suture", false)],
            ..Facts::default()
        };
        let again = read("application/fhir+json", &confirmed("Iron", &facts));
        assert_eq!(Facts { brought: facts.brought.clone(), ..again }, facts);
    }

    #[test]
    fn a_corrected_word_is_no_measurement_and_a_corrected_result_is_one() {
        let age = Measured { test: "Age".into(), value: "54".into(), ..Measured::default() };
        assert_eq!(age.said("55", "").number, None);
        let misread = Measured { test: "Ferritin".into(), value: "l1".into(), ..age };
        assert_eq!(misread.said("11", "ng/mL").number, Some(11.0));
    }
}
