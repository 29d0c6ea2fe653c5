//! A DICOM file for whoever looks at it: what its header says, and its pictures where they are plain or JPEG.
//!
//! What was checked when it was added may have been added by another program, so nothing is taken on trust here: every
//! length is held against the bytes there are, and a file that does not fit has no picture.

mod frame;

pub use frame::{Frame, Light, Window};

use frame::ends;
use std::collections::BTreeMap;

type Tag = (u16, u16);

const PIXELS: Tag = (0x7fe0, 0x0010);
/// How pixels are packed that every browser draws: JPEG of eight bits. Browsers draw no other of DICOM's dozen.
const JPEG: &str = "1.2.840.10008.1.2.4.50";
/// What a JPEG file begins with; nothing within one does.
const JPEG_START: [u8; 2] = [0xff, 0xd8];
/// The length that means: up to the delimiter.
const OPEN: u32 = u32::MAX;
/// More parts than any picture's header has.
const MOST_PARTS: u32 = 100_000;
/// Longer values are no line of a header.
const LONGEST: usize = 256;
/// More pixels than a screen's memory should hold.
const MOST_PIXELS: usize = 40_000_000;

/// A line of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// Whose picture it is.
    Patient,
    /// What kind of machine took it.
    Modality,
    /// Of what.
    BodyPart,
    /// What was done.
    Study,
    /// Which part of it.
    Series,
    /// Which day, as `YYYYMMDD`.
    Day,
    /// Where.
    House,
    /// With which machine.
    Machine,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slide {
    /// What the header says.
    pub lines: BTreeMap<Line, String>,
    /// Width and height.
    pub pixels: Option<(u32, u32)>,
    /// How many pictures.
    pub frames: u32,
    /// The one that was asked for; none when it is compressed.
    pub frame: Option<Frame>,
    /// The one that was asked for as a JPEG file, where it is one that every browser draws.
    pub jpeg: Option<Jpeg>,
}

/// A picture as JPEG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jpeg {
    /// The file.
    pub bytes: Vec<u8>,
    /// Whether high is dark.
    pub inverted: bool,
}

/// Reads a file with its first picture. `None` when it is not DICOM, or big-endian, which nobody has written for twenty
/// years.
pub fn read(bytes: &[u8]) -> Option<Slide> {
    read_with(bytes, 1)
}

/// The same with another picture, counted from 1.
pub fn read_with(bytes: &[u8], number: u32) -> Option<Slide> {
    let mut header = Header::default();
    let start = if bytes.get(128..132) == Some(b"DICM") { 132 } else { 0 };
    header.walk(bytes, start)?;
    let mut slide =
        Slide { frames: header.text((0x0028, 0x0008)).and_then(|n| n.parse().ok()).unwrap_or(1), ..Slide::default() };
    let lines = [
        (Line::Patient, (0x0010, 0x0010)),
        (Line::Modality, (0x0008, 0x0060)),
        (Line::BodyPart, (0x0018, 0x0015)),
        (Line::Study, (0x0008, 0x1030)),
        (Line::Series, (0x0008, 0x103e)),
        (Line::Day, (0x0008, 0x0020)),
        (Line::House, (0x0008, 0x0080)),
        (Line::Machine, (0x0008, 0x1090)),
    ];
    slide.lines =
        lines.into_iter().filter_map(|(line, tag)| Some((line, header.text(tag)?.replace('^', " ")))).collect();
    let (width, height) = (header.number((0x0028, 0x0011)), header.number((0x0028, 0x0010)));
    slide.pixels = width.zip(height).map(|(width, height)| (width.into(), height.into()));
    slide.frame = slide.pixels.and_then(|(width, height)| header.frame(bytes, width, height, number));
    slide.jpeg = header.jpeg(bytes, number);
    Some(slide)
}

#[derive(Default)]
struct Header {
    values: BTreeMap<Tag, Vec<u8>>,
    /// Where plain pixels lie.
    pixels: Option<(usize, usize)>,
    /// Where the parts of compressed ones begin.
    packed: Option<usize>,
}

