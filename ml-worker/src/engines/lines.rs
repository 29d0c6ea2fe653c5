//! Words beside each other make a line.

use crate::page::{Line, Word};

/// A gap wider than this, in heights of the words beside it, ends a line.
const GAP: f32 = 1.5;
/// Words may run into each other by this much, in the same measure.
const OVERLAP: f32 = 0.5;
/// Words stand on one line when they share at least this part of the lower one's height.
const SHARED: f32 = 0.5;

/// Puts words into lines, each from left to right; the lines go down the page.
#[must_use]
pub fn grouped(mut words: Vec<Word>) -> Vec<Line> {
    words.sort_by(|a, b| a.area.left.total_cmp(&b.area.left));
    let mut lines: Vec<Line> = Vec::new();
    for word in words {
        let nearest = lines
            .iter_mut()
            .filter_map(|line| Some((distance(line.words.last()?, &word)?, line)))
            .min_by(|(a, _), (b, _)| a.total_cmp(b));
        match nearest {
            Some((_, line)) => line.words.push(word),
            None => lines.push(Line { words: vec![word] }),
        }
    }
    lines.sort_by(|a, b| a.words[0].area.top.total_cmp(&b.words[0].area.top));
    lines
}

/// How far `word` is from the end of a line, when it can be its next word.
fn distance(last: &Word, word: &Word) -> Option<f32> {
    let (last, word) = (&last.area, &word.area);
    let lower = last.height().min(word.height());
    let gap = word.left - last.right;
    let follows = last.shared_height(word) > SHARED * lower
        && (-OVERLAP * lower..GAP * last.height().max(word.height())).contains(&gap);
    // Of two lines that overlap, the one at the same height is meant.
    let aside = ((last.top + last.bottom) - (word.top + word.bottom)).abs();
    follows.then_some(gap.abs() + aside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Area;

    fn word(text: &str, left: f32, top: f32) -> Word {
        let area = Area { left, top, right: left + 10.0 * text.len() as f32, bottom: top + 16.0 };
        Word { text: text.to_owned(), area, ..Word::default() }
    }

    #[test]
    fn columns_stay_apart_and_slant_is_forgiven() {
        let words =
            vec![word("g/dl", 150.0, 4.0), word("Hb", 0.0, 0.0), word("13.2", 100.0, 2.0), word("Na", 0.0, 20.0)];
        let lines = grouped(words);
        let texts: Vec<String> = lines
            .iter()
            .map(|line| line.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(texts, ["Hb", "13.2 g/dl", "Na"]);
    }
}
