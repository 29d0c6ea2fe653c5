//! A call costs what it does, however many people there are: each message of a whole life and the questions asked most,
//! among ten people and their records and among ten thousand.

use chartkey_rules::town::{Town, cast::*, cid, profile, sealed, terms};
use chartkey_tests::{
    bytecode::{Cost, Duet},
    life::live,
};
use chartkey_vocabulary::*;
use codec::Encode;
use std::time::Instant;

const FEW: u32 = 10;
const MANY: u32 = 10_000;

/// One in so many is a doctor.
const DOCTORS: u32 = 10;

/// A millionth of a KEY.
const MICRO: i128 = chartkey_runtime::money::MICRO as i128;

/// How far two costs may lie apart, in hundredths.
const TOLERANCE: i128 = 5;

const CLERK: Account = Account([0xb9; 20]);

fn person(kind: u8, number: u32) -> Account {
    let mut account = [kind; 20];
    account[1..5].copy_from_slice(&number.to_be_bytes());
    Account(account)
}

fn salt(number: u32) -> Salt {
    let mut salt = [0; 16];
    salt[..4].copy_from_slice(&number.to_be_bytes());
    Salt(salt)
}

/// A town with so many patients, each with a record, a key somebody holds, a link and a visit to come.
fn crowd(people: u32) -> Town {
    let town = Town::found(&ADMINS, 2);
    carry(&town, Motion::Appoint(CLERK, Office::Attester)).expect("appoints");
    for number in 0..people.div_ceil(DOCTORS) {
        let doctor = person(0xd1, number);
        town.directory().register(town.call(doctor), Role::Doctor, cid(1), Some(profile(7))).expect("applies");
        let (by, licence) = (town.call(CLERK), Commitment([1; 32]));
        town.directory().attest_licence(by, doctor, Role::Doctor, town.now, licence).expect("attests");
        carry(&town, Motion::Approve(doctor)).expect("approves");
    }
    for number in 0..people {
        let (patient, reader) = (person(0xd0, number), person(0xd1, number / DOCTORS));
        let call = town.call(patient);
        town.directory().register(call, Role::Patient, cid(1), None).expect("registers");
        town.ledger().add(call, patient, salt(number), Kind::XRay, sealed(1)).expect("adds");
        let between = Between { patient, reader, purpose: Purpose::Treatment };
        town.consent().grant(call, between, terms(town.now)).expect("grants");
        let link = Link { until: town.now + DAY, views: None };
        town.consent().open_link(call, patient, Digest([1; 32]), link).expect("opens a link");
        town.care().ask(call, patient, reader, salt(number), town.now + SLOT, 1).expect("asks");
    }
    town
}

/// What every line of a life costs among so many people, and then what some questions cost.
fn costs(people: u32) -> Vec<(String, Cost)> {
    let begun = Instant::now();
    let mut duet = Duet::found(&ADMINS, 2);
    duet.go_to(crowd(people));
    duet.chain.seal();
    assert!(duet.chain.rows(Contract::Records).0.len() as u32 >= 3 * people, "record, version and shelf of everybody");
    let lines = live(&mut duet, 1);
    let mut costs: Vec<_> = lines.into_iter().map(|line| (line.name, line.said.cost)).collect();
    let (patient, doctor) = (person(0xd0, people / 2), person(0xd1, people / 2 / DOCTORS));
    let record = RecordId::derive(patient, salt(people / 2), polkadot_sdk::sp_io::hashing::keccak_256);
    let questions = [
        (Contract::Registry, "who", doctor.encode()),
        (Contract::Records, "may_open", (record, doctor, Purpose::Treatment).encode()),
        (Contract::Records, "record", record.encode()),
        (Contract::Consent, "desk", patient.encode()),
    ];
    for (contract, question, arguments) in questions {
        let cost = duet.chain.ask(contract, question, &arguments).expect("answers").1;
        costs.push((format!("{contract:?}.{question}?"), cost));
    }
    println!("among {people} people in {:.1} s", begun.elapsed().as_secs_f32());
    costs
}

/// Whether two figures lie within the tolerance.
fn close(few: i128, many: i128) -> bool {
    (few - many).abs() * 100 <= few.abs().max(many.abs()) * TOLERANCE
}

#[test]
fn a_call_costs_the_same_among_ten_people_and_among_ten_thousand() {
    let (few, many) = (costs(FEW), costs(MANY));
    println!("reference time in µs, proof in bytes, deposit in millionths of a KEY; among 10 people and among 10,000");
    assert_eq!(few.len(), many.len());
    let mut told = std::collections::BTreeSet::new();
    let mut apart = Vec::new();
    for ((name, few), (same, many)) in few.into_iter().zip(many) {
        assert_eq!(name, same);
        if told.insert(name.clone()) {
            let micros = |cost: Cost| cost.ref_time as f64 / 1e6;
            println!(
                "{name:30} {:>8.1} {:>8.1} {:>9} {:>9} {:>6} {:>6}",
                micros(few),
                micros(many),
                few.proof,
                many.proof,
                few.deposit / MICRO,
                many.deposit / MICRO
            );
        }
        let figures = [
            (i128::from(few.ref_time), i128::from(many.ref_time)),
            (i128::from(few.proof), i128::from(many.proof)),
            (few.deposit, many.deposit),
        ];
        if !figures.iter().all(|(few, many)| close(*few, *many)) {
            apart.push(format!("{name}: {few:?} and {many:?}"));
        }
    }
    assert!(apart.is_empty(), "{apart:#?}");
}

#[test]
fn a_cost_that_grows_would_be_noticed() {
    assert!(close(100, 105) && close(-100, -100) && close(0, 0));
    assert!(!close(100, 106) && !close(100, -100) && !close(0, 1));
}