impl Header {
    fn walk(&mut self, bytes: &[u8], mut at: usize) -> Option<()> {
        let (mut explicit, mut decided, mut depth, mut parts) = (true, false, 0_u32, 0);
        while at + 8 <= bytes.len() && parts < MOST_PARTS {
            parts += 1;
            let tag = (short(bytes, at)?, short(bytes, at + 2)?);
            if !decided && tag.0 != 0x0002 {
                decided = true;
                let letters = bytes[at + 4..at + 6].iter().all(u8::is_ascii_uppercase);
                explicit = match self.text((0x0002, 0x0010)).as_deref() {
                    Some("1.2.840.10008.1.2") => false,
                    Some("1.2.840.10008.1.2.2" | "1.2.840.10008.1.2.1.99") => return None,
                    Some(_) => true,
                    None => letters,
                };
            }
            let (length, from) = length(bytes, at, tag, explicit)?;
            match tag {
                (0xfffe, 0xe000 | 0xe00d) => at = from,
                (0xfffe, 0xe0dd) => (at, depth) = (from, depth.checked_sub(1)?),
                // Compressed pixels are the last that is read.
                PIXELS if length == OPEN => {
                    self.packed = (depth == 0).then_some(from);
                    return Some(());
                }
                _ if length == OPEN => (at, depth) = (from, depth + 1),
                _ => {
                    let to = from.checked_add(length as usize).filter(|to| *to <= bytes.len())?;
                    if depth == 0 && tag == PIXELS {
                        self.pixels = Some((from, to));
                        return Some(());
                    }
                    if depth == 0 && to - from <= LONGEST {
                        self.values.insert(tag, bytes[from..to].to_vec());
                    }
                    at = to;
                }
            }
        }
        (!self.values.is_empty()).then_some(())
    }

