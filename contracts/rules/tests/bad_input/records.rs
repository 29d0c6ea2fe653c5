use crate::Heard;
use chartkey_rules::bounds::{FINDINGS, SIGNATURES, VERSIONS, WORKERS};
use chartkey_rules::town::{Town, account, cast::*, cid, sealed, terms};
use chartkey_vocabulary::{RecordsError as E, RecordsMessage as M, *};

const NONE: RecordId = RecordId([0xee; 16]);

fn no(heard: &mut Heard, why: E, town: &Town, from: Account, message: M, what: &str) {
    heard.refused(Refusal::Records(why), town, from, &Message::Records(message), what);
}
fn grant(town: &Town, reader: Account, purpose: Purpose) {
    let between = Between { patient: ADA, reader, purpose };
    town.consent().grant(town.call(ADA), between, terms(town.now)).expect("grants");
}
fn damaged(head: [u8; 4]) -> Cid {
    let mut bytes = [7; 36];
    bytes[..4].copy_from_slice(&head);
    Cid(bytes)
}

#[test]
fn records_refuse_each_in_their_own_words() {
    let heard = &mut Heard::default();
    versions(heard);
    visits(heard);
    openings(heard);
    findings(heard);
    signatures(heard);
    logs(heard);
    std::mem::take(heard).all(E::ALL.iter().map(|e| e.name()), &[]);
}

fn versions(heard: &mut Heard) {
    let town = settle();
    let add_to = |owner, number, sealed| M::Add { owner, salt: Salt([number; 16]), kind: Kind::LabReport, sealed };
    let record = add(&town, ADA, 1, Kind::LabReport);
    // CIDv0, a node of DAG-JSON, SHA-512, a short hash, zeros.
    for head in [[0x12, 0x20, 1, 1], [1, 0x71, 0x12, 0x20], [1, 0x55, 0x13, 0x40], [1, 0x55, 0x12, 0x14], [0; 4]] {
        let bad = Sealed { cid: damaged(head), commitment: Commitment([1; 32]) };
        no(heard, E::BadCid, &town, ADA, add_to(ADA, 2, bad), "no CID");
        no(heard, E::BadCid, &town, ADA, M::Amend { record, expected: 1, sealed: bad }, "no CID");
        no(heard, E::BadCid, &town, ADA, M::Rekey { record, version: 1, cid: bad.cid }, "no CID");
    }
    no(heard, E::AlreadyAdded, &town, ADA, add_to(ADA, 1, sealed(2)), "a reused identifier");
    no(heard, E::AlreadyAdded, &town, GUARDIAN, add_to(ADA, 1, sealed(2)), "reused by the guardian");
    no(heard, E::NotPatient, &town, DR_LIN, add_to(DR_LIN, 1, sealed(2)), "a doctor has no records");
    no(heard, E::NotPatient, &town, STRANGER, add_to(STRANGER, 1, sealed(2)), "nobody has no records");
    no(heard, E::MayNotWrite, &town, DR_LIN, add_to(ADA, 2, sealed(2)), "without a key");
    no(heard, E::MayNotWrite, &town, BEN, add_to(ADA, 2, sealed(2)), "another patient");
    grant(&town, DR_LIN, Purpose::Treatment);
    no(heard, E::MayNotWrite, &town, DR_LIN, add_to(ADA, 2, sealed(2)), "with a key to read");

    let amend = |record, expected| M::Amend { record, expected, sealed: sealed(3) };
    let rekey = |record, version, number| M::Rekey { record, version, cid: cid(number) };
    no(heard, E::NoSuchRecord, &town, ADA, amend(NONE, 1), "an unknown record");
    no(heard, E::NoSuchRecord, &town, ADA, rekey(NONE, 1, 2), "an unknown record");
    no(heard, E::NoSuchRecord, &town, ADA, M::Withdraw { record: NONE }, "an unknown record");
    no(heard, E::MayNotWrite, &town, BEN, amend(record, 1), "a foreign record");
    no(heard, E::NotYours, &town, BEN, rekey(record, 1, 2), "a foreign record");
    no(heard, E::NotYours, &town, DR_LIN, M::Withdraw { record }, "a foreign record");
    no(heard, E::Stale, &town, ADA, amend(record, 0), "a version before the first");
    no(heard, E::Stale, &town, ADA, amend(record, 2), "a version to come");
    no(heard, E::NoSuchVersion, &town, ADA, rekey(record, 0, 2), "before the first");
    no(heard, E::NoSuchVersion, &town, ADA, rekey(record, 2, 2), "after the last");
    no(heard, E::SameCid, &town, ADA, rekey(record, 1, 1), "the same ciphertext");
    for version in 1..VERSIONS {
        town.ledger().amend(town.call(ADA), record, version, sealed(3)).expect("one of sixteen");
        no(heard, E::Stale, &town, ADA, amend(record, version), "the same change again");
    }
    no(heard, E::TooManyVersions, &town, ADA, amend(record, VERSIONS), "a seventeenth");
    town.ledger().withdraw(town.call(ADA), record).expect("withdraws");
    no(heard, E::NoSuchRecord, &town, ADA, M::Withdraw { record }, "twice");
    no(heard, E::NoSuchRecord, &town, ADA, amend(record, VERSIONS), "a withdrawn record");
}

