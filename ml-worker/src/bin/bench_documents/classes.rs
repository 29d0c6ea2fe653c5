//! Reads the pages of one class with everybody who reads.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use chartkey_worker::bench::cost;
use chartkey_worker::bench::golden::Golden;
use chartkey_worker::bench::measure::Figures;
use chartkey_worker::bench::pixels::{Fonts, Picture, Wear, worn};
use chartkey_worker::bench::score::{self, Score, Stands};
use chartkey_worker::bench::sheet::{Sheet, Text};
use chartkey_worker::bench::{self, Layouts, Made};
use chartkey_worker::check::What;
use chartkey_worker::engines::{combine, lines};
use chartkey_worker::page::{Area, Document, Page, Word};
use chartkey_worker::read::Reader;
use chartkey_worker::{Confined, admit, sense};
use imageproc::geometric_transformations::Projection;

use crate::Arguments;
use crate::receipts::Receipt;
use crate::rivals::{self, Rapid, Read};

/// All of these work in so many threads.
const THREADS: usize = 1;

/// Our two engines put together.
pub(crate) const BOTH: &str = "both";
/// Our two engines, each alone, on the page we made ready.
pub(crate) const ALONE: [&str; 2] = ["pp-ocr", "tesseract"];
/// Others, on the picture as it is.
pub(crate) const OTHERS: [&str; 2] = ["rapidocr", "tesseract command"];

/// What one reader made of a class.
#[derive(Default)]
pub(crate) struct Of {
    pub(crate) print: Score,
    pub(crate) hand: Score,
    pub(crate) figures: Figures,
    pub(crate) seconds: f64,
    /// Seconds of processor time, of those who were asked for it.
    pub(crate) busy: f64,
}

impl Of {
    /// Print and hand together.
    pub(crate) fn all(&self) -> Score {
        let mut all = self.print;
        all.add(self.hand);
        all
    }
}

/// What was measured on a class.
#[derive(Default)]
pub(crate) struct Class {
    pub(crate) pages: usize,
    pub(crate) readers: BTreeMap<&'static str, Of>,
    /// Letters read by both engines together, by the dots an inch of the page.
    pub(crate) dots: BTreeMap<u32, Score>,
}

/// A page that somebody sent.
struct Sent<'a> {
    name: String,
    file: &'a [u8],
    stands: Vec<Stands>,
    from_page: Projection,
    stamps: &'a [Area],
    made: Option<&'a Made>,
    /// Whether its truth is written in capitals, whatever the print is.
    capitals: bool,
}

/// Everybody who reads.
pub(crate) struct Bench {
    reader: Reader,
    confined: Confined,
    fonts: Fonts,
    ours: bool,
    rapid: Option<Rapid>,
    folder: tempfile::TempDir,
    misses: Option<PathBuf>,
}

impl Bench {
    pub(crate) fn open(reader: Reader, arguments: &Arguments) -> anyhow::Result<Self> {
        let python = arguments.rapidocr.as_deref().filter(|_| !arguments.ours);
        if let Some(folder) = &arguments.misses {
            std::fs::create_dir_all(folder)?;
        }
        Ok(Self {
            reader,
            confined: Confined::this_program()?,
            fonts: Fonts::load()?,
            ours: arguments.ours,
            rapid: python.map(|python| Rapid::start(python, THREADS)).transpose()?,
            folder: tempfile::tempdir()?,
            misses: arguments.misses.clone(),
        })
    }

    /// The most memory RapidOCR ever held, in megabytes, where it was there.
    pub(crate) fn rapid_memory(&self) -> Option<f64> {
        self.rapid.as_ref().map(|rapid| rapid.peak)
    }

    /// Made pages that went through something.
    pub(crate) fn made(&mut self, wear: Wear, pages: usize, seed: u64) -> anyhow::Result<Class> {
        let mut class = Class::default();
        for (number, mut made) in some(seed, pages).into_iter().enumerate() {
            let Picture { file, from_page, dots, by_hand, stamps } =
                worn(&made.sheet, wear, seed ^ (number as u64) << 24, &self.fonts)?;
            // Who stamps a page that nobody signed makes good what was left out.
            made.truth.defects.retain(|defect| stamps.is_empty() || *defect != What::Mark);
            let stands = stands(&made.sheet, &by_hand);
            let name = format!("{}-{number}-{}", wear.name(), made.name);
            let sent =
                Sent { name, file: &file, stands, from_page, stamps: &stamps, made: Some(&made), capitals: false };
            let before = class.readers.get(BOTH).map(Of::all).unwrap_or_default();
            self.page(&mut class, &sent)?;
            let after = class.readers[BOTH].all();
            class.dots.entry(dots).or_default().add(Score {
                letters: after.letters - before.letters,
                letters_wrong: after.letters_wrong - before.letters_wrong,
                words: after.words - before.words,
                words_wrong: after.words_wrong - before.words_wrong,
            });
        }
        Ok(class)
    }

