//! What a document states: what was measured, prescribed, found and charged.

use super::{
    Field,
    date::Date,
    fuzzy::{alike_plain, plain},
    vocabulary,
};

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
    /// What is usual, where it is printed in words, such as "negative".
    pub usual: Option<Field<String>>,
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

    /// The number, where it is no bound: of "<5" only what it is not is known.
    pub fn exact(&self) -> Option<f64> {
        match self.value.value {
            Reading::Number { bound: "", number } => Some(number),
            _ => None,
        }
    }

    /// How the value lies to what is printed beside it as usual. `None` where that cannot be said.
    pub fn lies(&self) -> Option<Flag> {
        match &self.value.value {
            Reading::Number { bound, number } => self.range.as_ref()?.value.holds(bound, *number),
            Reading::Words(words) => unlike(words, &self.usual.as_ref()?.value),
        }
    }

    /// Whether it says in words that something was found.
    pub fn is_found(&self) -> bool {
        matches!(&self.value.value, Reading::Words(words) if found(words) == Some(true))
    }

    /// What it is called: by the vocabulary, else as it is printed.
    pub fn called(&self) -> &str {
        self.analyte.map_or(self.name.value.as_str(), |analyte| analyte.name)
    }
}

impl Range {
    /// How a number lies to it, with the bound that stands before the number: "<5" is anything less.
    fn holds(&self, bound: &str, number: f64) -> Option<Flag> {
        // Nothing that is counted is less than nothing.
        let low = self.low.filter(|low| bound.is_empty() || *low != 0.0);
        match (bound, low, self.high) {
            (_, None, None) => self.low.map(|_| Flag::Normal),
            ("", Some(low), _) if number < low => Some(Flag::Low),
            ("", _, Some(high)) if number > high => Some(Flag::High),
            ("", ..) => Some(Flag::Normal),
            ("<", Some(low), _) if number <= low => Some(Flag::Low),
            ("<=", Some(low), _) if number < low => Some(Flag::Low),
            ("<" | "<=", None, Some(high)) if number <= high => Some(Flag::Normal),
            (">", _, Some(high)) if number >= high => Some(Flag::High),
            (">=", _, Some(high)) if number > high => Some(Flag::High),
            (">" | ">=", Some(low), None) if number >= low => Some(Flag::Normal),
            _ => None,
        }
    }
}

/// Words that say that something was found, or that it was not.
const FOUND: &[(&str, bool)] = &[
    ("negative", false),
    ("non reactive", false),
    ("nonreactive", false),
    ("not reactive", false),
    ("nil", false),
    ("absent", false),
    ("not detected", false),
    ("positive", true),
    ("reactive", true),
    ("detected", true),
    ("present", true),
];
/// Words less alike than this are others; "reactive" and "nonreactive" are 0.73.
const SAME_WORD: f32 = 0.9;

/// Whether words say that something was found.
fn found(words: &str) -> Option<bool> {
    // "Reactive (1:80)": what stands in brackets says how much.
    let words = plain(words.split('(').next().unwrap_or(words));
    let near = FOUND.iter().map(|(known, found)| (alike_plain(&words, known), *found));
    near.filter(|(fit, _)| *fit >= SAME_WORD).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, found)| found)
}

/// How words lie to the words that are usual.
fn unlike(words: &str, usual: &str) -> Option<Flag> {
    if plain(words) == plain(usual) {
        return Some(Flag::Normal);
    }
    Some(if found(words)? == found(usual)? { Flag::Normal } else { Flag::Abnormal })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_lies_where_all_it_allows_lies() {
        use Flag::{High, Low, Normal};
        for (bound, number, low, high, lies) in [
            ("", 12.5, Some(13.0), Some(17.0), Some(Low)),
            ("", 13.0, Some(13.0), Some(17.0), Some(Normal)),
            ("<", 0.01, Some(0.4), Some(4.0), Some(Low)),
            ("<", 5.0, Some(0.0), Some(3.0), None),
            ("<", 5.0, Some(0.0), Some(6.0), Some(Normal)),
            ("<", 5.0, None, Some(6.0), Some(Normal)),
            ("<", 5.0, Some(1.0), Some(6.0), None),
            ("<=", 0.4, Some(0.4), None, None),
            (">", 60.0, Some(90.0), None, None),
            (">", 100.0, Some(90.0), None, Some(Normal)),
            (">", 100.0, Some(0.0), Some(150.0), None),
            (">", 150.0, Some(0.0), Some(150.0), Some(High)),
            (">=", 150.0, Some(0.0), Some(150.0), None),
            ("", 1.0, None, None, None),
        ] {
            assert_eq!(Range { low, high }.holds(bound, number), lies, "{bound}{number} in {low:?} - {high:?}");
        }
    }

    #[test]
    fn words_are_held_against_words() {
        use Flag::{Abnormal, Normal};
        for (words, usual, lies) in [
            ("Reactive", "Non Reactive", Some(Abnormal)),
            ("NON-REACTIVE", "Nonreactive", Some(Normal)),
            ("Positive (1:80)", "Negative", Some(Abnormal)),
            ("Not detected", "Absent", Some(Normal)),
            ("Posltive", "Negative", Some(Abnormal)),
            ("Pale yellow", "Pale Yellow", Some(Normal)),
            ("Trace", "Nil", None),
            ("A Positive", "Negative", None),
        ] {
            assert_eq!(unlike(words, usual), lies, "{words} beside {usual}");
        }
    }
}
