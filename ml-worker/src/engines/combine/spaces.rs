//! Where words end. Each engine misses spaces, and seldom makes one up; so the gaps of both are taken, except within a
//! number.

use std::collections::BTreeSet;

use super::edit::matches;
use super::weakest;
use crate::page::{Area, Said, Word};

/// Where engines do not agree on the letters, a gap of Tesseract counts when it is this sure of the words beside it.
const SURE: f32 = 0.5;

/// PP-OCR's words, parted also where Tesseract parts them and both see the same letters on either side.
pub(super) fn parted(ours: &[Word], theirs: &[Word]) -> Vec<Word> {
    let letters: Vec<char> = ours.iter().flat_map(|word| word.text.chars()).collect();
    let others: Vec<char> = theirs.iter().flat_map(|word| word.text.chars()).collect();
    let agreed = letters == others;
    let matched = matches(&letters, &others);
    let mut seen = BTreeSet::new();
    for (pair, gap) in theirs.windows(2).zip(gaps(theirs)).filter(|(_, gap)| (1..others.len()).contains(gap)) {
        if let (Some(last), Some(first)) = (matched[gap - 1], matched[gap])
            && first == last + 1
            && (agreed || weakest(pair) > SURE)
        {
            seen.insert((first, parts_a_number(pair)));
        }
    }
    let mine: BTreeSet<(usize, bool)> =
        gaps(ours).zip(ours.windows(2)).map(|(gap, pair)| (gap, parts_a_number(pair))).collect();
    let has = |gaps: &BTreeSet<(usize, bool)>, gap: usize| gaps.iter().any(|&(at, _)| at == gap);
    // A gap within a number that only one of them sees is none.
    let kept_of_mine = mine.iter().filter(|&&(gap, whole)| !whole || !agreed || has(&seen, gap));
    let kept_of_seen = seen.iter().filter(|&&(gap, whole)| !whole && !has(&mine, gap));
    let kept: BTreeSet<usize> = kept_of_mine.chain(kept_of_seen).map(|&(gap, _)| gap).collect();
    if kept.iter().copied().eq(gaps(ours)) {
        return ours.to_vec();
    }
    let ends = kept.iter().copied().chain([letters.len()]);
    let starts = [0].into_iter().chain(kept.iter().copied());
    starts.zip(ends).map(|(from, to)| word(ours, &letters, from, to)).collect()
}

/// After how many letters each word but the last ends.
fn gaps(words: &[Word]) -> impl Iterator<Item = usize> {
    let lengths: Vec<usize> = words.iter().map(|word| word.text.chars().count()).collect();
    let ends = lengths.into_iter().scan(0, |at, long| {
        *at += long;
        Some(*at)
    });
    ends.take(words.len().saturating_sub(1))
}

/// Whether the gap between two words lies where numbers, dates and codes have none: beside a mark that a digit follows
/// or leads.
fn parts_a_number(pair: &[Word]) -> bool {
    let mark = |letter: char| matches!(letter, '.' | ',' | ':' | '/' | '-' | '%');
    let (Some(last), Some(first)) = (pair[0].text.chars().last(), pair[1].text.chars().next()) else {
        return false;
    };
    let (led, leads) = (pair[0].text.chars().rev().nth(1), pair[1].text.chars().nth(1));
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    (mark(last) && digit(led) && first.is_ascii_digit()) || (mark(first) && digit(leads) && last.is_ascii_digit())
}

/// The letters from one place to another as one word.
fn word(words: &[Word], letters: &[char], from: usize, to: usize) -> Word {
    let mut at = 0;
    let mut parts: Vec<(&Word, Area)> = Vec::new();
    for word in words {
        let long = word.text.chars().count();
        let (first, last) = (from.max(at), to.min(at + long));
        if first < last {
            let letter = word.area.width() / long as f32;
            let edge = |place: usize| word.area.left + (place - at) as f32 * letter;
            parts.push((word, Area { left: edge(first), right: edge(last), ..word.area }));
        }
        at += long;
    }
    let area = parts.iter().map(|(_, area)| *area).reduce(Area::with).unwrap_or_default();
    let sure = parts.iter().map(|(word, _)| word.sure).fold(1.0, f32::min);
    let text: Vec<&str> = parts.iter().map(|(word, _)| word.text.as_str()).collect();
    let said = parts.first().and_then(|(word, _)| word.said.first());
    let said = said.map(|said| Said { engine: said.engine, text: text.join(" "), sure });
    Word { text: letters[from..to].iter().collect(), area, sure, said: said.into_iter().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Engine;

    fn words(engine: Engine, texts: &[&str], sure: f32) -> Vec<Word> {
        let mut left = 0.0;
        let word = |text: &&str| {
            let area = Area { left, top: 0.0, right: left + 10.0 * text.len() as f32, bottom: 16.0 };
            left = area.right + 4.0;
            let text = (*text).to_owned();
            Word { said: vec![Said { engine, text: text.clone(), sure }], text, area, sure }
        };
        texts.iter().map(word).collect()
    }

    fn both(ours: &[&str], theirs: &[&str]) -> Vec<String> {
        let (ours, theirs) = (words(Engine::PpOcr, ours, 0.9), words(Engine::Tesseract, theirs, 0.9));
        parted(&ours, &theirs).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn gaps_of_both_are_taken() {
        assert_eq!(both(&["Yrs", "/", "MaleUHID:"], &["Yrs/Male", "UHID:"]), ["Yrs", "/", "Male", "UHID:"]);
        assert_eq!(both(&["40-75"], &["40", "-", "75"]), ["40", "-", "75"]);
        assert_eq!(both(&["500034Ph:"], &["500O34", "Ph:"]), ["500034", "Ph:"]);
    }

    #[test]
    fn no_gap_is_taken_where_letters_differ_or_within_a_number() {
        assert_eq!(both(&["13.2"], &["13.", "2"]), ["13.2"]);
        assert_eq!(both(&["13.", "2"], &["13.2"]), ["13.2"]);
        assert_eq!(both(&["Haemoglobin"], &["Haem0", "globin"]), ["Haemoglobin"]);
    }

    #[test]
    fn a_parted_word_keeps_its_place_and_what_was_said() {
        let (ours, theirs) =
            (words(Engine::PpOcr, &["13.2g/dl"], 0.9), words(Engine::Tesseract, &["13.2", "g/dl"], 0.9));
        let parted = parted(&ours, &theirs);
        assert_eq!((parted[0].area.left, parted[0].area.right, parted[1].area.right), (0.0, 40.0, 80.0));
        assert!(parted.iter().all(|word| word.said[0].text == "13.2g/dl"), "{parted:?}");
    }
}
