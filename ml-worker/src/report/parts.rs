//! Resources both outputs have.

use super::{extension, place, rounded};
use crate::{
    page::Document,
    sense::{Date, Diagnosis, Field, Flag, Measured, Medicine, Reading, Sense, Source, belief::likely},
};
use serde_json::{Map, Value, json};

pub(super) const LOINC: &str = "http://loinc.org";
pub(super) const UCUM: &str = "http://unitsofmeasure.org";
const INTERPRETATION: &str = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";

/// How sure a field is and where it was read.
pub(super) fn read_from(document: &Document, sure: f32, source: &Source) -> Vec<Value> {
    let mut extensions = vec![extension("sure", "valueDecimal", json!(rounded(likely(sure))))];
    if let Some(place) = place(document, source.page, &source.area).filter(|_| source.area.right > source.area.left) {
        extensions.push(extension("place", "valueString", json!(place)));
    }
    extensions
}

/// A number as JSON without the noise of binary fractions.
pub(super) fn number(number: f64) -> Value {
    if number.fract() == 0.0 && number.abs() < 1e15 { json!(number as i64) } else { json!(number) }
}

fn quantity(value: f64, result: &Measured) -> Map<String, Value> {
    let mut quantity = Map::new();
    quantity.insert("value".into(), number(value));
    if let Some(unit) = result.unit.as_ref().map(|unit| unit.value.clone()).or_else(|| result.ucum.clone()) {
        quantity.insert("unit".into(), json!(unit));
    }
    if let Some(ucum) = &result.ucum {
        quantity.insert("system".into(), json!(UCUM));
        quantity.insert("code".into(), json!(ucum));
    }
    quantity
}

/// A measured value. `day` is written as a date.
pub(super) fn observation(document: &Document, result: &Measured, day: Option<Date>) -> Value {
    let mut code = json!({ "text": result.name.value });
    if let Some(analyte) = result.analyte.filter(|analyte| !analyte.loinc.is_empty()) {
        code["coding"] = json!([{ "system": LOINC, "code": analyte.loinc, "display": analyte.name }]);
    }
    let vital = result.analyte.is_some_and(|analyte| analyte.specimen == "vital");
    let mut said = json!({
        "resourceType": "Observation",
        "status": "preliminary",
        "category": [{ "coding": [{ "system": CATEGORY, "code": if vital { "vital-signs" } else { "laboratory" } }] }],
        "code": code,
        "extension": read_from(document, result.sure, &result.value.from),
    });
    match &result.value.value {
        Reading::Number { bound, number } => {
            let mut quantity = quantity(*number, result);
            if !bound.is_empty() {
                quantity.insert("comparator".into(), json!(bound));
            }
            said["valueQuantity"] = Value::Object(quantity);
        }
        Reading::Words(words) => said["valueString"] = json!(words),
    }
    if let Some(day) = day.or(result.day) {
        said["effectiveDateTime"] = json!(day.to_string());
    }
    if let Some(range) = &result.range {
        let mut ends = Map::new();
        let end = |end: f64| {
            let mut quantity = quantity(end, result);
            quantity.remove("comparator");
            Value::Object(quantity)
        };
        if let Some(low) = range.value.low {
            ends.insert("low".into(), end(low));
        }
        if let Some(high) = range.value.high {
            ends.insert("high".into(), end(high));
        }
        ends.insert("text".into(), json!(range.from.text));
        said["referenceRange"] = json!([ends]);
    }
    let flag = result.flag.as_ref().map(|flag| flag.value).or_else(|| result.lies());
    if let Some(flag) = flag {
        let (code, display) = match flag {
            Flag::Low => ("L", "Low"),
            Flag::High => ("H", "High"),
            Flag::Normal => ("N", "Normal"),
            Flag::Abnormal => ("A", "Abnormal"),
        };
        said["interpretation"] =
            json!([{ "coding": [{ "system": INTERPRETATION, "code": code, "display": display }] }]);
    }
    said
}

/// How a medicine is to be taken, in one line.
pub(super) fn dosage(medicine: &Medicine) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(medicine.dose.as_ref().map(|dose| dose.value.clone()));
    parts.extend(medicine.frequency.as_ref().map(|frequency| frequency.value.text.clone()));
    parts.extend(medicine.days.as_ref().map(|days| format!("for {} days", days.value)));
    parts.join(" ")
}

/// The medicine as a concept: as it is printed, with its strength.
pub(super) fn medication(medicine: &Medicine) -> Value {
    let mut text = medicine.name.value.clone();
    if let Some(strength) = medicine.strength.as_ref().filter(|strength| !text.contains(&strength.value)) {
        text.push(' ');
        text.push_str(&strength.value);
    }
    match &medicine.inn {
        Some(inn) if !text.to_lowercase().contains(inn.as_str()) => json!({ "text": format!("{text} ({inn})") }),
        _ => json!({ "text": text }),
    }
}

/// How often and how long, where both can be counted.
pub(super) fn timing(medicine: &Medicine) -> Option<Value> {
    let (frequency, period) = counted(medicine.frequency.as_ref()?.value.per_day?)?;
    let mut repeat = json!({ "frequency": frequency, "period": period, "periodUnit": "d" });
    if let Some(days) = &medicine.days {
        repeat["boundsDuration"] = json!({ "value": days.value, "unit": "days", "system": UCUM, "code": "d" });
    }
    Some(json!({ "repeat": repeat }))
}

/// How often in how many days, where whole numbers say it: three times a week is three in seven days.
fn counted(per_day: f32) -> Option<(i64, i64)> {
    let whole = |number: f32| ((number - number.round()).abs() < 0.01 * number).then_some(number.round() as i64);
    let daily = whole(per_day).map(|times| (times, 1));
    let spaced = || whole(1.0 / per_day).map(|days| (1, days));
    daily.or_else(spaced).or_else(|| whole(7.0 * per_day).map(|times| (times, 7)))
}

/// What somebody has, as a concept.
pub(super) fn condition_code(diagnosis: &Diagnosis) -> Value {
    let mut code = json!({ "text": diagnosis.text.value });
    if let Some(icd10) = &diagnosis.icd10 {
        let mut coding = json!({ "system": "http://hl7.org/fhir/sid/icd-10", "code": icd10 });
        if let Some(name) = diagnosis.name {
            coding["display"] = json!(name);
        }
        code["coding"] = json!([coding]);
    }
    code
}

/// Whose it is: the record's, whoever that is, where the document names nobody.
pub(super) fn subject(sense: &Sense) -> Value {
    let name =
        sense.patient.as_ref().map_or("The person of this record", |patient: &Field<String>| patient.value.as_str());
    json!({ "display": name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_counted_in_whole_numbers_or_not_at_all() {
        for (per_day, counted_as) in [
            (2.0, Some((2, 1))),
            (0.142_857, Some((1, 7))),
            (2.0 / 7.0, Some((2, 7))),
            (3.0 / 7.0, Some((3, 7))),
            (0.5, Some((1, 2))),
            (0.033_333, Some((1, 30))),
            (1.5, None),
            (0.4, None),
        ] {
            assert_eq!(counted(per_day), counted_as, "{per_day}");
        }
    }
}
