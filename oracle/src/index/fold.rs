//! Names as they are searched: small letters without accents, word by word.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word of a name or a search is cut to so many bytes.
const LONGEST: usize = 64;

/// The words of a name, folded: `Dr. Łucja Müller-Öz` has `dr`, `lucja`, `muller` and `oz`.
pub fn words(name: &str) -> Vec<String> {
    let folded: String = name.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(fold).collect();
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word[..cut(word)].to_owned()).collect()
}

/// The range of `directory_words` that holds every word beginning so: from the first text, up to and without the second.
pub fn prefix(word: &str) -> (String, String) {
    let from = crate::db::hex(word);
    // The first letter behind all hex digits, in every collation.
    let to = format!("{from}g");
    (from, to)
}

fn fold(letter: char) -> impl Iterator<Item = char> {
    // Letters that carry their accent inside.
    let apart = match letter {
        'ß' | 'ẞ' => "ss",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'ı' => "i",
        _ => "",
    };
    let itself = apart.is_empty().then(|| letter.to_lowercase().filter(|letter| !is_combining_mark(*letter)));
    apart.chars().chain(itself.into_iter().flatten())
}

fn cut(word: &str) -> usize {
    (0..=word.len().min(LONGEST)).rev().find(|end| word.is_char_boundary(*end)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_without_accents_and_capitals() {
        assert_eq!(words("Dr. Łucja Müller-Öz"), ["dr", "lucja", "muller", "oz"]);
        assert_eq!(words("STRASSE straße İzmir Ægir"), ["strasse", "strasse", "izmir", "aegir"]);
        assert_eq!(words("王 小明"), ["王", "小明"]);
        assert_eq!(words(" .-' "), Vec::<String>::new());
    }

    #[test]
    fn a_word_is_cut_between_letters() {
        let word = words(&("é".repeat(10) + &"王".repeat(40))).remove(0);
        assert!(word.len() <= LONGEST && word.starts_with("eeeeeeeeee王"));
    }

    #[test]
    fn a_prefix_is_a_range() {
        let (from, to) = prefix("mül");
        let inside = |word: &str| (&from[..]..&to[..]).contains(&&crate::db::hex(word)[..]);
        assert!(inside("mül") && inside("müller") && inside("mülÿ") && !inside("mum") && !inside("mü"));
    }
}
