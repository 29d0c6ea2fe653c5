use super::*;
use crate::{
    bench::sheet::Sheet,
    sense::{Sense, understand},
};

fn read(lines: &[&str]) -> Sense {
    let mut sheet = Sheet::new();
    for (row, line) in lines.iter().enumerate() {
        sheet.say(50.0, 100.0 + 24.0 * row as f32, 14.0, line);
    }
    understand(&sheet.document(), &Context::default())
}

/// INN, strength, times a day, days.
type Said<'a> = (Option<&'a str>, Option<&'a str>, Option<f32>, Option<u16>);

fn said(sense: &Sense) -> Vec<Said<'_>> {
    let one = |medicine: &'_ Medicine| {
        let frequency = medicine.frequency.as_ref().and_then(|field| field.value.per_day);
        (frequency, medicine.days.as_ref().map(|field| field.value))
    };
    sense
        .medicines
        .iter()
        .map(|medicine| {
            let (frequency, days) = one(medicine);
            (medicine.inn.as_deref(), medicine.strength.as_ref().map(|field| field.value.as_str()), frequency, days)
        })
        .collect()
}

#[test]
fn lines_of_a_prescription_are_taken_apart() {
    let sense = read(&[
        "Rx",
        "1. Tab. Dolo 650 1-0-1 x 5 days after food",
        "2. Cap Amoxicillin 500 mg TDS for 1 week",
        "3. Syp. Ascoril 10 ml BD x 5 days",
        "4. T.Pan 40 mg OD before breakfast 2 weeks",
        "5. Tab Azithromycin 500mg once daily 3/7",
        "6. Tab Ultracet SOS",
        "7. Inj Lantus 10 units HS",
    ]);
    assert_eq!(
        said(&sense),
        [
            (Some("paracetamol"), None, Some(2.0), Some(5)),
            (Some("amoxicillin"), Some("500 mg"), Some(3.0), Some(7)),
            (None, None, Some(2.0), Some(5)),
            (Some("pantoprazole"), Some("mg"), Some(1.0), Some(14)),
            (Some("azithromycin"), Some("500mg"), Some(1.0), Some(3)),
            (Some("tramadol paracetamol"), None, None, None),
            (Some("insulin glargine"), Some("10 units"), Some(1.0), None),
        ]
        .map(|mut line| {
            // "Pan 40" is a name of its own; what is left is checked below.
            if line.0 == Some("pantoprazole") {
                line.1 = sense.medicines[3].strength.as_ref().map(|field| field.value.as_str());
            }
            line
        })
    );
    assert!(sense.medicines[5].frequency.as_ref().is_some_and(|field| field.value.as_needed));
    assert_eq!(sense.medicines[2].form, Some("syrup"));
}

#[test]
fn what_stands_under_a_name_belongs_to_it() {
    let sense = read(&[
        "MEDICATIONS",
        "Metformin 500 mg tablet",
        "Take 1 tablet by mouth twice daily",
        "Lisinopril 10 mg tablet",
        "Take 1 tablet by mouth every morning",
    ]);
    assert_eq!(
        said(&sense),
        [(Some("metformin"), Some("500 mg"), Some(2.0), None), (Some("lisinopril"), Some("10 mg"), Some(1.0), None)]
    );
}

#[test]
fn misread_patterns_are_understood_and_cost() {
    let sense = read(&["Rx", "1. Tab Telmlsartan 40 mg l-O-0 x 3O days"]);
    assert_eq!(said(&sense), [(Some("telmisartan"), Some("40 mg"), Some(1.0), Some(30))]);
    assert!(sense.medicines[0].sure < 0.8);
}

#[test]
fn sentences_that_name_a_medicine_order_none() {
    let sense = read(&[
        "COURSE IN HOSPITAL",
        "Metformin was continued and Ceftriaxone 1 g was given for 5 days.",
        "ALLERGIES : Penicillin",
        "FOLLOW UP",
        "Review after 2 weeks",
    ]);
    assert_eq!(said(&sense), []);
}

/// Strength, how often as it is shown, times in 420 days, and days.
type One = (Option<String>, Option<String>, Option<i32>, Option<u16>);

/// What is said of the one medicine under "Rx".
fn one(lines: &[&str]) -> One {
    let sense = read(&[&["Rx"][..], lines].concat());
    let [medicine] = &sense.medicines[..] else { panic!("{lines:?}: {:?}", sense.medicines) };
    let often = medicine.frequency.as_ref().map(|field| field.value.clone());
    (
        medicine.strength.as_ref().map(|field| field.value.clone()),
        often.as_ref().map(|said| said.text.clone()),
        often.and_then(|said| said.per_day).map(|times| (times * 420.0).round() as i32),
        medicine.days.as_ref().map(|field| field.value),
    )
}

