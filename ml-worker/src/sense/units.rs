//! Units as they are printed, in UCUM.

use super::fuzzy::distance;
use std::{collections::HashMap, sync::LazyLock};

static PRINTED: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    for line in include_str!("../../vocab/units.csv").lines().filter(|line| !line.starts_with('#')) {
        let Some((ucum, printed)) = line.split_once(';') else { continue };
        for form in std::iter::once(ucum).chain(printed.split('|')) {
            all.entry(key(form)).or_insert(ucum);
        }
    }
    all
});

/// What is compared: lower case, without spaces and what stands for "times".
fn key(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().trim_matches(['(', ')', '[', ']', ',', ':', ';']).chars() {
        match c {
            'µ' | 'μ' => out.push('u'),
            '²' => out.push('2'),
            '³' => out.push('3'),
            '×' => out.push('x'),
            c if c.is_whitespace() => {}
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// The unit in UCUM, where it is printed letter by letter as some print it.
pub(crate) fn printed(text: &str) -> Option<&'static str> {
    PRINTED.get(&key(text)).copied()
}

/// The unit in UCUM, and how well it fits. `near` are units to look among when no printed form fits.
pub(crate) fn unit(text: &str, near: &[&'static str]) -> Option<(&'static str, f32)> {
    let key = key(text);
    if key.is_empty() {
        return None;
    }
    if let Some(ucum) = PRINTED.get(&key) {
        return Some((ucum, 1.0));
    }
    let fold = look(&key);
    let same = PRINTED.iter().filter(|(printed, _)| look(printed) == fold);
    let among: Vec<_> = same.map(|(_, ucum)| *ucum).collect();
    if let Some(first) = among.iter().find(|ucum| near.contains(*ucum)).or_else(|| among.iter().min()) {
        return Some((first, 0.95));
    }
    // Misread further only where the analyte says what to expect; "g/dL" and "mg/dL" are one letter apart.
    let letters = fold.chars().count();
    let close = PRINTED.iter().filter(|(_, ucum)| near.contains(ucum));
    let close = close.map(|(printed, ucum)| (*ucum, distance(&look(printed), &fold)));
    let (ucum, wrong) = close.min_by_key(|(ucum, wrong)| (*wrong, *ucum))?;
    (letters >= 4 && wrong <= 1 + usize::from(letters > 8)).then(|| (ucum, 1.0 - wrong as f32 / letters as f32))
}

fn look(key: &str) -> String {
    let text = key.replace("rn", "m");
    text.chars()
        .map(|c| match c {
            '1' | 'i' | '|' | '!' | 'j' => 'l',
            '0' => 'o',
            '\\' => '/',
            '9' | 'q' => 'g',
            '5' => 's',
            c => c,
        })
        .collect()
}

/// The unit in UCUM, where it is known.
pub fn ucum(printed: &str) -> Option<&'static str> {
    unit(printed, &[]).map(|(ucum, _)| ucum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_units_become_ucum() {
        for (printed, is) in [
            ("gm/dl", "g/dL"),
            ("mg %", "mg/dL"),
            ("lakhs/cumm", "10*5/uL"),
            ("10^3/µL", "10*3/uL"),
            ("cells / cumm", "/uL"),
            ("µIU/mL", "u[IU]/mL"),
            ("mIU/L", "m[IU]/L"),
            ("IU/L", "[IU]/L"),
            ("mL/min/1.73m²", "mL/min/{1.73_m2}"),
            ("mm/1st hr", "mm/h"),
            ("/HPF", "/[HPF]"),
            ("mmHg", "mm[Hg]"),
            ("%", "%"),
            ("rng/dl", "mg/dL"),
            ("g/d1", "g/dL"),
            ("°F", "[degF]"),
        ] {
            assert_eq!(ucum(printed), Some(is), "{printed}");
        }
        for no in ["", "negative", "page", "12.5"] {
            assert_eq!(ucum(no), None, "{no}");
        }
    }

    #[test]
    fn a_misread_unit_is_guessed_only_among_those_the_analyte_has() {
        assert_eq!(unit("mg/dx", &["mg/dL"]).map(|(ucum, _)| ucum), Some("mg/dL"));
        assert_eq!(unit("mg/dx", &[]), None);
    }
}
