//! A document as a reader of pixels might hand it over: letters taken for others, words lost, places a little off, and
//! a measure of how sure it is that is mostly, not always, right.

use super::rng::Rng;
use crate::page::Document;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Noise {
    /// Of a hundred letters so many are taken for others.
    pub letters: f64,
    /// Of a hundred words so many are lost.
    pub words: f64,
    /// Edges are off by so many pixels.
    pub pixels: f32,
}

impl Noise {
    /// Every letter is read.
    pub const NONE: Self = Self { letters: 0.0, words: 0.0, pixels: 0.0 };
    /// A good scan.
    pub const LIGHT: Self = Self { letters: 0.5, words: 0.2, pixels: 0.8 };
    /// A photograph.
    pub const MIDDLE: Self = Self { letters: 1.5, words: 0.8, pixels: 1.5 };
    /// A bad photograph.
    pub const HEAVY: Self = Self { letters: 4.0, words: 2.0, pixels: 2.5 };
}

const CONFUSED: &[(&str, &str)] = &[
    ("0", "O"),
    ("O", "0"),
    ("o", "0"),
    ("1", "l"),
    ("1", "I"),
    ("l", "1"),
    ("I", "l"),
    ("i", "l"),
    ("rn", "m"),
    ("m", "rn"),
    ("5", "S"),
    ("S", "5"),
    ("8", "B"),
    ("B", "8"),
    ("2", "Z"),
    ("e", "c"),
    ("c", "e"),
    ("h", "b"),
    ("g", "q"),
    ("a", "o"),
    ("u", "v"),
    ("t", "f"),
    (".", ","),
    (",", "."),
    ("n", "h"),
    ("6", "b"),
    ("cl", "d"),
    ("-", "–"),
];

/// The document as it is read. Words that are lost stay in their place without text, so that all others keep theirs.
pub fn spoil(document: &Document, noise: Noise, rng: &mut Rng) -> Document {
    let mut spoilt = document.clone();
    for word in spoilt.pages.iter_mut().flat_map(|page| &mut page.lines).flat_map(|line| &mut line.words) {
        let text = letters(&word.text, noise.letters / 100.0, rng);
        let wrong = text != word.text;
        word.text = if rng.chance(noise.words / 100.0) { String::new() } else { text };
        let high = 0.95 + 0.049 * rng.part();
        let low = 0.35 + 0.5 * rng.part();
        // One in eight misread words seems sure, one in thirty right ones does not.
        let seems_right =
            if wrong { rng.chance(0.125) } else { !rng.chance(if noise == Noise::NONE { 0.0 } else { 0.033 }) };
        word.sure = (if seems_right { high } else { low }) as f32;
        let mut off = |edge: &mut f32| *edge += (rng.part() as f32 - 0.5) * 2.0 * noise.pixels;
        off(&mut word.area.left);
        off(&mut word.area.top);
        off(&mut word.area.right);
        off(&mut word.area.bottom);
        word.area.right = word.area.right.max(word.area.left + 1.0);
        word.area.bottom = word.area.bottom.max(word.area.top + 1.0);
    }
    spoilt
}

fn letters(text: &str, share: f64, rng: &mut Rng) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if rng.chance(share) {
            let fits: Vec<&(&str, &str)> = CONFUSED.iter().filter(|(from, _)| rest.starts_with(from)).collect();
            if !fits.is_empty() {
                let (from, to) = rng.of(&fits);
                out.push_str(to);
                rest = &rest[from.len()..];
                continue;
            }
        }
        out.push(first);
        rest = &rest[first.len_utf8()..];
    }
    out
}
