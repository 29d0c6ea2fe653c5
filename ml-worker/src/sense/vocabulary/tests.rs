use super::*;

#[test]
fn every_loinc_code_bears_its_check_digit() {
    assert!(ANALYTES.all.len() >= 150);
    for analyte in ANALYTES.all.iter().filter(|analyte| !analyte.loinc.is_empty()) {
        let (number, check) = analyte.loinc.split_once('-').expect("a dash");
        let sum: u32 = number
            .bytes()
            .rev()
            .enumerate()
            .map(|(place, digit)| {
                let digit = u32::from(digit - b'0') * if place % 2 == 0 { 2 } else { 1 };
                digit / 10 + digit % 10
            })
            .sum();
        assert_eq!(((10 - sum % 10) % 10).to_string(), check, "{}", analyte.name);
    }
}

#[test]
fn the_lists_hold_together() {
    let mut codes: Vec<&str> =
        ANALYTES.all.iter().map(|analyte| analyte.loinc).filter(|code| !code.is_empty()).collect();
    codes.sort_unstable();
    let all = codes.len();
    codes.dedup();
    assert_eq!(codes.len(), all, "a LOINC code stands twice");
    assert!(interactions().len() >= 80);
    let drugs = Medicines::committed();
    for side in interactions().iter().flat_map(|pair| [pair.one, pair.other]) {
        let known = drugs.drugs.iter().any(|drug| is_of(side, drug)) || side == "alcohol";
        assert!(known, "{side} is no medicine and no class");
    }
    for analyte in &ANALYTES.all {
        assert!(analyte.units.is_empty() || analyte.limits.is_some(), "{} has units and no limits", analyte.name);
    }
}

#[test]
fn names_are_found_as_they_are_printed_and_as_they_are_misread() {
    let name = |text: &str| analyte(text, None).map(|(analyte, _)| analyte.name);
    for (text, is) in [
        ("Haemoglobin (Hb)", "Hemoglobin"),
        ("Hernoglobin", "Hemoglobin"),
        ("SGPT (ALT)", "ALT"),
        ("S.G.O.T.", "AST"),
        ("Total Leucocyte C0unt", "Leukocytes"),
        ("TSH", "TSH"),
        ("FSH", "FSH"),
        ("T3", "T3 total"),
        ("T4", "T4 total"),
        ("Serum Creatinlne", "Creatinine"),
        ("pH", "pH arterial"),
    ] {
        assert_eq!(name(text), Some(is), "{text}");
    }
    assert_eq!(analyte("Protein", Some("urine")).map(|(analyte, _)| analyte.loinc), Some("5804-0"));
    for no in ["Remarks", "Page", "Method", "Dr", "T5", "Comment"] {
        assert_eq!(name(no), None, "{no}");
    }
}

#[test]
fn what_is_measured_in_serum_is_known_by_its_letter() {
    let loinc = |text: &str| analyte(text, None).map(|(analyte, _)| analyte.loinc);
    assert_eq!(loinc("S. Magnesium"), Some("19123-9"));
    assert_eq!(loinc("Sr. Uric Acid"), Some("3084-1"));
    assert_eq!(loinc("S. Protein"), Some("2885-2"));
    assert_eq!(loinc("S. Ketones"), None);
}

#[test]
fn a_neighbour_is_not_taken_for_what_is_known() {
    for (text, other) in [
        ("Protein S", "5804-0"),
        ("Vitamin C", "1823-4"),
        ("Vitamin B1", "2132-9"),
        ("Hemoglobin S", "4576-5"),
        ("Interleukin 8", "26881-3"),
        ("HBsAb", "5196-1"),
        ("HBeAg", "5196-1"),
        ("Hepatitis B surface antibody", "5196-1"),
        ("Anti-HEV", "13955-0"),
        ("Anti-HEV IgM", "13955-0"),
        ("ACE", "711-2"),
        ("DHEA", "2191-5"),
        ("Creatine", "2160-0"),
    ] {
        assert_ne!(analyte(text, None).map(|(analyte, _)| analyte.loinc), Some(other), "{text}");
    }
    for (text, other) in [
        ("CKD stage 3", "N18.5"),
        ("CKD stage III", "N18.5"),
        ("Type 1 DM", "E11"),
        ("DM type 1", "E11"),
        ("Type I DM", "E11"),
        ("Hypotension", "I10"),
        ("Hyperglycemia", "E16.2"),
        ("Hypernatremia", "E87.1"),
        ("Hypercalcemia", "E87.5"),
        ("Hypovolemia", "E87.6"),
        ("Hepatitis E", "B18.2"),
        ("Nephritic syndrome", "N04.9"),
        ("Laryngitis", "J02.9"),
        ("Pulmonary", "A15.0"),
    ] {
        assert_ne!(illness(text).map(|(illness, _)| illness.icd10), Some(other), "{text}");
    }
    for (text, other) in [
        ("Lincomycin", "vancomycin"),
        ("Pefloxacin", "ofloxacin"),
        ("Valganciclovir", "valacyclovir"),
        ("Trimipramine", "imipramine"),
        ("Pantocid 40", "pantoprazole"),
    ] {
        assert_ne!(Medicines::committed().find(text).map(|(drug, _)| drug.inn.as_str()), Some(other), "{text}");
    }
}

#[test]
fn a_misread_name_fits_as_well_as_ever() {
    let fit = |text: &str| analyte(text, None).map(|(_, fit)| fit);
    assert_eq!(["Hemog1obin", "Creatlnine", "Hernoglobin"].map(fit), [Some(0.97); 3]);
    let fit = |text: &str| Medicines::committed().find(text).map(|(_, fit)| fit);
    assert_eq!(["Metforrnin", "Paracetamo1", "Telmlsartan"].map(fit), [Some(0.97); 3]);
    assert!(illness("Vira1 fever").is_some_and(|(illness, _)| illness.icd10 == "B34.9"));
}

#[test]
fn units_are_brought_into_the_usual_one() {
    let glucose = by_loinc("2345-7").expect("glucose");
    assert!((glucose.usual(5.5, "mmol/L").expect("a number") - 99.09).abs() < 0.1);
    let platelets = by_loinc("777-3").expect("platelets");
    assert_eq!(platelets.usual(1.5, "10*5/uL"), Some(150.0));
    assert_eq!(platelets.usual(150_000.0, "/uL"), Some(150.0));
    let heat = by_loinc("8310-5").expect("temperature");
    assert!((heat.usual(98.6, "[degF]").expect("a number") - 37.0).abs() < 0.1);
    assert_eq!(glucose.usual(1.0, "kg"), None);
    assert_eq!(by_loinc("32207-3").expect("width").usual(12.0, "%"), None);
}

#[test]
fn medicines_are_found_by_inn_brand_and_bigger_list() {
    let known = |text: &str| Medicines::committed().find(text).map(|(drug, _)| drug.inn.as_str());
    assert_eq!(known("Dolo 650"), Some("paracetamol"));
    assert_eq!(known("Pantoprazo1e"), Some("pantoprazole"));
    assert_eq!(known("Augmentln"), Some("amoxicillin clavulanate"));
    assert_eq!(known("Morning"), None);
    let bigger = Medicines::from_list(
        "a;b;c\nID;Numbers;Common name;CAS;UNII;Synonyms;Key\n1;2;Lepirudin;3;4;Hirudin variant-1 | Refludan;5\n",
    );
    assert_eq!(bigger.find("Refludan").map(|(drug, _)| drug.inn.as_str()), Some("lepirudin"));
}
