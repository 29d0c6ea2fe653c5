//! What speaks for and against a document: each check passes, doubts or fails, and says why in a sentence.

mod dates;
mod limits;
mod marks;
mod pages;
mod people;
pub mod print;
mod sums;
mod twice;

use crate::{
    page::Document,
    sense::{Context, Sense, Source},
};

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing speaks against it.
    Pass,
    /// Somebody should look.
    Doubt,
    /// It cannot be right.
    Fail,
}

/// What was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// All of its pages were read.
    Pages,
    /// Days can be, and follow each other.
    Dates,
    /// It is about the person whose record it is.
    Person,
    /// The hospital is in the directory.
    Hospital,
    /// The doctor is in the directory.
    Doctor,
    /// It is stamped or signed where its kind asks for it.
    Mark,
    /// Values can be.
    Limits,
    /// What is flagged is out of range, and the other way round.
    Flags,
    /// The bill adds up.
    Sums,
    /// It is not there already.
    Twice,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Pages,
        Self::Dates,
        Self::Person,
        Self::Hospital,
        Self::Doctor,
        Self::Mark,
        Self::Limits,
        Self::Flags,
        Self::Sums,
        Self::Twice,
    ];

    /// Its name in the findings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::Dates => "dates",
            Self::Person => "person",
            Self::Hospital => "hospital",
            Self::Doctor => "doctor",
            Self::Mark => "mark",
            Self::Limits => "limits",
            Self::Flags => "flags",
            Self::Sums => "sums",
            Self::Twice => "twice",
        }
    }
}

impl Verdict {
    /// Its name in the findings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Doubt => "doubt",
            Self::Fail => "fail",
        }
    }
}

/// One check.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What was checked.
    pub what: What,
    /// How it ended.
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub says: String,
    /// What was looked at.
    pub at: Vec<Source>,
}

impl Check {
    fn new(what: What, verdict: Verdict, says: impl Into<String>, at: Vec<Source>) -> Self {
        Self { what, verdict, says: says.into(), at }
    }
}

/// Runs all checks that can be run on a document of its kind.
pub fn check(document: &Document, sense: &Sense, context: &Context) -> Vec<Check> {
    let mut checks = pages::check(document);
    checks.extend(dates::check(sense, context));
    checks.extend(people::person(sense, context));
    checks.extend(people::hospital(sense, context));
    checks.extend(people::doctor(sense, context));
    checks.extend(marks::check(document, sense));
    checks.extend(limits::limits(sense));
    checks.extend(limits::flags(sense));
    checks.extend(sums::check(sense));
    checks.extend(twice::check(sense, context));
    checks
}

/// The worst verdict about something; nothing where it was not checked.
pub fn worst(checks: &[Check], what: What) -> Option<Verdict> {
    checks.iter().filter(|check| check.what == what).map(|check| check.verdict).max()
}

/// Below this a contradiction is more likely a misread word than an error of the document.
const READ_WELL: f32 = 0.8;

/// A contradiction between these fields: it fails where they were read well, else it is a doubt.
fn contradiction(sure: impl IntoIterator<Item = f32>) -> Verdict {
    if sure.into_iter().all(|sure| sure >= READ_WELL) { Verdict::Fail } else { Verdict::Doubt }
}

#[cfg(test)]
mod tests;
