use image::RgbImage;

use super::*;
use crate::{
    admit::Kind,
    bench::sheet::Sheet,
    check,
    page::Page,
    read::Leaf,
    sense::{Context, Date, Sense, understand},
    summary,
    view::Views,
};

fn document() -> Document {
    let mut sheet = Sheet::new();
    let lines = [
        "CITY DIAGNOSTICS",
        "LABORATORY REPORT",
        "Patient Name: Asha Rao   Age/Sex: 45 Y / F",
        "Collected on: 20/05/2024   Ref. By: Dr. Sunil Iyer",
        "Diagnosis: Type 2 diabetes mellitus",
        "Allergies: Penicillin",
        "BP: 150/90 mmHg",
    ];
    for (row, line) in lines.iter().enumerate() {
        sheet.say(50.0, 60.0 + 30.0 * row as f32, 14.0, line);
    }
    let table = [
        ["Test", "Result", "Flag", "Unit", "Reference Range"],
        ["Hemoglobin", "9.8", "H", "g/dL", "12.0 - 16.0"],
        ["HIV", "Non Reactive", "", "", ""],
    ];
    for (row, cells) in table.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            sheet.say(50.0 + 140.0 * column as f32, 400.0 + 24.0 * row as f32, 14.0, text);
        }
    }
    sheet.document()
}

fn context() -> Context {
    Context { today: Date::new(2024, 6, 1).expect("a day"), ..Context::default() }
}

fn reader() -> Reader {
    Reader {
        name: "chartkey-worker".into(),
        version: "0.1.0".into(),
        notes: vec!["Reads print, not handwriting.".into()],
    }
}

fn all(document: &Document) -> (Sense, Value) {
    let context = context();
    let sense = understand(document, &context);
    let checks = check::check(document, &sense, &context);
    let summary = summary::summarize(&sense, &context);
    let findings = findings(document, &sense, &checks, &summary, &reader());
    drop(summary);
    (sense, findings)
}

fn contained<'a>(findings: &'a Value, kind: &str) -> Vec<&'a Value> {
    findings["contained"].as_array().expect("resources").iter().filter(|inner| inner["resourceType"] == kind).collect()
}

#[test]
fn findings_carry_values_with_place_and_doubt() {
    let (_, findings) = all(&document());
    let observations = contained(&findings, "Observation");
    let hemoglobin = observations.iter().find(|seen| seen["code"]["coding"][0]["code"] == "718-7").expect("hemoglobin");
    assert_eq!(hemoglobin["valueQuantity"]["value"], 9.8);
    assert_eq!(hemoglobin["referenceRange"][0]["low"]["value"], 12);
    let of = |word: &str| {
        hemoglobin["extension"]
            .as_array()
            .expect("extensions")
            .iter()
            .find(|said| said["url"].as_str().is_some_and(|url| url.ends_with(word)))
    };
    assert!(of("/sure").is_some_and(|sure| sure["valueDecimal"].as_f64().is_some_and(|sure| sure > 0.9)));
    assert!(of("/doubt").is_some(), "its flag says otherwise than its range");
    let place: Vec<f64> = of("/place")
        .and_then(|place| place["valueString"].as_str())
        .expect("a place")
        .split(' ')
        .map(|part| part.parse().expect("a number"))
        .collect();
    assert!(place[0] == 1.0 && place[1..].iter().all(|part| (0.0..=1.0).contains(part)) && place[1] + place[3] <= 1.0);
    assert!(findings["conclusion"].as_str().is_some_and(|text| text.contains("Hemoglobin 9.8 g/dL")));
    assert!(
        contained(&findings, "DetectedIssue")
            .iter()
            .any(|issue| issue["detail"].as_str().is_some_and(|text| text.contains("flagged")))
    );
    assert_eq!(contained(&findings, "Device")[0]["deviceName"][0]["name"], "chartkey-worker");
}

#[test]
fn nothing_in_the_findings_is_left_unreferenced() {
    let (_, findings) = all(&document());
    let text = findings.to_string();
    for inner in findings["contained"].as_array().expect("resources") {
        let id = inner["id"].as_str().expect("an id");
        let pointed =
            text.contains(&format!("\"reference\":\"#{id}\"")) || inner.to_string().contains("\"reference\":\"#\"");
        assert!(pointed, "{id} is left alone");
    }
}

#[test]
fn what_is_left_open_is_told_and_is_no_condition() {
    let mut sheet = Sheet::new();
    for (row, line) in
        ["CITY CLINIC", "Patient Name: Asha Rao", "Diagnosis: 1. Migraine 2. ? Dengue fever 3. No malaria"]
            .into_iter()
            .enumerate()
    {
        sheet.say(50.0, 60.0 + 30.0 * row as f32, 14.0, line);
    }
    let (sense, findings) = all(&sheet.document());
    let conditions: Vec<&Value> =
        contained(&findings, "Condition").into_iter().map(|inner| &inner["code"]["text"]).collect();
    assert_eq!(conditions, ["Migraine"]);
    let told = findings["conclusion"].as_str().expect("a conclusion");
    assert!(told.contains("Diagnosis: Migraine; ? Dengue fever; No malaria."), "{told}");
    assert!(sense.keywords.iter().all(|word| !word.contains("engue") && !word.contains("alaria")));
}

