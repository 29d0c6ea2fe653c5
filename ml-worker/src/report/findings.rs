//! The findings as the app reads them: a FHIR `DiagnosticReport` whose conclusion is the summary.
//!
//! In it lie an `Observation` for each value and for each thing that was read in words, the medicines, conditions and
//! allergies, a `DetectedIssue` for each doubt and threat, and the `Device` that read it. Tables, checks, the kind and
//! the statements' places lie beside them as extensions; each table is attached as CSV too.

use super::{Reader, TOPICAL, csv, extension, part, parts, place, rounded};
use crate::{
    check::{Check, Verdict, What, print::Print},
    page::{Document, Mark},
    sense::{DateRole, Field, Measured, Reach, Sense, Source, Table, belief::likely, reach},
    summary::{Statement, Summary, Threat},
    view::{View, Views},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Map, Value, json};

/// All that was understood of a document.
pub fn findings(document: &Document, sense: &Sense, checks: &[Check], summary: &Summary<'_>, reader: &Reader) -> Value {
    let mut inner = Inner { document, contained: vec![device(reader)], results: Vec::new() };
    inner.words(sense);
    for result in &sense.results {
        inner.value(result, checks);
    }
    inner.lists(sense);
    inner.doubts(checks, summary);
    let mut extensions = vec![kind(sense)];
    extensions.extend(summary.statements.iter().chain(&summary.expenses).map(|statement| told(document, statement)));
    extensions.extend(summary.trends.iter().map(|trend| told(document, trend.statement())));
    extensions.extend(checks.iter().map(|check| checked(document, check)));
    extensions.extend(sense.tables.iter().map(|table| tabled(document, table)));
    extensions.extend(marked(document));
    extensions.extend(sense.keywords.iter().map(|word| extension("keyword", "valueString", json!(word))));
    // What tells this document's text from others', should it come again.
    extensions.push(extension("print", "valueString", json!(Print::of_sense(sense).written())));
    let mut report = json!({
        "resourceType": "DiagnosticReport",
        "contained": inner.contained,
        "extension": extensions,
        "status": "preliminary",
        "code": { "text": format!("What a machine read: {}", sense.kind.kind.name()) },
        "subject": parts::subject(sense),
        "conclusion": summary.text(),
    });
    // FHIR knows no empty texts.
    if summary.statements.is_empty() {
        report.as_object_mut().map(|report| report.remove("conclusion"));
    }
    if !inner.results.is_empty() {
        report["result"] = json!(inner.results);
    }
    if let Some(day) = sense.written() {
        report["effectiveDateTime"] = json!(day.value.to_string());
    }
    let forms: Vec<Value> = sense.tables.iter().map(attached).collect();
    if !forms.is_empty() {
        report["presentedForm"] = json!(forms);
    }
    report
}

/// The same with how the pages looked when they were read, after the tables.
pub fn with_views(mut report: Value, views: &Views) -> Value {
    let shown = views.iter().map(|View { page, jpeg }| {
        let title = format!("Page {page} as it was read");
        let page = extension("page", "valuePositiveInt", json!(page));
        json!({ "extension": [page], "contentType": "image/jpeg", "data": BASE64_STANDARD.encode(jpeg), "title": title })
    });
    let mut forms = report["presentedForm"].as_array().cloned().unwrap_or_default();
    forms.extend(shown);
    if !forms.is_empty() {
        report["presentedForm"] = Value::Array(forms);
    }
    report
}

/// What there is to say of a file that was not read: why.
pub fn refused(why: &str, reader: &Reader) -> Value {
    let sentence = format!("This was not read: {why}.");
    json!({
        "resourceType": "DiagnosticReport",
        "contained": [device(reader)],
        "status": "preliminary",
        "code": { "text": "What a machine read: nothing" },
        "conclusion": sentence,
    })
}

struct Inner<'a> {
    document: &'a Document,
    contained: Vec<Value>,
    results: Vec<Value>,
}

