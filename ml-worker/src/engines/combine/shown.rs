//! Letters that a file carries, held against what an engine reads in their place.

use super::align::{self, Pair};
use super::{NUMBERS, differ_in_numbers, edit, is_foreign, joined, spoken};
use crate::page::Word;

/// A clear print is read with fewer errors than this leaves room for: of a word, so many letters are found again.
const FOUND: f32 = 0.85;

/// Words whose letters are known, with what an engine read in their place. Where it read something else (another number,
/// another unit, other letters than a misreading explains) or nothing, the word is no longer believed.
#[must_use]
pub fn contradicted(known: &[Word], read: &[Word]) -> Vec<Word> {
    let found = found(known, read);
    let (same_line, other_line) = (joined(known) == joined(read), is_other(known, &found));
    let mut words = Vec::with_capacity(known.len());
    for Pair { left, right } in align::pairs(known, read) {
        let (said, shown) = (&known[left.clone()], &read[right]);
        let differ = !same_line && !shown.is_empty() && joined(said) != joined(shown);
        let other_number = differ && differ_in_numbers(said, shown);
        for (at, mut word) in left.zip(spoken(said.to_vec(), shown, |word| word.sure)) {
            let lost = other_line || is_lost(&word.text, found[at], shown.is_empty());
            if other_number || lost && !is_foreign(&word.text) {
                word.sure = word.sure.min(NUMBERS);
            }
            words.push(word);
        }
    }
    words
}

/// How many letters of each word are found again, in their order, wherever the spaces are.
fn found(known: &[Word], read: &[Word]) -> Vec<usize> {
    let letters = |words: &[Word]| words.iter().flat_map(|word| word.text.chars()).collect::<Vec<char>>();
    let mut matched = edit::matches(&letters(read), &letters(known)).into_iter();
    known.iter().map(|word| matched.by_ref().take(word.text.chars().count()).flatten().count()).collect()
}

/// Whether another line stands there: less than half of the letters are found again. Of a script that the engine never
/// learned it has nothing to say.
fn is_other(known: &[Word], found: &[usize]) -> bool {
    let own = known.iter().zip(found).filter(|(word, _)| !is_foreign(&word.text));
    let (letters, found) =
        own.fold((0, 0), |(letters, all), (word, found)| (letters + word.text.chars().count(), all + found));
    2 * found < letters
}

/// Whether more of a word is missing than engines get wrong. A digit that has nothing in its place is missed alone.
fn is_lost(word: &str, found: usize, alone: bool) -> bool {
    let letters = word.chars().count();
    let missing = letters.saturating_sub(found);
    missing >= 2 && (found as f32) < FOUND * letters as f32
        || alone && missing > 0 && word.contains(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Area;

    fn line(text: &str) -> Vec<Word> {
        let mut left = 0.0;
        let word = |text: &str| {
            let area = Area { left, top: 0.0, right: left + 10.0 * text.chars().count() as f32, bottom: 16.0 };
            left = area.right + 6.0;
            Word { text: text.to_owned(), area, sure: 1.0, ..Word::default() }
        };
        text.split_whitespace().map(word).collect()
    }

    #[test]
    fn what_is_not_shown_is_not_believed() {
        let table = [
            ("Sodium 140 mmol/l", "Sodium 140 mmol/l", ""),
            ("12.0 - 15.5 g/dL", "12.0-15.5g/dL", ""),
            ("Iron deficiency", "lron deficiency", ""),
            ("Sodium 140", "Sodium 149", "140"),
            ("Sodium 5 140", "Sodium 140", "5 140"),
            ("Potassium 7.9 mmol/l", "", "Potassium 7.9 mmol/l"),
            ("No known Allergies: Penicillin", "Allergies: Penicillin", "No known"),
            ("No known allergies", "Penicillin allergy", "No known allergies"),
            ("Tab Losartan daily", "Tab Valsartan daily", "Losartan"),
            ("Hyperkalemia", "Hypokalemia", "Hyperkalemia"),
            ("शुगर 140", "TR 140", ""),
            ("शुगर 140", "TR 180", "140"),
        ];
        for (known, read, doubted) in table {
            let words = contradicted(&line(known), &line(read));
            let less: Vec<&str> =
                words.iter().filter(|word| word.sure <= NUMBERS).map(|word| word.text.as_str()).collect();
            assert_eq!((words.len(), less.join(" ").as_str()), (line(known).len(), doubted), "{known} | {read}");
        }
    }
}
