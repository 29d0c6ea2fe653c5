//! What a stranger sends is read, or refused in a sentence; the reader lives on.

mod papers;

use std::io::Cursor;

use chartkey_worker::admit::{MOST_BYTES, MOST_PAGES, MOST_PIXELS, Refusal};
use image::{ImageFormat, Rgb, RgbImage};
use papers::{bomb, encoded, objects, pdf, sheet, stream, survey, text};
use tiff::encoder::{TiffEncoder, colortype};

#[test]
fn what_is_no_document_is_named() {
    assert_eq!(survey(b""), Err(Refusal::Empty));
    assert_eq!(survey(b"MZ\x90\0\x03\0\0\0\x04"), Err(Refusal::Unknown));
    let mut dicom = vec![0; 128];
    dicom.extend(b"DICM\x02\0\0\0UL\x04\0");
    assert_eq!(survey(&dicom), Err(Refusal::Damaged));
    assert_eq!(survey(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Err(Refusal::Heic));
    let large = vec![b' '; MOST_BYTES as usize + 1];
    assert!(matches!(survey(&large), Err(Refusal::TooManyBytes { .. })));
}

#[test]
fn a_picture_of_gigabytes_is_refused_by_its_first_lines() {
    let refusal = survey(&said_to_have(65_535, 65_535)).unwrap_err();
    assert_eq!(refusal, Refusal::TooManyPixels { width: 65_535, height: 65_535, most: MOST_PIXELS });
    assert_eq!(refusal.to_string(), "the picture is 65535 by 65535 pixels; at most 120 million pixels are read");
    // A JPEG that says the same.
    let mut jpeg = encoded(&RgbImage::new(8, 8), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|window| window[0] == 0xFF && (0xC0..=0xC2).contains(&window[1])).unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xFF; 4]);
    assert!(matches!(survey(&jpeg), Err(Refusal::TooManyPixels { .. })), "{:?}", survey(&jpeg));
}

#[test]
fn a_strip_that_would_be_widened_to_gigabytes_is_refused() {
    let refusal = survey(&said_to_have(1, 16_000_000)).unwrap_err();
    assert_eq!(refusal, Refusal::TooSlim { width: 1, height: 16_000_000 });
    assert!(refusal.to_string().contains("too long and narrow"), "{refusal}");
    assert!(matches!(survey(&said_to_have(2_000_000, 60)), Err(Refusal::TooSlim { .. })));
    // One page of it is enough.
    let mut tiff = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut tiff).unwrap();
    encoder.write_image::<colortype::Gray8>(30, 20, &[250; 600]).unwrap();
    encoder.write_image::<colortype::Gray8>(1, 25_000, &[250; 25_000]).unwrap();
    assert_eq!(survey(&tiff.into_inner()), Err(Refusal::TooSlim { width: 1, height: 25_000 }));
}

#[test]
fn a_long_receipt_is_let_in() {
    assert_eq!(survey(&said_to_have(1_400, 21_000)).map(|admitted| admitted.pages), Ok(1));
    let receipt = encoded(&RgbImage::from_pixel(60, 900, Rgb([240; 3])), ImageFormat::Png);
    assert_eq!(sheet(&receipt, 0).unwrap().height, 900);
    // Small strips cost nothing.
    let strip = encoded(&RgbImage::from_pixel(2, 600, Rgb([240; 3])), ImageFormat::Png);
    assert_eq!(sheet(&strip, 0).unwrap().height, 600);
}

#[test]
fn a_large_picture_becomes_a_sheet_that_can_be_worked_with() {
    let png = encoded(&RgbImage::from_pixel(10_000, 9_000, Rgb([250; 3])), ImageFormat::Png);
    let sheet = sheet(&png, 0).unwrap();
    assert!(sheet.width * sheet.height <= 16_000_000, "{} by {}", sheet.width, sheet.height);
}

#[test]
fn what_is_cut_short_is_damaged() {
    let picture = RgbImage::from_fn(400, 300, |x, y| Rgb([(x * y % 251) as u8, (x % 256) as u8, (y % 256) as u8]));
    for format in [ImageFormat::Png, ImageFormat::Tiff] {
        let file = encoded(&picture, format);
        assert_eq!(sheet(&file[..file.len() / 2], 0).unwrap_err(), Refusal::Damaged, "{format:?}");
    }
    for length in [20, 200] {
        let file = encoded(&picture, ImageFormat::Jpeg);
        assert_eq!(sheet(&file[..length], 0).unwrap_err(), Refusal::Damaged);
    }
    let whole = pdf(&[&text(&["Sodium 140 mmol/l"])]);
    let refusal = survey(&whole[..60]).unwrap_err();
    assert!(matches!(refusal, Refusal::Damaged | Refusal::NoPages), "{refusal:?}");
}

#[test]
fn a_pdf_of_ten_thousand_pages_is_refused() {
    let contents = vec!["BT ET"; 10_000];
    assert_eq!(survey(&pdf(&contents)), Err(Refusal::TooManyPages { pages: 10_000, most: MOST_PAGES }));
}

#[test]
fn a_locked_pdf_asks_to_be_unlocked() {
    let mut parts = vec![
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        b"<</Type /Pages /Count 1 /Kids [3 0 R]>>".to_vec(),
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>".to_vec(),
    ];
    // What the owner's and the user's password make; no password makes these.
    let (owner, user) = ("41".repeat(32), "42".repeat(32));
    parts.push(format!("<</Filter /Standard /V 1 /R 2 /O <{owner}> /U <{user}> /P -4>>").into_bytes());
    let id = "00".repeat(16);
    let file = objects(&parts, &format!("/Encrypt 4 0 R /ID [<{id}> <{id}>]"));
    assert_eq!(survey(&file), Err(Refusal::Locked));
}

