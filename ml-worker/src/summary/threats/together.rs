//! Medicines that do not go together.

use super::{Danger, Part, Threat, drug, threat};
use crate::sense::{
    Context, Date, Earlier, Medicine, Reach, Sense, Taken, reach,
    vocabulary::{self, Drug, Interaction, Medicines},
};

/// A medicine of which nobody said for how long is held to be taken for so many days.
const UNSAID: u16 = 90;

/// A medicine as it is looked up, and how far it goes.
struct Own {
    drug: Drug,
    reach: Reach,
}

/// Pairs among what is ordered here, and between that and what is still taken from before.
pub(super) fn find<'a>(sense: &'a Sense, context: &'a Context) -> Vec<Threat<'a>> {
    let own = |medicine: &Medicine| Some(Own { drug: drug(medicine)?, reach: reach(medicine) });
    let today = sense.written().map_or(context.today, |day| day.value);
    let mut threats = Vec::new();
    for (place, one) in sense.medicines.iter().enumerate() {
        let Some(ours) = own(one) else { continue };
        for other in &sense.medicines[place + 1..] {
            let Some(theirs) = own(other).filter(|theirs| theirs.drug.inn != ours.drug.inn) else { continue };
            if let Some(pair) = pair(&ours, &theirs) {
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
            for taken in earlier.medicines.iter().filter(|taken| meet(earlier, taken, one, today)) {
                if sense.medicines.iter().any(|medicine| medicine.inn.as_deref() == Some(taken.inn.as_str())) {
                    continue;
                }
                if let Some(pair) = pair(&ours, &known(taken)) {
                    let parts = vec![
                        Part::Read(&one.name),
                        Part::Words(" and "),
                        Part::Of(earlier, &taken.inn),
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

/// A medicine of an earlier record, as the committed names have it.
fn known(taken: &Taken) -> Own {
    let drug = Medicines::committed().find(&taken.inn).filter(|(_, fit)| *fit > 0.95).map(|(drug, _)| drug.clone());
    let drug = drug.unwrap_or(Drug { inn: taken.inn.clone(), class: String::new() });
    Own { drug, reach: if taken.topical { Reach::Place } else { Reach::Body } }
}

/// Whether a medicine from before and one ordered now are taken at the same time. Of a record without a day nobody knows
/// that they are not.
fn meet(earlier: &Earlier, taken: &Taken, own: &Medicine, today: Date) -> bool {
    let Some(day) = earlier.day else { return true };
    let own = own.days.as_ref().map_or(UNSAID, |days| days.value);
    today.since(day) <= i64::from(taken.days.unwrap_or(UNSAID)) && day.since(today) <= i64::from(own)
}

/// What is known of two together; what is grave comes before what asks for caution.
fn pair(one: &Own, other: &Own) -> Option<&'static Interaction> {
    if one.reach == Reach::Place || other.reach == Reach::Place {
        return None;
    }
    let joined =
        |pair: &&Interaction| pair.joins(&one.drug, &other.drug) && !breathed(pair, one) && !breathed(pair, other);
    vocabulary::interactions().iter().filter(joined).min_by_key(|pair| !pair.grave)
}

/// Whether a pair is about a steroid that only the lungs get.
fn breathed(pair: &Interaction, own: &Own) -> bool {
    let of_steroids = pair.one == "steroid" || pair.other == "steroid";
    of_steroids && own.reach == Reach::Lungs && vocabulary::is_of("steroid", &own.drug)
}
