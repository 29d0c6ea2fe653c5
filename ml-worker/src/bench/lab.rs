//! Laboratory reports.

use super::{
    Plan,
    names::{self, Land},
    paper::{self, Look, Paper},
    rng::Rng,
    truth::{TrueResult, Truth},
    values::{self, PANELS, Printed},
};
use crate::{
    check::What,
    sense::{Date, DateRole, DocumentKind},
};

const LOOKS: [Look; 8] = [
    Look { land: Land::India, head: 0, form: 0, words: 0, days: 0, size: 13.0 },
    Look { land: Land::India, head: 1, form: 1, words: 1, days: 1, size: 13.5 },
    Look { land: Land::India, head: 2, form: 2, words: 0, days: 6, size: 13.0 },
    Look { land: Land::Abroad, head: 1, form: 3, words: 2, days: 2, size: 13.0 },
    Look { land: Land::Abroad, head: 4, form: 4, words: 1, days: 3, size: 14.0 },
    Look { land: Land::India, head: 0, form: 5, words: 1, days: 4, size: 12.5 },
    // Held out.
    Look { land: Land::Abroad, head: 3, form: 0, words: 3, days: 5, size: 13.0 },
    Look { land: Land::India, head: 4, form: 5, words: 3, days: 6, size: 13.5 },
];

