//! Tesseract 5, a program of its own, confined like everything that looks at a stranger's pixels.

use std::{borrow::Cow, fs, io, path::Path, process::Command};

use image::{GrayImage, imageops};
use sha2::{Digest, Sha256};

use crate::confine::{Broken, Confined, Limits};
use crate::page::{Area, Engine, Said, Word};

const LIMITS: Limits = Limits { memory: 2 << 30, cpu: 120, clock: 180, answer: 16 << 20 };

/// Tesseract falls over where a side is longer than 32,767 pixels; longer ones are shrunk to this.
const LONGEST: u32 = 32_000;

/// What Tesseract is started with.
#[derive(Clone, Debug)]
pub struct Tesseract {
    /// Languages it reads, in its own names, joined by `+`.
    pub languages: String,
    /// How it looks at a page; its own number for that.
    pub layout: u8,
}

impl Default for Tesseract {
    fn default() -> Self {
        Self { languages: "eng".to_owned(), layout: 3 }
    }
}

impl Tesseract {
    /// SHA-256 of the data of each language.
    ///
    /// # Errors
    /// When it is not installed, or a language is not.
    pub fn digests(&self) -> io::Result<Vec<[u8; 32]>> {
        let told = Command::new("tesseract").arg("--list-langs").output()?;
        let told = String::from_utf8_lossy(&told.stdout);
        // `List of available languages in "/usr/share/tesseract-ocr/5/tessdata/" (2):`
        let folder = Path::new(told.split('"').nth(1).ok_or(io::ErrorKind::NotFound)?);
        let data = self.languages.split('+').map(|language| fs::read(folder.join(format!("{language}.traineddata"))));
        data.map(|data| Ok(Sha256::digest(data?).into())).collect()
    }

    /// What stands on a page, word for word.
    ///
    /// # Errors
    /// When it is not installed, or does not come to an end.
    pub fn read(&self, confined: &Confined, page: &GrayImage) -> Result<Vec<Word>, Broken> {
        let shown = fitting(page);
        let layout = self.layout.to_string();
        let task = ["exec", "tesseract", "-", "-", "--oem", "1", "--psm", &layout, "-l", &self.languages, "tsv"];
        let table = confined.run(&task, &bits(&shown), &LIMITS)?;
        let words = String::from_utf8_lossy(&table).lines().filter_map(word).collect();
        Ok(moved(words, shown.dimensions(), page.dimensions()))
    }
}

/// Ink and paper as a file of single bits: Tesseract takes in a byte at a time, and looks for no ink in what is nothing else.
fn bits(page: &GrayImage) -> Vec<u8> {
    let mut file = format!("P4\n{} {}\n", page.width(), page.height()).into_bytes();
    for row in page.rows() {
        let ink: Vec<bool> = row.map(|pixel| pixel[0] < 128).collect();
        file.extend(
            ink.chunks(8)
                .map(|eight| eight.iter().zip(0..).fold(0, |byte, (&ink, at)| byte | u8::from(ink) << (7 - at))),
        );
    }
    file
}

/// The page, no longer than Tesseract can bear.
fn fitting(page: &GrayImage) -> Cow<'_, GrayImage> {
    let longest = page.width().max(page.height());
    if longest <= LONGEST {
        return Cow::Borrowed(page);
    }
    let side = |length: u32| (f64::from(length) * f64::from(LONGEST) / f64::from(longest)).round().max(1.0) as u32;
    let (width, height) = (side(page.width()), side(page.height()));
    Cow::Owned(imageops::resize(page, width, height, imageops::FilterType::Triangle))
}

/// Words of a page of one size, where they stand on the same page of another.
fn moved(mut words: Vec<Word>, from: (u32, u32), to: (u32, u32)) -> Vec<Word> {
    let (wide, high) = (to.0 as f32 / from.0 as f32, to.1 as f32 / from.1 as f32);
    for Area { left, top, right, bottom } in words.iter_mut().map(|word| &mut word.area) {
        (*left, *right) = (*left * wide, *right * wide);
        (*top, *bottom) = (*top * high, *bottom * high);
    }
    words
}

/// A row of Tesseract's table: level, five numbers of order, place, sureness in percent, text.
fn word(row: &str) -> Option<Word> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [level, _, _, _, _, _, left, top, width, height, sure, text] = columns[..] else { return None };
    let number = |column: &str| column.parse::<f32>().ok();
    let (left, top) = (number(left)?, number(top)?);
    let area = Area { left, top, right: left + number(width)?, bottom: top + number(height)? };
    let (text, sure) = (text.trim().to_owned(), number(sure)? / 100.0);
    let said = vec![Said { engine: Engine::Tesseract, text: text.clone(), sure }];
    (level == "5" && !text.is_empty()).then_some(Word { text, area, sure, said })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_too_long_for_tesseract_is_shrunk_and_its_words_stand_where_they_stood() {
        let page = GrayImage::new(30, 64_000);
        let shown = fitting(&page);
        assert_eq!(shown.dimensions(), (15, LONGEST));
        assert_eq!(fitting(&GrayImage::new(90_000, 1)).dimensions(), (LONGEST, 1));
        assert!(matches!(fitting(&GrayImage::new(30, LONGEST)), Cow::Borrowed(_)));
        let area = Area { left: 5.0, top: 20.0, right: 10.0, bottom: 38.0 };
        let words = moved(vec![Word { area, ..Word::default() }], shown.dimensions(), page.dimensions());
        assert_eq!(words[0].area, Area { left: 10.0, top: 40.0, right: 20.0, bottom: 76.0 });
    }

    #[test]
    fn only_words_are_taken_out_of_the_table() {
        let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
            4\t1\t1\t1\t1\t0\t10\t20\t300\t18\t-1\t\n\
            5\t1\t1\t1\t1\t1\t10\t20\t90\t18\t96.5\tHemoglobin\n\
            5\t1\t1\t1\t1\t2\t110\t20\t30\t18\t12\t \n";
        let words: Vec<Word> = table.lines().filter_map(word).collect();
        assert_eq!(words.len(), 1);
        assert_eq!(words[0].text, "Hemoglobin");
        assert_eq!(words[0].area, Area { left: 10.0, top: 20.0, right: 100.0, bottom: 38.0 });
        assert!((words[0].sure - 0.965).abs() < 1e-6);
    }
}
