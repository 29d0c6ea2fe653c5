//! What somebody does not bear, and whether it is said that there is nothing.

use super::{OPEN, is_listed};
use crate::sense::{
    Field, Label,
    fuzzy::{folded, plain},
    layout::Laid,
    pairs::{self, Section},
    token::{Token, field, say},
    vocabulary::Medicines,
};
use std::ops::Range;

/// Under a heading so many lines at most are allergies.
const LINES: usize = 4;
/// Words that deny.
const REFUSALS: &[&str] =
    &["no", "nil", "none", "not", "denies", "denied", "nka", "nkda", "nkfa", "never", "without", "negative"];
/// What people do not bear besides medicines and their families.
const COMMON: &[&str] = &[
    "sulfa",
    "sulpha",
    "sulfa drugs",
    "sulphonamides",
    "iodine",
    "contrast",
    "dye",
    "antibiotics",
    "painkillers",
    "latex",
    "peanut",
    "peanuts",
    "nuts",
    "egg",
    "eggs",
    "milk",
    "soy",
    "wheat",
    "gluten",
    "fish",
    "shellfish",
    "prawns",
    "seafood",
    "dust",
    "pollen",
    "bee sting",
];
/// Words that stand before what is not borne.
const LEAD: &[&str] = &[
    "",
    "1",
    "2",
    "3",
    "4",
    "yes",
    "known",
    "unknown",
    "patient",
    "pt",
    "is",
    "has",
    "have",
    "history",
    "of",
    "h o",
    "for",
    "from",
    "to",
    "drug",
    "drugs",
    "allergic",
    "allergy",
    "allergies",
    "inj",
    "tab",
    "cap",
    "syp",
];
/// Words that stand behind it.
const TAIL: &[&str] = &[
    "",
    "rash",
    "hives",
    "itching",
    "urticaria",
    "swelling",
    "angioedema",
    "anaphylaxis",
    "reaction",
    "reactions",
    "allergy",
    "allergies",
    "severe",
    "mild",
];
/// Words between what is not borne and what comes of it.
const LINKS: &[&str] = &["to", "with", "from", "on", "after", "taking", "by", "due", "causes", "caused", "develops"];
/// A denial that ends so is whole.
const ENDS: &[&str] = &["known", "far", "reported", "noted", "present", "date", "yet"];

/// Allergies, and whether it is said that there are none.
pub(crate) fn allergies(laid: &Laid) -> (Vec<Field<String>>, Option<Field<String>>) {
    let sections = pairs::sections(laid, &[]);
    let (mut found, mut none): (Vec<Field<String>>, _) = (Vec::new(), None);
    for section in pairs::of(&sections, Label::Allergies) {
        for line in lines(section) {
            let (allergens, denied) = of_line(line);
            if denied {
                none = none.or_else(|| Some(field(say(line), line, 1.0)));
            }
            for allergen in allergens {
                if !found.iter().any(|known| plain(&known.value) == plain(&allergen.value)) {
                    found.push(allergen);
                }
            }
        }
    }
    if !found.is_empty() {
        none = None;
    }
    (found, none)
}

/// What stands behind the label; under a heading that has nothing behind it, up to four short lines, of which those below
/// the first are listed or name what is known.
fn lines(section: &Section) -> &[Vec<Token>] {
    let short = section.lines.iter().take(LINES).take_while(|line| line.len() <= 7).count();
    let open = !section.beside && section.lines.first().is_some_and(|first| !refuses(first));
    let brief =
        |line: &[Token]| line.len() <= 4 && !say(line).contains(|c: char| c.is_ascii_digit()) && known(line).is_some();
    let more = section.lines.iter().skip(1).take(LINES).take_while(|line| is_listed(line) || open && brief(line));
    let listed = more.count() + 1;
    &section.lines[..short.min(listed).max(usize::from(!section.lines.is_empty()))]
}

/// What stands before a part of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Start {
    Line,
    /// "except", "but".
    But,
    And,
    Comma,
    Dash,
}

