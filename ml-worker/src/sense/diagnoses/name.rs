//! Which illness some words name, and the code that is printed beside them.

use crate::sense::{
    fuzzy::plain,
    token::{Token, say},
    vocabulary::{self, Illness},
};
use std::cmp::Reverse;

/// Words that leave an illness the one it is.
const PASSING: &[&str] = &[
    "known",
    "case",
    "k c o",
    "kco",
    "severe",
    "mild",
    "moderate",
    "uncontrolled",
    "controlled",
    "poorly",
    "well",
    "newly",
    "new",
    "diagnosed",
    "confirmed",
    "active",
    "bilateral",
    "left",
    "right",
    "lt",
    "rt",
    "recurrent",
];
/// Words that begin another thing, which may be an illness too.
const LINKS: &[&str] =
    &["with", "due", "to", "secondary", "in", "on", "and", "plus", "complicated", "by", "associated"];
/// What follows is no illness that is there.
const STOPS: &[&str] = &["for", "after", "following", "from", "since", "day", "post", "x"];
/// Time as it is printed behind a number.
const TIMES: &[&str] = &["yr", "year", "month", "mth", "week", "wk", "day"];
/// Signs in brackets that are no code: a vitamin, vertebrae.
const NO_CODES: &[&str] = &["B12", "D10", "D11", "D12", "T10", "T11", "T12"];

/// The illness these words name. A phrase names one as a whole: "portal hypertension" is none that is known, although
/// "hypertension" is.
pub(super) fn illness(words: &[Token]) -> Option<(&'static Illness, f32)> {
    if let Some(found) = vocabulary::illness(&say(words)) {
        return Some(found);
    }
    let phrases = phrases(words);
    let aside = |phrase: &[Token]| phrase.first().is_some_and(|first| first.text.starts_with(['(', '[']));
    let only = phrases.iter().filter(|phrase| !aside(phrase)).count() == 1;
    let found = phrases.iter().filter_map(|phrase| of_phrase(phrase, only && !aside(phrase)));
    let (illness, fit, _) = found.min_by_key(|(_, _, count)| Reverse(*count))?;
    Some((illness, if phrases.len() == 1 { fit } else { fit * 0.95 }))
}

/// What stands between links and brackets.
fn phrases(words: &[Token]) -> Vec<Vec<Token>> {
    let mut phrases: Vec<Vec<Token>> = vec![Vec::new()];
    for (at, token) in words.iter().enumerate() {
        let word = plain(&token.text);
        if at > 0 && (STOPS.contains(&word.as_str()) || is_time(&word, words.get(at + 1))) {
            break;
        }
        let link = word.is_empty() || LINKS.contains(&word.as_str());
        if link || token.text.starts_with(['(', '[']) {
            phrases.push(Vec::new());
        }
        if let Some(phrase) = phrases.last_mut().filter(|_| !link) {
            phrase.push(token.clone());
        }
        if token.text.ends_with([')', ']']) {
            phrases.push(Vec::new());
        }
    }
    phrases.retain(|phrase| !phrase.is_empty());
    phrases
}

/// "10 years", "5yrs".
fn is_time(word: &str, next: Option<&Token>) -> bool {
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let time = |text: &str| TIMES.iter().any(|time| text.starts_with(time));
    unit != word && (time(unit) || unit.is_empty() && next.is_some_and(|next| time(&plain(&next.text))))
}

fn of_phrase(phrase: &[Token], only: bool) -> Option<(&'static Illness, f32, usize)> {
    let bare = without(phrase, PASSING);
    let joined = without(&bare, &["of"]);
    let calm = without(&joined, &["acute", "chronic"]);
    let has = |course: &str| bare.iter().any(|token| plain(&token.text) == course);
    [phrase, &bare, &joined, &calm].into_iter().find_map(|words| {
        let text = say(words);
        let (illness, fit) = vocabulary::illness(&text)?;
        let name = illness.name.to_lowercase();
        // "Chronic sinusitis" is not the acute one.
        let turned = has("acute") && name.contains("chronic") || has("chronic") && name.contains("acute");
        // A short word within a longer text is another word more often than an abbreviation misread.
        let plainly = fit > 0.999 && (plain(&text).len() > 3 || text.chars().all(|c| !c.is_lowercase()));
        (!turned && (only || words.len() > 1 || plainly)).then_some((illness, fit, words.len()))
    })
}

/// The words less some that say little; "stage" and the like go with what follows them.
fn without(words: &[Token], less: &[&str]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut skip = false;
    for token in words {
        let word = plain(&token.text);
        let stage = matches!(word.as_str(), "stage" | "grade" | "class");
        if !skip && !stage && !less.contains(&word.as_str()) {
            kept.push(token.clone());
        }
        skip = stage;
    }
    kept
}

/// The code that is printed, and the words without it.
pub(super) fn coded(tokens: &[Token]) -> (Option<String>, Vec<Token>) {
    let code = |place: usize| icd10(&tokens[place].text).filter(|code| is_code(tokens, place, code));
    let codes: Vec<Option<String>> = (0..tokens.len()).map(code).collect();
    let words = tokens.iter().zip(&codes).filter(|(token, code)| {
        let label = matches!(plain(&token.text).as_str(), "icd" | "icd10" | "icd 10" | "code" | "");
        token.text == "?" || code.is_none() && !label && token.text != ":"
    });
    let words = words.map(|(token, _)| token.clone()).collect();
    (codes.into_iter().flatten().next(), words)
}

/// "I10", "E11.9".
fn icd10(text: &str) -> Option<String> {
    let bare = text.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let mut letters = bare.chars();
    let fits = letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.next().is_some_and(|c| c.is_ascii_digit())
        && letters.next().is_some_and(|c| c.is_ascii_digit());
    let rest = bare.get(3..).unwrap_or_default();
    let tail = rest.is_empty()
        || rest
            .strip_prefix('.')
            .is_some_and(|rest| (1..=3).contains(&rest.len()) && rest.chars().all(|c| c.is_ascii_digit()));
    (fits && tail).then(|| bare.to_owned())
}

/// Whether three signs are a code where they stand, and no vertebra or antigen: in brackets, behind "ICD", or where the
/// other words name what it stands for.
fn is_code(tokens: &[Token], place: usize, code: &str) -> bool {
    let before = &tokens[..place];
    let labelled = before.iter().rev().take(3).any(|token| {
        let word = plain(&token.text);
        word.starts_with("icd") || word == "code"
    });
    let opens = |text: &str| text.starts_with(['(', '[']);
    let bracket =
        opens(&tokens[place].text) || before.last().is_some_and(|token| matches!(token.text.as_str(), "(" | "["));
    if code.len() > 3 || labelled || bracket && !NO_CODES.contains(&code) {
        return true;
    }
    let others: Vec<Token> = before.iter().chain(&tokens[place + 1..]).cloned().collect();
    illness(&others).is_some_and(|(illness, _)| illness.icd10.starts_with(code))
}
