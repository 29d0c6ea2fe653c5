use super::*;
use crate::reading;
use std::{fs, path::Path};

/// Says the key, and what stands in the holes.
struct Keys;

impl Speaks for Keys {
    fn say(&self, key: &str, holes: &[(&str, String)]) -> String {
        let holes: Vec<String> = holes.iter().map(|(name, text)| format!("{name}={text}")).collect();
        format!("<{}>", [key.to_owned()].into_iter().chain(holes).collect::<Vec<_>>().join("|"))
    }

    fn day(&self, (year, month, day): (i32, u8, u8)) -> String {
        format!("{day}.{month}.{year}")
    }
}

fn english() -> Phrases {
    Phrases::of(concat!(
        include_str!("../../../app/languages/en/machine.ftl"),
        include_str!("../../../app/languages/en/interactions.ftl")
    ))
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ml-worker").join(path)).expect("readable")
}

#[test]
fn a_sentence_is_known_and_said_anew_with_what_it_holds() {
    let phrases = english();
    for (sentence, said) in [
        ("Nobody is that old.", "<machine-nobody-so-old>"),
        ("The day 2027-03-12 is still to come.", "<machine-day-to-come|day=12.3.2027>"),
        ("Hemoglobin of 98 g/dL cannot be.", "<machine-cannot-be|name=Hemoglobin|value=98 g/dL>"),
        (
            "Lab report of Asha Rao, 12 Mar 2024, City Diagnostics, Dr. Mei Lin.",
            "<machine-document-of|kind=<machine-lab-report>|rest=Asha Rao, 12.3.2024, City Diagnostics, Dr. Mei Lin>",
        ),
        (
            "Out of range: LDL 138 mg/dL (high); Ferritin 4 ng/mL (low); and 3 more.",
            "<machine-out-of-range|items=<machine-high|value=LDL 138 mg/dL>; <machine-low|value=Ferritin 4 ng/mL>; \
             <machine-more|count=3>>",
        ),
        (
            "Warf and Brufen: A blood thinner with a pain killer of this kind can cause serious bleeding.",
            "<machine-together|one=Warf|other=Brufen|why=<together-thinner-pain>>",
        ),
        (
            "This was not read: the document has 12000 pages; at most 200 are read.",
            "<machine-unread|why=<machine-many-pages|count=12000|most=200>>",
        ),
        (
            "It looks like a knee X-ray, which no model here reads. The models here read front views of chests and \
             slices of brain MRI.",
            "<machine-kind-unread|kind=<machine-knee-xray>>",
        ),
        ("lab report", "<machine-lab-report>"),
        ("doubtful: size, blur", "<machine-doubtful|sides=<machine-size>, <machine-blur>>"),
    ] {
        assert_eq!(phrases.anew(sentence, &Keys), said);
    }
}

#[test]
fn what_is_not_known_stays_as_it_is() {
    let phrases = english();
    for sentence in [
        "",
        "The patient felt better.",
        "The day after is still to come.",
        "A and B: nothing anybody wrote.",
        "It looks like a unicorn, which no model here reads. The models here read front views of chests and slices of brain MRI.",
        "the document has many pages; at most 200 are read",
        " is out of range.",
    ] {
        assert_eq!(phrases.known(sentence, &Keys), None, "{sentence}");
        assert_eq!(phrases.anew(sentence, &Keys), sentence);
    }
}

#[test]
fn all_that_the_worker_found_in_its_examples_is_known() {
    let phrases = english();
    for example in ["lab-report", "prescription", "discharge-summary", "invoice", "chest-xray"] {
        let reading = reading::read(read(&format!("golden/{example}.json")).as_bytes()).expect("a finding");
        let seen = reading.seen.iter().map(|(about, _)| about);
        let said: Vec<&String> = reading.sentences.iter().chain(&reading.doubts).chain(seen).collect();
        assert!(said.len() > 3, "{example}");
        for sentence in said {
            assert!(phrases.known(sentence, &Keys).is_some(), "{example}: {sentence}");
        }
    }
}

#[test]
fn every_warning_about_two_medicines_is_known() {
    let warnings = read("vocab/interactions.csv");
    let phrases = english();
    let sentences =
        warnings.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.splitn(4, ';').nth(3));
    assert!(sentences.clone().count() > 100);
    for sentence in sentences {
        assert!(phrases.known(sentence, &Keys).is_some(), "{sentence}");
    }
}

/// Sentences are written where they are said, with `{}` where something stands in them.
#[test]
fn every_doubt_of_the_checks_is_known() {
    let phrases = english();
    let mut doubts = 0;
    for file in ["dates", "limits", "people", "sums", "twice"] {
        let source = read(&format!("src/check/{file}.rs"));
        let sentences = source.lines().filter(|line| !line.trim_start().starts_with("//") && !line.contains("Pass"));
        let quoted =
            sentences.flat_map(|line| line.split('"').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>());
        for sentence in quoted.filter(|text| text.ends_with('.') && text.contains(' ') && !text.starts_with('{')) {
            let known = ["2024-03-12", "17"].iter().any(|filled| {
                let parts = sentence.split('{').enumerate();
                let parts = parts.map(|(nth, part)| match part.split_once('}').filter(|_| nth > 0) {
                    Some((_, after)) => format!("{filled}{after}"),
                    None => part.to_owned(),
                });
                phrases.known(&parts.collect::<String>(), &Keys).is_some()
            });
            assert!(known || sentence == "No earlier record says the same.", "{file}: {sentence}");
            doubts += 1;
        }
    }
    assert!(doubts > 25, "{doubts}");
}
