//! How values moved since earlier records.

use super::{Part, Statement, Topic};
use crate::sense::{Context, Known, Measured, Sense, vocabulary};

/// Less than this part of a value is no movement worth a word: measuring twice differs by as much.
const WORTH: f64 = 0.1;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// Up.
    Rose,
    /// Down.
    Fell,
    /// Neither, by much.
    Held,
}

/// How a value moved.
#[derive(Clone, Debug)]
pub struct Trend<'a> {
    /// Which way.
    pub moved: Moved,
    /// The value now.
    pub now: &'a Measured,
    /// Values before, the oldest first.
    pub before: Vec<&'a Known>,
    statement: Statement<'a>,
}

impl<'a> Trend<'a> {
    /// In a sentence.
    pub fn statement(&self) -> &Statement<'a> {
        &self.statement
    }
}

/// Trends of all values earlier records have too; those that moved most first.
pub(super) fn find<'a>(sense: &'a Sense, context: &'a Context) -> Vec<Trend<'a>> {
    let mut trends: Vec<(f64, Trend)> = sense.results.iter().filter_map(|result| trend(result, context)).collect();
    trends.sort_by(|a, b| b.0.total_cmp(&a.0));
    trends.into_iter().map(|(_, trend)| trend).collect()
}

fn trend<'a>(now: &'a Measured, context: &'a Context) -> Option<(f64, Trend<'a>)> {
    let (analyte, number) = (now.analyte?, now.exact()?);
    let usual = analyte.usual(number, now.ucum.as_deref()?)?;
    let comparable = |known: &&Known| {
        vocabulary::by_loinc(&known.loinc).is_some_and(|other| other.loinc == analyte.loinc)
            && analyte.usual(known.value, &known.unit).is_some()
    };
    let mut before: Vec<&Known> =
        context.earlier.iter().flat_map(|earlier| &earlier.values).filter(comparable).collect();
    before.retain(|known| now.day.is_none_or(|day| known.day < day));
    before.sort_by_key(|known| known.day);
    let last = *before.last()?;
    let was = analyte.usual(last.value, &last.unit)?;
    let share = (usual - was) / was.abs().max(f64::MIN_POSITIVE);
    let (moved, word) = match share {
        share if share >= WORTH => (Moved::Rose, " rose by "),
        share if share <= -WORTH => (Moved::Fell, " fell by "),
        _ => (Moved::Held, " held"),
    };
    let mut parts = vec![Part::Read(&now.name), Part::Words(word)];
    if moved != Moved::Held {
        // Shares are taken in the unit of the earlier value.
        parts.push(Part::Moved { now: usual * last.value / was.abs().max(f64::MIN_POSITIVE), before: last });
    }
    parts.extend([Part::Words(" to "), Part::Read(&now.value)]);
    if let Some(unit) = &now.unit {
        parts.extend([Part::Words(" "), Part::Read(unit)]);
    }
    parts.extend([Part::Words(", from "), Part::Before(last), Part::Words(".")]);
    if moved == Moved::Held {
        parts[2] = Part::Words(" at ");
    }
    let statement = Statement::new(Topic::Trend, parts)?;
    Some((share.abs(), Trend { moved, now, before, statement }))
}
