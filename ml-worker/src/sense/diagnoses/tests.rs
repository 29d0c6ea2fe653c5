use crate::{
    bench::sheet::Sheet,
    sense::{Context, Sense, understand},
};

fn read(lines: &[&str]) -> Sense {
    let mut sheet = Sheet::new();
    for (row, line) in lines.iter().enumerate() {
        sheet.say(50.0, 100.0 + 24.0 * row as f32, 14.0, line);
    }
    understand(&sheet.document(), &Context::default())
}

fn said(sense: &Sense) -> Vec<(&str, Option<&str>)> {
    sense.diagnoses.iter().map(|diagnosis| (diagnosis.text.value.as_str(), diagnosis.icd10.as_deref())).collect()
}

#[test]
fn diagnoses_are_split_and_coded() {
    let sense = read(&[
        "FINAL DIAGNOSIS:",
        "1. Type 2 diabetes mellitus, uncontrolled",
        "2. Essential hypertension (I10)",
        "3. Acute gastroenteritis with dehydration",
        "COURSE IN HOSPITAL:",
        "Patient had fever and was treated for malaria.",
    ]);
    assert_eq!(
        said(&sense),
        [
            ("Type 2 diabetes mellitus, uncontrolled", Some("E11")),
            ("Essential hypertension", Some("I10")),
            ("Acute gastroenteritis with dehydration", Some("A09")),
        ]
    );
}

#[test]
fn one_line_may_hold_several_and_a_doubt_bears_no_code() {
    let sense = read(&["Diagnosis: T2DM, HTN, hypothyroidism", "Dx : ? Dengue fever"]);
    assert_eq!(
        said(&sense),
        [("T2DM", Some("E11")), ("HTN", Some("I10")), ("hypothyroidism", Some("E03.9")), ("? Dengue fever", None)]
    );
    assert_eq!(said(&read(&["Diagnosis: Nil"])), []);
    let two = read(&["Diagnosis: 1. Hypertension 2. Hypotension"]);
    let texts: Vec<&str> = said(&two).into_iter().map(|(text, _)| text).collect();
    assert_eq!(texts, ["Hypertension", "Hypotension"]);
}

#[test]
fn what_is_denied_open_or_another_persons_is_told_and_is_no_condition() {
    for open in [
        "No pulmonary embolism",
        "No acute myocardial infarction",
        "No pneumonia, pleural effusion or pneumothorax",
        "Negative for malaria",
        "Malaria - negative",
        "Dengue ruled out",
        "Dengue ?",
        "?TB",
        "Suspected dengue, malaria",
        "Cough to rule out TB",
        "r/o TB",
        "h/o asthma",
        "Family history of diabetes",
    ] {
        let sense = read(&[format!("Impression: {open}").as_str()]);
        assert_eq!(said(&sense), [(open, None)]);
        let diagnosis = &sense.diagnoses[0];
        assert!(diagnosis.is_open() && diagnosis.name.is_none() && diagnosis.text.sure < 0.5, "{open}");
    }
    assert_eq!(said(&read(&["Impression: No evidence of pneumonia, pleural effusion"])), []);
    for (text, code) in [
        ("Type 2 diabetes mellitus without retinopathy, neuropathy", Some("E11")),
        ("Hypertension with family history of stroke", Some("I10")),
        ("Asthma not controlled", Some("J45.9")),
        ("Sprained ankle without fracture", None),
    ] {
        let sense = read(&[format!("Diagnosis: {text}").as_str()]);
        assert_eq!(said(&sense), [(text, code)]);
        assert!(!sense.diagnoses[0].is_open(), "{text}");
    }
}

#[test]
fn sentences_stand_for_themselves() {
    let sense = read(&["IMPRESSION", "No pulmonary embolism. Bilateral pneumonia.", "Pleural effusion"]);
    assert_eq!(
        said(&sense),
        [("No pulmonary embolism", None), ("Bilateral pneumonia", Some("J18.9")), ("Pleural effusion", Some("J90"))]
    );
    let sense = read(&["IMPRESSION", "No pneumonia,", "pleural effusion"]);
    assert_eq!(said(&sense), [("No pneumonia", None)]);
}

