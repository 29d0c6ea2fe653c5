//! DICOM files and pictures for tests, made here.

#![allow(dead_code, reason = "each test uses some of these")]

use image::{GrayImage, ImageFormat, Rgb, RgbImage};

pub(crate) type Tag = (u16, u16);

pub(crate) const EXPLICIT: &str = "1.2.840.10008.1.2.1";
pub(crate) const DEFLATED: &str = "1.2.840.10008.1.2.1.99";
pub(crate) const JPEG: &str = "1.2.840.10008.1.2.4.50";
pub(crate) const JPEG_EXTENDED: &str = "1.2.840.10008.1.2.4.51";
pub(crate) const JPEG_LOSSLESS: &str = "1.2.840.10008.1.2.4.70";
pub(crate) const RUNS: &str = "1.2.840.10008.1.2.5";
pub(crate) const JPEG_2000: &str = "1.2.840.10008.1.2.4.90";
pub(crate) const PIXELS: Tag = (0x7FE0, 0x0010);

/// A DICOM file as it is built up.
#[derive(Clone)]
pub(crate) struct Phantom {
    pub(crate) syntax: &'static str,
    /// Parts by their tag; written in order.
    pub(crate) parts: std::collections::BTreeMap<Tag, Vec<u8>>,
}

/// A part: its tag, its kind, its value, padded to an even length.
pub(crate) fn part((group, number): Tag, kind: &[u8; 2], value: &[u8]) -> Vec<u8> {
    let mut value = value.to_vec();
    if value.len() % 2 == 1 {
        value.push(if matches!(kind, b"OB" | b"UI") { 0 } else { b' ' });
    }
    let mut out = [group.to_le_bytes(), number.to_le_bytes()].concat();
    out.extend(kind);
    if matches!(kind, b"OB" | b"OW" | b"SQ" | b"UN") {
        out.extend([0, 0]);
        out.extend((value.len() as u32).to_le_bytes());
    } else {
        out.extend((value.len() as u16).to_le_bytes());
    }
    out.extend(value);
    out
}

/// A part that holds data sets; of each the parts are given.
pub(crate) fn sequence(tag: Tag, items: &[Vec<u8>]) -> Vec<u8> {
    let item = |parts: &Vec<u8>| {
        [&[0xFE, 0xFF, 0x00, 0xE0][..], &(parts.len() as u32).to_le_bytes(), parts.as_slice()].concat()
    };
    part(tag, b"SQ", &items.iter().flat_map(item).collect::<Vec<u8>>())
}

/// A grey picture as a JPEG.
pub(crate) fn grey_jpeg(picture: &GrayImage) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Jpeg).unwrap();
    file.into_inner()
}

impl Phantom {
    /// Of this width and height, with values of 16 bits, of which 12 are used, and a sign.
    pub(crate) fn grey(width: u16, height: u16, values: &[i16]) -> Self {
        let mut phantom = Self { syntax: EXPLICIT, parts: std::collections::BTreeMap::new() };
        phantom.text((0x0008, 0x0016), b"UI", "1.2.840.10008.5.1.4.1.1.2");
        phantom.text((0x0008, 0x0018), b"UI", "1.2.3.4");
        phantom.text((0x0008, 0x0060), b"CS", "MR");
        phantom.text((0x0010, 0x0010), b"PN", "Doe^Adalmina");
        phantom.text((0x0010, 0x0020), b"LO", "MRN-77123");
        phantom.text((0x0010, 0x0030), b"DA", "19840229");
        phantom.text((0x0028, 0x0004), b"CS", "MONOCHROME2");
        for (number, value) in
            [(0x0002, 1), (0x0010, height), (0x0011, width), (0x0100, 16), (0x0101, 12), (0x0102, 11), (0x0103, 1)]
        {
            phantom.number((0x0028, number), value);
        }
        let raw: Vec<u8> = values.iter().flat_map(|value| (*value as u16 & 0x0FFF).to_le_bytes()).collect();
        phantom.set(PIXELS, b"OW", &raw);
        phantom
    }

    /// In red, green and blue; `apart` when each colour stands by itself.
    pub(crate) fn colours(width: u16, height: u16, bytes: &[u8], apart: bool) -> Self {
        let mut phantom = Self::grey(width, height, &[]);
        phantom.text((0x0028, 0x0004), b"CS", "RGB");
        for (number, value) in
            [(0x0002, 3), (0x0006, u16::from(apart)), (0x0100, 8), (0x0101, 8), (0x0102, 7), (0x0103, 0)]
        {
            phantom.number((0x0028, number), value);
        }
        phantom.set(PIXELS, b"OW", bytes);
        phantom
    }

