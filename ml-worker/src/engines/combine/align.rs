//! Finds the words of two readings of one line that stand in the same place.

use std::ops::Range;

use super::edit::distance;
use crate::page::Word;

/// Words with these positions stand in the same place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) left: Range<usize>,
    pub(super) right: Range<usize>,
}

/// What it costs to leave a word without a partner; two words without a letter in common cost 1 together.
const ALONE: f32 = 0.6;
/// What each word more than one costs in a pair.
const PARTED: f32 = 0.05;
/// Ways to pair: one with one, one with none, one with several, and several with several that say the same.
const STEPS: [(usize, usize); 11] =
    [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (2, 3), (3, 2), (3, 3)];

pub(super) fn pairs(left: &[Word], right: &[Word]) -> Vec<Pair> {
    let (rows, columns) = (left.len() + 1, right.len() + 1);
    let mut best = vec![(f32::INFINITY, (0, 0)); rows * columns];
    best[0].0 = 0.0;
    for i in 0..rows {
        for j in 0..columns {
            for (di, dj) in STEPS {
                if di <= i && dj <= j {
                    let cost = best[(i - di) * columns + j - dj].0 + cost(&left[i - di..i], &right[j - dj..j]);
                    if cost < best[i * columns + j].0 {
                        best[i * columns + j] = (cost, (di, dj));
                    }
                }
            }
        }
    }
    let (mut i, mut j) = (left.len(), right.len());
    let mut pairs = Vec::new();
    while (i, j) != (0, 0) {
        let (di, dj) = best[i * columns + j].1;
        pairs.push(Pair { left: i - di..i, right: j - dj..j });
        (i, j) = (i - di, j - dj);
    }
    pairs.reverse();
    pairs
}

fn cost(left: &[Word], right: &[Word]) -> f32 {
    let (Some(first), Some(other)) = (left.first(), right.first()) else {
        return ALONE * (left.len() + right.len()) as f32;
    };
    let text = |words: &[Word]| words.iter().map(|word| word.text.as_str()).collect::<String>();
    if left.len() > 1 && right.len() > 1 {
        let same = text(left) == text(right);
        return if same { PARTED * (left.len() + right.len() - 2) as f32 } else { f32::INFINITY };
    }
    // Each must touch the other's place.
    let (first, other) = match (left.len(), right.len()) {
        (1, _) => (first, right),
        _ => (other, left),
    };
    if other.iter().any(|word| first.area.shared_width(&word.area) <= 0.0) {
        return f32::INFINITY;
    }
    let (left, right) = (text(left), text(right));
    let longer = left.chars().count().max(right.chars().count()).max(1);
    distance(&left, &right) as f32 / longer as f32 + PARTED * (other.len() - 1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Area;

    fn words(line: &[(&str, f32, f32)]) -> Vec<Word> {
        let word = |&(text, left, right): &(&str, f32, f32)| Word {
            text: text.to_owned(),
            area: Area { left, top: 0.0, right, bottom: 10.0 },
            ..Word::default()
        };
        line.iter().map(word).collect()
    }

    #[test]
    fn words_find_their_partners() {
        let ours = words(&[("Na", 0.0, 20.0), ("140mmol/l", 30.0, 120.0), ("H", 150.0, 160.0)]);
        let theirs = words(&[("Na", 1.0, 21.0), ("140", 30.0, 60.0), ("mmol/l", 65.0, 119.0)]);
        let pairs: Vec<(Range<usize>, Range<usize>)> =
            pairs(&ours, &theirs).into_iter().map(|pair| (pair.left, pair.right)).collect();
        assert_eq!(pairs, [(0..1, 0..1), (1..2, 1..3), (2..3, 3..3)]);
    }

    #[test]
    fn an_empty_reading_leaves_everybody_alone() {
        assert_eq!(pairs(&words(&[("a", 0.0, 1.0), ("b", 2.0, 3.0)]), &[]).len(), 2);
        assert_eq!(pairs(&[], &[]), []);
    }
}
