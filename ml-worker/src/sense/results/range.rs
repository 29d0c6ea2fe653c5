//! Usual ranges as laboratories print them: intervals, with the words between them.

use super::super::{Range, fuzzy::plain, number, units};

/// A part of what is printed.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    Number(f64, f32),
    To,
    Less(f32),
    More,
    /// A word that is a unit, letter by letter.
    Unit(String),
    Word(String),
}

/// All that is printed in the cell of a range.
#[derive(Debug, Default)]
pub(super) struct Printed {
    /// Its intervals, and how well each fits.
    pub(super) intervals: Vec<(Range, f32)>,
    /// What stands before the first interval, between two, and behind the last: always one more than intervals.
    pub(super) gaps: Vec<Vec<Piece>>,
}

/// Whether a text holds a range.
pub(crate) fn is_range(text: &str) -> bool {
    !printed(text).intervals.is_empty()
}

/// The intervals of a text. Those of ages say whom another one is for, and are none.
pub(super) fn printed(text: &str) -> Printed {
    let pieces = pieces(text);
    let mut printed = Printed::default();
    let mut gap: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let Some((range, fit, count)) = interval(&pieces[at..]) else {
            gap.push(pieces[at].clone());
            at += 1;
            continue;
        };
        at += count;
        let behind = matches!(pieces.get(at), Some(Piece::Word(word)) if is_age(word));
        let before = matches!(gap.last(), Some(Piece::Word(word)) if word.starts_with("age"));
        at += usize::from(behind);
        if behind || before {
            gap.push(Piece::Word("years".into()));
        } else {
            printed.intervals.push((range, fit));
            printed.gaps.push(std::mem::take(&mut gap));
        }
    }
    printed.gaps.push(gap);
    printed
}

/// The interval these begin with, how well it fits, and of how many pieces it is.
fn interval(pieces: &[Piece]) -> Option<(Range, f32, usize)> {
    let between = |low: f64, high: f64| Range { low: Some(low), high: Some(high) };
    match *pieces {
        [Piece::Number(low, a), Piece::To, Piece::Number(high, b), ..] if low <= high => {
            Some((between(low, high), a * b, 3))
        }
        // "12 g/dL - 16 g/dL"
        [Piece::Number(low, a), Piece::Unit(_), Piece::To, Piece::Number(high, b), ..] if low <= high => {
            Some((between(low, high), a * b, 4))
        }
        [Piece::Less(a), Piece::Number(high, b), ..] => Some((Range { low: None, high: Some(high) }, a * b, 2)),
        [Piece::More, Piece::Number(low, fit), ..] => Some((Range { low: Some(low), high: None }, fit, 2)),
        _ => None,
    }
}

fn is_age(word: &str) -> bool {
    matches!(
        plain(word).as_str(),
        "y" | "yo"
            | "yr"
            | "yrs"
            | "year"
            | "years"
            | "mth"
            | "mths"
            | "month"
            | "months"
            | "wk"
            | "wks"
            | "week"
            | "weeks"
            | "day"
            | "days"
    )
}

fn pieces(text: &str) -> Vec<Piece> {
    let text = text.to_lowercase().replace(['–', '—', '−', '~', '‐'], "-").replace(['(', ')', '[', ']'], " ");
    let text =
        text.replace("up to", " < ").replace("upto", " < ").replace("less than", " < ").replace("greater than", " > ");
    let text = text
        .replace("more than", " > ")
        .replace("below", " < ")
        .replace("above", " > ")
        .replace("<=", " < ")
        .replace(">=", " > ");
    let text = text.replace(['≤', '<'], " < ").replace(['≥', '>'], " > ");
    let mut pieces = Vec::new();
    for (place, word) in text.split_whitespace().enumerate() {
        match word {
            "<" => pieces.push(Piece::Less(1.0)),
            // So the mark is read where print is faint; a letter has no business there.
            "c" | "‹" | "«" if place == 0 => pieces.push(Piece::Less(0.7)),
            ">" => pieces.push(Piece::More),
            // "Less than or equal to 5" is a bound.
            "to" if matches!(pieces.last(), Some(Piece::Less(_) | Piece::More)) => {}
            "or" | "=" | "equal" => {}
            "to" | "-" | "and" => pieces.push(Piece::To),
            word => {
                // "male:13.0-17.0"
                let glued = word.rsplit_once(':').filter(|(label, _)| label.ends_with(char::is_alphabetic));
                let (label, rest) = glued.unwrap_or(("", word));
                worded(label, &mut pieces);
                dashed(rest.trim_end_matches([',', ';', ':']), &mut pieces);
            }
        }
    }
    pieces
}