pub(super) fn make(rng: &mut Rng, layout: usize, plan: &Plan) -> (Paper, Truth) {
    let look = LOOKS[layout];
    let today = plan.today;
    let mut truth = paper::someone(rng, look, today);
    truth.kind = DocumentKind::LabReport;
    truth.hospital = names::lab(rng, look.land);
    truth.doctor = Some(names::person(rng, look.land));
    truth.registration = rng.chance(0.5).then(|| paper::registration(rng, look.land));
    truth.defects = plan
        .defects(rng, &[What::Dates, What::Mark, What::Limits, What::Flags, What::Person, What::Hospital, What::Twice]);
    let collected = Date::from_number(today.number() - 1 - rng.below(300) as i64).unwrap_or_default();
    let mut reported = collected.plus(rng.below(3) as i64).unwrap_or(collected);
    if truth.defects.contains(&What::Dates) {
        reported = collected.plus(-(3 + rng.below(20) as i64)).unwrap_or(collected);
    }
    truth.dates = vec![(DateRole::Collected, collected), (DateRole::Reported, reported)];
    let mut page = Paper::new(look);
    let title = rng.of(&["LABORATORY REPORT", "TEST REPORT", "PATHOLOGY REPORT", ""]);
    paper::head(&mut page, rng, look, &truth, title, false);
    let referrer = rng.chance(0.7).then(|| names::person(rng, look.land));
    paper::form(&mut page, rng, look, &truth, referrer.as_deref(), false);
    page.down(0.4);
    let mut rows: Vec<(Option<&'static str>, Printed)> = Vec::new();
    let panels = 1 + rng.below(3);
    for panel in rng.some(&(0..PANELS.len()).collect::<Vec<_>>(), panels) {
        let panel = &PANELS[panel];
        let count = panel.tests.len() - rng.below(panel.tests.len() / 3 + 1);
        for (place, test) in rng.some(&(0..panel.tests.len()).collect::<Vec<_>>(), count).into_iter().enumerate() {
            rows.push(((place == 0).then_some(panel.heading), values::value(rng, &panel.tests[test])));
        }
    }
    rows.truncate(17);
    if truth.defects.contains(&What::Limits) {
        // A point that was lost makes the hundredfold.
        let row = rng.below(rows.len());
        let printed = &mut rows[row].1;
        let number: f64 = printed.value.replace(',', "").parse().unwrap_or(1.0);
        printed.value = format!("{:.0}", number.max(printed.high) * 1000.0 + 1.0);
    }
    let form = rng.below(4);
    let with_flags = matches!(layout, 0 | 2 | 3 | 6);
    let mut flags: Vec<&'static str> = rows.iter().map(|(_, printed)| printed.flag()).collect();
    if truth.defects.contains(&What::Flags) {
        if with_flags {
            let row = rng.below(rows.len());
            flags[row] = if flags[row] == "H" { "L" } else { "H" };
        } else {
            truth.defects.retain(|defect| *defect != What::Flags);
        }
    }
    truth.results = rows.iter().map(|(_, printed)| result(printed, form)).collect();
    draw(&mut page, layout, &rows, &flags, form, &mut truth);
    let note = rng.of(&[
        "*** End of Report ***",
        "Results relate only to the sample received.",
        "Please correlate clinically.",
    ]);
    page.down(0.6);
    page.line(note);
    if rng.chance(0.2) && !truth.defects.contains(&What::Mark) {
        page.line("This is a computer generated report and does not require signature.");
    }
    paper::sign(&mut page, rng, &truth, true, false);
    (page, truth)
}

fn result(printed: &Printed, form: usize) -> TrueResult {
    let (low, high) = printed.ends(form);
    TrueResult {
        loinc: printed.loinc.into(),
        value: printed.value.replace(',', ""),
        unit: printed.ucum.into(),
        low,
        high,
    }
}

fn draw(
    page: &mut Paper,
    layout: usize,
    rows: &[(Option<&'static str>, Printed)],
    flags: &[&'static str],
    form: usize,
    truth: &mut Truth,
) {
    let line = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
    let (style, starts, head): (usize, &[f32], Vec<String>) = match layout {
        0 => {
            (0, &[50.0, 330.0, 430.0, 500.0, 600.0], line(&["Test Name", "Result", "Flag", "Unit", "Reference Range"]))
        }
        1 => {
            (1, &[50.0, 320.0, 440.0, 570.0], line(&["Investigation", "Observed Value", "Units", "Bio. Ref. Interval"]))
        }
        2 => (
            2,
            &[50.0, 330.0, 430.0, 490.0, 610.0],
            line(&["Test Description", "Result", "Flag", "Units", "Normal Range"]),
        ),
        3 => (1, &[50.0, 320.0, 480.0, 650.0], line(&["Component", "Your Value", "Standard Range", "Flag"])),
        4 => (2, &[50.0, 340.0, 500.0], line(&["Test", "Result", "Reference Range"])),
        5 => (
            0,
            &[50.0, 310.0, -480.0, 480.0, 590.0],
            line(&["Parameter", "Value", "", "Unit", "Biological Reference Interval"]),
        ),
        6 => (
            1,
            &[50.0, 290.0, 440.0, 540.0, 640.0],
            line(&["Analyte", "Reference Limits", "Units", "Result", "Abnormal"]),
        ),
        _ => (3, &[], Vec::new()),
    };
    if layout == 7 {
        // No table: a line for each, with leaders.
        for (heading, printed) in rows {
            if let Some(heading) = heading {
                page.heading(heading);
            }
            let text = format!("{} : {} {}   ({})", printed.name, printed.value, printed.unit, printed.range(0));
            page.line(&text);
        }
        truth.results = rows.iter().map(|(_, printed)| result(printed, 0)).collect();
        return;
    }
    let mut all = vec![head];
    let mut headings = Vec::new();
    for ((heading, printed), flag) in rows.iter().zip(flags) {
        if let Some(heading) = heading {
            headings.push((all.len(), (*heading).to_owned()));
        }
        let range = printed.range(form);
        all.push(match layout {
            0 | 2 => line(&[printed.name, &printed.value, flag, printed.unit, &range]),
            1 => line(&[printed.name, &printed.value, printed.unit, &range]),
            3 => line(&[
                printed.name,
                &format!("{} {}", printed.value, printed.unit),
                &format!("{range} {}", printed.unit),
                flag,
            ]),
            4 => line(&[printed.name, &format!("{} {}", printed.value, printed.unit), &range]),
            5 => line(&[printed.name, "", &printed.value, printed.unit, &range]),
            _ => line(&[printed.name, &range, printed.unit, &printed.value, flag]),
        });
    }
    if layout == 5 {
        // The value is flush right under its name.
        let (head, body): (Vec<_>, Vec<_>) = (all.remove(0), all);
        let four =
            |row: &[String], value: usize| vec![row[0].clone(), row[value].clone(), row[3].clone(), row[4].clone()];
        all = vec![four(&head, 1)];
        all.extend(body.iter().map(|row| four(row, 2)));
        paper::table(page, 0, &[50.0, -470.0, 480.0, 590.0], &all, &headings);
    } else {
        paper::table(page, style, starts, &all, &headings);
    }
    truth.table = all;
}
