//! Every page has an address, and an address leads back to its page.

use crate::places::{Place, View, menu};
use chartkey_vocabulary::{Purpose, Role};
use wasm_bindgen_test::wasm_bindgen_test as test;

fn every() -> Vec<Place> {
    let account = "0x9738fc86c8524922841e352cb2da6087a36403e7".parse().expect("an account");
    let record = "0x9d18c3b91f90929df9c5681eeec121db".parse().expect("a record");
    let finding = "0x76f361be69394f566fc0ce7bf60c2898".parse().expect("a finding");
    let visit = "0xa1d127447672b83c9dd7784cd3d8a9e2".parse().expect("a visit");
    let prescription = "0x7f588e5710eb242ed48fbe99121e114c".parse().expect("a prescription");
    let mut all = vec![
        Place::Welcome,
        Place::Join,
        Place::Apply,
        Place::Unlock,
        Place::Recover,
        Place::Shared,
        Place::Home,
        Place::Records,
        Place::Reading(record, finding),
        Place::Add,
        Place::Sharing,
        Place::Give,
        Place::Links,
        Place::NewLink,
        Place::Emergency,
        Place::Log,
        Place::Visits,
        Place::Visit(visit),
        Place::AskVisit(account),
        Place::Prescriptions,
        Place::Prescription(prescription),
        Place::Health,
        Place::Guardians,
        Place::Export,
        Place::Today,
        Place::Patients,
        Place::AskKey,
        Place::Chart(account),
        Place::WriteReport(account),
        Place::WriteNote(account),
        Place::Prescribe(account),
        Place::SignOff,
        Place::Finding(record, finding),
        Place::Opinion(record),
        Place::Prescribed,
        Place::Listing,
        Place::House,
        Place::Doctors,
        Place::Desk,
        Place::Rescue,
        Place::Accesses,
        Place::Counter,
        Place::Dispensed,
        Place::Applications,
        Place::Application(account),
        Place::Professionals,
        Place::Admins,
        Place::Workers,
        Place::Assignments,
        Place::Directory,
        Place::Professional(account),
        Place::Explorer,
        Place::Block(1_234_567),
        Place::Doings(account),
        Place::Notices,
        Place::Help,
        Place::Settings,
        Place::Vault,
        Place::More,
        Place::Gallery,
    ];
    all.extend(View::ALL.map(|view| Place::Record(record, view)));
    all.extend(Purpose::ALL.map(|purpose| Place::Asked(account, purpose)));
    all.extend(Purpose::ALL.map(|purpose| Place::Held(account, purpose)));
    all
}

#[test]
fn every_address_leads_back_to_its_page() {
    let all = every();
    for place in &all {
        assert_eq!(Place::at(&place.path()), *place, "{}", place.path());
    }
    let mut paths: Vec<String> = all.iter().map(|place| place.path()).collect();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), all.len(), "no two pages share an address");
}

#[test]
fn every_page_of_a_patients_menu_says_for_whom_one_acts() {
    let without: Vec<_> = menu(Some(Role::Patient)).iter().filter(|place| !place.is_of_chart()).collect();
    assert!(without.is_empty(), "{without:?}");
    assert!(!Place::Vault.is_of_chart(), "the vault is one's own");
}

#[test]
fn what_is_no_address_leads_nowhere() {
    for path in [
        "/records/0x9d18",
        "/records/0x9d18c3b91f90929df9c5681eeec121db/nonsense",
        "/records/../home",
        "//evil.example/home/x",
        "/sharing/held/0x9738fc86c8524922841e352cb2da6087a36403e7/anything",
        "/explore/blocks/-1",
        "/javascript:alert(1)",
        "/HOME",
    ] {
        assert_eq!(Place::at(path), Place::Nowhere, "{path}");
    }
}
