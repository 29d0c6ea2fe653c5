//! The authorization matrix: every message, said by everybody it could be said by.
//!
//! A caller is a tie to the matter at hand × a role × a state, all that can exist. `law.rs` is the table of who
//! may, and of the refusal everybody else gets; it is written down by hand and asks no rulebook. `stage.rs` sets
//! the scene so that the message succeeds for the rightful.

mod callers;
mod law;
mod stage;

use callers::{Role::*, State::*, Tie::*, *};
use chartkey_rules::town::cast::*;
use chartkey_vocabulary::*;
use law::{Row, rows};
use std::collections::BTreeSet;

/// What one cell of the matrix shows.
fn cell(row: &Row, who: Caller) {
    let mut town = settle();
    join(&town, PARTY, row.party);
    let message = (row.stage)(&mut town, who);
    let from = appear(&town, who, row.party);
    let before = town.clone();
    let said = town.say(from, &message).map(|_| ()).err();
    let place = format!("{} said by {who:?}", row.name);
    assert_eq!(said.map(Refusal::name), row.law(who).map(Refusal::name), "{place}");
    assert_eq!(said, row.law(who), "{place}");
    assert_eq!(before == town, said.is_some(), "{place}: only a refusal leaves the town as it was");
}

#[test]
fn everybody_may_say_what_the_law_allows_and_nothing_else() {
    let (rows, callers) = (rows(), everybody());
    for row in &rows {
        callers.iter().for_each(|who| cell(row, *who));
    }
    println!("{} scenes × {} callers = {} cells", rows.len(), callers.len(), rows.len() * callers.len());
}

#[test]
fn every_message_has_its_row() {
    let told: BTreeSet<String> = rows().iter().map(|row| row.name.clone()).collect();
    let all = [
        (Contract::Registry, RegistryMessage::NAMES),
        (Contract::Consent, ConsentMessage::NAMES),
        (Contract::Records, RecordsMessage::NAMES),
        (Contract::Care, CareMessage::NAMES),
    ];
    let names = all.iter().flat_map(|(contract, names)| names.iter().map(move |name| format!("{contract:?}.{name}")));
    // The shells own the introduction: it is about contracts and not about people.
    let names: BTreeSet<String> = names.filter(|name| !name.ends_with(".introduce")).collect();
    assert_eq!(told, names);
    println!("{} of {} messages", told.len(), names.len());
}

#[test]
fn everybody_reads_what_the_law_allows_and_nothing_else() {
    use Purpose::*;
    let purposes =
        [Treatment, Dispensing, HospitalAdministration, SecondOpinion, MachineAnalysis, Insurance, Research, Emergency];
    let mut cells = 0;
    for who in everybody() {
        for purpose in purposes {
            for broken in [false, true] {
                let mut town = settle();
                join(&town, PARTY, Doctor);
                let record = stage::readable(&mut town, broken);
                let from = appear(&town, who, Doctor);
                let may = match (who, purpose) {
                    ((Owner | Guardian, Patient, Active), _) => true,
                    ((Party, Doctor | Hospital, Active), Treatment) => true,
                    ((Party, Doctor | Hospital, Active), Emergency) => broken,
                    _ => false,
                };
                let decision = town.ledger().may_open(record, from, purpose);
                assert_eq!(decision.is_allowed(), may, "{who:?} for {purpose:?}, glass broken: {broken}: {decision:?}");
                cells += 1;
            }
        }
    }
    println!("{cells} cells of reading");
}

#[test]
fn a_purpose_belongs_to_its_roles() {
    use Purpose::*;
    let law: [(Purpose, &[Role]); 8] = [
        (Treatment, &[Doctor, Hospital]),
        (Dispensing, &[Pharmacy]),
        (HospitalAdministration, &[Hospital]),
        (SecondOpinion, &[Doctor]),
        (MachineAnalysis, &[Worker]),
        (Insurance, &[Doctor, Hospital]),
        (Research, &[Doctor, Hospital]),
        (Emergency, &[]),
    ];
    for (purpose, holders) in law {
        for role in ROLES {
            let town = settle();
            join(&town, STRANGER, role);
            let between = Between { patient: ADA, reader: STRANGER, purpose };
            let granted = town.consent().grant(town.call(ADA), between, chartkey_rules::town::terms(town.now));
            let law = if holders.contains(&role) { Ok(()) } else { Err(ConsentError::WrongPurpose) };
            assert_eq!(granted.map(|_| ()), law, "{purpose:?} for a {role:?}");
        }
    }
}
