//! A FHIR R4 bundle of what the document says, for other programs.

use super::{Reader, TOPICAL, findings, parts};
use crate::{
    check::print::{hash, mix},
    page::Document,
    sense::{DocumentKind, Measured, Reach, Sense, reach},
};
use serde_json::{Value, json};

/// What is known of the file the document was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Original {
    /// Its media type, such as `application/pdf`.
    pub media_type: String,
    /// Its name.
    pub title: String,
}

/// The bundle. Resources have the same ids whenever the same document is read.
pub fn bundle(document: &Document, sense: &Sense, reader: &Reader, original: &Original) -> Value {
    let mut made = Made { salt: hash(sense.text().as_bytes()), entries: Vec::new() };
    let patient = sense.patient.as_ref().map(|name| {
        let mut said = json!({ "resourceType": "Patient", "name": [{ "text": name.value }] });
        if let Some(born) = &sense.born {
            said["birthDate"] = json!(born.value.to_string());
        }
        if let Some(sex) = &sense.sex {
            said["gender"] = json!(sex.value);
        }
        if let Some(number) = &sense.patient_number {
            said["identifier"] = json!([{ "value": number.value }]);
        }
        made.add(said)
    });
    let subject = patient.map_or_else(|| parts::subject(sense), |patient| json!({ "reference": patient }));
    let organization =
        sense.hospital.as_ref().map(|name| made.add(json!({ "resourceType": "Organization", "name": name.value })));
    let practitioner = sense.doctor.as_ref().map(|name| {
        let mut said = json!({ "resourceType": "Practitioner", "name": [{ "text": name.value }] });
        if let Some(number) = &sense.registration {
            said["identifier"] = json!([{ "value": number.value }]);
        }
        made.add(said)
    });
    let day = sense.written().map(|day| day.value.to_string());
    let observations = observations(&mut made, document, sense, &subject);
    let conditions: Vec<String> = sense.diagnoses.iter().filter(|diagnosis| !diagnosis.is_open()).map(|diagnosis| {
        let mut said = json!({
            "resourceType": "Condition",
            "extension": parts::read_from(document, diagnosis.text.sure, &diagnosis.text.from),
            "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active" }] },
            "verificationStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": "provisional" }] },
            "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-category", "code": "encounter-diagnosis" }] }],
            "code": parts::condition_code(diagnosis),
            "subject": subject,
        });
        if let Some(day) = &day {
            said["recordedDate"] = json!(day);
        }
        made.add(said)
    }).collect();
    medicines(&mut made, document, sense, &subject, practitioner.as_deref(), day.as_deref());
    for allergy in &sense.allergies {
        made.add(json!({
            "resourceType": "AllergyIntolerance",
            "extension": parts::read_from(document, allergy.sure, &allergy.from),
            "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "code": "active" }] },
            "verificationStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", "code": "unconfirmed" }] },
            "code": { "text": allergy.value },
            "patient": subject,
        }));
    }
    let reports =
        matches!(sense.kind.kind, DocumentKind::LabReport | DocumentKind::ImagingReport) || !observations.is_empty();
    if reports {
        let mut said = json!({
            "resourceType": "DiagnosticReport",
            "status": "preliminary",
            "code": { "text": sense.kind.kind.name() },
            "subject": subject,
            "result": observations.iter().map(|reference| json!({ "reference": reference })).collect::<Vec<_>>(),
        });
        if observations.is_empty() {
            said.as_object_mut().map(|said| said.remove("result"));
        }
        if let Some(day) = &day {
            said["effectiveDateTime"] = json!(day);
        }
        let performers: Vec<Value> =
            organization.iter().chain(&practitioner).map(|reference| json!({ "reference": reference })).collect();
        if !performers.is_empty() {
            said["performer"] = json!(performers);
        }
        if sense.kind.kind == DocumentKind::ImagingReport && !sense.diagnoses.is_empty() {
            let text: Vec<&str> = sense.diagnoses.iter().map(|diagnosis| diagnosis.text.value.as_str()).collect();
            said["conclusion"] = json!(text.join("; "));
        }
        made.add(said);
    }
    for (_, says) in document.troubles() {
        made.add(
            json!({ "resourceType": "DetectedIssue", "status": "preliminary", "patient": subject, "detail": says }),
        );
    }
    let reference =
        original_reference(sense, original, &subject, &conditions, organization.as_deref(), practitioner.as_deref());
    made.add(reference);
    json!({
        "resourceType": "Bundle",
        "type": "collection",
        "meta": { "tag": [{ "display": format!("read by {} {}", reader.name, reader.version) }] },
        "entry": made.entries,
    })
}

struct Made {
    salt: u64,
    entries: Vec<Value>,
}

impl Made {
    /// Adds a resource and says its address.
    fn add(&mut self, resource: Value) -> String {
        let base = hash(resource.to_string().as_bytes()) ^ self.salt ^ self.entries.len() as u64;
        let (a, b) = (mix(base), mix(base.wrapping_add(0x9e37_79b9_7f4a_7c15)));
        // Version 8 of RFC 9562: made by a rule of ours.
        let id = format!(
            "{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}",
            a >> 32,
            (a >> 16) & 0xffff,
            a & 0xfff,
            0x8000 | ((b >> 48) & 0x3fff),
            b & 0xffff_ffff_ffff
        );
        let address = format!("urn:uuid:{id}");
        self.entries.push(json!({ "fullUrl": address, "resource": resource }));
        address
    }
}

