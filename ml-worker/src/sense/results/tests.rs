use super::*;
use crate::{
    bench::sheet::Sheet,
    sense::{Context, Sense, understand},
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
fn ranges_are_read_as_they_are_printed() {
    let both = |text: &str| range(text).map(|(range, _)| (range.low, range.high));
    for (text, low, high) in [
        ("12.0 - 16.0", Some(12.0), Some(16.0)),
        ("12-16 g/dL", Some(12.0), Some(16.0)),
        ("(13.0–17.0)", Some(13.0), Some(17.0)),
        ("< 200", None, Some(200.0)),
        ("Up to 40", None, Some(40.0)),
        (">= 60", Some(60.0), None),
        ("0.4 to 4.0", Some(0.4), Some(4.0)),
        ("-2 to 2", Some(-2.0), Some(2.0)),
        ("1,50,000 - 4,10,000", Some(150_000.0), Some(410_000.0)),
        ("Desirable: <200", None, Some(200.0)),
        ("l2.0 - 16.O", Some(12.0), Some(16.0)),
    ] {
        assert_eq!(both(text), Some((low, high)), "{text}");
    }
    for no in ["Negative", "16 - 12", "", "Non Reactive", "12"] {
        assert_eq!(both(no), None, "{no}");
    }
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
