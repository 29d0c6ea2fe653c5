use super::*;
use crate::{
    bench::sheet::Sheet,
    page::MarkKind,
    sense::{Date, Earlier, Listed, Person, understand},
};

fn context() -> Context {
    Context {
        today: Date::new(2024, 6, 1).expect("a day"),
        person: Some(Person { name: "Asha Ramesh Rao".into(), born: Date::new(1979, 5, 2) }),
        hospitals: vec!["City Care Hospital Pvt Ltd".into()],
        doctors: vec![
            Listed { name: "Sunil Iyer".into(), registration: Some("KMC 45678".into()) },
            Listed { name: "Maria Gomez".into(), registration: Some("KMC 99999".into()) },
        ],
        ..Context::default()
    }
}

fn checked(lines: &[&str], sign: bool, context: &Context) -> Vec<Check> {
    let mut sheet = Sheet::new();
    for (row, line) in lines.iter().enumerate() {
        sheet.say(50.0, 60.0 + 24.0 * row as f32, 14.0, line);
    }
    if sign {
        sheet.mark(MarkKind::Signature, 500.0, 900.0, 120.0, 40.0);
    }
    let document = sheet.document();
    let sense = understand(&document, context);
    check(&document, &sense, context)
}

const PRESCRIPTION: &[&str] = &[
    "CITY CARE HOSPITAL",
    "Dr. Sunil Iyer, MBBS, MD   Reg. No. KMC 45678",
    "PRESCRIPTION",
    "Patient Name: Asha R. Rao   DOB: 02/05/1979   Age: 45",
    "Date: 20/05/2024",
    "Rx",
    "1. Tab. Dolo 650 1-0-1 x 5 days",
    "Next visit: 27/05/2024",
];

#[test]
fn a_sound_document_passes() {
    let checks = checked(PRESCRIPTION, true, &context());
    for check in &checks {
        assert_eq!(check.verdict, Verdict::Pass, "{check:?}");
    }
    for what in [What::Dates, What::Person, What::Hospital, What::Doctor, What::Mark] {
        assert!(worst(&checks, what).is_some(), "{what:?} was not checked");
    }
}

/// The verdict after one line is changed.
fn changed(what: What, from: &str, to: &str, sign: bool) -> Option<Verdict> {
    let lines: Vec<String> = PRESCRIPTION.iter().map(|line| line.replace(from, to)).collect();
    assert_ne!(lines, PRESCRIPTION, "nothing was changed");
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    worst(&checked(&lines, sign, &context()), what)
}

#[test]
fn what_cannot_be_fails() {
    assert_eq!(changed(What::Dates, "20/05/2024", "20/07/2024", true), Some(Verdict::Fail));
    assert_eq!(changed(What::Dates, "27/05/2024", "13/05/2024", true), Some(Verdict::Fail));
    assert_eq!(changed(What::Dates, "Age: 45", "Age: 62", true), Some(Verdict::Fail));
    assert_eq!(changed(What::Person, "Asha R. Rao", "Vikram Singh", true), Some(Verdict::Fail));
    assert_eq!(changed(What::Person, "02/05/1979", "02/05/1989", true), Some(Verdict::Fail));
    assert_eq!(changed(What::Doctor, "45678", "99999", true), Some(Verdict::Fail));
}

#[test]
fn what_is_unknown_is_a_doubt() {
    assert_eq!(changed(What::Hospital, "CITY CARE", "SUNRISE", true), Some(Verdict::Doubt));
    assert_eq!(changed(What::Doctor, "Sunil Iyer", "Peter Novak", true), Some(Verdict::Fail));
    assert_eq!(worst(&checked(PRESCRIPTION, false, &context()), What::Mark), Some(Verdict::Doubt));
}

#[test]
fn names_fit_in_any_order_with_initials_and_misread_letters() {
    for (a, b) in [
        ("Asha Rao", "Rao Asha"),
        ("A. R. Rao", "Asha Ramesh Rao"),
        ("Asha Ra0", "Asha Rao"),
        ("Kurnar Vikram", "Vikram Kumar"),
        ("Mohammed Irfan", "Mohamed Irfan"),
    ] {
        assert!(people::same_name(a, b) >= 0.8, "{a} {b}");
    }
    for (a, b) in [("Asha Rao", "Vikram Singh"), ("A. R.", "Anil Roy"), ("Ravi Kumar", "Suresh Kumar"), ("", "x")] {
        assert!(people::same_name(a, b) < 0.8, "{a} {b}");
    }
}