    /// Holds one JPEG.
    pub(crate) fn jpeg(width: u16, height: u16, jpeg: &[u8]) -> Self {
        let mut phantom = Self::grey(width, height, &[]);
        phantom.syntax = JPEG;
        for (number, value) in [(0x0100, 8), (0x0101, 8), (0x0102, 7), (0x0103, 0)] {
            phantom.number((0x0028, number), value);
        }
        phantom.parts.insert(PIXELS, pieces(&[jpeg]));
        phantom
    }

    /// Holds one picture of these values, packed in another way.
    pub(crate) fn packed(width: u16, height: u16, syntax: &'static str, packed: &[u8]) -> Self {
        let mut phantom = Self::grey(width, height, &[]);
        phantom.syntax = syntax;
        phantom.number((0x0028, 0x0103), 0);
        phantom.parts.insert(PIXELS, pieces(&[packed]));
        phantom
    }

    pub(crate) fn set(&mut self, tag: Tag, kind: &[u8; 2], value: &[u8]) {
        self.parts.insert(tag, part(tag, kind, value));
    }

    pub(crate) fn sets(&mut self, tag: Tag, items: &[Vec<u8>]) {
        self.parts.insert(tag, sequence(tag, items));
    }

    pub(crate) fn text(&mut self, tag: Tag, kind: &[u8; 2], value: &str) {
        self.set(tag, kind, value.as_bytes());
    }

    pub(crate) fn number(&mut self, tag: Tag, value: u16) {
        self.set(tag, b"US", &value.to_le_bytes());
    }

    /// The values between which it is black and white.
    pub(crate) fn window(mut self, center: &str, width: &str) -> Self {
        self.text((0x0028, 0x1050), b"DS", center);
        self.text((0x0028, 0x1051), b"DS", width);
        self
    }

    /// What follows the file's own description.
    pub(crate) fn body(&self) -> Vec<u8> {
        self.parts.values().flatten().copied().collect()
    }

    pub(crate) fn file(&self) -> Vec<u8> {
        self.around(&self.body())
    }

    /// A file of this form with another body.
    pub(crate) fn around(&self, body: &[u8]) -> Vec<u8> {
        let mut meta = part((0x0002, 0x0001), b"OB", &[0, 1]);
        meta.extend(part((0x0002, 0x0002), b"UI", b"1.2.840.10008.5.1.4.1.1.2"));
        meta.extend(part((0x0002, 0x0003), b"UI", b"1.2.3.4"));
        meta.extend(part((0x0002, 0x0010), b"UI", self.syntax.as_bytes()));
        meta.extend(part((0x0002, 0x0012), b"UI", b"1.2.3.5"));
        let mut file = [vec![0; 128], b"DICM".to_vec()].concat();
        file.extend(part((0x0002, 0x0000), b"UL", &(meta.len() as u32).to_le_bytes()));
        file.extend(meta);
        file.extend(body);
        file
    }
}

/// Compressed pictures: an empty table of places, then a piece for each.
pub(crate) fn pieces(pieces: &[&[u8]]) -> Vec<u8> {
    let mut out = [0xE0, 0x7F, 0x10, 0x00, b'O', b'B', 0, 0, 0xFF, 0xFF, 0xFF, 0xFF].to_vec();
    let item = |bytes: &[u8]| {
        let mut bytes = bytes.to_vec();
        bytes.resize(bytes.len().next_multiple_of(2), 0);
        [&[0xFE, 0xFF, 0x00, 0xE0][..], &(bytes.len() as u32).to_le_bytes(), &bytes].concat()
    };
    out.extend(item(&[]));
    pieces.iter().for_each(|piece| out.extend(item(piece)));
    out.extend([0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0]);
    out
}

/// A drawing of bright bones on black that is no kind of picture any model knows.
pub(crate) fn hand(side: u32) -> RgbImage {
    RgbImage::from_fn(side, side, |x, y| {
        let (x, y) = (x as f32 / side as f32, y as f32 / side as f32);
        let finger = |middle: f32, from: f32| (x - middle).abs() < 0.05 && (from..0.6).contains(&y);
        let palm = ((x - 0.5) / 0.3).powi(2) + ((y - 0.72) / 0.2).powi(2) < 1.0;
        let fingers = finger(0.25, 0.25) || finger(0.42, 0.12) || finger(0.58, 0.1) || finger(0.75, 0.2);
        let joint = (y * 9.0).fract() < 0.12;
        let light = match (fingers, palm) {
            (true, _) if joint => 90,
            (true, _) => 200,
            (_, true) => 150,
            _ => 12,
        };
        Rgb([light; 3])
    })
}
