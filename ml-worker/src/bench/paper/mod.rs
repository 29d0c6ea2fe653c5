//! What made documents have in common: the page, the words of its labels, the person, the signature.

mod head;
mod table;

pub(super) use head::{form, head};
pub(super) use table::table;

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
