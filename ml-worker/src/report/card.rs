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

/// What is known of a model, a sentence each.
pub fn sentences(card: &Card) -> Vec<String> {
    let mut told = vec![format!("It learned from {} ({}; {}).", card.data.what, card.data.source, card.data.licence)];
    if let Some(pictures) = card.pictures("test") {
        told.push(format!(
            "Its figures were taken on {pictures} images of the same collections that it did not learn from:"
        ));
    }
    let (answered, right) = when_sure(card);
    let figures = [
        ("test.sick.sensitivity", "At its yes-or-no cut it found of 100 sick"),
        ("test.sick.specificity", "At its yes-or-no cut it called healthy of 100 healthy"),
        ("test.classes.accuracy", "Of 100 it named the right class for"),
        ("test.kinds.accuracy", "Of 100 it named the right kind of image for"),
        ("test.when_sure.answered", answered),
        ("test.when_sure.accuracy", right),
        (
            "yesno.sick_from_half.sensitivity",
            "On images of another collection, with its cut at one half, it found of 100 sick",
        ),
    ];
    let shown =
        |(place, words): (&str, &str)| card.figure(place).map(|figure| format!("{words} {}.", of_hundred(figure)));
    told.extend(figures.into_iter().filter_map(shown));
    if let Some(error) = card.figure("test.sick.ece").or_else(|| card.figure("test.classes.ece")) {
        told.push(format!("Its probabilities are off by {} of 100 on average.", of_hundred(error)));
    }
    told.extend(card.limits.iter().cloned());
    told
}

/// What was counted where a model was sure enough: of the one that is asked for sick or healthy, that answer; of the others
/// the class, which they name less often than they answer.
fn when_sure(card: &Card) -> (&'static str, &'static str) {
    if card.name == "chest" {
        ("Of 100 it was sure enough to answer for", "Of 100 such answers were right")
    } else {
        ("Of 100 it was sure enough to name the class for", "Of 100 classes so named were right")
    }
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
            assert_eq!(says("Of 100 it was sure enough to answer for"), card.name == "chest", "{told}");
            assert_eq!(says("Of 100 it was sure enough to name the class for"), card.name != "chest", "{told}");
            assert_eq!(says("At its yes-or-no cut it found"), card.healthy().is_some(), "{told}");
            assert_eq!(says("with its cut at one half, it found"), card.name == "brain", "{told}");
        }
    }
}
