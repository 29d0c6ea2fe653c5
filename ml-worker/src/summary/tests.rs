use super::*;
use crate::{
    bench::sheet::Sheet,
    sense::{Date, Earlier, Known, Taken, understand},
};

fn sense(lines: &[&str], table: &[&[&str]]) -> Sense {
    let mut sheet = Sheet::new();
    for (row, line) in lines.iter().enumerate() {
        sheet.say(50.0, 60.0 + 24.0 * row as f32, 14.0, line);
    }
    for (row, cells) in table.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            sheet.say(50.0 + 150.0 * column as f32, 400.0 + 24.0 * row as f32, 14.0, text);
        }
    }
    understand(&sheet.document(), &Context::default())
}

fn day(year: i32, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("a day")
}

const RX: &[&str] = &[
    "CITY CARE HOSPITAL",
    "PRESCRIPTION",
    "Patient Name: Asha Rao   Date: 20/05/2024",
    "Allergies: Penicillin",
    "Rx",
    "1. Tab. Warfarin 5 mg OD x 30 days",
    "2. Tab. Brufen 400 mg TDS x 5 days",
    "3. Cap. Augmentin 625 mg BD x 5 days",
    "Next visit: 27/05/2024",
];

#[test]
fn every_statement_says_where_it_was_read() {
    let sense = sense(RX, &[]);
    let context = Context { today: day(2024, 5, 21), ..Context::default() };
    let summary = summarize(&sense, &context);
    assert!((1..=6).contains(&summary.statements.len()));
    for statement in &summary.statements {
        assert!(!statement.sources().is_empty(), "{}", statement.text());
        for source in statement.sources() {
            assert!(source.page == 1 && source.area.right > source.area.left, "{source:?}");
        }
    }
    assert!(
        summary.text().starts_with("Prescription of Asha Rao, 20 May 2024, CITY CARE HOSPITAL."),
        "{}",
        summary.text()
    );
}

#[test]
fn a_statement_without_anything_read_cannot_be_built() {
    assert!(Statement::new(Topic::Results, vec![Part::Words("All is well.")]).is_none());
    assert!(Statement::new(Topic::Results, vec![Part::Words("All is well."), Part::Count(3)]).is_none());
}

#[test]
fn medicines_that_harm_are_named() {
    let sense = sense(RX, &[]);
    let earlier = Earlier {
        id: "r7".into(),
        medicines: vec![Taken { inn: "amiodarone".into(), ..Taken::default() }],
        follow_up: Some(day(2024, 3, 1)),
        ..Earlier::default()
    };
    let context = Context { today: day(2024, 5, 21), earlier: vec![earlier], ..Context::default() };
    let summary = summarize(&sense, &context);
    let grave = summary.threats.iter().filter(|threat| threat.is_grave()).count();
    let told: Vec<&Statement<'_>> = summary.statements.iter().filter(|said| said.topic() == Topic::Threat).collect();
    assert!(grave > 2 && told.len() == grave && told[0].text().contains("allergy"), "{told:?}");
    let threats: Vec<String> = summary.threats.iter().map(|threat| threat.statement().text()).collect();
    let said = |words: &str| threats.iter().any(|threat| threat.contains(words));
    assert!(said("Warfarin and Brufen: ") && said("bleeding"), "{threats:?}");
    assert!(said("Augmentin is ordered, and an allergy to Penicillin is noted."), "{threats:?}");
    assert!(said("Warfarin and amiodarone of the record r7"), "{threats:?}");
    assert!(said("A visit was due on 1 Mar 2024 by the record r7"), "{threats:?}");
}