    /// Real receipts.
    pub(crate) fn receipts(&mut self, receipts: &[Receipt]) -> anyhow::Result<Class> {
        let mut class = Class::default();
        for receipt in receipts {
            let Receipt { name, file, lines } = receipt;
            let from_page = Projection::scale(1.0, 1.0);
            let name = format!("receipt-{name}");
            let sent = Sent { name, file, stands: lines.clone(), from_page, stamps: &[], made: None, capitals: true };
            self.page(&mut class, &sent)?;
        }
        Ok(class)
    }

    /// Pages that are kept in a folder, and how many letters of each are read wrongly now.
    pub(crate) fn golden(&mut self, folder: &Path, all: &[Golden]) -> anyhow::Result<(Class, Vec<(usize, usize)>)> {
        let (mut class, mut counts) = (Class::default(), Vec::new());
        let mut before = Score::default();
        for golden in all {
            let file = std::fs::read(folder.join(&golden.file))?;
            let from_page = golden.from_page().context("a kept page has four corners")?;
            let (name, stands, stamps) = (format!("golden-{}", golden.file), golden.stands(), golden.stamps());
            let sent = Sent { name, file: &file, stands, from_page, stamps: &stamps, made: None, capitals: false };
            self.page(&mut class, &sent)?;
            let after = class.readers[BOTH].all();
            counts.push((after.letters - before.letters, after.letters_wrong - before.letters_wrong));
            before = after;
        }
        Ok((class, counts))
    }

    fn page(&mut self, class: &mut Class, sent: &Sent) -> anyhow::Result<()> {
        let (begun, began) = (Instant::now(), cost::busy());
        let admitted = admit::survey(&self.confined, sent.file)?;
        let sheet = admit::sheet(&self.confined, sent.file, &admitted, 0)?;
        // A large picture comes smaller out of it.
        let format = image::ImageReader::new(std::io::Cursor::new(sent.file)).with_guessed_format()?;
        let (width, height) = format.into_dimensions()?;
        let shrinking = Projection::scale(sheet.width as f32 / width as f32, sheet.height as f32 / height as f32);
        let prepared = self.reader.prepare(sheet.pixels.context("a picture has pixels")?, sheet.drawn)?;
        let preparing = begun.elapsed().as_secs_f64();
        let heard = self.reader.hear(&prepared)?;
        // Tesseract works in a process of its own, and does not count here.
        class.readers.entry(ALONE[0]).or_default().busy += cost::busy() - began;
        let both = combine::words(combine::meetings(heard.ppocr.clone(), heard.tesseract.clone()));
        let whole = begun.elapsed().as_secs_f64();
        let to_page = (prepared.from_sheet * shrinking * sent.from_page).invert();
        let [ppocr, tesseract] = heard.took.map(|took| took.as_secs_f64());
        let readers = [
            (BOTH, both, whole),
            (ALONE[0], heard.ppocr, preparing + ppocr),
            (ALONE[1], heard.tesseract, preparing + tesseract),
        ];
        class.pages += 1;
        let mut said = String::new();
        for (name, words, seconds) in readers {
            let read: Vec<Stands> =
                words.iter().map(|word| Stands::of(&word.text, word.area.corners(), &to_page)).collect();
            let of = class.readers.entry(name).or_default();
            of.seconds += seconds;
            let wrong = of.counted(sent, &read);
            said += &format!("== {name}\n{wrong}");
            let page = prepared.page(words);
            let before = of.figures.misses.len();
            of.understood(sent, page, &to_page);
            said += &of.figures.misses[before..].iter().map(|miss| format!("  {miss}\n")).collect::<String>();
        }
        if !self.ours {
            said += &self.others(class, sent)?;
        }
        if let Some(folder) = &self.misses {
            std::fs::write(folder.join(format!("{}.txt", sent.name)), said)?;
            std::fs::write(folder.join(format!("{}.img", sent.name)), sent.file)?;
            prepared.pixels.save(folder.join(format!("{}.page.png", sent.name)))?;
            prepared.ink.save(folder.join(format!("{}.ink.png", sent.name)))?;
        }
        let errors = |name: &str| class.readers.get(name).map_or(f64::NAN, |of| 100.0 * of.all().letter_errors());
        eprintln!(
            "{:>4} {}: {:.1} s; so far {:.2} % of letters, alone {:.2} and {:.2}, others {:.2} and {:.2}",
            class.pages,
            sent.name,
            whole,
            errors(BOTH),
            errors(ALONE[0]),
            errors(ALONE[1]),
            errors(OTHERS[0]),
            errors(OTHERS[1]),
        );
        Ok(())
    }