impl Inner<'_> {
    /// Puts a resource in and says its id.
    fn put(&mut self, letter: char, mut resource: Value) -> String {
        let id = format!("{letter}{}", self.contained.len());
        resource["id"] = json!(id);
        self.contained.push(resource);
        id
    }

    fn observed(&mut self, resource: Value) {
        let id = self.put('o', resource);
        self.results.push(json!({ "reference": format!("#{id}") }));
    }

    /// What was read in words: shown, and corrected where it is wrong.
    fn words(&mut self, sense: &Sense) {
        self.word("Kind of document", sense.kind.kind.name(), sense.kind.score, &Source::default());
        let texts = [
            ("Patient", &sense.patient),
            ("Patient number", &sense.patient_number),
            ("Hospital", &sense.hospital),
            ("Doctor", &sense.doctor),
            ("Registration number", &sense.registration),
        ];
        for (about, field) in texts {
            self.field(about, field.as_ref(), String::clone);
        }
        let referrer = sense
            .referrer
            .as_ref()
            .filter(|referrer| sense.doctor.as_ref().is_none_or(|doctor| doctor.value != referrer.value));
        self.field("Referred by", referrer, String::clone);
        self.field("Specialty", sense.specialty.as_ref(), String::clone);
        self.field("Date of birth", sense.born.as_ref(), ToString::to_string);
        self.field("Age", sense.age.as_ref(), ToString::to_string);
        self.field("Sex", sense.sex.as_ref(), ToString::to_string);
        for (role, day) in &sense.dates {
            self.field(called(*role), Some(day), ToString::to_string);
        }
        let currency = sense.bill.currency.unwrap_or_default();
        for (sum, amount) in &sense.bill.sums {
            let about = match sum {
                crate::sense::Sum::Subtotal => "Sum",
                crate::sense::Sum::Tax => "Tax",
                crate::sense::Sum::Discount => "Discount",
                crate::sense::Sum::Total => "Total",
                crate::sense::Sum::Paid => "Paid",
                crate::sense::Sum::Due => "Due",
                crate::sense::Sum::Refund => "Refund",
            };
            self.field(about, Some(amount), |amount| format!("{amount:.2} {currency}").trim_end().to_owned());
        }
    }

    fn field<T>(&mut self, about: &str, field: Option<&Field<T>>, said: impl Fn(&T) -> String) {
        if let Some(field) = field {
            self.word(about, &said(&field.value), field.sure, &field.from);
        }
    }

    fn word(&mut self, about: &str, what: &str, sure: f32, from: &Source) {
        if what.trim().is_empty() {
            return;
        }
        let said = json!({
            "resourceType": "Observation",
            "extension": parts::read_from(self.document, sure, from),
            "status": "preliminary",
            "code": { "text": about },
            "valueString": what,
        });
        self.observed(said);
    }

    fn value(&mut self, result: &Measured, checks: &[Check]) {
        let mut said = parts::observation(self.document, result, None);
        let about = |check: &&Check| {
            check.verdict != Verdict::Pass
                && matches!(check.what, What::Limits | What::Flags)
                && check.at.iter().any(|source| source.words == result.value.from.words && !source.words.is_empty())
        };
        if let (Some(check), Some(extensions)) = (checks.iter().find(about), said["extension"].as_array_mut()) {
            extensions.push(extension("doubt", "valueString", json!(check.says)));
        }
        self.observed(said);
    }

    fn lists(&mut self, sense: &Sense) {
        let subject = parts::subject(sense);
        let day = sense.written().map(|day| day.value.to_string());
        for medicine in &sense.medicines {
            let mut said = json!({
                "resourceType": "MedicationStatement",
                "extension": self.read(medicine.sure, &medicine.name.from),
                "status": "intended",
                "medicationCodeableConcept": parts::medication(medicine),
                "subject": subject,
            });
            let dosage = parts::dosage(medicine);
            let mut how = Map::new();
            if !dosage.is_empty() {
                how.insert("text".into(), json!(dosage));
            }
            if reach(medicine) == Reach::Place {
                how.insert("route".into(), json!({ "text": TOPICAL }));
            }
            if !how.is_empty() {
                said["dosage"] = json!([how]);
            }
            if let Some(day) = &day {
                said["effectiveDateTime"] = json!(day);
            }
            self.put('m', said);
        }
        for diagnosis in sense.diagnoses.iter().filter(|diagnosis| !diagnosis.is_open()) {
            let mut said = json!({
                "resourceType": "Condition",
                "extension": self.read(diagnosis.text.sure, &diagnosis.text.from),
                "verificationStatus": coded("condition-ver-status", "provisional"),
                "clinicalStatus": coded("condition-clinical", "active"),
                "code": parts::condition_code(diagnosis),
                "subject": subject,
            });
            if let Some(day) = &day {
                said["recordedDate"] = json!(day);
            }
            self.put('c', said);
        }
        for allergy in &sense.allergies {
            let said = json!({
                "resourceType": "AllergyIntolerance",
                "extension": self.read(allergy.sure, &allergy.from),
                "clinicalStatus": coded("allergyintolerance-clinical", "active"),
                "verificationStatus": coded("allergyintolerance-verification", "unconfirmed"),
                "code": { "text": allergy.value },
                "patient": subject,
            });
            self.put('a', said);
        }
    }

    /// Extensions of a resource nothing else points at: they point at the report.
    fn read(&self, sure: f32, from: &Source) -> Vec<Value> {
        let mut extensions = parts::read_from(self.document, sure, from);
        extensions.push(extension("read-in", "valueReference", json!({ "reference": "#" })));
        extensions
    }

    fn doubts(&mut self, checks: &[Check], summary: &Summary<'_>) {
        for check in checks.iter().filter(|check| check.verdict != Verdict::Pass) {
            let severity = if check.verdict == Verdict::Fail { "high" } else { "moderate" };
            let from = check.at.first().cloned().unwrap_or_default();
            self.issue(check.what.name(), &check.says, severity, &from);
        }
        // Values out of range are results, not reasons for doubt.
        let harm = |threat: &&Threat| threat.danger != crate::summary::Danger::OutOfRange;
        for threat in summary.threats.iter().filter(harm) {
            let severity = if threat.is_grave() { "high" } else { "moderate" };
            let from = threat.statement().sources().first().map(|source| (*source).clone()).unwrap_or_default();
            self.issue("threat", &threat.statement().text(), severity, &from);
        }
    }

    fn issue(&mut self, code: &str, detail: &str, severity: &str, from: &Source) {
        let mut said = json!({
            "resourceType": "DetectedIssue",
            "status": "preliminary",
            "code": { "text": code },
            "severity": severity,
            "detail": detail,
            "implicated": [{ "reference": "#" }],
        });
        if let Some(place) = place(self.document, from.page, &from.area).filter(|_| from.area.right > from.area.left) {
            said["extension"] = json!([extension("place", "valueString", json!(place))]);
        }
        self.put('i', said);
    }
}

