//! What is known before a document is read: whose record it is, the directory, and what the person already has.

use super::{date::Date, vocabulary::Medicines};
use crate::check::print::Print;

/// What is known before the document is read.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The day it is read.
    pub today: Date,
    /// Whose record it is.
    pub person: Option<Person>,
    /// Hospitals of the directory.
    pub hospitals: Vec<String>,
    /// Doctors of the directory.
    pub doctors: Vec<Listed>,
    /// Records the same person has.
    pub earlier: Vec<Earlier>,
    /// More medicine names than the committed list knows.
    pub medicines: Option<Medicines>,
}

/// Whose record it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Person {
    /// The whole name.
    pub name: String,
    /// The day of birth.
    pub born: Option<Date>,
}

/// A doctor of the directory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// The whole name.
    pub name: String,
    /// The number under which the doctor may practise.
    pub registration: Option<String>,
}

/// A record the same person has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Earlier {
    /// How the record is called.
    pub id: String,
    /// When it was written.
    pub day: Option<Date>,
    /// What its text looks like.
    pub print: Option<Print>,
    /// What was measured then.
    pub values: Vec<Known>,
    /// What was taken then.
    pub medicines: Vec<Taken>,
    /// What the person does not bear.
    pub allergies: Vec<String>,
    /// When somebody wanted to see the person again.
    pub follow_up: Option<Date>,
}

/// A medicine of an earlier record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    /// INN name.
    pub inn: String,
    /// For how many days, where it was said.
    pub days: Option<u16>,
    /// Whether it was put on skin, eye or ear, and hardly went further.
    pub topical: bool,
}

/// A value of an earlier record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// LOINC code.
    pub loinc: String,
    /// The number.
    pub value: f64,
    /// UCUM unit.
    pub unit: String,
    /// When.
    pub day: Date,
}