/// "12.0-16.0" is three pieces; "-2" after a dash is one; "non-diabetic" is a word.
fn dashed(word: &str, pieces: &mut Vec<Piece>) {
    // "1000/ul" is a unit, and no number.
    if units::printed(word).is_some() {
        return worded(word, pieces);
    }
    let mut found = Vec::new();
    let negative = word.starts_with('-') && !matches!(pieces.last(), Some(Piece::Number(..) | Piece::Unit(_)));
    let mut rest = word;
    if negative {
        let end = rest[1..].find('-').map_or(rest.len(), |at| at + 1);
        found.extend(number::number(&rest[..end]).map(|(number, fit)| Piece::Number(number, fit)));
        rest = &rest[end..];
    }
    for (place, part) in rest.split('-').enumerate() {
        if place > 0 {
            found.push(Piece::To);
        }
        if part.is_empty() {
            continue;
        }
        // Letters that became digits are believed only beside real ones.
        if let Some((number, fit)) = number::number(part) {
            found.push(Piece::Number(number, fit));
        } else if let Some((number, fit, behind)) = glued(part) {
            found.extend([Piece::Number(number, fit), behind]);
        } else {
            return worded(word, pieces);
        }
    }
    pieces.extend(found);
}

/// "5.6%", "16.0g/dl", "18years": a number, and a unit or an age that is glued to it.
fn glued(part: &str) -> Option<(f64, f32, Piece)> {
    let end = part.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')?;
    let (digits, rest) = part.split_at(end);
    let (number, fit) = number::number(digits)?;
    let behind =
        if is_age(rest) { Piece::Word(rest.to_owned()) } else { Piece::Unit(units::printed(rest)?.to_owned()) };
    Some((number, fit, behind))
}

fn worded(word: &str, pieces: &mut Vec<Piece>) {
    // "M" and "F" stand for people here, not for metres and degrees.
    let unit = word == "%" || word.chars().nth(1).is_some() && units::printed(word).is_some();
    if unit {
        pieces.push(Piece::Unit(word.to_owned()));
    } else if word == "/" || word.chars().any(char::is_alphanumeric) {
        pieces.push(Piece::Word(word.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(text: &str) -> Vec<(Option<f64>, Option<f64>)> {
        printed(text).intervals.iter().map(|(range, _)| (range.low, range.high)).collect()
    }

    #[test]
    fn ranges_are_read_as_they_are_printed_and_as_faint_print_shows_them() {
        for (text, low, high) in [
            ("12.0 - 16.0", Some(12.0), Some(16.0)),
            ("12-16 g/dL", Some(12.0), Some(16.0)),
            ("(13.0–17.0)", Some(13.0), Some(17.0)),
            ("< 200", None, Some(200.0)),
            ("Up to 40", None, Some(40.0)),
            (">= 60", Some(60.0), None),
            ("> or = 60", Some(60.0), None),
            ("Less than or equal to 5", None, Some(5.0)),
            ("0.4 to 4.0", Some(0.4), Some(4.0)),
            ("-2 to 2", Some(-2.0), Some(2.0)),
            ("1,50,000 - 4,10,000", Some(150_000.0), Some(410_000.0)),
            ("Desirable: <200", None, Some(200.0)),
            ("l2.0 - 16.O", Some(12.0), Some(16.0)),
            ("c 20", None, Some(20.0)),
            ("12 gm% - 16 gm%", Some(12.0), Some(16.0)),
            ("4.0-5.6%", Some(4.0), Some(5.6)),
            ("Male:13.0-17.0", Some(13.0), Some(17.0)),
            ("Age 18-60 yrs: 12-15", Some(12.0), Some(15.0)),
        ] {
            assert_eq!(ends(text), [(low, high)], "{text}");
        }
        for no in ["Negative", "16 - 12", "", "Non Reactive", "12", "Vitamin c 20", "< 1:80", "1-5 years"] {
            assert!(ends(no).is_empty(), "{no}");
        }
        let sure = |text: &str| printed(text).intervals[0].1;
        assert!(sure("c 20") < sure("< 20"));
    }

    #[test]
    fn every_interval_of_a_cell_is_found_with_the_words_beside_it() {
        let printed = printed("<5.7 Non-diabetic 5.7-6.4 Prediabetic >=6.5 Diabetic");
        assert_eq!(printed.intervals.len(), 3);
        assert_eq!(printed.gaps.len(), 4);
        assert_eq!(printed.gaps[1], [Piece::Word("non-diabetic".into())]);
        assert!(printed.gaps[0].is_empty());
    }
}
