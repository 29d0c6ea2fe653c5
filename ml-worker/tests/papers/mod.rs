//! Files for tests, made here: ordinary ones and hostile ones.

#![allow(dead_code, reason = "each test uses some of these")]

use std::io::Cursor;

use chartkey_worker::admit::{self, Admitted, Refusal, Sheet};
use chartkey_worker::confine::Confined;
use image::{ImageFormat, RgbImage};
use miniz_oxide::deflate::compress_to_vec_zlib;

/// The program, which confines itself.
pub(crate) fn confined() -> Confined {
    Confined::program(env!("CARGO_BIN_EXE_ml-worker").into())
}

pub(crate) fn survey(file: &[u8]) -> Result<Admitted, Refusal> {
    admit::survey(&confined(), file)
}

pub(crate) fn sheet(file: &[u8], page: usize) -> Result<Sheet, Refusal> {
    admit::sheet(&confined(), file, &survey(file)?, page)
}

/// What makes a PDF: objects from number 1 on, each without its number.
pub(crate) fn objects(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    file.extend(format!("trailer\n<</Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{table}\n%%EOF\n").bytes());
    file
}

pub(crate) fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{entries} /Length {}>>\nstream\n", bytes.len()).into_bytes();
    object.extend(bytes);
    object.extend(b"\nendstream");
    object
}

/// A PDF whose pages have these contents; font F1 is Helvetica.
pub(crate) fn pdf(contents: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len()).map(|at| format!("{} 0 R", 4 + 2 * at)).collect();
    let mut parts = vec![
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        format!("<</Type /Pages /Count {} /Kids [{}]>>", contents.len(), kids.join(" ")).into_bytes(),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>".to_vec(),
    ];
    for (at, content) in contents.iter().enumerate() {
        let page = format!(
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources <</Font <</F1 3 0 R>>>>>>",
            5 + 2 * at
        );
        parts.push(page.into_bytes());
        parts.push(stream("", content.as_bytes()));
    }
    objects(&parts, "")
}

/// Lines of text, from the top of the page down.
pub(crate) fn text(lines: &[&str]) -> String {
    let mut content = "BT /F1 12 Tf 60 780 Td 24 TL\n".to_owned();
    for line in lines {
        content.push_str(&format!("({}) Tj T*\n", line.replace('(', "\\(").replace(')', "\\)")));
    }
    content + "ET"
}

pub(crate) const LINES: [&str; 6] = [
    "Laboratory report of 12 March 2026",
    "Haemoglobin 13.2 g/dl 12.0 - 15.5",
    "Creatinine 0.94 mg/dl 0.50 - 0.90",
    "Sodium 140 mmol/l 136 - 145",
    "Take one tablet after breakfast and one",
    "in the evening for the next ten days.",
];

pub(crate) fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// A page of print as pixels.
pub(crate) fn printed() -> RgbImage {
    sheet(&pdf(&[&text(&LINES)]), 0).unwrap().pixels.unwrap()
}

/// A zlib stream of so many zeros, made in no time: a run of 258 takes 13 bits, so eight runs take 13 bytes.
pub(crate) fn zeros(count: usize) -> Vec<u8> {
    let code = |value: u32, length: u32| (0..length).rev().map(move |bit| value >> bit & 1 == 1);
    // Length 258, at distance 1.
    let run: Vec<bool> = code(0b1100_0101, 8).chain(code(0, 5)).collect();
    let packed = |bits: &[bool]| -> Vec<u8> {
        bits.chunks(8).map(|byte| byte.iter().enumerate().map(|(at, &bit)| u8::from(bit) << at).sum()).collect()
    };
    // The last block, with fixed codes; a zero; a first run: three bytes together.
    let start: Vec<bool> = [true, true, false].into_iter().chain(code(0b0011_0000, 8)).chain(run.clone()).collect();
    let mut file = vec![0x78, 0x01];
    file.extend(packed(&start));
    file.extend(packed(&run.repeat(8)).repeat(count / (8 * 258)));
    // The end of the block, and a checksum that is wrong.
    file.extend([0; 5]);
    file
}

/// Zeros, packed twice: some kilobytes become gigabytes.
pub(crate) fn bomb(count: usize) -> Vec<u8> {
    compress_to_vec_zlib(&zeros(count), 6)
}