#[test]
fn a_table_comes_with_cells_and_as_csv() {
    let (sense, findings) = all(&document());
    let table = findings["extension"]
        .as_array()
        .expect("extensions")
        .iter()
        .find(|said| said["url"].as_str().is_some_and(|url| url.ends_with("/table")));
    let cells = table.expect("a table")["extension"]
        .as_array()
        .expect("cells")
        .iter()
        .filter(|part| part["url"] == "cell")
        .count();
    assert_eq!(cells, 12);
    assert!(
        csv(&sense.tables[0])
            .starts_with("Test,Result,Flag,Unit,Reference Range\r\nHemoglobin,9.8,H,g/dL,12.0 - 16.0\r\n")
    );
    assert_eq!(findings["presentedForm"][0]["contentType"], "text/csv");
}

#[test]
fn how_a_page_looked_is_attached_after_the_tables() {
    let (_, findings) = all(&document());
    let mut views = Views::default();
    assert_eq!(with_views(findings.clone(), &views), findings);
    let page = Leaf { page: Page::default(), pixels: Some(RgbImage::new(20, 30)) };
    views.keep(2, Kind::Pdf, &page);
    let forms = &with_views(findings, &views)["presentedForm"];
    assert_eq!(forms[0]["contentType"], "text/csv");
    assert_eq!(
        (&forms[1]["contentType"], &forms[1]["extension"][0]["valuePositiveInt"]),
        (&json!("image/jpeg"), &json!(3))
    );
}

#[test]
fn a_bundle_names_the_patient_only_where_the_document_does() {
    let context = context();
    let named = document();
    let sense = understand(&named, &context);
    let bundle = |document: &Document, sense: &Sense| {
        super::bundle(
            document,
            sense,
            &reader(),
            &Original { media_type: "image/png".into(), title: "scan.png".into() },
        )
    };
    let kinds = |bundle: &Value| -> Vec<String> {
        bundle["entry"]
            .as_array()
            .expect("entries")
            .iter()
            .map(|entry| entry["resource"]["resourceType"].as_str().unwrap_or_default().to_owned())
            .collect()
    };
    let made = bundle(&named, &sense);
    for kind in [
        "Patient",
        "Organization",
        "Practitioner",
        "Observation",
        "Condition",
        "AllergyIntolerance",
        "DiagnosticReport",
        "DocumentReference",
    ] {
        assert!(kinds(&made).iter().any(|made| made == kind), "{kind} is missing");
    }
    assert_eq!(made, bundle(&named, &understand(&named, &context)), "ids are the same each time");
    let pressure =
        made["entry"].as_array().expect("entries").iter().find(|entry| !entry["resource"]["component"].is_null());
    assert_eq!(pressure.expect("a blood pressure")["resource"]["component"][1]["valueQuantity"]["value"], 90);
    let mut sheet = Sheet::new();
    sheet.say(50.0, 100.0, 14.0, "Hb: 11 g/dL");
    let unnamed = sheet.document();
    let made = bundle(&unnamed, &understand(&unnamed, &context));
    assert!(!kinds(&made).iter().any(|made| made == "Patient"));
}

#[test]
fn a_page_that_was_not_read_is_told_to_the_app_and_to_other_programs() {
    let mut torn = document();
    let lost = Page { troubles: vec!["was not read: the file is damaged, or cut short".into()], ..Page::default() };
    torn.pages.push(lost);
    let says = "Page 2 was not read: the file is damaged, or cut short.";
    let (sense, findings) = all(&torn);
    assert!(contained(&findings, "DetectedIssue").iter().any(|issue| issue["detail"] == says), "{findings}");
    assert!(findings["extension"].to_string().contains(says));
    let made = super::bundle(&torn, &sense, &reader(), &Original::default());
    let told = made["entry"].as_array().expect("entries").iter().find(|entry| entry["resource"]["detail"] == says);
    assert_eq!(told.expect("an issue")["resource"]["resourceType"], "DetectedIssue");
}

#[test]
fn a_place_never_leaves_the_page() {
    let document = document();
    let far = Area { left: 780.0, top: 1110.0, right: 900.0, bottom: 1200.0 };
    assert_eq!(place(&document, 1, &far).as_deref(), Some("1 0.982 0.988 0.018 0.012"));
    assert_eq!(place(&document, 2, &far), None);
    assert_eq!(place(&document, 0, &far), None);
}

#[test]
fn a_stamp_is_told_with_its_place_and_stands_behind_its_check() {
    let mut stamped = document();
    let area = Area { left: 79.4, top: 561.5, right: 158.8, bottom: 673.8 };
    let page = &mut stamped.pages[0];
    (page.width, page.height) = (794.0, 1123.0);
    page.marks.push(crate::page::Mark { kind: crate::page::MarkKind::Stamp, area, sure: 0.9 });
    let (_, findings) = all(&stamped);
    let extensions = findings["extension"].as_array().expect("extensions");
    let of = |word: &str| extensions.iter().filter(|part| part["url"] == format!("{OURS}{word}")).collect::<Vec<_>>();
    let marks = of("mark");
    assert_eq!(marks.len(), 1);
    let mark = marks[0].to_string();
    assert!(mark.contains("\"stamp\"") && mark.contains("1 0.1 0.5 0.1 0.1"), "{mark}");
    let passed = of("check").iter().any(|check| {
        let check = check.to_string();
        check.contains("\"mark\"") && check.contains("\"pass\"") && check.contains("1 0.1 0.5 0.1 0.1")
    });
    assert!(passed, "{extensions:?}");
}
