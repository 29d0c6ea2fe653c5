//! The words of a prescription: forms, strengths, how much, how long.

use super::{
    super::{
        Frequency,
        fuzzy::{alike_plain, plain},
        number,
        token::{Token, say},
        vocabulary::Medicines,
    },
    often::exact,
};

/// What some words say about a medicine.
pub(super) struct Bit {
    pub(super) what: Attribute,
    pub(super) tokens: Vec<Token>,
    pub(super) fit: f32,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Attribute {
    Strength(String),
    Dose(String),
    Frequency(Frequency),
    Days(u16),
    Form(&'static str),
}

const FORMS: &[(&str, &str)] = &[
    ("tab", "tablet"),
    ("tabs", "tablet"),
    ("tablet", "tablet"),
    ("tablets", "tablet"),
    ("t", "tablet"),
    ("cap", "capsule"),
    ("caps", "capsule"),
    ("capsule", "capsule"),
    ("capsules", "capsule"),
    ("inj", "injection"),
    ("injection", "injection"),
    ("syp", "syrup"),
    ("syr", "syrup"),
    ("syrup", "syrup"),
    ("susp", "suspension"),
    ("suspension", "suspension"),
    ("oint", "ointment"),
    ("ointment", "ointment"),
    ("cream", "cream"),
    ("gel", "gel"),
    ("lotion", "lotion"),
    ("drops", "drops"),
    ("drop", "drops"),
    ("eyedrops", "eye drops"),
    ("e d", "eye drops"),
    ("inhaler", "inhaler"),
    ("mdi", "inhaler"),
    ("neb", "nebuliser solution"),
    ("respules", "nebuliser solution"),
    ("sachet", "sachet"),
    ("sachets", "sachet"),
    ("powder", "powder"),
    ("spray", "spray"),
    ("patch", "patch"),
    ("suppository", "suppository"),
    ("mouthwash", "mouthwash"),
    ("गोली", "tablet"),
    ("कैप्सूल", "capsule"),
    ("सिरप", "syrup"),
    ("इंजेक्शन", "injection"),
    ("मलहम", "ointment"),
];

/// The form a word stands for.
pub(super) fn form(word: &str) -> Option<&'static str> {
    let word = plain(word);
    let exact = FORMS.iter().find(|(form, _)| *form == word);
    let near = || FORMS.iter().find(|(form, _)| form.len() >= 5 && alike_plain(form, &word) >= 0.85);
    exact.or_else(near).map(|(_, form)| *form)
}

/// Forms that are put into an eye, an ear or the nose.
const PLACED: &[(&str, &str)] = &[
    ("eye drops", "eye drops"),
    ("eye drop", "eye drops"),
    ("eye ear drops", "eye drops"),
    ("eye ointment", "eye ointment"),
    ("eye gel", "eye ointment"),
    ("ear drops", "ear drops"),
    ("ear drop", "ear drops"),
    ("nasal drops", "nasal drops"),
    ("nasal drop", "nasal drops"),
];

/// The form the words at a place name, and how many they are.
pub(super) fn form_at(tokens: &[Token], at: usize) -> Option<(&'static str, usize)> {
    let two = tokens.get(at..at + 2).and_then(|two| placed(&say(two)));
    two.map(|form| (form, 2)).or_else(|| form(&tokens.get(at)?.text).map(|form| (form, 1)))
}

fn placed(text: &str) -> Option<&'static str> {
    let text = plain(text);
    PLACED.iter().find(|(words, _)| *words == text).map(|(_, form)| *form)
}

/// Whether a text is a medicine's name, or begins with one.
pub(crate) fn names(text: &str, list: &Medicines) -> bool {
    let words: Vec<&str> = text.split_whitespace().filter(|word| form(word).is_none()).collect();
    (1..=words.len().min(4)).any(|count| list.find(&words[..count].join(" ")).is_some_and(|(_, fit)| fit >= 0.85))
}

/// Behind these words a time says when, or how often: "every 3 days", "in 2 weeks", "review after a month".
const BOUND: &[&str] = &[
    "every", "each", "in", "per", "time", "times", "once", "twice", "thrice", "after", "since", "within", "before",
    "last", "past",
];

