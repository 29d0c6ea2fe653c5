//! PDF: every object in the file is read, whether its table of contents names it or not, so that nothing is hidden from
//! us that a reader who repairs files would find.

mod active;
mod filters;
mod pages;
mod stream;
mod token;

use super::{Seen, Unfit, source::Source, tail};
use pages::Pages;
use std::io::Cursor;
use stream::Unpacked;
use token::{Dict, Token, Value};

/// Objects of one file.
const MAX_OBJECTS: u32 = 1_000_000;

const STRAY: Unfit = Unfit::Damaged("a PDF with bytes between its parts");

/// What is known after reading all objects.
#[derive(Default)]
struct Document {
    pages: Pages,
    objects: u32,
    budget: stream::Budget,
    locked: bool,
    /// The first stream that cannot be unpacked; a locked file's never can.
    spoiled: Option<Unfit>,
    ended: bool,
}

pub(super) fn look(source: &mut Source<'_>) -> Result<Seen, Unfit> {
    let mut document = Document::default();
    let read = document.read(source);
    if document.locked {
        return Err(Unfit::Locked);
    }
    read?;
    if let Some(spoiled) = document.spoiled {
        return Err(spoiled);
    }
    if !document.ended {
        return Err(Unfit::Damaged("a PDF that is cut off"));
    }
    let pages = document.pages.count()?;
    Ok(Seen { media_type: "application/pdf", pages: Some(pages), ..Seen::default() })
}

impl Document {
    fn read(&mut self, source: &mut Source<'_>) -> Result<(), Unfit> {
        let (mut numbers, mut pending, mut end) = ([0; 2], None, 0);
        loop {
            let next = match pending.take() {
                Some(next) => next,
                // After the end there is nothing, or the beginning of an addition.
                None => token::token(source)
                    .or_else(|e| if self.ended { after_end(source, end).and(Err(e)) } else { Err(e) })?,
            };
            let Token::Keyword(word) = next else {
                match next {
                    Token::Number(number) => numbers = [numbers[1], number],
                    Token::End => return Ok(()),
                    _ => return after_end(source, end).and(Err(STRAY)),
                }
                continue;
            };
            match &word[..] {
                b"obj" => pending = self.object(source, u32::try_from(numbers[0]).ok())?,
                b"trailer" => {
                    let first = token::token(source)?;
                    if let Value::Dict(dict) = token::value(source, first)? {
                        self.trailer(&dict)?;
                    }
                }
                b"startxref" => {
                    self.ended = true;
                    token::token(source)?;
                    end = source.at();
                }
                b"endobj" | b"xref" | b"n" | b"f" | b"R" => {}
                _ if self.ended => return after_end(source, end).and(Err(STRAY)),
                _ => return Err(STRAY),
            }
        }
    }

    fn trailer(&mut self, dict: &Dict) -> Result<(), Unfit> {
        self.locked |= dict.get("Encrypt").is_some();
        self.pages.root(dict);
        active::search(dict)
    }

    /// One object; gives back the word that follows it.
    fn object(&mut self, source: &mut Source<'_>, number: Option<u32>) -> Result<Option<Token>, Unfit> {
        let number = number.ok_or(Unfit::Damaged("a PDF with an object of no number"))?;
        let first = token::token(source)?;
        if first == Token::Keyword(b"endobj".to_vec()) {
            return Ok(None);
        }
        let value = token::value(source, first)?;
        let next = token::token(source)?;
        self.note(number, &value)?;
        let Value::Dict(dict) = value else { return Ok(Some(next)) };
        if next != Token::Keyword(b"stream".to_vec()) {
            return Ok(Some(next));
        }
        if dict.is("Type", "XRef") || dict.get("Root").is_some() {
            self.trailer(&dict)?;
        }
        match stream::read(source, &dict, &mut self.budget) {
            Ok(Unpacked::Objects(content)) => self.packed(&dict, content)?,
            Ok(Unpacked::Passed) => {}
            Err(spoiled @ Unfit::Damaged(_)) => drop(self.spoiled.get_or_insert(spoiled)),
            Err(refused) => return Err(refused),
        }
        stream::leave(source).map(Some)
    }

    fn note(&mut self, number: u32, value: &Value) -> Result<(), Unfit> {
        self.objects += 1;
        if self.objects > MAX_OBJECTS {
            return Err(Unfit::Damaged("a PDF of too many objects"));
        }
        active::search_value(value)?;
        self.pages.note(number, value)
    }

    /// Objects that are packed into a stream: pairs of number and place, then the objects.
    fn packed(&mut self, dict: &Dict, content: Vec<u8>) -> Result<(), Unfit> {
        const BAD: Unfit = Unfit::Damaged("a PDF with packed objects that do not fit");
        let (count, first) = (dict.number("N").unwrap_or(0), dict.number("First").unwrap_or(0));
        let (count, first) = (u32::try_from(count).map_err(|_| BAD)?, u64::try_from(first).map_err(|_| BAD)?);
        if content.is_empty() {
            return if count == 0 { Ok(()) } else { Err(BAD) };
        }
        let mut content = Cursor::new(content);
        let mut source = Source::open(&mut content)?;
        let mut places = Vec::new();
        for _ in 0..count {
            let (Token::Number(number), Token::Number(place)) =
                (token::token(&mut source)?, token::token(&mut source)?)
            else {
                return Err(BAD);
            };
            let number = u32::try_from(number).map_err(|_| BAD)?;
            places.push((u64::try_from(place).map_err(|_| BAD)?, number));
        }
        // In order of place: were one object read for many numbers, little data would be much work.
        places.sort_unstable();
        for (place, number) in places {
            if source.at() > first.saturating_add(place) && place > 0 {
                return Err(BAD);
            }
            source.seek(first.checked_add(place).ok_or(BAD)?)?;
            let first = token::token(&mut source)?;
            let value = token::value(&mut source, first)?;
            self.note(number, &value)?;
        }
        Ok(())
    }
}

/// What stands behind the end: another file, padding, or what no reader asked for.
fn after_end(source: &mut Source<'_>, end: u64) -> Result<(), Unfit> {
    if end == 0 {
        return Ok(());
    }
    source.seek(end)?;
    // `%%EOF` and its line's end belong to the file.
    let ahead = source.look_at(end, 64)?;
    let mark = ahead.windows(5).position(|part| part == b"%%EOF").map_or(0, |at| at + 5);
    let line = ahead[mark..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    source.seek(end + (mark + line) as u64)?;
    tail::nothing_after(source, super::Format::Pdf)
}
