//! Medicines that somebody does not bear.

use super::{Danger, Part, Threat, drug, threat};
use crate::sense::{
    Context, Field, Medicine, Sense, alike, plain,
    vocabulary::{Drug, Medicines, is_of},
};

/// Families under which allergies are named: words for each, and the classes and medicines that belong to it.
const FAMILIES: &[(&[&str], &[&str])] = &[
    (&["penicillin"], &["penicillin"]),
    (
        &["sulfa", "sulpha", "sulfonamide", "sulphonamide", "sulfur", "sulphur"],
        &["sulfonamide", "sulfasalazine", "silver sulfadiazine"],
    ),
    (&["nsaid"], &["nsaid", "aspirin"]),
    (&["aspirin"], &["nsaid"]),
    (&["cephalosporin"], &["cephalosporin"]),
    (&["quinolone", "fluoroquinolone"], &["quinolone"]),
    (&["macrolide"], &["macrolide", "azalide"]),
    (&["tetracycline"], &["tetracycline"]),
    (&["aminoglycoside"], &["aminoglycoside"]),
    (&["statin"], &["statin"]),
    (&["opioid", "opiate"], &["opioid"]),
    (&["contrast"], &["contrast medium"]),
];

/// Allergies of this document, and of earlier ones, to what is ordered here.
pub(super) fn find<'a>(sense: &'a Sense, context: &'a Context) -> Vec<Threat<'a>> {
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

/// Whether somebody who does not bear the one does not bear the other.
fn borne_ill(allergy: &str, medicine: &Medicine) -> bool {
    let Some(own) = drug(medicine) else { return alike(allergy, &medicine.name.value) > 0.9 };
    let said = plain(allergy);
    let words = || said.split(' ').filter(|word| word.len() >= 4);
    let known = |name: &str| {
        Medicines::committed().find(name).filter(|(_, fit)| *fit > 0.9).is_some_and(|(known, _)| is_same(known, &own))
    };
    let of_family = |(names, members): &(&[&str], &[&str])| {
        words().any(|word| names.iter().any(|name| is_named(name, word)))
            && members.iter().any(|member| is_of(member, &own))
    };
    known(&said)
        || words().any(known)
        || FAMILIES.iter().any(of_family)
        || !own.class.is_empty() && alike(&own.class, said.trim_end_matches('s')) > 0.9
}

/// Whether two medicines have a part in common, or are penicillins both.
fn is_same(known: &Drug, own: &Drug) -> bool {
    let shares = |part: &str| part.len() > 4 && own.inn.split(' ').any(|own| own == part);
    known.inn == own.inn || known.inn.split(' ').any(shares) || is_of("penicillin", known) && is_of("penicillin", own)
}

/// Whether a word names a family, in the plural too; in a long name two letters may be wrong.
fn is_named(name: &str, word: &str) -> bool {
    let least = if name.len() >= 8 { 0.79 } else { 0.85 };
    alike(name, word.trim_end_matches('s')) > least
}
