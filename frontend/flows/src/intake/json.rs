//! JSON: read character by character with a short memory, nested no deeper than any record is.

use super::{Seen, Unfit, markup::Watch, source::Source, text};
use chartkey_vocabulary::Kind;

/// FHIR documents nest about twenty deep.
const MAX_DEPTH: usize = 128;
/// So much of a text is kept, for the two that are compared.
const KEPT: usize = 64;

const BAD: Unfit = Unfit::Damaged("JSON that does not hold together");

#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Object,
    Array,
}

struct Reader<'s, 'a> {
    source: &'s mut Source<'a>,
    levels: Vec<Level>,
    watch: Watch,
    kept: Vec<u8>,
    resource: Option<Vec<u8>>,
}

pub(super) fn look(source: &mut Source<'_>) -> Result<Seen, Unfit> {
    text::each(source, |_| Ok(()))?;
    source.seek(0)?;
    let head = source.look_at(0, 3)?;
    source.seek((head.len() - text::without_mark(&head).len()) as u64)?;
    let mut reader = Reader { source, levels: Vec::new(), watch: Watch::narrative(), kept: Vec::new(), resource: None };
    reader.document()?;
    let media_type = if reader.resource.is_some() { "application/fhir+json" } else { "application/json" };
    let kind_hint = reader.resource.and_then(|resource| fhir_kind(&resource));
    Ok(Seen { media_type, kind_hint, ..Seen::default() })
}

/// What sort of document a FHIR resource is.
pub(super) fn fhir_kind(resource: &[u8]) -> Option<Kind> {
    match resource {
        b"DiagnosticReport" | b"Observation" => Some(Kind::LabReport),
        b"MedicationRequest" => Some(Kind::Prescription),
        b"Immunization" | b"ImmunizationRecommendation" => Some(Kind::Vaccination),
        b"Coverage" | b"Claim" | b"ClaimResponse" | b"ExplanationOfBenefit" => Some(Kind::Insurance),
        b"ImagingStudy" => Some(Kind::OtherImaging),
        b"ClinicalImpression" => Some(Kind::ConsultationNote),
        _ => None,
    }
}

impl Reader<'_, '_> {
    fn visible(&mut self) -> Result<Option<u8>, Unfit> {
        loop {
            match self.source.byte()? {
                Some(b' ' | b'\t' | b'\n' | b'\r') => {}
                byte => return Ok(byte),
            }
        }
    }

    fn document(&mut self) -> Result<(), Unfit> {
        let first = self.visible()?;
        self.value(first)?;
        while let Some(level) = self.levels.last().copied() {
            match (self.visible()?, level) {
                (Some(b','), Level::Object) => {
                    let quote = self.visible()?;
                    self.member(quote)?;
                }
                (Some(b','), Level::Array) => {
                    let first = self.visible()?;
                    self.value(first)?;
                }
                (Some(b'}'), Level::Object) | (Some(b']'), Level::Array) => {
                    self.levels.pop();
                }
                _ => return Err(BAD),
            }
        }
        if self.visible()?.is_some() { Err(BAD) } else { Ok(()) }
    }

    /// A value, or an opening bracket and the first value in it, and so on.
    fn value(&mut self, first: Option<u8>) -> Result<(), Unfit> {
        let mut first = first;
        loop {
            match first {
                Some(b'{') => {
                    self.deeper(Level::Object)?;
                    match self.visible()? {
                        Some(b'}') => self.levels.pop(),
                        quote => return self.member(quote),
                    };
                    return Ok(());
                }
                Some(b'[') => {
                    self.deeper(Level::Array)?;
                    first = self.visible()?;
                    if first == Some(b']') {
                        self.levels.pop();
                        return Ok(());
                    }
                }
                Some(b'"') => return self.text(),
                Some(b't') => return self.word(b"rue"),
                Some(b'f') => return self.word(b"alse"),
                Some(b'n') => return self.word(b"ull"),
                Some(digit @ (b'-' | b'0'..=b'9')) => return self.number(digit),
                _ => return Err(BAD),
            }
        }
    }

    fn deeper(&mut self, level: Level) -> Result<(), Unfit> {
        self.levels.push(level);
        if self.levels.len() > MAX_DEPTH { Err(Unfit::TooDeep) } else { Ok(()) }
    }

    /// A member's name and its value. Recursion ends at `MAX_DEPTH`, since every member stands in an object.
    fn member(&mut self, quote: Option<u8>) -> Result<(), Unfit> {
        if quote != Some(b'"') {
            return Err(BAD);
        }
        self.text()?;
        let is_type = self.levels.len() == 1 && self.kept == b"resourceType";
        if self.visible()? != Some(b':') {
            return Err(BAD);
        }
        let first = self.visible()?;
        self.value(first)?;
        if is_type && first == Some(b'"') {
            self.resource = Some(self.kept.clone());
        }
        Ok(())
    }

    fn text(&mut self) -> Result<(), Unfit> {
        self.kept.clear();
        loop {
            let byte = match self.source.byte()?.ok_or(BAD)? {
                b'"' => {
                    let watched = self.watch.end();
                    self.watch = Watch::narrative();
                    return watched;
                }
                // `\u003cscript` is a script as well.
                b'\\' => self.escape()?,
                0..=0x1f => return Err(BAD),
                byte => byte,
            };
            self.watch.see(byte)?;
            if self.kept.len() < KEPT {
                self.kept.push(byte);
            }
        }
    }

    /// The escaped character where it is ASCII, else a stand-in.
    fn escape(&mut self) -> Result<u8, Unfit> {
        match self.source.byte()?.ok_or(BAD)? {
            byte @ (b'"' | b'\\' | b'/') => Ok(byte),
            b'b' | b'f' | b'n' | b'r' | b't' => Ok(b'\n'),
            b'u' => {
                let digits: [u8; 4] = self.source.array()?;
                let code = digits.iter().try_fold(0, |code, digit| {
                    let digit = char::from(*digit).to_digit(16).ok_or(BAD)?;
                    Ok::<_, Unfit>(code << 4 | digit)
                })?;
                Ok(u8::try_from(code).ok().filter(u8::is_ascii).unwrap_or(0x80))
            }
            _ => Err(BAD),
        }
    }

    fn word(&mut self, rest: &[u8]) -> Result<(), Unfit> {
        for expected in rest {
            if self.source.byte()? != Some(*expected) {
                return Err(BAD);
            }
        }
        Ok(())
    }

    fn number(&mut self, first: u8) -> Result<(), Unfit> {
        let lead = if first == b'-' { self.source.byte()?.unwrap_or(0) } else { first };
        match lead {
            b'0' => {}
            b'1'..=b'9' => drop(self.digits()?),
            _ => return Err(BAD),
        }
        if self.source.peek()? == Some(b'.') {
            self.source.byte()?;
            self.some_digits()?;
        }
        if matches!(self.source.peek()?, Some(b'e' | b'E')) {
            self.source.byte()?;
            if matches!(self.source.peek()?, Some(b'+' | b'-')) {
                self.source.byte()?;
            }
            self.some_digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<u64, Unfit> {
        let mut count = 0;
        while self.source.peek()?.is_some_and(|byte| byte.is_ascii_digit()) {
            self.source.byte()?;
            count += 1;
        }
        Ok(count)
    }

    fn some_digits(&mut self) -> Result<(), Unfit> {
        if self.digits()? == 0 { Err(BAD) } else { Ok(()) }
    }
}
