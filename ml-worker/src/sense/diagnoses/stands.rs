//! Whether words say that an illness is there, deny it, leave it open, or speak of somebody else.

use crate::sense::{Diagnosis, fuzzy::plain};
use std::ops::Range;

/// How an illness stands in some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// It is there, where it stands before the cue.
    There,
    /// If one stands before the cue, that one is there; what follows is not.
    Before,
    /// None of it is said to be there.
    Open,
}

/// What some words say.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Heard {
    pub(super) stand: Stand,
    /// The words that say so; where none do, the end.
    pub(super) cue: Range<usize>,
    /// Whether it holds behind a comma too: "No pneumonia, effusion or mass".
    pub(super) lasts: bool,
}

/// What is still to be found out, although it speaks of ruling out.
const UNSETTLED: &[&str] =
    &["cannot", "can not", "could not", "not ruled out", "not excluded", "to be ruled", "to be excluded", "yet to"];
/// Denies what stands before.
const AFTER: &[&str] = &[
    "ruled out",
    "excluded",
    "absent",
    "not seen",
    "not detected",
    "not found",
    "not present",
    "not identified",
    "not evident",
    "not noted",
    "not demonstrated",
    "non reactive",
    "nonreactive",
];
/// Deny what follows.
const NONE: &[&str] =
    &["no", "nil", "denies", "denied", "negative for", "absence of", "free of", "free from", "neither"];
const NOT: &[&str] = &["not", "never"];
const WITHOUT: &[&str] = &["without", "w o", "with no"];
/// What follows is to be ruled out, was once, or is in the family.
const ELSEWHERE: &[&str] = &[
    "rule out",
    "to rule out",
    "r o",
    "h o",
    "history of",
    "past history",
    "past history of",
    "family",
    "family history",
    "family history of",
    "family h o",
    "fh",
    "f h",
    "f h o",
];
/// Leave open what stands on either side.
const DOUBTS: &[&str] = &[
    "suspected",
    "suspect",
    "susp",
    "prob",
    "poss",
    "suspicion",
    "suspicious",
    "probable",
    "probably",
    "possible",
    "possibly",
    "query",
    "differential",
    "differentials",
    "suggestive",
    "suggesting",
    "s o",
    "d d",
    "screening for",
    "risk of",
    "risk for",
    "at risk",
    "prophylaxis",
    "exposure to",
    "vaccination",
    "evaluation",
    "consider",
];
const OTHERWISE: &[&str] = &[
    "or",
    "vs",
    "versus",
    "likely",
    "unlikely",
    "may be",
    "might be",
    "could be",
    "pending",
    "awaited",
    "resolved",
    "recovered",
    "previous",
    "previously",
    "prior",
];
const RELATIVES: &[&str] = &[
    "mother",
    "father",
    "brother",
    "sister",
    "sibling",
    "siblings",
    "parents",
    "maternal",
    "paternal",
    "grandmother",
    "grandfather",
    "husband",
    "wife",
    "spouse",
    "son",
    "daughter",
    "uncle",
    "aunt",
];

/// What these words say of the illness in them.
pub(super) fn hear(words: &[&str]) -> Heard {
    let said = Words::of(words);
    let denied = said.first(UNSETTLED).or_else(|| said.first(AFTER)).or_else(|| negative(words));
    if let Some(cue) = denied {
        return Heard { stand: Stand::Open, cue, lasts: false };
    }
    let asked = words.iter().position(|word| word.contains('?')).map(|at| at..at);
    let open =
        [(asked, false), (said.first(DOUBTS), true), (said.first(OTHERWISE), false), (said.first(RELATIVES), true)];
    let open = open.into_iter().filter_map(|(cue, lasts)| Some((cue?, lasts))).min_by_key(|(cue, _)| cue.start);
    let parted = [
        (said.first(NONE), true, Stand::Before),
        (said.first(NOT), false, Stand::Before),
        (said.first(WITHOUT), true, Stand::There),
        (said.first(ELSEWHERE), true, Stand::Before),
    ];
    let parted = parted.into_iter().filter_map(|(cue, lasts, stand)| Some((cue?, lasts, stand)));
    let parted = parted.min_by_key(|(cue, _, _)| cue.start);
    match (open, parted) {
        (Some((cue, lasts)), parted) if parted.as_ref().is_none_or(|(other, _, _)| cue.start <= other.start) => {
            Heard { stand: Stand::Open, lasts: lasts && cue.start == 0, cue }
        }
        // "Malaria: no", "Diabetes in family": what ends with it speaks of all.
        (_, Some((cue, lasts, stand))) => {
            let whole = cue.start == 0 || cue.end == words.len();
            Heard { stand: if whole { Stand::Open } else { stand }, cue, lasts }
        }
        _ => Heard { stand: Stand::There, cue: words.len()..words.len(), lasts: false },
    }
}

