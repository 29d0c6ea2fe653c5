//! What the words behind a name, under it and in its cells say of one medicine, put together.

use super::super::{
    Field, Medicine, Source, around,
    fuzzy::plain,
    token::{Token, field, say, source, sure},
};
use super::{
    join::join,
    words::{self, Attribute, Bit},
};

/// Marks around words that are no part of what they say.
const ENDS: [char; 5] = [',', ';', '(', ')', ' '];

/// Adds what words say from a place on, in their order; says whether that was more than a form.
///
/// A second amount with a time of its own is a second dose: "20 units in the morning and 10 units at night". What
/// follows a time that is over is the next step: "40 mg OD x 5 days, 20 mg OD x 5 days". Steps stand in the text as they
/// are printed; nobody counts them.
pub(super) fn hear(medicine: &mut Medicine, tokens: &[Token], from: usize) -> bool {
    let bits = bits(tokens, from);
    let mut steps = in_steps(medicine);
    let mut apart = false;
    for (place, bit) in bits.iter().enumerate() {
        match &bit.what {
            Attribute::Form(form) => medicine.form = medicine.form.or(Some(*form)),
            Attribute::Strength(text) | Attribute::Dose(text) => {
                let timed = bits[place + 1..].iter().any(|bit| matches!(bit.what, Attribute::Frequency(_)));
                if amount(medicine, bit, text, timed) {
                    steps |= ends(medicine);
                    tell(medicine, ", ", text, &bit.tokens);
                    apart = true;
                }
            }
            Attribute::Frequency(said) => {
                match &mut medicine.frequency {
                    None => medicine.frequency = Some(field(said.clone(), &bit.tokens, bit.fit)),
                    Some(known) => {
                        let (mut both, adds) = join(&known.value, said, apart);
                        if adds && !apart && medicine.days.is_some() {
                            steps |= ends(medicine);
                            tell(medicine, ", ", &said.text, &bit.tokens);
                        } else if both != known.value {
                            both.per_day = both.per_day.filter(|_| !steps);
                            known.value = both;
                            widen(known, &source(&bit.tokens), sure(&bit.tokens) * bit.fit);
                        }
                    }
                }
                apart = false;
            }
            Attribute::Days(_) if steps => {
                let text = say(&bit.tokens);
                tell(medicine, " ", text.trim_matches(ENDS), &bit.tokens);
            }
            Attribute::Days(days) if medicine.days.is_none() => {
                medicine.days = Some(field(*days, &bit.tokens, bit.fit));
            }
            Attribute::Days(_) => {}
        }
    }
    bits.iter().any(|bit| !matches!(bit.what, Attribute::Form(_)))
}

fn bits(tokens: &[Token], from: usize) -> Vec<Bit> {
    let mut bits = Vec::new();
    let mut at = from;
    while at < tokens.len() {
        match words::attribute(tokens, at) {
            Some((bit, count)) => {
                bits.push(bit);
                at += count;
            }
            None => at += 1,
        }
    }
    bits
}

/// Takes an amount, where it is the first of its kind or says the strength more closely; says whether it is one of a
/// further dose instead.
fn amount(medicine: &mut Medicine, bit: &Bit, text: &str, timed: bool) -> bool {
    let before = medicine.frequency.is_none();
    let strength = matches!(bit.what, Attribute::Strength(_));
    let slot = if strength { &mut medicine.strength } else { &mut medicine.dose };
    match slot {
        None => *slot = Some(field(text.to_owned(), &bit.tokens, bit.fit)),
        Some(known) if is_same(&known.value, text) => {}
        Some(_) if !before => return timed,
        // "100 IU/ml 10 units" is what it holds and how much of it, "75 mg 10 mg" two things that it holds.
        Some(known) if strength => {
            let mark = if unit(&known.value) == unit(text) { ", " } else { " " };
            known.value = format!("{}{mark}{text}", known.value);
            widen(known, &source(&bit.tokens), sure(&bit.tokens) * bit.fit);
        }
        Some(_) => {}
    }
    false
}

/// "650" and "650 mg" are the same; so are "1 tab" and "1 tablet".
fn is_same(known: &str, text: &str) -> bool {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let (a, b) = (unit(known), unit(text));
    digits(known) == digits(text) && (a.starts_with(&b) || b.starts_with(&a))
}

fn unit(text: &str) -> String {
    plain(text).chars().filter(|c| c.is_alphabetic()).collect()
}

/// Whether steps were told before.
fn in_steps(medicine: &Medicine) -> bool {
    let open = medicine.frequency.as_ref().is_some_and(|field| {
        field.value.per_day.is_none() && !field.value.as_needed && field.value.text.contains(", ")
    });
    open && medicine.days.is_none()
}

/// Moves how long into the text, where more follows; says whether there was any.
fn ends(medicine: &mut Medicine) -> bool {
    let Some(days) = medicine.days.take() else { return false };
    if let Some(known) = &mut medicine.frequency {
        known.value.text = format!("{} {}", known.value.text, days.from.text.trim_matches(ENDS));
        known.value.per_day = None;
        widen(known, &days.from, days.sure);
    }
    true
}

/// Adds a text to how often it is taken.
fn tell(medicine: &mut Medicine, mark: &str, text: &str, tokens: &[Token]) {
    if let Some(known) = &mut medicine.frequency {
        known.value.text = format!("{}{mark}{text}", known.value.text);
        widen(known, &source(tokens), sure(tokens));
    }
}

fn widen<T>(field: &mut Field<T>, more: &Source, sure: f32) {
    field.sure *= sure.clamp(0.0, 1.0);
    field.from.words.extend(&more.words);
    field.from.text = format!("{} {}", field.from.text, more.text);
    if field.from.page == more.page {
        field.from.area = around([field.from.area, more.area]);
    }
}

/// A medicine is as sure as all that is said of it.
pub(super) fn weigh(medicine: &mut Medicine) {
    let parts = [
        medicine.strength.as_ref().map(|field| field.sure),
        medicine.dose.as_ref().map(|field| field.sure),
        medicine.frequency.as_ref().map(|field| field.sure),
        medicine.days.as_ref().map(|field| field.sure),
    ];
    medicine.sure = parts.into_iter().flatten().product::<f32>() * medicine.name.sure;
}
