//! Usual ranges as laboratories print them.

use super::super::{Range, number};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece {
    Number(f64, f32),
    To,
    Less(f32),
    More,
}

/// The first range in a text, and how well it fits.
pub(crate) fn range(text: &str) -> Option<(Range, f32)> {
    let pieces = pieces(text);
    for at in 0..pieces.len() {
        match pieces[at..] {
            [Piece::Number(low, a), Piece::To, Piece::Number(high, b), ..] if low <= high => {
                return Some((Range { low: Some(low), high: Some(high) }, a * b));
            }
            [Piece::Less(a), Piece::Number(high, b), ..] => {
                return Some((Range { low: None, high: Some(high) }, a * b));
            }
            [Piece::More, Piece::Number(low, fit), ..] => return Some((Range { low: Some(low), high: None }, fit)),
            _ => {}
        }
    }
    None
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
            "to" | "-" | "and" => pieces.push(Piece::To),
            word => dashed(word.trim_end_matches([',', ';', ':']), &mut pieces),
        }
    }
    pieces
}

/// "12.0-16.0" is three pieces; "-2" after a dash is one.
fn dashed(word: &str, pieces: &mut Vec<Piece>) {
    let negative = word.starts_with('-') && !matches!(pieces.last(), Some(Piece::Number(..)));
    let mut rest = word;
    if negative {
        let end = rest[1..].find('-').map_or(rest.len(), |at| at + 1);
        pieces.extend(number::number(&rest[..end]).map(|(number, fit)| Piece::Number(number, fit)));
        rest = &rest[end..];
    }
    for (place, part) in rest.split('-').enumerate() {
        if place > 0 {
            pieces.push(Piece::To);
        }
        if let Some((number, fit)) = number::number(part) {
            // Letters that became digits are believed only beside real ones.
            pieces.push(Piece::Number(number, fit));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_they_are_printed_and_as_faint_print_shows_them() {
        let ends = |text: &str| range(text).map(|(range, _)| (range.low, range.high));
        assert_eq!(ends("(12.0 - 16.0)"), Some((Some(12.0), Some(16.0))));
        assert_eq!(ends("up to 40"), Some((None, Some(40.0))));
        assert_eq!(ends("> 60"), Some((Some(60.0), None)));
        assert_eq!(ends("c 20"), Some((None, Some(20.0))));
        let sure = |text: &str| range(text).map(|(_, fit)| fit);
        assert!(sure("c 20") < sure("< 20"));
        assert_eq!(ends("Vitamin c 20"), None);
    }
}
