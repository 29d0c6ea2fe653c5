//! What somebody has, and what somebody does not bear.

mod allergies;
mod name;
mod stands;

pub(crate) use allergies::allergies;

use super::{
    Diagnosis, Field, Label, around,
    fuzzy::plain,
    layout::Laid,
    pairs,
    token::{Token, field, say},
};
use stands::{Heard, Stand};

/// How well it fits that somebody has what is left open: not well enough to be believed.
const OPEN: f32 = 0.4;

/// Diagnoses under their heading, and after "known case of".
pub(crate) fn find(laid: &Laid) -> Vec<Diagnosis> {
    let sections = pairs::sections(laid, &[]);
    let mut found: Vec<Diagnosis> = Vec::new();
    for section in pairs::of(&sections, Label::Diagnosis) {
        let mut known_before = false;
        let mut above: Option<&[Token]> = None;
        for (place, line) in section.lines.iter().enumerate() {
            let listed = is_listed(line);
            let read = of_line(line, above.is_some_and(|above| !listed && goes_on(above, line)));
            // Below the first line only lists and what is known goes on; the rest is another matter.
            if place > 0 && !listed && !read.known {
                break;
            }
            let bare = place == 0 && !read.known && is_long(line);
            if !bare {
                found.extend(read.diagnoses);
            }
            known_before |= read.known;
            if place > 8 && !known_before {
                break;
            }
            above = read.lasting.then_some(line.as_slice());
        }
    }
    let mut kept: Vec<Diagnosis> = Vec::new();
    for diagnosis in found {
        let same = |known: &Diagnosis| {
            plain(&known.text.value) == plain(&diagnosis.text.value)
                || known.name.is_some() && known.name == diagnosis.name
        };
        if !kept.iter().any(same) {
            kept.push(diagnosis);
        }
    }
    kept
}

/// A sentence rather than a diagnosis.
fn is_long(line: &[Token]) -> bool {
    line.len() > 16
}

/// "1.", "2)", "-", "a)" at the beginning.
fn is_listed(line: &[Token]) -> bool {
    let first = line[0].text.as_str();
    let bare = first.trim_matches(['.', ')', '(']);
    matches!(first, "-" | "•" | "*" | "–" | "·")
        || bare != first && bare.len() <= 2
        || bare.len() == 1 && bare.chars().all(|c| c.is_ascii_digit())
}

/// Whether a line is more of the one above it.
fn goes_on(above: &[Token], line: &[Token]) -> bool {
    above.last().is_some_and(|last| last.text.ends_with(','))
        || line.first().is_some_and(|first| first.text.starts_with(char::is_lowercase))
}

/// What stands before a part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    /// The line's beginning, a number, a bullet.
    Item,
    Dash,
    Comma,
    Semicolon,
    /// The end of a sentence.
    Stop,
}

impl Gap {
    fn printed(self) -> &'static str {
        match self {
            Self::Item => " ",
            Self::Dash => " - ",
            Self::Comma => ", ",
            Self::Semicolon => "; ",
            Self::Stop => ". ",
        }
    }
}

/// What a line says.
struct Read {
    diagnoses: Vec<Diagnosis>,
    /// Whether it names an illness that is known, be it there or not.
    known: bool,
    /// Whether its last words deny or leave open what may go on in the next line.
    lasting: bool,
}

/// The diagnoses of a line; `lasting` says that the line above denies or leaves open what goes on in this one.
fn of_line(line: &[Token], lasting: bool) -> Read {
    let mut read = Read { diagnoses: Vec::new(), known: false, lasting };
    let mut kept = false;
    for (place, (gap, tokens)) in parts(line).into_iter().enumerate() {
        let gap = if place == 0 && lasting { Gap::Comma } else { gap };
        let words: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
        let heard = stands::hear(&words);
        let held = read.lasting && matches!(gap, Gap::Dash | Gap::Comma | Gap::Semicolon);
        let verdict = kept && matches!(gap, Gap::Dash | Gap::Comma) && stands::is_verdict(&words);
        let (_, bare) = name::coded(&tokens);
        if held || verdict {
            read.known |= name::illness(&bare).is_some();
            if let Some(last) = read.diagnoses.last_mut().filter(|_| kept && !bare.is_empty()) {
                join(last, field(shown(&bare), &bare, if verdict { OPEN } else { 1.0 }), gap);
                if verdict {
                    (last.icd10, last.name) = (None, None);
                }
            }
            continue;
        }
        let (diagnosis, known) = one(&tokens, &heard);
        read.known |= known;
        read.lasting = heard.lasts;
        let Some(diagnosis) = diagnosis else {
            kept = false;
            continue;
        };
        let more = matches!(gap, Gap::Comma | Gap::Stop) && !known && heard.stand == Stand::There;
        match read.diagnoses.last_mut() {
            // "Type 2 diabetes mellitus, uncontrolled" is one.
            Some(last) if more && kept => join(last, diagnosis.text, gap),
            // What follows "Nil" is no illness unless it is known as one.
            _ if more && place > 0 => {}
            _ => {
                kept = true;
                read.diagnoses.push(diagnosis);
            }
        }
    }
    read
}

