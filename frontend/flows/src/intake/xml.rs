//! XML: elements that open and close, no entities, no document type, nothing that a browser would run.

use super::{Seen, Unfit, json, markup::Watch, source::Source, text};
use std::hash::{DefaultHasher, Hash, Hasher};

const MAX_DEPTH: usize = 128;
const MAX_NAME: usize = 128;

const BAD: Unfit = Unfit::Damaged("XML that does not hold together");

struct Reader<'s, 'a> {
    source: &'s mut Source<'a>,
    /// Names of the open elements, as hashes: a name may be long.
    open: Vec<u64>,
    root: Option<Vec<u8>>,
    fhir: bool,
}

pub(super) fn look(source: &mut Source<'_>) -> Result<Seen, Unfit> {
    let mut watch = Watch::narrative();
    text::each(source, |byte| if byte < 9 { Err(Unfit::Unknown) } else { watch.see(byte) })?;
    source.seek(0)?;
    let head = source.look_at(0, 3)?;
    source.seek((head.len() - text::without_mark(&head).len()) as u64)?;
    let mut reader = Reader { source, open: Vec::new(), root: None, fhir: false };
    reader.document()?;
    let fhir = reader.fhir;
    let root = reader.root.ok_or(BAD)?;
    let media_type = if fhir { "application/fhir+xml" } else { "application/xml" };
    Ok(Seen { media_type, kind_hint: fhir.then(|| json::fhir_kind(&root)).flatten(), ..Seen::default() })
}

impl Reader<'_, '_> {
    fn document(&mut self) -> Result<(), Unfit> {
        while let Some(byte) = self.source.byte()? {
            match byte {
                b'<' => self.markup()?,
                b'&' if self.open.is_empty() => return Err(BAD),
                b'&' => drop(self.reference()?),
                b' ' | b'\t' | b'\n' | b'\r' => {}
                // Text stands within the outermost element.
                _ if self.open.is_empty() => return Err(BAD),
                _ => {}
            }
        }
        if self.open.is_empty() { Ok(()) } else { Err(BAD) }
    }

    fn markup(&mut self) -> Result<(), Unfit> {
        match self.source.peek()?.ok_or(BAD)? {
            b'?' => self.instruction(),
            b'!' => self.declaration(),
            b'/' => {
                self.source.byte()?;
                let name = self.name()?;
                if self.open.pop() != Some(hash(&name)) || self.visible()? != b'>' {
                    return Err(BAD);
                }
                Ok(())
            }
            _ => self.element(),
        }
    }

    fn element(&mut self) -> Result<(), Unfit> {
        let name = self.name()?;
        if self.open.is_empty() && self.root.is_some() {
            return Err(BAD);
        }
        let outermost = self.root.is_none();
        self.open.push(hash(&name));
        if self.open.len() > MAX_DEPTH {
            return Err(Unfit::TooDeep);
        }
        loop {
            match self.visible()? {
                b'>' => break,
                b'/' if self.source.byte()? == Some(b'>') => {
                    self.open.pop();
                    break;
                }
                b'/' => return Err(BAD),
                first => {
                    let attribute = self.rest_of_name(first)?;
                    let value = self.attribute_value()?;
                    self.judge(&attribute, &value)?;
                    self.fhir |= outermost && attribute == b"xmlns" && value == b"http://hl7.org/fhir";
                }
            }
        }
        if outermost {
            self.root = Some(name);
        }
        Ok(())
    }

    /// Attributes that run something when shown: `onclick`, and addresses that are programs.
    fn judge(&self, attribute: &[u8], value: &[u8]) -> Result<(), Unfit> {
        let address: Vec<u8> =
            value.iter().filter(|byte| !byte.is_ascii_whitespace()).map(u8::to_ascii_lowercase).collect();
        let runs =
            [&b"javascript:"[..], b"vbscript:", b"data:text/html"].iter().any(|scheme| address.starts_with(scheme));
        let handler = attribute.len() > 4 && attribute[..2].eq_ignore_ascii_case(b"on") && value.contains(&b'(');
        if runs || handler { Err(Unfit::Script("... javascript")) } else { Ok(()) }
    }

