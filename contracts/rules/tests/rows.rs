//! What the chain has to keep: every row fits it at its largest, and whatever a message can insert a message can
//! remove.

use chartkey_rules::bounds::{ADMINS as SEATS, FILLS, FINDINGS, PROFILE_LIST, SCOPE_LIST, SIGNATURES, SLOTS, WORKERS};
use chartkey_rules::bounds::{GRANT_LASTS, GUARDIANS, VERSIONS};
use chartkey_rules::town::{Town, account, cast::*, cid, sealed, terms};
use chartkey_rules::{Memory, Storage};
use chartkey_vocabulary::*;
use std::{cell::RefCell, collections::BTreeMap};

/// What pallet-revive stores under one key.
const ROW: usize = 416;

/// The largest row of each table.
fn largest(memory: &RefCell<Memory>) -> Vec<(u8, usize)> {
    let mut tables = BTreeMap::new();
    for (key, row) in memory.borrow().rows() {
        let size = tables.entry(key[0]).or_insert(0);
        *size = row.len().max(*size);
    }
    tables.into_iter().collect()
}

/// The tables that are left, and how many rows each has.
fn left(memory: &RefCell<Memory>) -> Vec<(u8, usize)> {
    let mut tables = BTreeMap::new();
    memory.borrow().rows().for_each(|(key, _)| *tables.entry(key[0]).or_insert(0) += 1);
    tables.into_iter().collect()
}

/// The whole council votes.
fn agree(town: &Town, council: &[Account], motion: Motion) {
    for admin in council {
        town.directory().vote(town.call(*admin), motion).expect("votes");
    }
}

fn everything_full(town: &Town) -> Terms {
    let ids = |from: u8| (from..from + SCOPE_LIST as u8).map(|n| RecordId([n; 16])).collect();
    let except = Exclusions { kinds: Kinds::PRESCRIPTIONS, records: ids(100) };
    let scope = Scope { extent: Extent::Records(ids(0)), except };
    Terms { scope, until: town.now + GRANT_LASTS, openings: Some(u16::MAX), may_write: true }
}

