//! What may harm: values far out of range, medicines that do not go together or are not borne, visits that were missed.

use super::{Part, Statement, Topic, tell};
use crate::sense::{
    Context, DateRole, Field, Medicine, Sense, alike, plain,
    vocabulary::{self, Drug, Medicines},
};

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
    let mut threats = interactions(sense, context);
    threats.extend(allergies(sense, context));
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
        parts.push(Part::Words(" is out of range."));
        threat(Danger::OutOfRange, tell::far(result) >= FAR, parts)
    });
    told.collect()
}

fn drug(inn: Option<&str>, class: Option<&str>) -> Option<Drug> {
    Some(Drug { inn: inn?.to_owned(), class: class.unwrap_or_default().to_owned() })
}

/// Pairs among what is ordered here, and between that and what was taken before.
fn interactions<'a>(sense: &'a Sense, context: &'a Context) -> Vec<Threat<'a>> {
    let of = |medicine: &Medicine| drug(medicine.inn.as_deref(), medicine.class.as_deref());
    let mut threats = Vec::new();
    for (place, one) in sense.medicines.iter().enumerate() {
        let Some(own) = of(one) else { continue };
        for other in &sense.medicines[place + 1..] {
            let Some(known) = of(other).filter(|known| known.inn != own.inn) else { continue };
            if let Some(pair) = vocabulary::interactions().iter().find(|pair| pair.joins(&own, &known)) {
                let parts = vec![
                    Part::Read(&one.name),
                    Part::Words(" and "),
                    Part::Read(&other.name),
                    Part::Words(": "),
                    Part::Words(pair.sentence),
                ];
                threats.extend(threat(Danger::Interaction, pair.grave, parts));
            }
        }
        for earlier in &context.earlier {
            for inn in earlier.medicines.iter().filter(|inn| **inn != own.inn) {
                let known =
                    Medicines::committed().find(inn).filter(|(_, fit)| *fit > 0.95).map(|(drug, _)| drug.clone());
                let known = known.unwrap_or(Drug { inn: inn.clone(), class: String::new() });
                if sense.medicines.iter().any(|medicine| medicine.inn.as_deref() == Some(inn)) {
                    continue;
                }
                if let Some(pair) = vocabulary::interactions().iter().find(|pair| pair.joins(&own, &known)) {
                    let parts = vec![
                        Part::Read(&one.name),
                        Part::Words(" and "),
                        Part::Of(earlier, inn),
                        Part::Words(" of the record "),
                        Part::Record(earlier),
                        Part::Words(": "),
                        Part::Words(pair.sentence),
                    ];
                    threats.extend(threat(Danger::Interaction, pair.grave, parts));
                }
            }
        }
    }
    threats
}

/// Families under which allergies are named.
const FAMILIES: &[(&str, &[&str])] = &[
    ("penicillin", &["penicillin"]),
    ("sulfa", &["sulfonamide", "aminosalicylate"]),
    ("sulpha", &["sulfonamide", "aminosalicylate"]),
    ("sulfa drugs", &["sulfonamide"]),
    ("nsaid", &["nsaid", "antiplatelet"]),
    ("nsaids", &["nsaid"]),
    ("aspirin", &["nsaid"]),
    ("cephalosporin", &["cephalosporin"]),
    ("cephalosporins", &["cephalosporin"]),
    ("quinolones", &["quinolone"]),
    ("macrolides", &["macrolide"]),
    ("statins", &["statin"]),
    ("opioids", &["opioid"]),
    ("penicillins", &["penicillin"]),
];

/// Whether somebody who does not bear the one does not bear the other.
fn borne_ill(allergy: &str, medicine: &Medicine) -> bool {
    let Some(inn) = medicine.inn.as_deref() else { return alike(allergy, &medicine.name.value) > 0.9 };
    let class = medicine.class.as_deref().unwrap_or_default();
    let said = plain(allergy);
    let known = Medicines::committed().find(&said).filter(|(_, fit)| *fit > 0.9).map(|(drug, _)| drug);
    let same = known.is_some_and(|known| {
        let shares = |part: &str| part.len() > 4 && inn.split(' ').any(|own| own == part);
        known.inn == inn || known.inn.split(' ').any(shares) || known.class == class && class == "penicillin"
    });
    let family = FAMILIES.iter().filter(|(name, _)| alike(name, &said) > 0.9);
    same || family.into_iter().any(|(_, classes)| classes.contains(&class))
        || !class.is_empty() && alike(class, &said) > 0.9
}

fn allergies<'a>(sense: &'a Sense, context: &'a Context) -> Vec<Threat<'a>> {
    let mut threats = Vec::new();
    for medicine in &sense.medicines {
        for allergy in sense.allergies.iter().filter(|allergy: &&Field<String>| borne_ill(&allergy.value, medicine)) {
            let parts = vec![
                Part::Read(&medicine.name),
                Part::Words(" is ordered, and an allergy to "),
                Part::Read(allergy),
                Part::Words(" is noted."),
            ];
            threats.extend(threat(Danger::Allergy, true, parts));
        }
        for earlier in &context.earlier {
            for allergy in earlier.allergies.iter().filter(|allergy| borne_ill(allergy, medicine)) {
                if sense.allergies.iter().any(|own| alike(&own.value, allergy) > 0.9) {
                    continue;
                }
                let parts = vec![
                    Part::Read(&medicine.name),
                    Part::Words(" is ordered, and the record "),
                    Part::Record(earlier),
                    Part::Words(" notes an allergy to "),
                    Part::Of(earlier, allergy),
                    Part::Words("."),
                ];
                threats.extend(threat(Danger::Allergy, true, parts));
            }
        }
    }
    threats
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
