//! What a document states: what was measured, prescribed, found and charged.

use super::{Field, date::Date, vocabulary};

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
    /// What is given back.
    Refund,
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
