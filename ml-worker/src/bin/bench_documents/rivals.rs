//! Two other programs that read pages: the `tesseract` command, and RapidOCR, which runs PP-OCR's networks in
//! onnxruntime.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Instant;

use anyhow::{Context, ensure};
use serde::Deserialize;

/// A text and the four corners of its place.
type Piece = (String, [(f32, f32); 4]);

/// What another program made of a picture.
pub(crate) struct Read {
    /// What it read as it parts it, words or lines, with the four corners of each on the picture.
    pub(crate) pieces: Vec<Piece>,
    /// How sure it is of each.
    pub(crate) sure: Vec<f32>,
    pub(crate) seconds: f64,
    /// Seconds of processor time, where it says.
    pub(crate) busy: f64,
}

/// The `tesseract` command on a picture's file.
pub(crate) fn tesseract(picture: &Path) -> anyhow::Result<Read> {
    let begun = Instant::now();
    let done = Command::new("tesseract")
        .arg(picture)
        .args(["-", "-l", "eng", "tsv"])
        .env("OMP_THREAD_LIMIT", "1")
        .stderr(Stdio::null())
        .output()
        .context("tesseract cannot be started")?;
    let seconds = begun.elapsed().as_secs_f64();
    ensure!(done.status.success(), "tesseract could not read {}", picture.display());
    let rows: Vec<_> = String::from_utf8_lossy(&done.stdout).lines().filter_map(row).collect();
    let (pieces, sure) = rows.into_iter().unzip();
    Ok(Read { pieces, sure, seconds, busy: 0.0 })
}

/// A row of its table: level, five numbers of order, place, sureness in percent, text.
fn row(row: &str) -> Option<(Piece, f32)> {
    let columns: Vec<&str> = row.split('\t').collect();
    let [level, _, _, _, _, _, left, top, width, height, sure, text] = columns[..] else { return None };
    let number = |column: &str| column.parse::<f32>().ok();
    let (left, top) = (number(left)?, number(top)?);
    let (right, bottom) = (left + number(width)?, top + number(height)?);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
    let text = text.trim().to_owned();
    (level == "5" && !text.is_empty()).then_some(((text, corners), number(sure)? / 100.0))
}

/// RapidOCR, which stays and reads one picture after another.
pub(crate) struct Rapid {
    child: Child,
    into: ChildStdin,
    out: BufReader<ChildStdout>,
    /// The most memory it ever held, in megabytes.
    pub(crate) peak: f64,
}

#[derive(Deserialize)]
struct Answer {
    seconds: f64,
    busy: f64,
    boxes: Vec<[[f32; 2]; 4]>,
    texts: Vec<String>,
    scores: Vec<f32>,
    peak_mb: f64,
}

impl Rapid {
    /// Starts it, with so many threads.
    pub(crate) fn start(python: &Path, threads: usize) -> anyhow::Result<Self> {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/rapid.py");
        let mut child = Command::new(python)
            .arg(program)
            .arg(threads.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} cannot be started", python.display()))?;
        let into = child.stdin.take().context("RapidOCR hears nothing")?;
        let out = BufReader::new(child.stdout.take().context("RapidOCR says nothing")?);
        Ok(Self { child, into, out, peak: 0.0 })
    }

    /// Has it read a picture's file.
    pub(crate) fn read(&mut self, picture: &Path) -> anyhow::Result<Read> {
        writeln!(self.into, "{}", picture.display())?;
        let mut line = String::new();
        self.out.read_line(&mut line)?;
        let answer: Answer = serde_json::from_str(&line).context("RapidOCR ended, or its answer has another shape")?;
        self.peak = self.peak.max(answer.peak_mb);
        let corners = answer.boxes.into_iter().map(|corners| corners.map(|[x, y]| (x, y)));
        let pieces = answer.texts.into_iter().zip(corners).collect();
        Ok(Read { pieces, sure: answer.scores, seconds: answer.seconds, busy: answer.busy })
    }
}

impl Drop for Rapid {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
