//! Medicines that somebody does not bear.

use super::{Danger, Part, Threat, threat};
use crate::sense::{Context, Field, Medicine, Sense, alike, plain, vocabulary::Medicines};

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
    ("macrolides", &["macrolide", "azalide"]),
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
