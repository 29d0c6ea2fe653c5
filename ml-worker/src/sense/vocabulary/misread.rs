//! Whether a printed name may be a known one misread.
//!
//! Names of diseases, tests and medicines differ in little: "hypo" and "hyper", a digit, a letter that stands alone. So a
//! name that is likely another one, well written, is taken for none: its letters must differ as letters do that print
//! confuses, as spellings do, or by one letter that was lost in a long word.

/// Signs that print confuses wherever they stand.
const SIGNS: &[&str] = &["0o", "0q", "1l", "1i", "1j", "il", "ij", "jl", "5s", "8b", "6b", "2z", "9g"];
/// Letters that are taken for each other within a word. An abbreviation of three letters is another one with them: HCV
/// and HEV.
const LETTERS: &[&str] = &["ce", "co", "eo", "oq", "ao", "uv", "vy", "nu", "nh", "hb", "gq", "tf"];
/// Two letters that look like one.
const JOINED: &[(&str, &str)] = &[("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("li", "u")];
/// A word this short says too little for letters to be confused in it.
const SHORT: usize = 4;
/// A word this long is still known where a letter is lost.
const LONG: usize = 7;

/// Whether `said` may be `known` misread; both are plain. `is_word` tells words that known names are made of.
pub(super) fn may_be(said: &str, known: &str, is_word: impl Fn(&str) -> bool) -> bool {
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (said.split(' ').collect(), known.split(' ').collect());
    if ours.len() == theirs.len() {
        return ours.iter().zip(&theirs).all(|(said, known)| word(said, known, &is_word));
    }
    // Spaces come and go, but a letter that stands alone says what: "Protein S" is not "Proteins".
    let alone = |at: usize| {
        let letter = ours[at].chars().count() == 1 && ours[at].chars().all(char::is_alphabetic);
        let number = ours.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        letter && !number && !theirs.contains(&ours[at])
    };
    let spelled = ours.iter().all(|word| word.chars().count() < SHORT);
    (spelled || !(1..ours.len()).any(alone)) && same(&ours.concat(), &theirs.concat(), SIGNS, &[])
}

fn word(said: &str, known: &str, is_word: &impl Fn(&str) -> bool) -> bool {
    if said == known {
        return true;
    }
    let (ours, theirs) = (said.chars().count(), known.chars().count());
    if ours.min(theirs) < SHORT {
        return same(said, known, SIGNS, &[]);
    }
    let digits = [said, known].iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
    if !digits && spelling(said) == spelling(known) {
        return true;
    }
    // What is a word of its own was meant: "antibody" is no "antigen".
    let all: Vec<&str> = SIGNS.iter().chain(LETTERS).copied().collect();
    let lost = !digits && theirs >= LONG && ours + 1 == theirs && is_less_one(said, known);
    !is_word(said) && (lost || same(said, known, &all, JOINED))
}

/// Whether two texts are the same but for signs that look alike.
fn same(mut a: &str, mut b: &str, pairs: &[&str], joined: &[(&str, &str)]) -> bool {
    while let (Some(x), Some(y)) = (a.chars().next(), b.chars().next()) {
        let (of_a, of_b) =
            if x == y || pairs.iter().any(|pair| pair.contains(x) && pair.contains(y)) || both_vowels(x, y) {
                (x.len_utf8(), y.len_utf8())
            } else {
                let two = |long: &str, short: &str| {
                    joined.iter().any(|(two, one)| long.starts_with(two) && short.starts_with(one))
                };
                match (two(a, b), two(b, a)) {
                    (true, _) => (2, 1),
                    (_, true) => (1, 2),
                    _ => return false,
                }
            };
        (a, b) = (&a[of_a..], &b[of_b..]);
    }
    a.is_empty() && b.is_empty()
}

/// Marks of vowels in Hindi, which differ in a stroke.
fn both_vowels(x: char, y: char) -> bool {
    [x, y].iter().all(|c| ('\u{93e}'..='\u{94c}').contains(c))
}

/// A word without what is spelled in two ways: "haemoglobin", "sulphate", "amoxycillin", one more than one.
fn spelling(word: &str) -> String {
    let plural = word.strip_suffix('s').filter(|one| one.len() >= SHORT && !one.ends_with(['a', 'i', 'o', 'u', 's']));
    let word = plural.unwrap_or(word).replace("ae", "e").replace("oe", "e").replace("ph", "f").replace('y', "i");
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// Whether the one is the other less one letter.
fn is_less_one(less: &str, whole: &str) -> bool {
    let same = less.chars().zip(whole.chars()).take_while(|(a, b)| a == b).count();
    less.chars().skip(same).eq(whole.chars().skip(same + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may(said: &str, known: &str) -> bool {
        may_be(said, known, |word| matches!(word, "antibody" | "antigen" | "acute"))
    }

    #[test]
    fn what_print_confuses_is_one_name() {
        for (said, known) in [
            ("hernog1obin", "hemoglobin"),
            ("haemoglobin", "hemoglobin"),
            ("creatlnlnc", "creatinine"),
            ("metforrnin", "metformin"),
            ("hypetension", "hypertension"),
            ("sulphamethoxazole", "sulfamethoxazole"),
            ("neutrophil", "neutrophils"),
            ("p1atelet c0unt", "platelet count"),
            ("totalbilirubin", "total bilirubin"),
            ("hemo globin", "hemoglobin"),
            ("vitamin b 12", "vitamin b12"),
            ("vitamind", "vitamin d"),
            ("s g p t", "sgpt"),
            ("hba1e", "hba1c"),
            ("हिमोग्लोबिन", "हीमोग्लोबिन"),
        ] {
            assert!(may(said, known), "{said} / {known}");
        }
    }

    #[test]
    fn neighbours_are_two_names() {
        for (said, known) in [
            ("hypotension", "hypertension"),
            ("hypovolemia", "hypokalemia"),
            ("hypercalcemia", "hyperkalemia"),
            ("nephritic syndrome", "nephrotic syndrome"),
            ("ckd stage 3", "ckd stage 5"),
            ("type i dm", "type ii dm"),
            ("hepatitis e", "hepatitis c"),
            ("anti hev", "anti hcv"),
            ("hepatitis b surface antibody", "hepatitis b surface antigen"),
            ("il 8", "il 6"),
            ("protein s", "proteins"),
            ("vitamin b1", "vitamin b12"),
            ("ace", "aec"),
            ("dhea", "dheas"),
            ("lincomycin", "vancomycin"),
            ("creatine", "creatinine"),
            ("pulmonary", "pulmonary tb"),
        ] {
            assert!(!may(said, known), "{said} / {known}");
        }
    }
}
