//! What made documents have in common: head, form, signature.

use super::{
    names::{self, Land},
    rng::Rng,
    sheet::{Sheet, measure},
    truth::Truth,
};
use crate::{
    check::What,
    page::MarkKind,
    sense::{Date, DateRole},
};

/// A page that is being written, from top to bottom.
pub(super) struct Paper {
    /// The page.
    pub(super) sheet: Sheet,
    /// Where the next line begins.
    pub(super) y: f32,
    /// How big letters are.
    pub(super) size: f32,
    /// Left edge.
    pub(super) left: f32,
    /// Right edge.
    pub(super) right: f32,
}

/// How a document looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// Whose it is.
    pub(super) land: Land,
    /// The head, 0 to 4.
    pub(super) head: usize,
    /// The form with the patient's data, 0 to 5.
    pub(super) form: usize,
    /// Which words its labels use, 0 to 3.
    pub(super) words: usize,
    /// How days are printed.
    pub(super) days: usize,
    /// How big letters are.
    pub(super) size: f32,
}

/// Words of labels: patient, age and sex, born, number, doctor, referrer, registration.
const WORDS: [[&str; 9]; 4] = [
    ["Patient Name", "Age/Sex", "DOB", "UHID", "Consultant", "Ref. By", "Reg. No.", "Age", "Sex"],
    ["Name", "Age / Gender", "Date of Birth", "Patient ID", "Doctor", "Referred By", "Regn. No", "Age", "Gender"],
    ["Patient", "Age/Gender", "DOB", "MRN", "Provider", "Ordering Physician", "License No", "Age", "Sex"],
    [
        "Name of Patient",
        "Sex/Age",
        "D.O.B.",
        "Hospital No",
        "Attending Physician",
        "Requested By",
        "Registration No.",
        "Age (yrs)",
        "Gender",
    ],
];

/// Words for days, by the same sets.
pub(super) fn day_words(role: DateRole, words: usize) -> &'static str {
    match (role, words) {
        (DateRole::Collected, 0) => "Collected On",
        (DateRole::Collected, 1) => "Sample Collected",
        (DateRole::Collected, 2) => "Collected",
        (DateRole::Collected, _) => "Specimen Collected",
        (DateRole::Reported, 0) => "Reported On",
        (DateRole::Reported, 1) => "Report Date",
        (DateRole::Reported, 2) => "Reported",
        (DateRole::Reported, _) => "Date Reported",
        (DateRole::Admitted, 0) => "Date of Admission",
        (DateRole::Admitted, 1) => "Admitted On",
        (DateRole::Admitted, 2) => "Admission Date",
        (DateRole::Admitted, _) => "DOA",
        (DateRole::Discharged, 0) => "Date of Discharge",
        (DateRole::Discharged, 1) => "Discharged On",
        (DateRole::Discharged, 2) => "Discharge Date",
        (DateRole::Discharged, _) => "DOD",
        (DateRole::FollowUp, 0) => "Next Visit",
        (DateRole::FollowUp, 1) => "Review on",
        (DateRole::FollowUp, 2) => "Follow-up",
        (DateRole::FollowUp, _) => "Next Appointment",
        (DateRole::Until, _) => "Valid Until",
        (_, 0) => "Date",
        (_, 1) => "Dated",
        (_, 2) => "Visit Date",
        (_, _) => "Date of Issue",
    }
}

/// Words that print the day of an issue: some say visit.
pub(super) fn issue_role(words: usize) -> DateRole {
    if words == 2 { DateRole::Visit } else { DateRole::Issued }
}

impl Paper {
    /// An empty page.
    pub(super) fn new(look: Look) -> Self {
        Self { sheet: Sheet::new(), y: 36.0, size: look.size, left: 50.0, right: 744.0 }
    }

    /// Goes down by so many lines.
    pub(super) fn down(&mut self, lines: f32) {
        self.y += lines * self.size * 1.55;
    }

    /// A line of text.
    pub(super) fn line(&mut self, text: &str) {
        self.sheet.say(self.left, self.y, self.size, text);
        self.down(1.0);
    }

    /// A heading.
    pub(super) fn heading(&mut self, text: &str) {
        self.down(0.35);
        self.sheet.bold(self.left, self.y, self.size * 1.05, text);
        self.down(1.1);
    }