/// What a line says is not borne, and whether it says that there is nothing.
fn of_line(line: &[Token]) -> (Vec<Field<String>>, bool) {
    let (mut allergens, mut none): (Vec<Field<String>>, bool) = (Vec::new(), false);
    // Whether something was denied before; whether the part before was, and whether it ended there.
    let (mut after, mut denied, mut whole) = (false, false, true);
    for (start, part) in parts(line) {
        let held = denied && (start == Start::And || matches!(start, Start::Comma | Start::Dash) && !whole);
        after &= start != Start::But;
        let says = |said: &str| part.iter().any(|token| plain(&token.text) == said);
        let named = known(&part);
        denied = refuses(&part);
        if denied {
            let last = part.last().is_some_and(|last| refuses(std::slice::from_ref(last)));
            match named {
                // "Penicillin - no"
                None if start == Start::Dash && part.len() == 1 && !allergens.is_empty() => {
                    allergens.pop();
                }
                None => none = true,
                // "Penicillin: no", "No allergy to penicillin".
                Some(_) if last || speaks(&part) => {}
                // "No aspirin" may be what is not to be given.
                Some(place) => {
                    allergens.push(field(shown(&part[place.clone()]), &part[place], OPEN));
                    denied = false;
                }
            }
        } else if held && !says("allergic") {
            denied = true;
        } else if !after || named.is_some() || says("allergic") {
            allergens.extend(allergen(&part));
        }
        after |= denied;
        whole = part.last().is_some_and(|last| {
            let last = plain(&last.text);
            last.starts_with("allerg") || ENDS.contains(&last.as_str()) || REFUSALS.contains(&last.as_str())
        });
    }
    (allergens, none)
}

/// The parts of a line without what stands in brackets, each with what stands before it.
fn parts(line: &[Token]) -> Vec<(Start, Vec<Token>)> {
    let mut parts: Vec<(Start, Vec<Token>)> = vec![(Start::Line, Vec::new())];
    let mut depth = 0;
    for token in line {
        let start = match token.text.to_lowercase().trim_end_matches(',') {
            "except" | "but" | "however" | "besides" | "barring" | "apart" => Some(Start::But),
            "and" | "or" | "&" | "/" => Some(Start::And),
            "•" => Some(Start::Line),
            "-" | "–" => Some(Start::Dash),
            "" | ";" => Some(Start::Comma),
            number if number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ')')) => Some(Start::Line),
            _ => None,
        };
        if let Some(start) = start.filter(|_| depth == 0) {
            parts.push((start, Vec::new()));
            continue;
        }
        let bracket = depth > 0 || token.text.starts_with(['(', '[']);
        depth += token.text.matches(['(', '[']).count() as i32 - token.text.matches([')', ']']).count() as i32;
        depth = depth.max(0);
        if let Some((_, last)) = parts.last_mut().filter(|_| !bracket) {
            last.push(token.clone());
        }
        // A short word with a point is cut short.
        let ends = token.text.ends_with([',', ';']) || token.text.ends_with('.') && token.text.len() > 4;
        if depth == 0 && ends {
            parts.push((Start::Comma, Vec::new()));
        }
    }
    parts.retain(|(_, tokens)| !tokens.is_empty());
    parts
}

/// Whether words deny, though a letter of them may be misread.
fn refuses(tokens: &[Token]) -> bool {
    let is = |word: &str| REFUSALS.iter().any(|refusal| folded(refusal) == folded(word));
    tokens.iter().any(|token| is(&plain(&token.text))) || matches!(plain(&say(tokens)).as_str(), "na" | "n a")
}

/// Whether words speak of allergies, not of one thing only.
fn speaks(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        let word = plain(&token.text);
        word.starts_with("allerg") || matches!(word.as_str(), "known" | "history" | "reaction" | "reactions")
    })
}

/// Which of the words name a medicine, a family of medicines, or what many people do not bear.
fn known(tokens: &[Token]) -> Option<Range<usize>> {
    (1..=tokens.len().min(3)).rev().find_map(|count| {
        let mut places = (0..=tokens.len() - count).map(|from| from..from + count);
        places.find(|place| is_known(&plain(&say(&tokens[place.clone()]))))
    })
}

fn is_known(text: &str) -> bool {
    let medicines = Medicines::committed();
    COMMON.contains(&text)
        || text.len() > 2 && (medicines.has_class(text) || medicines.find(text).is_some_and(|(_, fit)| fit > 0.9))
}

/// What a part says is not borne: of "rash with sulfa" the sulfa.
fn allergen(part: &[Token]) -> Option<Field<String>> {
    let pieces: Vec<&[Token]> = part.split(|token| LINKS.contains(&plain(&token.text).as_str())).collect();
    let named = pieces.iter().find(|piece| pieces.len() > 1 && known(piece).is_some());
    let behind = pieces.get(1).filter(|_| speaks(pieces[0]));
    let own = named.or(behind).copied().unwrap_or(part);
    let start = own.iter().position(|token| !LEAD.contains(&plain(&token.text).as_str()))?;
    let own = &own[start..];
    let end = own.iter().rposition(|token| !TAIL.contains(&plain(&token.text).as_str()))? + 1;
    let own = if is_known(&plain(&say(&own[..end]))) { &own[..end] } else { own };
    let text = shown(own);
    (text.chars().filter(|c| c.is_alphabetic()).count() >= 3 && own.len() <= 5).then(|| field(text, own, 1.0))
}

/// The words without marks at their ends.
fn shown(tokens: &[Token]) -> String {
    say(tokens).trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}
