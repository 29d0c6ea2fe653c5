//! A text as the words that count.

/// Words every text has.
const COMMON: &[&str] = &[
    "a", "about", "after", "again", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "been",
    "before", "being", "between", "both", "but", "by", "can", "could", "did", "do", "does", "during", "each", "for",
    "from", "had", "has", "have", "he", "her", "here", "him", "his", "how", "if", "in", "into", "is", "it", "its",
    "just", "may", "more", "most", "no", "nor", "not", "of", "on", "one", "only", "or", "other", "our", "out", "over",
    "own", "s", "same", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "through", "to", "too", "under", "until", "up", "very", "was", "we", "were",
    "what", "when", "where", "which", "while", "who", "will", "with", "would", "you",
];

/// The words of a text that count, in their order: small letters, no digits, none that every text has.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let all =
        text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() >= 2).map(str::to_ascii_lowercase);
    all.filter(|word| COMMON.binary_search(&word.as_str()).is_err())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_text_has_does_not_count() {
        assert!(COMMON.is_sorted());
        let words: Vec<String> = words("The patient's ECG: 12 leads, no ST-elevation.").collect();
        assert_eq!(words, ["patient", "ecg", "leads", "st", "elevation"]);
    }
}
