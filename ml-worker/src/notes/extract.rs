//! The sentences of a note that say most. They are taken as they stand: nothing is put into other words.

use super::{Model, words};
use std::{collections::HashSet, ops::Range};

/// A sentence of a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Where in the text it stands, in bytes; its heading is not in it.
    pub place: Range<usize>,
    /// The heading it stands under, in small letters; empty before the first.
    pub heading: String,
}

/// A heading has at most so many letters.
const HEADING: usize = 50;
/// Headings under which stands what a note comes to, and those under which stands what others say better. What a
/// sentence's words weigh is multiplied by this.
const HEADINGS: &[(&str, f32)] = &[
    ("impression", 1.8),
    ("assessment", 1.8),
    ("diagnos", 1.9),
    ("conclusion", 1.6),
    ("chief complaint", 1.6),
    ("reason for", 1.7),
    ("procedure", 1.5),
    ("operation", 1.4),
    ("title of", 1.5),
    ("indication", 1.4),
    ("history of present", 1.2),
    ("subjective", 1.1),
    ("plan", 0.8),
    ("family", 0.4),
    ("social", 0.4),
    ("review of systems", 0.4),
    ("allerg", 0.4),
    ("medications", 0.5),
    ("vital", 0.4),
    ("anesthesia", 0.3),
    ("blood loss", 0.2),
    ("complication", 0.3),
    ("disposition", 0.5),
    ("physical exam", 0.6),
    ("counts", 0.2),
    ("drains", 0.2),
    ("specimen", 0.3),
];
/// Who writes a note says first what it is about: the weight of a sentence is divided by one and this much for each
/// sentence before it. Chosen by a sketch on a third of the notes to learn from and to choose by, where 0.1, 0.3, 1 and 2
/// were tried too. 2 scored best; this lets later sentences still win.
const BEHIND: f32 = 0.6;
/// A sentence with fewer words says nothing alone; of longer ones, these many count in full.
const SHORT: usize = 2;
const LONG: f32 = 8.0;

/// All sentences of a text. A line ends one, as a point does that is not part of a number or of a short form.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut heading = String::new();
    let mut start = 0;
    let mut add = |range: Range<usize>, heading: &mut String| {
        let mut place = trimmed(text, range);
        if let Some(end) = heading_of(&text[place.clone()]) {
            *heading = text[place.start..place.start + end].to_lowercase();
            place = trimmed(text, place.start + end + 1..place.end);
        }
        if text[place.clone()].chars().any(char::is_alphabetic) {
            found.push(Sentence { place, heading: heading.clone() });
        }
    };
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if letter == '\n' || matches!(letter, '.' | '?' | '!' | ';') && ends(&text[start..at], &text[end..]) {
            add(start..end, &mut heading);
            start = end;
        }
    }
    add(start..text.len(), &mut heading);
    found
}

/// Whether a point between these two ends a sentence.
fn ends(before: &str, after: &str) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let bare = last.trim_matches(|c: char| !c.is_alphanumeric());
    let short = bare.chars().count() <= 1 || ["Dr", "Mr", "Mrs", "Ms", "No", "vs", "St", "Jr", "Sr"].contains(&bare);
    // "M.D.", "1." before a list's words, "b.i.d."
    let abbreviated =
        last.contains('.') || bare.chars().all(|c| c.is_ascii_digit()) && before.trim().len() == last.len();
    let next = after.trim_start_matches(['"', ')']);
    next.starts_with(char::is_whitespace) && !short && !abbreviated
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let (start, end) = (range.start.min(range.end), range.end);
    let piece = &text[start..end];
    let from = start + (piece.len() - piece.trim_start().len());
    from..from + piece.trim().len()
}

/// Where the heading at the beginning of a sentence ends, at its colon: capitals, or few words that begin large.
fn heading_of(sentence: &str) -> Option<usize> {
    let end = sentence.find(':').filter(|end| (3..=HEADING).contains(end))?;
    let head = &sentence[..end];
    let letters = || head.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().filter(|c| c.is_uppercase()).count();
    let large = head.split_whitespace().count() <= 4 && head.starts_with(char::is_uppercase);
    (letters().count() >= 3 && (capitals == letters().count() || large)).then_some(end)
}

