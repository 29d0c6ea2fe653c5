//! A FHIR document: one resource, or a bundle of them. Everything in it is either taken into a list or counted as kept.

use super::{
    Brought, Facts, Untaken,
    around::{Around, Whom, kind, list, person},
    fhir::take,
    inert::{LINE, inert},
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// So many entries of a bundle are looked at; the rest is kept.
const ENTRIES: usize = 20_000;
/// So many kinds are told apart among what is kept.
const KINDS: usize = 100;
/// How an entry is called that is no resource.
const NAMELESS: &str = "?";

/// Facts of a resource and of all that lie in it, and a count of what is none.
pub(super) fn facts(document: &Value) -> Facts {
    if kind(document) == Some("Bundle") {
        return of_entries(&list(&document["entry"]).iter().collect::<Vec<_>>());
    }
    of_entries(&[&json!({ "resource": document })])
}

fn of_entries(entries: &[&Value]) -> Facts {
    let looked_at = &entries[..entries.len().min(ENTRIES)];
    let resources: Vec<&Value> = looked_at.iter().map(|entry| &entry["resource"]).collect();
    let (around, whom) = (Around::of(looked_at), Whom::of(looked_at));
    let mut facts = Facts::default();
    let mut kept = BTreeMap::new();
    let mut understood = 0;
    for resource in &resources {
        // What is about somebody else in a document about one person is theirs.
        let taken = whom.has(resource) && (is_known(resource) || take(resource, &around, &mut facts));
        match taken {
            true => understood += 1,
            false => *kept.entry(called(resource)).or_default() += 1_u32,
        }
    }
    for entry in &entries[looked_at.len()..] {
        *kept.entry(called(&entry["resource"])).or_default() += 1;
    }
    let patients = resources.iter().filter(|it| kind(it) == Some("Patient"));
    facts.brought = Brought {
        about: patients.filter_map(|it| person(it)).take(KINDS).collect(),
        houses: around.houses(looked_at).into_iter().take(KINDS).collect(),
        understood,
        kept: fewest_last(kept),
        untaken: matches!(whom, Whom::Several).then_some(Untaken::SeveralPeople),
    };
    facts
}

/// Whom it is about and which house it comes from is shown with the lists.
fn is_known(resource: &Value) -> bool {
    match kind(resource) {
        Some("Patient") => person(resource).is_some(),
        Some("Organization") => resource["name"].is_string(),
        _ => false,
    }
}

fn called(resource: &Value) -> String {
    let name = inert(kind(resource).unwrap_or_default(), LINE);
    if name.is_empty() { NAMELESS.to_owned() } else { name }
}

fn fewest_last(kept: BTreeMap<String, u32>) -> Vec<(String, u32)> {
    let mut kept: Vec<(String, u32)> = kept.into_iter().collect();
    kept.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let rest: u32 = kept.iter().skip(KINDS).map(|(_, count)| count).sum();
    kept.truncate(KINDS);
    if rest > 0 {
        kept.push((NAMELESS.to_owned(), rest));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{NODES, read};

    fn entry(resource: Value) -> Value {
        let id = resource["id"].as_str().unwrap_or_default();
        json!({ "fullUrl": format!("urn:uuid:{id}"), "resource": resource })
    }

    fn bundle(resources: impl IntoIterator<Item = Value>) -> Facts {
        let entries: Vec<Value> = resources.into_iter().map(entry).collect();
        let bundle = json!({ "resourceType": "Bundle", "type": "transaction", "entry": entries });
        read("application/fhir+json", bundle.to_string().as_bytes())
    }

    fn patient(id: &str) -> Value {
        json!({ "resourceType": "Patient", "id": id, "name": [{ "given": ["Ada"], "family": "Moreau" }] })
    }

    fn condition(id: &str, of: &str) -> Value {
        json!({ "resourceType": "Condition", "id": id, "code": { "text": id }, "subject": { "reference": of } })
    }

    #[test]
    fn what_is_brought_in_says_about_whom_and_from_where() {
        let house = |id: &str, name: &str| json!({ "resourceType": "Organization", "id": id, "name": name });
        let visit = |id: &str, house: &str| json!({ "resourceType": "Encounter", "id": id, "serviceProvider": { "reference": house } });
        let mut asthma = condition("asthma", "urn:uuid:ada");
        asthma["encounter"] = json!({ "reference": "urn:uuid:v2" });
        let facts = bundle([
            patient("ada"),
            house("h1", "Elm Street Clinic"),
            house("h2", "Harbour Hospital"),
            visit("v1", "urn:uuid:h1"),
            visit("v2", "Organization?identifier=https://houses.example|h2"),
            asthma,
            condition("sinusitis", "Patient/ada"),
        ]);
        assert_eq!(facts.brought.about, ["Ada Moreau"]);
        assert_eq!(facts.brought.houses, ["Elm Street Clinic", "Harbour Hospital"]);
        assert_eq!(facts.conditions[0].from, "Harbour Hospital");
        assert_eq!(facts.conditions[1].from, "", "two houses, and it names none");
        assert_eq!((facts.brought.understood, &facts.brought.kept[..]), (5, &[("Encounter".to_owned(), 2)][..]));
    }

    #[test]
    fn what_is_not_understood_is_counted_by_what_it_is_called() {
        let kinds = ["Claim", "Goal", "Claim", "Claim", "\u{202e}Odd\0", ""];
        let facts = bundle(kinds.map(|kind| json!({ "resourceType": kind })));
        let kept: Vec<_> = facts.brought.kept.iter().map(|(kind, count)| (kind.as_str(), *count)).collect();
        assert_eq!(kept, [("Claim", 3), ("?", 1), ("Goal", 1), ("Odd", 1)]);
        assert!(facts.is_empty() && facts.brought.understood == 0);
    }

    #[test]
    fn medicines_named_elsewhere_in_the_bundle_are_found() {
        let medicine = json!({ "resourceType": "Medication", "id": "m", "code": { "text": "Metformin 500 mg" } });
        let request =
            |reference: Value| json!({ "resourceType": "MedicationRequest", "medicationReference": reference });
        let mut contained = request(json!({ "reference": "#in" }));
        contained["contained"] = json!([{ "resourceType": "Medication", "id": "in", "code": { "text": "Iron" } }]);
        let facts = bundle([
            medicine,
            request(json!({ "reference": "Medication/m" })),
            request(json!({ "reference": "Medication/gone", "display": "Aspirin" })),
            contained,
        ]);
        let names: Vec<_> = facts.medicines.iter().map(|medicine| medicine.what.as_str()).collect();
        assert_eq!(names, ["Metformin 500 mg", "Aspirin", "Iron"]);
    }

    #[test]
    fn of_a_document_about_several_people_nothing_is_taken() {
        let two = bundle([patient("ada"), patient("ben"), condition("asthma", "Patient/ada")]);
        assert_eq!((two.is_empty(), two.brought.untaken), (true, Some(Untaken::SeveralPeople)));
        assert_eq!(two.brought.kept.iter().map(|(_, count)| count).sum::<u32>(), 3);
        let named = bundle([condition("asthma", "Patient/ada"), condition("gout", "Patient/ben")]);
        assert!(named.is_empty());
        let mut by_address = condition("asthma", "urn:uuid:ada");
        by_address["subject"]["reference"] = json!("http://house.example/fhir/Patient/ada/_history/2");
        assert_eq!(bundle([patient("ada"), by_address, condition("gout", "urn:uuid:ada")]).conditions.len(), 2);
        let other = bundle([patient("ada"), condition("asthma", "Patient/ada"), condition("gout", "Patient/ben")]);
        assert_eq!(other.conditions.iter().map(|entry| entry.what.as_str()).collect::<Vec<_>>(), ["asthma"]);
        assert_eq!(other.brought.kept, [("Condition".to_owned(), 1)]);
    }

    #[test]
    fn a_patient_is_known_by_the_address_a_bundle_gives_as_well_as_by_id() {
        let mut ada = entry(patient("7"));
        ada["fullUrl"] = json!("urn:uuid:ada");
        let bundle = json!({ "resourceType": "Bundle", "entry": [
            ada, entry(condition("asthma", "urn:uuid:ada")), entry(condition("gout", "Patient/7")), entry(condition("flu", "Patient/8"))
        ] });
        assert_eq!(facts(&bundle).conditions.len(), 2);
    }

    #[test]
    fn a_report_is_understood_where_its_results_lie_beside_it() {
        let result = json!({ "resourceType": "Observation", "id": "o", "code": { "text": "Iron" }, "valueInteger": 9 });
        let report =
            |at: &str| json!({ "resourceType": "DiagnosticReport", "id": "r", "result": [{ "reference": at }] });
        assert_eq!(bundle([result.clone(), report("urn:uuid:o")]).brought.kept, []);
        assert_eq!(bundle([result, report("urn:uuid:elsewhere")]).brought.kept.len(), 1);
    }

    #[test]
    fn hostile_documents_are_bounded_and_stay_words() {
        let script = "<script>alert(1)</script>";
        let facts = bundle([json!({ "resourceType": "Condition", "code": { "text": script } })]);
        assert_eq!(facts.conditions[0].what, script, "shown as the letters it is");
        let long = bundle([json!({ "resourceType": "Condition", "code": { "text": "a".repeat(1 << 20) } })]);
        assert_eq!(long.conditions[0].what.len(), LINE);
        let many = bundle((0..ENTRIES + 5).map(|nth| json!({ "resourceType": format!("Kind{}", nth % 300) })));
        assert_eq!(many.brought.kept.iter().map(|(_, count)| *count as usize).sum::<usize>(), ENTRIES + 5);
        assert_eq!(many.brought.kept.len(), KINDS + 1);
        let crowded = format!("{{\"resourceType\":\"Bundle\",\"entry\":[{}0]}}", "0,".repeat(NODES));
        let crowded = read("application/fhir+json", crowded.as_bytes());
        assert_eq!(crowded.brought.untaken, Some(Untaken::TooMuch));
        for odd in ["{\"resourceType\":\"Bundle\"}", "{\"resourceType\":\"Bundle\",\"entry\":{\"a\":1}}"] {
            assert_eq!(read("application/fhir+json", odd.as_bytes()), Facts::default());
        }
    }
}