#[test]
fn values_out_of_range_come_with_their_trend() {
    let sense = sense(
        &["LABORATORY REPORT", "Patient Name: Asha Rao   Collected on: 20/05/2024"],
        &[
            &["Test", "Result", "Unit", "Reference Range"],
            &["Hemoglobin", "98", "g/L", "120 - 150"],
            &["Sodium", "139", "mmol/L", "135 - 145"],
        ],
    );
    let known = |value: f64, on: Date| Known { loinc: "718-7".into(), value, unit: "g/dL".into(), day: on };
    let earlier = Earlier {
        id: "r1".into(),
        values: vec![known(13.0, day(2023, 1, 1)), known(12.25, day(2024, 1, 1)), known(5.0, day(2024, 7, 1))],
        ..Earlier::default()
    };
    let context = Context { today: day(2024, 5, 21), earlier: vec![earlier], ..Context::default() };
    let summary = summarize(&sense, &context);
    assert_eq!(summary.trends[0].moved, Moved::Fell);
    assert_eq!(summary.trends[0].before.len(), 2);
    assert_eq!(
        summary.trends[0].statement().text(),
        "Hemoglobin fell by 20 % to 98 g/L, from 12.25 g/dL on 1 Jan 2024."
    );
    assert!(summary.text().contains("Out of range: Hemoglobin 98 g/L (low)."), "{}", summary.text());
}

const HEAD: &[&str] = &["Test", "Result", "Unit", "Reference Range"];

#[test]
fn a_statement_is_no_surer_than_what_stands_behind_it() {
    let table = [HEAD, &["Hemoglobin", "13.2", "g/dL", "12.0 - 16.0"], &["Sodium", "139", "mmol/L", "135 - 145"]];
    let mut sense = sense(&["LABORATORY REPORT"], &table);
    let results = |sense: &Sense| {
        let context = Context::default();
        let summary = summarize(sense, &context);
        let told = summary.statements.iter().find(|said| said.topic() == Topic::Results).expect("a statement");
        (told.text(), told.sure())
    };
    assert_eq!(results(&sense).0, "All 2 values with a range lie within it.");
    sense.results[0].value.sure = 0.3;
    assert!(results(&sense).1 <= 0.3);
    sense.results[0].value.sure = 1.0;
    if let Some(range) = &mut sense.results[1].range {
        range.sure = 0.2;
        range.value.high = Some(138.0);
    }
    assert_eq!(results(&sense), ("Out of range: Sodium 139 mmol/L (high).".into(), 0.2));
}

#[test]
fn a_positive_finding_is_said_and_no_list_of_numbers_hides_it() {
    let positive: &[&str] = &["HBsAg", "Reactive", "", "Non Reactive"];
    let said = |rows: &[&[&str]]| {
        let table: Vec<&[&str]> = std::iter::once(HEAD).chain(rows.iter().copied()).collect();
        let sense = sense(&["LABORATORY REPORT"], &table);
        let context = Context::default();
        summarize(&sense, &context).text()
    };
    let sodium: &[&str] = &["Sodium", "139", "mmol/L", "135 - 145"];
    let low: &[&str] = &["Hemoglobin", "7.2", "g/dL", "12.0 - 16.0"];
    assert!(said(&[sodium, positive]).contains("Out of range: HBsAg Reactive (abnormal)."));
    assert!(said(&[low, sodium, positive]).contains("Out of range: HBsAg Reactive (abnormal); Hemoglobin"));
    let trace: &[&str] = &["Urine Protein", "Trace", "", "Nil"];
    assert!(!said(&[sodium, trace]).contains("lie within"));
    let bare: &[&str] = &["HBsAg", "Reactive", "", ""];
    assert!(!said(&[sodium, bare]).contains("lie within"));
    let negative: &[&str] = &["HBsAg", "Non Reactive", "", "Non Reactive"];
    assert!(said(&[sodium, negative]).contains("All 2 values"));
}

#[test]
fn a_bound_has_no_trend() {
    let sense = sense(
        &["LABORATORY REPORT", "Patient Name: Asha Rao   Collected on: 20/05/2024"],
        &[HEAD, &["eGFR", ">60", "mL/min", "> 90"], &["Sodium", "139", "mmol/L", "135 - 145"]],
    );
    let known = Known { loinc: "69405-9".into(), value: 85.0, unit: "mL/min".into(), day: day(2024, 1, 1) };
    let earlier = Earlier { id: "r1".into(), values: vec![known], ..Earlier::default() };
    let context = Context { today: day(2024, 5, 21), earlier: vec![earlier], ..Context::default() };
    let summary = summarize(&sense, &context);
    assert!(summary.trends.is_empty());
    assert!(!summary.text().contains("eGFR"), "{}", summary.text());
}
