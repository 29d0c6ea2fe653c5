//! Prescriptions.

use super::{
    Plan,
    names::{self, Land},
    paper::{self, Look, Paper},
    rng::Rng,
    truth::{TrueMedicine, Truth},
    values::{ALLERGENS, ILLNESSES, LONG, MEDICINES, OFTEN},
};
use crate::{
    check::What,
    sense::{Date, DateRole, DocumentKind},
};

const LOOKS: [Look; 8] = [
    Look { land: Land::India, head: 0, form: 1, words: 0, days: 0, size: 14.0 },
    Look { land: Land::India, head: 3, form: 0, words: 1, days: 1, size: 14.0 },
    Look { land: Land::India, head: 1, form: 4, words: 0, days: 6, size: 14.5 },
    Look { land: Land::Abroad, head: 4, form: 3, words: 2, days: 2, size: 13.5 },
    Look { land: Land::India, head: 2, form: 2, words: 1, days: 0, size: 13.5 },
    Look { land: Land::Abroad, head: 0, form: 5, words: 1, days: 3, size: 14.0 },
    // Held out.
    Look { land: Land::India, head: 3, form: 1, words: 3, days: 4, size: 14.0 },
    Look { land: Land::Abroad, head: 1, form: 4, words: 3, days: 5, size: 13.5 },
];

/// A medicine as it is printed.
pub(super) struct Order {
    pub(super) name: &'static str,
    pub(super) form: &'static str,
    pub(super) strength: &'static str,
    pub(super) often: &'static [&'static str],
    pub(super) long: &'static [&'static str],
    pub(super) truth: TrueMedicine,
}

/// Some medicines.
pub(super) fn orders(rng: &mut Rng, count: usize) -> Vec<Order> {
    let chosen = rng.some(&(0..MEDICINES.len()).collect::<Vec<_>>(), count);
    chosen.into_iter().map(|place| order(rng, place)).collect()
}

fn order(rng: &mut Rng, place: usize) -> Order {
    let (inn, printed, strengths, form) = MEDICINES[place];
    let (often, per_day) = rng.of(OFTEN);
    let (long, days) = rng.of(LONG);
    let strength = rng.of(strengths);
    let truth = TrueMedicine { inn: inn.into(), strength: strength.into(), per_day: Some(per_day), days: Some(days) };
    Order { name: rng.of(printed), form, strength, often, long, truth }
}

pub(super) fn make(rng: &mut Rng, layout: usize, plan: &Plan) -> (Paper, Truth) {
    let look = LOOKS[layout];
    let mut truth = paper::someone(rng, look, plan.today);
    truth.kind = DocumentKind::Prescription;
    truth.hospital = names::hospital(rng, look.land);
    truth.doctor = Some(names::person(rng, look.land));
    truth.registration = Some(paper::registration(rng, look.land));
    truth.defects =
        plan.defects(rng, &[What::Dates, What::Mark, What::Person, What::Hospital, What::Doctor, What::Twice]);
    let mut day = Date::from_number(plan.today.number() - 1 - rng.below(200) as i64).unwrap_or_default();
    let follow = day.plus(7 + rng.below(30) as i64).unwrap_or(day);
    if truth.defects.contains(&What::Dates) {
        // Written after the visit it asks for, or in days to come.
        day = if rng.chance(0.5) { follow.plus(40).unwrap_or(day) } else { plan.today.plus(200).unwrap_or(day) };
    }
    truth.dates = vec![(paper::issue_role(look.words), day)];
    let mut page = Paper::new(look);
    let in_head = look.head != 4;
    paper::head(&mut page, rng, look, &truth, if layout == 3 || layout == 5 { "PRESCRIPTION" } else { "" }, in_head);
    paper::form(&mut page, rng, look, &truth, None, !in_head);
    if rng.chance(0.7) {
        let illness = rng.of(ILLNESSES);
        truth.diagnoses = vec![(illness.0.into(), illness.1.into())];
        page.line(&format!("{}: {}", rng.of(&["Diagnosis", "Provisional Diagnosis", "Dx"]), illness.0));
    }
    if rng.chance(0.5) {
        if rng.chance(0.6) {
            let allergen = rng.of(ALLERGENS);
            truth.allergies = vec![allergen.into()];
            page.line(&format!("{}: {allergen}", rng.of(&["Allergies", "Drug Allergy", "Known Allergies"])));
        } else {
            page.line("Allergies: NKDA");
        }
    }
    let count = 2 + rng.below(4);
    let orders = orders(rng, count);
    truth.medicines = orders.iter().map(|order| order.truth.clone()).collect();
    page.down(0.3);
    draw(&mut page, layout, &orders, &mut truth);
    page.down(0.5);
    if rng.chance(0.6) {
        page.line(rng.of(&[
            "Advice: Plenty of fluids, rest",
            "Advice: Low salt diet, walk daily",
            "Instructions: Return if fever persists",
        ]));
    }
    if rng.chance(0.8) || truth.defects.contains(&What::Dates) {
        truth.dates.push((DateRole::FollowUp, follow));
        page.line(&format!(
            "{}: {}",
            paper::day_words(DateRole::FollowUp, look.words),
            names::printed(follow, look.days)
        ));
    }
    paper::sign(&mut page, rng, &truth, !in_head || look.head == 1, false);
    (page, truth)
}

