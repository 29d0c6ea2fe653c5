//! The head of a made document, and the form with the patient's data below it, in the ways hospitals lay them out.

use super::{
    super::{
        names::{self, Land},
        rng::Rng,
        sheet::measure,
        truth::Truth,
    },
    Look, Paper, WORDS, day_words,
};
use crate::sense::DateRole;

/// Draws hospital, doctor and title.
pub(in crate::bench) fn head(paper: &mut Paper, rng: &mut Rng, look: Look, truth: &Truth, title: &str, degrees: bool) {
    let (town, phone) = (names::town(rng, look.land), names::phone(rng, look.land));
    let size = paper.size;
    let doctor = truth.doctor.as_ref().filter(|_| degrees);
    let doctor_line = doctor.map(|name| {
        let degree = rng.of(&["MBBS, MD", "MBBS, MD (General Medicine)", "MD", "MBBS, DNB"]);
        format!("Dr. {name}, {degree}")
    });
    let number =
        truth.registration.as_ref().filter(|_| degrees).map(|number| format!("{} {number}", WORDS[look.words][6]));
    match look.head {
        0 => {
            paper.sheet.middle(paper.y, size * 1.8, true, &truth.hospital);
            paper.down(1.8);
            paper.sheet.middle(paper.y, size * 0.9, false, &format!("{town}  Ph: {phone}"));
            paper.down(1.2);
            for text in [doctor_line, number].into_iter().flatten() {
                paper.sheet.middle(paper.y, size, false, &text);
                paper.down(1.0);
            }
            paper.rule();
        }
        1 => {
            paper.sheet.bold(paper.left, paper.y, size * 1.6, &truth.hospital);
            paper.sheet.say_right(paper.right, paper.y, size * 0.9, &town);
            paper.sheet.say_right(paper.right, paper.y + size * 1.3, size * 0.9, &format!("Tel: {phone}"));
            paper.down(2.2);
            for text in [doctor_line, number].into_iter().flatten() {
                paper.line(&text);
            }
            paper.rule();
        }
        2 => {
            let top = paper.y - 6.0;
            paper.sheet.middle(paper.y, size * 1.5, true, &truth.hospital.to_uppercase());
            paper.down(1.5);
            paper.sheet.middle(paper.y, size * 0.85, false, &town);
            paper.down(1.1);
            paper.sheet.grid(&[paper.left, paper.right], &[top, paper.y]);
            paper.down(0.5);
            for text in [doctor_line, number].into_iter().flatten() {
                paper.line(&text);
            }
        }
        3 => {
            // The doctor to the left, the clinic to the right.
            let y = paper.y;
            if let Some(text) = doctor_line {
                paper.sheet.bold(paper.left, y, size * 1.2, &text);
            }
            if let Some(text) = number {
                paper.sheet.say(paper.left, y + size * 1.7, size, &text);
            }
            paper.sheet.say_right(paper.right, y, size * 1.4, &truth.hospital);
            paper.sheet.say_right(paper.right, y + size * 1.9, size * 0.85, &town);
            paper.sheet.say_right(paper.right, y + size * 3.1, size * 0.85, &phone);
            paper.down(3.0);
            paper.rule();
        }
        _ => {
            paper.sheet.say(paper.left, paper.y, size * 1.5, &truth.hospital);
            paper.down(1.6);
            paper.sheet.say(paper.left, paper.y, size * 0.8, &town);
            paper.down(0.9);
            paper.sheet.say(paper.left, paper.y, size * 0.8, &format!("Phone {phone}"));
            paper.down(1.3);
            for text in [doctor_line, number].into_iter().flatten() {
                paper.line(&text);
            }
        }
    }
    if !title.is_empty() {
        paper.sheet.middle(paper.y, size * 1.25, true, title);
        paper.down(1.7);
    }
}

