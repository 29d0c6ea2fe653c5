//! How often: "1-0-1", "BD", "at night", "twice a week", "when needed".

use super::{
    super::{
        Frequency, date,
        fuzzy::{alike_plain, plain},
    },
    join::join,
    rate::rate,
};

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
    ("thrice a week", 0.428_571),
    ("thrice weekly", 0.428_571),
    ("three times a week", 0.428_571),
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
pub(super) fn exact(text: &str) -> Option<(Frequency, f32)> {
    let said = |per_day, as_needed| Frequency { text: text.to_owned(), per_day, as_needed };
    if let Some(slots) = slots(text) {
        return Some((said(Some(slots.times), false), slots.fit));
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
    if let Some(per_day) = rate(text) {
        return Some((said(per_day, false), 1.0));
    }
    let near = TIMES.iter().filter(|(name, _)| name.len() >= 8 && name.len().abs_diff(bare.len()) <= 2);
    let near = near.map(|(name, times)| (alike_plain(name, bare), times)).max_by(|a, b| a.0.total_cmp(&b.0));
    // "every 8 hours" and "every 6 hours" differ in a digit, which no likeness may pass over.
    near.filter(|(fit, _)| *fit >= 0.88 && !bare.chars().any(|c| c.is_ascii_digit()))
        .map(|(fit, times)| (said(Some(*times), false), fit))
}

/// "1-0-1": how often a day, in which parts of it, and how well the text fits.
pub(super) struct Slots {
    times: f32,
    /// Morning 1, noon 2, evening 4, night 8.
    pub(super) parts: u8,
    fit: f32,
}

/// "1-0-1", "1 - 0 - 1", "½-0-½", "1/2-0-1", "1-1-1-1", "l-O-1".
pub(super) fn slots(text: &str) -> Option<Slots> {
    // "1-0-1 5 days": a number that stands apart belongs to what follows.
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let apart = |two: &[&str]| two[0].ends_with(char::is_alphanumeric) && two[1].starts_with(char::is_alphanumeric);
    if pieces.windows(2).any(apart) {
        return None;
    }
    let bare: String = pieces.concat();
    let bare = bare.replace(['–', '—', '−', '+', '='], "-").replace('½', "1/2");
    let parts: Vec<&str> = bare.split('-').collect();
    let bits: &[u8] = match parts.len() {
        3 => &[1, 2, 8],
        4 => &[1, 2, 4, 8],
        _ => return None,
    };
    let mut slots = Slots { times: 0.0, parts: 0, fit: 1.0 };
    for (part, bit) in parts.iter().zip(bits) {
        let amount = match *part {
            "1/2" | "l/2" | "0.5" => 0.5,
            "1/4" => 0.25,
            "0" | "x" | "X" => 0.0,
            "O" | "o" | "Q" => {
                slots.fit *= 0.9;
                0.0
            }
            "l" | "I" | "|" | "i" => {
                slots.fit *= 0.9;
                1.0
            }
            // "03" is the month of a day.
            part if part.len() > 1 && part.starts_with('0') => return None,
            part => part.parse::<f32>().ok().filter(|amount| (0.0..=40.0).contains(amount) && part.len() <= 3)?,
        };
        if amount > 0.0 {
            slots.times += 1.0;
            slots.parts |= bit;
        }
    }
    // "12-10-24" is a day.
    (slots.times > 0.0 && date::date(&bare, false).is_none()).then_some(slots)
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
                    Some(known) => join(&known, &said, false).0,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_no_pattern_of_doses() {
        for no in ["12-03-24", "12-10-24", "12 - 03 - 24", "01-02-03", "1-2-24"] {
            assert_eq!(per_day(no), None, "{no}");
        }
        for (text, times) in [("10-0-12", 2.0), ("0.5-0-0.5", 2.0), ("2-2-2-2", 4.0)] {
            assert_eq!(per_day(text), Some(times), "{text}");
        }
    }
}
