//! What a document means: its kind, who it is about, what was measured, prescribed, found and charged.
//!
//! Nothing here invents: every value is a [`Field`], which keeps the words it was read from and the place where they
//! stand. How sure a field is, is how sure its words are, times how well they match what is known.

pub mod belief;
mod date;
mod diagnoses;
mod fuzzy;
#[cfg(test)]
mod hindi;
mod keywords;
mod kind;
mod labels;
mod layout;
mod medicines;
mod money;
mod note;
mod number;
mod pairs;
mod people;
mod results;
mod table;
mod token;
mod units;
pub mod vocabulary;

pub use date::Date;
pub use fuzzy::alike;
pub(crate) use fuzzy::plain;
pub use kind::DocumentKind;
pub use labels::{DateRole, Label};
pub use layout::Block;
pub use medicines::per_day;
pub use table::{Cell, Role, Table};
pub use token::{At, Source};
pub use units::ucum;

use crate::check::print::Print;
use crate::page::{Area, Document};
use vocabulary::Medicines;

/// Something that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Field<T> {
    /// What.
    pub value: T,
    /// How likely it is right, 0 to 1.
    pub sure: f32,
    /// The words it was read from.
    pub from: Source,
}

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
    /// What was taken then, by INN name.
    pub medicines: Vec<String>,
    /// What the person does not bear.
    pub allergies: Vec<String>,
    /// When somebody wanted to see the person again.
    pub follow_up: Option<Date>,
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

/// What a document means.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sense {
    /// What sort of document it is.
    pub kind: Guess,
    /// Pieces of text in reading order.
    pub blocks: Vec<Block>,
    /// What stands behind a label.
    pub pairs: Vec<Pair>,
    /// The tables.
    pub tables: Vec<Table>,
    /// Whose document it says it is.
    pub patient: Option<Field<String>>,
    /// Day of birth.
    pub born: Option<Field<Date>>,
    /// Age in years.
    pub age: Option<Field<u16>>,
    /// Sex, as it is written in FHIR.
    pub sex: Option<Field<&'static str>>,
    /// The patient's number with whoever wrote it.
    pub patient_number: Option<Field<String>>,
    /// Who answers for it.
    pub doctor: Option<Field<String>>,
    /// Who asked for it.
    pub referrer: Option<Field<String>>,
    /// The doctor's number.
    pub registration: Option<Field<String>>,
    /// Where it was written.
    pub hospital: Option<Field<String>>,
    /// Days, each with what happened on it.
    pub dates: Vec<(DateRole, Field<Date>)>,
    /// What was measured.
    pub results: Vec<Measured>,
    /// What is to be taken.
    pub medicines: Vec<Medicine>,
    /// What the person has.
    pub diagnoses: Vec<Diagnosis>,
    /// What the person does not bear.
    pub allergies: Vec<Field<String>>,
    /// Whether it says that there is no allergy.
    pub no_allergy: Option<Field<String>>,
    /// What it costs.
    pub bill: Bill,
    /// Of which specialty a typed note is.
    pub specialty: Option<Field<String>>,
    /// The sentences of a typed note that say most, in their order.
    pub sentences: Vec<Field<String>>,
    /// What it is about, the weightiest first.
    pub keywords: Vec<String>,
}

/// What sort of document it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guess {
    /// The likeliest sort.
    pub kind: DocumentKind,
    /// How likely, 0 to 1.
    pub score: f32,
    /// The words that say so.
    pub because: Vec<String>,
}

/// A label and what stands behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// What the label asks for.
    pub label: Label,
    /// The label as it is printed.
    pub name: String,
    /// What stands behind it.
    pub value: Field<String>,
}

/// Something measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// What, as it is printed.
    pub name: Field<String>,
    /// What, as the vocabulary calls it.
    pub analyte: Option<&'static vocabulary::Analyte>,
    /// The value.
    pub value: Field<Reading>,
    /// The unit as it is printed.
    pub unit: Option<Field<String>>,
    /// The unit in UCUM, where it is known.
    pub ucum: Option<String>,
    /// The usual range.
    pub range: Option<Field<Range>>,
    /// What the document says about the value.
    pub flag: Option<Field<Flag>>,
    /// When.
    pub day: Option<Date>,
    /// How likely all of it is right.
    pub sure: f32,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A number; "<" and the like stand before it where they are printed.
    Number {
        /// `<`, `<=`, `>`, `>=` or nothing.
        bound: &'static str,
        /// The number.
        number: f64,
    },
    /// Words, such as "negative".
    Words(String),
}

/// What is usual.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Range {
    /// Not less.
    pub low: Option<f64>,
    /// Not more.
    pub high: Option<f64>,
}

/// How a value lies to its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// Below.
    Low,
    /// Above.
    High,
    /// Within.
    Normal,
    /// Not as it should be, without saying to which side.
    Abnormal,
}

/// A medicine with how it is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Medicine {
    /// The name as it is printed.
    pub name: Field<String>,
    /// The INN name, where the vocabulary knows it.
    pub inn: Option<String>,
    /// What family it is of.
    pub class: Option<String>,
    /// Tablet, capsule, syrup and so on.
    pub form: Option<&'static str>,
    /// How strong.
    pub strength: Option<Field<String>>,
    /// How much at a time.
    pub dose: Option<Field<String>>,
    /// How often.
    pub frequency: Option<Field<Frequency>>,
    /// For how many days.
    pub days: Option<Field<u16>>,
    /// How likely all of it is right.
    pub sure: f32,
}

