//! Values over time: numbers of many records, put together by what was measured.

use chartkey_vocabulary::{RecordId, Time};

/// One measured value.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// When it was measured.
    pub at: Time,
    /// The code of a vocabulary, such as LOINC's.
    pub code: String,
    /// What was measured, as the paper calls it.
    pub name: String,
    /// How much.
    pub value: f64,
    /// Of what.
    pub unit: String,
    /// The lowest of the usual.
    pub low: Option<f64>,
    /// The highest of the usual.
    pub high: Option<f64>,
    /// The house it was brought in from, where that is known.
    pub from: String,
}

/// Where a value lies against the usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies {
    /// Below.
    Below,
    /// Within, or nothing is said of the usual.
    Within,
    /// Above.
    Above,
}

impl Measured {
    /// Where it lies.
    pub fn lies(&self) -> Lies {
        match (self.low, self.high) {
            (Some(low), _) if self.value < low => Lies::Below,
            (_, Some(high)) if self.value > high => Lies::Above,
            _ => Lies::Within,
        }
    }
}

/// One thing measured again and again, the oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What.
    pub name: String,
    /// Of what.
    pub unit: String,
    /// Each time, and in which record it stands.
    pub points: Vec<(RecordId, Measured)>,
}

impl Series {
    /// The newest.
    pub fn last(&self) -> Option<&Measured> {
        self.points.last().map(|(_, value)| value)
    }

    /// The values, each once: a bundle that was brought in a second time says the same again.
    pub fn distinct(&self) -> Vec<Measured> {
        let mut values: Vec<Measured> = self.points.iter().map(|(_, value)| value.clone()).collect();
        values.dedup_by(|again, first| again.at == first.at && again.value == first.value);
        values
    }
}

/// Puts values of the same thing in the same unit together; those measured last come first.
pub fn series(values: impl IntoIterator<Item = (RecordId, Measured)>) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    for (record, value) in values {
        let same = |series: &&mut Series| {
            series.unit == value.unit
                && series.points.first().is_some_and(|(_, first)| match first.code.is_empty() {
                    true => first.name == value.name,
                    false => first.code == value.code,
                })
        };
        match all.iter_mut().find(same) {
            Some(series) => series.points.push((record, value)),
            None => {
                let (name, unit) = (value.name.clone(), value.unit.clone());
                all.push(Series { name, unit, points: vec![(record, value)] });
            }
        }
    }
    for series in &mut all {
        series.points.sort_by_key(|(_, value)| value.at);
    }
    all.sort_by(|a, b| {
        let newest = |series: &Series| series.last().map(|value| value.at);
        newest(b).cmp(&newest(a)).then_with(|| a.name.cmp(&b.name))
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn a_value_lies_below_within_or_above_the_usual() {
        let (code, name, unit) = (String::new(), "Hb".to_owned(), String::new());
        let usual =
            Measured { at: 0, code, name, value: 13.0, unit, low: Some(12.0), high: Some(16.0), from: String::new() };
        let lies = |value: f64| Measured { value, ..usual.clone() }.lies();
        assert_eq!((lies(11.9), lies(12.0), lies(16.1)), (Lies::Below, Lies::Within, Lies::Above));
        assert_eq!(Measured { low: None, high: None, ..usual.clone() }.lies(), Lies::Within);
    }

    #[test]
    fn values_of_one_thing_come_together_in_order() {
        let value = |at, code: &str, value| {
            let (name, unit) = ("Hb".to_owned(), "g/dL".to_owned());
            let from = String::new();
            (RecordId([1; 16]), Measured { at, code: code.into(), name, value, unit, low: None, high: None, from })
        };
        let all =
            series([value(2, "718-7", 13.0), value(9, "1-1", 1.0), value(1, "718-7", 12.0), value(2, "718-7", 13.0)]);
        assert_eq!(all.len(), 2);
        let drawn = |values: &[Measured]| values.iter().map(|value| value.value).collect::<Vec<_>>();
        assert_eq!(drawn(&all[1].distinct()), [12.0, 13.0]);
        assert_eq!(all[1].points.len(), 3, "each record keeps its own");
    }
}
