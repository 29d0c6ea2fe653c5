//! People and places: the patient against the record's person, hospital and doctor against the directory.

use super::{Check, Verdict, What, contradiction};
use crate::sense::{Context, DocumentKind, Sense, alike, plain};

/// Two names this alike are the same person's.
const SAME: f32 = 0.8;
/// Two names this alike may be.
const NEAR: f32 = 0.55;

pub(super) fn person(sense: &Sense, context: &Context) -> Option<Check> {
    let person = context.person.as_ref()?;
    let Some(read) = &sense.patient else {
        return Some(Check::new(
            What::Person,
            Verdict::Doubt,
            "The document names no patient that could be read.",
            Vec::new(),
        ));
    };
    let at = vec![read.from.clone()];
    let fit = same_name(&read.value, &person.name);
    if let (Some(born), Some(known)) = (&sense.born, person.born)
        && born.value != known
        && fit >= NEAR
    {
        let verdict = contradiction([born.sure]);
        return Some(Check::new(
            What::Person,
            verdict,
            "The day of birth is not the one of this record's person.",
            vec![born.from.clone()],
        ));
    }
    Some(if fit >= SAME {
        Check::new(What::Person, Verdict::Pass, "The patient's name is the one of this record.", at)
    } else if fit >= NEAR {
        Check::new(
            What::Person,
            Verdict::Doubt,
            "The patient's name is like the one of this record, and not the same.",
            at,
        )
    } else {
        Check::new(What::Person, contradiction([read.sure]), "The document is about somebody else.", at)
    })
}

/// How well two names fit: in any order, with initials for names, and with letters misread.
pub(crate) fn same_name(a: &str, b: &str) -> f32 {
    let words = |name: &str| {
        plain(&name.replace('.', " ")).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let (mut few, mut many) = (words(a), words(b));
    if few.len() > many.len() {
        std::mem::swap(&mut few, &mut many);
    }
    if few.is_empty() {
        return 0.0;
    }
    // The whole as it stands, for names whose parts run together.
    let whole = alike(&few.concat(), &many.concat());
    let mut left = many.clone();
    let (mut sum, mut weight) = (0.0, 0.0);
    few.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut spelt = false;
    for word in &few {
        let fit = |other: &String| {
            let initial = (word.len() == 1 || other.len() == 1) && word.chars().next() == other.chars().next();
            if initial { 0.85 } else { alike(word, other) }
        };
        let best = (0..left.len()).max_by(|a, b| fit(&left[*a]).total_cmp(&fit(&left[*b])));
        let Some(best) = best else { break };
        let fits = fit(&left[best]);
        spelt |= word.len() > 1 && left[best].len() > 1 && fits > 0.8;
        // Long words say more than initials.
        let says = if word.len() == 1 { 0.5 } else { 1.0 };
        sum += fits * says;
        weight += says;
        left.remove(best);
    }
    // Names left over on one side weigh a little: second names are often not printed.
    let parts = sum / weight - 0.06 * left.len() as f32;
    // Initials alone are anybody's.
    whole.max(if spelt { parts } else { parts.min(0.6) })
}

pub(super) fn hospital(sense: &Sense, context: &Context) -> Option<Check> {
    if context.hospitals.is_empty() {
        return None;
    }
    let Some(read) = &sense.hospital else {
        return Some(Check::new(
            What::Hospital,
            Verdict::Doubt,
            "The document names no hospital that could be read.",
            Vec::new(),
        ));
    };
    let own = bare(&read.value);
    let best = context.hospitals.iter().map(|name| alike(&bare(name), &own)).fold(0.0, f32::max);
    let (verdict, says) = if best >= 0.85 {
        (Verdict::Pass, "The hospital is in the directory.")
    } else {
        (Verdict::Doubt, "The hospital is not in the directory.")
    };
    Some(Check::new(What::Hospital, verdict, says, vec![read.from.clone()]))
}

/// A name without what the law or the branch adds to it.
fn bare(name: &str) -> String {
    let plain = plain(name);
    let skip = ["pvt", "ltd", "private", "limited", "the", "llp", "inc", "llc", "and", "of"];
    plain.split(' ').filter(|word| !skip.contains(word)).collect::<Vec<_>>().join(" ")
}

pub(super) fn doctor(sense: &Sense, context: &Context) -> Option<Check> {
    if context.doctors.is_empty() {
        return None;
    }
    // No doctor answers for a bill or a policy.
    if matches!(sense.kind.kind, DocumentKind::Invoice | DocumentKind::Insurance | DocumentKind::Other)
        && sense.registration.is_none()
    {
        return None;
    }
    let Some(read) = &sense.doctor else {
        return Some(Check::new(
            What::Doctor,
            Verdict::Doubt,
            "The document names no doctor that could be read.",
            Vec::new(),
        ));
    };
    let named: Vec<_> = context.doctors.iter().filter(|listed| same_name(&listed.name, &read.value) >= SAME).collect();
    let mut at = vec![read.from.clone()];
    let same = |a: &str, b: &str| {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        alike(a, b) > 0.95 || digits(a) == digits(b) && !digits(a).is_empty()
    };
    if let Some(number) = &sense.registration {
        at.push(number.from.clone());
        let of_number = context
            .doctors
            .iter()
            .find(|listed| listed.registration.as_deref().is_some_and(|known| same(known, &number.value)));
        let fits =
            named.iter().any(|listed| listed.registration.as_deref().is_none_or(|known| same(known, &number.value)));
        if let Some(other) = of_number.filter(|listed| same_name(&listed.name, &read.value) < NEAR) {
            let _ = other;
            let verdict = contradiction([read.sure, number.sure]);
            return Some(Check::new(What::Doctor, verdict, "The registration number is another doctor's.", at));
        }
        if !named.is_empty() && !fits {
            let verdict = contradiction([number.sure]);
            return Some(Check::new(What::Doctor, verdict, "The registration number is not this doctor's.", at));
        }
    }
    let (verdict, says) = if named.is_empty() {
        (Verdict::Doubt, "The doctor is not in the directory.")
    } else {
        (Verdict::Pass, "The doctor is in the directory.")
    };
    Some(Check::new(What::Doctor, verdict, says, at))
}
