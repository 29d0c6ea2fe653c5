//! A scanner's file becomes pictures as its maker wants them seen; what it says of a person stays behind.

mod papers;
mod phantoms;

use std::io::Write;
use std::process::Command;

use chartkey_worker::admit::{Kind, MOST_FRAMES, MOST_PIXELS, Modality, Refusal};
use chartkey_worker::confine::Limits;
use image::{GrayImage, Luma, Rgb};
use papers::{confined, sheet, survey, zeros};
use phantoms::{DEFLATED, JPEG_2000, JPEG_EXTENDED, JPEG_LOSSLESS, PIXELS, Phantom, RUNS, grey_jpeg, pieces};

/// The first channel of a picture, in rows.
fn greys(file: &[u8], frame: usize) -> Vec<u8> {
    sheet(file, frame).unwrap().pixels.unwrap().pixels().map(|pixel| pixel[0]).collect()
}

#[test]
fn values_are_seen_through_the_window_of_the_file() {
    let phantom = Phantom::grey(2, 2, &[-160, 40, 240, 1000]).window("40", "400");
    assert_eq!(greys(&phantom.file(), 0), [0, 128, 255, 255]);
    // The first of two windows is the maker's first choice.
    let phantom = Phantom::grey(2, 2, &[-160, 40, 240, 1000]).window("40\\600", "400\\2000");
    assert_eq!(greys(&phantom.file(), 0), [0, 128, 255, 255]);
}

#[test]
fn values_are_scaled_before_they_are_seen() {
    let mut phantom = Phantom::grey(2, 2, &[0, 100, 200, 300]).window("200", "401");
    phantom.text((0x0028, 0x1052), b"DS", "-100");
    phantom.text((0x0028, 0x1053), b"DS", "2");
    assert_eq!(greys(&phantom.file(), 0), [0, 64, 192, 255]);
}

#[test]
fn without_a_window_all_values_are_shown() {
    assert_eq!(greys(&Phantom::grey(2, 2, &[-500, 0, 500, 500]).file(), 0), [0, 128, 255, 255]);
    assert_eq!(greys(&Phantom::grey(2, 2, &[7; 4]).file(), 0), [0; 4]);
}

#[test]
fn inverted_greys_are_turned_round() {
    let mut phantom = Phantom::grey(2, 2, &[-160, 40, 240, 1000]).window("40", "400");
    phantom.text((0x0028, 0x0004), b"CS", "MONOCHROME1");
    assert_eq!(greys(&phantom.file(), 0), [255, 127, 0, 0]);
}

#[test]
fn colours_come_in_either_order() {
    let wanted = [Rgb([1, 2, 3]), Rgb([40, 50, 60])];
    let mixed = Phantom::colours(2, 1, &[1, 2, 3, 40, 50, 60], false).file();
    let apart = Phantom::colours(2, 1, &[1, 40, 2, 50, 3, 60], true).file();
    for file in [mixed, apart] {
        assert_eq!(sheet(&file, 0).unwrap().pixels.unwrap().pixels().copied().collect::<Vec<_>>(), wanted);
    }
}

#[test]
fn each_picture_of_a_series_is_read_by_itself() {
    let mut phantom = Phantom::grey(2, 1, &[0, 100, 100, 0, 50, 100]);
    phantom.text((0x0028, 0x0008), b"IS", "3");
    let file = phantom.file();
    let admitted = survey(&file).unwrap();
    assert_eq!((admitted.kind, admitted.pages, admitted.modality), (Kind::Dicom, 3, Some(Modality::Mri)));
    assert_eq!([greys(&file, 0), greys(&file, 1), greys(&file, 2)], [[0, 255], [255, 0], [0, 255]]);
    assert!(sheet(&file, 3).is_err(), "there is no fourth");
}

#[test]
fn a_jpeg_within_is_read() {
    let grey = GrayImage::from_fn(32, 16, |x, _| Luma([(x * 8) as u8]));
    let jpeg = grey_jpeg(&grey);
    let file = Phantom::jpeg(32, 16, &jpeg).window("128", "256").file();
    let read = greys(&file, 0);
    assert_eq!(read.len(), 32 * 16);
    assert!(read.iter().zip(grey.pixels()).all(|(read, pixel)| read.abs_diff(pixel[0]) < 12), "{read:?}");
    // Of another size than the file speaks of.
    assert_eq!(sheet(&Phantom::jpeg(16, 16, &jpeg).file(), 0).unwrap_err(), Refusal::Damaged);
}