/// The parts of a line, each with what stands before it.
fn parts(line: &[Token]) -> Vec<(Gap, Vec<Token>)> {
    let mut parts: Vec<(Gap, Vec<Token>)> = vec![(Gap::Item, Vec::new())];
    for (place, token) in line.iter().enumerate() {
        if let Some(gap) = marker(line, place) {
            parts.push((gap, Vec::new()));
            continue;
        }
        if let Some((_, last)) = parts.last_mut() {
            last.push(token.clone());
        }
        if let Some(gap) = end(token, line.get(place + 1)) {
            parts.push((gap, Vec::new()));
        }
    }
    parts.retain(|(_, tokens)| !tokens.is_empty());
    parts
}

/// A number, a bullet or a dash.
fn marker(line: &[Token], place: usize) -> Option<Gap> {
    let text = line[place].text.as_str();
    if matches!(text, "-" | "–") && place > 0 && line[0].text != text {
        return Some(Gap::Dash);
    }
    let bare = text.trim_matches(['.', ')', '(']);
    let number = bare != text && !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit());
    let marks = bare.len() <= 2 && (number || place == 0 && is_listed(line));
    (marks || matches!(text, "•" | "-" | "–" | "·" | "*")).then_some(Gap::Item)
}

/// What ends with a word, where something does.
fn end(token: &Token, next: Option<&Token>) -> Option<Gap> {
    // A short word with a point is cut short more often than it ends a sentence.
    let word = token.text.strip_suffix('.').unwrap_or_default();
    let whole = word.ends_with(')') || word.chars().filter(|c| c.is_alphabetic()).count() >= 5;
    match token.text.chars().last()? {
        ',' => Some(Gap::Comma),
        ';' => Some(Gap::Semicolon),
        '.' if whole && next.is_some_and(|next| next.text.starts_with(char::is_uppercase)) => Some(Gap::Stop),
        _ => None,
    }
}

/// The diagnosis of a part, and whether the illness it names is known, be it there or not.
fn one(tokens: &[Token], heard: &Heard) -> (Option<Diagnosis>, bool) {
    let (code, words) = name::coded(tokens);
    let text = shown(&words);
    let low = plain(&text);
    if low.chars().filter(|c| c.is_alphabetic()).count() < 2 || is_none(&low) {
        return (None, false);
    }
    let (before, behind) = (&tokens[..heard.cue.start], &tokens[heard.cue.end..]);
    let named = |words: &[Token]| name::illness(&name::coded(words).1);
    let found = named(before).filter(|_| heard.stand != Stand::Open);
    let there = heard.stand == Stand::There || found.is_some();
    let known = found.is_some() || code.is_some() || [before, behind].into_iter().any(|words| named(words).is_some());
    let fit = if there { found.map_or(0.9, |(_, fit)| fit) } else { OPEN };
    let name = found.map(|(illness, _)| illness.name);
    let icd10 = code.or_else(|| found.map(|(illness, _)| illness.icd10.to_owned())).filter(|_| there);
    (Some(Diagnosis { text: field(text, &words, fit), icd10, name }), known)
}

/// The words without marks at their ends.
fn shown(words: &[Token]) -> String {
    say(words).trim_matches(|c: char| matches!(c, ',' | ';' | '.' | '-' | ':' | ' ')).to_owned()
}

/// Adds what else is said of a diagnosis.
fn join(last: &mut Diagnosis, more: Field<String>, gap: Gap) {
    last.text.value = format!("{}{}{}", last.text.value, gap.printed(), more.value);
    last.text.sure *= more.sure;
    last.text.from.words.extend(more.from.words);
    last.text.from.text = format!("{} {}", last.text.from.text, more.from.text);
    last.text.from.area = around([last.text.from.area, more.from.area]);
}

fn is_none(low: &str) -> bool {
    matches!(low, "nil" | "none" | "na" | "n a" | "not applicable" | "normal" | "unremarkable")
        || ["no evidence", "no significant", "no abnormality", "nothing"].iter().any(|none| low.starts_with(none))
}

#[cfg(test)]
mod tests;
