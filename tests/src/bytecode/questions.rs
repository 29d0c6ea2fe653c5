//! Every question that can be asked, with the answer the law gives.

use chartkey_rules::{People, town::Town};
use chartkey_vocabulary::*;
use codec::Encode;

/// A question and its right answer.
#[derive(Clone, Debug)]
pub struct Question {
    /// Whom it is put to.
    pub contract: Contract,
    /// Its name.
    pub name: &'static str,
    /// Its arguments, encoded.
    pub arguments: Vec<u8>,
    /// The answer, encoded.
    pub answer: Vec<u8>,
}

/// Asks `town` everything about `people` and about all that is in its rows.
pub fn questions(town: &Town, people: &[Account]) -> Vec<Question> {
    let mut all = Vec::new();
    registry(town, people, &mut |name, arguments, answer| {
        all.push(Question { contract: Contract::Registry, name, arguments, answer });
    });
    consent(town, people, &mut |name, arguments, answer| {
        all.push(Question { contract: Contract::Consent, name, arguments, answer });
    });
    records(town, people, &mut |name, arguments, answer| {
        all.push(Question { contract: Contract::Records, name, arguments, answer });
    });
    care(town, people, &mut |name, arguments, answer| {
        all.push(Question { contract: Contract::Care, name, arguments, answer });
    });
    all
}

type Put<'a> = &'a mut dyn FnMut(&'static str, Vec<u8>, Vec<u8>);

fn pairs(people: &[Account]) -> impl Iterator<Item = (Account, Account)> + '_ {
    people.iter().flat_map(move |one| people.iter().map(move |other| (*one, *other)))
}

/// The identifiers in a table of sixteen-byte keys, and one that names nothing.
fn ids(memory: &std::cell::RefCell<chartkey_rules::Memory>, table: u8) -> Vec<[u8; 16]> {
    let memory = memory.borrow();
    let there = memory.rows().filter(|(key, _)| key[0] == table).map(|(key, _)| {
        let mut id = [0; 16];
        id.copy_from_slice(&key[1..17]);
        id
    });
    there.chain([[0xee; 16]]).collect()
}

fn registry(town: &Town, people: &[Account], put: Put) {
    let book = town.directory();
    for who in people {
        put("who", who.encode(), book.who(*who).encode());
        put("member", who.encode(), book.member(*who).encode());
        put("profile", who.encode(), book.profile(*who).encode());
        put("assignment", who.encode(), book.assignment(*who).encode());
        for motion in [Motion::Approve(*who), Motion::Dismiss(*who), Motion::Reinstate(*who)] {
            put("ballot", motion.encode(), book.ballot(motion).encode());
        }
    }
    for (one, other) in pairs(people) {
        put("guards", (one, other).encode(), book.guards(one, other).encode());
        put("affiliated", (one, other).encode(), book.affiliated(one, other).encode());
        put("parties", (one, other, other).encode(), book.parties(one, other, other).encode());
    }
    put("council", Vec::new(), book.council().encode());
    for from in [0, 1, 50, u32::MAX] {
        put("directory", from.encode(), book.directory(from).encode());
        put("applicants", from.encode(), book.applicants(from).encode());
    }
    for contract in [Contract::Registry, Contract::Consent, Contract::Records, Contract::Care] {
        let code = Digest([1; 32]);
        put("carried", (contract, code).encode(), book.carried(contract, code).encode());
        if contract == Contract::Registry {
            put("may_become", code.encode(), book.carried(contract, code).encode());
        }
    }
}

fn consent(town: &Town, people: &[Account], put: Put) {
    let book = town.consent();
    let code = Digest([1; 32]);
    put("may_become", code.encode(), town.directory().carried(Contract::Consent, code).encode());
    for who in people {
        put("desk", who.encode(), book.desk(*who).encode());
        put("card", who.encode(), book.card(*who).encode());
        for link in [Digest([1; 32]), Digest([2; 32])] {
            put("link", (who, link).encode(), book.link(*who, link).encode());
        }
    }
    let record = RecordId(ids(&town.records, 1)[0]);
    for (patient, reader) in pairs(people) {
        put("emergency", (patient, reader).encode(), book.emergency(patient, reader).encode());
        let facts = Facts { record, owner: patient, author: reader, kind: Kind::LabReport, written: town.now };
        put("writing", (facts, reader).encode(), book.writing(town.now, facts, reader).encode());
        for purpose in Purpose::ALL {
            let between = Between { patient, reader, purpose };
            let (grant, request) = (book.grant_of(between), book.request_of(between));
            if grant.is_some() || request.is_some() || purpose == Purpose::Emergency {
                put("grant_of", between.encode(), grant.encode());
                put("request_of", between.encode(), request.encode());
                put("check", (between, facts).encode(), book.check(town.now, between, facts).encode());
            }
        }
    }
}

fn records(town: &Town, people: &[Account], put: Put) {
    let book = town.ledger();
    let code = Digest([1; 32]);
    put("may_become", code.encode(), town.directory().carried(Contract::Records, code).encode());
    for id in ids(&town.records, 1).into_iter().map(RecordId) {
        put("facts", id.encode(), book.facts(id).encode());
        put("record", id.encode(), book.record(id).encode());
        for version in [0, 1, 2, 17] {
            put("version", (id, version).encode(), book.version(id, version).encode());
        }
        for reader in people {
            let dispenses = book.may_open(id, *reader, Purpose::Dispensing).is_allowed();
            put("may_dispense", (id, reader).encode(), dispenses.encode());
            for purpose in Purpose::ALL {
                put("may_open", (id, reader, purpose).encode(), book.may_open(id, *reader, purpose).encode());
            }
        }
    }
    for id in ids(&town.records, 3).into_iter().map(FindingId) {
        put("finding", id.encode(), book.finding(id).encode());
    }
    for who in people {
        put("shelf", who.encode(), book.shelf(*who).encode());
        put("anchor", who.encode(), book.anchor(*who).encode());
    }
}

fn care(town: &Town, people: &[Account], put: Put) {
    let book = town.care();
    let code = Digest([1; 32]);
    put("may_become", code.encode(), town.directory().carried(Contract::Care, code).encode());
    for id in ids(&town.care, 1).into_iter().map(VisitId) {
        put("visit", id.encode(), book.visit(id).encode());
        if let Some(visit) = book.visit(id) {
            let slot = (visit.doctor, visit.from);
            put("booking", slot.encode(), book.booking(visit.doctor, visit.from).encode());
        }
    }
    for id in ids(&town.care, 4).into_iter().map(PrescriptionId) {
        put("prescription", id.encode(), book.prescription(id).encode());
    }
    for (patient, doctor) in pairs(people) {
        put("bond", (patient, doctor).encode(), book.bond(patient, doctor).encode());
        put("tied", (patient, doctor).encode(), book.tied(town.now, patient, doctor).encode());
    }
}