fn coded(system: &str, code: &str) -> Value {
    json!({ "coding": [{ "system": format!("http://terminology.hl7.org/CodeSystem/{system}"), "code": code }] })
}

fn device(reader: &Reader) -> Value {
    let mut device = json!({
        "resourceType": "Device",
        "id": "reader",
        "deviceName": [{ "name": reader.name, "type": "model-name" }],
        "version": [{ "value": reader.version }],
        "extension": [extension("read-in", "valueReference", json!({ "reference": "#" }))],
    });
    if !reader.notes.is_empty() {
        device["note"] = reader.notes.iter().map(|note| json!({ "text": note })).collect();
    }
    device
}

/// What a day is called.
pub(super) fn called(role: DateRole) -> &'static str {
    match role {
        DateRole::Collected => "Sample taken",
        DateRole::Received => "Sample received",
        DateRole::Reported => "Reported",
        DateRole::Issued => "Written",
        DateRole::Visit => "Visit",
        DateRole::Admitted => "Admitted",
        DateRole::Discharged => "Discharged",
        DateRole::Procedure => "Procedure",
        DateRole::FollowUp => "Next visit",
        DateRole::Until => "Valid until",
    }
}

fn kind(sense: &Sense) -> Value {
    let mut inner = vec![part("code", "valueCode", json!(sense.kind.kind.name().replace(' ', "-")))];
    inner.push(part("sure", "valueDecimal", json!(rounded(sense.kind.score))));
    inner.extend(sense.kind.because.iter().map(|word| part("because", "valueString", json!(word))));
    json!({ "url": format!("{}kind", super::OURS), "extension": inner })
}

