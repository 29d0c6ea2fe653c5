//! DICOM: data elements in order up to the file's end, with as many pixels as they say.

use super::{MAX_PAGES, Seen, Unfit, picture, source::Source};
use chartkey_vocabulary::Kind;

const MAX_ELEMENTS: u32 = 200_000;
const MAX_DEPTH: usize = 32;
const PIXELS: (u16, u16) = (0x7fe0, 0x0010);
/// The length that means: up to the delimiter.
const OPEN: u32 = u32::MAX;
/// Bytes of a short value.
const MAX_VALUE: u32 = 128;

const CUT: Unfit = Unfit::Damaged("a DICOM file that is cut off");

#[derive(Clone, Copy, PartialEq, Eq)]
enum Syntax {
    Implicit,
    Explicit,
    ExplicitBig,
}

#[derive(Default)]
struct Facts {
    syntax: Option<Syntax>,
    modality: Option<Kind>,
    frames: Option<u32>,
    samples: Option<u16>,
    rows: Option<u16>,
    columns: Option<u16>,
    bits: Option<u16>,
    /// How many bytes of pixels there are, when they are not compressed.
    plain_pixels: Option<u32>,
}

struct Element {
    tag: (u16, u16),
    length: u32,
}

pub(super) fn look(source: &mut Source<'_>) -> Result<Seen, Unfit> {
    let prefixed = source.look_at(128, 4)? == b"DICM";
    source.seek(if prefixed { 132 } else { 0 })?;
    let mut facts = Facts::default();
    elements(source, &mut facts)?;
    let frames = facts.frames.unwrap_or(1);
    if frames > MAX_PAGES {
        return Err(Unfit::TooManyPages);
    }
    let pixels = match (facts.columns, facts.rows) {
        (Some(width), Some(height)) => Some(picture(width.into(), height.into())?),
        _ => None,
    };
    if let (Some((width, height)), Some(there)) = (pixels, facts.plain_pixels) {
        let sample = u64::from(facts.samples.unwrap_or(1)) * u64::from(facts.bits.unwrap_or(8));
        let said = (u64::from(width) * u64::from(height) * u64::from(frames)).saturating_mul(sample).div_ceil(8);
        // Colour that is kept more coarsely than brightness takes half; one byte may make the length even.
        if u64::from(there) < said / 2 || u64::from(there) > said + 1 {
            return Err(Unfit::Damaged("a DICOM file with other pixels than it says"));
        }
    }
    let pages = pixels.map(|_| frames);
    Ok(Seen { media_type: "application/dicom", pages, pixels, kind_hint: facts.modality })
}

fn elements(source: &mut Source<'_>, facts: &mut Facts) -> Result<(), Unfit> {
    let mut syntax = Syntax::Explicit;
    let (mut last, mut in_body) = ((0, 0), false);
    // What is open; whether its items are pieces of compressed pixels.
    let (mut open, mut count) = (Vec::new(), 0);
    while source.left() > 0 {
        count += 1;
        if count > MAX_ELEMENTS {
            return Err(Unfit::Damaged("a DICOM file of too many parts"));
        }
        if !in_body && ahead(source, 2)? != [2, 0] {
            in_body = true;
            let letters = ahead(source, 6)?.get(4..).is_some_and(|kind| kind.iter().all(u8::is_ascii_uppercase));
            // Without a word about it, the explicit form shows its first element's kind in letters.
            syntax = facts.syntax.unwrap_or(if letters { Syntax::Explicit } else { Syntax::Implicit });
        }
        let element = element(source, syntax)?;
        match element.tag {
            // Items and their ends; an item that tells its length is looked into like one that does not.
            (0xfffe, 0xe000) if open.last() == Some(&true) => source.skip(element.length.into())?,
            (0xfffe, 0xe000 | 0xe00d) if !open.is_empty() => {}
            (0xfffe, 0xe0dd) if !open.is_empty() => drop(open.pop()),
            tag if element.length == OPEN => {
                open.push(tag == PIXELS);
                if open.len() > MAX_DEPTH {
                    return Err(Unfit::TooDeep);
                }
            }
            tag => {
                if open.is_empty() {
                    if tag <= last {
                        return Err(Unfit::Damaged("a DICOM file whose parts are out of order"));
                    }
                    last = tag;
                }
                let end = source.at() + u64::from(element.length);
                if end > source.size() {
                    return Err(CUT);
                }
                if open.is_empty() {
                    note(source, syntax, &element, facts)?;
                }
                source.seek(end)?;
            }
        }
    }
    if !open.is_empty() || last == (0, 0) { Err(CUT) } else { Ok(()) }
}

