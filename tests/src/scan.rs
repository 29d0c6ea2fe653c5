//! Looks for what must not be on the chain: names, titles, numbers, and unsalted hashes of what is known.
//!
//! A secret is looked for as people write it and as machines do: in either case, in UTF-16, as hexadecimal text, and
//! as what the usual hash functions make of it, for whoever guesses a number can hash it as well.

use polkadot_sdk::sp_io::hashing::{blake2_128, blake2_256, keccak_256, sha2_256, twox_128, twox_256};
use std::collections::HashMap;

/// Where a secret was found, and in which form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it lay.
    pub place: String,
    /// Which secret, and how it was written.
    pub what: String,
}

/// Needles are found by their first bytes, so that a chain is searched for all of them in one pass.
const PREFIX: usize = 6;

/// A searcher for given secrets.
#[derive(Default)]
pub struct Scanner {
    /// The rest of each needle, by its first bytes in lower case, and what it is.
    needles: HashMap<[u8; PREFIX], Vec<(Vec<u8>, String)>>,
}

impl Scanner {
    /// A text nobody may read on the chain: a name, a title, a number.
    ///
    /// # Panics
    /// When it is so short that chance would find it.
    pub fn secret(&mut self, text: &str) {
        assert!(text.len() >= PREFIX, "{text:?} is too short to look for");
        let utf16: Vec<u16> = text.encode_utf16().collect();
        self.needle(text.as_bytes(), format!("{text:?}"));
        self.needle(hex::encode(text).as_bytes(), format!("{text:?} in hexadecimal"));
        self.needle(
            &utf16.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>(),
            format!("{text:?} in UTF-16"),
        );
        self.needle(
            &utf16.iter().flat_map(|unit| unit.to_be_bytes()).collect::<Vec<_>>(),
            format!("{text:?} in UTF-16"),
        );
        self.hashes(text.as_bytes(), &format!("{text:?}"));
        self.hashes(text.to_lowercase().as_bytes(), &format!("{text:?} in lower case"));
    }

    /// A file whose content somebody may know.
    pub fn file(&mut self, title: &str, content: &[u8]) {
        for line in content.split(|byte| *byte == b'\n').filter(|line| line.len() >= PREFIX) {
            self.needle(line, format!("a line of {title:?}"));
        }
        self.hashes(content, &format!("the file {title:?}"));
    }

    fn hashes(&mut self, bytes: &[u8], what: &str) {
        let hashes: [(&str, Vec<u8>); 6] = [
            ("SHA-256", sha2_256(bytes).to_vec()),
            ("Keccak-256", keccak_256(bytes).to_vec()),
            ("BLAKE2b-256", blake2_256(bytes).to_vec()),
            ("BLAKE2b-128", blake2_128(bytes).to_vec()),
            ("XXH64, twice", twox_128(bytes).to_vec()),
            ("XXH64, four times", twox_256(bytes).to_vec()),
        ];
        for (name, hash) in hashes {
            // Half a hash betrays as much as a whole one, and an identifier is half of one.
            self.needle(&hash[..hash.len().min(16)], format!("{name} of {what}"));
            self.needle(hex::encode(&hash[..16]).as_bytes(), format!("{name} of {what} in hexadecimal"));
        }
    }

    fn needle(&mut self, bytes: &[u8], what: String) {
        let bytes = bytes.to_ascii_lowercase();
        let (prefix, rest) = bytes.split_first_chunk::<PREFIX>().expect("long enough");
        self.needles.entry(*prefix).or_default().push((rest.to_vec(), what));
    }

    /// How many forms are looked for.
    pub fn forms(&self) -> usize {
        self.needles.values().map(Vec::len).sum()
    }

    /// Everything found in `bytes`.
    pub fn scan(&self, place: &str, bytes: &[u8]) -> Vec<Hit> {
        // Hashes are looked for without regard to case as well: it costs nothing and hides nothing.
        let bytes = bytes.to_ascii_lowercase();
        let mut hits = Vec::new();
        for (start, window) in bytes.windows(PREFIX).enumerate() {
            let prefix: [u8; PREFIX] = window.try_into().expect("a window");
            let Some(needles) = self.needles.get(&prefix) else { continue };
            let found = needles.iter().filter(|(rest, _)| bytes[start + PREFIX..].starts_with(rest));
            hits.extend(found.map(|(_, what)| Hit { place: place.to_owned(), what: what.clone() }));
        }
        hits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanner() -> Scanner {
        let mut scanner = Scanner::default();
        scanner.secret("Adelheid");
        scanner.file("x-ray", b"a broken wrist");
        scanner
    }

    #[test]
    fn every_form_of_a_secret_is_found_inside_other_bytes() {
        let planted = [
            b"Adelheid".to_vec(),
            b"ADELHEID".to_vec(),
            "Adelheid".encode_utf16().flat_map(u16::to_le_bytes).collect(),
            hex::encode_upper("Adelheid").into_bytes(),
            sha2_256(b"Adelheid").to_vec(),
            hex::encode(keccak_256(b"adelheid")).into_bytes(),
            blake2_256(b"a broken wrist")[..16].to_vec(),
        ];
        for bytes in planted {
            let around = [&[7; 100], &bytes[..], &[9; 100]].concat();
            assert!(!scanner().scan("here", &around).is_empty(), "{bytes:?}");
            assert!(scanner().scan("here", &around[..100 + bytes.len().min(16) - 1]).is_empty(), "cut short");
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        let salted = sha2_256(b"salt Adelheid");
        assert_eq!(scanner().scan("here", &salted), []);
        assert_eq!(scanner().scan("here", b"a whole wrist"), []);
        assert_eq!(scanner().scan("here", b""), []);
    }
}
