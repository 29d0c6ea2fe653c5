//! What a document means: its kind, who it is about, what was measured, prescribed, found and charged.
//!
//! Nothing here invents: every value is a [`Field`], which keeps the words it was read from and the place where they
//! stand. How sure a field is, is how sure its words are, times how well they match what is known.

pub mod belief;
mod context;
mod date;
mod diagnoses;
mod facts;
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

pub use context::{Context, Earlier, Known, Listed, Person, Taken};
pub use date::Date;
pub use facts::{Bill, Charge, Diagnosis, Flag, Frequency, Measured, Medicine, Range, Reading, Sum};
pub use fuzzy::alike;
pub(crate) use fuzzy::plain;
pub use kind::DocumentKind;
pub use labels::{DateRole, Label};
pub use layout::Block;
pub use medicines::per_day;
pub(crate) use medicines::{Reach, reach};
pub use table::{Cell, Role, Table};
pub use token::{At, Source};
pub use units::ucum;

use crate::page::{Area, Document};

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

/// Reads what a document means.
pub fn understand(document: &Document, context: &Context) -> Sense {
    let laid = layout::lay(document);
    let tables = table::find(document, &laid);
    let pairs = pairs::find(&laid, &tables);
    let orders = medicines::orders(&laid, &tables, context);
    let kind = kind::guess(&laid, &tables, &orders);
    let writing = people::Writing::of(&laid, &pairs);
    let people = people::find(&laid, &pairs, context, writing);
    let dates = people::dates(&pairs, writing);
    let who = results::Who::of(people.sex.as_ref(), people.age.as_ref());
    let results = results::find(&laid, &tables, &dates, who);
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