/// Whether all that the words say is how the illness before them stands: "Malaria - negative", "Dengue, suspected".
pub(super) fn is_verdict(words: &[&str]) -> bool {
    let said = Words::of(words);
    let all = 0..words.len();
    let alone = |phrases: &[&str]| said.first(phrases).is_some_and(|cue| cue == all);
    words.iter().all(|word| word.chars().all(|c| !c.is_alphanumeric())) && words.iter().any(|word| word.contains('?'))
        || said.first(AFTER).or_else(|| negative(words)).is_some_and(|cue| cue.start == 0)
        || [NONE, DOUBTS, OTHERWISE, ELSEWHERE].into_iter().any(alone)
}

/// "Malaria negative", "Dengue negative by card": not "negative for", and no "smear negative tuberculosis".
fn negative(words: &[&str]) -> Option<Range<usize>> {
    let at = words.iter().position(|word| matches!(plain(word).as_str(), "negative" | "neg"))?;
    let next = words.get(at + 1).map(|word| plain(word));
    let ends = next.is_none_or(|next| matches!(next.as_str(), "by" | "on" | "in" | "at" | "till" | "so" | ""));
    ends.then_some(at..at + 1)
}

/// Words in small letters with the place where each begins.
struct Words {
    text: String,
    starts: Vec<usize>,
}

impl Words {
    fn of(words: &[&str]) -> Self {
        let (mut text, mut starts) = (String::new(), Vec::new());
        for word in words {
            starts.push(text.len());
            // "N0 pneumonia": no cue has a digit.
            let word = plain(word).replace('0', "o").replace('1', "i");
            if !word.is_empty() {
                text.push_str(&word);
                text.push(' ');
            }
        }
        Self { text, starts }
    }

    /// Which words the first of these phrases takes; of two that begin together, the longer.
    fn first(&self, phrases: &[&str]) -> Option<Range<usize>> {
        self.starts.iter().enumerate().find_map(|(place, start)| {
            // A mark has no letters: the word after it begins at the same place.
            if self.starts.get(place + 1) == Some(start) {
                return None;
            }
            let rest = &self.text[*start..];
            let fits = |phrase: &&&str| rest.strip_prefix(**phrase).is_some_and(|rest| rest.starts_with(' '));
            let long = phrases.iter().filter(fits).map(|phrase| phrase.len()).max()?;
            let end = self.starts.iter().position(|next| *next > start + long).unwrap_or(self.starts.len());
            Some(place..end)
        })
    }
}

impl Diagnosis {
    /// Whether its words leave open, deny, or say of somebody else what they name: it is told as it is printed, and is no
    /// condition of the person.
    pub fn is_open(&self) -> bool {
        let words: Vec<&str> = self.text.value.split_whitespace().collect();
        self.icd10.is_none() && self.name.is_none() && hear(&words).stand != Stand::There
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_say_whether_an_illness_is_there() {
        use Stand::{Before, Open, There};
        for (text, stand, from) in [
            ("Type 2 diabetes mellitus", There, 4),
            ("Type 2 diabetes without complications", There, 3),
            ("Asthma not controlled", Before, 1),
            ("Viral fever to rule out dengue", Before, 2),
            ("Smear negative tuberculosis", There, 3),
            ("No pulmonary embolism.", Open, 0),
            ("N0 acute myocardial infarction", Open, 0),
            ("Negative for malaria", Open, 0),
            ("Malaria negative", Open, 1),
            ("Malaria : no", Open, 2),
            ("Dengue ruled out", Open, 1),
            ("Pneumonia cannot be excluded", Open, 1),
            ("Dengue ?", Open, 1),
            ("?TB", Open, 0),
            ("r/o TB", Open, 0),
            ("h/o asthma", Open, 0),
            ("Family history of diabetes", Open, 0),
            ("Diabetes in mother", Open, 2),
            ("Suspected dengue", Open, 0),
            ("Dengue or malaria", Open, 1),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            let heard = hear(&words);
            assert_eq!((heard.stand, heard.cue.start), (stand, from), "{text}");
        }
        for (text, is) in [("negative", true), ("not detected on smear", true), ("?", true), ("suspected", true)] {
            assert_eq!(is_verdict(&text.split(' ').collect::<Vec<_>>()), is, "{text}");
        }
        for no in ["negative for ketones", "uncontrolled", "no complications", "suspected dengue"] {
            assert!(!is_verdict(&no.split(' ').collect::<Vec<_>>()), "{no}");
        }
    }
}
