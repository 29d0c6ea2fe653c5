//! Measures reading on scans whose text is known: a folder with `img/NAME.jpg` and `box/NAME.csv` (eight numbers for the
//! corners of a line, then its text).
//!
//! Prints word recall and letter errors of each engine alone and of both together, how well likelihoods are meant, seconds
//! and memory. `--calibrate` prints the points of `engines/combine/calibration.rs` instead.

use std::collections::BTreeMap;
use std::f32::consts::FRAC_PI_2;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use chartkey_worker::bench::steps::steps;
use chartkey_worker::engines::combine::{self, Meeting, Stand};
use chartkey_worker::page::{Area, Word};
use chartkey_worker::read::{Reader, turned};
use chartkey_worker::{Confined, admit, confine, model};
use clap::{Parser, ValueEnum};
use imageproc::geometric_transformations::Projection;

#[derive(Parser)]
struct Arguments {
    /// The folder with `img` and `box`.
    folder: PathBuf,
    /// Which scans: every other one is kept from the calibration, so that figures can be taken on it.
    #[arg(long, value_enum, default_value = "all")]
    half: Half,
    /// At most so many scans.
    #[arg(long, default_value_t = usize::MAX)]
    most: usize,
    /// Prints what the engines' measures are worth.
    #[arg(long)]
    calibrate: bool,
    /// Turns each scan by so many quarters to the right first.
    #[arg(long, default_value_t = 0)]
    turn: u8,
    /// Prints each line as it is and as it was read.
    #[arg(long)]
    lines: bool,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Half {
    All,
    Even,
    Odd,
}

/// A line as it stands on the paper.
struct Truth {
    area: Area,
    text: String,
}

#[derive(Default)]
struct Score {
    words: usize,
    found: usize,
    letters: usize,
    errors: usize,
}

fn main() -> anyhow::Result<()> {
    confine::serve(admit::task);
    let arguments = Arguments::parse();
    let reader = Reader::open(Confined::this_program()?, &model::folder())?;
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let mut samples: BTreeMap<&str, Vec<(f32, bool)>> = BTreeMap::new();
    let (mut pages, mut seconds) = (0, [0.0; 3]);
    for scan in scans(&arguments)? {
        let file = std::fs::read(&scan)?;
        let truth = truth(&scan)?;
        let start = Instant::now();
        let admitted = admit::survey(&Confined::this_program()?, &file)?;
        let sheet = admit::sheet(&Confined::this_program()?, &file, &admitted, 0)?;
        let seen = turned(&sheet.pixels.context("a scan has pixels")?, arguments.turn);
        // Places in the truth are those of the file; a large scan comes smaller out of it.
        let (width, height) = image::ImageReader::open(&scan)?.with_guessed_format()?.into_dimensions()?;
        let size = (sheet.width as f32, sheet.height as f32);
        let shrinking = Projection::scale(size.0 / width as f32, size.1 / height as f32);
        let turning = turning(size, arguments.turn) * shrinking;
        let prepared = reader.prepare(seen, sheet.drawn)?;
        seconds[0] += start.elapsed().as_secs_f64();
        let start = Instant::now();
        let heard = reader.hear(&prepared)?;
        seconds[1] += start.elapsed().as_secs_f64();
        let start = Instant::now();
        let meetings = combine::meetings(heard.ppocr.clone(), heard.tesseract.clone());
        let both = combine::words(meetings.clone());
        seconds[2] += start.elapsed().as_secs_f64();
        pages += 1;
        let page = prepared.from_sheet * turning;
        let truth: Vec<Truth> = truth.into_iter().map(|line| line.placed(&page)).collect();
        scores.entry("pp-ocr").or_default().add(&truth, &heard.ppocr);
        scores.entry("tesseract").or_default().add(&truth, &heard.tesseract);
        scores.entry("both").or_default().add(&truth, &both);
        for meeting in &meetings {
            sample(&mut samples, &truth, meeting);
        }
        for word in &both {
            if let Some(right) = is_right(&truth, word) {
                samples.entry("likelihood").or_default().push((word.sure, right));
            }
        }
        if arguments.lines {
            for line in &truth {
                println!(
                    "{}\n    {}\n    {}\n    {}",
                    line.text,
                    line.read(&both),
                    line.read(&heard.ppocr),
                    line.read(&heard.tesseract)
                );
            }
        }
        eprintln!("{} of {}: {}", pages, scan.display(), scores["both"].line());
    }
    if arguments.calibrate {
        for (name, samples) in samples {
            println!("{name}: {} words", samples.len());
            for (measure, right, count) in steps(samples) {
                println!("    ({measure:.3}, {right:.3}), // {count}");
            }
        }
        return Ok(());
    }
    for (name, score) in &scores {
        println!("{name:>10}: {}", score.line());
    }
    println!("likelihood: {:.4} mean gap to what is right", gap(&samples["likelihood"]));
    let share = |seconds: f64| seconds / f64::from(pages.max(1));
    println!(
        "seconds a page: {:.2} to prepare, {:.2} to read, {:.3} to combine",
        share(seconds[0]),
        share(seconds[1]),
        share(seconds[2])
    );
    println!("peak memory: {} MB", peak()?);
    Ok(())
}

fn scans(arguments: &Arguments) -> anyhow::Result<Vec<PathBuf>> {
    let folder = arguments.folder.join("img");
    let files = std::fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut scans: Vec<PathBuf> = files.map(|file| Ok(file?.path())).collect::<std::io::Result<_>>()?;
    scans.sort();
    let kept = scans.into_iter().enumerate().filter(|(at, _)| match arguments.half {
        Half::All => true,
        Half::Even => at % 2 == 0,
        Half::Odd => at % 2 == 1,
    });
    Ok(kept.map(|(_, scan)| scan).take(arguments.most).collect())
}

fn truth(scan: &Path) -> anyhow::Result<Vec<Truth>> {
    let name = scan.file_stem().context("a scan has a name")?;
    let place = scan.with_file_name("..").join("box").join(name).with_extension("csv");
    let lines = std::fs::read(&place).with_context(|| format!("{} cannot be read", place.display()))?;
    let lines = String::from_utf8_lossy(&lines).into_owned();
    let line = |line: &str| {
        let mut parts = line.splitn(9, ',');
        let corners: Vec<f32> = parts.by_ref().take(8).filter_map(|number| number.trim().parse().ok()).collect();
        let (xs, ys) = (corners.iter().step_by(2), corners.iter().skip(1).step_by(2));
        let area = Area {
            left: xs.clone().copied().fold(f32::INFINITY, f32::min),
            right: xs.copied().fold(0.0, f32::max),
            top: ys.clone().copied().fold(f32::INFINITY, f32::min),
            bottom: ys.copied().fold(0.0, f32::max),
        };
        Some(Truth { area, text: parts.next()?.trim().to_owned() })
    };
    Ok(lines.lines().filter_map(line).collect())
}

/// What turning a scan by quarters does to places on it.
fn turning((width, height): (f32, f32), turns: u8) -> Projection {
    let quarter =
        |width: f32, height: f32| (Projection::translate(height, 0.0) * Projection::rotate(FRAC_PI_2), height, width);
    let turned = (0..turns).fold((Projection::scale(1.0, 1.0), width, height), |(before, width, height), _| {
        let (turn, width, height) = quarter(width, height);
        (turn * before, width, height)
    });
    turned.0
}

/// The truth is written in capitals whatever the print is.
fn plain(text: &str) -> String {
    text.to_uppercase()
}

fn middle(area: &Area) -> (f32, f32) {
    ((area.left + area.right) / 2.0, (area.top + area.bottom) / 2.0)
}

impl Truth {
    /// Where it stands on the page that was made of the scan.
    fn placed(mut self, page: &Projection) -> Self {
        let Area { left, top, right, bottom } = self.area;
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)].map(|corner| *page * corner);
        let point = |(x, y): (f32, f32)| Area { left: x, top: y, right: x, bottom: y };
        self.area = corners.map(point).into_iter().reduce(Area::with).unwrap_or_default();
        self
    }

    fn holds(&self, word: &Word) -> bool {
        let (x, y) = middle(&word.area);
        (self.area.left..self.area.right).contains(&x) && (self.area.top..self.area.bottom).contains(&y)
    }

    /// What was read in its place.
    fn read(&self, words: &[Word]) -> String {
        let mut words: Vec<&Word> = words.iter().filter(|word| self.holds(word)).collect();
        words.sort_by(|a, b| a.area.left.total_cmp(&b.area.left));
        words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

impl Score {
    fn add(&mut self, truth: &[Truth], words: &[Word]) {
        for line in truth {
            let (text, read) = (plain(&line.text), plain(&line.read(words)));
            self.letters += text.chars().count();
            self.errors += combine::distance(&text, &read);
            let mut left: Vec<&str> = read.split_whitespace().collect();
            for word in text.split_whitespace() {
                self.words += 1;
                if let Some(at) = left.iter().position(|other| *other == word) {
                    left.swap_remove(at);
                    self.found += 1;
                }
            }
        }
    }

    fn line(&self) -> String {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        format!(
            "word recall {:.4} ({} of {}), letter errors {:.4} ({} of {})",
            share(self.found, self.words),
            self.found,
            self.words,
            share(self.errors, self.letters),
            self.errors,
            self.letters
        )
    }
}

/// Whether a word stands in the truth's line at its place; nothing where the truth has no line.
fn is_right(truth: &[Truth], word: &Word) -> Option<bool> {
    let text = plain(&word.text);
    let mut lines = truth.iter().filter(|line| line.holds(word)).peekable();
    lines.peek()?;
    Some(lines.any(|line| plain(&line.text).split_whitespace().any(|word| word == text)))
}

fn sample(samples: &mut BTreeMap<&str, Vec<(f32, bool)>>, truth: &[Truth], meeting: &Meeting) {
    let weakest = |words: &[Word]| words.iter().map(|word| word.sure).fold(1.0, f32::min);
    let mut note = |name, words: &[Word], measure: Option<f32>| {
        for word in words {
            if let Some(right) = is_right(truth, word) {
                samples.entry(name).or_default().push((measure.unwrap_or(word.sure), right));
            }
        }
    };
    match meeting.stand() {
        Stand::Agreed => note("AGREED", &meeting.ppocr, Some(weakest(&meeting.ppocr).min(weakest(&meeting.tesseract)))),
        Stand::Differ => {
            note("PPOCR_AGAINST", &meeting.ppocr, None);
            note("TESSERACT_AGAINST", &meeting.tesseract, None);
        }
        Stand::Alone => {
            note("PPOCR_ALONE", &meeting.ppocr, None);
            note("TESSERACT_ALONE", &meeting.tesseract, None);
        }
    }
}

/// The expected calibration error over ten equal parts: by how much likelihoods are off, on average over words.
fn gap(samples: &[(f32, bool)]) -> f64 {
    let mut parts = [(0.0, 0.0); 10];
    for &(likely, right) in samples {
        let part = &mut parts[((likely * 10.0) as usize).min(9)];
        part.0 += f64::from(likely);
        part.1 += f64::from(u8::from(right));
    }
    parts.iter().map(|(likely, right)| (likely - right).abs()).sum::<f64>() / samples.len().max(1) as f64
}

/// The most memory this process ever held, in megabytes.
fn peak() -> anyhow::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("the system does not say")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse::<u64>()? / 1024)
}
