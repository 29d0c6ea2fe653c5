//! The words of a PDF, and the values that they form.

use super::super::{Unfit, source::Source};

const MAX_DEPTH: u32 = 64;
/// Values of one object: the longest honest lists are character widths and the children of a page tree.
const MAX_VALUES: u32 = 100_000;
const MAX_NAME: usize = 127;

const CUT: Unfit = Unfit::Damaged("a PDF that is cut off");

/// A word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Number(i64),
    Name(Vec<u8>),
    Text,
    OpenArray,
    CloseArray,
    OpenDict,
    CloseDict,
    Keyword(Vec<u8>),
    End,
}

/// A value, without the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Number(i64),
    Name(Vec<u8>),
    Reference(u32),
    Array(Vec<Value>),
    Dict(Dict),
    Other,
}

/// Names and what they stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dict(pub(super) Vec<(Vec<u8>, Value)>);

impl Dict {
    /// The last of a name counts, as it does for readers.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.0.iter().rev().find(|(name, _)| name == key.as_bytes()).map(|(_, value)| value)
    }

    pub(super) fn number(&self, key: &str) -> Option<i64> {
        if let Some(Value::Number(number)) = self.get(key) { Some(*number) } else { None }
    }

    pub(super) fn reference(&self, key: &str) -> Option<u32> {
        if let Some(Value::Reference(to)) = self.get(key) { Some(*to) } else { None }
    }

    pub(super) fn is(&self, key: &str, name: &str) -> bool {
        matches!(self.get(key), Some(Value::Name(is)) if is == name.as_bytes())
    }
}

/// The next word.
pub(super) fn token(source: &mut Source<'_>) -> Result<Token, Unfit> {
    loop {
        let Some(byte) = source.byte()? else { return Ok(Token::End) };
        return match byte {
            0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ' => continue,
            b'%' => {
                while source.peek()?.is_some_and(|byte| !matches!(byte, b'\n' | b'\r')) {
                    source.byte()?;
                }
                continue;
            }
            b'/' => name(source),
            b'(' => text(source),
            b'[' => Ok(Token::OpenArray),
            b']' => Ok(Token::CloseArray),
            b'<' if source.peek()? == Some(b'<') => {
                source.byte()?;
                Ok(Token::OpenDict)
            }
            b'<' => hexadecimal(source),
            b'>' if source.peek()? == Some(b'>') => {
                source.byte()?;
                Ok(Token::CloseDict)
            }
            b'>' | b')' | b'{' | b'}' => Err(Unfit::Damaged("a PDF with brackets that do not fit")),
            _ => word(source, byte),
        };
    }
}

/// The value that begins with `first`.
pub(super) fn value(source: &mut Source<'_>, first: Token) -> Result<Value, Unfit> {
    let mut left = MAX_VALUES;
    nested(source, first, 0, &mut left)
}

fn nested(source: &mut Source<'_>, first: Token, depth: u32, left: &mut u32) -> Result<Value, Unfit> {
    *left = left.checked_sub(1).ok_or(Unfit::Damaged("a PDF with a list that is too long"))?;
    if depth > MAX_DEPTH {
        return Err(Unfit::TooDeep);
    }
    match first {
        Token::Number(number) => Ok(Value::Number(number)),
        Token::Name(name) => Ok(Value::Name(name)),
        Token::Text => Ok(Value::Other),
        Token::Keyword(word) if matches!(&word[..], b"true" | b"false" | b"null") => Ok(Value::Other),
        Token::OpenArray => list(source, &Token::CloseArray, depth, left).map(Value::Array),
        Token::OpenDict => {
            let mut list = list(source, &Token::CloseDict, depth, left)?.into_iter();
            let mut dict = Vec::with_capacity(list.len() / 2);
            while let Some(key) = list.next() {
                match (key, list.next()) {
                    (Value::Name(name), Some(value)) => dict.push((name, value)),
                    _ => return Err(Unfit::Damaged("a PDF dictionary that does not fit")),
                }
            }
            Ok(Value::Dict(Dict(dict)))
        }
        Token::End => Err(CUT),
        _ => Err(Unfit::Damaged("a PDF with words that no reader knows")),
    }
}

fn list(source: &mut Source<'_>, close: &Token, depth: u32, left: &mut u32) -> Result<Vec<Value>, Unfit> {
    let mut list = Vec::new();
    loop {
        let next = token(source)?;
        if next == *close {
            return Ok(list);
        }
        // `12 0 R` refers to object 12.
        if next == Token::Keyword(b"R".to_vec()) {
            let (generation, number) = (list.pop(), list.pop());
            let (Some(Value::Number(_)), Some(Value::Number(number))) = (generation, number) else {
                return Err(Unfit::Damaged("a PDF with a reference to nothing"));
            };
            let number = u32::try_from(number).map_err(|_| Unfit::Damaged("a PDF with a reference to nothing"))?;
            list.push(Value::Reference(number));
            continue;
        }
        list.push(nested(source, next, depth + 1, left)?);
    }
}

/// A name; `#4a` is a way to write J, and to hide JavaScript.
fn name(source: &mut Source<'_>) -> Result<Token, Unfit> {
    let mut name = Vec::new();
    while let Some(mut byte) = source.peek()?.filter(|byte| is_regular(*byte)) {
        source.byte()?;
        if byte == b'#' {
            let at = source.at();
            let digits: Vec<u8> =
                source.look_at(at, 2)?.iter().filter_map(|c| char::from(*c).to_digit(16)).map(|d| d as u8).collect();
            match digits[..] {
                [high, low] => byte = high << 4 | low,
                _ => source.seek(at)?,
            }
        }
        name.push(byte);
        if name.len() > MAX_NAME {
            return Err(Unfit::Damaged("a PDF with a name that is too long"));
        }
    }
    Ok(Token::Name(name))
}

fn text(source: &mut Source<'_>) -> Result<Token, Unfit> {
    let mut open = 1_u64;
    while open > 0 {
        match source.byte()?.ok_or(CUT)? {
            b'\\' => drop(source.byte()?),
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
    }
    Ok(Token::Text)
}

fn hexadecimal(source: &mut Source<'_>) -> Result<Token, Unfit> {
    loop {
        match source.byte()?.ok_or(CUT)? {
            b'>' => return Ok(Token::Text),
            byte if byte.is_ascii_hexdigit() || byte.is_ascii_whitespace() || byte == 0 => {}
            _ => return Err(Unfit::Damaged("a PDF with a text that does not fit")),
        }
    }
}

fn word(source: &mut Source<'_>, first: u8) -> Result<Token, Unfit> {
    let mut word = vec![first];
    while source.peek()?.is_some_and(is_regular) {
        word.extend(source.byte()?);
        if word.len() > MAX_NAME {
            return Err(Unfit::Damaged("a PDF with words that no reader knows"));
        }
    }
    if !word.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.')) {
        return Ok(Token::Keyword(word));
    }
    // Fractions matter nowhere here.
    let whole = std::str::from_utf8(&word).ok().and_then(|word| word.split('.').next()).unwrap_or_default();
    Ok(Token::Number(whole.parse().unwrap_or(0)))
}

fn is_regular(byte: u8) -> bool {
    !matches!(
        byte,
        0 | b'\t' | b'\n' | 0x0c | b'\r' | b' ' | b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}
