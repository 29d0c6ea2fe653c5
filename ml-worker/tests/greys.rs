//! What a scanner measured is seen as its maker means it, also without a window, and each picture by its own words.

mod papers;
mod phantoms;

use chartkey_worker::admit::Refusal;
use image::{GrayImage, Luma};
use papers::sheet;
use phantoms::{PIXELS, Phantom, grey_jpeg, part, pieces, sequence};

const TABLE: (u16, u16) = (0x0028, 0x3010);
const MODALITY_TABLE: (u16, u16) = (0x0028, 0x3000);
const PADDING: (u16, u16) = (0x0028, 0x0120);
const PADDING_LIMIT: (u16, u16) = (0x0028, 0x0121);
const OWN: (u16, u16) = (0x5200, 0x9230);
const SEEING: (u16, u16) = (0x0028, 0x9132);

fn greys(phantom: &Phantom, frame: usize) -> Vec<u8> {
    sheet(&phantom.file(), frame).unwrap().pixels.unwrap().pixels().map(|pixel| pixel[0]).collect()
}

fn unknown(phantom: &Phantom) -> String {
    match sheet(&phantom.file(), 0).unwrap_err() {
        Refusal::UnknownForm { what } => what,
        other => panic!("{other:?}"),
    }
}

fn bytes(values: &[i16]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

/// A table from the value 0 on: it says of itself that it has so many entries, of 16 bits each.
fn table(count: i16, entries: &[i16]) -> Vec<u8> {
    let said = part((0x0028, 0x3002), b"SS", &bytes(&[count, 0, 16]));
    [said, part((0x0028, 0x3006), b"OW", &bytes(entries))].concat()
}

#[test]
fn without_a_window_the_maker_s_table_is_looked_through() {
    let mut phantom = Phantom::grey(2, 2, &[0, 1, 2, 9]);
    phantom.sets(TABLE, &[table(4, &[0, 4095, 2048, 1024])]);
    assert_eq!(greys(&phantom, 0), [0, 255, 128, 64]);
    // A window that the file has besides is its maker's first word.
    assert_eq!(greys(&phantom.clone().window("5", "10"), 0), [0, 28, 57, 255]);
    // A table that cannot be read is not passed over.
    phantom.sets(TABLE, &[table(5, &[0, 4095, 2048, 1024])]);
    assert!(unknown(&phantom).contains("VOI LUT"));
}

#[test]
fn a_table_that_turns_values_into_others_is_refused() {
    let mut phantom = Phantom::grey(2, 2, &[0, 1, 2, 3]);
    phantom.sets(MODALITY_TABLE, &[table(4, &[9, 7, 8, 2])]);
    assert!(unknown(&phantom).contains("Modality LUT"));
    phantom.sets(MODALITY_TABLE, &[]);
    assert_eq!(greys(&phantom, 0), [0, 85, 170, 255]);
}

#[test]
fn what_stands_for_nothing_is_dark_and_chooses_no_window() {
    let mut phantom = Phantom::grey(2, 2, &[-2000, 0, 500, 1000]);
    phantom.set(PADDING, b"SS", &bytes(&[-2000]));
    assert_eq!(greys(&phantom, 0), [0, 0, 128, 255]);
    phantom.text((0x0028, 0x0004), b"CS", "MONOCHROME1");
    assert_eq!(greys(&phantom, 0), [0, 255, 127, 0]);
    assert_eq!(greys(&phantom.clone().window("500", "1001"), 0), [0, 255, 127, 0]);
    // A range of them, its ends in either order.
    let mut phantom = Phantom::grey(2, 2, &[-2000, -1500, 0, 100]);
    phantom.set(PADDING, b"SS", &bytes(&[-1000]));
    phantom.set(PADDING_LIMIT, b"SS", &bytes(&[-2000]));
    assert_eq!(greys(&phantom, 0), [0, 0, 0, 255]);
    // Nothing but padding.
    phantom.set(PADDING, b"SS", &bytes(&[1000]));
    assert_eq!(greys(&phantom, 0), [0; 4]);
}

#[test]
fn padding_that_no_value_can_be_is_told_from_values() {
    let mut phantom = Phantom::grey(2, 2, &[]);
    phantom.text((0x0028, 0x0004), b"CS", "MONOCHROME1");
    // By its twelve bits the first would be 0, which the second is.
    phantom.set(PIXELS, b"OW", &bytes(&[i16::MIN, 0, 50, 100]));
    phantom.set(PADDING, b"SS", &bytes(&[i16::MIN]));
    assert_eq!(greys(&phantom, 0), [0, 255, 128, 0]);
}

#[test]
fn values_that_do_not_lie_in_the_lowest_bits_are_refused() {
    let mut phantom = Phantom::grey(2, 2, &[0, 16, 32, 48]);
    phantom.number((0x0028, 0x0102), 15);
    let what = unknown(&phantom);
    assert!(what.contains("12 bits") && what.contains("bit 15"), "{what}");
}

/// What one picture has for itself: its window, ten values wide.
fn own(center: &str) -> Vec<u8> {
    let window = [part((0x0028, 0x1050), b"DS", center.as_bytes()), part((0x0028, 0x1051), b"DS", b"10")].concat();
    sequence(SEEING, &[window])
}

#[test]
fn each_picture_is_seen_through_its_own_window() {
    let mut plain = Phantom::grey(1, 1, &[100, 100, 100]);
    let jpeg = grey_jpeg(&GrayImage::from_pixel(16, 16, Luma([100])));
    let mut packed = Phantom::jpeg(16, 16, &jpeg);
    packed.parts.insert(PIXELS, pieces(&[&jpeg, &jpeg, &jpeg]));
    for phantom in [&mut plain, &mut packed] {
        phantom.text((0x0028, 0x0008), b"IS", "3");
        phantom.sets(OWN, &[own("50"), own("200"), own("50")]);
        for (frame, wanted) in [255, 0, 255].into_iter().enumerate() {
            assert!(greys(phantom, frame).iter().all(|grey| *grey == wanted), "picture {frame}");
        }
    }
}

#[test]
fn each_picture_is_seen_through_its_own_table() {
    let mut phantom = Phantom::grey(2, 1, &[0, 1, 0, 1]);
    phantom.text((0x0028, 0x0008), b"IS", "2");
    let own = |entries: &[i16]| sequence(SEEING, &[sequence(TABLE, &[table(2, entries)])]);
    phantom.sets(OWN, &[own(&[0, 255]), own(&[255, 0])]);
    assert_eq!([greys(&phantom, 0), greys(&phantom, 1)], [[0, 255], [255, 0]]);
}
