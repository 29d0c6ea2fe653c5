//! How long a passphrase holds out against guessing, as an honest estimate and not a promise.
//!
//! Words are counted as a guesser would: each is one of a list, whatever letters it has. What is no phrase is counted by
//! its letters, where runs and repetitions count for little. A dictionary would know better and would weigh more than
//! the rest of this page.

use chartkey_vault::MIN_PASSPHRASE;
use std::collections::BTreeSet;

/// Bits a guesser has to try for one more word: about two thousand words are in use.
const A_WORD: f64 = 11.0;

/// How strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Not taken.
    TooShort,
    /// Taken, and soon guessed by who has the file.
    Weak,
    /// Holds out for years.
    Fair,
    /// Holds out longer than records matter.
    Strong,
}

/// How strong this one is.
pub(super) fn of(passphrase: &str) -> Strength {
    let text = passphrase.trim();
    if text.chars().count() < MIN_PASSPHRASE {
        return Strength::TooShort;
    }
    match bits(text) {
        // With this vault's Argon2id a thousand machines try some ten thousand a second: 45 bits are a century of them.
        ..45.0 => Strength::Weak,
        45.0..60.0 => Strength::Fair,
        _ => Strength::Strong,
    }
}

/// The least of what a guesser who goes by words, and one who goes by letters, has to try.
fn bits(text: &str) -> f64 {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let distinct: BTreeSet<&String> = words.iter().filter(|word| word.chars().count() > 2).collect();
    let numbers = words.iter().filter(|word| word.chars().all(char::is_numeric)).count();
    let by_words = A_WORD * (distinct.len() - numbers.min(distinct.len())) as f64 + 7.0 * numbers as f64;
    let by_letters = letters(text);
    // A single long token is no phrase; only its letters count.
    if words.len() >= 3 { by_words.min(by_letters) } else { by_letters }
}

fn letters(text: &str) -> f64 {
    let characters: Vec<char> = text.chars().collect();
    let has = |test: fn(&char) -> bool| characters.iter().any(test);
    let mut alphabet = 0.0;
    for (there, size) in [
        (has(char::is_ascii_lowercase), 26.0),
        (has(char::is_ascii_uppercase), 26.0),
        (has(char::is_ascii_digit), 10.0),
        (has(|c| c.is_ascii_punctuation() || *c == ' '), 33.0),
        (has(|c| !c.is_ascii()), 400.0),
    ] {
        alphabet += if there { size } else { 0.0 };
    }
    let surprising = characters.windows(2).filter(|pair| {
        let (one, other) = (u32::from(pair[0]), u32::from(pair[1]));
        // The same again, the next in the row, or the one before.
        one.abs_diff(other) > 1
    });
    let distinct = characters.iter().collect::<BTreeSet<_>>().len() as f64;
    // What comes from a few letters only is worth no more than those.
    let alphabet = f64::min(alphabet, distinct * 2.0).max(2.0);
    // People write words even without spaces; half of what chance would give is generous.
    0.5 * (surprising.count() + 1) as f64 * alphabet.log2()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_is_long_and_simple_is_weak() {
        for simple in ["aaaaaaaaaaaaaaaa", "123456789012345", "abcdefghijklmnop", "qqqwwweeerrrttt", "111111 111111 11"]
        {
            assert_eq!(of(simple), Strength::Weak, "{simple}");
        }
        assert_eq!(of("Tr0ub4dor&3"), Strength::TooShort);
        assert_eq!(of("                    "), Strength::TooShort);
    }

    #[test]
    fn more_words_are_stronger_and_the_same_word_is_not() {
        assert_eq!(of("monday monday monday"), Strength::Weak);
        assert_eq!(of("seven quiet herons cross"), Strength::Weak);
        assert_eq!(of("seven quiet herons cross rivers"), Strength::Fair);
        assert_eq!(of("seven quiet herons cross green rivers"), Strength::Strong);
    }
}