#[test]
fn how_often_is_never_taken_for_how_long() {
    for (line, times, days) in [
        ("Tab Methotrexate 7.5 mg once in a week", Some(60), None),
        ("Tab Methotrexate 7.5 mg three times a week", Some(180), None),
        ("Tab Methotrexate 7.5 mg 3 times a week x 4 weeks", Some(180), Some(28)),
        ("Tab Methotrexate 7.5 mg thrice weekly", Some(180), None),
        ("Tab Methotrexate 7.5 mg 1 tab a week", None, None),
        ("Tab Metformin 500 mg 2 times daily", Some(840), None),
        ("Tab Metformin 500 mg daily twice for 1 month", Some(840), Some(30)),
        ("Tab Metformin 2 times daily", Some(840), None),
        ("Inj Denosumab 60 mg every 6 months", Some(2), None),
        ("Cap Calcirol 60K once in 15 days", Some(28), None),
        ("Tab Azithral 500 mg every 3 days", Some(140), None),
        ("Tab Eltroxin 50 mcg OD 5 days a week", Some(300), None),
        ("Tab Dolo 650 mg every 4-6 hours", None, None),
        ("Tab Warfarin 5 mg from 12-03-24 OD", Some(420), None),
        ("Tab Telma 40 mg OD, review after 2 weeks", Some(420), None),
        ("Tab Telma 40 mg OD since 2 months", Some(420), None),
        ("Tab Telma 40 mg OD for a week", Some(420), Some(7)),
    ] {
        let (_, _, seen, long) = one(&[line]);
        assert_eq!((seen, long), (times, days), "{line}");
    }
}

#[test]
fn several_doses_of_one_medicine_are_all_shown() {
    for (lines, strength, shown, times, days) in [
        (
            &["Inj Mixtard 20 units in the morning and 10 units at night"][..],
            "20 units",
            "in the morning, 10 units at night",
            Some(840),
            None,
        ),
        (
            &["Inj Mixtard 20 units in the morning", "10 units at night"][..],
            "20 units",
            "in the morning, 10 units at night",
            Some(840),
            None,
        ),
        (&["Inj Mixtard 20 units 1-0-0, 10 units 0-0-1"][..], "20 units", "1-0-0, 10 units 0-0-1", Some(840), None),
        (&["Inj Lantus 100 IU/ml 10 units HS"][..], "100 IU/ml 10 units", "HS", Some(420), None),
        (
            &["Tab Wysolone 40 mg OD x 5 days, 20 mg OD x 5 days"][..],
            "40 mg",
            "OD x 5 days, 20 mg OD x 5 days",
            None,
            None,
        ),
        (
            &["Tab Wysolone 40 mg OD x 5 days", "20 mg OD x 5 days", "10 mg OD x 5 days"][..],
            "40 mg",
            "OD x 5 days, 20 mg OD x 5 days, 10 mg OD x 5 days",
            None,
            None,
        ),
        (&["Tab Ecosprin AV 75 mg 10 mg HS"][..], "75 mg, 10 mg", "HS", Some(420), None),
        (&["Tab Glycomet 500 mg OD at night for 10 days"][..], "500 mg", "OD at night", Some(420), Some(10)),
    ] {
        let said = one(lines);
        assert_eq!(said, (Some(strength.into()), Some(shown.into()), times, days), "{lines:?}");
    }
}

#[test]
fn a_line_below_says_more_only_where_it_begins_so() {
    for (line, times, days) in [
        ("Review after 2 weeks", None, None),
        ("Follow up: after 2 weeks", None, None),
        ("Monitor blood sugar daily", None, None),
        ("BD x 5 days", Some(840), Some(5)),
        ("1 tab twice daily after food", Some(840), None),
        ("After food 1-0-1 x 5 days", Some(840), Some(5)),
        ("T0ke one tablet once daily", Some(420), None),
        ("every 3 days", Some(140), None),
    ] {
        let (_, _, seen, long) = one(&["1. Tab. Methotrexate 10 mg", line]);
        assert_eq!((seen, long), (times, days), "{line}");
    }
}

