//! Plain text, laid out on pages as a typewriter would.

use super::words::MOST_ON_PAGE;
use super::{MOST_PAGES, Refusal, Sheet, fit_a_document};
use crate::engines::lines;
use crate::page::{Area, Engine, Said, Word};

/// A letter is this wide and a line this high, in what stands for pixels.
const LETTER: f32 = 10.0;
const LINE: f32 = 20.0;
const MARGIN: f32 = 40.0;
/// Lines on one page, unless a form feed ends it, or it holds as many words as a page may have.
const LINES: usize = 100;
/// Letters in a line; the rest of it goes into the next.
const LETTERS: usize = 400;

/// The text, when the bytes are one: UTF-8, or UTF-16 that says so, without control characters.
pub(super) fn text(file: &[u8]) -> Option<String> {
    let text = match file {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8(rest.to_vec()).ok()?,
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        _ => String::from_utf8(file.to_vec()).ok()?,
    };
    let strange = |letter: char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{c}');
    (!text.contains(strange)).then_some(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    String::from_utf16(&pairs.iter().map(|&pair| unit(pair)).collect::<Vec<_>>()).ok()
}

fn laid_out(file: &[u8]) -> Result<Vec<Vec<Vec<char>>>, Refusal> {
    let text = text(file).ok_or(Refusal::Damaged)?;
    let mut pages = Vec::new();
    for page in text.split('\u{c}') {
        let letters = page.lines().map(|line| line.replace('\t', "        ").chars().collect::<Vec<char>>());
        let lines: Vec<Vec<char>> = letters
            .flat_map(|line| match line.is_empty() {
                true => vec![Vec::new()],
                false => line.chunks(LETTERS).map(<[char]>::to_vec).collect(),
            })
            .collect();
        pages.extend(parted(lines));
        if pages.len() > MOST_PAGES {
            return Err(Refusal::TooManyPages { pages: pages.len(), most: MOST_PAGES });
        }
    }
    Ok(pages)
}

/// Lines put on pages. A line has no more words than half its letters, so that each page holds one at least.
fn parted(lines: Vec<Vec<char>>) -> Vec<Vec<Vec<char>>> {
    let mut pages: Vec<Vec<Vec<char>>> = Vec::new();
    let mut held = 0;
    for line in lines {
        let more = count(&line);
        match pages.last_mut() {
            Some(page) if page.len() < LINES && held + more <= MOST_ON_PAGE => {
                held += more;
                page.push(line);
            }
            _ => {
                held = more;
                pages.push(vec![line]);
            }
        }
    }
    pages
}

/// How many words stand in a line.
fn count(line: &[char]) -> usize {
    line.split(|letter| letter.is_whitespace()).filter(|part| !part.is_empty()).count()
}

pub(super) fn pages(file: &[u8]) -> Result<usize, Refusal> {
    let pages = laid_out(file)?;
    let words = pages.iter().flatten().map(|line| count(line)).sum();
    fit_a_document(words)?;
    Ok(if words == 0 { 0 } else { pages.len() })
}

pub(super) fn sheet(file: &[u8], page: usize) -> Result<Sheet, Refusal> {
    let lines = laid_out(file)?.into_iter().nth(page).ok_or(Refusal::Damaged)?;
    let widest = lines.iter().map(Vec::len).max().unwrap_or(0);
    let width = (widest as f32 * LETTER + 2.0 * MARGIN) as u32;
    let height = (lines.len() as f32 * LINE + 2.0 * MARGIN) as u32;
    let words = lines.iter().enumerate().flat_map(|(row, line)| words(row, line)).collect();
    Ok(Sheet { pixels: None, width, height, lines: lines::grouped(words), drawn: true })
}

fn words(row: usize, line: &[char]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut column = 0;
    for part in line.split(|letter| letter.is_whitespace()) {
        if !part.is_empty() {
            let (left, top) = (MARGIN + column as f32 * LETTER, MARGIN + row as f32 * LINE);
            let area = Area { left, top, right: left + part.len() as f32 * LETTER, bottom: top + LINE * 0.8 };
            let text: String = part.iter().collect();
            words.push(Word {
                said: vec![Said { engine: Engine::Layer, text: text.clone(), sure: 1.0 }],
                text,
                area,
                sure: 1.0,
            });
        }
        column += part.len() + 1;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::MOST_WORDS;
    use super::*;

    #[test]
    fn words_keep_their_columns_and_wide_gaps_part_lines() {
        let sheet = sheet(b"Hb      13.2 g/dl\n\nNa\t140", 0).unwrap();
        let lines: Vec<Vec<&str>> =
            sheet.lines.iter().map(|line| line.words.iter().map(|word| word.text.as_str()).collect()).collect();
        assert_eq!(lines, [vec!["Hb"], vec!["13.2", "g/dl"], vec!["Na"], vec!["140"]]);
        assert_eq!(sheet.lines[1].words[0].area.left, MARGIN + 8.0 * LETTER);
    }

    #[test]
    fn what_is_no_text_is_none() {
        assert_eq!(text(b"\xFF\xFEH\0b\0").as_deref(), Some("Hb"));
        assert_eq!(text(b"a\0b"), None);
        assert_eq!(text(b"\xC3\x28"), None);
    }

    #[test]
    fn a_page_ends_when_it_is_full_of_words() {
        let line = "4 ".repeat(LETTERS / 2) + "\n";
        assert_eq!(pages(line.repeat(LINES).as_bytes()), Ok(LINES * LETTERS / 2 / MOST_ON_PAGE));
        let words =
            |page| sheet(line.repeat(LINES).as_bytes(), page).unwrap().lines.iter().map(|line| line.words.len()).sum();
        assert_eq!((0..4).map(words).collect::<Vec<usize>>(), [MOST_ON_PAGE; 4]);
        let book = line.repeat(MOST_WORDS * 2 / LETTERS + 1);
        assert_eq!(pages(book.as_bytes()), Err(Refusal::TooLong { words: MOST_WORDS + LETTERS / 2, most: MOST_WORDS }));
    }

    #[test]
    fn a_form_feed_ends_a_page_and_blanks_are_no_document() {
        assert_eq!(pages(b"one\x0Ctwo"), Ok(2));
        assert_eq!(pages(b" \n\t\n"), Ok(0));
        let endless = "\n".repeat(LINES * (MOST_PAGES + 1));
        assert_eq!(pages(endless.as_bytes()), Err(Refusal::TooManyPages { pages: MOST_PAGES + 1, most: MOST_PAGES }));
    }
}
