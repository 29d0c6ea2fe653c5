//! How much of what stands on a page was read: letters and words, whoever read it and however it parts lines.
//!
//! What was read and what stands there meet by place. A text and the pieces that were read on it make one knot, and so
//! do several texts that one piece runs over; within a knot letters are compared in reading order. What was read where
//! nothing stands counts as wrong letters, and what was not read as missing ones.

use imageproc::geometric_transformations::Projection;

use crate::engines::combine::distance;
use crate::page::Area;

/// A text with its place: one that stands on the page, or one that was read there.
#[derive(Clone, Debug)]
pub struct Stands {
    /// What it says.
    pub text: String,
    /// Where, on the page.
    pub area: Area,
    /// Whether a hand wrote it. Of what was read, nobody asks.
    pub by_hand: bool,
}

impl Stands {
    /// What was read between these corners, which a projection brings onto the page.
    #[must_use]
    pub fn of(text: &str, corners: [(f32, f32); 4], to_page: &Projection) -> Self {
        let area = Area::around(&corners.map(|corner| *to_page * corner));
        Self { text: text.to_owned(), area, by_hand: false }
    }
}

/// Letters and words, and how many of them were read wrongly, missed or made up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Letters that stand there, spaces between words with them.
    pub letters: usize,
    /// How many letters would have to be put in, taken out or exchanged.
    pub letters_wrong: usize,
    /// Words that stand there.
    pub words: usize,
    /// How many words would have to be.
    pub words_wrong: usize,
}

impl Score {
    /// Wrong letters for each that stands there: what others call the character error rate.
    #[must_use]
    pub fn letter_errors(self) -> f64 {
        self.letters_wrong as f64 / self.letters.max(1) as f64
    }

    /// The same for words.
    #[must_use]
    pub fn word_errors(self) -> f64 {
        self.words_wrong as f64 / self.words.max(1) as f64
    }

    /// Counts another's.
    pub fn add(&mut self, other: Self) {
        self.letters += other.letters;
        self.letters_wrong += other.letters_wrong;
        self.words += other.words;
        self.words_wrong += other.words_wrong;
    }
}

/// What of a page was printed, and what was written by hand.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// In print, and all that was made up.
    pub print: Score,
    /// By hand.
    pub hand: Score,
    /// What stood there and what was read, where they differ.
    pub differ: Vec<(String, String)>,
}

/// Holds what was read against what stands on the page; what was read within `stamps`, and on nothing that stands
/// there, is left out.
#[must_use]
pub fn score(stand: &[Stands], read: &[Stands], stamps: &[Area]) -> Scores {
    let mut scores = Scores::default();
    for (stand, read) in knots(stand, read) {
        let within = |area: &Area| {
            let (x, y) = ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0);
            stamps.iter().any(|stamp| (stamp.left..stamp.right).contains(&x) && (stamp.top..stamp.bottom).contains(&y))
        };
        if stand.is_empty() && read.iter().all(|piece| within(&piece.area)) {
            continue;
        }
        let by_hand = stand.iter().any(|stands| stands.by_hand);
        let (stood, seen) = (told(stand), told(read));
        let (stood_words, seen_words): (Vec<&str>, Vec<&str>) = (stood.split(' ').collect(), seen.split(' ').collect());
        let count = Score {
            letters: stood.chars().count(),
            letters_wrong: distance(&stood, &seen),
            words: stood_words.iter().filter(|word| !word.is_empty()).count(),
            words_wrong: words_apart(&stood_words, &seen_words),
        };
        if by_hand {
            scores.hand.add(count)
        } else {
            scores.print.add(count)
        }
        if count.letters_wrong > 0 {
            scores.differ.push((stood, seen));
        }
    }
    scores
}

/// Texts and pieces that belong together.
fn knots<'a>(stand: &'a [Stands], read: &'a [Stands]) -> Vec<(Vec<&'a Stands>, Vec<&'a Stands>)> {
    let mut knot: Vec<usize> = (0..stand.len() + read.len()).collect();
    fn root(knot: &mut [usize], mut at: usize) -> usize {
        while knot[at] != at {
            knot[at] = knot[knot[at]];
            at = knot[at];
        }
        at
    }
    for (piece, read) in read.iter().enumerate() {
        for (text, stands) in stand.iter().enumerate() {
            if meet(&stands.area, &read.area) {
                let (a, b) = (root(&mut knot, text), root(&mut knot, stand.len() + piece));
                knot[b] = a;
            }
        }
    }
    let mut knots: Vec<(Vec<&Stands>, Vec<&Stands>)> = knot.iter().map(|_| (Vec::new(), Vec::new())).collect();
    for at in 0..knot.len() {
        let root = root(&mut knot, at);
        match stand.get(at) {
            Some(stands) => knots[root].0.push(stands),
            None => knots[root].1.push(&read[at - stand.len()]),
        }
    }
    knots.retain(|(stand, read)| !stand.is_empty() || !read.is_empty());
    knots
}

