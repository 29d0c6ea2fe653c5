//! From a file to what stands on its pages.

mod beside;
mod carried;
mod prepare;
mod verify;

use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use image::RgbImage;

use crate::admit::{self, Admitted, Refusal, Sheet};
use crate::confine::{Broken, Confined};
use crate::engines::combine;
use crate::engines::ppocr::{PpOcr, Strip};
use crate::engines::tesseract::Tesseract;
use crate::model::ModelError;
use crate::page::{Area, Document, Page, Word};

pub use prepare::{Prepared, turned};

/// So many words that only one engine saw are shown to the other; more are no words.
const MOST_LOOKS: usize = 100;
/// A page that takes its reader down may take a minute to do so: after so many of them no other is tried.
const MOST_BROKEN: usize = 5;

/// Reads files.
pub struct Reader {
    confined: Confined,
    ppocr: PpOcr,
    tesseract: Tesseract,
}

/// A page that was read, and how it looks.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// What stands on it.
    pub page: Page,
    /// The upright, flattened page that all places refer to; nothing where the file was text and no picture.
    pub pixels: Option<RgbImage>,
}

/// What each engine read on its own.
#[derive(Clone, Debug)]
pub struct Heard {
    /// PP-OCR's words, with its own measure of sureness.
    pub ppocr: Vec<Word>,
    /// Tesseract's.
    pub tesseract: Vec<Word>,
    /// Why Tesseract said nothing, where it could not.
    pub silent: Option<Broken>,
    /// How long each took, in the same order; they read at the same time.
    pub took: [Duration; 2],
}

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The file was not let in.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// PP-OCR failed.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// Tesseract could not be asked.
    #[error("Tesseract did not read the page: {0}")]
    Tesseract(#[from] Broken),
    /// Tesseract has not learned to read that.
    #[error("Tesseract or one of the languages is not installed: {0}")]
    Languages(std::io::Error),
}

/// Whether two words share a third of the smaller one: PP-OCR takes several words it cannot read for one.
fn meet(a: &Area, b: &Area) -> bool {
    let shared = a.shared_width(b).max(0.0) * a.shared_height(b).max(0.0);
    3.0 * shared > (a.width() * a.height()).min(b.width() * b.height())
}

impl Reader {
    /// Opens the engines, whose networks lie in `models`.
    ///
    /// # Errors
    /// When a network is missing or damaged.
    pub fn open(confined: Confined, models: &Path) -> Result<Self, ModelError> {
        Ok(Self { confined, ppocr: PpOcr::open(&models.join("ppocr-v6"))?, tesseract: Tesseract::default() })
    }

    /// Reads other languages: Tesseract's names for them, joined by `+`.
    #[must_use]
    pub fn in_languages(mut self, languages: &str) -> Self {
        languages.clone_into(&mut self.tesseract.languages);
        self
    }

    /// What tells the networks of both engines from all others.
    ///
    /// # Errors
    /// When Tesseract is not installed, or a language is not.
    pub fn digests(&self) -> Result<Vec<[u8; 32]>, ReadError> {
        let mut all = self.ppocr.digests().to_vec();
        all.extend(self.tesseract.digests().map_err(ReadError::Languages)?);
        Ok(all)
    }

    /// Reads a file page by page; `each` gets every page with its number, counted from 0. A page that cannot be read is an
    /// empty one that says why.
    ///
    /// # Errors
    /// When no page can be read, or an engine fails.
    pub fn read(&self, file: &[u8], each: impl FnMut(usize, &Admitted, Leaf)) -> Result<(), ReadError> {
        let admitted = admit::survey(&self.confined, file)?;
        self.read_admitted(file, &admitted, None, each)
    }

    /// The same of a file that was let in; its first page may be there already.
    ///
    /// # Errors
    /// As [`Reader::read`].
    pub fn read_admitted(
        &self,
        file: &[u8],
        admitted: &Admitted,
        mut first: Option<Sheet>,
        mut each: impl FnMut(usize, &Admitted, Leaf),
    ) -> Result<(), ReadError> {
        std::thread::scope(|scope| {
            // Without room for a page, so that no more than two are in memory: one is read, the next is made ready.
            let (ready, pages) = mpsc::sync_channel(0);
            scope.spawn(move || {
                let mut broken = 0;
                for number in 0..admitted.pages {
                    let made = match broken {
                        ..MOST_BROKEN => self.made_or_lost(|| match first.take() {
                            Some(sheet) => Ok(sheet),
                            None => admit::sheet(&self.confined, file, admitted, number),
                        }),
                        _ => Ok(Made::Lost(None)),
                    };
                    broken += usize::from(matches!(made, Ok(Made::Lost(Some(Refusal::Broken { .. })))));
                    let failed = made.is_err();
                    if ready.send(made).is_err() || failed {
                        break;
                    }
                }
            });
            let (mut lost, mut why, mut words) = (0, None, 0);
            for (number, made) in pages.into_iter().enumerate() {
                let made = made?;
                if let Made::Lost(refusal) = &made {
                    lost += 1;
                    why = why.or_else(|| refusal.clone());
                }
                if lost == admitted.pages
                    && let Some(why) = why
                {
                    return Err(why.into());
                }
                let leaf = self.leaf(made)?;
                words += leaf.page.lines.iter().map(|line| line.words.len()).sum::<usize>();
                admit::fit_a_document(words)?;
                each(number, admitted, leaf);
            }
            Ok(())
        })
    }

    /// Reads a file into a document.
    ///
    /// # Errors
    /// As [`Reader::read`].
    pub fn document(&self, file: &[u8]) -> Result<Document, ReadError> {
        let mut document = Document::default();
        self.read(file, |_, _, leaf| document.pages.push(leaf.page))?;
        Ok(document)
    }