/// By a visit alone a doctor amends what they wrote; with a key to write also the rest, but for the last version.
fn visits(heard: &mut Heard) {
    let town = settle();
    let hers = add(&town, ADA, 1, Kind::LabReport);
    let (visit, _) = town.care().ask(town.call(ADA), ADA, DR_LIN, Salt([1; 16]), town.now + SLOT, 1).expect("asks");
    town.care().accept(town.call(DR_LIN), visit).expect("accepts");
    let added = town.ledger().add(town.call(DR_LIN), ADA, Salt([2; 16]), Kind::ConsultationNote, sealed(2));
    let his = added.expect("writes").0;
    let amend = |record, expected| M::Amend { record, expected, sealed: sealed(3) };
    no(heard, E::MayNotWrite, &town, DR_LIN, amend(hers, 1), "another's record, by a visit");
    no(heard, E::MayNotWrite, &town, DR_OLA, amend(his, 1), "a colleague's record");
    for version in 1..VERSIONS - 1 {
        town.ledger().amend(town.call(DR_LIN), his, version, sealed(3)).expect("one of fifteen");
    }
    no(heard, E::TooManyVersions, &town, DR_LIN, amend(his, VERSIONS - 1), "the version kept for Ada");
    town.ledger().amend(town.call(GUARDIAN), his, VERSIONS - 1, sealed(4)).expect("has the last word for Ada");
    no(heard, E::TooManyVersions, &town, DR_LIN, amend(his, VERSIONS), "a seventeenth");
    no(heard, E::TooManyVersions, &town, ADA, amend(his, VERSIONS), "a seventeenth");

    let between = Between { patient: ADA, reader: DR_LIN, purpose: Purpose::Treatment };
    let write = Terms { may_write: true, ..terms(town.now) };
    town.consent().grant(town.call(ADA), between, write).expect("grants");
    town.ledger().amend(town.call(DR_LIN), hers, 1, sealed(3)).expect("has a key to write");
    town.consent().revoke(town.call(ADA), between).expect("withdraws");
    no(heard, E::MayNotWrite, &town, DR_LIN, amend(hers, 2), "without the key again");
    let added = town.ledger().add(town.call(DR_LIN), ADA, Salt([3; 16]), Kind::ConsultationNote, sealed(5));
    added.expect("still adds by the visit");
    town.care().release(town.call(ADA), ADA, DR_LIN).expect("ends what the visit allows");
    no(heard, E::MayNotWrite, &town, DR_LIN, amend(his, VERSIONS), "their own, with no visit any more");
}

fn openings(heard: &mut Heard) {
    let town = settle();
    let record = add(&town, ADA, 1, Kind::LabReport);
    let announce = |record, purpose| M::Announce { record, purpose };
    no(heard, E::NoSuchRecord, &town, DR_LIN, announce(NONE, Purpose::Treatment), "an unknown record");
    no(heard, E::NotAnnounced, &town, DR_LIN, announce(record, Purpose::Treatment), "without a key");
    no(heard, E::NotAnnounced, &town, ADA, announce(record, Purpose::Treatment), "her own");
    no(heard, E::NotAnnounced, &town, DR_LIN, announce(record, Purpose::Emergency), "an emergency");
}

fn attestation(record: RecordId, output: u8) -> Attestation {
    let (model, code) = (Digest([2; 32]), Digest([3; 32]));
    Attestation { record, version: 1, seen: Commitment([1; 32]), model, code, output: Commitment([output; 32]) }
}