    fn text(&self, tag: Tag) -> Option<String> {
        let text = String::from_utf8_lossy(self.values.get(&tag)?).into_owned();
        let text: String = text.chars().filter(|c| !c.is_control()).collect();
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn number(&self, tag: Tag) -> Option<u16> {
        short(self.values.get(&tag)?, 0)
    }

    /// The first of several numbers in decimal letters.
    fn decimal(&self, tag: Tag) -> Option<f32> {
        self.text(tag)?.split('\\').next()?.trim().parse().ok().filter(|number: &f32| number.is_finite())
    }

    fn frame(&self, bytes: &[u8], width: u32, height: u32, number: u32) -> Option<Frame> {
        let (from, to) = self.pixels?;
        let count = (width as usize).checked_mul(height as usize).filter(|count| (1..=MOST_PIXELS).contains(count))?;
        let before = number.checked_sub(1)? as usize;
        let of = |size: usize| {
            let size = count.checked_mul(size)?;
            let start = before.checked_mul(size)?;
            bytes[from..to].get(start..start.checked_add(size)?)
        };
        let colours = self.number((0x0028, 0x0002)).unwrap_or(1);
        let (bits, stored) = (self.number((0x0028, 0x0100))?, self.number((0x0028, 0x0101)));
        let photometric = self.text((0x0028, 0x0004)).unwrap_or_default();
        let light = match (colours, bits, photometric.as_str()) {
            (3, 8, "RGB") if self.number((0x0028, 0x0006)).unwrap_or(0) == 0 => Light::Colour(of(3)?.to_vec()),
            (1, 8 | 16, "MONOCHROME1" | "MONOCHROME2") => {
                let each = usize::from(bits / 8);
                let raw = of(each)?;
                let unused = u32::from(bits.saturating_sub(stored.unwrap_or(bits)));
                let signed = self.number((0x0028, 0x0103)) == Some(1);
                let (slope, base) =
                    (self.decimal((0x0028, 0x1053)).unwrap_or(1.0), self.decimal((0x0028, 0x1052)).unwrap_or(0.0));
                let value = |raw: &[u8]| slope * measured(raw, unused, signed) + base;
                let values: Vec<f32> = raw.chunks_exact(each).map(value).collect();
                let window = self.window(&values);
                Light::Grey { values, window, inverted: photometric == "MONOCHROME1" }
            }
            _ => return None,
        };
        Some(Frame { width, height, light })
    }

    /// A picture out of its parts: after the table of places, which may be empty, each picture is one part or several.
    fn jpeg(&self, bytes: &[u8], number: u32) -> Option<Jpeg> {
        let photometric = self.text((0x0028, 0x0004)).unwrap_or_default();
        // JPEG without a note of its own is taken for luminance and two colours; red, green, blue would come out wrong.
        if self.text((0x0002, 0x0010))? != JPEG || photometric == "RGB" {
            return None;
        }
        let (mut at, mut nth, mut file) = (self.packed?, 0, Vec::new());
        let mut is_table = true;
        while short(bytes, at) == Some(0xfffe) && short(bytes, at + 2) == Some(0xe000) {
            let (length, from) = length(bytes, at, (0xfffe, 0xe000), true)?;
            let part = bytes.get(from..from.checked_add(length as usize)?)?;
            if !std::mem::take(&mut is_table) {
                nth += u32::from(part.starts_with(&JPEG_START));
                if nth == number {
                    file.extend_from_slice(part);
                }
            }
            at = from + part.len();
        }
        (!file.is_empty()).then(|| Jpeg { bytes: file, inverted: photometric == "MONOCHROME1" })
    }

    fn window(&self, values: &[f32]) -> Window {
        let asked = self.decimal((0x0028, 0x1050)).zip(self.decimal((0x0028, 0x1051)));
        if let Some((level, width)) = asked.filter(|(_, width)| *width >= 1.0) {
            return Window { level, width };
        }
        let (low, high) = ends(values);
        Window { level: f32::midpoint(low, high), width: (high - low).max(1.0) }
    }
}

/// One stored value; bits above those in use are not part of it.
fn measured(raw: &[u8], unused: u32, signed: bool) -> f32 {
    match (raw, signed) {
        ([one], false) => f32::from(one << unused.min(7) >> unused.min(7)),
        ([one], true) => f32::from(((one << unused.min(7)) as i8) >> unused.min(7)),
        ([low, high], false) => {
            let word = u16::from_le_bytes([*low, *high]);
            f32::from(word << unused.min(15) >> unused.min(15))
        }
        ([low, high], true) => {
            let word = u16::from_le_bytes([*low, *high]);
            f32::from(((word << unused.min(15)) as i16) >> unused.min(15))
        }
        _ => 0.0,
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// How long the value of the element at `at` is, and where it begins.
fn length(bytes: &[u8], at: usize, tag: Tag, explicit: bool) -> Option<(u32, usize)> {
    let long = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    if !explicit || tag.0 == 0xfffe {
        return Some((long(at + 4)?, at + 8));
    }
    match bytes.get(at + 4..at + 6)? {
        b"OB" | b"OD" | b"OF" | b"OL" | b"OV" | b"OW" | b"SQ" | b"SV" | b"UC" | b"UN" | b"UR" | b"UT" | b"UV" => {
            Some((long(at + 8)?, at + 12))
        }
        kind if kind.iter().all(u8::is_ascii_uppercase) => Some((short(bytes, at + 6)?.into(), at + 8)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn element(tag: Tag, kind: &[u8; 2], value: &[u8]) -> Vec<u8> {
        let mut out = [tag.0.to_le_bytes(), tag.1.to_le_bytes()].concat();
        out.extend(kind);
        if matches!(kind, b"OW" | b"SQ") {
            out.extend([0, 0]);
            out.extend((value.len() as u32).to_le_bytes());
        } else {
            out.extend((value.len() as u16).to_le_bytes());
        }
        out.extend(value);
        out
    }

    fn file(pixels: &[u8]) -> Vec<u8> {
        let mut file = [vec![0; 128], b"DICM".to_vec()].concat();
        file.extend(element((0x0002, 0x0010), b"UI", b"1.2.840.10008.1.2.1\0"));
        file.extend(element((0x0008, 0x0060), b"CS", b"CT"));
        file.extend(element((0x0010, 0x0010), b"PN", b"Doe^Ada\0"));
        // An open sequence with an open item, in which a line of a header is not one of the file's.
        file.extend([0x10, 0, 0x02, 0x10, b'S', b'Q', 0, 0, 255, 255, 255, 255]);
        file.extend([0xfe, 0xff, 0, 0xe0, 255, 255, 255, 255]);
        file.extend(element((0x0018, 0x0015), b"CS", b"FOOT"));
        file.extend([0xfe, 0xff, 0x0d, 0xe0, 0, 0, 0, 0, 0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0]);
        for (tag, number) in [(0x0002, 1_u16), (0x0010, 2), (0x0011, 2), (0x0100, 16), (0x0101, 12), (0x0103, 1)] {
            file.extend(element((0x0028, tag), b"US", &number.to_le_bytes()));
            if tag == 0x0002 {
                file.extend(element((0x0028, 0x0004), b"CS", b"MONOCHROME2 "));
            }
        }
        file.extend(element((0x0028, 0x1050), b"DS", b"40\\80 "));
        file.extend(element((0x0028, 0x1051), b"DS", b"400 "));
        file.extend(element(PIXELS, b"OW", pixels));
        file
    }

    #[test]
    fn header_and_first_picture_are_read() {
        let values = [-160_i16, 40, 240, 2000].map(|value| (value as u16 & 0x0fff).to_le_bytes()).concat();
        let slide = read(&file(&values)).expect("DICOM");
        assert_eq!(slide.lines[&Line::Patient], "Doe Ada");
        assert!(!slide.lines.contains_key(&Line::BodyPart));
        let frame = slide.frame.expect("a picture");
        assert_eq!(frame.span(), Some((-160.0, 2000.0)));
        let greys: Vec<u8> = frame.paint(None).chunks(4).map(|pixel| pixel[0]).collect();
        assert_eq!(greys, [0, 127, 255, 255]);
        let wide = frame.paint(Some(Window { level: 40.0, width: 4000.0 }));
        assert!(wide[0] > 100 && wide[0] < wide[4]);
    }

    #[test]
    fn each_picture_of_several_is_read_by_its_number() {
        let values = |first: i16| [first; 4].map(|value| value.to_le_bytes()).concat();
        let file = file(&[values(7), values(300)].concat());
        let level = |number: u32| read_with(&file, number).expect("DICOM").frame.map(|frame| frame.light);
        let Some(Light::Grey { values, .. }) = level(2) else { panic!("the second picture") };
        assert_eq!(values, [300.0; 4]);
        assert_eq!((level(0), level(3), level(u32::MAX)), (None, None, None));
    }

    /// A JPEG in parts, as a file has it: an empty table, two pictures, the second in two parts.
    fn packed(syntax: &[u8; 22], photometric: &[u8; 12]) -> Vec<u8> {
        let mut file = [vec![0; 128], b"DICM".to_vec()].concat();
        file.extend(element((0x0002, 0x0010), b"UI", syntax));
        file.extend(element((0x0028, 0x0004), b"CS", photometric));
        file.extend(element((0x0028, 0x0008), b"IS", b"2 "));
        file.extend([0xe0, 0x7f, 0x10, 0, b'O', b'B', 0, 0, 255, 255, 255, 255]);
        for part in [&b""[..], &[0xff, 0xd8, 1, 1], &[0xff, 0xd8, 2, 2], &[3, 3]] {
            file.extend([0xfe, 0xff, 0, 0xe0]);
            file.extend((part.len() as u32).to_le_bytes());
            file.extend(part);
        }
        file.extend([0xfe, 0xff, 0xdd, 0xe0, 0, 0, 0, 0]);
        file
    }

    #[test]
    fn a_jpeg_is_taken_out_of_its_parts() {
        let file = packed(b"1.2.840.10008.1.2.4.50", b"MONOCHROME1 ");
        let jpeg = |file: &[u8], number: u32| read_with(file, number).expect("DICOM").jpeg;
        assert_eq!(jpeg(&file, 1), Some(Jpeg { bytes: vec![0xff, 0xd8, 1, 1], inverted: true }));
        assert_eq!(jpeg(&file, 2), Some(Jpeg { bytes: vec![0xff, 0xd8, 2, 2, 3, 3], inverted: true }));
        assert_eq!((jpeg(&file, 0), jpeg(&file, 3)), (None, None));
        assert_eq!(jpeg(&packed(b"1.2.840.10008.1.2.4.51", b"MONOCHROME2 "), 1), None, "twelve bits");
        assert_eq!(jpeg(&packed(b"1.2.840.10008.1.2.4.50", b"RGB         "), 1), None, "colours of its own");
        for length in 0..file.len() {
            let _ = read(&file[..length]);
        }
    }

    #[test]
    fn a_file_cut_anywhere_or_changed_anywhere_is_borne() {
        let whole = file(&[0; 8]);
        for length in 0..whole.len() {
            assert!(read(&whole[..length]).is_none_or(|slide| slide.frame.is_none()), "cut to {length}");
        }
        for place in 0..whole.len() {
            let mut changed = whole.clone();
            changed[place] ^= 0xff;
            let _ = read(&changed);
        }
        assert_eq!(read(b"no picture at all"), None);
        let compressed = [&whole[..whole.len() - 12], &[255; 4], &[0; 8]].concat();
        assert!(read(&compressed).is_some_and(|slide| slide.frame.is_none()));
    }
}
