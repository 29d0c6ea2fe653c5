//! The statements, the weightiest first.

use super::{Danger, Part, Statement, Threat, Topic, Trend};
use crate::sense::{DateRole, DocumentKind, Field, Flag, Measured, Medicine, Reading, Sense, Sum};

/// So many of a list are said; the rest is counted.
const SAID: usize = 5;

pub(super) fn all<'a>(sense: &'a Sense, threats: &[Threat<'a>], trends: &[Trend<'a>]) -> Vec<Statement<'a>> {
    let bill = sense.kind.kind == DocumentKind::Invoice;
    let mut all: Vec<Statement<'a>> = Vec::new();
    all.extend(document(sense));
    if bill {
        all.extend(expenses(sense));
    }
    // What may harm comes before what the document says of itself, the person's allergies first. What lies far out of its
    // range leads the results, and is not said twice.
    let grave = threats.iter().filter(|threat| threat.is_grave() && threat.danger != Danger::OutOfRange);
    all.extend(grave.take(SAID).map(|threat| threat.statement().clone()));
    if sense.kind.kind == DocumentKind::ConsultationNote {
        all.extend(note(sense));
    }
    all.extend(diagnoses(sense));
    all.extend(results(sense));
    all.extend(medicines(sense));
    all.extend(allergies(sense));
    all.extend(follow_up(sense));
    all.extend(trends.first().map(|trend| trend.statement().clone()));
    if !bill {
        all.extend(expenses(sense));
    }
    all
}

/// "Lab report of Asha Rao, 12 Mar 2024, City Diagnostics."
fn document(sense: &Sense) -> Option<Statement<'_>> {
    let mut parts = vec![Part::Words(capital(sense.kind.kind))];
    if let Some(patient) = &sense.patient {
        parts.extend([Part::Words(" of "), Part::Read(patient)]);
    }
    if let Some(day) = sense.written() {
        parts.extend([Part::Words(", "), Part::Read(day)]);
    }
    if let Some(hospital) = &sense.hospital {
        parts.extend([Part::Words(", "), Part::Read(hospital)]);
    }
    if let Some(doctor) = &sense.doctor {
        parts.extend([Part::Words(", Dr. "), Part::Read(doctor)]);
    }
    parts.push(Part::Words("."));
    Statement::new(Topic::Document, parts)
}

fn capital(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::LabReport => "Lab report",
        DocumentKind::Prescription => "Prescription",
        DocumentKind::DischargeSummary => "Discharge summary",
        DocumentKind::Invoice => "Bill",
        DocumentKind::Insurance => "Insurance paper",
        DocumentKind::Certificate => "Certificate",
        DocumentKind::ImagingReport => "Imaging report",
        DocumentKind::Other => "Document",
        DocumentKind::ConsultationNote => "Consultation note",
    }
}

/// What a note says of itself, in its own sentences.
fn note(sense: &Sense) -> Option<Statement<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for sentence in &sense.sentences {
        if !parts.is_empty() {
            parts.push(Part::Words(" "));
        }
        parts.push(Part::Read(sentence));
        if !sentence.value.ends_with(['.', '?', '!']) {
            parts.push(Part::Words("."));
        }
    }
    Statement::new(Topic::Note, parts)
}

/// "Diagnosis: Type 2 diabetes mellitus; Hypertension."
fn diagnoses(sense: &Sense) -> Option<Statement<'_>> {
    let said = sense.diagnoses.iter().map(|diagnosis| vec![Part::Read(&diagnosis.text)]);
    list(Topic::Diagnoses, "Diagnosis: ", said)
}

/// A list with its heading; what is too long is counted.
fn list<'a>(
    topic: Topic,
    heading: &'static str,
    items: impl ExactSizeIterator<Item = Vec<Part<'a>>>,
) -> Option<Statement<'a>> {
    let all = items.len();
    let mut parts = vec![Part::Words(heading)];
    for (place, item) in items.take(SAID).enumerate() {
        if place > 0 {
            parts.push(Part::Words("; "));
        }
        parts.extend(item);
    }
    if all > SAID {
        parts.extend([Part::Words("; and "), Part::Count(all - SAID), Part::Words(" more")]);
    }
    parts.push(Part::Words("."));
    Statement::new(topic, parts)
}

/// How far out of its range a value lies, as a part of the range.
pub(super) fn far(result: &Measured) -> f64 {
    let (Some(number), Some(range)) = (result.number(), result.range.as_ref().map(|range| range.value)) else {
        return 0.0;
    };
    let wide = match (range.low, range.high) {
        (Some(low), Some(high)) => (high - low).max(1e-9),
        (Some(end), None) | (None, Some(end)) => end.abs().max(1e-9),
        (None, None) => return 0.0,
    };
    let below = range.low.map_or(0.0, |low| (low - number) / wide);
    let above = range.high.map_or(0.0, |high| (number - high) / wide);
    below.max(above).max(0.0)
}

/// Whether a document calls a value abnormal: by its range, or by a flag where it has none.
pub(super) fn is_outside(result: &Measured) -> bool {
    let flagged = result.flag.as_ref().is_some_and(|flag| flag.value != Flag::Normal);
    result.lies().map_or(flagged, |lies| lies != Flag::Normal)
}

