//! What a text looks like, in 128 numbers: two texts are as alike as many of these are the same.

use crate::sense::Sense;

/// How many numbers a print has; the likeness is right to about one in eleven.
const PARTS: usize = 128;
/// Words that stand beside each other and are taken together.
const SHINGLE: usize = 3;

/// The smallest hashes of a text's shingles, one for each of 128 orders (MinHash).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print(Vec<u32>);

impl Print {
    /// The print of a text. A text without words has one that is like no other.
    pub fn of(text: &str) -> Self {
        let plain = crate::sense::plain(text);
        let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
        let mut least = vec![u32::MAX; PARTS];
        let wide = SHINGLE.min(words.len()).max(1);
        for shingle in words.windows(wide) {
            let base = hash(shingle.join(" ").as_bytes());
            for (place, least) in least.iter_mut().enumerate() {
                let mixed = mix(base ^ (place as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
                *least = (*least).min((mixed >> 32) as u32);
            }
        }
        Self(least)
    }

    /// The print of a document's text.
    pub fn of_sense(sense: &Sense) -> Self {
        Self::of(&sense.text())
    }

    /// How alike the two texts are, 0 to 1.
    pub fn likeness(&self, other: &Self) -> f32 {
        let same = self.0.iter().zip(&other.0).filter(|(a, b)| a == b && **a != u32::MAX).count();
        same as f32 / PARTS as f32
    }

    /// As text, to be kept: eight hexadecimal digits a number.
    pub fn written(&self) -> String {
        self.0.iter().map(|part| format!("{part:08x}")).collect()
    }

    /// Reads what was written.
    pub fn read(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != PARTS * 8 || !text.is_ascii() {
            return None;
        }
        (0..PARTS)
            .map(|part| u32::from_str_radix(&text[part * 8..part * 8 + 8], 16).ok())
            .collect::<Option<_>>()
            .map(Self)
    }
}

/// FNV-1a.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The finisher of SplitMix64.
pub(crate) fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_as_alike_as_their_words() {
        let text: String = (0..200).map(|word| format!("word{word} ")).collect();
        let same = Print::of(&text.to_uppercase());
        assert!((Print::of(&text).likeness(&same) - 1.0).abs() < f32::EPSILON);
        let near = Print::of(&text).likeness(&Print::of(&text.replace("word100 ", "wrod100 ")));
        assert!(near > 0.88, "{near}");
        let far = Print::of(&text).likeness(&Print::of(&text.replace("word", "other")));
        assert!(far < 0.05, "{far}");
        assert!(Print::of("").likeness(&Print::of("")) < f32::EPSILON);
    }

    #[test]
    fn a_print_is_written_and_read() {
        let print = Print::of("a b c d e");
        assert_eq!(Print::read(&print.written()), Some(print));
        assert_eq!(Print::read("12"), None);
    }
}