/// Draws the form with the patient's data and days.
pub(in crate::bench) fn form(
    paper: &mut Paper,
    rng: &mut Rng,
    look: Look,
    truth: &Truth,
    referrer: Option<&str>,
    named_doctor: bool,
) {
    let words = WORDS[look.words];
    let sex = match (truth.sex, rng.chance(0.5)) {
        ("female", true) => "Female",
        ("female", false) => "F",
        (_, true) => "Male",
        (_, false) => "M",
    };
    let title = match (look.land, truth.sex) {
        (Land::India, "female") => rng.of(&["Mrs. ", "Ms. ", "Smt. ", ""]),
        (Land::India, _) => rng.of(&["Mr. ", "", "Shri "]),
        _ => "",
    };
    let mut pairs: Vec<(String, String)> = vec![(words[0].into(), format!("{title}{}", truth.patient))];
    if let Some(age) = truth.age {
        match look.words {
            3 => pairs.push((words[1].into(), format!("{sex} / {age} Y"))),
            2 => {
                pairs.push((words[7].into(), age.to_string()));
                pairs.push((words[8].into(), sex.into()));
            }
            _ => pairs.push((words[1].into(), format!("{age} {} / {sex}", rng.of(&["Y", "Yrs", "Years"])))),
        }
    } else {
        pairs.push((words[8].into(), sex.into()));
    }
    if let Some(born) = truth.born {
        pairs.push((words[2].into(), names::printed(born, look.days)));
    }
    if let Some(number) = &truth.number {
        pairs.push((words[3].into(), number.clone()));
    }
    if let Some(doctor) = truth.doctor.as_ref().filter(|_| named_doctor) {
        pairs.push((words[4].into(), format!("Dr. {doctor}")));
    }
    if let Some(referrer) = referrer {
        pairs.push((words[5].into(), format!("Dr. {referrer}")));
    }
    for (role, day) in truth.dates.iter().filter(|(role, _)| !matches!(role, DateRole::FollowUp)) {
        let clock = if matches!(role, DateRole::Collected | DateRole::Reported) && rng.chance(0.5) {
            format!(" {:02}:{:02}", 7 + rng.below(12), rng.below(60))
        } else {
            String::new()
        };
        pairs.push((day_words(*role, look.words).into(), format!("{}{clock}", names::printed(*day, look.days))));
    }
    let (size, middle) = (paper.size, (paper.left + paper.right) / 2.0 + 20.0);
    match look.form {
        0 => {
            for two in pairs.chunks(2) {
                for ((label, value), x) in two.iter().zip([paper.left, middle]) {
                    paper.sheet.say(x, paper.y, size, label);
                    paper.sheet.say(x + 125.0, paper.y, size, &format!(": {value}"));
                }
                paper.down(1.1);
            }
            paper.rule();
        }
        1 => {
            let mut line = String::new();
            for (label, value) in &pairs {
                let next = format!("{label}: {value}");
                if !line.is_empty() && measure(&format!("{line}     {next}"), size, false) > paper.right - paper.left {
                    let done = std::mem::take(&mut line);
                    paper.line(&done);
                }
                if !line.is_empty() {
                    line.push_str("      ");
                }
                line.push_str(&next);
            }
            paper.line(&line);
            paper.down(0.4);
        }
        2 => {
            // A drawn form: labels in one cell, values in the next, no colons.
            let xs = [paper.left, paper.left + 130.0, middle - 20.0, middle + 110.0, paper.right];
            let rows = pairs.len().div_ceil(2);
            let step = size * 1.9;
            let ys: Vec<f32> = (0..=rows).map(|row| paper.y + step * row as f32).collect();
            paper.sheet.grid(&xs, &ys);
            for (place, (label, value)) in pairs.iter().enumerate() {
                let y = ys[place / 2] + size * 0.4;
                paper.sheet.bold(xs[place % 2 * 2] + 6.0, y, size * 0.95, label);
                paper.sheet.say(xs[place % 2 * 2 + 1] + 6.0, y, size * 0.95, value);
            }
            paper.y = ys[rows] + size;
        }
        3 => {
            // Labels small above their values.
            for row in pairs.chunks(3) {
                for ((label, value), x) in row.iter().zip([paper.left, paper.left + 240.0, paper.left + 480.0]) {
                    paper.sheet.say(x, paper.y, size * 0.8, &label.to_uppercase());
                    paper.sheet.say(x, paper.y + size * 1.1, size, value);
                }
                paper.down(1.9);
            }
        }
        4 => {
            for (label, value) in &pairs {
                paper.line(&format!("{label}: {value}"));
            }
            paper.down(0.3);
        }
        _ => {
            // A frame with two columns of labels and values, a dash for a colon in some.
            let top = paper.y - 5.0;
            for two in pairs.chunks(2) {
                for ((label, value), x) in two.iter().zip([paper.left + 8.0, middle]) {
                    paper.sheet.say(x, paper.y, size, &format!("{label} :"));
                    paper.sheet.say(x + 135.0, paper.y, size, value);
                }
                paper.down(1.1);
            }
            paper.sheet.grid(&[paper.left, paper.right], &[top, paper.y]);
            paper.down(0.7);
        }
    }
}