/// A town in which every table holds a row as large as the law lets it be.
fn crowded() -> Town {
    let council: Vec<_> = (1..=SEATS as u8).map(|n| account(0x80 + n)).collect();
    let town = Town::found(&council, SEATS as u8);
    let ballot = &council[..SEATS - 1];
    agree(&town, ballot, Motion::Upgrade(Contract::Care, Digest([1; 32])));
    agree(&town, &council, Motion::Upgrade(Contract::Registry, Digest([1; 32])));
    agree(&town, &council, Motion::Appoint(ATTESTER, Office::Attester));
    for number in 0..=GUARDIANS {
        let patient = if number == 0 { ADA } else { account(number) };
        town.directory().register(town.call(patient), Role::Patient, cid(1), None).expect("registers");
        if number > 0 {
            town.directory().appoint_guardian(town.call(ADA), patient).expect("has a guardian");
        }
    }
    let full = Profile {
        specialties: vec![u16::MAX; PROFILE_LIST],
        languages: vec![*b"en"; PROFILE_LIST],
        place: *b"u33db",
        card: cid(9),
    };
    let admit = |who, role| {
        town.directory().register(town.call(who), role, cid(1), Some(full.clone())).expect("applies");
        let attested = town.directory().attest_licence(town.call(ATTESTER), who, role, town.now, Commitment([1; 32]));
        attested.expect("attests");
        agree(&town, &council, Motion::Approve(who));
    };
    let doctors: Vec<_> = (0..SIGNATURES as u8).map(|n| account(0x20 + n)).collect();
    doctors.iter().for_each(|doctor| admit(*doctor, Role::Doctor));
    admit(HOSPITAL, Role::Hospital);
    let applied = town.directory().register(town.call(PHARMACY), Role::Pharmacy, cid(1), Some(full.clone()));
    applied.expect("applies");
    town.directory().affiliate(town.call(HOSPITAL), doctors[0]).expect("takes in");
    town.directory().assign(town.call(council[0]), ADA, doctors[0]).expect("proposes");

    // The key's list names a record that stands, so that its opening can be announced.
    let record = add(&town, ADA, 1, Kind::XRay);
    let mut counted = everything_full(&town);
    counted.scope.extent = Extent::Records([vec![record], (1..8).map(|n| RecordId([n; 16])).collect()].concat());
    let between = |reader, purpose| Between { patient: ADA, reader, purpose };
    let grant = |reader, purpose, terms| {
        town.consent().grant(town.call(ADA), between(reader, purpose), terms).expect("grants");
    };
    grant(HOSPITAL, Purpose::Treatment, counted);
    town.ledger().announce(town.call(HOSPITAL), record, Purpose::Treatment).expect("announces");
    let asked = town.consent().request(town.call(doctors[0]), ADA, Purpose::Treatment, everything_full(&town));
    asked.expect("asks");
    town.consent().keep_card(town.call(ADA), ADA, record).expect("keeps a card");
    town.consent().break_glass(town.call(doctors[0]), ADA, EmergencyReason::Unconscious).expect("breaks the glass");
    let link = Link { until: town.now + DAY, views: Some(u16::MAX) };
    town.consent().open_link(town.call(ADA), ADA, Digest([1; 32]), link).expect("opens a link");

    (1..VERSIONS).for_each(|version| {
        town.ledger().amend(town.call(ADA), record, version, sealed(1)).expect("amends");
    });
    for n in 0..WORKERS as u8 {
        let worker = account(0x50 + n);
        agree(&town, &council, Motion::Appoint(worker, Office::Worker));
        grant(worker, Purpose::MachineAnalysis, terms(town.now));
        for output in 0..FINDINGS as u8 {
            let (model, code, output) = (Digest([2; 32]), Digest([3; 32]), Commitment([output; 32]));
            let attestation = Attestation { record, version: VERSIONS, seen: Commitment([1; 32]), model, code, output };
            let finding = town.ledger().attest(town.call(worker), attestation, cid(5)).expect("attests").0;
            if n == 0 {
                for doctor in &doctors {
                    let key = between(*doctor, Purpose::SecondOpinion);
                    if town.consent().grant_of(key).is_none() {
                        grant(*doctor, Purpose::SecondOpinion, terms(town.now));
                    }
                    town.ledger().sign_off(town.call(*doctor), finding, Verdict::Agree).expect("signs");
                }
            }
        }
    }
    town.ledger().anchor_log(town.call(ATTESTER), Digest([1; 32]), u64::MAX).expect("anchors");

    let doctor = doctors[0];
    let asked = town.care().ask(town.call(ADA), ADA, doctor, Salt([1; 16]), town.now + SLOT, SLOTS);
    town.care().accept(town.call(doctor), asked.expect("asks").0).expect("accepts");
    // A visit that awaits an answer says whose, which takes a byte more.
    town.care().ask(town.call(ADA), ADA, doctor, Salt([2; 16]), town.now + DAY, SLOTS).expect("asks again");
    let added = town.ledger().add(town.call(doctor), ADA, Salt([2; 16]), Kind::Prescription, sealed(2));
    let (written, until) = (added.expect("writes").0, town.now + DAY);
    let made = town.care().prescribe(town.call(doctor), Salt([1; 16]), written, Commitment([1; 32]), FILLS, until);
    made.expect("prescribes");
    town
}

#[test]
fn every_row_fits_the_chain_at_its_largest() {
    let town = crowded();
    // Council, ballot, member, entry, guarded, guardians, assignment, house, upgrade, and two lists of three.
    let registry = [322, 309, 84, 75, 0, 1, 48, 8, 32, 20, 4, 4, 20, 4, 4];
    // Key, request, desk, card, emergency, link.
    let consent = [326, 281, 8, 16, 8, 11];
    // Record, version, finding, shelf, anchor.
    let records = [180, 100, 371, 4, 48];
    // Visit, booking, bond, prescription.
    let care = [51, 16, 10, 97];
    let books: [(&str, &RefCell<Memory>, &[usize]); 4] = [
        ("registry", &town.registry, &registry),
        ("consent", &town.consent, &consent),
        ("records", &town.records, &records),
        ("care", &town.care, &care),
    ];
    for (name, memory, sizes) in books {
        let expected: Vec<_> = (1..).zip(sizes.iter().copied()).collect();
        assert_eq!(largest(memory), expected, "{name}: bytes of the largest row of each table");
        assert!(sizes.iter().all(|size| *size <= ROW));
        println!("{name}: {sizes:?} of {ROW} bytes");
    }
}