fn draw(page: &mut Paper, layout: usize, orders: &[Order], truth: &mut Truth) {
    let line = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
    let numbered = orders.iter().enumerate().map(|(place, order)| (place + 1, order));
    match layout {
        0 => {
            page.heading("Rx");
            for (number, order) in numbered {
                page.line(&format!(
                    "{number}. {}. {} {} {} {} after food",
                    order.form, order.name, order.strength, order.often[0], order.long[1]
                ));
                page.down(0.2);
            }
        }
        1 => {
            page.heading("Rx");
            let mut rows = vec![line(&["S.No", "Medicine", "Dosage", "Frequency", "Duration"])];
            rows.extend(numbered.map(|(number, order)| {
                line(&[
                    &number.to_string(),
                    &format!("{} {}", order.form, order.name),
                    order.strength,
                    order.often[0],
                    order.long[0],
                ])
            }));
            paper::table(page, 0, &[50.0, 100.0, 350.0, 460.0, 600.0], &rows, &[]);
            truth.table = rows;
        }
        2 => {
            page.heading("Rx");
            for (number, order) in numbered {
                page.line(&format!(
                    "{number}) {} {} {}",
                    order.form.to_uppercase(),
                    order.name.to_uppercase(),
                    order.strength
                ));
                page.sheet.say(page.left + 24.0, page.y, page.size, &format!("{} {}", order.often[1], order.long[1]));
                page.down(1.25);
            }
        }
        3 => {
            page.heading("Medications");
            for order in orders {
                page.line(&format!(
                    "{} {} {}",
                    order.name,
                    order.strength,
                    if order.form == "Cap" { "capsule" } else { "tablet" }
                ));
                page.sheet.say(
                    page.left + 20.0,
                    page.y,
                    page.size,
                    &format!("Take 1 tablet by mouth {} {}", order.often[2], order.long[2]),
                );
                page.down(1.0);
                page.sheet.say(page.left + 20.0, page.y, page.size, "Dispense: 30   Refills: 1");
                page.down(1.35);
            }
        }
        4 => {
            page.heading("Rx");
            let mut rows = vec![line(&["Medicine Name", "Morning", "Noon", "Night", "Days"])];
            rows.extend(orders.iter().map(|order| {
                let parts: Vec<&str> = order.often[0].split('-').collect();
                let [morning, noon, night] = parts[..] else { return Vec::new() };
                line(&[
                    &format!("{} {} {}", order.form, order.name, order.strength),
                    morning,
                    noon,
                    night,
                    &order.truth.days.unwrap_or(1).to_string(),
                ])
            }));
            paper::table(page, 1, &[50.0, 360.0, 450.0, 540.0, 640.0], &rows, &[]);
            truth.table = rows;
        }
        5 => {
            page.heading("Rx");
            for order in orders {
                page.line(&format!(
                    "{}. {} {} - {} - {}",
                    order.form, order.name, order.strength, order.often[1], order.long[0]
                ));
                page.down(0.15);
            }
        }
        6 => {
            page.heading("Treatment Advised");
            for order in orders {
                page.line(&format!(
                    "• {} {} {}, {} {}",
                    order.form, order.name, order.strength, order.often[2], order.long[2]
                ));
            }
        }
        _ => {
            page.heading("Medication");
            let mut rows = vec![line(&["Drug", "Strength", "How often", "For how long"])];
            rows.extend(orders.iter().map(|order| line(&[order.name, order.strength, order.often[3], order.long[0]])));
            paper::table(page, 2, &[50.0, 280.0, 400.0, 580.0], &rows, &[]);
            truth.table = rows;
        }
    }
}