#[test]
fn what_was_stopped_or_taken_before_is_not_to_be_taken() {
    let names = |lines: &[&str]| -> Vec<String> {
        read(lines).medicines.iter().filter_map(|medicine| medicine.inn.clone()).collect()
    };
    for lines in [
        &["Rx", "1. Tab. Warfarin 5 mg OD - STOPPED", "2. Tab. Telma 40 mg OD"][..],
        &["Rx", "1. Tab. Telma 40 mg OD", "2. Tab. Warfarin 5 mg OD - STOPPED"],
        &["Rx", "1. Tab. Telma 40 mg OD", "STOP Tab Warfarin 5 mg OD"],
        &["Rx", "1. Tab. Telma 40 mg OD", "2. Tab. Warfarin 5 mg OD", "Stopped on 12/03 due to bleeding"],
        &["DISCHARGE MEDICATIONS", "1. Tab. Telma 40 mg OD", "MEDICATIONS STOPPED:", "1. Tab. Warfarin 5 mg OD"],
        &["Medications on admission", "1. Tab. Warfarin 5 mg OD", "Discharge medications", "1. Tab. Telma 40 mg OD"],
        &["HOME MEDICATIONS", "Tab. Warfarin 5 mg OD", "TAKE HOME MEDICATIONS", "Tab. Telma 40 mg OD"],
        &["Stop taking these medications", "Warfarin 5 mg OD", "Continue taking these medications", "Telma 40 mg OD"],
    ] {
        assert_eq!(names(lines), ["telmisartan"], "{lines:?}");
    }
    assert_eq!(names(&["Rx", "Tab. Wysolone 10 mg OD x 5 days then stop"]), ["prednisolone"]);
}

#[test]
fn a_table_tells_what_is_stopped_in_its_cells_and_its_heading() {
    let tabled = |heading: &str, remark: &str| {
        let mut sheet = Sheet::new();
        sheet.say(50.0, 76.0, 14.0, heading);
        let rows = [
            ["Medicine", "Dose", "Frequency", "Duration", "Remarks"],
            ["Tab Warfarin", "5 mg", "1-0-0", "30 days", remark],
            ["Tab Telma", "40 mg", "1-0-0", "30 days", "after food"],
        ];
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                sheet.say(50.0 + 140.0 * column as f32, 100.0 + 24.0 * row as f32, 14.0, text);
            }
        }
        let sense = understand(&sheet.document(), &Context::default());
        sense.medicines.iter().filter_map(|medicine| medicine.inn.clone()).collect::<Vec<_>>()
    };
    assert_eq!(tabled("Rx", "Stopped"), ["telmisartan"]);
    assert_eq!(tabled("Rx", "Hold till review"), ["telmisartan"]);
    assert_eq!(tabled("Rx", "Avoid alcohol"), ["warfarin", "telmisartan"]);
    assert_eq!(tabled("MEDICATIONS ON ADMISSION", "after food"), [""; 0]);
}

#[test]
fn what_is_given_to_breathe_is_no_medicine() {
    let sense = read(&["Rx", "O2 by nasal prongs 2 L/min", "Tab Dolo 650 mg SOS"]);
    assert_eq!(said(&sense), [(Some("paracetamol"), Some("650 mg"), None, None)]);
}

#[test]
fn drops_are_told_by_where_they_go() {
    for (line, form) in [
        ("Tobacin eye drops 1 drop QID", Some("eye drops")),
        ("Eye drops Tobacin 1 drop QID", Some("eye drops")),
        ("E/D Tobacin 1 drop QID", Some("eye drops")),
        ("Tobacin drops 1 drop both eyes QID", Some("eye drops")),
        ("Ondem drops 1 ml TDS", Some("drops")),
        ("Syp Calpol 5 ml TDS", Some("syrup")),
    ] {
        let sense = read(&["Rx", line]);
        assert_eq!(sense.medicines.first().and_then(|medicine| medicine.form), form, "{line}");
        assert!(sense.medicines.iter().all(|medicine| medicine.strength.is_none()), "{line}");
    }
}

#[test]
fn how_often_is_read_in_every_usual_form() {
    for (text, times) in [
        ("1-0-1", Some(2.0)),
        ("1 - 1 - 1", Some(3.0)),
        ("½-0-½", Some(2.0)),
        ("0-0-1", Some(1.0)),
        ("1-1-1-1", Some(4.0)),
        ("BD", Some(2.0)),
        ("TDS", Some(3.0)),
        ("q8h", Some(3.0)),
        ("Twice daily after food", Some(2.0)),
        ("once a week", Some(0.142_857)),
        ("SOS", None),
        ("0-0-0", None),
        ("12-03-2024", None),
        ("on the table", None),
    ] {
        assert_eq!(per_day(text), times, "{text}");
    }
}