/// The sentences that say most, in the order they stand: those with many rare words under telling headings, and little
/// that another one says already. Together they have about `most` words, and at least one sentence.
pub fn weightiest(model: &Model, text: &str, most: usize) -> Vec<Sentence> {
    let all = sentences(text);
    // A word the whole note repeats is what the note is about.
    let counted: Vec<(String, f32)> =
        model.counted(text).into_iter().map(|(word, count)| (word.to_owned(), count)).collect();
    let weight = |word: &str| {
        let place = counted.binary_search_by(|(known, _)| known.as_str().cmp(word));
        place.map_or(0.0, |place| counted[place].1)
    };
    let content: Vec<Vec<String>> = all
        .iter()
        .map(|sentence| {
            let mut own: Vec<String> = words(&text[sentence.place.clone()]).collect();
            own.sort();
            own.dedup();
            own
        })
        .collect();
    let mut said: HashSet<&str> = HashSet::new();
    let mut taken: Vec<usize> = Vec::new();
    let mut room = most as isize;
    while taken.len() < all.len() && room > 0 {
        let score = |place: usize| {
            let own = &content[place];
            if own.len() < SHORT {
                return 0.0;
            }
            let fresh: f32 = own.iter().filter(|word| !said.contains(word.as_str())).map(|word| weight(word)).sum();
            let heading = &all[place].heading;
            let bonus = HEADINGS.iter().find(|(name, _)| heading.contains(name)).map_or(1.0, |(_, bonus)| *bonus);
            fresh * bonus / (1.0 + BEHIND * place as f32) / (own.len() as f32).max(LONG).sqrt()
        };
        let left = (0..all.len()).filter(|place| !taken.contains(place));
        let Some((best, worth)) =
            left.map(|place| (place, score(place))).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
        else {
            break;
        };
        let length = text[all[best].place.clone()].split_whitespace().count() as isize;
        // One that would run over by half is left where it is, unless nothing else was said.
        if worth <= 0.0 || !taken.is_empty() && length > room + most as isize / 4 {
            break;
        }
        room -= length;
        said.extend(content[best].iter().map(String::as_str));
        taken.push(best);
    }
    taken.sort_unstable();
    taken.into_iter().map(|place| all[place].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTE: &str = "CHIEF COMPLAINT: Chest pain.\n\nHISTORY: Mr. Rao was seen by Dr. A. Menon. He takes 2.5 mg \
                        b.i.d. of ramipril. He denies fever.\nIMPRESSION:\n1. Unstable angina pectoris with coronary \
                        stenosis.\n2. Hypertension.\nSOCIAL HISTORY: He is married and works in an office.";

    #[test]
    fn sentences_end_where_they_end_and_know_their_heading() {
        let all = sentences(NOTE);
        let said: Vec<&str> = all.iter().map(|sentence| &NOTE[sentence.place.clone()]).collect();
        assert_eq!(said[0], "Chest pain.");
        assert_eq!(said[1], "Mr. Rao was seen by Dr. A. Menon.");
        assert_eq!(said[2], "He takes 2.5 mg b.i.d. of ramipril.");
        assert_eq!(said[4], "1. Unstable angina pectoris with coronary stenosis.");
        assert_eq!(all[4].heading, "impression");
        assert_eq!(all[6].heading, "social history");
    }

    #[test]
    fn what_a_note_comes_to_is_chosen_and_stands_in_it_as_it_is() {
        let chosen = weightiest(Model::committed(), NOTE, 12);
        let said: Vec<&str> = chosen.iter().map(|sentence| &NOTE[sentence.place.clone()]).collect();
        assert!(said.iter().any(|sentence| sentence.contains("angina")), "{said:?}");
        assert!(said.iter().all(|sentence| NOTE.contains(sentence) && !sentence.contains("married")), "{said:?}");
    }
}
