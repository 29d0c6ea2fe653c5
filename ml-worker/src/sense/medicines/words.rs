//! The words of a prescription: forms, strengths, how much, how often, how long.

use super::super::{
    Frequency,
    fuzzy::{alike_plain, plain},
    number,
    token::{Token, say},
    vocabulary::Medicines,
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
    ("eyedrops", "drops"),
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

/// Whether a text is a medicine's name, or begins with one.
pub(crate) fn names(text: &str, list: &Medicines) -> bool {
    let words: Vec<&str> = text.split_whitespace().filter(|word| form(word).is_none()).collect();
    (1..=words.len().min(4)).any(|count| list.find(&words[..count].join(" ")).is_some_and(|(_, fit)| fit >= 0.85))
}

/// What the first of these words say, and how many they are.
pub(super) fn attribute(tokens: &[Token]) -> Option<(Bit, usize)> {
    (1..=tokens.len().min(7)).rev().find_map(|count| {
        let words = &tokens[..count];
        let text = say(words);
        let text = text.trim_matches([',', ';', '(', ')', ' ']);
        let (what, fit) = of_text(text, count)?;
        Some((Bit { what, tokens: words.to_vec(), fit }, count))
    })
}

fn of_text(text: &str, words: usize) -> Option<(Attribute, f32)> {
    if let Some((said, fit)) = exact(text) {
        return Some((Attribute::Frequency(said), fit));
    }
    if words <= 5
        && let Some((days, fit)) = days(text)
    {
        return Some((Attribute::Days(days), fit));
    }
    if words <= 4
        && let Some((attribute, fit)) = amount(text)
    {
        return Some((attribute, fit));
    }
    (words == 1 && text.len() > 1).then(|| form(text)).flatten().map(|form| (Attribute::Form(form), 1.0))
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

/// "x 5 days", "for 2 weeks", "5/7", "1 month".
pub(super) fn days(text: &str) -> Option<(u16, f32)> {
    let low = text.to_lowercase();
    let low = low.trim_end_matches('.');
    let low = ["x ", "x", "× ", "×", "for ", "times ", "upto ", "up to "]
        .iter()
        .find_map(|head| low.strip_prefix(head))
        .unwrap_or(low)
        .trim();
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
            .filter(|number| (1..=60).contains(number))
            .map(|number| (number * each, 0.95));
    }
    let split = low.find(|c: char| c.is_alphabetic() && !matches!(c, 'o' | 'l' | 'i')).or_else(|| low.find(' '))?;
    let (digits, unit) = low.split_at(split);
    let worded = [("one", 1.0), ("two", 2.0), ("three", 3.0), ("five", 5.0), ("seven", 7.0), ("ten", 10.0), ("a", 1.0)];
    let (number, fit, unit) = match number::number(&digits.trim().to_uppercase()) {
        Some((number, fit)) => (number, fit, unit.trim()),
        None => {
            let (word, unit) = low.split_once(' ')?;
            let (_, number) = worded.iter().find(|(name, _)| *name == word)?;
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

const TIMES: &[(&str, f32)] = &[
    ("od", 1.0),
    ("qd", 1.0),
    ("once daily", 1.0),
    ("once a day", 1.0),
    ("once in a day", 1.0),
    ("daily", 1.0),
    ("one daily", 1.0),
    ("every day", 1.0),
    ("1 time a day", 1.0),
    ("every 24 hours", 1.0),
    ("q24h", 1.0),
    ("hs", 1.0),
    ("qhs", 1.0),
    ("at bedtime", 1.0),
    ("at night", 1.0),
    ("bedtime", 1.0),
    ("nocte", 1.0),
    ("in the morning", 1.0),
    ("every morning", 1.0),
    ("every night", 1.0),
    ("each morning", 1.0),
    ("mane", 1.0),
    ("om", 1.0),
    ("on", 1.0),
    ("bd", 2.0),
    ("bid", 2.0),
    ("b d", 2.0),
    ("twice daily", 2.0),
    ("twice a day", 2.0),
    ("two times a day", 2.0),
    ("2 times a day", 2.0),
    ("every 12 hours", 2.0),
    ("q12h", 2.0),
    ("12 hourly", 2.0),
    ("morning and night", 2.0),
    ("morning and evening", 2.0),
    ("tds", 3.0),
    ("tid", 3.0),
    ("thrice daily", 3.0),
    ("thrice a day", 3.0),
    ("three times a day", 3.0),
    ("three times daily", 3.0),
    ("3 times a day", 3.0),
    ("every 8 hours", 3.0),
    ("q8h", 3.0),
    ("8 hourly", 3.0),
    ("qid", 4.0),
    ("qds", 4.0),
    ("four times a day", 4.0),
    ("four times daily", 4.0),
    ("4 times a day", 4.0),
    ("every 6 hours", 4.0),
    ("q6h", 4.0),
    ("6 hourly", 4.0),
    ("every 4 hours", 6.0),
    ("q4h", 6.0),
    ("alternate days", 0.5),
    ("on alternate days", 0.5),
    ("alternate day", 0.5),
    ("every other day", 0.5),
    ("once a week", 0.142_857),
    ("once weekly", 0.142_857),
    ("weekly", 0.142_857),
    ("every week", 0.142_857),
    ("twice a week", 0.285_714),
    ("twice weekly", 0.285_714),
    ("once a month", 0.033_333),
    ("once monthly", 0.033_333),
    ("दिन में एक बार", 1.0),
    ("दिन में दो बार", 2.0),
    ("दिन में तीन बार", 3.0),
    ("दिन में चार बार", 4.0),
    ("दिन में 1 बार", 1.0),
    ("दिन में 2 बार", 2.0),
    ("दिन में 3 बार", 3.0),
    ("रोज एक बार", 1.0),
    ("सुबह शाम", 2.0),
    ("सुबह को", 1.0),
    ("रात को", 1.0),
    ("सोते समय", 1.0),
    ("monthly", 0.033_333),
];

const NEEDED: &[&str] = &[
    "sos",
    "prn",
    "as needed",
    "if needed",
    "when needed",
    "when required",
    "as required",
    "if required",
    "जरूरत होने पर",
];

/// How often the whole of a text says, and how well it fits.
fn exact(text: &str) -> Option<(Frequency, f32)> {
    let said = |per_day, as_needed| Frequency { text: text.to_owned(), per_day, as_needed };
    if let Some((sum, fit)) = slots(text) {
        return Some((said(Some(sum), false), fit));
    }
    let low = plain(text);
    let bare = low.strip_prefix("take ").unwrap_or(&low);
    if NEEDED.contains(&bare) || bare == "s o s" {
        return Some((said(None, true), 1.0));
    }
    if bare == "stat" {
        return Some((said(None, false), 1.0));
    }
    if let Some((_, times)) = TIMES.iter().find(|(name, _)| *name == bare) {
        // "on" is a word of every sentence; as "every night" it is written large.
        let word = matches!(bare, "on" | "om") && text != bare.to_uppercase();
        return (!word).then(|| (said(Some(*times), false), 1.0));
    }
    let near = TIMES.iter().filter(|(name, _)| name.len() >= 8 && name.len().abs_diff(bare.len()) <= 2);
    let near = near.map(|(name, times)| (alike_plain(name, bare), times)).max_by(|a, b| a.0.total_cmp(&b.0));
    // "every 8 hours" and "every 6 hours" differ in a digit, which no likeness may pass over.
    near.filter(|(fit, _)| *fit >= 0.88 && !bare.chars().any(|c| c.is_ascii_digit()))
        .map(|(fit, times)| (said(Some(*times), false), fit))
}

/// "1-0-1", "1 - 0 - 1", "½-0-½", "1/2-0-1", "1-1-1-1", "l-O-1": how often a day, and how well it fits.
fn slots(text: &str) -> Option<(f32, f32)> {
    // "1-0-1 5 days": a number that stands apart belongs to what follows.
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let apart = |two: &[&str]| two[0].ends_with(char::is_alphanumeric) && two[1].starts_with(char::is_alphanumeric);
    if pieces.windows(2).any(apart) {
        return None;
    }
    let bare: String = pieces.concat();
    let bare = bare.replace(['–', '—', '−', '+', '='], "-").replace('½', "1/2");
    let parts: Vec<&str> = bare.split('-').collect();
    if !(3..=4).contains(&parts.len()) {
        return None;
    }
    let (mut times, mut fit) = (0.0, 1.0);
    for part in parts {
        let amount = match part {
            "1/2" | "l/2" | "0.5" => 0.5,
            "1/4" => 0.25,
            "0" | "x" | "X" => 0.0,
            "O" | "o" | "Q" => {
                fit *= 0.9;
                0.0
            }
            "l" | "I" | "|" | "i" => {
                fit *= 0.9;
                1.0
            }
            part => part.parse::<f32>().ok().filter(|amount| (0.0..=40.0).contains(amount) && part.len() <= 3)?,
        };
        times += if amount > 0.0 { 1.0 } else { 0.0 };
    }
    (times > 0.0).then_some((times, fit))
}

/// How often any words of a text say.
pub(crate) fn frequency(text: &str) -> Option<Frequency> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found: Option<Frequency> = None;
    let mut at = 0;
    while at < words.len() {
        let hit = (1..=(words.len() - at).min(7)).rev().find_map(|count| {
            let text = words[at..at + count].join(" ");
            Some((exact(text.trim_matches([',', ';', '(', ')', '.']))?.0, count))
        });
        match hit {
            Some((said, count)) => {
                found = Some(match found {
                    None => said,
                    Some(known) => Frequency {
                        text: known.text,
                        per_day: known.per_day.or(said.per_day),
                        as_needed: known.as_needed || said.as_needed,
                    },
                });
                at += count;
            }
            None => at += 1,
        }
    }
    found
}

/// How often a day a text says; `None` where it does not.
pub fn per_day(text: &str) -> Option<f32> {
    frequency(text).and_then(|said| said.per_day)
}
