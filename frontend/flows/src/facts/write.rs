//! Values a person has looked at, written as a FHIR report: what a new version of a record says after a correction.

use super::Measured;
use chartkey_protocol::utc;
use serde_json::{Value, json};

/// A report of these values under a title. Each lies in it as an observation of its own.
pub fn confirmed(title: &str, values: &[Measured]) -> Vec<u8> {
    let contained: Vec<Value> = values.iter().enumerate().map(|(place, value)| observation(place + 1, value)).collect();
    let result: Vec<Value> = (1..=values.len()).map(|place| json!({ "reference": format!("#o{place}") })).collect();
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
    if let Some(at) = value.at {
        said["effectiveDateTime"] = json!(utc(at));
    }
    let ends = [("low", value.low), ("high", value.high)];
    let range: serde_json::Map<String, Value> =
        ends.into_iter().filter_map(|(end, number)| Some((end.to_owned(), quantity(number?)))).collect();
    if !range.is_empty() {
        said["referenceRange"] = json!([range]);
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
        let written = confirmed("Iron", &[iron.clone(), word.clone()]);
        assert_eq!(read("application/fhir+json", &written).results, [iron, word]);
    }
}
