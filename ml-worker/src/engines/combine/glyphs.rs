//! Letters that look alike in print, told apart by where they stand.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{Meeting, joined};

/// Consonants that no word has behind a small `l` at its beginning; `h`, `j`, `l`, `w` and `y` may stand there.
const NEVER_BEHIND_L: &str = "bcdfgkmnpqrstvxz";
/// Beginnings of words that no other word has: iodine, ileus, ileum, iliac.
const ONLY_WITH_I: [&str; 3] = ["lodi", "lleu", "llia"];
/// Shorter words may be units and abbreviations: "lbs", "ltd".
const SHORTEST: usize = 4;

/// A capital I is the same stroke as a small l in many fonts; engines say "lron", which is no word, for "Iron".
pub(super) fn with_capital(word: &str) -> Option<String> {
    let rest = word.strip_prefix('l')?;
    let letters = rest.chars().take_while(|letter| letter.is_lowercase()).count();
    let no_word = rest.starts_with(|next| NEVER_BEHIND_L.contains(next))
        || ONLY_WITH_I.iter().any(|beginning| word.starts_with(beginning));
    (no_word && letters + 1 >= SHORTEST).then(|| format!("I{rest}"))
}

/// In a language that has marks on its letters, more than one word in so many bears one.
const RARELY: usize = 33;
/// What specks beside a word are taken for.
const BESIDE: [char; 8] = ['\'', '‘', '’', '"', '“', '”', '·', '_'];

/// Takes off what one engine sees on or beside letters and the other, which sees the same letters, does not: specks of
/// dust. Marks on letters only where hardly a word bears any.
pub(super) fn dusted(meetings: &mut [Meeting]) {
    let words = || meetings.iter().flat_map(|meeting| &meeting.ppocr);
    let marked = words().filter(|word| bare(&word.text) != word.text).count();
    let unmarked = marked * RARELY <= words().count();
    for Meeting { ppocr, tesseract } in meetings {
        let (seen, other) = (joined(ppocr), joined(tesseract));
        if seen == other || other.is_empty() {
            continue;
        }
        let without = |text: &str| if unmarked { bare(text) } else { text.to_owned() };
        if without(&seen).trim_matches(BESIDE) == other {
            ppocr.iter_mut().for_each(|word| word.text = without(&word.text).trim_matches(BESIDE).to_owned());
            ppocr.retain(|word| !word.text.is_empty());
        }
    }
}

/// Letters of Latin script without their marks; in other scripts marks are letters.
fn bare(text: &str) -> String {
    let latin = |letter: &char| *letter < '\u{370}' || ('\u{1e00}'..'\u{1f00}').contains(letter);
    if text.is_ascii() || !text.chars().all(|letter| latin(&letter)) {
        return text.to_owned();
    }
    text.nfd().filter(|letter| !is_combining_mark(*letter)).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stroke_before_a_consonant_is_a_capital() {
        let meant = [("lron", "Iron"), ("lnsulin,", "Insulin,"), ("lbuprofen", "Ibuprofen"), ("lgM", "lgM")];
        for (read, meant) in meant {
            assert_eq!(with_capital(read).as_deref().unwrap_or(read), meant);
        }
        assert_eq!(with_capital("lodine").as_deref(), Some("Iodine"));
        for word in ["lymphocytes", "llama", "lbs", "ltd", "lipid", "lhermitte", "Lndira", "l"] {
            assert_eq!(with_capital(word), None, "{word}");
        }
    }

    #[test]
    fn marks_are_dust_where_hardly_a_word_has_one() {
        assert_eq!((bare("Shalinī"), bare("µg/dL"), bare("कुमारी")), ("Shalini".into(), "µg/dL".into(), "कुमारी".into()));
    }
}
