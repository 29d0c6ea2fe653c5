use super::*;
use crate::{
    bench::sheet::Sheet,
    sense::{Context, Flag, Sense, understand},
};

fn understood(sheet: &Sheet) -> Sense {
    understand(&sheet.document(), &Context::default())
}

fn rows(sheet: &mut Sheet, from: f32, columns: &[f32], rows: &[&[&str]]) {
    for (place, row) in rows.iter().enumerate() {
        for (x, text) in columns.iter().zip(*row) {
            sheet.say(*x, from + 24.0 * place as f32, 14.0, text);
        }
    }
}

#[test]
fn a_table_gives_values_with_unit_range_and_flag() {
    let mut sheet = Sheet::new();
    rows(
        &mut sheet,
        100.0,
        &[50.0, 350.0, 450.0, 560.0, 660.0],
        &[
            &["Test Name", "Result", "Flag", "Unit", "Reference Range"],
            &["COMPLETE BLOOD COUNT"],
            &["Haemoglobin (Hb)", "9.8", "L", "gm/dl", "12.0 - 15.0"],
            &["Total Leucocyte Count", "12,400", "H", "cells/cumm", "4000-11000"],
            &["Platelet Count", "2.1", "", "lakhs/cumm", "1.5 - 4.1"],
            &["HBsAg", "Non Reactive", "", "", "Non Reactive"],
            &["URINE ROUTINE"],
            &["Protein", "Trace", "", "", "Nil"],
            &["pH", "6.0", "", "", "4.6 - 8.0"],
        ],
    );
    let sense = understood(&sheet);
    let said: Vec<_> =
        sense.results.iter().map(|result| (result.called(), result.shown(), result.ucum.as_deref())).collect();
    assert_eq!(
        said,
        [
            ("Hemoglobin", "9.8".into(), Some("g/dL")),
            ("Leukocytes", "12400".into(), Some("/uL")),
            ("Platelets", "2.1".into(), Some("10*5/uL")),
            ("HBsAg", "Non Reactive".into(), None),
            ("Protein in urine", "Trace".into(), None),
            ("pH of urine", "6".into(), None),
        ]
    );
    assert_eq!(sense.results[0].flag.as_ref().map(|flag| flag.value), Some(Flag::Low));
    assert_eq!(sense.results[1].lies(), Some(Flag::High));
    assert_eq!(sense.results[2].range.as_ref().and_then(|range| range.value.high), Some(4.1));
}

#[test]
fn what_stands_in_one_cell_is_taken_apart() {
    let mut sheet = Sheet::new();
    rows(
        &mut sheet,
        100.0,
        &[50.0, 350.0, 560.0],
        &[
            &["Investigation", "Observed Value", "Normal Range"],
            &["S. Creatinine", "1.9 H mg/dL", "0.6 to 1.2"],
            &["Glucose Fasting", "*126 mg/dl", "70 - 100 mg/dl"],
            &["TSH", "<0.01", "0.4-4.0 uIU/mL"],
            &["SGPT (ALT)", "45 IU/L", "Upto 40"],
            &["HDL", "38 mg/dL", "> 40"],
        ],
    );
    let sense = understood(&sheet);
    let said: Vec<_> = sense
        .results
        .iter()
        .map(|result| {
            (result.shown(), result.ucum.clone().unwrap_or_default(), result.flag.as_ref().map(|flag| flag.value))
        })
        .collect();
    assert_eq!(
        said,
        [
            ("1.9".into(), "mg/dL".into(), Some(Flag::High)),
            ("126".into(), "mg/dL".into(), Some(Flag::Abnormal)),
            ("<0.01".into(), "u[IU]/mL".into(), None),
            ("45".into(), "[IU]/L".into(), None),
            ("38".into(), "mg/dL".into(), None),
        ]
    );
    assert_eq!(sense.results[3].lies(), Some(Flag::High));
    assert_eq!(sense.results[4].lies(), Some(Flag::Low));
}

#[test]
fn values_within_sentences_are_found_and_other_numbers_are_not() {
    let mut sheet = Sheet::new();
    sheet.say(50.0, 100.0, 14.0, "On admission BP: 150/90 mmHg, Pulse: 98 /min, SpO2 96% and Temp 101.2 F");
    sheet.say(50.0, 130.0, 14.0, "Hb 10.4 g/dL, TLC 14,200 /cumm, Creatinine was 2.1 mg/dL (0.6-1.2)");
    sheet.say(50.0, 160.0, 14.0, "He took 2 tablets at 10 PM in room 12, PT 2 sessions.");
    let said: Vec<_> =
        understood(&sheet).results.iter().map(|result| (result.called().to_owned(), result.shown())).collect();
    let said: Vec<_> = said.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(
        said,
        [
            ("Systolic blood pressure", "150"),
            ("Diastolic blood pressure", "90"),
            ("Heart rate", "98"),
            ("Oxygen saturation", "96"),
            ("Body temperature", "101.2"),
            ("Hemoglobin", "10.4"),
            ("Leukocytes", "14200"),
            ("Creatinine", "2.1"),
        ]
    );
}

/// Name, LOINC code and value of all that was measured in the sentence.
fn said(line: &str) -> Vec<(String, String)> {
    let mut sheet = Sheet::new();
    sheet.say(50.0, 100.0, 14.0, line);
    understood(&sheet).results.iter().map(|result| (result.called().to_owned(), result.shown())).collect()
}

