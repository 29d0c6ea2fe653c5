//! What is known before a document is read, as a file: whose record it is, who is in the directory, what earlier records
//! say. `--context` takes it; every part may be left out.
//!
//! ```json
//! {
//!   "person": { "name": "Asha Rao", "born": "1980-02-01" },
//!   "hospitals": ["City Hospital"],
//!   "doctors": [{ "name": "Anil Menon", "registration": "KMC 12345" }],
//!   "earlier": [{ "record": "bloods of March", "findings": { "resourceType": "DiagnosticReport" } }]
//! }
//! ```
//!
//! `findings` is what `ml-worker read --json` printed of that record.

use crate::{
    check::print::Print,
    report::{OURS, TOPICAL},
    sense::{Context, Date, Earlier, Known, Listed, Person, Taken, vocabulary::Medicines},
};
use serde::Deserialize;
use serde_json::Value;

/// Why what is known could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum KnownError {
    /// It is not the JSON it should be.
    #[error("what is known beforehand is not written as it should be: {0}")]
    Form(#[from] serde_json::Error),
    /// A day that is none.
    #[error("the {what} is no day written as 2024-02-29")]
    Day {
        /// Which.
        what: &'static str,
    },
    /// An earlier record whose findings are something else.
    #[error("the findings of the earlier record {record} are not those of a machine's reading")]
    Findings {
        /// Which record.
        record: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    person: Option<OfPerson>,
    #[serde(default)]
    hospitals: Vec<String>,
    #[serde(default)]
    doctors: Vec<OfDoctor>,
    #[serde(default)]
    earlier: Vec<OfRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfPerson {
    name: String,
    born: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfDoctor {
    name: String,
    registration: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfRecord {
    record: String,
    findings: Value,
}

/// Reads what is known; `today` is the day of reading.
///
/// # Errors
/// When it is not written as it should be.
pub fn read(json: &[u8], today: Date) -> Result<Context, KnownError> {
    let file: File = serde_json::from_slice(json)?;
    let person = file.person.map(|person| {
        let born = person.born.map(|born| day(&born).ok_or(KnownError::Day { what: "day of birth" })).transpose();
        born.map(|born| Person { name: person.name, born })
    });
    let doctors = file.doctors.into_iter().map(|OfDoctor { name, registration }| Listed { name, registration });
    Ok(Context {
        today,
        person: person.transpose()?,
        hospitals: file.hospitals,
        doctors: doctors.collect(),
        earlier: file.earlier.into_iter().map(earlier).collect::<Result<_, _>>()?,
        medicines: None,
    })
}

/// What the findings of an earlier record say.
fn earlier(OfRecord { record, findings }: OfRecord) -> Result<Earlier, KnownError> {
    if findings["resourceType"] != "DiagnosticReport" {
        return Err(KnownError::Findings { record });
    }
    let written = findings["effectiveDateTime"].as_str().and_then(day);
    let contained = || findings["contained"].as_array().into_iter().flatten();
    let of = |kind: &'static str| contained().filter(move |resource| resource["resourceType"] == kind);
    let print = findings["extension"].as_array().into_iter().flatten();
    let print =
        print.filter(|part| part["url"] == format!("{OURS}print")).find_map(|part| part["valueString"].as_str());
    let next = of("Observation").find(|said| said["code"]["text"] == "Next visit");
    Ok(Earlier {
        id: record,
        day: written,
        print: print.and_then(Print::read),
        values: of("Observation").filter_map(|said| value(said, written)).collect(),
        medicines: of("MedicationStatement").filter_map(taken).collect(),
        allergies: of("AllergyIntolerance")
            .filter_map(|said| said["code"]["text"].as_str())
            .map(str::to_owned)
            .collect(),
        follow_up: next.and_then(|said| said["valueString"].as_str()).and_then(day),
    })
}

/// A value that can be compared: with a LOINC code, a number, a UCUM unit and a day. Of "<0.01" no number is known.
fn value(said: &Value, written: Option<Date>) -> Option<Known> {
    let quantity = &said["valueQuantity"];
    Some(Known {
        loinc: said["code"]["coding"][0]["code"].as_str()?.to_owned(),
        value: quantity["value"].as_f64().filter(|_| quantity["comparator"].is_null())?,
        unit: quantity["code"].as_str()?.to_owned(),
        day: said["effectiveDateTime"].as_str().and_then(day).or(written)?,
    })
}

/// A medicine, for how long, and whether it went through the body.
fn taken(said: &Value) -> Option<Taken> {
    let dosage = &said["dosage"][0];
    let days = dosage["text"].as_str().and_then(|text| {
        let (_, long) = text.rsplit_once("for ")?;
        long.strip_suffix(" days")?.parse().ok()
    });
    Some(Taken { inn: medicine(said)?, days, topical: dosage["route"]["text"] == TOPICAL })
}

/// The INN name: in brackets behind a printed name, or the printed name itself. What else stands in brackets, such as
/// "SR", is no name.
fn medicine(said: &Value) -> Option<String> {
    let text = said["medicationCodeableConcept"]["text"].as_str()?;
    let known = |name: &str| {
        let found = Medicines::committed().find(name).filter(|(_, fit)| *fit > 0.95);
        found.map(|(drug, _)| drug.inn.clone())
    };
    let bracketed = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).and_then(|(_, inn)| known(inn));
    let words: Vec<&str> = text.split_whitespace().collect();
    bracketed.or_else(|| (1..=words.len()).rev().find_map(|count| known(&words[..count].join(" "))))
}

fn day(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        bench::sheet::Sheet,
        check::{Verdict, What, check, worst},
        page::Document,
        report::{Reader, findings},
        sense::understand,
        summary::summarize,
    };
    use serde_json::json;

    fn page(day: &str, haemoglobin: &str) -> Document {
        let mut sheet = Sheet::new();
        let lines = [
            "City Hospital".to_owned(),
            "Patient Name: Asha Rao".into(),
            "Date of Birth: 01/02/1980".into(),
            format!("Report Date: {day}"),
            "Consultant: Dr. Anil Menon, Reg No: KMC 12345".into(),
            format!("Haemoglobin {haemoglobin} g/dL 12.0 - 15.0"),
            "Creatinine 0.9 mg/dL 0.6 - 1.1".into(),
            "Sodium 140 mmol/L 136 - 145".into(),
            "Potassium 4.1 mmol/L 3.5 - 5.1".into(),
            "Allergies: Penicillin".into(),
            "Rx".into(),
            "1. Tab. Dolo 650 mg 1-0-1 x 5 days".into(),
            "Next Visit: 20/03/2024".into(),
        ];
        for (row, line) in lines.iter().enumerate() {
            sheet.say(50.0, 100.0 + 24.0 * row as f32, 14.0, line);
        }
        sheet.document()
    }

    fn today() -> Date {
        Date::new(2024, 6, 1).expect("a day")
    }

    /// What the program prints of a page, taken for what is known of an earlier record.
    fn kept(document: &Document) -> Value {
        let context = Context { today: today(), ..Context::default() };
        let sense = understand(document, &context);
        let checks = check(document, &sense, &context);
        let found = findings(document, &sense, &checks, &summarize(&sense, &context), &Reader::default());
        json!({ "record": "bloods of March", "findings": found })
    }

    fn context(more: Value) -> Context {
        read(more.to_string().as_bytes(), today()).expect("as it should be written")
    }

    #[test]
    fn findings_of_an_earlier_record_are_read_back() {
        let known = context(json!({ "earlier": [kept(&page("10/03/2024", "11.0"))] }));
        let [earlier] = &known.earlier[..] else { panic!("{known:?}") };
        assert_eq!((earlier.day, earlier.follow_up), (Date::new(2024, 3, 10), Date::new(2024, 3, 20)));
        assert_eq!(earlier.medicines, [Taken { inn: "paracetamol".into(), days: Some(5), topical: false }]);
        assert_eq!(earlier.allergies, ["Penicillin"]);
        let haemoglobin = earlier.values.iter().find(|value| value.loinc == "718-7").expect("kept");
        assert_eq!((haemoglobin.value, haemoglobin.unit.as_str()), (11.0, "g/dL"));
    }

    #[test]
    fn the_same_document_again_is_told_and_another_one_shows_how_values_moved() {
        let first = page("10/03/2024", "11.0");
        let known = context(json!({ "earlier": [kept(&first)] }));
        let verdict = |document: &Document| {
            let sense = understand(document, &known);
            worst(&check(document, &sense, &known), What::Twice)
        };
        assert_eq!(verdict(&first), Some(Verdict::Fail));
        let later = page("25/05/2024", "13.5");
        let sense = understand(&later, &known);
        let summary = summarize(&sense, &known);
        let rose = summary.trends.first().map(|trend| trend.statement().text()).expect("a trend");
        assert!(rose.starts_with("Haemoglobin rose by 23 %"), "{rose}");
    }

    #[test]
    fn a_bound_of_an_earlier_record_is_no_number() {
        let told = |quantity: Value| {
            let said = json!({ "code": { "coding": [{ "code": "3016-3" }] }, "valueQuantity": quantity });
            value(&said, Some(today())).map(|known| known.value)
        };
        assert_eq!(told(json!({ "value": 0.05, "code": "m[IU]/L" })), Some(0.05));
        assert_eq!(told(json!({ "value": 0.01, "code": "m[IU]/L", "comparator": "<" })), None);
    }

    #[test]
    fn a_medicine_is_known_by_its_name_whatever_stands_in_brackets() {
        let named = |text: &str| medicine(&json!({ "medicationCodeableConcept": { "text": text } }));
        let table = [
            ("Dolo 650 mg (paracetamol)", "paracetamol"),
            ("Metformin (SR)", "metformin"),
            ("Glycomet 500 mg (SR)", "metformin"),
            ("Glucophage", "metformin"),
        ];
        for (text, inn) in table {
            assert_eq!(named(text).as_deref(), Some(inn), "{text}");
        }
        assert_eq!(named("Nothing (SR)"), None);
    }

    #[test]
    fn person_hospital_and_doctor_are_held_against_what_is_known() {
        let document = page("10/03/2024", "11.0");
        let verdicts = |person: &str, hospital: &str, number: &str| {
            let known = context(json!({
                "person": { "name": person, "born": "1980-02-01" },
                "hospitals": [hospital],
                "doctors": [{ "name": "Anil Menon", "registration": number }],
            }));
            let sense = understand(&document, &known);
            let checks = check(&document, &sense, &known);
            [What::Person, What::Hospital, What::Doctor].map(|what| worst(&checks, what))
        };
        let all = |verdict| [Some(verdict); 3];
        assert_eq!(verdicts("Asha Rao", "City Hospital", "KMC 12345"), all(Verdict::Pass));
        let others = verdicts("Vikram Seth", "Lake Clinic", "KMC 99881");
        assert_eq!(others, [Some(Verdict::Fail), Some(Verdict::Doubt), Some(Verdict::Fail)]);
    }

    #[test]
    fn what_is_written_otherwise_is_refused() {
        let refused = |json: Value| read(json.to_string().as_bytes(), today()).expect_err("refused").to_string();
        assert!(refused(json!({ "persons": [] })).contains("unknown field"));
        assert!(refused(json!({ "person": { "name": "A", "born": "1.2.80" } })).contains("day of birth"));
        let other = json!({ "earlier": [{ "record": "x", "findings": { "resourceType": "Patient" } }] });
        assert!(refused(other).contains("earlier record x"));
        assert_eq!(context(json!({})).earlier, []);
    }
}