    /// A text over as many lines as it takes.
    pub(super) fn prose(&mut self, text: &str) {
        let mut line = String::new();
        for word in text.split(' ') {
            if measure(&format!("{line} {word}"), self.size, false) > self.right - self.left {
                let done = std::mem::take(&mut line);
                self.line(&done);
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.line(&line);
    }

    /// A level line over the page.
    pub(super) fn rule(&mut self) {
        self.sheet.rule(self.left, self.y, self.right, self.y + 1.0);
        self.down(0.5);
    }
}

/// Draws hospital, doctor and title.
pub(super) fn head(paper: &mut Paper, rng: &mut Rng, look: Look, truth: &Truth, title: &str, degrees: bool) {
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
pub(super) fn form(
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

/// Signs, unless it was left out on purpose.
pub(super) fn sign(paper: &mut Paper, rng: &mut Rng, truth: &Truth, name: bool, stamp: bool) {
    paper.y = paper.y.clamp(700.0, 1010.0);
    let signed = !truth.defects.contains(&What::Mark);
    let x = paper.right - 190.0;
    if signed {
        paper.sheet.mark(MarkKind::Signature, x + 10.0, paper.y - 36.0, 120.0, 34.0);
        if stamp || rng.chance(0.4) {
            paper.sheet.mark(MarkKind::Stamp, paper.left + 40.0, paper.y - 60.0, 120.0, 80.0);
        }
    }
    if let Some(doctor) = truth.doctor.as_ref().filter(|_| name) {
        paper.sheet.say(x, paper.y, paper.size, &format!("Dr. {doctor}"));
        if let Some(number) = &truth.registration {
            paper.sheet.say(x, paper.y + paper.size * 1.5, paper.size * 0.9, &format!("Reg. No. {number}"));
        }
    } else {
        paper.sheet.say(x, paper.y, paper.size, "Authorised Signatory");
    }
}

/// A table: rows of cells, the first is the head. `starts` are left edges; a column whose start is negative ends there.
pub(super) fn table(
    paper: &mut Paper,
    style: usize,
    starts: &[f32],
    rows: &[Vec<String>],
    headings: &[(usize, String)],
) {
    let step = paper.size * 1.75;
    let (top, size) = (paper.y, paper.size);
    let mut ys = vec![top];
    let mut y = top;
    let lefts: Vec<f32> = starts.iter().map(|start| start.abs()).collect();
    for (place, row) in rows.iter().enumerate() {
        if let Some((_, heading)) = headings.iter().find(|(before, _)| *before == place) {
            paper.sheet.bold(lefts[0] + 5.0, y + size * 0.35, size, heading);
            y += step;
            ys.push(y);
        }
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let y = y + size * 0.35;
            if starts[column] < 0.0 {
                paper.sheet.say_right(-starts[column] - 6.0, y, size, cell);
            } else if place == 0 {
                paper.sheet.bold(lefts[column] + 5.0, y, size, cell);
            } else {
                paper.sheet.say(lefts[column] + 5.0, y, size, cell);
            }
        }
        y += step;
        ys.push(y);
    }
    match style {
        // All lines.
        0 => {
            let mut xs: Vec<f32> = Vec::new();
            for (column, start) in starts.iter().enumerate() {
                // A column that ends at a place begins where the one before it ends.
                let from =
                    if *start < 0.0 { if column == 0 { paper.left } else { edge(starts, column) } } else { *start };
                xs.push(from);
            }
            xs.push(paper.right.max(starts.iter().map(|start| start.abs()).fold(0.0, f32::max)));
            paper.sheet.grid(&xs, &ys);
        }
        // Level lines above and below the head and at the end.
        1 => {
            for y in [top, top + step, y] {
                paper.sheet.rule(paper.left, y, paper.right, y + 1.0);
            }
        }
        _ => {}
    }
    paper.y = y + size * 0.6;
}

/// Where a column that is flush right begins: where the one before it ends, else so far before its own end.
fn edge(starts: &[f32], column: usize) -> f32 {
    let before = starts[column - 1];
    if before < 0.0 { -before } else { -starts[column] - 90.0 }
}

/// Person, age, day of birth, number.
pub(super) fn someone(rng: &mut Rng, look: Look, today: Date) -> Truth {
    let born = names::day(rng, 1942, 2005);
    let age = u16::try_from(today.years_since(born)).unwrap_or(40);
    let prints_birth = look.words >= 2 || rng.chance(0.15);
    Truth {
        patient: names::person(rng, look.land),
        born: prints_birth.then_some(born),
        age: (look.words != 2 || rng.chance(0.5)).then_some(age),
        sex: if rng.chance(0.5) { "female" } else { "male" },
        number: rng.chance(0.8).then(|| format!("{}{}", rng.of(&["AP", "UH", "MR", "P"]), 10_000 + rng.below(89_999))),
        ..Truth::default()
    }
}

/// A doctor's number.
pub(super) fn registration(rng: &mut Rng, land: Land) -> String {
    match land {
        Land::India => format!("{} {}", rng.of(&["KMC", "MMC", "TNMC", "DMC"]), 20_000 + rng.below(79_999)),
        Land::Abroad => format!("{}", 1_000_000 + rng.below(8_999_999)),
    }
}
