//! Discharge summaries.

use super::{
    Plan,
    names::{self, Land},
    paper::{self, Look, Paper},
    prescription::{Order, orders},
    rng::Rng,
    truth::{TrueResult, Truth},
    values::{ALLERGENS, ILLNESSES, PANELS, value},
};
use crate::{
    check::What,
    sense::{Date, DateRole, DocumentKind},
};

const LOOKS: [Look; 8] = [
    Look { land: Land::India, head: 0, form: 0, words: 0, days: 0, size: 13.0 },
    Look { land: Land::India, head: 2, form: 2, words: 1, days: 1, size: 13.0 },
    Look { land: Land::Abroad, head: 1, form: 3, words: 2, days: 2, size: 13.0 },
    Look { land: Land::India, head: 1, form: 5, words: 0, days: 6, size: 13.0 },
    Look { land: Land::Abroad, head: 4, form: 4, words: 1, days: 3, size: 13.0 },
    Look { land: Land::India, head: 0, form: 1, words: 1, days: 4, size: 13.5 },
    // Held out.
    Look { land: Land::India, head: 2, form: 0, words: 3, days: 5, size: 13.0 },
    Look { land: Land::Abroad, head: 3, form: 5, words: 3, days: 5, size: 13.0 },
];

/// Headings: diagnosis, history, course, investigations, medicines, condition, allergies.
const HEADINGS: [[&str; 7]; 4] = [
    [
        "FINAL DIAGNOSIS",
        "CHIEF COMPLAINTS",
        "COURSE IN HOSPITAL",
        "INVESTIGATIONS",
        "DISCHARGE MEDICATIONS",
        "CONDITION AT DISCHARGE",
        "ALLERGIES",
    ],
    [
        "Diagnosis:",
        "History of Present Illness:",
        "Hospital Course:",
        "Lab Investigations:",
        "Advice on Discharge:",
        "Condition on Discharge:",
        "Known Allergies:",
    ],
    [
        "Discharge Diagnosis",
        "Reason for Admission",
        "Brief Hospital Course",
        "Pertinent Results",
        "Medications on Discharge",
        "Discharge Condition",
        "Allergies",
    ],
    [
        "PRINCIPAL DIAGNOSIS",
        "PRESENTING COMPLAINT",
        "SUMMARY OF STAY",
        "KEY INVESTIGATIONS",
        "TAKE HOME MEDICATIONS",
        "CONDITION ON DISCHARGE",
        "ALLERGY HISTORY",
    ],
];

const STORIES: &[&str] = &[
    "Patient presented with fever and vomiting for 4 days. There was no history of loss of consciousness.",
    "The patient came with breathlessness and cough of 1 week duration, worse at night.",
    "Presented to the emergency with severe pain in the abdomen since 2 days.",
];
const COURSES: &[&str] = &[
    "Patient was admitted and treated with IV fluids, Inj Ceftriaxone 1 g IV twice daily and supportive care. The condition improved gradually and oral feeds were started on day 2.",
    "Treated conservatively with antibiotics and nebulisation. Oxygen was weaned off by the third day. Vitals remained stable throughout.",
    "Underwent the procedure under general anaesthesia. Post operative period was uneventful and the patient was mobilised early.",
];

