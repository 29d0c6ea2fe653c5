//! A file goes in, words with their places come out.

mod papers;

use std::io::Write;
use std::process::Command;

use chartkey_worker::desk::{Asked, Desk};
use chartkey_worker::page::{Document, Engine, Word};
use chartkey_worker::read::{Reader, turned};
use chartkey_worker::{model, page};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, imageops};
use papers::{LINES, confined, encoded, pdf, printed, text};

fn reader() -> Reader {
    Reader::open(confined(), &model::folder()).expect("the models are there: tasks/setup/weights.sh fetches them")
}

fn words(document: &Document) -> Vec<&Word> {
    document.pages.iter().flat_map(|page| &page.lines).flat_map(|line| &line.words).collect()
}

/// Which of the words that were printed were read.
fn read(document: &Document) -> f32 {
    let mut left: Vec<&str> = words(document).iter().map(|word| word.text.as_str()).collect();
    let printed: Vec<&str> = LINES.iter().flat_map(|line| line.split(' ')).collect();
    let found = printed.iter().filter(|word| {
        let at = left.iter().position(|other| other == *word);
        at.map(|at| left.swap_remove(at)).is_some()
    });
    found.count() as f32 / printed.len() as f32
}

#[test]
fn the_program_reads_a_photo_and_prints_words_with_places() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&encoded(&printed(), ImageFormat::Jpeg)).unwrap();
    let output =
        Command::new(env!("CARGO_BIN_EXE_ml-worker")).arg("read").arg(file.path()).arg("--words").output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
    assert!(stderr.ends_with("reading 100 %\n"), "{stderr}");
    let document: Document = serde_json::from_slice(&output.stdout).unwrap();
    assert!(read(&document) > 0.95, "{document:?}");
    let all = words(&document);
    let haemoglobin = all.iter().find(|word| word.text == "Haemoglobin").unwrap();
    let engines: Vec<Engine> = haemoglobin.said.iter().map(|said| said.engine).collect();
    assert_eq!(engines, [Engine::PpOcr, Engine::Tesseract]);
    // It was printed 60 points from the left and 756 from below, on a page 842 points high, at 220 dots an inch.
    let scale = document.pages[0].width / 595.0;
    assert!((haemoglobin.area.left - 60.0 * scale).abs() < 12.0, "{haemoglobin:?}");
    assert!(haemoglobin.area.top < 86.0 * scale && haemoglobin.area.bottom > 82.0 * scale, "{haemoglobin:?}");
}

#[test]
fn a_file_that_cannot_be_read_is_answered_with_a_sentence() {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(b"\0\0\0\x18ftypheic\0\0\0\0").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_ml-worker")).arg("read").arg(file.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8_lossy(&output.stderr);
    let answer =
        format!("{}: photos in HEIC form cannot be read; save or send the photo as JPEG", file.path().display());
    assert_eq!(stderr.trim(), answer);
}

#[test]
fn a_pdf_that_carries_its_letters_is_taken_at_its_word() {
    let document = reader().document(&pdf(&[&text(&LINES), &text(&["Second page"])])).unwrap();
    assert_eq!(document.pages.len(), 2);
    assert_eq!(read(&document), 1.0, "{document:?}");
    assert!(words(&document).iter().all(|word| word.said[0].engine == Engine::Layer));
    let line: Vec<&str> = document.pages[0].lines[1].words.iter().map(|word| word.text.as_str()).collect();
    assert_eq!(line.join(" "), LINES[1]);
}

#[test]
fn a_pdf_that_shows_one_dose_and_carries_another_is_not_believed() {
    let reader = reader();
    // The font is drawn as it is, but says of its digit 4 that it is a 9.
    let lying = lying_pdf("Sodium 140 mmol/l and nothing else to be seen here today", "<34> <0039>");
    let document = reader.document(&lying).unwrap();
    let word = *words(&document).iter().find(|word| word.text.starts_with('1')).unwrap();
    assert!(word.sure < 0.5, "{word:?}");
    assert!(word.said.iter().any(|said| said.text == "140"), "{word:?}");
    // A font that calls every letter by another name: what is shown is read.
    let names: Vec<String> = (0x20..0x7F).map(|code| format!("<{code:02X}> <{:04X}>", 0x41 + code % 26)).collect();
    let document = reader.document(&lying_pdf("Take one tablet after breakfast", &names.join(" "))).unwrap();
    let texts: Vec<&str> = words(&document).iter().map(|word| word.text.as_str()).collect();
    assert_eq!(texts.join(" "), "Take one tablet after breakfast");
}

