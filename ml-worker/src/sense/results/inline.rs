//! Values within a line or a sentence: "Hb 11.2 g/dL, TLC 8,900 /cumm, BP: 130/80 mmHg".

use super::super::{
    At, DateRole, Label, Measured, Reading, Table,
    fuzzy::plain,
    layout::{Laid, Segment},
    number, pairs, table,
    token::{Token, field, say},
    vocabulary::{self, Analyte},
};
use super::{Who, cell::beside, in_unit, near, specimen, sured, unit_at, usual};
use std::collections::HashSet;

/// No name has more words.
const LONGEST: usize = 5;
/// Words after which a value is wished for or feared, and not measured.
const WISHES: &[&str] = &[
    "if",
    "when",
    "target",
    "targets",
    "goal",
    "maintain",
    "maintaining",
    "keep",
    "keeping",
    "aim",
    "below",
    "above",
    "till",
    "until",
    "unless",
];
/// So many words later they are spent.
const REACH: usize = 4;

pub(super) fn find(laid: &Laid, tables: &[Table], who: Who) -> Vec<Measured> {
    let mut results = Vec::new();
    for (page_number, page) in laid.pages.iter().enumerate() {
        let taken = |segment: &Segment| {
            tables.iter().any(|table| {
                table.page == page_number as u32 + 1
                    && (table.is_results() || table.is_bill() || table.is_medicines())
                    && table::holds(&table.area, &segment.area)
            })
        };
        for row in &page.rows {
            let tokens: Vec<Token> = row
                .segments
                .iter()
                .filter(|segment| !taken(segment))
                .flat_map(|segment| segment.tokens.clone())
                .collect();
            line(&tokens, who, &mut results);
        }
    }
    if !results.is_empty() {
        let advised = advised(laid, tables);
        results.retain(|result| !result.value.from.words.iter().any(|at| advised.contains(at)));
    }
    results
}

/// Words of what is to be done. Values there are yet to be reached, or never to be.
fn advised(laid: &Laid, tables: &[Table]) -> HashSet<At> {
    let sections = pairs::sections(laid, tables);
    let advice = sections.iter().filter(|of| matches!(of.label, Label::Advice | Label::Day(DateRole::FollowUp)));
    advice.flat_map(|section| &section.lines).flatten().map(|token| token.at).collect()
}

fn line(tokens: &[Token], who: Who, results: &mut Vec<Measured>) {
    // Of what the sentence speaks, where that is not blood; and where something was last wished for.
    let (mut of, mut wished): (Option<&'static str>, Option<usize>) = (None, None);
    let mut at = 0;
    while at < tokens.len() {
        if let Some((found, count)) = here(&tokens[at..], of, who) {
            // "CSF protein 80, glucose 45"
            let own = found.first().and_then(|result| specimen::of(&result.name.value));
            of = own.filter(|own| specimen::is_apart(own)).or(of);
            if wished.is_some_and(|wish| at - wish <= REACH) {
                // "If Temp >101 F or SpO2 <92 %": what is wished for goes on.
                wished = Some(at + count - 1);
            } else {
                results.extend(found);
            }
            at += count;
            continue;
        }
        let word = tokens[at].text.trim_matches(|c: char| !c.is_alphanumeric());
        if WISHES.iter().any(|wish| wish.eq_ignore_ascii_case(word)) {
            wished = Some(at);
        }
        match specimen::of_word(word) {
            Some(apart) if specimen::is_apart(apart) && !word.eq_ignore_ascii_case("fluid") => of = Some(apart),
            Some("blood") => of = None,
            _ => {}
        }
        if tokens[at].text.ends_with(['.', ';']) {
            (of, wished) = (None, None);
        }
        at += 1;
    }
}

/// A name, what may stand between, a number, a unit, a range; and how many words that are.
fn here(tokens: &[Token], of: Option<&str>, who: Who) -> Option<(Vec<Measured>, usize)> {
    if let Some(found) = pressure(tokens) {
        return Some(found);
    }
    // Before anything is looked up: a number must follow soon.
    let number = |token: &Token| {
        token
            .text
            .trim_start_matches(['<', '>'])
            .starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'l' | 'I' | 'O'))
    };
    let follows = tokens
        .iter()
        .take(LONGEST + 4)
        .skip(1)
        .any(|token| number(token) && token.text.chars().any(|c| c.is_ascii_digit()));
    if !follows {
        return None;
    }
    let most = LONGEST.min(tokens.len() - 1);
    for words in (1..=most).rev() {
        let name = &tokens[..words];
        let text = say(name);
        // "25-OH vitamin D" begins with a digit, "12 mg" does too.
        if !text.starts_with(char::is_alphabetic) && !text.chars().nth(2).is_some_and(|c| matches!(c, '-' | '(')) {
            continue;
        }
        let Some((analyte, fit)) = vocabulary::analyte(text.trim_end_matches([':', '-', '=', ',']), of) else {
            continue;
        };
        let mut at = words;
        let mut marked = text.ends_with([':', '-', '=']);
        while at < tokens.len() && (at - words) < 3 && between(&tokens[at].text) {
            marked |= matches!(tokens[at].text.as_str(), ":" | "-" | "=");
            at += 1;
        }
        let Some((value, mut more, glued)) = value(&tokens[at..], analyte) else { continue };
        let near = near(Some(analyte));
        let unit = match glued {
            Some(unit) => Some(unit),
            None => unit_at(&tokens[at + more..], &near).map(|(unit, ucum, count)| {
                more += count;
                (unit, ucum)
            }),
        };
        let ours = unit.as_ref().is_some_and(|(_, ucum)| analyte.units.iter().any(|unit| unit.ucum == *ucum));
        let unitless = analyte.units.first().is_some_and(|unit| unit.ucum == "1" || unit.ucum.starts_with('{'));
        let letters = plain(&text).len();
        // Of "PT 2" or "K 5" nothing is known; "Pulse: 82" or "INR 2.4" can be nothing else.
        if !(ours || fit > 0.96 && letters >= 3 && (marked || unitless)) {
            continue;
        }
        at += more;
        let rest = &tokens[at..];
        let flagged = rest.first().and_then(|token| beside(&token.text).map(|flag| field(flag, &rest[..1], 1.0)));
        let rest = &rest[usize::from(flagged.is_some())..];
        let bracket = rest.iter().take(6).position(|token| token.text.ends_with([')', ']']));
        let opens = rest.first().is_some_and(|token| token.text.starts_with(['(', '[']));
        let count = bracket.filter(|_| opens).map(|end| end + 1);
        let (unit, ucum) = unit.map_or((None, None), |(unit, ucum)| (Some(unit), Some(ucum.to_owned())));
        let number = match value.value {
            Reading::Number { bound: "", number } => Some(number),
            _ => None,
        };
        let bracket = count.and_then(|count| Some((usual(&say(&rest[..count]), who, &near)?, count)));
        let range = bracket.and_then(|(usual, count)| {
            let range = in_unit(&usual, number, ucum.as_deref(), Some(analyte))?;
            Some(field(range, &rest[..count], usual.fit))
        });
        at += usize::from(flagged.is_some()) + bracket.map_or(0, |(_, count)| count);
        let name = field(text.trim_end_matches([':', '-', '=', ',']).to_owned(), name, fit);
        let analyte = Some(analyte);
        let result =
            Measured { name, analyte, value, unit, ucum, range, usual: None, flag: flagged, day: None, sure: fit };
        return Some((vec![sured(result)], at));
    }
    None
}