fn ahead(source: &mut Source<'_>, bytes: usize) -> Result<Vec<u8>, Unfit> {
    let at = source.at();
    let ahead = source.look_at(at, bytes)?;
    source.seek(at)?;
    Ok(ahead)
}

fn element(source: &mut Source<'_>, syntax: Syntax) -> Result<Element, Unfit> {
    let big = syntax == Syntax::ExplicitBig;
    let short = |source: &mut Source<'_>| if big { source.be16() } else { source.le16() };
    let long = |source: &mut Source<'_>| if big { source.be32() } else { source.le32() };
    let tag = (short(source)?, short(source)?);
    if syntax == Syntax::Implicit || tag.0 == 0xfffe {
        return Ok(Element { tag, length: long(source)? });
    }
    let kind: [u8; 2] = source.array()?;
    if !kind.iter().all(u8::is_ascii_uppercase) {
        return Err(Unfit::Damaged("a DICOM part of no kind"));
    }
    let length = match &kind {
        b"OB" | b"OD" | b"OF" | b"OL" | b"OV" | b"OW" | b"SQ" | b"SV" | b"UC" | b"UN" | b"UR" | b"UT" | b"UV" => {
            source.skip(2)?;
            long(source)?
        }
        _ => short(source)?.into(),
    };
    Ok(Element { tag, length })
}

/// Keeps what is asked of the few elements that matter.
fn note(source: &mut Source<'_>, syntax: Syntax, element: &Element, facts: &mut Facts) -> Result<(), Unfit> {
    let number = |source: &mut Source<'_>| match (element.length, syntax) {
        (2, Syntax::ExplicitBig) => source.be16().map(Some),
        (2, _) => source.le16().map(Some),
        _ => Err(Unfit::Damaged("a DICOM number of another length")),
    };
    match element.tag {
        (0x0002, 0x0010) => facts.syntax = Some(transfer(&value(source, element)?)?),
        (0x0008, 0x0060) => facts.modality = Some(kind_of(&value(source, element)?)),
        (0x0028, 0x0002) => facts.samples = number(source)?,
        (0x0028, 0x0008) => {
            let frames = value(source, element)?.parse().map_err(|_| Unfit::Damaged("a DICOM number of pictures"))?;
            facts.frames = Some(frames);
        }
        (0x0028, 0x0010) => facts.rows = number(source)?,
        (0x0028, 0x0011) => facts.columns = number(source)?,
        (0x0028, 0x0100) => facts.bits = number(source)?,
        (0x0042, 0x0011) => return Err(Unfit::Wrapped("a document")),
        PIXELS => facts.plain_pixels = Some(element.length),
        _ => {}
    }
    Ok(())
}

fn value(source: &mut Source<'_>, element: &Element) -> Result<String, Unfit> {
    if element.length > MAX_VALUE {
        return Err(Unfit::Damaged("a DICOM value that is too long"));
    }
    let bytes = source.look_at(source.at(), element.length as usize)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.trim_matches(['\0', ' ']).to_owned())
}

/// Every compressed syntax but one is explicit outside of the pixels.
fn transfer(uid: &str) -> Result<Syntax, Unfit> {
    match uid {
        "1.2.840.10008.1.2" => Ok(Syntax::Implicit),
        "1.2.840.10008.1.2.2" => Ok(Syntax::ExplicitBig),
        "1.2.840.10008.1.2.1.99" | "1.2.840.10008.1.2.8.1" => Err(Unfit::NotTaken("DICOM that is packed as a whole")),
        _ => Ok(Syntax::Explicit),
    }
}

fn kind_of(modality: &str) -> Kind {
    match modality {
        "CR" | "DX" | "DR" | "RF" | "RG" | "MG" | "XA" | "PX" | "IO" => Kind::XRay,
        "CT" => Kind::Ct,
        "MR" => Kind::Mri,
        "US" | "IVUS" => Kind::Ultrasound,
        _ => Kind::OtherImaging,
    }
}