fn places<'a>(document: &Document, sources: impl IntoIterator<Item = &'a Source>) -> Vec<Value> {
    let places = sources.into_iter().filter(|source| source.area.right > source.area.left);
    places
        .filter_map(|source| place(document, source.page, &source.area))
        .map(|place| part("place", "valueString", json!(place)))
        .collect()
}

fn told(document: &Document, statement: &Statement<'_>) -> Value {
    let mut inner = vec![
        part("topic", "valueCode", json!(statement.topic().name())),
        part("says", "valueString", json!(statement.text())),
        part("sure", "valueDecimal", json!(rounded(likely(statement.sure())))),
    ];
    inner.extend(places(document, statement.sources()));
    inner.extend(statement.records().into_iter().map(|record| part("record", "valueString", json!(record))));
    json!({ "url": format!("{}statement", super::OURS), "extension": inner })
}

fn checked(document: &Document, check: &Check) -> Value {
    let mut inner = vec![
        part("what", "valueCode", json!(check.what.name())),
        part("verdict", "valueCode", json!(check.verdict.name())),
        part("says", "valueString", json!(check.says)),
    ];
    inner.extend(places(document, &check.at));
    json!({ "url": format!("{}check", super::OURS), "extension": inner })
}

/// What is on the paper and no print: what it looks like, how sure, where.
fn marked(document: &Document) -> Vec<Value> {
    let marks =
        document.pages.iter().zip(1..).flat_map(|(page, number)| page.marks.iter().map(move |mark| (number, mark)));
    let one = |(number, mark): (u32, &Mark)| {
        let mut inner = vec![
            part("what", "valueCode", json!(mark.kind.name())),
            part("sure", "valueDecimal", json!(rounded(mark.sure))),
        ];
        inner.extend(place(document, number, &mark.area).map(|place| part("place", "valueString", json!(place))));
        json!({ "url": format!("{}mark", super::OURS), "extension": inner })
    };
    marks.map(one).collect()
}

/// A table: its page, and each cell that holds something with its row and column, from 1, its place and how sure it is.
fn tabled(document: &Document, table: &Table) -> Value {
    let mut inner = vec![part("page", "valuePositiveInt", json!(table.page))];
    if let Some(place) = place(document, table.page, &table.area) {
        inner.push(part("place", "valueString", json!(place)));
    }
    if !table.title.is_empty() {
        inner.push(part("title", "valueString", json!(table.title)));
    }
    inner.push(part("head", "valueBoolean", json!(table.has_head)));
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let Some(area) = cell.area.filter(|_| !cell.text.is_empty()) else { continue };
            let mut of_cell = vec![
                part("row", "valuePositiveInt", json!(row + 1)),
                part("column", "valuePositiveInt", json!(column + 1)),
                part("text", "valueString", json!(cell.text)),
                part("sure", "valueDecimal", json!(rounded(likely(cell.sure)))),
            ];
            of_cell.extend(place(document, table.page, &area).map(|place| part("place", "valueString", json!(place))));
            inner.push(json!({ "url": "cell", "extension": of_cell }));
        }
    }
    json!({ "url": format!("{}table", super::OURS), "extension": inner })
}

fn attached(table: &Table) -> Value {
    let title = if table.title.is_empty() { format!("Table on page {}", table.page) } else { table.title.clone() };
    json!({ "contentType": "text/csv", "data": BASE64_STANDARD.encode(csv(table)), "title": title })
}
