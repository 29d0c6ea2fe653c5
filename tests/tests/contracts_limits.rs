//! What is large still fits: the codes, the longest answers in a contract's small heap, the record with most in it.

use chartkey_client::code_hash;
use chartkey_deploy::bundles::{CONTRACTS, name};
use chartkey_rules::{
    bounds::{ADMINS as SEATS, FINDINGS, PAGE, PROFILE_LIST, SCOPE_LIST, SIGNATURES, VERSIONS, WORKERS},
    town::{Town, account, cast::*, cid, sealed, terms},
};
use chartkey_runtime::Runtime;
use chartkey_tests::bytecode::{Chain, Duet, bundles};
use chartkey_vocabulary::*;
use codec::Encode;
use polkadot_sdk::pallet_revive::AccountInfo;

/// What a contract may weigh, in bytes.
const CODE: usize = 24_576;

#[test]
fn each_contract_weighs_less_than_24_kilobytes() {
    // Reading compares every file with the manifest's hash and length.
    let bundles = bundles();
    for contract in CONTRACTS {
        println!("{:9} {:6} bytes of {CODE}", name(contract), bundles.code(contract).len());
    }
    for contract in CONTRACTS {
        assert!(bundles.code(contract).len() < CODE, "{}: {} bytes", name(contract), bundles.code(contract).len());
    }
}

#[test]
fn what_runs_on_the_chain_is_what_was_bundled() {
    let mut chain = Chain::found(&ADMINS, 2);
    for contract in CONTRACTS {
        let (place, code) = (chain.place(contract), bundles().hash(contract));
        let runs = chain.inside(|| AccountInfo::<Runtime>::load_contract(&place).expect("a contract").code_hash);
        assert_eq!(runs.0, code);
        assert_eq!(code, code_hash(bundles().code(contract)));
    }
}

/// A directory entry as long as one can be.
fn longest() -> Profile {
    let (specialties, languages) = (vec![u16::MAX; PROFILE_LIST], vec![*b"zz"; PROFILE_LIST]);
    Profile { specialties, languages, place: *b"zzzzz", card: cid(9) }
}

#[test]
fn a_full_page_of_the_longest_entries_fits_the_heap() {
    let town = settle();
    for number in 0..2 * PAGE as u8 {
        let mut who = Account([0xd2; 20]);
        who.0[1] = number;
        town.directory().register(town.call(who), Role::Doctor, cid(1), Some(longest())).expect("applies");
        if number >= PAGE as u8 {
            let (by, licence) = (town.call(ATTESTER), Commitment([1; 32]));
            town.directory().attest_licence(by, who, Role::Doctor, town.now, licence).expect("attests");
            carry(&town, Motion::Approve(who)).expect("approves");
        }
    }
    let mut chain = Chain::found(&ADMINS, 2);
    chain.become_like(&town);
    for (list, right) in [("directory", town.directory().directory(4)), ("applicants", town.directory().applicants(0))]
    {
        assert_eq!(right.1.len(), PAGE as usize, "a full page");
        assert!(right.1.iter().all(|entry| entry.profile == longest()));
        let from: u32 = if list == "directory" { 4 } else { 0 };
        let (answer, cost) = chain.ask(Contract::Registry, list, &from.encode()).expect("answers");
        assert_eq!(answer, right.encode());
        println!("{list}: {} bytes, {:.1} ms of reference time", answer.len(), cost.ref_time as f64 / 1e9);
    }
}

#[test]
fn a_full_council_votes() {
    let council: Vec<_> = (1..=SEATS as u8).map(|number| account(0x80 + number)).collect();
    let mut duet = Duet::found(&council, SEATS as u8);
    let motion = Motion::Upgrade(Contract::Care, Digest([1; 32]));
    for admin in &council {
        duet.say(*admin, &Message::Registry(RegistryMessage::Vote { motion })).expect("votes");
    }
    assert!(duet.town.directory().carried(Contract::Care, Digest([1; 32])));
    duet.agree();
    duet.answer_alike(&council[..2]);
}