    fn others(&mut self, class: &mut Class, sent: &Sent) -> anyhow::Result<String> {
        let file = self.folder.path().join(if sent.file.starts_with(b"\x89PNG") { "page.png" } else { "page.jpg" });
        std::fs::write(&file, sent.file)?;
        let mut reads: Vec<(&'static str, Read)> = Vec::new();
        if let Some(rapid) = &mut self.rapid {
            reads.push((OTHERS[0], rapid.read(&file)?));
        }
        reads.push((OTHERS[1], rivals::tesseract(&file)?));
        let to_page = sent.from_page.invert();
        let mut said = String::new();
        for (name, read) in reads {
            let pieces: Vec<Stands> =
                read.pieces.iter().map(|(text, corners)| Stands::of(text, *corners, &to_page)).collect();
            let of = class.readers.entry(name).or_default();
            of.seconds += read.seconds;
            of.busy += read.busy;
            said += &format!("== {name}\n{}", of.counted(sent, &pieces));
            let words = pieces.iter().zip(&read.sure).flat_map(|(piece, sure)| parted(piece, *sure)).collect();
            let (width, height) = sent.made.map_or((0.0, 0.0), |made| (made.sheet.width(), made.sheet.height()));
            let page = Page { width, height, lines: lines::grouped(words), ..Page::default() };
            of.understood(sent, page, &Projection::scale(1.0, 1.0));
        }
        Ok(said)
    }
}

impl Of {
    /// Counts letters, and tells which were wrong.
    fn counted(&mut self, sent: &Sent, read: &[Stands]) -> String {
        let mut read = read.to_vec();
        if sent.capitals {
            read.iter_mut().for_each(|piece| piece.text = piece.text.to_uppercase());
        }
        let scores = score::score(&sent.stands, &read, sent.stamps);
        self.print.add(scores.print);
        self.hand.add(scores.hand);
        scores.differ.iter().map(|(stood, seen)| format!("{stood}\n{seen}\n\n")).collect()
    }

    /// Measures what is understood of a page, where that is known.
    fn understood(&mut self, sent: &Sent, page: Page, to_page: &Projection) {
        let Some(made) = sent.made else { return };
        let read = Document { pages: vec![page] };
        let clean = as_it_stands(made, &read, to_page);
        let sense = sense::understand(&read, &made.context);
        self.figures.add(made, &clean, &read, &sense);
    }
}

/// What stands on a made page; a hand writes wider or narrower than print.
pub(crate) fn stands(sheet: &Sheet, by_hand: &BTreeSet<usize>) -> Vec<Stands> {
    let texts: Vec<_> = sheet.texts().enumerate().filter(|(_, text)| !text.text.trim().is_empty()).collect();
    let one = |(at, text): &(usize, &Text)| {
        let (mut area, by_hand) = (text.area(), by_hand.contains(at));
        if by_hand {
            let after = texts
                .iter()
                .map(|(_, other)| other.area())
                .filter(|other| other.left > area.left + 1.0 && other.shared_height(&area) > 0.3 * area.height());
            let end = after.map(|other| other.left).fold(sheet.width(), f32::min);
            area.right = (area.left + 1.5 * area.width()).min(end - 2.0).max(area.right.min(end));
        }
        Stands { text: text.text.clone(), area, by_hand }
    };
    texts.iter().map(one).collect()
}

/// The same words in the same order, each as it stands on the page.
fn as_it_stands(made: &Made, read: &Document, to_page: &Projection) -> Document {
    let truth = made.sheet.page();
    let mut clean = read.clone();
    for word in clean.pages.iter_mut().flat_map(|page| &mut page.lines).flat_map(|line| &mut line.words) {
        let area = Area::around(&word.area.corners().map(|corner| *to_page * corner));
        let there = truth.lines.iter().flat_map(|line| &line.words).filter(|stands| score::meet(&stands.area, &area));
        word.text = there.map(|stands| stands.text.as_str()).collect::<Vec<_>>().join(" ");
    }
    clean
}

/// Documents of all kinds, so many.
fn some(seed: u64, pages: usize) -> Vec<Made> {
    let once = bench::make(seed, Layouts::Known, 1).len();
    let all = bench::make(seed, Layouts::Known, pages.div_ceil(once));
    // Spread over all layouts.
    (0..pages).map(|at| all[at * all.len() / pages].clone()).collect()
}

/// A line's words, each with its share of the line's place.
fn parted(line: &Stands, sure: f32) -> Vec<Word> {
    let letter = line.area.width() / line.text.chars().count().max(1) as f32;
    let mut at = 0;
    let mut words = Vec::new();
    for part in line.text.split(' ') {
        let long = part.chars().count();
        let (left, right) = (line.area.left + at as f32 * letter, line.area.left + (at + long) as f32 * letter);
        if !part.is_empty() {
            words.push(Word { text: part.to_owned(), area: Area { left, right, ..line.area }, sure, said: Vec::new() });
        }
        at += long + 1;
    }
    words
}
