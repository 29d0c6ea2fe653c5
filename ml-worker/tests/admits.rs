//! A file's pages become sheets: upright, on white, all of them, with the letters that can be believed.

mod papers;

use std::io::Cursor;

use chartkey_worker::admit::{Admitted, Kind, Sheet};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use papers::{LINES, encoded, objects, pdf, printed, sheet, stream, survey, text};
use tiff::encoder::{TiffEncoder, colortype};

fn lines(sheet: &Sheet) -> Vec<String> {
    let words = |line: &chartkey_worker::page::Line| {
        line.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    sheet.lines.iter().map(words).collect()
}

#[test]
fn a_photo_that_says_it_was_taken_sideways_is_turned() {
    let picture = RgbImage::from_fn(80, 40, |x, _| if x < 40 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) });
    let jpeg = encoded(&picture, ImageFormat::Jpeg);
    // An Exif part with one entry: orientation 6, which asks for a quarter turn to the right.
    let mut exif = b"\xFF\xE1\x00\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    let mut file = jpeg[..2].to_vec();
    file.append(&mut exif);
    file.extend(&jpeg[2..]);
    let sheet = sheet(&file, 0).unwrap();
    assert_eq!((sheet.width, sheet.height), (40, 80));
    let pixels = sheet.pixels.unwrap();
    assert!(pixels.get_pixel(20, 10)[0] > 200 && pixels.get_pixel(20, 70)[2] > 200);
}

#[test]
fn every_page_of_a_fax_is_a_sheet() {
    let mut file = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut file).unwrap();
    for grey in [10, 130, 250] {
        encoder.write_image::<colortype::Gray8>(30, 20, &[grey; 600]).unwrap();
    }
    let file = file.into_inner();
    assert_eq!(survey(&file), Ok(Admitted { kind: Kind::Tiff, pages: 3, modality: None, lettered: false }));
    for (page, grey) in [10, 130, 250].into_iter().enumerate() {
        let pixels = sheet(&file, page).unwrap().pixels.unwrap();
        assert!(pixels.pixels().all(|pixel| pixel.0 == [grey; 3]), "page {page}");
    }
}

#[test]
fn print_on_nothing_stands_on_white() {
    let picture = RgbaImage::from_fn(20, 20, |x, _| Rgba([0, 0, 0, if x < 10 { 255 } else { 0 }]));
    let mut file = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut file, ImageFormat::Png).unwrap();
    let pixels = sheet(&file.into_inner(), 0).unwrap().pixels.unwrap();
    assert_eq!(pixels.get_pixel(2, 2), &Rgb([0; 3]));
    assert_eq!(pixels.get_pixel(15, 2), &Rgb([255; 3]));
}

#[test]
fn the_letters_of_a_pdf_stand_where_they_are_drawn() {
    let sheet = sheet(&pdf(&[&text(&LINES)]), 0).unwrap();
    assert_eq!(lines(&sheet), LINES);
    let pixels = sheet.pixels.unwrap();
    for word in sheet.lines.iter().flat_map(|line| &line.words) {
        let area = word.area;
        let dark = |left: f32, right: f32| {
            (area.top as u32..area.bottom as u32)
                .flat_map(|y| (left as u32..right as u32).map(move |x| (x, y)))
                .filter(|&(x, y)| pixels.get_pixel(x, y)[0] < 128)
                .count()
        };
        assert!(dark(area.left, area.right) > 5, "{word:?} has ink");
        assert_eq!(dark(area.right + 1.0, area.right + 4.0), 0, "{word:?} ends where its ink does");
    }
}

#[test]
fn letters_beside_the_page_are_not_on_it() {
    let beside = |letters: &str| {
        let content = format!("{} BT /F1 12 Tf 60 1200 Td ({letters}) Tj ET", text(&LINES));
        lines(&sheet(&pdf(&[&content]), 0).unwrap())
    };
    assert_eq!(beside("4"), LINES);
    // A page that carries more of them says something else than it shows.
    assert_eq!(beside("Glucose 480 mg/dl"), Vec::<String>::new());
}

#[test]
fn a_turned_page_stands_upright() {
    let page = "<</Type /Page /Parent 2 0 R /Rotate 90 /MediaBox [0 0 842 595] /Contents 5 0 R /Resources <</Font <</F1 3 0 R>>>>>>";
    let file = objects(
        &[
            b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
            b"<</Type /Pages /Count 1 /Kids [4 0 R]>>".to_vec(),
            b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>".to_vec(),
            page.as_bytes().to_vec(),
            // Drawn up the page, so that the quarter turn to the right makes it level.
            stream("", b"BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Sodium 140 mmol/l) Tj ET"),
        ],
        "",
    );
    let sheet = sheet(&file, 0).unwrap();
    assert!(sheet.height > sheet.width);
    assert_eq!(lines(&sheet), ["Sodium 140 mmol/l"]);
}

/// A page that is one picture, with letters that another program read there and nobody sees.
fn scanned(hidden: &str) -> Vec<u8> {
    let picture = printed();
    let image = format!(
        "/Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
        picture.width(),
        picture.height()
    );
    let content = format!("q 595 0 0 842 0 0 cm /I Do Q BT 3 Tr /F1 12 Tf 60 780 Td ({hidden}) Tj ET");
    let page = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R \
        /Resources <</Font <</F1 3 0 R>> /XObject <</I 6 0 R>>>>>>";
    objects(
        &[
            b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
            b"<</Type /Pages /Count 1 /Kids [4 0 R]>>".to_vec(),
            b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>".to_vec(),
            page.as_bytes().to_vec(),
            stream("", content.as_bytes()),
            stream(&image, &encoded(&picture, ImageFormat::Jpeg)),
        ],
        "",
    )
}

#[test]
fn what_another_program_read_off_a_scan_is_not_believed() {
    let sheet = sheet(&scanned("Haemoglobin 3.2 g/dl"), 0).unwrap();
    assert!(!sheet.drawn, "a scan needs to be cleaned");
    assert_eq!(lines(&sheet), Vec::<String>::new());
    let dark = sheet.pixels.unwrap().pixels().filter(|pixel| pixel[0] < 128).count();
    assert!(dark > 1000, "the scan is shown");
}
