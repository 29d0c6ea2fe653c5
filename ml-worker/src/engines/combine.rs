//! What two engines say, made one: word beside word, and a likelihood that was measured.

mod align;
mod calibration;
mod edit;
mod glyphs;
mod shown;
mod spaces;

pub use edit::distance;
pub use shown::contradicted;

use crate::curve::Curve;
use crate::engines::lines;
use crate::page::{Area, Line, Said, Word};
use align::Pair;
use calibration::{AGREED, PPOCR_AGAINST, PPOCR_ALONE, TESSERACT_AGAINST, TESSERACT_ALONE};

/// What only Tesseract can read is kept from this likelihood on: it takes specks and drawings for letters.
const KEPT: f32 = 0.5;
/// From this measure on it is worth showing such a word to the other engine.
const WORTH_A_LOOK: f32 = 0.3;
/// Where engines differ on a number, or on its unit, neither is believed beyond this: a wrong digit can kill.
const NUMBERS: f32 = 0.4;

/// How two engines stood to each other over some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stand {
    /// Both say the same.
    Agreed,
    /// They say different things.
    Differ,
    /// One says something, the other nothing.
    Alone,
}

/// Words from both engines that stand in the same place; one side may be empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// PP-OCR's words, left to right.
    pub ppocr: Vec<Word>,
    /// Tesseract's.
    pub tesseract: Vec<Word>,
}

impl Meeting {
    /// How they stand to each other. Spaces do not count.
    #[must_use]
    pub fn stand(&self) -> Stand {
        if self.ppocr.is_empty() || self.tesseract.is_empty() {
            Stand::Alone
        } else if joined(&self.ppocr) == joined(&self.tesseract) {
            Stand::Agreed
        } else {
            Stand::Differ
        }
    }
}

/// Puts words of both engines beside each other, line by line.
#[must_use]
pub fn meetings(ppocr: Vec<Word>, tesseract: Vec<Word>) -> Vec<Meeting> {
    let lines = lines::grouped(ppocr);
    let mut theirs: Vec<Vec<Word>> = lines.iter().map(|_| Vec::new()).collect();
    let mut meetings = Vec::new();
    for word in tesseract {
        match lines
            .iter()
            .enumerate()
            .filter_map(|(at, line)| Some((near(line, &word)?, at)))
            .max_by(|a, b| a.0.total_cmp(&b.0))
        {
            Some((_, at)) => theirs[at].push(word),
            None => meetings.push(Meeting { ppocr: Vec::new(), tesseract: vec![word] }),
        }
    }
    for (line, mut theirs) in lines.into_iter().zip(theirs) {
        theirs.sort_by(|a, b| a.area.left.total_cmp(&b.area.left));
        for Pair { left, right } in align::pairs(&line.words, &theirs) {
            // A scrap of a word that PP-OCR read whole is not another word.
            let scrap = left.is_empty() && theirs[right.clone()].iter().all(|scrap| covered(scrap, &line.words));
            if !scrap {
                meetings.push(Meeting { ppocr: line.words[left].to_vec(), tesseract: theirs[right].to_vec() });
            }
        }
    }
    meetings
}

/// Whether most of a word's place is taken by others of its line.
fn covered(scrap: &Word, words: &[Word]) -> bool {
    let taken: f32 = words.iter().map(|word| word.area.shared_width(&scrap.area).max(0.0)).sum();
    taken > 0.5 * scrap.area.width()
}

/// Whether a word is in a script PP-OCR never learned (Devanagari): what it makes of that is noise, and noise that is
/// sure of itself.
#[must_use]
pub(crate) fn is_foreign(text: &str) -> bool {
    let letters = || text.chars().filter(|c| c.is_alphabetic());
    2 * letters().filter(|c| ('\u{900}'..='\u{97f}').contains(c)).count() > letters().count()
}

/// Words that only Tesseract saw and that may well be some: PP-OCR finds no text where a single letter stands alone.
#[must_use]
pub fn unseen(meetings: &[Meeting]) -> Vec<Area> {
    let only_theirs = meetings.iter().filter(|meeting| meeting.ppocr.is_empty()).flat_map(|meeting| &meeting.tesseract);
    let likely = |word: &&Word| word.sure > WORTH_A_LOOK && word.text.contains(char::is_alphanumeric);
    only_theirs.filter(likely).map(|word| word.area).collect()
}

/// How much of a word's height a line shares, when the word stands on it.
fn near(line: &Line, word: &Word) -> Option<f32> {
    let area = line.words.iter().map(|word| word.area).reduce(Area::with)?;
    let low = area.height().min(word.area.height());
    let shared = area.shared_height(&word.area) / low.max(1.0);
    (shared > 0.5 && area.shared_width(&word.area) > -area.height()).then_some(shared)
}