#[test]
fn a_jpeg_of_a_kind_that_nobody_reads_is_not_called_damaged() {
    let mut jpeg = grey_jpeg(&GrayImage::new(16, 16));
    let frame = jpeg.windows(2).position(|window| window == [0xFF, 0xC0]).unwrap();
    // Extended, with values of 12 bits.
    (jpeg[frame + 1], jpeg[frame + 4]) = (0xC1, 12);
    let mut phantom = Phantom::jpeg(16, 16, &jpeg);
    phantom.syntax = JPEG_EXTENDED;
    assert_eq!(
        sheet(&phantom.file(), 0).unwrap_err(),
        Refusal::UnknownForm { what: "JPEG of 12 bits with loss".into() }
    );
}

#[test]
fn brightness_and_two_colours_become_three() {
    // White, black, and a red as CCIR 601 has it.
    let mut phantom = Phantom::colours(3, 1, &[255, 128, 128, 0, 128, 128, 76, 85, 255], false);
    phantom.text((0x0028, 0x0004), b"CS", "YBR_FULL");
    // The same in runs: a segment for each of the three, of three bytes as they are.
    let mut packed: Vec<u8> = [3_u32, 64, 68, 72].iter().flat_map(|place| place.to_le_bytes()).collect();
    packed.resize(64, 0);
    packed.extend([2, 255, 0, 76, 2, 128, 128, 85, 2, 128, 128, 255]);
    let mut in_runs = phantom.clone();
    in_runs.syntax = RUNS;
    in_runs.parts.insert(PIXELS, pieces(&[&packed]));
    for file in [phantom.file(), in_runs.file()] {
        let pixels = sheet(&file, 0).unwrap().pixels.unwrap();
        let near =
            |at: u32, wanted: [u8; 3]| pixels.get_pixel(at, 0).0.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) <= 2);
        assert!(near(0, [255; 3]) && near(1, [0; 3]) && near(2, [255, 0, 0]), "{pixels:?}");
    }
}

#[test]
fn runs_of_equal_bytes_are_unpacked() {
    // Two segments: the high bytes, of which three are alike, and the low bytes, one by one.
    let mut packed: Vec<u8> = [2_u32, 64, 68].iter().flat_map(|place| place.to_le_bytes()).collect();
    packed.resize(64, 0);
    packed.extend([0xFE, 0, 0, 1]);
    packed.extend([3, 0, 100, 200, 44]);
    let phantom = Phantom::packed(2, 2, RUNS, &packed).window("150", "301");
    assert_eq!(greys(&phantom.file(), 0), [0, 85, 170, 255]);
}

#[test]
fn a_jpeg_without_loss_gives_every_value() {
    // Twelve bits a value; rows of 0, 100, 200, 300 and of 300, 200, 100, 50; each from its neighbour on the left.
    const PACKED: &[u8] = &[
        0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01,
        0x00, 0x00, 0xff, 0xc3, 0x00, 0x0b, 0x0c, 0x00, 0x02, 0x00, 0x04, 0x01, 0x01, 0x11, 0x00, 0xff, 0xc4, 0x00,
        0x17, 0x00, 0x01, 0x00, 0x03, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x07, 0x06, 0x09, 0x0c, 0xff, 0xda, 0x00, 0x08, 0x01, 0x01, 0x00, 0x01, 0x00, 0x00, 0xcf, 0xfe, 0xc8, 0xc8,
        0xc9, 0x65, 0x83, 0x63, 0x70, 0xdf, 0xff, 0xd9,
    ];
    let phantom = Phantom::packed(4, 2, JPEG_LOSSLESS, PACKED).window("150", "301");
    assert_eq!(greys(&phantom.file(), 0), [0, 85, 170, 255, 255, 170, 85, 43]);
}