#[test]
fn a_larger_row_would_be_noticed() {
    let row = vec![0; ROW + 1];
    let set = std::panic::catch_unwind(|| Memory::default().set(&[1; 32], &row));
    assert!(set.is_err(), "the memory of tests is as strict as the chain");
}

#[test]
fn what_a_message_inserted_a_message_removes() {
    let mut town = settle();
    let say = |town: &Town, from, message| {
        town.say(from, &message).map(|(answer, _)| answer).unwrap_or_else(|why| panic!("{message:?}: {}", why.name()))
    };
    let registry = |town: &Town, from, message| say(town, from, Message::Registry(message));
    let consent = |town: &Town, from, message| say(town, from, Message::Consent(message));
    let records = |town: &Town, from, message| say(town, from, Message::Records(message));
    let care = |town: &Town, from, message| say(town, from, Message::Care(message));
    let id = |answer: Vec<u8>| -> [u8; 16] { answer.try_into().expect("an identifier") };
    use {CareMessage as C, ConsentMessage as O, RecordsMessage as L, RegistryMessage as R};
    let with = |reader, purpose| Between { patient: ADA, reader, purpose };
    let treat = with(DR_LIN, Purpose::Treatment);

    // A full life.
    registry(&town, HOSPITAL, R::Affiliate { doctor: DR_LIN });
    registry(&town, ADMINS[0], R::Assign { patient: ADA, doctor: DR_LIN });
    registry(&town, ADMINS[0], R::Vote { motion: Motion::Quorum(1) });
    carry(&town, Motion::Upgrade(Contract::Consent, Digest([1; 32]))).expect("carries");
    carry(&town, Motion::Suspend(DR_OLA, Reason::UnderReview)).expect("carries");
    consent(&town, DR_LIN, O::Request { patient: ADA, purpose: Purpose::Treatment, terms: terms(town.now) });
    consent(&town, DR_LIN, O::Request { patient: ADA, purpose: Purpose::Research, terms: terms(town.now) });
    consent(&town, HOSPITAL, O::Request { patient: ADA, purpose: Purpose::Insurance, terms: terms(town.now) });
    consent(&town, ADA, O::Answer { between: treat, yes: true });
    consent(&town, ADA, O::Answer { between: with(HOSPITAL, Purpose::Insurance), yes: false });
    for (reader, purpose) in [(WORKER, Purpose::MachineAnalysis), (PHARMACY, Purpose::Dispensing)] {
        consent(&town, ADA, O::Grant { between: with(reader, purpose), terms: terms(town.now) });
    }
    let record = RecordId(id(records(
        &town,
        ADA,
        L::Add { owner: ADA, salt: Salt([1; 16]), kind: Kind::XRay, sealed: sealed(1) },
    )));
    records(&town, ADA, L::Amend { record, expected: 1, sealed: sealed(2) });
    let (model, code, output) = (Digest([2; 32]), Digest([3; 32]), Commitment([4; 32]));
    let attestation = Attestation { record, version: 1, seen: Commitment([1; 32]), model, code, output };
    let finding = FindingId(id(records(&town, WORKER, L::Attest { attestation, cid: cid(5) })));
    records(&town, DR_LIN, L::SignOff { finding, verdict: Verdict::Agree });
    records(&town, ATTESTER, L::AnchorLog { head: Digest([1; 32]), count: 3 });
    consent(&town, ADA, O::KeepCard { patient: ADA, record });
    consent(&town, HOSPITAL, O::BreakGlass { patient: ADA, reason: EmergencyReason::LifeAtRisk });
    consent(
        &town,
        ADA,
        O::OpenLink { owner: ADA, link: Digest([1; 32]), terms: Link { until: town.now + DAY, views: Some(1) } },
    );
    consent(&town, ATTESTER, O::ViewLink { owner: ADA, link: Digest([1; 32]) });
    let ask = |n: u8, from| C::Ask { patient: ADA, doctor: DR_LIN, salt: Salt([n; 16]), from, slots: 2 };
    let visits: Vec<_> =
        (1..=4).map(|n| VisitId(id(care(&town, ADA, ask(n, town.now + Time::from(2 * n) * SLOT))))).collect();
    visits[..3].iter().for_each(|visit| drop(care(&town, DR_LIN, C::Accept { visit: *visit })));
    let paper = L::Add { owner: ADA, salt: Salt([2; 16]), kind: Kind::Prescription, sealed: sealed(3) };
    let paper = RecordId(id(records(&town, DR_LIN, paper)));
    let prescribe = |n: u8| C::Prescribe {
        salt: Salt([n; 16]),
        record: paper,
        commitment: Commitment([1; 32]),
        fills: 1,
        until: town.now + DAY,
    };
    let prescriptions = [1, 2].map(|n| PrescriptionId(id(care(&town, DR_LIN, prescribe(n)))));
    care(&town, PHARMACY, C::Dispense { prescription: prescriptions[0] });

    // And its undoing.
    town.now += 2 * SLOT;
    care(&town, DR_LIN, C::Complete { visit: visits[0] });
    care(&town, ADA, C::Cancel { visit: visits[1] });
    care(&town, DR_LIN, C::Cancel { visit: visits[2] });
    care(&town, DR_LIN, C::Decline { visit: visits[3] });
    if town.care().bond(ADA, DR_LIN).is_some() {
        care(&town, ADA, C::Release { patient: ADA, doctor: DR_LIN });
    }
    care(&town, DR_LIN, C::Void { prescription: prescriptions[0] });
    care(&town, ADA, C::Void { prescription: prescriptions[1] });
    records(&town, DR_LIN, L::Retract { finding });
    [record, paper].into_iter().for_each(|record| drop(records(&town, ADA, L::Withdraw { record })));
    consent(&town, HOSPITAL, O::MendGlass { patient: ADA, reader: HOSPITAL });
    consent(&town, ADA, O::DropCard { patient: ADA });
    consent(&town, ADA, O::CloseLink { owner: ADA, link: Digest([1; 32]) });
    consent(&town, DR_LIN, O::DropRequest { patient: ADA, purpose: Purpose::Research });
    consent(&town, DR_LIN, O::Revoke { between: treat });
    consent(&town, ADA, O::Revoke { between: with(WORKER, Purpose::MachineAnalysis) });
    consent(&town, GUARDIAN, O::Revoke { between: with(PHARMACY, Purpose::Dispensing) });
    registry(&town, ADMINS[0], R::Retract { motion: Motion::Quorum(1) });
    registry(&town, ADA, R::Unassign { patient: ADA });
    registry(&town, DR_LIN, R::Part { hospital: HOSPITAL, doctor: DR_LIN });
    registry(&town, GUARDIAN, R::DismissGuardian { patient: ADA, guardian: GUARDIAN });
    carry(&town, Motion::Reinstate(DR_OLA)).expect("carries");
    for who in [ADA, GUARDIAN, BEN, DR_LIN, DR_OLA, HOSPITAL, PHARMACY] {
        registry(&town, who, R::Leave {});
    }
    for who in [ATTESTER, WORKER, ADMINS[2]] {
        carry(&town, Motion::Dismiss(who)).expect("carries");
    }

    // What the law keeps: the council and its two last members, and what code may run; Ada's epoch, so that old
    // seals are never taken for fresh; how far the log went, so that it never shrinks.
    assert_eq!(left(&town.registry), [(1, 1), (3, 2), (9, 1)]);
    assert_eq!(left(&town.consent), [(3, 1)]);
    assert_eq!(town.consent().desk(ADA), Desk { grants: 0, epoch: 3 });
    assert_eq!(left(&town.records), [(5, 1)]);
    assert_eq!(left(&town.care), []);
    assert_eq!(town.directory().council(), Council { admins: ADMINS[..2].to_vec(), quorum: 2 });
}