#[test]
fn what_is_wished_for_or_feared_is_not_measured() {
    for line in [
        "Report if Temp >101 F or SpO2 <92 %",
        "Maintain BP 130/80 mmHg",
        "keep HbA1c <7 %",
        "Target LDL 70 mg/dL",
        "Advice: BP 130/80 mmHg daily",
        "Review on 12/03/2024 with HbA1c 7 %",
    ] {
        assert!(said(line).is_empty(), "{line}");
    }
    let measured = said("Keep warm. BP 150/90 mmHg on admission, asked to return if it rises");
    assert_eq!(measured.len(), 2, "{measured:?}");
}

#[test]
fn values_of_another_fluid_are_not_those_of_blood() {
    for (line, codes) in [
        ("Urine Sodium 40 mmol/L", vec![]),
        ("CSF protein 80 mg/dL, glucose 45 mg/dL", vec![("Protein in CSF", "80"), ("Glucose in CSF", "45")]),
        ("Ascitic fluid albumin 1.2 g/dL", vec![]),
        ("Urine output 40 ml/h; Sodium 140 mmol/L", vec![("Sodium", "140")]),
        ("Urine Sodium 40 mmol/L, serum Sodium 140 mmol/L", vec![("Sodium", "140")]),
    ] {
        let found = said(line);
        let found: Vec<_> = found.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(found, codes, "{line}");
    }
}

#[test]
fn a_heading_of_another_fluid_holds_until_the_next_panel() {
    let mut sheet = Sheet::new();
    rows(
        &mut sheet,
        100.0,
        &[50.0, 420.0, 520.0, 620.0],
        &[
            &["Test", "Result", "Unit", "Reference Range"],
            &["URINE ALBUMIN CREATININE RATIO"],
            &["Creatinine", "95", "mg/dL", "20 - 300"],
            &["Sodium", "40", "mmol/L", "20 - 110"],
            &["CSF ANALYSIS"],
            &["Glucose", "45", "mg/dL", "40 - 70"],
            &["Protein", "80", "mg/dL", "15 - 45"],
            &["ASCITIC FLUID"],
            &["Albumin", "1.2", "g/dL", "0 - 4"],
            &["DIABETES PROFILE"],
            &["Glucose Fasting", "132", "mg/dL", "70 - 100"],
            &["HEMOGRAM"],
            &["RBC", "4.5", "million/cumm", "3.8 - 5.5"],
        ],
    );
    let sense = understood(&sheet);
    let codes: Vec<_> = sense
        .results
        .iter()
        .map(|result| (result.called(), result.analyte.map_or("", |analyte| analyte.loinc)))
        .collect();
    assert_eq!(
        codes,
        [
            ("Creatinine in urine", "2161-8"),
            ("Sodium (urine)", ""),
            ("Glucose in CSF", "2342-4"),
            ("Protein in CSF", "2880-3"),
            ("Albumin (fluid)", ""),
            ("Glucose fasting", "1558-6"),
            ("Erythrocytes", "789-8"),
        ]
    );
}

#[test]
fn findings_in_words_are_held_against_what_is_usual() {
    let mut sheet = Sheet::new();
    rows(
        &mut sheet,
        100.0,
        &[50.0, 350.0, 560.0],
        &[
            &["Test", "Result", "Reference Range"],
            &["Hemoglobin", "13.2 g/dL", "12.0 - 16.0"],
            &["Blood Group", "A Positive"],
            &["HBsAg", "Reactive", "Non Reactive"],
            &["Dengue NS1", "Negative", "Negative"],
            &["Malaria antigen", "Equivocal", "Negative"],
        ],
    );
    let sense = understood(&sheet);
    let lies: Vec<_> =
        sense.results.iter().map(|result| (result.shown(), result.lies(), result.flag.is_some())).collect();
    assert_eq!(
        lies,
        [
            ("13.2".into(), Some(Flag::Normal), false),
            ("A Positive".into(), None, false),
            ("Reactive".into(), Some(Flag::Abnormal), false),
            ("Negative".into(), Some(Flag::Normal), false),
            ("Equivocal".into(), None, false),
        ]
    );
}

#[test]
fn a_womans_value_is_held_against_the_range_of_women() {
    let lies = |sex: &str| {
        let mut sheet = Sheet::new();
        sheet.say(50.0, 60.0, 14.0, &format!("Age: 45 Y   Sex: {sex}"));
        rows(
            &mut sheet,
            160.0,
            &[50.0, 300.0, 420.0, 500.0],
            &[
                &["Test", "Result", "Unit", "Reference Range"],
                &["Hemoglobin", "12.5", "g/dL", "Male 13.0-17.0 Female 12.0-15.0"],
                &["Vitamin D", "12", "ng/mL", "Deficient <20 Sufficient 30-100"],
                &["Platelet Count", "250000", "/cumm", "1.5-4.5 lakhs"],
            ],
        );
        understood(&sheet).results.iter().map(Measured::lies).collect::<Vec<_>>()
    };
    let (low, normal) = (Some(Flag::Low), Some(Flag::Normal));
    assert_eq!(lies("Female"), [normal, low, normal]);
    assert_eq!(lies("Male"), [low, low, normal]);
    assert_eq!(lies("M / F"), [None, low, normal]);
}
