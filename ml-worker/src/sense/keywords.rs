//! What a document is about, in a few words.

use super::{Flag, Sense, fuzzy::plain};
use std::collections::HashMap;

/// Nobody looks at more.
const MOST: usize = 12;

const COMMON: &[&str] = &[
    "patient",
    "hospital",
    "doctor",
    "report",
    "date",
    "name",
    "address",
    "phone",
    "after",
    "before",
    "which",
    "there",
    "about",
    "number",
    "gender",
    "result",
    "reference",
    "range",
    "collected",
    "reported",
    "please",
    "their",
    "other",
    "these",
    "those",
    "should",
    "would",
    "clinic",
    "medical",
    "female",
    "sample",
    "tablet",
    "daily",
    "normal",
    "total",
    "amount",
    "morning",
    "night",
    "email",
    "signature",
    "laboratory",
    "centre",
    "center",
    "investigation",
    "value",
    "years",
    "given",
    "during",
    "where",
    "while",
    "test",
    "units",
];

/// What is out of range, diagnoses and medicines first, then words that stand often.
pub(crate) fn of(sense: &Sense) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut add = |word: String| {
        if !word.is_empty() && words.len() < MOST && !words.iter().any(|known| known.eq_ignore_ascii_case(&word)) {
            words.push(word);
        }
    };
    for diagnosis in sense.diagnoses.iter().filter(|diagnosis| !diagnosis.is_open()) {
        add(diagnosis.name.map_or_else(|| diagnosis.text.value.clone(), str::to_owned));
    }
    let outside = |flag: Option<Flag>| matches!(flag, Some(Flag::Low | Flag::High));
    sense.results.iter().filter(|result| outside(result.lies())).for_each(|result| add(result.called().to_owned()));
    for medicine in &sense.medicines {
        add(medicine.inn.clone().unwrap_or_else(|| medicine.name.value.clone()));
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    let text = plain(&sense.text());
    for word in text.split(' ').filter(|word| word.len() >= 5 && word.chars().all(char::is_alphabetic)) {
        if !COMMON.contains(&word) {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().filter(|(_, count)| *count >= 2).collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.into_iter().for_each(|(word, _)| add(word));
    words
}