fn between(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        ":" | "-" | "–" | "=" | "was" | "is" | "of" | "level" | "at" | "-:" | "~" | "count"
    )
}

type Unit = (super::super::Field<String>, &'static str);

/// The number, how many words it has, and the unit where it is glued to it.
fn value(tokens: &[Token], analyte: &'static Analyte) -> Option<(super::super::Field<Reading>, usize, Option<Unit>)> {
    let token = tokens.first()?;
    let text = token.text.trim_end_matches([',', ';', '.']);
    if let Some((bound, number, fit)) = number::bounded(text) {
        return Some((field(Reading::Number { bound, number }, &tokens[..1], fit), 1, None));
    }
    let split = text.find(|c: char| c.is_alphabetic() || matches!(c, '%' | '/' | '°')).filter(|at| *at > 0)?;
    let (digits, rest) = text.split_at(split);
    let (number, fit) = number::number(digits)?;
    let (ucum, unit_fit) = super::units::unit(rest, &near(Some(analyte)))?;
    let value = field(Reading::Number { bound: "", number }, &tokens[..1], fit);
    Some((value, 1, Some((field(rest.to_owned(), &tokens[..1], unit_fit), ucum))))
}

/// "BP: 130/80 mmHg" is two values.
fn pressure(tokens: &[Token]) -> Option<(Vec<Measured>, usize)> {
    let two = say(&tokens[..tokens.len().min(2)]);
    let words = match plain(&tokens[0].text).as_str() {
        "bp" => 1,
        _ if plain(&two) == "blood pressure" => 2,
        _ => return None,
    };
    let mut at = words;
    while at < tokens.len() && at < words + 3 && between(&tokens[at].text) {
        at += 1;
    }
    let said = tokens.get(at)?;
    let bare = said.text.trim_end_matches(|c: char| c.is_alphabetic() || c == ',' || c == '.' || c == ';');
    let (upper, lower) = bare.split_once('/')?;
    let ((upper, a), (lower, b)) = (number::number(upper)?, number::number(lower)?);
    if !(upper > lower && upper < 330.0 && lower > 5.0) {
        return None;
    }
    let unit = unit_at(tokens.get(at + 1..)?, &["mm[Hg]"]).filter(|(_, ucum, _)| *ucum == "mm[Hg]");
    let more = unit.as_ref().map_or(0, |(_, _, count)| *count);
    let one = |loinc: &str, number: f64, fit: f32| {
        let analyte = vocabulary::by_loinc(loinc)?;
        Some(sured(Measured {
            name: field(analyte.name.to_owned(), &tokens[..words], 1.0),
            analyte: Some(analyte),
            value: field(Reading::Number { bound: "", number }, &tokens[at..=at], fit),
            unit: unit.as_ref().map(|(unit, _, _)| unit.clone()),
            ucum: Some("mm[Hg]".into()),
            range: None,
            usual: None,
            flag: None,
            day: None,
            sure: 1.0,
        }))
    };
    let both = [one("8480-6", upper, a), one("8462-4", lower, b)].into_iter().flatten().collect();
    Some((both, at + 1 + more))
}
