//! What the worker finds in documents is understood here: the same files are what its own tests say that it prints.

use chartkey_flows::{facts, reading};

fn golden(kind: &str) -> Vec<u8> {
    std::fs::read(format!("../../ml-worker/golden/{kind}.json")).expect("a committed finding")
}

#[test]
fn a_finding_says_what_it_is_and_who_read_it() {
    for kind in ["lab-report", "prescription", "discharge-summary", "invoice"] {
        let read = reading::read(&golden(kind)).expect("a finding");
        assert!(read.summary.len() > 20, "{kind}: {}", read.summary);
        assert_eq!(read.model.expect("who read it").name, "chartkey-worker", "{kind}");
    }
}

#[test]
fn values_of_a_lab_report_come_with_their_range_their_sureness_and_their_place() {
    let facts = facts::read("application/fhir+json", &golden("lab-report"));
    let chloride = facts.results.iter().find(|result| result.test == "Chloride").expect("it was measured");
    assert_eq!((chloride.number, chloride.low, chloride.high), (Some(96.0), Some(98.0), Some(107.0)));
    assert_eq!(chloride.lies(), facts::Lies::Low);
    assert_eq!(chloride.loinc.as_deref(), Some("2075-0"));
    let measured: Vec<_> = facts.results.iter().filter(|result| result.number.is_some()).collect();
    assert_eq!(measured.len(), 5, "{measured:?}");
    assert!(measured.iter().all(|result| result.place.is_some() && result.sure.is_some()), "{measured:?}");
}

#[test]
fn medicines_of_a_prescription_are_medicines() {
    let facts = facts::read("application/fhir+json", &golden("prescription"));
    assert!(!facts.medicines.is_empty());
}

#[test]
fn what_was_read_can_be_corrected_and_is_read_again_as_it_was_kept() {
    for kind in ["lab-report", "prescription", "discharge-summary"] {
        let mut read = facts::read("application/fhir+json", &golden(kind));
        // A clean page may leave nothing in doubt.
        read.results[0].sure = Some(0.4);
        assert!(read.count() > 5 && read.unsure() > 0, "{kind}");
        let mut said = read.clone();
        said.results = read.results.iter().map(|value| value.said(&value.value, &value.unit)).collect();
        for (list, read) in said.lists_mut().into_iter().zip(read.lists()) {
            *list = read.iter().map(|entry| entry.said(&entry.what, &entry.more)).collect();
        }
        let kept = facts::read("application/fhir+json", &facts::confirmed(kind, &said));
        assert_eq!((kept.count(), kept.unsure()), (read.count(), 0), "{kind}");
        assert_eq!(kept.medicines, said.medicines, "{kind}");
    }
}

#[test]
fn an_image_comes_with_its_probability_its_map_and_the_model_s_card() {
    let read = reading::read(&golden("chest-xray")).expect("a finding");
    assert!(read.summary.contains("pneumonia"), "{}", read.summary);
    let likely = read.likely.expect("a probability");
    assert_eq!((likely.what.as_str(), likely.share), ("pneumonia", 0.969));
    let heat = read.heat.expect("a map");
    assert!(heat.png.starts_with(b"\x89PNG") && heat.page == 1);
    assert!(read.seen.iter().any(|(about, _)| about == "Where the model looked"), "{:?}", read.seen);
    assert!(read.doubts.iter().any(|doubt| doubt.contains("blurred")), "{:?}", read.doubts);
    let model = read.model.expect("who read it");
    assert!(
        model.notes.len() > 8 && model.notes.iter().any(|note| note.contains("It learned from")),
        "{:?}",
        model.notes
    );
    // None of it is a value of the body.
    assert_eq!(facts::read("application/fhir+json", &golden("chest-xray")).count(), 0);
}