/// Before these it says when, or how often, too: "2 weeks ago", "5 days a month".
const LOOSE: &[&str] = &["ago", "back", "old", "later", "a", "per", "every"];

/// What the words at a place say, and how many they are.
pub(super) fn attribute(tokens: &[Token], at: usize) -> Option<(Bit, usize)> {
    let rest = tokens.get(at..)?;
    let before = at.checked_sub(1).map(|before| plain(&tokens[before].text)).unwrap_or_default();
    let free = !BOUND.contains(&before.as_str());
    (1..=rest.len().min(7)).rev().find_map(|count| {
        let words = &rest[..count];
        let text = say(words);
        let text = text.trim_matches([',', ';', '(', ')', ' ']);
        let (what, fit) = of_text(text, count, free)?;
        let loose = || rest.get(count).is_some_and(|next| LOOSE.contains(&plain(&next.text).as_str()));
        (!matches!(what, Attribute::Days(_)) || !loose()).then(|| (Bit { what, tokens: words.to_vec(), fit }, count))
    })
}

/// `free` says that a time here may say how long.
fn of_text(text: &str, words: usize, free: bool) -> Option<(Attribute, f32)> {
    if let Some((said, fit)) = exact(text) {
        return Some((Attribute::Frequency(said), fit));
    }
    if words <= 5
        && let Some((days, fit)) = days(text, free)
    {
        return Some((Attribute::Days(days), fit));
    }
    if words == 2 && free && is_each(text) {
        // "1 tab a week": nobody says in how many parts.
        let said = Frequency { text: text.to_owned(), ..Frequency::default() };
        return Some((Attribute::Frequency(said), 1.0));
    }
    if words <= 4
        && let Some((attribute, fit)) = amount(text)
    {
        return Some((attribute, fit));
    }
    let form = match words {
        1 if text.len() > 1 => form(text),
        2 => placed(text),
        _ => None,
    };
    form.map(|form| (Attribute::Form(form), 1.0))
}

/// "a week", "per day".
fn is_each(text: &str) -> bool {
    let text = plain(text);
    text.split_once(' ').is_some_and(|(link, noun)| {
        matches!(link, "a" | "per" | "each") && matches!(noun, "day" | "week" | "fortnight" | "month" | "year")
    })
}

/// "500 mg", "250mg/5ml", "60,000 IU", "1 tab", "2 puffs".
fn amount(text: &str) -> Option<(Attribute, f32)> {
    let low = text.to_lowercase();
    let low = low.trim_start_matches("take ").trim_start_matches("apply ").trim_end_matches('.');
    let units = ["mg", "mcg", "µg", "ug", "g", "gm", "iu", "units", "unit", "%", "u", "meq", "mgs", "lac", "k", "i.u"];
    let doses = [
        "tab",
        "tabs",
        "tablet",
        "tablets",
        "cap",
        "caps",
        "capsule",
        "capsules",
        "puff",
        "puffs",
        "drop",
        "drops",
        "ml",
        "tsp",
        "teaspoon",
        "teaspoons",
        "sachet",
        "sachets",
        "spray",
        "sprays",
        "amp",
        "ampoule",
        "vial",
        "scoop",
        "tbsp",
        "application",
    ];
    let split = low.find(|c: char| {
        !(c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | '-' | ' ' | 'o' | 'l' | 'i' | '½' | '+')) || c == '%'
    });
    let worded = [("one ", 1), ("two ", 2), ("half ", 0)].iter().find_map(|(word, _)| low.strip_prefix(word));
    if let Some(rest) = worded.filter(|rest| doses.contains(&rest.trim())) {
        return Some((Attribute::Dose(format!("{} {}", low.split(' ').next().unwrap_or_default(), rest.trim())), 1.0));
    }
    // A unit may begin with letters that look like digits: "iu", "l".
    let split = [split, low.find("iu"), low.find("i.u")].into_iter().flatten().min()?;
    let (digits, unit) = low.split_at(split);
    let unit = unit.trim();
    let digits = digits.trim();
    if digits.is_empty() || !digits.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    let fits: f32 = digits
        .split(['/', '+', '-'])
        .map(|part| {
            if part.trim() == "½" {
                Some(1.0)
            } else {
                number::number(&part.trim().to_uppercase()).map(|(_, fit)| fit)
            }
        })
        .try_fold(1.0, |all, fit| fit.map(|fit| all * fit))?;
    let first = unit.split(['/', ' ']).next().unwrap_or_default();
    let per = unit.strip_prefix(first).map(str::trim).unwrap_or_default();
    let over = per.is_empty()
        || per.starts_with('/')
            && (per.contains("ml")
                || per.contains("kg")
                || per.contains("puff")
                || per.contains("dose")
                || per.contains("mg"));
    if doses.contains(&unit) {
        return Some((Attribute::Dose(text.to_owned()), fits));
    }
    // "10/12.5 mg" has two numbers, "5-10 mg" is a dose; both are written as they stand.
    (units.contains(&first) && over).then(|| (Attribute::Strength(text.trim_end_matches('.').to_owned()), fits))
}