/// Lines without a digit, more than are looked at in any case.
const MORE: [&str; 8] = [
    "Drink plenty of water during the day",
    "Avoid fried and very spicy food",
    "Walk slowly after the evening meal",
    "Keep the wound clean and dry",
    "Come back when the fever returns",
    "Sleep well and do not smoke",
    "Bring this sheet to the next visit",
    "Thank you for choosing our hospital",
];

#[test]
fn what_a_pdf_carries_and_does_not_show_is_not_believed() {
    let hidden = "1 1 1 rg BT /F1 12 Tf 60 400 Td (Potassium 7.9 mmol/l 3.5 - 5.1) Tj 0 -24 Td (No known allergies) Tj ET \
        0 g BT /F1 12 Tf 60 350 Td (Glucose 480 mg/dl) Tj ET 1 1 1 rg 50 340 300 30 re f";
    let shown = [&LINES[..], &MORE[..]].concat();
    let document = reader().document(&pdf(&[&format!("{} {hidden}", text(&shown))])).unwrap();
    let all = words(&document);
    let texts: Vec<&str> = all.iter().map(|word| word.text.as_str()).collect();
    assert_eq!(texts.join(" "), shown.join(" "));
    assert!(all.iter().all(|word| word.said[0].engine == Engine::Layer), "{all:?}");
}

#[test]
fn what_a_pdf_shows_and_carries_no_letters_of_is_read() {
    let reader = reader();
    let long = papers::sheet(&pdf(&[&text(&[&LINES[..], &MORE[..]].concat())]), 0).unwrap().pixels.unwrap();
    // A picture with a few lines is read beside the letters; one with many makes all of the page a picture.
    for picture in [printed(), long] {
        let document = reader.document(&with_picture(&["City Hospital, Mumbai"], &picture)).unwrap();
        assert!(read(&document) > 0.9, "{document:?}");
        assert!(words(&document).iter().any(|word| word.text == "Mumbai"), "{document:?}");
    }
}

/// A page with typed lines and, below them, a picture.
fn with_picture(lines: &[&str], picture: &RgbImage) -> Vec<u8> {
    let image = format!(
        "/Type /XObject /Subtype /Image /Width {} /Height {} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
        picture.width(),
        picture.height()
    );
    let page = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R \
        /Resources <</Font <</F1 3 0 R>> /XObject <</I 6 0 R>>>>>>";
    papers::objects(
        &[
            b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
            b"<</Type /Pages /Count 1 /Kids [4 0 R]>>".to_vec(),
            b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>".to_vec(),
            page.as_bytes().to_vec(),
            papers::stream("", format!("{} q 400 0 0 566 60 100 cm /I Do Q", text(lines)).as_bytes()),
            papers::stream(&image, &encoded(picture, ImageFormat::Jpeg)),
        ],
        "",
    )
}

/// A page in Helvetica whose letters are said to be others.
fn lying_pdf(text: &str, names: &str) -> Vec<u8> {
    let count = names.matches("> <").count();
    let map = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def \
        1 begincodespacerange <00> <FF> endcodespacerange {count} beginbfchar {names} endbfchar endcmap end end"
    );
    papers::objects(
        &[
            b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
            b"<</Type /Pages /Count 1 /Kids [4 0 R]>>".to_vec(),
            b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R>>"
                .to_vec(),
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources <</Font <</F1 3 0 R>>>>>>"
                .to_vec(),
            papers::stream("", format!("BT /F1 12 Tf 60 780 Td ({text}) Tj ET").as_bytes()),
            papers::stream("", map.as_bytes()),
        ],
        "",
    )
}

