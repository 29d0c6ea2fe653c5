//! What the records say: small files beside the sources, with dates filled in.

use chartkey_flows::intake;
use chartkey_protocol::utc;
use chartkey_vault::About;
use chartkey_vocabulary::{DAY, Kind, Time};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A record to be.
pub(super) struct Paper {
    pub(super) kind: Kind,
    pub(super) about: About,
    pub(super) bytes: Vec<u8>,
}

/// How the reports of a table are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Csv,
    Fhir,
}

/// A text; `days` from today is what it is dated.
pub(super) fn text(now: Time, kind: Kind, title: &str, file: &str, days: i64, template: &str) -> Paper {
    let media_type = if file.ends_with(".csv") { "text/csv" } else { "text/plain" };
    paper(now, kind, (title, file, media_type), days, dated(now, template).into_bytes())
}

/// A drawing.
pub(super) fn picture(now: Time, kind: Kind, title: &str, file: &str, days: i64, png: Vec<u8>) -> Paper {
    paper(now, kind, (title, file, "image/png"), days, png)
}

fn paper(now: Time, kind: Kind, (title, file, media_type): (&str, &str, &str), days: i64, bytes: Vec<u8>) -> Paper {
    let dated = now.saturating_add_signed(days * DAY as i64);
    let (title, file_name, media_type) = (title.into(), file.into(), media_type.into());
    Paper { kind, about: About { title, file_name, media_type, dated: Some(dated), ..About::default() }, bytes }
}

impl Paper {
    /// With the name of who measured.
    fn measured(mut self) -> Self {
        self.about.labels = BTreeMap::from([("laboratory".into(), "Example Laboratory".into())]);
        self
    }

    /// With a sentence of the author's.
    pub(super) fn noted(mut self, note: &str) -> Self {
        self.about.note = note.into();
        self
    }

    /// As every file is before it is sealed.
    pub(super) fn checked(&self) -> Result<(), intake::Unfit> {
        intake::inspect(&self.about.file_name, &mut std::io::Cursor::new(&self.bytes)).map(drop)
    }
}

/// The reports of a table, the oldest first. Its first line names days, the others tests.
pub(super) fn reports(now: Time, title: &str, file: &str, form: Form, table: &str) -> Vec<Paper> {
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split(',').collect()).collect();
    let (head, tests) = rows.split_first().expect("a table has a first line");
    let columns = (FIRST..head.len()).map(|column| {
        let days = head[column].parse().expect("a day");
        let day = day(now, days);
        let title = format!("{title}, {day}");
        let (name, media_type, bytes) = match form {
            Form::Csv => (format!("{file}-{day}.csv"), "text/csv", csv(&day, column, tests).into_bytes()),
            Form::Fhir => {
                let report = fhir(&title, &day, column, tests);
                (format!("{file}-{day}.json"), "application/fhir+json", report.to_string().into_bytes())
            }
        };
        paper(now, Kind::LabReport, (&title, &name, media_type), days, bytes).measured()
    });
    columns.collect()
}

/// The columns before the days: LOINC code, test, unit, lowest and highest of the usual.
const FIRST: usize = 5;

fn csv(day: &str, column: usize, tests: &[Vec<&str>]) -> String {
    let mut out = String::from("date,loinc,test,value,unit,low,high\n");
    for test in tests {
        let line = [day, test[0], test[1], test[column], test[2], test[3], test[4]];
        out += &(line.join(",") + "\n");
    }
    out
}

fn fhir(title: &str, day: &str, column: usize, tests: &[Vec<&str>]) -> Value {
    let number = |text: &str| text.parse::<f64>().expect("a number");
    let quantity = |text: &str, unit: &str| json!({ "value": number(text), "unit": unit, "system": "http://unitsofmeasure.org", "code": unit });
    let contained: Vec<Value> = tests
        .iter()
        .enumerate()
        .map(|(place, test)| {
            json!({
                "resourceType": "Observation",
                "id": format!("o{}", place + 1),
                "status": "final",
                "code": { "coding": [{ "system": "http://loinc.org", "code": test[0], "display": test[1] }] },
                "effectiveDateTime": day,
                "valueQuantity": quantity(test[column], test[2]),
                "referenceRange": [{ "low": quantity(test[3], test[2]), "high": quantity(test[4], test[2]) }],
            })
        })
        .collect();
    let result: Vec<Value> = (1..=tests.len()).map(|place| json!({ "reference": format!("#o{place}") })).collect();
    json!({
        "resourceType": "DiagnosticReport",
        "contained": contained,
        "status": "final",
        "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/v2-0074", "code": "LAB" }] }],
        "code": { "text": title },
        "effectiveDateTime": day,
        "result": result,
    })
}

/// A template with its days as dates: `@-6@` is six days before now.
fn dated(now: Time, template: &str) -> String {
    let parts = template.split('@').enumerate();
    let parts = parts.map(|(place, part)| match place % 2 {
        0 => part.to_owned(),
        _ => day(now, part.parse().expect("days between two @")),
    });
    parts.collect()
}

/// The date so many days from now.
fn day(now: Time, days: i64) -> String {
    utc(now.saturating_add_signed(days * DAY as i64))[..10].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Time = 1_800_000_000;
    const TABLE: &str = "loinc,test,unit,low,high,-30,-2\n718-7,Hemoglobin,g/dL,12.0,16.0,11.2,13.0\n";

    #[test]
    fn a_table_becomes_a_report_for_each_day() {
        let csv = reports(NOW, "Blood", "blood", Form::Csv, TABLE);
        let said: Vec<_> = csv.iter().map(|paper| String::from_utf8_lossy(&paper.bytes).into_owned()).collect();
        assert_eq!(said.len(), 2);
        assert!(said[1].ends_with("2027-01-13,718-7,Hemoglobin,13.0,g/dL,12.0,16.0\n"), "{said:?}");
        assert_eq!(csv[1].about.title, "Blood, 2027-01-13");
        let fhir = reports(NOW, "Blood", "blood", Form::Fhir, TABLE);
        let report: Value = serde_json::from_slice(&fhir[0].bytes).expect("JSON");
        let measured = &report["contained"][0];
        assert_eq!(measured["valueQuantity"]["value"], json!(11.2));
        assert_eq!(measured["code"]["coding"][0]["code"], json!("718-7"));
    }

    #[test]
    fn days_become_dates() {
        assert_eq!(dated(NOW, "from @-1@ to @+1@, or @0@"), "from 2027-01-14 to 2027-01-16, or 2027-01-15");
    }
}
