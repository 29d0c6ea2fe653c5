//! What may harm: values far out of range, medicines that do not go together or are not borne, visits that were missed.

mod borne;
mod together;

use super::{Part, Statement, Topic, tell};
use crate::sense::{Context, DateRole, Medicine, Reading, Sense, vocabulary::Drug};

/// A value this many widths of its range outside of it is grave.
const FAR: f64 = 1.0;
/// So many days after a visit was due it counts as missed.
const LATE: i64 = 14;

/// What kind of harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Danger {
    /// A value lies out of its range.
    OutOfRange,
    /// Two medicines do not go together.
    Interaction,
    /// A medicine is not borne.
    Allergy,
    /// A visit was missed.
    Missed,
}

/// What may harm.
#[derive(Clone, Debug)]
pub struct Threat<'a> {
    /// What kind.
    pub danger: Danger,
    grave: bool,
    statement: Statement<'a>,
}

impl<'a> Threat<'a> {
    /// In a sentence.
    pub fn statement(&self) -> &Statement<'a> {
        &self.statement
    }

    /// Whether it can cost health or life.
    pub fn is_grave(&self) -> bool {
        self.grave
    }
}

/// All of them, the grave ones first.
pub(super) fn find<'a>(sense: &'a Sense, context: &'a Context) -> Vec<Threat<'a>> {
    // What somebody is known not to bear comes before what may harm anybody.
    let mut threats = borne::find(sense, context);
    threats.extend(together::find(sense, context));
    threats.extend(values(sense));
    threats.extend(missed(sense, context));
    threats.sort_by_key(|threat| !threat.grave);
    threats
}

fn threat<'a>(danger: Danger, grave: bool, parts: Vec<Part<'a>>) -> Option<Threat<'a>> {
    Statement::new(Topic::Threat, parts).map(|statement| Threat { danger, grave, statement })
}

fn values(sense: &Sense) -> Vec<Threat<'_>> {
    let outside = sense.results.iter().filter(|result| tell::is_outside(result));
    let told = outside.filter_map(|result| {
        let mut parts = tell::value(result);
        let is_word = matches!(result.value.value, Reading::Words(_));
        parts.push(Part::Words(if is_word { " is not what is usual." } else { " is out of range." }));
        threat(Danger::OutOfRange, tell::far(result) >= FAR, parts)
    });
    told.collect()
}

/// A medicine as the vocabulary has it, where it knows it.
fn drug(medicine: &Medicine) -> Option<Drug> {
    Some(Drug { inn: medicine.inn.clone()?, class: medicine.class.clone().unwrap_or_default() })
}

/// Visits that were due and after which no record came.
fn missed<'a>(sense: &'a Sense, context: &'a Context) -> Vec<Threat<'a>> {
    let own = sense.written().map(|day| day.value);
    let days = || context.earlier.iter().filter_map(|earlier| earlier.day).chain(own);
    let kept = |due: crate::sense::Date| days().any(|day| (-7..=LATE).contains(&day.since(due)));
    let late = |due: &crate::sense::Date| context.today.since(*due) > LATE && !kept(*due);
    let mut threats = Vec::new();
    for earlier in &context.earlier {
        if earlier.follow_up.filter(late).is_some() {
            let parts = vec![
                Part::Words("A visit was due on "),
                Part::Due(earlier),
                Part::Words(" by the record "),
                Part::Record(earlier),
                Part::Words(", and no record of it is there."),
            ];
            threats.extend(threat(Danger::Missed, false, parts));
        }
    }
    if let Some(day) = sense.day(DateRole::FollowUp).filter(|day| late(&day.value)) {
        let parts =
            vec![Part::Words("A visit was due on "), Part::Read(day), Part::Words(", and no record of it is there.")];
        threats.extend(threat(Danger::Missed, false, parts));
    }
    threats
}

#[cfg(test)]
mod tests;
