//! Words that a file says stand there: how many of them are borne, and which can stand on their page.

use super::Refusal;
use crate::page::Line;

/// How many words one page may have: close print has about a thousand. To find lines, each is held against the others.
pub(super) const MOST_ON_PAGE: usize = 5_000;
/// How many words one document may have: two hundred pages of three hundred. Later stages hold its parts against each other.
pub const MOST_WORDS: usize = 60_000;

/// Whether so many words are borne on a page.
pub(super) fn fit_a_page(words: usize) -> Result<(), Refusal> {
    if words > MOST_ON_PAGE {
        return Err(Refusal::TooManyWords { words, most: MOST_ON_PAGE });
    }
    Ok(())
}

/// Whether so many words are borne in a document.
pub(crate) fn fit_a_document(words: usize) -> Result<(), Refusal> {
    if words > MOST_WORDS {
        return Err(Refusal::TooLong { words, most: MOST_WORDS });
    }
    Ok(())
}

/// The lines of a sheet of this size, as they came out of the confined process, which may have been taken over. A word
/// stands where its middle does: one whose middle lies beside the sheet is seen by nobody, and is left out.
pub(super) fn on_sheet(mut lines: Vec<Line>, width: u32, height: u32) -> Result<Vec<Line>, Refusal> {
    if width == 0 || height == 0 {
        return Err(Refusal::Damaged);
    }
    fit_a_page(lines.iter().map(|line| line.words.len()).sum())?;
    for line in &mut lines {
        line.words.retain_mut(|word| {
            let place = word.area.on_page(width as f32, height as f32);
            word.area = place.unwrap_or_default();
            place.is_some()
        });
    }
    lines.retain(|line| !line.words.is_empty());
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Area, Word};

    fn line(texts: &[(&str, f32, f32, f32, f32)]) -> Line {
        let word = |&(text, left, top, right, bottom): &(&str, f32, f32, f32, f32)| Word {
            text: text.to_owned(),
            area: Area { left, top, right, bottom },
            ..Word::default()
        };
        Line { words: texts.iter().map(word).collect() }
    }

    #[test]
    fn words_that_nobody_sees_are_left_out_and_no_other() {
        let lines = vec![
            line(&[("Sodium", 10.0, 10.0, 60.0, 20.0), ("140", 70.0, 10.0, 110.0, 20.0)]),
            line(&[("far", 3e9, 40.0, 3e9 + 512.0, 50.0)]),
            line(&[("4", 10.0, -6e7, 3e7, 90.0), ("above", 10.0, -30.0, 40.0, -20.0), ("7", f32::NAN, 0.0, 9.0, 9.0)]),
        ];
        let kept = on_sheet(lines, 100, 100).unwrap();
        let words: Vec<(&str, f32)> = kept[0].words.iter().map(|word| (word.text.as_str(), word.area.right)).collect();
        assert_eq!((kept.len(), words), (1, vec![("Sodium", 60.0), ("140", 100.0)]));
    }

    #[test]
    fn neither_a_page_nor_a_document_has_words_without_end() {
        let page = |words| on_sheet(vec![line(&vec![("4", 1.0, 1.0, 2.0, 2.0); words])], 9, 9).map(|lines| lines.len());
        assert_eq!(page(MOST_ON_PAGE), Ok(1));
        let refusal = page(MOST_ON_PAGE + 1).unwrap_err();
        assert_eq!(refusal.to_string(), "the page has 5001 words; at most 5000 are read");
        assert_eq!(fit_a_document(MOST_WORDS), Ok(()));
        let refusal = fit_a_document(MOST_WORDS + 1).unwrap_err();
        assert_eq!(refusal.to_string(), "the document has 60001 words; at most 60000 are read");
    }

    #[test]
    fn a_sheet_without_a_side_is_none() {
        assert_eq!(on_sheet(Vec::new(), 0, 9), Err(Refusal::Damaged));
        assert_eq!(on_sheet(Vec::new(), 9, 9), Ok(Vec::new()));
    }
}
