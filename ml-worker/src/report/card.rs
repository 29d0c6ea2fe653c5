//! A model's card, as a doctor reads it: a FHIR `Device` with a note for each thing that is known.

use serde_json::{Value, json};

use super::extension;
use crate::imaging::{Card, Imaging, card::Figure};

/// The model that answered. With it stand all models of the program, because one sorts what another reads.
pub(super) fn device(card: &Card, imaging: &Imaging) -> Value {
    let digests = imaging.digests().into_iter().map(
        |(file, digest)| json!({ "type": { "text": format!("SHA-256 of {file}") }, "value": hex::encode(digest) }),
    );
    let own = json!({ "value": format!("{} of {}", env!("CARGO_PKG_VERSION"), card.date) });
    json!({
        "resourceType": "Device",
        "id": "reader",
        "extension": [extension("read-in", "valueReference", json!({ "reference": "#" }))],
        "deviceName": [{ "name": title(card), "type": "model-name" }],
        "version": std::iter::once(own).chain(digests).collect::<Vec<_>>(),
        "note": sentences(card).into_iter().map(|text| json!({ "text": text })).collect::<Vec<_>>(),
    })
}

/// What a model is called.
pub fn title(card: &Card) -> String {
    match card.name.as_str() {
        "chest" => "Chartkey chest X-ray model".into(),
        "brain" => "Chartkey brain MRI model".into(),
        _ => "Chartkey image sorter".into(),
    }
}

/// What a model was measured on.
const SPLITS: [(&str, &str); 2] = [
    ("aside", "of people whom it learned nothing from, looked at once, when it was done"),
    ("test", "that its collections keep for testing, and that were looked at several times while it grew"),
];

/// What was measured, by its place in the manifest. What it answers is counted as the worker answers.
const FIGURES: [(&str, &str); 8] = [
    ("sick.sensitivity", "At its yes-or-no cut it found of 100 sick"),
    ("sick.specificity", "At its yes-or-no cut it called healthy of 100 healthy"),
    ("classes.accuracy", "Of 100 it named the right class for"),
    ("kinds.accuracy", "Of 100 it named the right kind of image for"),
    ("when_sure.answered", "Of 100 it was sure enough to answer for"),
    ("when_sure.accuracy", "Of 100 such answers were right"),
    ("sick.ece", "In points of 100, its probabilities of sick were off on average by"),
    ("classes.ece", "In points of 100, its probabilities of classes were off on average by"),
];

/// What is known of a model, a sentence each.
pub fn sentences(card: &Card) -> Vec<String> {
    let mut told = vec![format!("It learned from {} ({}; {}).", card.data.what, card.data.source, card.data.licence)];
    for (split, whose) in SPLITS {
        told.extend(card.pictures(split).map(|pictures| format!("On {pictures} images {whose}:")));
        let shown = |(figure, words): &(&str, &str)| {
            card.figure(&format!("{split}.{figure}")).map(|figure| format!("{words} {}.", of_hundred(figure)))
        };
        told.extend(FIGURES.iter().filter_map(shown));
    }
    if let Some(figure) = card.figure("yesno.sick_from_half.sensitivity") {
        told.push(format!(
            "On images of another collection, with its cut at one half, it found of 100 sick {}.",
            of_hundred(figure)
        ));
    }
    told.extend(card.limits.iter().cloned());
    told
}

fn of_hundred(figure: Figure) -> String {
    let shown = |part: f64| format!("{:.1}", part * 100.0);
    format!("{} ({} to {})", shown(figure.value), shown(figure.low), shown(figure.high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imaging::card::carried;

    #[test]
    fn a_card_says_what_was_counted() {
        for (card, _) in carried().unwrap() {
            let told = sentences(&card).join("\n");
            let says = |words: &str| told.contains(words);
            assert_eq!(told.matches("Of 100 it was sure enough to answer for").count(), SPLITS.len(), "{told}");
            assert_eq!(says("At its yes-or-no cut it found"), card.healthy().is_some(), "{told}");
            assert_eq!(says("with its cut at one half, it found"), card.name == "brain", "{told}");
        }
    }
}
