//! Holds the letters that a PDF carries along against what it shows. Nobody sees those letters: a file can show one dose
//! and carry another, or carry what it shows nowhere: in white on white, or under a picture.

use image::{GrayImage, RgbImage};

use crate::engines::combine;
use crate::engines::ppocr::{PpOcr, Strip};
use crate::model::ModelError;
use crate::page::{Area, Line, Word};

/// Lines without a digit that are looked at in any case; all lines with one are.
const WORDY: usize = 8;
/// Of a hundred letters and digits looked at, so many may be read differently; beyond it, they are not the page's.
const APART: f32 = 0.2;
/// A page of more lines, a line of more letters and words that cover more than this many pages are no print.
const MOST_LINES: usize = 1_000;
const MOST_LETTERS: usize = 500;
const MOST_PAGES: f32 = 2.0;
/// A line is shown to the network no lower than this, in pixels: lower ones are not legible.
const LOW: f32 = 8.0;

/// Whether no page of print has such lines.
pub(super) fn are_endless(lines: &[Line], pixels: &RgbImage) -> bool {
    let letters = |line: &Line| line.words.iter().map(|word| word.text.chars().count()).sum::<usize>();
    let covered = lines.iter().flat_map(|line| &line.words).map(|word| word.area.width() * word.area.height());
    lines.len() > MOST_LINES
        || lines.iter().any(|line| letters(line) > MOST_LETTERS)
        || covered.sum::<f32>() > MOST_PAGES * pixels.width() as f32 * pixels.height() as f32
}

/// Has PP-OCR read the lines that matter and those of which it is not plain that they are shown, and notes on each word
/// what it said. Where it contradicts, the word is no longer sure; where nothing is to be seen, there is no word. Nothing
/// comes back when the letters are another page's altogether. `strips` are where print was found.
///
/// # Errors
/// When the network fails.
pub(super) fn verified(
    lines: &[Line],
    pixels: &RgbImage,
    ink: &GrayImage,
    strips: &[Strip],
    ppocr: &PpOcr,
) -> Result<Option<Vec<Line>>, ModelError> {
    let places: Vec<Area> = strips.iter().map(Strip::place).collect();
    let looked = doubtful(lines, &places, ink);
    let around: Vec<Strip> = looked.iter().map(|&at| around(&lines[at])).collect();
    Ok(judged(lines, &looked, &ppocr.read_each(pixels, &around)?, ink))
}

/// Which lines are looked at: those with a digit, the first of the others, and those of which some word is not where ink
/// and print are, or stands where another line stands.
fn doubtful(lines: &[Line], print: &[Area], ink: &GrayImage) -> Vec<usize> {
    let areas: Vec<Area> = lines.iter().map(area).collect();
    let crossed = |at: usize| areas.iter().enumerate().any(|(other, area)| other != at && cross(area, &areas[at]));
    let is_print = |area: &Area| print.iter().any(|print| holds(print, area)) && is_inked(ink, area);
    let mut wordy = 0;
    let looked_at = |at: &usize| {
        let words = &lines[*at].words;
        let numeric = words.iter().any(|word| word.text.contains(|letter: char| letter.is_ascii_digit()));
        wordy += usize::from(!numeric);
        numeric || wordy <= WORDY || crossed(*at) || !words.iter().all(|word| is_print(&word.area))
    };
    (0..lines.len()).filter(looked_at).collect()
}

/// The lines as far as they are shown; `shown` is what was read of those that were looked at.
fn judged(lines: &[Line], looked: &[usize], shown: &[Vec<Word>], ink: &GrayImage) -> Option<Vec<Line>> {
    let (mut letters, mut apart) = (0, 0);
    let mut judged = lines.to_vec();
    for (&at, shown) in looked.iter().zip(shown) {
        let known = &lines[at].words;
        let (said, seen) = (letters_of(known), letters_of(shown));
        letters += said.chars().count();
        apart += combine::distance(&said, &seen);
        let words = combine::contradicted(known, shown).into_iter().zip(known);
        // What no engine reads and no ink shows is not there.
        let is_shown = |(word, known): &(Word, &Word)| {
            is_inked(ink, &word.area) || word.sure >= known.sure && !combine::is_foreign(&word.text)
        };
        judged[at].words = words.filter(is_shown).map(|(word, _)| word).collect();
    }
    judged.retain(|line| !line.words.is_empty());
    (apart as f32 <= APART * letters as f32).then_some(judged)
}

/// Letters and digits alone: of a row of dots nobody sees how many they are.
fn letters_of(words: &[Word]) -> String {
    words.iter().flat_map(|word| word.text.chars()).filter(|letter| letter.is_alphanumeric()).collect()
}

/// A strip around a line. One that is higher than long would be taken for a line that runs upwards.
fn around(line: &Line) -> Strip {
    let strip = Strip::around(&area(line));
    let height = strip.height.max(LOW);
    Strip { length: strip.length.max(height), height, ..strip }
}

fn area(line: &Line) -> Area {
    line.words.iter().map(|word| word.area).reduce(Area::with).unwrap_or_default()
}

/// Whether two lines stand in one place.
fn cross(a: &Area, b: &Area) -> bool {
    let half = 0.5 * a.height().min(b.height());
    a.shared_height(b) > half && a.shared_width(b) > half
}

/// Whether the middle of a word lies in a strip of print.
fn holds(print: &Area, word: &Area) -> bool {
    let (x, y) = ((word.left + word.right) / 2.0, (word.top + word.bottom) / 2.0);
    (print.left..print.right).contains(&x) && (print.top..print.bottom).contains(&y)
}