fn findings(heard: &mut Heard) {
    let mut town = settle();
    let record = add(&town, ADA, 1, Kind::XRay);
    let attest = |attestation| M::Attest { attestation, cid: cid(5) };
    let plain = attestation(record, 1);
    no(heard, E::NotWorker, &town, DR_LIN, attest(plain), "a doctor is no machine");
    no(heard, E::BadCid, &town, WORKER, M::Attest { attestation: plain, cid: damaged([0; 4]) }, "no CID");
    no(heard, E::NoSuchRecord, &town, WORKER, attest(attestation(NONE, 1)), "an unknown record");
    for version in [0, 2] {
        no(heard, E::NoSuchVersion, &town, WORKER, attest(Attestation { version, ..plain }), "no such version");
    }
    no(
        heard,
        E::WrongRecord,
        &town,
        WORKER,
        attest(Attestation { seen: Commitment([9; 32]), ..plain }),
        "another file",
    );
    no(heard, E::NoConsent, &town, WORKER, attest(plain), "without a key");
    grant(&town, WORKER, Purpose::MachineAnalysis);
    for output in 1..=FINDINGS as u8 {
        town.ledger().attest(town.call(WORKER), attestation(record, output), cid(5)).expect("one of eight");
    }
    no(heard, E::AlreadyAttested, &town, WORKER, attest(plain), "the same again");
    no(heard, E::TooManyFindings, &town, WORKER, attest(attestation(record, 99)), "a ninth");
    for number in 2..=WORKERS as u8 + 1 {
        carry(&town, Motion::Appoint(account(number), Office::Worker)).expect("appoints");
        grant(&town, account(number), Purpose::MachineAnalysis);
        if number <= WORKERS as u8 {
            town.ledger().attest(town.call(account(number)), plain, cid(5)).expect("one of five");
        }
    }
    no(heard, E::TooManyFindings, &town, account(WORKERS as u8 + 1), attest(plain), "a sixth worker");
    town.now += DAY;
    no(heard, E::NoConsent, &town, WORKER, attest(plain), "an ended key");
}

fn signatures(heard: &mut Heard) {
    let mut town = settle();
    let record = add(&town, ADA, 1, Kind::XRay);
    grant(&town, WORKER, Purpose::MachineAnalysis);
    let finding = town.ledger().attest(town.call(WORKER), attestation(record, 1), cid(5)).expect("attests").0;
    let sign = |finding| M::SignOff { finding, verdict: Verdict::Amended };
    let none = FindingId([0xee; 16]);
    no(heard, E::NotDoctor, &town, HOSPITAL, sign(finding), "a house signs nothing");
    no(heard, E::NoSuchFinding, &town, DR_LIN, sign(none), "an unknown finding");
    no(heard, E::NoSuchFinding, &town, DR_LIN, M::Retract { finding: none }, "an unknown finding");
    no(heard, E::NoConsent, &town, DR_LIN, sign(finding), "without a key");
    town.agreement = 2;
    no(heard, E::NotAgreed, &town, DR_LIN, sign(finding), "one machine of two");
    town.agreement = 1;
    no(heard, E::NotSigned, &town, DR_LIN, M::Retract { finding }, "what was not signed");
    grant(&town, DR_LIN, Purpose::SecondOpinion);
    town.ledger().sign_off(town.call(DR_LIN), finding, Verdict::Agree).expect("signs");
    no(heard, E::AlreadySigned, &town, DR_LIN, sign(finding), "twice");
    for number in 1..=SIGNATURES as u8 {
        admit(&town, account(number), Role::Doctor);
        grant(&town, account(number), Purpose::Treatment);
        if number < SIGNATURES as u8 {
            town.ledger().sign_off(town.call(account(number)), finding, Verdict::Agree).expect("one of three");
        }
    }
    no(heard, E::TooManySignatures, &town, account(SIGNATURES as u8), sign(finding), "a fourth doctor");
}

fn logs(heard: &mut Heard) {
    let town = settle();
    let anchor = |count| M::AnchorLog { head: Digest([1; 32]), count };
    no(heard, E::NotAttester, &town, ADMINS[0], anchor(1), "an admin keeps no log");
    no(heard, E::NotLonger, &town, ATTESTER, anchor(0), "an empty log");
    town.ledger().anchor_log(town.call(ATTESTER), Digest([1; 32]), 7).expect("anchors");
    no(heard, E::NotLonger, &town, ATTESTER, anchor(7), "as long as before");
    no(heard, E::NotLonger, &town, ATTESTER, anchor(6), "a shorter log");
}