/// How often something is taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frequency {
    /// As it is printed.
    pub text: String,
    /// How often a day; `None` where it cannot be said.
    pub per_day: Option<f32>,
    /// Only when needed.
    pub as_needed: bool,
}

/// What somebody has.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosis {
    /// As it is printed.
    pub text: Field<String>,
    /// ICD-10 code, printed or known.
    pub icd10: Option<String>,
    /// As the vocabulary calls it.
    pub name: Option<&'static str>,
}

/// What it costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bill {
    /// Three letters of ISO 4217.
    pub currency: Option<&'static str>,
    /// What is charged for, and how much.
    pub lines: Vec<Charge>,
    /// Sums: before anything is taken off or added, tax, discount, total, paid, due.
    pub sums: Vec<(Sum, Field<f64>)>,
}

/// One line of a bill.
#[derive(Clone, Debug, PartialEq)]
pub struct Charge {
    /// For what.
    pub what: Field<String>,
    /// How many.
    pub count: Option<Field<f64>>,
    /// For each.
    pub each: Option<Field<f64>>,
    /// Together.
    pub amount: Field<f64>,
}

/// Which sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sum {
    /// Of all lines.
    Subtotal,
    /// Added to it.
    Tax,
    /// Taken off.
    Discount,
    /// What is to be paid for all.
    Total,
    /// What is paid already.
    Paid,
    /// What is left to pay.
    Due,
}

/// Reads what a document means.
pub fn understand(document: &Document, context: &Context) -> Sense {
    let laid = layout::lay(document);
    let tables = table::find(document, &laid);
    let pairs = pairs::find(&laid, &tables);
    let orders = medicines::orders(&laid, &tables, context);
    let kind = kind::guess(&laid, &tables, &orders);
    let people = people::find(&laid, &pairs, context);
    let dates = people::dates(&pairs);
    let results = results::find(&laid, &tables, &dates);
    let note = note::find(&laid, &tables, kind.kind);
    let medicines = medicines::ordered(orders, kind.kind);
    let (allergies, no_allergy) = diagnoses::allergies(&laid);
    let diagnoses = diagnoses::find(&laid);
    let bill = money::bill(&laid, &tables, &pairs);
    let mut sense = Sense {
        kind,
        blocks: layout::blocks(&laid, &tables),
        pairs,
        tables,
        patient: people.patient,
        born: people.born,
        age: people.age,
        sex: people.sex,
        patient_number: people.number,
        doctor: people.doctor,
        referrer: people.referrer,
        registration: people.registration,
        hospital: people.hospital,
        dates,
        results,
        medicines,
        diagnoses,
        allergies,
        no_allergy,
        bill,
        specialty: note.specialty,
        sentences: note.sentences,
        keywords: Vec::new(),
    };
    sense.keywords = keywords::of(&sense);
    sense
}

impl Sense {
    /// The day something happened, where it is said.
    pub fn day(&self, role: DateRole) -> Option<&Field<Date>> {
        self.dates.iter().find(|(said, _)| *said == role).map(|(_, day)| day)
    }

    /// The day the document is about: when the sample was taken, else when it was written.
    pub fn written(&self) -> Option<&Field<Date>> {
        use DateRole::{Admitted, Collected, Discharged, Issued, Reported, Visit};
        [Collected, Visit, Issued, Reported, Discharged, Admitted].into_iter().find_map(|role| self.day(role))
    }

    /// All text in reading order.
    pub fn text(&self) -> String {
        self.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// A sum of the bill.
    pub fn sum(&self, sum: Sum) -> Option<&Field<f64>> {
        self.bill.sums.iter().find(|(said, _)| *said == sum).map(|(_, amount)| amount)
    }
}

impl Measured {
    /// The number, where the value is one.
    pub fn number(&self) -> Option<f64> {
        match self.value.value {
            Reading::Number { number, .. } => Some(number),
            Reading::Words(_) => None,
        }
    }

    /// The value as text.
    pub fn shown(&self) -> String {
        match &self.value.value {
            Reading::Number { bound, number } => format!("{bound}{number}"),
            Reading::Words(words) => words.clone(),
        }
    }

    /// How the number lies to the range that is printed beside it.
    pub fn lies(&self) -> Option<Flag> {
        let (number, range) = (self.number()?, self.range.as_ref()?.value);
        match (range.low, range.high) {
            (Some(low), _) if number < low => Some(Flag::Low),
            (_, Some(high)) if number > high => Some(Flag::High),
            (None, None) => None,
            _ => Some(Flag::Normal),
        }
    }

    /// What it is called: by the vocabulary, else as it is printed.
    pub fn called(&self) -> &str {
        self.analyte.map_or(self.name.value.as_str(), |analyte| analyte.name)
    }
}

/// The least area that holds all of these.
pub(crate) fn around(areas: impl IntoIterator<Item = Area>) -> Area {
    areas
        .into_iter()
        .reduce(|a, b| Area {
            left: a.left.min(b.left),
            top: a.top.min(b.top),
            right: a.right.max(b.right),
            bottom: a.bottom.max(b.bottom),
        })
        .unwrap_or_default()
}