/// Each value; the two of a blood pressure are one.
fn observations(made: &mut Made, document: &Document, sense: &Sense, subject: &Value) -> Vec<String> {
    let loinc = |result: &Measured| result.analyte.map_or("", |analyte| analyte.loinc);
    let mut all = Vec::new();
    let mut at = 0;
    while at < sense.results.len() {
        let result = &sense.results[at];
        let pair = sense.results.get(at + 1).filter(|next| loinc(result) == "8480-6" && loinc(next) == "8462-4");
        let mut said = match pair {
            Some(lower) => {
                at += 2;
                pressure(document, result, lower)
            }
            None => {
                at += 1;
                parts::observation(document, result, None)
            }
        };
        said["subject"] = subject.clone();
        // A vital sign must say when; that nobody wrote it down is said too.
        if said["effectiveDateTime"].is_null() && said["category"][0]["coding"][0]["code"] == "vital-signs" {
            let absent =
                json!({ "url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "unknown" });
            said["_effectiveDateTime"] = json!({ "extension": [absent] });
        }
        all.push(made.add(said));
    }
    all
}

fn pressure(document: &Document, upper: &Measured, lower: &Measured) -> Value {
    let mut said = parts::observation(document, upper, None);
    let component = |result: &Measured| {
        let one = parts::observation(document, result, None);
        let mut component = json!({ "code": one["code"], "valueQuantity": one["valueQuantity"] });
        if !one["referenceRange"].is_null() {
            component["referenceRange"] = one["referenceRange"].clone();
        }
        component
    };
    said["component"] = json!([component(upper), component(lower)]);
    said["code"] = json!({ "coding": [{ "system": parts::LOINC, "code": "85354-9", "display": "Blood pressure panel with all children optional" }], "text": "Blood pressure" });
    for field in ["valueQuantity", "referenceRange", "interpretation"] {
        said.as_object_mut().map(|said| said.remove(field));
    }
    said
}

fn medicines(
    made: &mut Made,
    document: &Document,
    sense: &Sense,
    subject: &Value,
    by: Option<&str>,
    day: Option<&str>,
) {
    let orders = sense.kind.kind == DocumentKind::Prescription;
    for medicine in &sense.medicines {
        let mut dosage = json!({ "text": parts::dosage(medicine) });
        if let Some(timing) = parts::timing(medicine) {
            dosage["timing"] = timing;
        }
        if reach(medicine) == Reach::Place {
            dosage["route"] = json!({ "text": TOPICAL });
        }
        if medicine.frequency.as_ref().is_some_and(|frequency| frequency.value.as_needed) {
            dosage["asNeededBoolean"] = json!(true);
        }
        let told = dosage["text"] != "";
        let mut said = json!({
            "resourceType": if orders { "MedicationRequest" } else { "MedicationStatement" },
            "extension": parts::read_from(document, medicine.sure, &medicine.name.from),
            "status": "active",
            "medicationCodeableConcept": parts::medication(medicine),
            "subject": subject,
        });
        if orders {
            said["intent"] = json!("order");
            if let Some(by) = by {
                said["requester"] = json!({ "reference": by });
            }
        }
        if told {
            said[if orders { "dosageInstruction" } else { "dosage" }] = json!([dosage]);
        }
        if let Some(day) = day {
            said[if orders { "authoredOn" } else { "effectiveDateTime" }] = json!(day);
        }
        made.add(said);
    }
}

fn original_reference(
    sense: &Sense,
    original: &Original,
    subject: &Value,
    conditions: &[String],
    organization: Option<&str>,
    practitioner: Option<&str>,
) -> Value {
    let (code, display) = match sense.kind.kind {
        DocumentKind::LabReport => ("11502-2", "Laboratory report"),
        DocumentKind::Prescription => ("57833-6", "Prescription for medication"),
        DocumentKind::DischargeSummary => ("18842-5", "Discharge summary"),
        DocumentKind::ImagingReport => ("18748-4", "Diagnostic imaging study"),
        DocumentKind::ConsultationNote => ("11488-4", "Consult note"),
        _ => ("", ""),
    };
    let mut kind = json!({ "text": sense.kind.kind.name() });
    if !code.is_empty() {
        kind["coding"] = json!([{ "system": parts::LOINC, "code": code, "display": display }]);
    }
    let mut attachment = json!({ "contentType": original.media_type, "title": original.title });
    if let Some(attachment) = attachment.as_object_mut() {
        attachment.retain(|_, value| value != "");
    }
    if attachment.as_object().is_none_or(serde_json::Map::is_empty) {
        attachment = json!({ "title": sense.kind.kind.name() });
    }
    let mut said = json!({
        "resourceType": "DocumentReference",
        "status": "current",
        "type": kind,
        "subject": subject,
        "content": [{ "attachment": attachment }],
    });
    if let Some(organization) = organization {
        said["custodian"] = json!({ "reference": organization });
    }
    if let Some(practitioner) = practitioner {
        said["author"] = json!([{ "reference": practitioner }]);
    }
    let days: Vec<String> =
        sense.dates.iter().map(|(role, day)| format!("{}: {}", findings::called(*role), day.value)).collect();
    if !days.is_empty() {
        said["description"] = json!(days.join("; "));
    }
    if !conditions.is_empty() {
        said["context"] = json!({ "related": conditions.iter().map(|reference| json!({ "reference": reference })).collect::<Vec<_>>() });
    }
    said
}