#[test]
fn values_are_held_against_limits_ranges_and_flags() {
    let lab = |value: &str, flag: &str| {
        let mut sheet = Sheet::new();
        for (row, cells) in [
            ["Test", "Result", "Flag", "Unit", "Reference Range"],
            ["Hemoglobin", value, flag, "g/dL", "12.0 - 16.0"],
            ["MCV", "110", "H", "fL", "80 - 100"],
        ]
        .iter()
        .enumerate()
        {
            for (column, text) in cells.iter().enumerate() {
                sheet.say(50.0 + 140.0 * column as f32, 100.0 + 24.0 * row as f32, 14.0, text);
            }
        }
        let document = sheet.document();
        let sense = understand(&document, &Context::default());
        let checks = check(&document, &sense, &Context::default());
        (worst(&checks, What::Limits), worst(&checks, What::Flags))
    };
    use Verdict::{Doubt, Fail, Pass};
    assert_eq!(lab("13.2", ""), (Some(Pass), Some(Pass)));
    assert_eq!(lab("132", "H"), (Some(Fail), Some(Pass)));
    assert_eq!(lab("9.2", "H"), (Some(Pass), Some(Fail)));
    assert_eq!(lab("9.2", ""), (Some(Pass), Some(Doubt)));
    assert_eq!(lab("13.2", "L"), (Some(Pass), Some(Fail)));
}

#[test]
fn a_bill_that_does_not_add_up_fails() {
    let bill = |amount: &str, total: &str| {
        let mut sheet = Sheet::new();
        let rows = [
            ["Particulars", "Qty", "Rate", "Amount"],
            ["Room rent", "2", "1500.00", amount],
            ["Pharmacy", "1", "840.50", "840.50"],
            ["Grand Total", "", "", total],
        ];
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                sheet.say(50.0 + 170.0 * column as f32, 100.0 + 24.0 * row as f32, 14.0, text);
            }
        }
        let document = sheet.document();
        worst(&check(&document, &understand(&document, &Context::default()), &Context::default()), What::Sums)
    };
    assert_eq!(bill("3000.00", "3840.50"), Some(Verdict::Pass));
    assert_eq!(bill("3000.00", "3841.00"), Some(Verdict::Pass));
    assert_eq!(bill("3000.00", "4840.50"), Some(Verdict::Fail));
    assert_eq!(bill("3500.00", "4340.50"), Some(Verdict::Fail));
}

#[test]
fn the_same_document_again_is_found() {
    let plain = context();
    let mut sheet = Sheet::new();
    PRESCRIPTION.iter().enumerate().for_each(|(row, line)| {
        sheet.say(50.0, 60.0 + 24.0 * row as f32, 14.0, line);
    });
    let sense = understand(&sheet.document(), &plain);
    let day = sense.written().map(|day| day.value);
    let earlier = Earlier { id: "r1".into(), day, print: Some(print::Print::of_sense(&sense)), ..Earlier::default() };
    let context = Context { earlier: vec![earlier], ..plain };
    let twice = |lines: &[&str]| worst(&checked(lines, true, &context), What::Twice);
    assert_eq!(twice(PRESCRIPTION), Some(Verdict::Fail));
    let misread: Vec<String> =
        PRESCRIPTION.iter().map(|line| line.replace("Next visit", "Nxt vsit").replace("PRESCR", "PRE5CR")).collect();
    assert_eq!(twice(&misread.iter().map(String::as_str).collect::<Vec<_>>()), Some(Verdict::Fail));
    assert_eq!(
        twice(&["CITY CARE HOSPITAL", "DISCHARGE SUMMARY", "Date of Admission: 01/05/2024", "Diagnosis: Dengue fever"]),
        Some(Verdict::Pass)
    );
}