/// Whether two places are of one line and share a good part of the narrower one.
#[must_use]
pub fn meet(a: &Area, b: &Area) -> bool {
    a.shared_height(b) > 0.5 * a.height().min(b.height()) && a.shared_width(b) > 0.5 * a.width().min(b.width())
}

/// All of it as one text, in reading order.
fn told(mut all: Vec<&Stands>) -> String {
    let middle = |area: &Area| (area.top + area.bottom) / 2.0;
    all.sort_by(|a, b| middle(&a.area).total_cmp(&middle(&b.area)));
    let mut rows: Vec<Vec<&Stands>> = Vec::new();
    for one in all {
        match rows.last_mut() {
            Some(row) if middle(&one.area) - middle(&row[0].area) < 0.5 * row[0].area.height() => row.push(one),
            _ => rows.push(vec![one]),
        }
    }
    rows.iter_mut().for_each(|row| row.sort_by(|a, b| a.area.left.total_cmp(&b.area.left)));
    let words: Vec<String> = rows.iter().flatten().flat_map(|one| one.text.split_whitespace()).map(plain).collect();
    words.join(" ")
}

/// Letters that look the same, and mean the same, are the same.
fn plain(word: &str) -> String {
    let one = |letter: char| match letter {
        'μ' => 'µ',
        '–' | '—' | '−' | '‐' => '-',
        '’' | '‘' | '`' => '\'',
        '“' | '”' => '"',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        '，' => ',',
        letter => letter,
    };
    word.chars().map(one).collect()
}

/// How many words have to be put in, taken out or exchanged.
fn words_apart(a: &[&str], b: &[&str]) -> usize {
    let (a, b): (Vec<&&str>, Vec<&&str>) =
        (a.iter().filter(|word| !word.is_empty()).collect(), b.iter().filter(|word| !word.is_empty()).collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, word) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let exchanged = corner + usize::from(word != other);
            corner = row[j + 1];
            row[j + 1] = exchanged.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, left: f32, top: f32) -> Stands {
        let area = Area { left, top, right: left + 10.0 * text.len() as f32, bottom: top + 16.0 };
        Stands { text: text.to_owned(), area, by_hand: false }
    }

    #[test]
    fn it_does_not_matter_who_parts_lines_how() {
        let stand = [at("Sodium", 0.0, 0.0), at("140 mmol/L", 100.0, 0.0), at("Potassium", 0.0, 20.0)];
        let lines = [at("Sodium    140 mmol/L", 0.0, 1.0), at("Potassium", 0.0, 20.0)];
        let words =
            [at("Potassium", 0.0, 21.0), at("mmol/L", 140.0, 1.0), at("140", 100.0, 0.0), at("Sodium", 1.0, 0.0)];
        for read in [&lines[..], &words[..]] {
            let scores = score(&stand, read, &[]);
            assert_eq!((scores.print.letters_wrong, scores.print.words_wrong), (0, 0), "{:?}", scores.differ);
            assert_eq!(scores.print.words, 4);
        }
    }

    #[test]
    fn what_is_missing_misread_or_made_up_counts() {
        let stand = [at("Sodium", 0.0, 0.0), at("140", 100.0, 0.0), at("Potassium", 0.0, 20.0)];
        let read = [at("Sodiun", 0.0, 0.0), at("140", 100.0, 0.0), at("xx", 300.0, 300.0), at("PAID", 500.0, 500.0)];
        let stamp = Area { left: 450.0, top: 450.0, right: 600.0, bottom: 600.0 };
        let scores = score(&stand, &read, &[stamp]);
        assert_eq!(scores.print.letters, 18);
        assert_eq!(scores.print.letters_wrong, 1 + 9 + 2);
        assert_eq!((scores.print.words, scores.print.words_wrong), (3, 3));
    }
}