pub(super) fn make(rng: &mut Rng, layout: usize, plan: &Plan) -> (Paper, Truth) {
    let look = LOOKS[layout];
    let mut truth = paper::someone(rng, look, plan.today);
    truth.kind = DocumentKind::DischargeSummary;
    truth.hospital = names::hospital(rng, look.land);
    truth.doctor = Some(names::person(rng, look.land));
    truth.defects = plan.defects(rng, &[What::Dates, What::Mark, What::Person, What::Hospital, What::Twice]);
    let admitted = Date::from_number(plan.today.number() - 20 - rng.below(300) as i64).unwrap_or_default();
    let stay = 1 + rng.below(10) as i64;
    let discharged =
        admitted.plus(if truth.defects.contains(&What::Dates) { -stay - 2 } else { stay }).unwrap_or(admitted);
    let follow = admitted.plus(stay + 7 + rng.below(14) as i64).unwrap_or(admitted);
    truth.dates = vec![(DateRole::Admitted, admitted), (DateRole::Discharged, discharged)];
    let mut page = Paper::new(look);
    paper::head(&mut page, rng, look, &truth, "DISCHARGE SUMMARY", false);
    paper::form(&mut page, rng, look, &truth, None, true);
    let headings = HEADINGS[match layout {
        0 | 3 => 0,
        1 | 4 | 5 => 1,
        2 => 2,
        _ => 3,
    }];
    let illnesses = 1 + rng.below(3);
    let illnesses = rng.some(ILLNESSES, illnesses);
    page.heading(headings[0]);
    if layout == 4 || layout == 7 {
        page.line(&illnesses.iter().map(|(text, _)| *text).collect::<Vec<_>>().join(", "));
    } else {
        for (place, (text, code)) in illnesses.iter().enumerate() {
            let code = if layout == 2 { format!(" ({code})") } else { String::new() };
            page.line(&format!("{}. {text}{code}", place + 1));
        }
    }
    truth.diagnoses = illnesses.iter().map(|(text, code)| ((*text).to_owned(), (*code).to_owned())).collect();
    if rng.chance(0.6) {
        let allergen = rng.of(ALLERGENS);
        if layout == 1 || layout == 4 || layout == 5 {
            page.line(&format!("{} {allergen}", headings[6]));
        } else {
            page.heading(headings[6]);
            page.line(allergen);
        }
        truth.allergies = vec![allergen.into()];
    }
    page.heading(headings[1]);
    page.prose(rng.of(STORIES));
    page.heading(headings[2]);
    page.prose(rng.of(COURSES));
    page.heading(headings[3]);
    let panel = &PANELS[rng.below(PANELS.len())];
    let tests = rng.some(&(0..panel.tests.len()).collect::<Vec<_>>(), 3);
    let values: Vec<_> = tests.into_iter().map(|test| value(rng, &panel.tests[test])).collect();
    truth.results = values
        .iter()
        .map(|printed| TrueResult {
            loinc: printed.loinc.into(),
            value: printed.value.replace(',', ""),
            unit: printed.ucum.into(),
            low: None,
            high: None,
        })
        .collect();
    let mark = if layout.is_multiple_of(2) { ": " } else { " " };
    page.prose(
        &values
            .iter()
            .map(|printed| format!("{}{mark}{} {}", printed.name, printed.value, printed.unit))
            .collect::<Vec<_>>()
            .join(", "),
    );
    page.heading(headings[4]);
    let count = 2 + rng.below(3);
    let orders = orders(rng, count);
    truth.medicines = orders.iter().map(|order| order.truth.clone()).collect();
    ordered(&mut page, layout, &orders, &mut truth);
    page.heading(headings[5]);
    page.line("Stable, afebrile, taking orally.");
    truth.dates.push((DateRole::FollowUp, follow));
    page.line(&format!("{}: {}", paper::day_words(DateRole::FollowUp, look.words), names::printed(follow, look.days)));
    page.down(1.0);
    paper::sign(&mut page, rng, &truth, true, true);
    (page, truth)
}

fn ordered(page: &mut Paper, layout: usize, orders: &[Order], truth: &mut Truth) {
    match layout {
        0 | 4 | 5 => {
            for (place, order) in orders.iter().enumerate() {
                page.line(&format!(
                    "{}. {}. {} {} {} {}",
                    place + 1,
                    order.form,
                    order.name,
                    order.strength,
                    order.often[layout % 2],
                    order.long[1]
                ));
            }
        }
        1 | 3 | 7 => {
            let head: Vec<String> =
                ["Medicine", "Dose", "Frequency", "Duration"].iter().map(|text| (*text).to_owned()).collect();
            let mut rows = vec![head];
            rows.extend(orders.iter().map(|order| {
                vec![
                    format!("{} {}", order.form, order.name),
                    order.strength.into(),
                    order.often[0].into(),
                    order.long[0].into(),
                ]
            }));
            paper::table(page, if layout == 1 { 0 } else { 2 }, &[50.0, 300.0, 430.0, 580.0], &rows, &[]);
            truth.table = rows;
        }
        _ => {
            for order in orders {
                page.line(&format!("- {} {} {} {}", order.name, order.strength, order.often[2], order.long[2]));
            }
        }
    }
}