/// The words that are likeliest right, each with how likely that is and what each engine said.
#[must_use]
pub fn words(mut meetings: Vec<Meeting>) -> Vec<Word> {
    glyphs::dusted(&mut meetings);
    let likeliest = meetings.into_iter().flat_map(settled);
    likeliest
        .map(|mut word| {
            word.text = glyphs::with_capital(&word.text).unwrap_or(word.text);
            word
        })
        .collect()
}

fn settled(meeting: Meeting) -> Vec<Word> {
    let stand = meeting.stand();
    let Meeting { ppocr, tesseract } = meeting;
    let (ours, theirs) = (weakest(&ppocr), weakest(&tesseract));
    match stand {
        Stand::Alone if tesseract.is_empty() => spoken(ppocr, &[], |word| PPOCR_ALONE.at(word.sure)),
        Stand::Alone => {
            let words = spoken(tesseract, &[], |word| TESSERACT_ALONE.at(word.sure));
            // PP-OCR was shown the place and read nothing there: in letters it knows, that is a stroke or a stamp.
            words.into_iter().filter(|word| word.sure >= KEPT && is_foreign(&word.text)).collect()
        }
        Stand::Agreed => {
            let sure = AGREED.at(ours.min(theirs));
            spoken(spaces::parted(&ppocr, &tesseract), &tesseract, |_| sure)
        }
        Stand::Differ => {
            let numbers = if differ_in_numbers(&ppocr, &tesseract) { NUMBERS } else { 1.0 };
            let likely = |curve: &Curve, sure: f32| curve.at(sure).min(numbers);
            let (ours, theirs) = (PPOCR_AGAINST.at(ours), TESSERACT_AGAINST.at(theirs));
            if theirs > ours {
                spoken(tesseract, &ppocr, |word| likely(&TESSERACT_AGAINST, word.sure))
            } else {
                let words = spaces::parted(&ppocr, &tesseract);
                spoken(words, &tesseract, |word| likely(&PPOCR_AGAINST, word.sure))
            }
        }
    }
}

/// Notes on each word what the others said there.
fn spoken(words: Vec<Word>, others: &[Word], sure: impl Fn(&Word) -> f32) -> Vec<Word> {
    let one = words.len() == 1 || words.len() != others.len();
    let said = |at: usize| -> Vec<Said> {
        let heard: Vec<&Word> = if one { others.iter().collect() } else { vec![&others[at]] };
        let Some(engine) = heard.first().and_then(|word| word.said.first()).map(|said| said.engine) else {
            return vec![];
        };
        let text: Vec<&str> = heard.iter().map(|word| word.text.as_str()).collect();
        vec![Said { engine, text: text.join(" "), sure: weakest(others) }]
    };
    let note = |(at, mut word): (usize, Word)| {
        word.sure = sure(&word);
        word.said.extend(said(at));
        word.said.sort_by_key(|said| said.engine);
        word
    };
    words.into_iter().enumerate().map(note).collect()
}

fn weakest(words: &[Word]) -> f32 {
    words.iter().map(|word| word.sure).fold(1.0, f32::min)
}

fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect()
}

