use super::*;
use crate::{
    bench::sheet::Sheet,
    sense::{Date, Earlier, Taken, understand},
};

fn read(lines: &[&str]) -> Sense {
    let mut sheet = Sheet::new();
    for (row, line) in lines.iter().enumerate() {
        sheet.say(50.0, 60.0 + 24.0 * row as f32, 14.0, line);
    }
    understand(&sheet.document(), &Context::default())
}

fn said(sense: &Sense, context: &Context, danger: Danger) -> Vec<String> {
    let threats = find(sense, context);
    threats.iter().filter(|threat| threat.danger == danger).map(|threat| threat.statement().text()).collect()
}

#[test]
fn medicines_are_held_against_each_other_by_all_they_are_made_of() {
    for (one, other, says) in [
        ("Tab Acitrom 2 mg OD", "Tab Brufen 400 mg TDS", "serious bleeding"),
        ("Tab Pan-D OD", "Tab Claribid 500 mg BD", "heart rhythm"),
        ("Tab Meftal Spas SOS", "Tab Warf 5 mg OD", "serious bleeding"),
        ("Tab Vymada 50 mg BD", "Tab Aldactone 25 mg OD", "raise potassium"),
        ("Tab Vymada 50 mg BD", "Tab Envas 5 mg OD", "swelling of the throat"),
        ("Duolin respules BD", "Tab Ciplar 40 mg BD", "asthma"),
        ("Tab Dytor Plus OD", "Tab Telma 40 mg OD", "raise potassium"),
        ("Tab Azithral 500 mg OD", "Tab Cordarone 200 mg OD", "heart rhythm"),
        ("Inj Tobacin 80 mg BD", "Tab Lasix 40 mg OD", "hearing"),
        ("Tab Fucidin 250 mg TDS", "Tab Atorva 10 mg HS", "destroy muscle"),
        ("Fentanyl patch OD", "Tab Alprax 0.5 mg HS", "stop the breathing"),
    ] {
        let threats = said(&read(&["Rx", one, other]), &Context::default(), Danger::Interaction);
        assert!(threats.len() == 1 && threats[0].contains(says), "{one}, {other}: {threats:?}");
    }
}

#[test]
fn what_stays_on_the_skin_or_belongs_to_another_family_does_not_threaten() {
    for (one, other) in [
        ("Fucidin cream BD", "Tab Atorva 10 mg HS"),
        ("Tobacin eye drops QID", "Tab Lasix 40 mg OD"),
        ("Voveran gel BD", "Tab Warf 5 mg OD"),
        ("Tab Azithral 500 mg OD", "Tab Zocor 20 mg HS"),
        ("Tab Azithral 500 mg OD", "Tab Tegretol 200 mg BD"),
        ("Foracort inhaler 2 puffs BD", "Tab Brufen 400 mg TDS"),
    ] {
        let threats = said(&read(&["Rx", one, other]), &Context::default(), Danger::Interaction);
        assert_eq!(threats, [""; 0], "{one}, {other}");
    }
}

#[test]
fn what_was_taken_before_counts_while_it_is_taken() {
    let sense = read(&["PRESCRIPTION", "Date: 20/05/2024", "Rx", "1. Tab. Zocor 20 mg HS x 30 days"]);
    let day = |year, month, day| Date::new(year, month, day);
    for (written, days, topical, threatens) in [
        (day(2021, 3, 1), Some(5), false, false),
        (day(2024, 5, 18), Some(5), false, true),
        (day(2024, 5, 1), Some(5), false, false),
        (day(2024, 3, 1), None, false, true),
        (day(2024, 1, 1), None, false, false),
        (day(2024, 6, 1), Some(5), false, true),
        (day(2024, 8, 1), Some(5), false, false),
        (day(2024, 5, 18), Some(5), true, false),
        (None, None, false, true),
    ] {
        let taken = Taken { inn: "clarithromycin".into(), days, topical };
        let earlier = Earlier { id: "r1".into(), day: written, medicines: vec![taken], ..Earlier::default() };
        let context = Context { earlier: vec![earlier], ..Context::default() };
        let threats = said(&sense, &context, Danger::Interaction);
        assert_eq!(!threats.is_empty(), threatens, "{written:?} {days:?}: {threats:?}");
    }
}

#[test]
fn allergies_are_matched_by_family_however_they_are_written() {
    for (allergy, ordered, threatens) in [
        ("Sulpha drugs", "Tab Septran 480 mg BD", true),
        ("Sulfonamides", "Tab Bactrim 480 mg BD", true),
        ("Sulfa drugs", "Tab Saaz 500 mg BD", true),
        ("Sulfa drugs", "Tab Mesacol 400 mg TDS", false),
        ("Penicillin group", "Cap Mox 500 mg TDS", true),
        ("Pencillin", "Tab Augmentin 625 mg BD", true),
        ("NSAIDs", "Tab Ecosprin 75 mg OD", true),
        ("NSAIDs", "Tab Brufen 400 mg TDS", true),
        ("NSAID", "Tab Clopilet 75 mg OD", false),
        ("NSAID", "Tab Clopitab A OD", true),
        ("Macrolide antibiotics", "Tab Azithral 500 mg OD", true),
        ("Ibuprofen tablets", "Tab Combiflam TDS", true),
        ("Cephalosporins", "Tab Zifi 200 mg BD", true),
        ("Peanuts", "Tab Augmentin 625 mg BD", false),
        ("Sulphates", "Tab Septran 480 mg BD", false),
    ] {
        let earlier = Earlier { id: "r1".into(), allergies: vec![allergy.into()], ..Earlier::default() };
        let context = Context { earlier: vec![earlier], ..Context::default() };
        let threats = said(&read(&["Rx", ordered]), &context, Danger::Allergy);
        assert_eq!(!threats.is_empty(), threatens, "{allergy}, {ordered}: {threats:?}");
    }
}