#[test]
fn a_page_that_cannot_be_read_leaves_the_others_to_be_read() {
    let reader = reader();
    let file = |sizes: [&str; 2]| {
        let page = |size: &str| {
            let page = "<</Type /Page /Parent 2 0 R /Contents 6 0 R /Resources <</Font <</F1 3 0 R>>>> /MediaBox";
            format!("{page} [{size}]>>").into_bytes()
        };
        let mut parts = vec![
            b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
            b"<</Type /Pages /Count 2 /Kids [4 0 R 5 0 R]>>".to_vec(),
            b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>".to_vec(),
        ];
        parts.extend(sizes.map(page));
        parts.push(papers::stream("", text(&LINES).as_bytes()));
        papers::objects(&parts, "")
    };
    let (sheet, thread) = ("0 0 595 842", "0 0 1000000 1");
    let document = reader.document(&file([sheet, thread])).unwrap();
    assert_eq!((document.pages.len(), read(&document)), (2, 1.0));
    let troubles: Vec<(u32, String)> = document.troubles().collect();
    assert_eq!(troubles, [(2, "Page 2 was not read: the file is damaged, or cut short.".to_owned())]);
    let refused = reader.document(&file([thread, thread])).unwrap_err();
    assert_eq!(refused.to_string(), "the file is damaged, or cut short");
}

#[test]
fn a_page_is_read_whichever_way_it_lies() {
    let reader = reader();
    for turns in 1..4 {
        let file = encoded(&turned(&printed(), turns), ImageFormat::Png);
        let document = reader.document(&file).unwrap();
        assert!(read(&document) > 0.9, "turned {turns} times: {:?}", read(&document));
        assert!(document.pages[0].height > document.pages[0].width);
    }
}

#[test]
fn a_photo_with_a_shade_on_a_table_is_read() {
    // The sheet lies on a dark table, a little askew, and half of it in the shade.
    let print = imageops::resize(&printed(), 1200, 1697, imageops::FilterType::Triangle);
    let askew = imageproc::geometric_transformations::rotate_about_center(
        &place(&print, 1500, 2000),
        3_f32.to_radians(),
        imageproc::geometric_transformations::Interpolation::Bilinear,
        imageproc::geometric_transformations::Border::Constant(Rgb([60, 45, 30])),
    );
    let photo = RgbImage::from_fn(1500, 2000, |x, y| {
        let light = 1.0 - 0.5 / (1.0 + ((700.0 - x as f32) / 60.0).exp());
        Rgb(askew.get_pixel(x, y).0.map(|value| (f32::from(value) * light) as u8))
    });
    let document = reader().document(&encoded(&photo, ImageFormat::Jpeg)).unwrap();
    assert!(read(&document) > 0.9, "{:?}", read(&document));
    let page: &page::Page = &document.pages[0];
    assert!((page.height / page.width - 1697.0 / 1200.0).abs() < 0.06, "{} by {}", page.width, page.height);
}

fn place(print: &RgbImage, width: u32, height: u32) -> RgbImage {
    let mut table = RgbImage::from_pixel(width, height, Rgb([60, 45, 30]));
    imageops::overlay(&mut table, print, i64::from(width - print.width()) / 2, i64::from(height - print.height()) / 2);
    table
}

#[test]
fn a_finding_names_all_who_were_asked_whatever_came_of_it() {
    let desk = Desk::open(confined(), model::folder(), "eng".into()).unwrap();
    let asked = |file: &[u8]| desk.read(file, &mut |_, _| {}).unwrap().asked;
    let paper = asked(&encoded(&printed(), ImageFormat::Png));
    assert!(paper.pictures && paper.words, "a scan is sorted before it is read");
    let letters = asked(&pdf(&[&text(&LINES)]));
    assert!(!letters.pictures && letters.words);
    let digests = [paper, letters, Asked { pictures: true, words: false }].map(|asked| desk.digest(asked).unwrap());
    assert!(digests[0] != digests[1] && digests[0] != digests[2] && digests[1] != digests[2], "{digests:?}");
    assert_eq!(digests[2], desk.imaging().digest());
}

#[test]
fn a_language_that_is_not_installed_is_the_machines_failing() {
    let file = encoded(&printed(), ImageFormat::Png);
    let failed = reader().in_languages("no-such-language").document(&file).unwrap_err();
    assert!(failed.to_string().starts_with("Tesseract or one of the languages is not installed"), "{failed}");
}

#[test]
fn an_empty_page_holds_no_words() {
    let white = DynamicImage::from(RgbImage::from_pixel(800, 1000, Rgb([252; 3]))).into_rgb8();
    let document = reader().document(&encoded(&white, ImageFormat::Png)).unwrap();
    assert_eq!(document.pages.len(), 1);
    assert_eq!(words(&document), Vec::<&Word>::new());
}