    /// Makes a sheet ready to be read.
    ///
    /// # Errors
    /// When a network fails.
    pub fn prepare(&self, pixels: RgbImage, drawn: bool) -> Result<Prepared, ModelError> {
        prepare::prepared(pixels, drawn, &self.ppocr)
    }

    /// Has both engines read a page, apart from each other; what only Tesseract sees, PP-OCR is shown. A page that takes
    /// Tesseract down is read by PP-OCR alone.
    ///
    /// # Errors
    /// When PP-OCR fails, or Tesseract is not there.
    pub fn hear(&self, page: &Prepared) -> Result<Heard, ReadError> {
        let pixels = page.print.as_ref().unwrap_or(&page.pixels);
        let (ours, theirs) = std::thread::scope(|scope| {
            let theirs = scope.spawn(|| timed(|| self.tesseract.read(&self.confined, &page.ink)));
            let ours = timed(|| self.ppocr.read(pixels, &page.strips));
            (ours, theirs.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        let took = [ours.1, theirs.1];
        let installed = || self.tesseract.digests().map(drop);
        let (mut ppocr, (tesseract, silent)) = (ours.0?, borne(theirs.0, installed)?);
        let unseen = combine::unseen(&combine::meetings(ppocr.clone(), tesseract.clone()));
        let strips: Vec<Strip> = unseen.iter().take(MOST_LOOKS).map(Strip::around).collect();
        ppocr.extend(self.ppocr.read(pixels, &strips)?);
        let foreign: Vec<Area> =
            tesseract.iter().filter(|word| combine::is_foreign(&word.text)).map(|word| word.area).collect();
        ppocr.retain(|word| !foreign.iter().any(|area| meet(&word.area, area)));
        Ok(Heard { ppocr, tesseract, silent, took })
    }

    /// Makes a page ready, unless the file keeps it from being read.
    fn made_or_lost(&self, sheet: impl FnOnce() -> Result<Sheet, Refusal>) -> Result<Made, ReadError> {
        match sheet().map_err(ReadError::from).and_then(|sheet| self.made_ready(sheet)) {
            Err(ReadError::Refused(refusal)) if refusal.is_of_the_file() => Ok(Made::Lost(Some(refusal))),
            made => made,
        }
    }

    /// Makes a page ready. One whose letters can be believed is done with that.
    fn made_ready(&self, sheet: Sheet) -> Result<Made, ReadError> {
        let Sheet { pixels, width, height, lines, drawn } = sheet;
        let Some(seen) = pixels else {
            let page = Page { width: width as f32, height: height as f32, lines, ..Page::default() };
            return Ok(Made::Done(Leaf { page, pixels: None }));
        };
        if !lines.is_empty()
            && let Some(page) = carried::page(&lines, &seen, &self.ppocr)?
        {
            return Ok(Made::Done(Leaf { page, pixels: Some(seen) }));
        }
        Ok(Made::Ready(self.prepare(seen, drawn)?))
    }

    fn leaf(&self, made: Made) -> Result<Leaf, ReadError> {
        let prepared = match made {
            Made::Done(leaf) => return Ok(leaf),
            Made::Lost(refusal) => {
                let given_up = || "was not read: too many pages before it could not be".to_owned();
                let trouble = refusal.map_or_else(given_up, |refusal| refusal.of_page());
                return Ok(Leaf { page: Page { troubles: vec![trouble], ..Page::default() }, pixels: None });
            }
            Made::Ready(prepared) => prepared,
        };
        let heard = self.hear(&prepared)?;
        let mut page = prepared.page(combine::words(combine::meetings(heard.ppocr, heard.tesseract)));
        page.troubles.extend(
            heard.silent.map(|broken| format!("was read by PP-OCR alone; Tesseract did not read it: {broken}")),
        );
        Ok(Leaf { page, pixels: Some(prepared.pixels) })
    }
}

/// A page on its way.
enum Made {
    /// Its file said what stands on it, and it does.
    Done(Leaf),
    /// The engines have yet to read it.
    Ready(Prepared),
    /// It cannot be read, or was not tried because too many before it could not be.
    Lost(Option<Refusal>),
}

/// What Tesseract said, or why it said nothing: some pages take it down, every time. That it is not there looks the same,
/// and is the machine's failing like an end that came from elsewhere.
fn borne(
    said: Result<Vec<Word>, Broken>,
    installed: impl FnOnce() -> std::io::Result<()>,
) -> Result<(Vec<Word>, Option<Broken>), ReadError> {
    match said {
        Ok(words) => Ok((words, None)),
        Err(broken) if broken.is_of_the_machine() => Err(broken.into()),
        Err(broken) => {
            installed().map_err(ReadError::Languages)?;
            Ok((Vec::new(), Some(broken)))
        }
    }
}

/// What comes of a work, and how long it took.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let done = work();
    (done, begun.elapsed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_takes_tesseract_down_is_read_without_it_and_a_machine_without_it_reads_none() {
        let there = || -> std::io::Result<()> { Ok(()) };
        let gone = || -> std::io::Result<()> { Err(std::io::ErrorKind::NotFound.into()) };
        assert!(matches!(borne(Ok(vec![]), gone), Ok((_, None))));
        for broken in [Broken::Crash, Broken::Time, Broken::Memory, Broken::Answer] {
            assert!(matches!(borne(Err(broken), there), Ok((_, Some(why))) if why == broken), "{broken}");
        }
        for broken in [Broken::Start, Broken::Clock, Broken::Gone] {
            assert!(matches!(borne(Err(broken), there), Err(ReadError::Tesseract(why)) if why == broken), "{broken}");
        }
        assert!(matches!(borne(Err(Broken::Crash), gone), Err(ReadError::Languages(_))));
    }
}