/// Whether one pixel of a hundred is ink: a full stop is more of its own place.
fn is_inked(ink: &GrayImage, area: &Area) -> bool {
    let side = |at: f32, most: u32| (at.max(0.0) as u32).min(most);
    let (left, right) = (side(area.left, ink.width()), side(area.right, ink.width()));
    let (top, bottom) = (side(area.top, ink.height()), side(area.bottom, ink.height()));
    let points = (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y)));
    let dark = points.filter(|&(x, y)| ink.get_pixel(x, y)[0] == 0).count();
    dark > 0 && 100 * dark >= ((right - left) * (bottom - top)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Luma;

    /// Words beside each other, from a height of the page on; each letter is 10 wide, each word 16 high.
    fn line(top: f32, text: &str) -> Line {
        let mut left = 20.0;
        let word = |text: &str| {
            let area = Area { left, top, right: left + 10.0 * text.len() as f32, bottom: top + 16.0 };
            left = area.right + 6.0;
            Word { text: text.to_owned(), area, sure: 1.0, ..Word::default() }
        };
        Line { words: text.split(' ').map(word).collect() }
    }

    /// A page on which these lines are inked, and the strips of print that are found there.
    fn page(lines: &[&Line]) -> (GrayImage, Vec<Area>) {
        let mut ink = GrayImage::from_pixel(1200, 600, Luma([255]));
        for word in lines.iter().flat_map(|line| &line.words) {
            let (left, top) = (word.area.left as u32 + 2, word.area.top as u32 + 4);
            (left..left + 5).for_each(|x| (top..top + 8).for_each(|y| ink.put_pixel(x, y, Luma([0]))));
        }
        (ink, lines.iter().map(|line| area(line)).collect())
    }

    #[test]
    fn what_is_not_plainly_shown_is_looked_at() {
        let mut lines: Vec<Line> = (0..WORDY).map(|row| line(20.0 * row as f32, "Take after meals")).collect();
        let plain = line(300.0, "Drink plenty of water");
        let rest = [line(320.0, "No known allergies"), line(340.0, "Sodium 140"), line(360.0, "Rest")];
        lines.push(plain.clone());
        lines.extend(rest.clone());
        lines.push(line(364.0, "None"));
        let looked = |shown: &[&Line]| {
            let (ink, print) = page(shown);
            doubtful(&lines, &print, &ink)
                .into_iter()
                .filter(|&at| at >= WORDY)
                .map(|at| at - WORDY)
                .collect::<Vec<_>>()
        };
        let [unseen, number, rest] = &rest;
        // Shown and without a digit, the ninth line is taken at its word; the last two stand in one place.
        assert_eq!(looked(&[&plain, unseen, number, rest]), [2, 3, 4]);
        assert_eq!(looked(&[&plain, number, rest]), [1, 2, 3, 4]);
        // Ink without print is a drawn line, print without ink a stain.
        let (ink, _) = page(&[&plain, unseen]);
        assert!(doubtful(&lines, &[], &ink).contains(&WORDY));
    }

    #[test]
    fn a_line_that_is_not_shown_is_left_out_and_one_that_is_covered_is_doubted() {
        let lines =
            [line(20.0, "Sodium 140"), line(40.0, "Potassium 7.9"), line(60.0, "Glucose 480"), line(80.0, "Pulse")];
        let long = line(
            100.0,
            "Take one tablet after breakfast and one in the evening for ten days with plenty of water and rest",
        );
        let lines = [&lines[..], std::slice::from_ref(&long)].concat();
        // Over the glucose a picture lies; of the potassium there is nothing.
        let (ink, _) = page(&[&lines[0], &lines[2], &lines[3], &long]);
        let read = |line: &Line| line.words.clone();
        let shown = [read(&lines[0]), vec![], vec![], read(&long)];
        let judged = judged(&lines, &[0, 1, 2, 4], &shown, &ink).expect("most of it is shown");
        let told: Vec<(&str, bool)> = judged
            .iter()
            .flat_map(|line| &line.words)
            .map(|word| (word.text.as_str(), word.sure > 0.5))
            .take(5)
            .collect();
        assert_eq!(told, [("Sodium", true), ("140", true), ("Glucose", false), ("480", false), ("Pulse", true)]);
    }

    #[test]
    fn letters_of_another_page_are_none_of_this_one() {
        let lines = [line(20.0, "Sodium 140"), line(40.0, "Potassium 7.9")];
        let (ink, _) = page(&[&lines[0], &lines[1]]);
        let other = [line(20.0, "Urea 31").words, line(40.0, "Bilirubin 0.4").words];
        assert_eq!(judged(&lines, &[0, 1], &other, &ink), None);
    }

    #[test]
    fn what_no_page_of_print_has_is_not_gone_through() {
        let pixels = RgbImage::new(2_000, 2_000);
        let one = line(20.0, "Sodium 140");
        assert!(!are_endless(&vec![one.clone(); MOST_LINES], &pixels));
        assert!(are_endless(&vec![one.clone(); MOST_LINES + 1], &pixels));
        assert!(are_endless(&[line(20.0, &"1".repeat(MOST_LETTERS + 1))], &pixels));
        let mut giant = one;
        giant.words[0].area = Area { left: 0.0, top: 0.0, right: 2_000.0, bottom: 2_000.0 };
        assert!(!are_endless(&[giant.clone()], &pixels));
        assert!(are_endless(&vec![giant; 3], &pixels));
    }

    #[test]
    fn a_narrow_line_is_not_taken_for_one_that_runs_upwards() {
        assert!(!around(&line(20.0, "I")).is_upright());
        let mut flat = line(20.0, "None");
        flat.words[0].area.bottom = 20.5;
        assert!(around(&flat).height >= LOW);
    }
}
