//! What others wrote, as a record's page draws it: words, and nothing else.

use super::{
    finding::{Opened, Suggestion},
    leaf::Leaf,
    maps::Maps,
    read::{further, note},
    viewer::Shown,
};
use crate::{
    ground::clock::pause,
    hand::Hand,
    parts::Facts,
    shelf::Found,
    speech::Language,
    tests::{
        drawn,
        inert::{HOSTILE, stays_text},
        speak,
    },
};
use base64::{Engine, prelude::BASE64_STANDARD};
use chartkey_flows::link::Document;
use chartkey_vault::About;
use chartkey_vocabulary::{Account, Attestation, Cid, Commitment, Digest, Finding, FindingId, RecordId};
use leptos::prelude::*;
use serde_json::json;
use std::sync::Arc;
use wasm_bindgen_test::wasm_bindgen_test as test;
use zeroize::Zeroizing;

/// Draws a content of a type, everything in it folded out, and looks at what stands there.
async fn is_words(media_type: &str, content: &str, text: &str) {
    let content = Zeroizing::new(content.as_bytes().to_vec());
    let document = Document { title: text.to_owned(), media_type: media_type.to_owned(), content };
    let leaf = Leaf::Linked(Arc::new(vec![document]), 0);
    let view = drawn(move || view! { <Shown leaf=leaf name="file".to_owned() /> });
    pause(20).await;
    stays_text(&view, text);
    view.unfolds();
    pause(20).await;
    stays_text(&view, text);
}

#[test]
async fn tables_and_texts_of_others_are_words() {
    speak(Language::English).await;
    for text in HOSTILE {
        let cell = format!("\"{}\"", text.replace('"', "\"\""));
        let lab = format!("date,loinc,test,value,unit,low,high\n2027-01-01,,{cell},{cell},{cell},,\n");
        is_words("text/csv", &lab, text).await;
        let card = format!("date,disease,vaccine,dose,place\n2026-01-02,{cell},{cell},{cell},{cell}\n");
        is_words("text/csv; charset=utf-8", &card, text).await;
        is_words("text/csv", &format!("{cell},b,c,d\n1,{cell},3,4\n"), text).await;
        for media_type in ["text/plain", "text/html", "text/html; charset=utf-8", "application/xml", "image/svg+xml"] {
            is_words(media_type, text, text).await;
        }
    }
}

#[test]
async fn documents_of_hospitals_are_words() {
    speak(Language::English).await;
    for text in HOSTILE {
        let coded = json!({ "text": text });
        let entries = [
            json!({ "resourceType": "Condition", "code": coded, "note": [coded] }),
            json!({ "resourceType": "MedicationStatement", "medicationCodeableConcept": coded, "dosage": [coded] }),
            json!({ "resourceType": "AllergyIntolerance", "code": coded, "reaction": [{ "manifestation": [coded] }] }),
            json!({ "resourceType": "Observation", "code": coded, "valueString": text }),
            json!({ "resourceType": "Observation", "code": coded, "valueQuantity": { "value": 5, "unit": text } }),
            json!({ "resourceType": "DiagnosticReport", "conclusion": text }),
            json!({ "resourceType": text, "id": text }),
        ];
        let entries = entries.map(|resource| json!({ "fullUrl": text, "resource": resource }));
        let bundle = json!({ "resourceType": "Bundle", "entry": entries });
        is_words("application/fhir+json", &bundle.to_string(), text).await;
        // As it came, in the marks JSON puts around it.
        let plain = json!({ "a": text, text: 1 }).to_string();
        let written = json!(text).to_string();
        is_words("application/json", &plain, written.trim_matches('"')).await;
    }
}

/// A finding whose every text is this one.
fn finding(text: &str) -> Arc<Opened> {
    let coded = json!({ "text": text });
    let report = json!({ "resourceType": "DiagnosticReport", "conclusion": text, "contained": [
        { "resourceType": "RiskAssessment", "prediction": [{ "outcome": coded, "probabilityDecimal": 0.87 }] },
        { "resourceType": "Observation", "code": coded, "valueString": text },
        { "resourceType": "Device", "deviceName": [{ "name": text }], "version": [{ "value": text }], "note": [coded] },
        { "resourceType": "DetectedIssue", "detail": text },
    ], "presentedForm": [
        { "contentType": "text/csv", "title": text, "data": BASE64_STANDARD.encode(text) },
    ] });
    let (seen, model) = (Commitment([0; 32]), Digest([0; 32]));
    let attestation = Attestation { record: RecordId([1; 16]), version: 1, seen, model, code: model, output: seen };
    let (cid, workers) = (Cid([0; 36]), vec![Account([9; 20])]);
    Arc::new(Opened::of(Arc::new(Found {
        id: FindingId([7; 16]),
        finding: Finding { attestation, cid, workers, signed: Vec::new() },
        media_type: "application/fhir+json".into(),
        output: Zeroizing::new(report.to_string().into_bytes()),
    })))
}

#[test]
async fn what_a_machine_found_is_words() {
    speak(Language::English).await;
    let view = drawn(|| {
        Hand::provide();
        let maps = Maps::of_version(1);
        let sheet = |text| view! { <Suggestion record=RecordId([1; 16]) opened=finding(text) maps=maps kept=false /> };
        HOSTILE.map(sheet).into_iter().collect_view()
    });
    pause(20).await;
    view.unfolds();
    pause(20).await;
    for text in HOSTILE {
        stays_text(&view, text);
    }
}

#[test]
async fn notes_and_lines_of_others_are_words() {
    speak(Language::English).await;
    for text in HOSTILE {
        let labels = [(text.to_owned(), text.to_owned())].into();
        let about = About { note: text.to_owned(), labels, ..About::default() };
        let view = drawn(move || {
            let (lines, note) = (further(&about), note(&about));
            view! {
                <Facts>{lines}</Facts>
                {note}
            }
        });
        pause(20).await;
        stays_text(&view, text);
    }
}