#[test]
fn kilobytes_that_become_gigabytes_end_at_the_limit() {
    let content = stream("/Filter [/FlateDecode /FlateDecode]", &bomb(6 << 30));
    assert!(content.len() < 1 << 20, "the bomb has {} bytes", content.len());
    let file = objects(
        &[
            b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
            b"<</Type /Pages /Count 1 /Kids [3 0 R]>>".to_vec(),
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R>>".to_vec(),
            content,
        ],
        "",
    );
    let refusal = sheet(&file, 0).unwrap_err();
    assert!(refusal.to_string().starts_with("page 1 could not be read: it "), "{refusal}");
    // On a machine that does much else, the clock may be first.
    let ends = ["more memory", "longer", "in time"];
    assert!(ends.iter().any(|end| refusal.to_string().contains(end)), "{refusal}");
}

#[test]
fn pages_that_hold_themselves_come_to_an_end() {
    // The page tree's only child is the tree.
    let tree = objects(
        &[b"<</Type /Catalog /Pages 2 0 R>>".to_vec(), b"<</Type /Pages /Count 1 /Kids [2 0 R]>>".to_vec()],
        "",
    );
    assert!(survey(&tree).is_err());
    // A form that draws itself twice.
    let form =
        stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X 4 0 R>>>>", b"/X Do /X Do");
    let file = objects(
        &[
            b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
            b"<</Type /Pages /Count 1 /Kids [3 0 R]>>".to_vec(),
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 5 0 R /Resources <</XObject <</X 4 0 R>>>>>>"
                .to_vec(),
            form,
            stream("", b"/X Do"),
        ],
        "",
    );
    match sheet(&file, 0) {
        Ok(sheet) => assert!(sheet.lines.is_empty()),
        Err(refusal) => assert!(matches!(refusal, Refusal::Broken { page: Some(0), .. }), "{refusal:?}"),
    }
}

#[test]
fn a_page_of_more_words_than_close_print_has_is_refused() {
    let word = |at: usize| format!("1 0 0 1 {} {} Tm (4) Tj\n", 5 + 8 * (at % 72), 5 + 11 * (at / 72));
    let page = |words| pdf(&[&format!("BT /F1 6 Tf\n{}ET", (0..words).map(word).collect::<String>())]);
    assert_eq!(sheet(&page(72 * 72), 0).unwrap_err(), Refusal::TooManyWords { words: 5184, most: 5000 });
    let lines = sheet(&page(900), 0).unwrap().lines;
    assert_eq!(lines.iter().map(|line| line.words.len()).sum::<usize>(), 900);
}

#[test]
fn words_beside_the_page_are_left_out() {
    let far = "BT /F1 12 Tf 60 780 Td (Sodium 140) Tj ET BT /F1 12 Tf 60 1200 Td (Glucose 480) Tj ET \
        BT /F1 12 Tf 3000000000 700 Td (4) Tj ET BT /F1 60000 Tf 60 500 Td (7) Tj ET";
    let sheet = sheet(&pdf(&[far]), 0).unwrap();
    let words: Vec<&str> = sheet.lines.iter().flat_map(|line| &line.words).map(|word| word.text.as_str()).collect();
    assert!(words.iter().all(|word| ["Sodium", "140"].contains(word)), "{words:?}");
}

#[test]
fn a_page_as_large_as_a_field_becomes_a_sheet() {
    for size in ["0 0 14400000 14400000", "0 0 1000000 1", "0 0 0.001 0.001", "0 0 -10 -10"] {
        let file = objects(
            &[
                b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
                b"<</Type /Pages /Count 1 /Kids [3 0 R]>>".to_vec(),
                format!("<</Type /Page /Parent 2 0 R /MediaBox [{size}]>>").into_bytes(),
            ],
            "",
        );
        match sheet(&file, 0) {
            Ok(sheet) => assert!(u64::from(sheet.width) * u64::from(sheet.height) <= 16_100_000, "{size}"),
            Err(refusal) => assert_eq!(refusal, Refusal::Damaged, "{size}"),
        }
    }
}

#[test]
fn a_tiff_that_goes_in_circles_is_read_once_or_refused() {
    let mut tiff = encoded(&RgbImage::from_pixel(20, 20, Rgb([255; 3])), ImageFormat::Tiff);
    let first = u32::from_le_bytes(tiff[4..8].try_into().unwrap()) as usize;
    let entries = u16::from_le_bytes(tiff[first..first + 2].try_into().unwrap()) as usize;
    let next = first + 2 + 12 * entries;
    tiff[next..next + 4].copy_from_slice(&(first as u32).to_le_bytes());
    let refusal = survey(&tiff).unwrap_err();
    assert!(matches!(refusal, Refusal::Damaged | Refusal::TooManyPages { .. }), "{refusal:?}");
}

/// A PNG of one pixel that says it has this many.
fn said_to_have(width: u32, height: u32) -> Vec<u8> {
    let mut png = encoded(&RgbImage::new(1, 1), ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let head = png[12..29].to_vec();
    png[29..33].copy_from_slice(&crc(&head).to_be_bytes());
    png
}

/// The checksum of a PNG's parts.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc: u32, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}