#[test]
fn the_longest_terms_are_asked_for_given_and_narrowed() {
    let mut duet = Duet::found(&ADMINS, 2);
    duet.go_to(settle());
    let ids = |from: u8| (from..from + SCOPE_LIST as u8).map(|number| RecordId([number; 16])).collect::<Vec<_>>();
    let scope = |except| Scope {
        extent: Extent::Records(ids(0)),
        except: Exclusions { kinds: Kinds::PRESCRIPTIONS, records: except },
    };
    let asked = Terms { scope: scope(ids(100)), until: duet.town.now + DAY, openings: Some(u16::MAX), may_write: true };
    let given = Terms { scope: scope(Vec::new()), ..asked.clone() };
    let narrowing = Narrowing {
        until: Some(duet.town.now + HOUR),
        openings: Some(1),
        except: Exclusions { kinds: Kinds(1), records: ids(100) },
        read_only: true,
    };
    let between = Between { patient: ADA, reader: DR_LIN, purpose: Purpose::Treatment };
    let lines = [
        (DR_LIN, ConsentMessage::Request { patient: ADA, purpose: Purpose::Treatment, terms: asked }),
        (ADA, ConsentMessage::Grant { between, terms: given }),
        (ADA, ConsentMessage::Narrow { between, narrowing }),
    ];
    for (from, message) in lines {
        duet.say(from, &Message::Consent(message)).expect("fits");
    }
    duet.agree();
}

#[test]
fn longer_lists_than_the_law_allows_are_refused_by_the_law() {
    let mut duet = Duet::found(&ADMINS, 2);
    duet.go_to(settle());
    let until = duet.town.now;
    let granting = |extent, kept_back| {
        let between = Between { patient: ADA, reader: DR_LIN, purpose: Purpose::Treatment };
        let scope = Scope { extent, except: Exclusions { kinds: Kinds(0), records: kept_back } };
        Message::Consent(ConsentMessage::Grant { between, terms: Terms { scope, ..terms(until) } })
    };
    let revising = |specialties, languages| {
        Message::Registry(RegistryMessage::Revise { profile: Profile { specialties, languages, ..longest() } })
    };
    let long_scope = Refusal::Consent(ConsentError::ScopeTooLong);
    let long_profile = Refusal::Registry(RegistryError::ProfileTooLong);
    for length in [9, 63, 64, 65, 300] {
        let ids = vec![RecordId([7; 16]); length];
        for message in [granting(Extent::Records(ids.clone()), Vec::new()), granting(Extent::Everything, ids)] {
            assert_eq!(duet.say(ADA, &message).expect_err("too long"), long_scope, "{length}");
        }
        for message in [revising(vec![1; length], Vec::new()), revising(Vec::new(), vec![*b"en"; length])] {
            assert_eq!(duet.say(DR_LIN, &message).expect_err("too long"), long_profile, "{length}");
        }
    }
}

/// A record with all versions, findings, workers and signatures one can have.
fn fullest() -> (Town, RecordId) {
    let town = settle();
    let record = add(&town, ADA, 1, Kind::XRay);
    (1..VERSIONS).for_each(|version| {
        town.ledger().amend(town.call(ADA), record, version, sealed(1)).expect("amends");
    });
    let grant = |reader, purpose| {
        town.consent()
            .grant(town.call(ADA), Between { patient: ADA, reader, purpose }, terms(town.now))
            .expect("grants");
    };
    let doctors: Vec<_> = (0..SIGNATURES as u8).map(|number| account(0x70 + number)).collect();
    for doctor in &doctors {
        admit(&town, *doctor, Role::Doctor);
        grant(*doctor, Purpose::SecondOpinion);
    }
    for number in 0..WORKERS as u8 {
        let worker = account(0x50 + number);
        carry(&town, Motion::Appoint(worker, Office::Worker)).expect("appoints");
        grant(worker, Purpose::MachineAnalysis);
        for output in 0..FINDINGS as u8 {
            let (model, code, output) = (Digest([2; 32]), Digest([3; 32]), Commitment([output; 32]));
            let attestation = Attestation { record, version: VERSIONS, seen: Commitment([1; 32]), model, code, output };
            let finding = town.ledger().attest(town.call(worker), attestation, cid(5)).expect("attests").0;
            if number == 0 {
                for doctor in &doctors {
                    town.ledger().sign_off(town.call(*doctor), finding, Verdict::Agree).expect("signs");
                }
            }
        }
    }
    (town, record)
}

#[test]
fn the_fullest_record_is_read_and_withdrawn() {
    let (town, record) = fullest();
    let mut duet = Duet::found(&ADMINS, 2);
    duet.go_to(town);
    duet.answer_alike(&[ADA, DR_LIN]);
    let said = duet.say(ADA, &Message::Records(RecordsMessage::Withdraw { record })).expect("withdraws");
    duet.agree();
    assert!(duet.chain.rows(Contract::Records).0.is_empty(), "nothing of it is left");
    assert!(said.cost.deposit < 0, "and its deposit comes back");
    println!("withdrawn in {:.1} ms of reference time", said.cost.ref_time as f64 / 1e9);
}
