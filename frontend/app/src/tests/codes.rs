//! QR codes read by us, for browsers that do not read them.

use crate::ground::camera::code;
use qrcode::{Color, EcLevel, QrCode};
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Pixels a side of a code's small squares.
const SQUARE: usize = 5;

/// A code as a camera shows it: grey on paler grey, with room around it, on a wide picture.
fn shown(text: &str) -> (usize, usize, Vec<u8>) {
    let drawn = QrCode::with_error_correction_level(text, EcLevel::M).expect("short enough");
    let (side, dots) = (drawn.width(), drawn.to_colors());
    let (width, height) = ((side + 40) * SQUARE, (side + 16) * SQUARE);
    let grey = |x: usize, y: usize| {
        let inside =
            (x / SQUARE).checked_sub(20).zip((y / SQUARE).checked_sub(8)).filter(|(x, y)| *x < side && *y < side);
        if inside.is_some_and(|(x, y)| dots[y * side + x] == Color::Dark) { 70 } else { 190 }
    };
    let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    (width, height, places.flat_map(|(x, y)| [grey(x, y), grey(x, y), grey(x, y), 255]).collect())
}

#[test]
fn a_code_in_view_is_read() {
    for text in ["CK-7Q2M", "https://chartkey.example/e/5HqU#kWm3nTz8QxV1aB9cD4eF6gH0jK2lM5nP7rS"] {
        let (width, height, pixels) = shown(text);
        assert_eq!(code(width, height, &pixels).as_deref(), Some(text));
    }
}

#[test]
fn whatever_a_camera_sees_the_page_goes_on() {
    let mut state = 7u32;
    for contrast in [8, 60, 255] {
        let (width, height, mut pixels) = shown("https://chartkey.example/e/5HqU");
        for pixel in &mut pixels {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *pixel = pixel.wrapping_add((state >> 24) as u8 % contrast);
        }
        // Read or not, it ends.
        let _ = code(width, height, &pixels);
    }
}

#[test]
fn a_view_without_a_code_says_nothing() {
    assert_eq!(code(320, 240, &[128; 320 * 240 * 4]), None);
    let (width, height, pixels) = shown("CK-7Q2M");
    assert_eq!(code(width, height, &pixels[..pixels.len() - 1]), None, "less than was promised");
    assert_eq!(code(width, height / 2, &pixels), None, "half a code");
}