    /// The value's beginning, which is all that is compared.
    fn attribute_value(&mut self) -> Result<Vec<u8>, Unfit> {
        if self.visible()? != b'=' {
            return Err(BAD);
        }
        let quote = self.visible()?;
        if !matches!(quote, b'"' | b'\'') {
            return Err(BAD);
        }
        let mut value = Vec::new();
        loop {
            match self.source.byte()?.ok_or(BAD)? {
                byte if byte == quote => return Ok(value),
                b'<' => return Err(BAD),
                b'&' => value.push(self.reference()?),
                byte if value.len() < MAX_NAME => value.push(byte),
                _ => {}
            }
            value.truncate(MAX_NAME);
        }
    }

    /// One of the five references that every reader knows, or a number; no others exist without a document type.
    fn reference(&mut self) -> Result<u8, Unfit> {
        let mut name = Vec::new();
        loop {
            match self.source.byte()?.ok_or(BAD)? {
                b';' => break,
                byte if name.len() < 10 => name.push(byte),
                _ => return Err(Unfit::Entities),
            }
        }
        let number = |digits: &[u8], radix| {
            let code = std::str::from_utf8(digits).ok().and_then(|digits| u32::from_str_radix(digits, radix).ok());
            let known = code.and_then(char::from_u32).ok_or(BAD)?;
            Ok(u8::try_from(known).ok().filter(u8::is_ascii).unwrap_or(0x80))
        };
        match &name[..] {
            b"lt" => Ok(b'<'),
            b"gt" => Ok(b'>'),
            b"amp" => Ok(b'&'),
            b"quot" => Ok(b'"'),
            b"apos" => Ok(b'\''),
            [b'#', b'x', digits @ ..] => number(digits, 16),
            [b'#', digits @ ..] => number(digits, 10),
            _ => Err(Unfit::Entities),
        }
    }

    /// `<?xml encoding="..."?>` and the like. Style sheets of CDA lie beside the file; one from elsewhere is a program.
    fn instruction(&mut self) -> Result<(), Unfit> {
        let mut head = Vec::new();
        let mut last = 0;
        self.source.byte()?;
        loop {
            match self.source.byte()?.ok_or(BAD)? {
                b'>' if last == b'?' => break,
                byte => {
                    if head.len() < 1_024 {
                        head.push(byte.to_ascii_lowercase());
                    }
                    last = byte;
                }
            }
        }
        let head = String::from_utf8_lossy(&head).replace('\'', "\"");
        if head.starts_with("xml-stylesheet") && (head.contains(':') || head.contains("//") || head.len() > 1_000) {
            return Err(Unfit::Script("?xml-stylesheet"));
        }
        let encoding = head.strip_prefix("xml ").and_then(|rest| rest.split_once("encoding"));
        let encoding = encoding.and_then(|(_, rest)| rest.split('"').nth(1));
        match encoding {
            None | Some("utf-8" | "utf8" | "us-ascii" | "ascii") => Ok(()),
            Some(_) => Err(Unfit::Unknown),
        }
    }

    /// Comments and raw text are passed over; everything else declares something.
    fn declaration(&mut self) -> Result<(), Unfit> {
        self.source.byte()?;
        let end: &[u8] = match self.source.byte()?.ok_or(BAD)? {
            b'-' if self.source.byte()? == Some(b'-') => b"-->",
            b'[' if !self.open.is_empty() && self.source.array()? == *b"CDATA[" => b"]]>",
            _ => return Err(Unfit::Entities),
        };
        let mut last = [0; 3];
        while last != end {
            last = [last[1], last[2], self.source.byte()?.ok_or(BAD)?];
        }
        Ok(())
    }

    fn visible(&mut self) -> Result<u8, Unfit> {
        loop {
            match self.source.byte()?.ok_or(BAD)? {
                b' ' | b'\t' | b'\n' | b'\r' => {}
                byte => return Ok(byte),
            }
        }
    }

    fn name(&mut self) -> Result<Vec<u8>, Unfit> {
        let first = self.source.byte()?.ok_or(BAD)?;
        self.rest_of_name(first)
    }

    fn rest_of_name(&mut self, first: u8) -> Result<Vec<u8>, Unfit> {
        let part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'-' | b'.' | 0x80..);
        if !part(first) || first.is_ascii_digit() || matches!(first, b'-' | b'.') {
            return Err(BAD);
        }
        let mut name = vec![first];
        while self.source.peek()?.is_some_and(part) {
            name.extend(self.source.byte()?);
            if name.len() > MAX_NAME {
                return Err(Unfit::Damaged("XML with a name that is too long"));
            }
        }
        Ok(name)
    }
}

fn hash(name: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}
