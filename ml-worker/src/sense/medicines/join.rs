//! Several sayings of how often one medicine is taken, as one: "1-0-1 SOS", "OD at night", "in the morning and at night".

use super::{
    super::{Frequency, fuzzy::plain},
    often::slots,
};

/// Words that repeat what another says more closely: "1-0-1 daily".
const DAILY: &[&str] = &["daily", "every day", "each day"];

/// Parts of the day, each with its bit.
const PARTS: &[(u8, &[&str])] = &[
    (1, &["morning", "mane", "सुबह"]),
    (2, &["noon", "afternoon"]),
    (4, &["evening", "शाम"]),
    (8, &["night", "bedtime", "nocte", "hs", "qhs", "रात", "सोते"]),
];

/// Two sayings of how often one medicine is taken as one, and whether the second adds doses to the first or speaks
/// against it. What adds up is summed; where two differ in another way nobody knows how often. `apart` says that an
/// amount of its own stands before the second, as in "20 units in the morning and 10 units at night".
pub(super) fn join(known: &Frequency, said: &Frequency, apart: bool) -> (Frequency, bool) {
    let whole = |mark: &str, per_day: Option<f32>| Frequency {
        text: format!("{}{mark}{}", known.text, said.text),
        per_day,
        as_needed: known.as_needed || said.as_needed,
    };
    if apart {
        return (whole(" ", sum(known, said)), true);
    }
    if plain(&known.text) == plain(&said.text) {
        return (known.clone(), false);
    }
    // "1-0-1 SOS": both are said.
    let without = |one: &Frequency| one.per_day.is_none() && (one.as_needed || plain(&one.text) == "stat");
    if without(known) || without(said) {
        return (whole(" ", known.per_day.or(said.per_day)), false);
    }
    if let Some(sum) = sum(known, said) {
        return (whole(", ", Some(sum)), true);
    }
    match agreed(known, said) {
        Some(per_day) if parts(said).is_some_and(|said| Some(said) != parts(known)) => {
            (whole(" ", Some(per_day)), false)
        }
        Some(per_day) if is_near(known.per_day, per_day) => (known.clone(), false),
        Some(per_day) => (whole(" ", Some(per_day)), false),
        None => (whole(", ", None), true),
    }
}

/// How often together, where both name parts of the day, and not the same ones.
fn sum(known: &Frequency, said: &Frequency) -> Option<f32> {
    let (a, b) = (parts(known)?, parts(said)?);
    (a.drawn == b.drawn && a.bits & b.bits == 0).then_some(known.per_day? + said.per_day?)
}

/// How often, where two sayings are of the same: "BD 1-0-1", "1-0-1 daily", "OD at night", "at night once a week".
fn agreed(known: &Frequency, said: &Frequency) -> Option<f32> {
    let (a, b) = (known.per_day?, said.per_day?);
    if let (Some(first), Some(second)) = (parts(known), parts(said))
        && first.bits & second.bits == 0
    {
        return None;
    }
    let daily = |one: &Frequency| DAILY.contains(&plain(&one.text).as_str());
    let once = |one: &Frequency| {
        is_near(one.per_day, 1.0) && (parts(one).is_some() || matches!(plain(&one.text).as_str(), "od" | "qd"))
    };
    if is_near(Some(a), b) || daily(said) && a >= 1.0 || once(said) && a < 1.0 {
        return Some(a);
    }
    (daily(known) && b >= 1.0 || once(known) && b < 1.0).then_some(b)
}

fn is_near(a: Option<f32>, b: f32) -> bool {
    a.is_some_and(|a| (a - b).abs() < 0.001)
}

/// Parts of the day that a saying names, and whether it draws them as "1-0-1" does.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Parts {
    bits: u8,
    drawn: bool,
}

fn parts(said: &Frequency) -> Option<Parts> {
    // Of what was put together before, each piece: "1-0-0, 10 units 0-0-1".
    let pieces = std::iter::once(said.text.as_str()).chain(said.text.split([' ', ',']));
    let drawn = pieces.filter_map(slots).fold(0, |bits, slots| bits | slots.parts);
    if drawn > 0 {
        return Some(Parts { bits: drawn, drawn: true });
    }
    let text = plain(&said.text);
    let named = |words: &[&str]| text.split(' ').any(|word| words.contains(&word));
    let bits = match text.as_str() {
        "om" => 1,
        "on" => 8,
        _ => PARTS.iter().filter(|(_, words)| named(words)).fold(0, |bits, (bit, _)| bits | bit),
    };
    (bits > 0).then_some(Parts { bits, drawn: false })
}

#[cfg(test)]
mod tests {
    use super::super::frequency;

    #[test]
    fn several_sayings_are_summed_agree_or_leave_it_open() {
        for (text, per_day, shown) in [
            ("in the morning and at night", Some(2.0), "in the morning, at night"),
            ("1-0-0 and 0-0-1", Some(2.0), "1-0-0, 0-0-1"),
            ("OD at night", Some(1.0), "OD at night"),
            ("1-0-1 BD", Some(2.0), "1-0-1"),
            ("1-0-1 daily", Some(2.0), "1-0-1"),
            ("daily 1-0-1", Some(2.0), "daily 1-0-1"),
            ("0-0-1 at night", Some(1.0), "0-0-1 at night"),
            ("1-0-1 SOS", Some(2.0), "1-0-1 SOS"),
            ("OD on alternate days", Some(0.5), "OD on alternate days"),
            ("BD weekly", None, "BD, weekly"),
            ("1-0-0 at night", None, "1-0-0, at night"),
            ("once daily once a week", None, "once daily, once a week"),
        ] {
            let said = frequency(text).expect(text);
            assert_eq!((said.per_day, said.text.as_str()), (per_day, shown), "{text}");
        }
    }
}