#[test]
fn nothing_of_the_person_leaves_the_confined_process() {
    let file = Phantom::grey(2, 2, &[0, 1, 2, 3]).file();
    let limits = Limits { memory: 2 << 30, cpu: 20, clock: 40, answer: 1 << 20 };
    for task in [&["survey"][..], &["sheet", "dicom", "0"]] {
        let answer = confined().run(task, &file, &limits).unwrap();
        let text = String::from_utf8_lossy(&answer);
        for word in ["Doe", "Adalmina", "77123", "1984"] {
            assert!(!text.contains(word), "{task:?} says {word}: {text}");
        }
    }
    let mut on_disk = tempfile::NamedTempFile::new().unwrap();
    on_disk.write_all(&file).unwrap();
    let output =
        Command::new(env!("CARGO_BIN_EXE_ml-worker")).arg("read").arg("--json").arg(on_disk.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(said.contains("DiagnosticReport") && !said.contains("Adalmina") && !said.contains("77123"), "{said}");
}

#[test]
fn a_file_that_says_that_letters_stand_in_its_picture_is_believed() {
    let mut phantom = Phantom::grey(2, 2, &[0; 4]);
    for (said, lettered) in [(None, false), (Some("NO"), false), (Some("YES"), true)] {
        if let Some(said) = said {
            phantom.text((0x0028, 0x0301), b"CS", said);
        }
        assert_eq!(survey(&phantom.file()).unwrap().lettered, lettered, "{said:?}");
    }
}

#[test]
fn what_has_no_picture_or_one_of_an_unknown_form_is_named() {
    let mut phantom = Phantom::grey(2, 2, &[0; 4]);
    phantom.parts.remove(&PIXELS);
    assert_eq!(survey(&phantom.file()), Err(Refusal::NoPicture));
    let mut phantom = Phantom::jpeg(2, 2, b"no jpeg");
    phantom.syntax = JPEG_2000;
    let refusal = sheet(&phantom.file(), 0).unwrap_err();
    assert!(matches!(refusal, Refusal::UnknownForm { .. } | Refusal::Damaged), "{refusal:?}");
    assert_eq!(sheet(&Phantom::jpeg(2, 2, b"no jpeg").file(), 0).unwrap_err(), Refusal::Damaged);
    let mut phantom = Phantom::grey(2, 2, &[0; 4]);
    phantom.text((0x0028, 0x0004), b"CS", "PALETTE COLOR");
    let refusal = sheet(&phantom.file(), 0).unwrap_err().to_string();
    assert!(refusal.contains("PALETTE COLOR"), "{refusal}");
    phantom.text((0x0028, 0x0004), b"CS", "DOE^ADALMINA");
    let refusal = sheet(&phantom.file(), 0).unwrap_err();
    assert!(matches!(refusal, Refusal::UnknownForm { .. }) && !refusal.to_string().contains("DOE"), "{refusal}");
}

#[test]
fn files_that_promise_too_much_are_refused() {
    let huge = Phantom::grey(65_535, 65_535, &[0; 4]).file();
    assert_eq!(survey(&huge), Err(Refusal::TooManyPixels { width: 65_535, height: 65_535, most: MOST_PIXELS }));
    let mut phantom = Phantom::grey(2, 2, &[0; 4]);
    phantom.text((0x0028, 0x0008), b"IS", "2000000");
    assert_eq!(survey(&phantom.file()), Err(Refusal::TooManyFrames { frames: 2_000_000, most: MOST_FRAMES }));
    // More pixels than there are.
    assert_eq!(sheet(&Phantom::grey(1000, 1000, &[0; 4]).file(), 0).unwrap_err(), Refusal::Damaged);
    for frames in ["0", "-3", "many"] {
        let mut phantom = Phantom::grey(2, 2, &[0; 4]);
        phantom.text((0x0028, 0x0008), b"IS", frames);
        assert!(survey(&phantom.file()).is_err(), "{frames} pictures");
    }
}

#[test]
fn a_file_that_becomes_gigabytes_ends_at_the_limit() {
    let mut phantom = Phantom::grey(2, 2, &[0; 4]);
    phantom.parts.remove(&PIXELS);
    // Pixels that say of themselves that they are three gigabytes long.
    let mut body = phantom.body();
    body.extend([0xE0, 0x7F, 0x10, 0x00, b'O', b'W', 0, 0, 0, 0, 0, 0xC0]);
    assert!(survey(&phantom.around(&body)).is_err());
    // And, packed, are: a piece as it is, then a run of zeros.
    phantom.syntax = DEFLATED;
    let length = body.len() as u16;
    let mut packed = vec![0];
    packed.extend(length.to_le_bytes());
    packed.extend((!length).to_le_bytes());
    packed.extend(&body);
    packed.extend(&zeros(3 << 30)[2..]);
    let refusal = survey(&phantom.around(&packed)).unwrap_err();
    assert!(matches!(refusal, Refusal::Broken { .. } | Refusal::Damaged), "{refusal:?}");
}

#[test]
fn sequences_within_sequences_bring_nobody_down() {
    let mut phantom = Phantom::grey(2, 2, &[0; 4]);
    phantom.parts.remove(&PIXELS);
    let mut body = phantom.body();
    for _ in 0..200_000 {
        body.extend([0x40, 0x00, 0x75, 0x02, b'S', b'Q', 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]);
        body.extend([0xFE, 0xFF, 0x00, 0xE0, 0xFF, 0xFF, 0xFF, 0xFF]);
    }
    assert!(survey(&phantom.around(&body)).is_err());
}

#[test]
fn a_file_cut_anywhere_or_changed_anywhere_is_borne() {
    let whole = Phantom::grey(4, 4, &[5; 16]).window("5", "10").file();
    for length in (0..whole.len()).step_by(23) {
        if let Ok(sheet) = sheet(&whole[..length], 0) {
            panic!("cut to {length} of {} bytes it is {} by {}", whole.len(), sheet.width, sheet.height);
        }
    }
    for place in (132..whole.len()).step_by(17) {
        let mut changed = whole.clone();
        changed[place] ^= 0xFF;
        // Read or refused; the test is that this process lives to say so.
        let _ = sheet(&changed, 0);
    }
}