/// "x 5 days", "for 2 weeks", "5/7", "1 month"; `free` says that it needs no word such as "for".
fn days(text: &str, free: bool) -> Option<(u16, f32)> {
    let low = text.to_lowercase();
    let low = low.trim_end_matches('.');
    let head = ["x ", "x", "× ", "×", "for ", "upto ", "up to "].iter().find_map(|head| low.strip_prefix(head));
    if head.is_none() && !free {
        return None;
    }
    let low = head.unwrap_or(low).trim();
    let low = low.trim_start_matches("the next ").trim_start_matches("next ");
    if let Some(number) = low.strip_suffix("/7").or_else(|| low.strip_suffix("/52")).or_else(|| low.strip_suffix("/12"))
    {
        let each = if low.ends_with("/7") {
            1
        } else if low.ends_with("/52") {
            7
        } else {
            30
        };
        // "1/12" of something else would be a fraction: one number, small.
        return number
            .parse::<u16>()
            .ok()
            .filter(|days| (1..=60).contains(days) && !number.starts_with('0'))
            .map(|number| (number * each, 0.95));
    }
    let split = low.find(|c: char| c.is_alphabetic() && !matches!(c, 'o' | 'l' | 'i')).or_else(|| low.find(' '))?;
    let (digits, unit) = low.split_at(split);
    let worded = [("one", 1.0), ("two", 2.0), ("three", 3.0), ("five", 5.0), ("seven", 7.0), ("ten", 10.0), ("a", 1.0)];
    let (number, fit, unit) = match number::number(&digits.trim().to_uppercase()) {
        Some((number, fit)) => (number, fit, unit.trim()),
        None => {
            let (word, unit) = low.split_once(' ')?;
            // "a week" alone is how often, as in "once a week".
            let (_, number) = worded.iter().find(|(name, _)| *name == word && (word != "a" || head.is_some()))?;
            (*number, 1.0, unit.trim())
        }
    };
    let (each, unit_fit) = match unit {
        "d" | "day" | "days" | "day's" | "nights" | "दिन" | "दिनों" => (1.0, 1.0),
        "w" | "wk" | "wks" | "week" | "weeks" | "सप्ताह" | "हफ्ते" => (7.0, 1.0),
        "m" | "mo" | "mth" | "mths" | "month" | "months" | "माह" | "महीने" => (30.0, 1.0),
        "year" | "years" => (365.0, 1.0),
        unit if unit.len() >= 4 && alike_plain(unit, "days") > 0.85 => (1.0, 0.9),
        unit if unit.len() >= 4 && alike_plain(unit, "weeks") > 0.85 => (7.0, 0.9),
        unit if unit.len() >= 5 && alike_plain(unit, "months") > 0.85 => (30.0, 0.9),
        _ => return None,
    };
    let days = number * each;
    (1.0..=730.0).contains(&days).then_some((days as u16, fit * unit_fit))
}
