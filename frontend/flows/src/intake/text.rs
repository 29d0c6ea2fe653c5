//! Plain text: UTF-8 throughout, no control characters, nothing that a browser would run.

use super::{Seen, Unfit, markup::Watch, sniff::Format, source::Source};
use std::str;

/// How far from the end the last visible character is looked for.
const LAST: usize = 4_096;

/// Endings of notes; theirs may begin with a bracket without being JSON.
const NOTES: &[&str] = &["txt", "text", "csv", "tsv", "md", "log", "hl7"];

/// Which text it is. `head` is its beginning.
pub(super) fn format(source: &mut Source<'_>, head: &[u8], extension: &str) -> Result<Format, Unfit> {
    let first = without_mark(head).trim_ascii_start();
    let tail = source.look_at(source.size().saturating_sub(LAST as u64), LAST)?;
    let (begins, ends) = (first.first(), tail.trim_ascii_end().last());
    let note = NOTES.contains(&extension.to_lowercase().as_str());
    match (begins, ends) {
        _ if first.starts_with(b"<?xml") => Ok(Format::Xml),
        (Some(b'<'), Some(b'>')) if first.get(1).is_some_and(|c| c.is_ascii_alphabetic() || *c == b'!') => {
            Ok(Format::Xml)
        }
        (Some(b'{'), Some(b'}')) | (Some(b'['), Some(b']')) if !note => Ok(Format::Json),
        // Nothing in text is a control character; what has one in its first bytes is of a type we do not know.
        _ if head.iter().take(512).any(|byte| is_control(*byte)) => Err(Unfit::Unknown),
        _ => Ok(Format::Text),
    }
}

/// What kind of web page begins here.
pub(super) fn web_page(text: &[u8]) -> Option<&'static str> {
    let begin: Vec<u8> = text.iter().take(1_024).map(u8::to_ascii_lowercase).collect();
    let has = |part: &[u8]| begin.windows(part.len()).any(|here| here == part);
    if !begin.starts_with(b"<") {
        return None;
    }
    if has(b"<svg") || has(b":svg") {
        return Some("SVG");
    }
    let names: [&[u8]; 7] = [b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<iframe", b":html"];
    names.iter().any(|name| has(name)).then_some("HTML")
}

/// Without the mark that some editors put in front of UTF-8.
pub(super) fn without_mark(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head)
}

pub(super) fn look(source: &mut Source<'_>) -> Result<Seen, Unfit> {
    let mut watch = Watch::plain();
    each(source, |byte| if is_control(byte) { Err(Unfit::Unknown) } else { watch.see(byte) })?;
    watch.end()?;
    Ok(Seen { media_type: "text/plain", ..Seen::default() })
}

/// Hands over every byte of the file, which has to be UTF-8.
pub(super) fn each(source: &mut Source<'_>, mut take: impl FnMut(u8) -> Result<(), Unfit>) -> Result<(), Unfit> {
    let mut utf8 = Utf8::default();
    loop {
        let ready = source.ready()?;
        if ready.is_empty() {
            return utf8.end();
        }
        utf8.see(ready)?;
        ready.iter().try_for_each(|byte| take(*byte))?;
        let all = ready.len();
        source.used(all);
    }
}

fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0b | 0x0e..=0x1f | 0x7f)
}

/// Checks UTF-8 piece by piece; a character may lie across two pieces.
#[derive(Default)]
struct Utf8 {
    open: Vec<u8>,
}

impl Utf8 {
    fn see(&mut self, mut piece: &[u8]) -> Result<(), Unfit> {
        while !self.open.is_empty() {
            let Some((byte, rest)) = piece.split_first() else { return Ok(()) };
            self.open.push(*byte);
            piece = rest;
            match str::from_utf8(&self.open) {
                Ok(_) => self.open.clear(),
                Err(e) if e.error_len().is_none() => {}
                Err(_) => return Err(Unfit::Unknown),
            }
        }
        match str::from_utf8(piece) {
            Ok(_) => Ok(()),
            Err(e) if e.error_len().is_none() => {
                self.open.extend_from_slice(&piece[e.valid_up_to()..]);
                Ok(())
            }
            Err(_) => Err(Unfit::Unknown),
        }
    }

    fn end(&self) -> Result<(), Unfit> {
        if self.open.is_empty() { Ok(()) } else { Err(Unfit::Unknown) }
    }
}