/// "Out of range: Hemoglobin 9.8 g/dL (low); ...", or that all is within.
fn results(sense: &Sense) -> Option<Statement<'_>> {
    let mut outside: Vec<&Measured> = sense.results.iter().filter(|result| is_outside(result)).collect();
    if outside.is_empty() {
        return within(sense);
    }
    // What was found and should not be there comes first: no number says how far off it is.
    let found = |result: &Measured| matches!(result.value.value, Reading::Words(_));
    outside.sort_by(|a, b| found(b).cmp(&found(a)).then(far(b).total_cmp(&far(a))));
    list(Topic::Results, "Out of range: ", outside.into_iter().map(value))
}

/// That all values lie as they should; nothing where a finding in words could not be held against what is usual.
fn within(sense: &Sense) -> Option<Statement<'_>> {
    let open = |result: &Measured| {
        let worded = matches!(result.value.value, Reading::Words(_)) && result.usual.is_some();
        (worded || result.is_found()) && result.lies().is_none()
    };
    if sense.results.iter().any(open) {
        return None;
    }
    let ranged: Vec<&Measured> = sense.results.iter().filter(|result| result.lies().is_some()).collect();
    let mut parts =
        vec![Part::Words("All "), Part::Count(ranged.len()), Part::Words(" values with a range lie within it.")];
    for result in ranged {
        parts.push(Part::Leans(&result.value));
        parts.extend(usual(result));
    }
    Statement::new(Topic::Results, parts)
}

/// What a value was held against.
fn usual(result: &Measured) -> Vec<Part<'_>> {
    match (&result.value.value, &result.range, &result.usual) {
        (Reading::Number { .. }, Some(range), _) => vec![Part::Leans(range)],
        (Reading::Words(_), _, Some(usual)) => vec![Part::Leans(usual)],
        _ => Vec::new(),
    }
}

pub(super) fn value(result: &Measured) -> Vec<Part<'_>> {
    let mut parts = vec![Part::Read(&result.name), Part::Words(" "), Part::Read(&result.value)];
    if let Some(unit) = &result.unit {
        parts.extend([Part::Words(" "), Part::Read(unit)]);
    }
    let lies = result.lies();
    match &result.flag {
        _ if lies.is_some() => parts.extend(usual(result)),
        Some(flag) => parts.push(Part::Leans(flag)),
        None => {}
    }
    match lies.or_else(|| result.flag.as_ref().map(|flag| flag.value)) {
        Some(Flag::Low) => parts.push(Part::Words(" (low)")),
        Some(Flag::High) => parts.push(Part::Words(" (high)")),
        Some(Flag::Abnormal) => parts.push(Part::Words(" (abnormal)")),
        _ => {}
    }
    parts
}

/// "To take: Dolo 650 1-0-1 for 5 days; ..."
fn medicines(sense: &Sense) -> Option<Statement<'_>> {
    list(Topic::Medicines, "To take: ", sense.medicines.iter().map(medicine))
}

fn medicine(medicine: &Medicine) -> Vec<Part<'_>> {
    let mut parts: Vec<Part> = vec![Part::Read(&medicine.name)];
    for text in [&medicine.strength, &medicine.dose].into_iter().flatten() {
        parts.extend([Part::Words(" "), Part::Read(text)]);
    }
    if let Some(frequency) = &medicine.frequency {
        parts.extend([Part::Words(" "), Part::Read(frequency)]);
    }
    if let Some(days) = &medicine.days {
        parts.extend([Part::Words(" for "), Part::Read(days), Part::Words(" days")]);
    }
    parts
}

fn allergies(sense: &Sense) -> Option<Statement<'_>> {
    list(Topic::Allergies, "Allergic to: ", sense.allergies.iter().map(|allergy| vec![Part::Read(allergy)]))
}

fn follow_up(sense: &Sense) -> Option<Statement<'_>> {
    let day: &Field<_> = sense.day(DateRole::FollowUp)?;
    Statement::new(Topic::FollowUp, vec![Part::Words("To come again on "), Part::Read(day), Part::Words(".")])
}

/// "To pay: 4040.50 INR in all, 40.50 still due."
pub(super) fn expenses(sense: &Sense) -> Option<Statement<'_>> {
    let currency = match sense.bill.currency {
        Some("INR") => " INR",
        Some("USD") => " USD",
        Some("EUR") => " EUR",
        Some("GBP") => " GBP",
        Some("AED") => " AED",
        Some("SGD") => " SGD",
        Some("AUD") => " AUD",
        Some("CAD") => " CAD",
        _ => "",
    };
    let mut parts = Vec::new();
    if let Some(total) = sense.sum(Sum::Total).or_else(|| sense.sum(Sum::Subtotal)) {
        parts.extend([Part::Words("It costs "), Part::Read(total), Part::Words(currency)]);
    }
    if let Some(due) = sense.sum(Sum::Due) {
        let before = if parts.is_empty() { "Still due: " } else { "; still due: " };
        parts.extend([Part::Words(before), Part::Read(due), Part::Words(currency)]);
    }
    parts.push(Part::Words("."));
    Statement::new(Topic::Money, parts)
}
