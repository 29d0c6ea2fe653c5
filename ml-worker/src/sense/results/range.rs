//! Usual ranges as laboratories print them.

use super::super::{Range, number};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece {
    Number(f64, f32),
    To,
    Less,
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
            [Piece::Less, Piece::Number(high, fit), ..] => return Some((Range { low: None, high: Some(high) }, fit)),
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
    for word in text.split_whitespace() {
        match word {
            "<" => pieces.push(Piece::Less),
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
