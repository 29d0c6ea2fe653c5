//! A sentence that is made of what was read.

use crate::sense::{Date, Earlier, Field, Flag, Frequency, Known, Range, Reading, Source};

/// Something that was read and can be said.
pub trait Read: std::fmt::Debug + sealed::Sealed {
    /// How it is said.
    fn said(&self) -> String;
    /// Where it was read.
    fn from(&self) -> &Source;
    /// How sure it is.
    fn sure(&self) -> f32;
}

mod sealed {
    pub trait Sealed {}
    impl<T> Sealed for crate::sense::Field<T> {}
}

macro_rules! read {
    ($type:ty, $said:expr) => {
        impl Read for Field<$type> {
            fn said(&self) -> String {
                let said: fn(&$type) -> String = $said;
                said(&self.value)
            }
            fn from(&self) -> &Source {
                &self.from
            }
            fn sure(&self) -> f32 {
                self.sure
            }
        }
    };
}

read!(String, |text| text.clone());
read!(&'static str, |text| (*text).to_owned());
read!(Date, |date| date.shown());
read!(u16, |number| number.to_string());
read!(f64, |amount| format!("{amount:.2}"));
read!(Frequency, |frequency| frequency.text.clone());
read!(Reading, |reading| match reading {
    Reading::Number { bound, number } => format!("{bound}{number}"),
    Reading::Words(words) => words.clone(),
});
read!(Range, |range| match (range.low, range.high) {
    (Some(low), Some(high)) => format!("{low} - {high}"),
    (Some(low), None) => format!(">= {low}"),
    (None, Some(high)) => format!("<= {high}"),
    (None, None) => String::new(),
});
read!(Flag, |flag| match flag {
    Flag::Low => "low".into(),
    Flag::High => "high".into(),
    Flag::Normal => "normal".into(),
    Flag::Abnormal => "abnormal".into(),
});

/// What a statement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// What it is, of whom, from when and where.
    Document,
    /// What may harm.
    Threat,
    /// What a note says of itself.
    Note,
    /// What somebody has.
    Diagnoses,
    /// What is out of range.
    Results,
    /// What is to be taken.
    Medicines,
    /// What somebody does not bear.
    Allergies,
    /// When somebody is to come again.
    FollowUp,
    /// How values moved.
    Trend,
    /// What it costs.
    Money,
}

impl Topic {
    /// Its name in the findings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Threat => "threat",
            Self::Note => "note",
            Self::Diagnoses => "diagnoses",
            Self::Results => "results",
            Self::Medicines => "medicines",
            Self::Allergies => "allergies",
            Self::FollowUp => "follow-up",
            Self::Trend => "trend",
            Self::Money => "money",
        }
    }
}

/// A part of a statement.
#[derive(Clone, Copy, Debug)]
pub enum Part<'a> {
    /// Words of the program; they never come from a document.
    Words(&'static str),
    /// Something that was read.
    Read(&'a dyn Read),
    /// Something that was read and stands behind the words without being said.
    Leans(&'a dyn Read),
    /// A value of an earlier record.
    Before(&'a Known),
    /// By how many of a hundred a value moved since an earlier one in the same unit.
    Moved {
        /// The number now, in the unit of the earlier one.
        now: f64,
        /// What it was.
        before: &'a Known,
    },
    /// An earlier record.
    Record(&'a Earlier),
    /// A medicine of an earlier record, an allergy, by its place in it.
    Of(&'a Earlier, &'a String),
    /// The day of an earlier record's next visit.
    Due(&'a Earlier),
    /// How many.
    Count(usize),
}

/// A sentence that is made of what was read.
#[derive(Clone, Debug)]
pub struct Statement<'a> {
    topic: Topic,
    parts: Vec<Part<'a>>,
}

impl<'a> Statement<'a> {
    /// A statement of these parts. `None` where none of them was read anywhere.
    pub fn new(topic: Topic, parts: Vec<Part<'a>>) -> Option<Self> {
        let grounded = |part: &Part| {
            matches!(
                part,
                Part::Read(_) | Part::Leans(_) | Part::Before(_) | Part::Record(_) | Part::Of(..) | Part::Due(_)
            )
        };
        parts.iter().any(grounded).then_some(Self { topic, parts })
    }

    /// What it is about.
    pub fn topic(&self) -> Topic {
        self.topic
    }

    /// What it says.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Words(words) => text.push_str(words),
                Part::Read(read) => text.push_str(&read.said()),
                Part::Leans(_) => {}
                Part::Before(known) => {
                    text.push_str(&format!("{} {} on {}", known.value, known.unit, known.day.shown()))
                }
                Part::Moved { now, before } => {
                    let share = (now - before.value) / before.value.abs().max(f64::MIN_POSITIVE) * 100.0;
                    text.push_str(&format!("{:.0} %", share.abs()));
                }
                Part::Record(earlier) => text.push_str(&earlier.id),
                Part::Of(_, what) => text.push_str(what),
                Part::Due(earlier) => text.push_str(&earlier.follow_up.map(Date::shown).unwrap_or_default()),
                Part::Count(count) => text.push_str(&count.to_string()),
            }
        }
        text
    }

    /// Where it was read in this document.
    pub fn sources(&self) -> Vec<&'a Source> {
        let read = self.parts.iter().filter_map(|part| match part {
            Part::Read(read) | Part::Leans(read) => Some(read.from()),
            _ => None,
        });
        read.filter(|source| !source.words.is_empty()).collect()
    }

    /// The earlier records it leans on.
    pub fn records(&self) -> Vec<&'a str> {
        let of = self.parts.iter().filter_map(|part| match part {
            Part::Record(earlier) | Part::Of(earlier, _) | Part::Due(earlier) => Some(earlier.id.as_str()),
            _ => None,
        });
        of.collect()
    }

    /// How likely all of it is right, with what stands behind its words.
    pub fn sure(&self) -> f32 {
        let read = self.parts.iter().filter_map(|part| match part {
            Part::Read(read) | Part::Leans(read) => Some(read.sure()),
            _ => None,
        });
        // The least sure part; a product over a list of ten would call a good reading a bad one.
        read.fold(1.0, f32::min)
    }

    /// Its parts.
    pub fn parts(&self) -> &[Part<'a>] {
        &self.parts
    }
}