/// Whether what differs holds a digit, or is a unit: short, and with letters that units are made of.
fn differ_in_numbers(ours: &[Word], theirs: &[Word]) -> bool {
    let (ours, theirs) = (joined(ours), joined(theirs));
    let counts = |letter: &char| {
        letter.is_ascii_digit() || matches!(letter, '/' | '%' | 'µ' | 'μ' | '^' | '.' | ',' | '-' | '<' | '>')
    };
    let kept = |text: &str| text.chars().filter(counts).collect::<String>();
    let numeric = |text: &str| text.contains(|letter: char| letter.is_ascii_digit());
    let unit = |text: &str| text.contains(['/', '%', 'µ', 'μ', '^']);
    (numeric(&ours) || numeric(&theirs) || unit(&ours) || unit(&theirs)) && kept(&ours) != kept(&theirs)
        || (unit(&ours) && unit(&theirs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Engine;

    fn word(engine: Engine, text: &str, left: f32, sure: f32) -> Word {
        let area = Area { left, top: 0.0, right: left + 10.0 * text.len() as f32, bottom: 16.0 };
        Word { text: text.to_owned(), area, sure, said: vec![Said { engine, text: text.to_owned(), sure }] }
    }

    fn ours(text: &str, left: f32, sure: f32) -> Word {
        word(Engine::PpOcr, text, left, sure)
    }

    fn theirs(text: &str, left: f32, sure: f32) -> Word {
        word(Engine::Tesseract, text, left, sure)
    }

    fn combined(a: Vec<Word>, b: Vec<Word>) -> Vec<Word> {
        let mut words = words(meetings(a, b));
        words.sort_by(|a, b| a.area.left.total_cmp(&b.area.left));
        words
    }

    #[test]
    fn two_who_agree_are_surer_than_one() {
        let together = combined(vec![ours("Sodium", 0.0, 0.9)], vec![theirs("Sodium", 1.0, 0.9)]);
        let alone = combined(vec![ours("Sodium", 0.0, 0.9)], vec![]);
        let apart = combined(vec![ours("Sodium", 0.0, 0.9)], vec![theirs("Sedium", 1.0, 0.9)]);
        assert!(together[0].sure > alone[0].sure && alone[0].sure > apart[0].sure, "{together:?} {alone:?} {apart:?}");
        assert_eq!(together[0].said.len(), 2);
        assert_eq!(apart[0].said[1], Said { engine: Engine::Tesseract, text: "Sedium".to_owned(), sure: 0.9 });
    }

    #[test]
    fn nobody_is_sure_of_a_digit_that_is_disputed() {
        let words = combined(vec![ours("140", 0.0, 0.99)], vec![theirs("149", 0.0, 0.99)]);
        assert_eq!(words.len(), 1);
        assert!(words[0].sure <= NUMBERS, "{words:?}");
        let words = combined(vec![ours("mg/dl", 0.0, 0.99)], vec![theirs("ng/dl", 0.0, 0.99)]);
        assert!(words[0].sure <= NUMBERS, "{words:?}");
    }

    #[test]
    fn a_space_that_one_missed_is_kept() {
        let words =
            combined(vec![ours("13.2g/dl", 0.0, 0.95)], vec![theirs("13.2", 0.0, 0.95), theirs("g/dl", 42.0, 0.9)]);
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(texts, ["13.2", "g/dl"]);
        assert!(words.iter().all(|word| word.said.iter().any(|said| said.text == "13.2g/dl")), "{words:?}");
    }

    #[test]
    fn a_space_within_a_number_is_not() {
        let words = combined(vec![ours("68.87", 0.0, 0.95)], vec![theirs("68.", 0.0, 0.95), theirs("87", 32.0, 0.9)]);
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(texts, ["68.87"]);
    }

    #[test]
    fn a_number_that_is_shown_otherwise_is_not_believed() {
        let known = [word(Engine::Layer, "Digoxin", 0.0, 1.0), word(Engine::Layer, "0.125", 80.0, 1.0)];
        let words = contradicted(&known, &[ours("Digoxln", 0.0, 0.9), ours("0.250", 80.0, 0.9)]);
        let sure: Vec<(&str, f32)> = words.iter().map(|word| (word.text.as_str(), word.sure)).collect();
        assert_eq!(sure, [("Digoxin", 1.0), ("0.125", NUMBERS)]);
        assert_eq!(words[1].said[1], Said { engine: Engine::PpOcr, text: "0.250".to_owned(), sure: 0.9 });
    }

    #[test]
    fn a_speck_over_a_letter_is_no_mark_where_words_have_none() {
        let page = |marked: &str| {
            let line = |nth: usize| (nth as f32 * 20.0, if nth < 40 { "Ravi" } else { marked });
            let all = |engine, last: Option<&str>| -> Vec<Word> {
                let at = |nth| {
                    let (top, text) = line(nth);
                    let mut word = word(engine, last.filter(|_| nth >= 40).unwrap_or(text), 0.0, 0.9);
                    (word.area.top, word.area.bottom) = (top, top + 16.0);
                    word
                };
                (0..41).map(at).collect()
            };
            let mut read = words(meetings(all(Engine::PpOcr, None), all(Engine::Tesseract, Some("Meena"))));
            read.sort_by(|a, b| a.area.top.total_cmp(&b.area.top));
            read.pop().unwrap()
        };
        let word = page("Meenā");
        assert_eq!((word.text.as_str(), word.said[0].text.as_str()), ("Meena", "Meenā"));
        // Where the other engine reads other letters, it has nothing to say on the mark.
        assert_eq!(page("Mēend").text, "Mēend");
        let alone = combined(vec![ours("José", 0.0, 0.9)], vec![theirs("Jose", 0.0, 0.9)]);
        assert_eq!(alone[0].text, "José", "one word of one is a language");
        let beside = combined(vec![ours("'Tab", 0.0, 0.9)], vec![theirs("Tab", 0.0, 0.9)]);
        assert_eq!(beside[0].text, "Tab");
    }

    #[test]
    fn a_scrap_of_a_word_is_no_word() {
        let words = combined(
            vec![ours("Haemoglobin", 0.0, 0.9)],
            vec![
                theirs("Haem", 0.0, 0.9),
                theirs("jlobir", 45.0, 0.9),
                theirs("i", 52.0, 0.99),
                theirs("n", 100.0, 0.9),
            ],
        );
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(texts, ["Haemoglobin"]);
    }

    #[test]
    fn what_only_tesseract_sees_is_of_a_script_that_only_it_reads_and_sure() {
        let seen = [("NS", 0.96), ("कुल", 0.96), ("नाम", 0.2), ("_-", 0.96)];
        let seen = seen.into_iter().enumerate().map(|(nth, (text, sure))| theirs(text, 90.0 * nth as f32, sure));
        let words = combined(vec![], seen.collect());
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(texts, ["कुल"]);
    }
}
