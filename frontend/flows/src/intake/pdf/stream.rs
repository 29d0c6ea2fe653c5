//! A PDF's streams: found, unpacked under a bound, counted.

use super::{
    super::{Unfit, picture, source::Source},
    filters::{Ascii, Counter, Filters},
    token::{self, Dict, Token, Value},
};

/// Bytes that packed objects unpack to, of one stream.
const MAX_OBJECTS: u64 = 16 << 20;
/// Bytes that a page's drawing or a font unpacks to.
const MAX_STREAM: u64 = 128 << 20;
/// Bytes that everything in a file unpacks to: forty pages in colour at 300 dots an inch that no picture format packed.
const MAX_ALL: u64 = 1 << 30;
/// So little cannot unpack to much: deflate makes at most 1,032 bytes of one.
const HARMLESS: u64 = 16 << 10;

const CUT: Unfit = Unfit::Damaged("a PDF that is cut off");

/// What is left to unpack.
pub(super) struct Budget(u64);

impl Default for Budget {
    fn default() -> Self {
        Self(MAX_ALL)
    }
}

/// What was in a stream.
pub(super) enum Unpacked {
    /// Objects.
    Objects(Vec<u8>),
    /// Something to show: counted, and forgotten.
    Passed,
}

/// Reads the stream whose dictionary was just read, and goes to its end.
pub(super) fn read(source: &mut Source<'_>, dict: &Dict, budget: &mut Budget) -> Result<Unpacked, Unfit> {
    begin(source)?;
    let begin = source.at();
    let end = end(source, dict)?;
    source.seek(begin)?;
    let unpacked = unpack(source, dict, end, budget);
    source.seek(end)?;
    unpacked
}

/// The word after the stream, past `endstream`.
pub(super) fn leave(source: &mut Source<'_>) -> Result<Token, Unfit> {
    match token::token(source)? {
        Token::Keyword(word) if word == b"endstream" => token::token(source),
        _ => Err(Unfit::Damaged("a PDF stream without an end")),
    }
}

/// One line's end follows the word `stream`.
fn begin(source: &mut Source<'_>) -> Result<(), Unfit> {
    while source.peek()? == Some(b' ') {
        source.byte()?;
    }
    if source.peek()? == Some(b'\r') {
        source.byte()?;
    }
    if source.peek()? == Some(b'\n') {
        source.byte()?;
    }
    Ok(())
}

/// Where the stream ends: where its length says, if the word is there, else at the word.
fn end(source: &mut Source<'_>, dict: &Dict) -> Result<u64, Unfit> {
    let begin = source.at();
    let said = dict.number("Length").and_then(|length| begin.checked_add(u64::try_from(length).ok()?));
    if let Some(said) = said.filter(|said| *said <= source.size()) {
        let ahead = source.look_at(said, 16)?;
        if ahead.trim_ascii_start().starts_with(b"endstream") {
            return Ok(said);
        }
    }
    source.seek(begin)?;
    search(source)
}

fn search(source: &mut Source<'_>) -> Result<u64, Unfit> {
    const WORD: &[u8; 9] = b"endstream";
    let mut matched = 0;
    loop {
        let at = source.at();
        let ready = source.ready()?;
        if ready.is_empty() {
            return Err(CUT);
        }
        for (i, byte) in ready.iter().enumerate() {
            // Of what matched, only `endstre` ends as the word begins.
            while matched > 0 && WORD[matched] != *byte {
                matched = usize::from(matched == 7);
            }
            matched += usize::from(WORD[matched] == *byte);
            if matched == WORD.len() {
                return Ok(at + i as u64 + 1 - WORD.len() as u64);
            }
        }
        let all = ready.len();
        source.used(all);
    }
}

fn unpack(source: &mut Source<'_>, dict: &Dict, end: u64, budget: &mut Budget) -> Result<Unpacked, Unfit> {
    // Whoever follows the table of contents needs no type to find the objects.
    let objects = dict.number("N").is_some() && dict.number("First").is_some();
    let shown = shown(dict)?;
    let filters = Filters::of(dict)?;
    let length = end - source.at();
    if !objects && (filters.counter.is_none() || length <= HARMLESS) {
        return Ok(Unpacked::Passed);
    }
    if objects && filters.predicted {
        return Err(Unfit::Damaged("a PDF with packed objects that do not fit"));
    }
    let cap = if objects { MAX_OBJECTS } else { shown.unwrap_or(MAX_STREAM) };
    let what = if objects { "a list of objects in the PDF" } else { "a picture or drawing in the PDF" };
    let mut counter = Counter::new(filters.counter, cap.min(budget.0), what);
    let mut content = Vec::new();
    let mut texts: Vec<Ascii> = filters.texts;
    while source.at() < end && !counter.done() {
        let left = usize::try_from(end - source.at()).unwrap_or(usize::MAX);
        let ready = source.ready()?;
        let now = ready.len().min(left);
        if now == 0 {
            return Err(CUT);
        }
        let mut decoded;
        let mut piece = &ready[..now];
        for text in &mut texts {
            decoded = text.decode(piece)?;
            piece = &decoded;
        }
        counter.push(piece, |part| {
            if objects {
                content.extend_from_slice(part);
            }
        })?;
        source.used(now);
    }
    budget.0 = budget.0.saturating_sub(counter.unpacked());
    Ok(if objects { Unpacked::Objects(content) } else { Unpacked::Passed })
}

/// How many bytes a picture's pixels may take; nothing for what is no picture.
fn shown(dict: &Dict) -> Result<Option<u64>, Unfit> {
    if !dict.is("Subtype", "Image") {
        return Ok(None);
    }
    let side = |key| dict.number(key).and_then(|side| u32::try_from(side).ok());
    let (Some(width), Some(height)) = (side("Width"), side("Height")) else { return Ok(None) };
    let (width, height) = picture(width, height)?;
    let bits = match dict.get("BitsPerComponent") {
        Some(Value::Number(bits @ 1..=16)) => bits.unsigned_abs(),
        _ => 8,
    };
    // Four colours at most, a filter's byte in front of each row, and a little for careless writers.
    let row = (u64::from(width) * bits * 4).div_ceil(8) + 1;
    Ok(Some(row * u64::from(height) + (64 << 10)))
}
