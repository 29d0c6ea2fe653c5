//! Whether the record is there already.

use super::{Check, Verdict, What, print::Print};
use crate::sense::{Context, Earlier, Sense};

/// Texts this alike are copies of each other.
const COPY: f32 = 0.85;
/// Texts of one day this alike are the same document read twice: of two readings of a page about one word in twenty
/// differs, which leaves six of ten triples of words the same.
const SAME_DAY: f32 = 0.45;
/// Texts this alike with the same values are one document with another day read.
const SAME_VALUES: f32 = 0.35;

pub(super) fn check(sense: &Sense, context: &Context) -> Option<Check> {
    if context.earlier.is_empty() {
        return None;
    }
    let own = Print::of_sense(sense);
    let alike = |earlier: &Earlier| earlier.print.as_ref().map_or(0.0, |print| print.likeness(&own));
    let day = sense.written().map(|day| day.value);
    let judged = context.earlier.iter().map(|earlier| {
        let likeness = alike(earlier);
        let same_day = day.is_some() && earlier.day == day;
        let verdict = if likeness >= COPY || same_day && likeness >= SAME_DAY {
            Verdict::Fail
        } else if likeness >= SAME_VALUES && same_values(sense, earlier) {
            Verdict::Doubt
        } else {
            Verdict::Pass
        };
        (verdict, likeness, earlier)
    });
    let (verdict, _, earlier) = judged.max_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)))?;
    let says = match verdict {
        Verdict::Pass => "No earlier record says the same.".to_owned(),
        Verdict::Doubt => format!("It says nearly the same as the record {}.", earlier.id),
        Verdict::Fail => format!("It is there already as the record {}.", earlier.id),
    };
    Some(Check::new(What::Twice, verdict, says, Vec::new()))
}

/// Nearly all values an earlier record has are the same here, and they are more than a few.
fn same_values(sense: &Sense, earlier: &Earlier) -> bool {
    let both = earlier.values.iter().filter_map(|known| {
        let now =
            sense.results.iter().find(|result| result.analyte.is_some_and(|analyte| analyte.loinc == known.loinc))?;
        Some(now.number().is_some_and(|number| (number - known.value).abs() < 1e-9))
    });
    let both: Vec<bool> = both.collect();
    both.len() >= 4 && both.iter().filter(|same| **same).count() * 10 >= both.len() * 9
}
