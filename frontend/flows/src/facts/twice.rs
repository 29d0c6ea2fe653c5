//! Whether two papers are one.

use super::Facts;
use std::collections::BTreeMap;

/// Papers that agree on fewer values than this may be two.
const FEW: usize = 4;
/// So many of a hundred values they share are the same: one of seven may have been misread, or corrected since.
const SAME: usize = 85;
/// They share so many of a hundred of the longer one's values.
const SHARED: usize = 66;

impl Facts {
    /// Whether both say the same of what was measured: one paper read twice, even where a day was misread.
    #[must_use]
    pub fn repeats(&self, other: &Self) -> bool {
        let (ours, theirs) = (self.numbers(), other.numbers());
        let shared: Vec<bool> = ours.iter().filter_map(|(what, number)| Some(theirs.get(what)? == number)).collect();
        let same = shared.iter().filter(|same| **same).count();
        shared.len() >= FEW
            && same * 100 >= shared.len() * SAME
            && shared.len() * 100 >= ours.len().max(theirs.len()) * SHARED
    }

    fn numbers(&self) -> BTreeMap<&str, f64> {
        self.results.iter().filter_map(|one| Some((one.loinc.as_deref().unwrap_or(&one.test), one.number?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Measured;

    fn paper(values: &[(&str, f64)]) -> Facts {
        let measured = |(test, number): &(&str, f64)| Measured {
            test: (*test).into(),
            value: number.to_string(),
            number: Some(*number),
            ..Measured::default()
        };
        Facts { results: values.iter().map(measured).collect(), ..Facts::default() }
    }

    #[test]
    fn a_paper_read_twice_repeats_itself() {
        let first =
            paper(&[("Sodium", 140.0), ("Potassium", 4.1), ("Urea", 22.0), ("Creatinine", 0.9), ("Chloride", 101.0)]);
        let mut again = first.clone();
        again.results.pop();
        assert!(first.repeats(&first) && first.repeats(&again) && again.repeats(&first));
        let seven = paper(&["A", "B", "C", "D", "E", "F", "G"].map(|test| (test, 4.0)));
        let mut corrected = seven.clone();
        corrected.results[3] = corrected.results[3].said("4.5", "g/dL");
        assert!(seven.repeats(&corrected));
    }

    #[test]
    fn another_paper_does_not() {
        let first = paper(&[("Sodium", 140.0), ("Potassium", 4.1), ("Urea", 22.0), ("Creatinine", 0.9)]);
        let later = paper(&[("Sodium", 139.0), ("Potassium", 4.1), ("Urea", 22.0), ("Creatinine", 0.9)]);
        let short = paper(&[("Sodium", 140.0), ("Potassium", 4.1), ("Urea", 22.0)]);
        let mut long = first.clone();
        long.results.extend(paper(&[("Iron", 80.0), ("Zinc", 90.0), ("Lipase", 30.0)]).results);
        for other in [&later, &short, &long, &Facts::default()] {
            assert!(!first.repeats(other) && !other.repeats(&first));
        }
    }
}