#[test]
fn a_phrase_names_an_illness_as_a_whole() {
    for (text, code) in [
        ("Severe left lower lobe pneumonia", Some("J18.9")),
        ("Hypothyroidism on treatment", Some("E03.9")),
        ("T2DM x 10 years", Some("E11")),
        ("CKD stage 3", Some("N18.9")),
        ("CKD stage 5", Some("N18.5")),
        ("Acute bronchial asthma", Some("J45.9")),
    ] {
        assert_eq!(said(&read(&[format!("Diagnosis: {text}").as_str()])), [(text, code)]);
    }
    for (text, other) in [
        ("Portal hypertension", "I10"),
        ("Gestational hypertension", "I10"),
        ("Pulmonary edema", "A15.0"),
        ("Diabetes insipidus", "E14"),
        ("Chronic sinusitis", "J01.9"),
        ("Weakness after stroke", "I63.9"),
    ] {
        let sense = read(&[format!("Diagnosis: {text}").as_str()]);
        assert_eq!(sense.diagnoses[0].text.value, text);
        assert_ne!(sense.diagnoses[0].icd10.as_deref(), Some(other), "{text}");
    }
}

#[test]
fn three_signs_are_a_code_only_where_they_stand_as_one() {
    for (text, shown, code) in [
        ("Dengue A90", "Dengue", Some("A90")),
        ("Dengue [A90]", "Dengue", Some("A90")),
        ("Sprained ankle ICD S93", "Sprained ankle", Some("S93")),
        ("Low back pain M54.5", "Low back pain", Some("M54.5")),
        ("Wedge collapse T12", "Wedge collapse T12", None),
        ("Wedge collapse (T12)", "Wedge collapse (T12)", None),
        ("Stiff back, HLA B27", "Stiff back, HLA B27", None),
    ] {
        assert_eq!(said(&read(&[format!("Diagnosis: {text}").as_str()])), [(shown, code)], "{text}");
    }
}

#[test]
fn allergies_are_told_from_none() {
    let sense = read(&["Allergies: Penicillin (rash), Sulfa drugs and peanuts", "Advice: rest"]);
    let said: Vec<&str> = sense.allergies.iter().map(|allergy| allergy.value.as_str()).collect();
    assert_eq!(said, ["Penicillin", "Sulfa drugs", "peanuts"]);
    for none in [
        "Allergies: NKDA",
        "Drug allergy : Nil",
        "Known allergies: No known drug allergies",
        "ALLERGIES: None known",
        "Allergies: No allergy",
        "Allergies: No allergies known",
        "Allergies: Patient has no known allergies",
        "Allergies: Nil known drug allergy",
        "Allergies: None so far",
        "Allergies: No known drug or food allergies",
    ] {
        let sense = read(&[none]);
        assert!(sense.allergies.is_empty() && sense.no_allergy.is_some(), "{none}: {:?}", sense.allergies);
    }
}

#[test]
fn a_denial_takes_no_allergy_with_it() {
    for (text, allergens) in [
        ("No known drug allergies except penicillin", vec!["penicillin"]),
        ("No known food allergies, allergic to Penicillin", vec!["Penicillin"]),
        ("Denies drug allergies but reports rash with sulfa", vec!["sulfa"]),
        ("Penicillin (no anaphylaxis), latex", vec!["Penicillin", "latex"]),
        ("Penicillin - rash", vec!["Penicillin"]),
        ("Penicillin : no", vec![]),
        ("No allergy to penicillin, sulfa or latex", vec![]),
        ("NKDA, comfortable", vec![]),
    ] {
        let sense = read(&[format!("Allergies: {text}").as_str()]);
        let said: Vec<&str> = sense.allergies.iter().map(|allergy| allergy.value.as_str()).collect();
        assert_eq!((said, sense.no_allergy.is_some()), (allergens, text.starts_with("NKDA")), "{text}");
    }
    // What is not to be given may be meant.
    let sense = read(&["Allergies: No aspirin"]);
    assert!(sense.allergies.len() == 1 && sense.allergies[0].sure < 0.5, "{:?}", sense.allergies);
}

#[test]
fn allergies_may_stand_below_each_other() {
    let said =
        |lines: &[&str]| read(lines).allergies.iter().map(|allergy| allergy.value.clone()).collect::<Vec<String>>();
    assert_eq!(
        said(&["ALLERGIES", "Penicillin", "Sulfa drugs", "Dust", "ADVICE", "Rest"]),
        ["Penicillin", "Sulfa drugs", "Dust"]
    );
    assert_eq!(said(&["ALLERGIES", "Penicillin", "The patient walked home."]), ["Penicillin"]);
    assert_eq!(said(&["ALLERGIES", "Nil", "Aspirin"]), Vec::<String>::new());
}
