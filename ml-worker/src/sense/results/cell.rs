//! What stands in the cell of a value: the value, a unit, a flag.

use super::super::{
    Field, Flag, Reading, number,
    token::{Token, field, say},
    units,
    vocabulary::Analyte,
};
use super::{near, unit_at};

/// A value with what may stand in the same cell.
pub(super) struct Parts {
    pub(super) value: Field<Reading>,
    pub(super) unit: Option<(Field<String>, Option<String>)>,
    pub(super) flag: Option<Field<Flag>>,
}

/// Takes the words of a cell apart.
pub(super) fn parts(tokens: &[Token], analyte: Option<&'static Analyte>) -> Option<Parts> {
    let near = near(analyte);
    let (mut value, mut unit, mut said) = (None, None, None);
    let mut words: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        if value.is_none() && words.is_empty() {
            let (text, tail) = tail(&token.text);
            let joined = tokens.get(at + 1).filter(|_| matches!(token.text.as_str(), "<" | ">" | "≤" | "≥"));
            let joined = joined.and_then(|next| Some((number::bounded(&format!("{}{}", token.text, next.text))?, 2)));
            let own = || number::bounded(text).map(|found| (found, 1));
            if let Some(((bound, number, fit), count)) = joined.or_else(own) {
                value = Some(field(Reading::Number { bound, number }, &tokens[at..at + count], fit));
                said = said.or_else(|| tail.map(|flag| field(flag, &tokens[at..=at], 1.0)));
                at += count;
                continue;
            }
            // "7.8g/dL"
            let split = token.text.find(|c: char| c.is_alphabetic() || c == '%' || c == '/').filter(|at| *at > 0);
            if let Some(((number, fit), (ucum, unit_fit))) = split.and_then(|split| {
                let (digits, rest) = token.text.split_at(split);
                number::number(digits).zip(units::unit(rest, &near))
            }) {
                value = Some(field(Reading::Number { bound: "", number }, &tokens[at..=at], fit));
                let text = token.text[split.unwrap_or(0)..].to_owned();
                unit = Some((field(text, &tokens[at..=at], unit_fit), Some(ucum.to_owned())));
                at += 1;
                continue;
            }
        }
        let may_flag = said.is_none() && (value.is_some() || flags(tokens, at, words.is_empty()));
        if let Some(flag) = beside(&token.text).filter(|_| may_flag) {
            said = Some(field(flag, &tokens[at..=at], 1.0));
            at += 1;
        } else if let Some((found, ucum, count)) =
            unit_at(&tokens[at..], &near).filter(|_| value.is_some() && unit.is_none())
        {
            unit = Some((found, Some(ucum.to_owned())));
            at += count;
        } else {
            words.push(token.clone());
            at += 1;
        }
    }
    if value.is_none() {
        let text = say(&words);
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        // "High" in place of a value is the value, and says how it lies.
        said = said.or_else(|| beside(&text).map(|flag| field(flag, &words, 1.0)));
        value = (letters > 0 && text.len() <= 60 && !is_mark(&text)).then(|| field(Reading::Words(text), &words, 1.0));
    }
    Some(Parts { value: value?, unit, flag: said })
}

/// Whether a word of a cell in which no number stands yet can be a flag: before its number, or as a mark behind all words.
fn flags(tokens: &[Token], at: usize, first: bool) -> bool {
    match tokens.get(at + 1) {
        Some(next) => first && number::bounded(tail(&next.text).0).is_some(),
        None => !first && is_mark(&tokens[at].text),
    }
}

/// A flag that is glued to a number: `250H`, `*11.2`.
fn tail(text: &str) -> (&str, Option<Flag>) {
    let bare = text.trim_matches(['*', '↑', '↓', '(', ')']);
    let flag = match text {
        text if text.contains('↑') => Some(Flag::High),
        text if text.contains('↓') => Some(Flag::Low),
        text if text.contains('*') => Some(Flag::Abnormal),
        _ => None,
    };
    for (letter, flag) in [('H', Flag::High), ('L', Flag::Low)] {
        if let Some(number) = bare.strip_suffix(letter).filter(|number| number.ends_with(|c: char| c.is_ascii_digit()))
        {
            return (number, Some(flag));
        }
    }
    (bare, flag)
}

/// What a word in the column of flags says.
pub(super) fn flag(text: &str) -> Option<Flag> {
    Some(match bare(text).to_lowercase().as_str() {
        "h" | "hh" | "high" | "↑" | "hi" | "above" | "elevated" | "raised" | "▲" => Flag::High,
        "l" | "ll" | "low" | "↓" | "lo" | "below" | "decreased" | "▼" => Flag::Low,
        "n" | "normal" | "wnl" | "within range" | "in range" | "ok" => Flag::Normal,
        "a" | "abnormal" | "*" | "**" | "abn" | "out of range" => Flag::Abnormal,
        word if word.len() >= 4 && super::super::alike(word, "high") > 0.95 => Flag::High,
        _ => return None,
    })
}

/// What a word beside a value says. "A" is a blood group there, or an article.
pub(super) fn beside(text: &str) -> Option<Flag> {
    flag(text).filter(|_| !matches!(bare(text), "a" | "A" | "n" | "N"))
}

/// A flag of a letter or two, which says nothing without a value.
fn is_mark(text: &str) -> bool {
    bare(text).chars().count() <= 2 && beside(text).is_some()
}

fn bare(text: &str) -> &str {
    text.trim().trim_matches(['(', ')', '[', ']', '.', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sense::token::tokens;

    #[test]
    fn a_cell_is_taken_apart_and_a_word_for_a_value_stays_one() {
        use Flag::{Abnormal, High, Low, Normal};
        for (text, value, flag) in [
            ("A Positive", "A Positive", None),
            ("A", "A", None),
            ("B Negative", "B Negative", None),
            ("Normal", "Normal", Some(Normal)),
            ("High", "High", Some(High)),
            ("Reactive *", "Reactive", Some(Abnormal)),
            ("Within normal limits", "Within normal limits", None),
            ("11.2 L", "11.2", Some(Low)),
            ("12 A", "12", None),
            ("H 250", "250", Some(High)),
            ("* 126 mg/dl", "126", Some(Abnormal)),
            ("250H", "250", Some(High)),
        ] {
            let parts = parts(&tokens(text), None).expect("a value");
            let shown = match parts.value.value {
                Reading::Number { number, .. } => number.to_string(),
                Reading::Words(words) => words,
            };
            assert_eq!((shown.as_str(), parts.flag.map(|flag| flag.value)), (value, flag), "{text}");
        }
    }

    #[test]
    fn a_mark_without_a_value_is_none() {
        assert!(parts(&tokens("H"), None).is_none());
    }
}
