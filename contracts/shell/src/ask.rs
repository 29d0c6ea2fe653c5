//! Questions to the other contracts. Whoever is asked is named at deployment and answers in the same transaction.

use crate::host;
use alloc::vec::Vec;
use chartkey_rules::{Consent, People, Records, Visits};
use chartkey_vocabulary::{
    Account, Between, ConsentError, Contract, Decision, Digest, Facts, Parties, RecordId, Ticket, Who, Writing,
};
use codec::{Decode, Encode};
use ink::selector_bytes;

/// The longest answer one contract gives another.
const ANSWER: usize = 256;

/// The registry at an address.
#[derive(Clone, Copy, Debug)]
pub struct PeopleAt(pub Account);

impl People for PeopleAt {
    fn who(&self, account: Account) -> Option<Who> {
        read(self.0, selector_bytes!("who"), &account)
    }

    fn parties(&self, patient: Account, other: Account, caller: Account) -> Parties {
        read(self.0, selector_bytes!("parties"), &(patient, other, caller))
    }
}

impl PeopleAt {
    /// Whether the council lets `contract` become `code`.
    pub(crate) fn carried(self, contract: Contract, code: Digest) -> bool {
        read(self.0, selector_bytes!("carried"), &(contract, code))
    }
}

/// The consent contract at an address.
#[derive(Clone, Copy, Debug)]
pub struct ConsentAt(pub Account);

impl Consent for ConsentAt {
    fn check(&self, between: Between, facts: Facts) -> Decision {
        read(self.0, selector_bytes!("check"), &(between, facts))
    }

    fn writing(&self, facts: Facts, author: Account) -> Writing {
        read(self.0, selector_bytes!("writing"), &(facts, author))
    }

    fn announce(&mut self, between: Between, facts: Facts) -> Result<Ticket, ConsentError> {
        let input = message(selector_bytes!("announce"), &(between, facts));
        decode(ask(self.0, false, &input, &mut [0; ANSWER]))
    }
}

/// The records contract at an address.
#[derive(Clone, Copy, Debug)]
pub struct RecordsAt(pub Account);

impl Records for RecordsAt {
    fn facts(&self, record: RecordId) -> Option<Facts> {
        read(self.0, selector_bytes!("facts"), &record)
    }

    fn may_dispense(&self, record: RecordId, pharmacy: Account) -> bool {
        read(self.0, selector_bytes!("may_dispense"), &(record, pharmacy))
    }
}

/// The care contract at an address.
#[derive(Clone, Copy, Debug)]
pub struct VisitsAt(pub Account);

impl Visits for VisitsAt {
    fn tied(&self, patient: Account, doctor: Account) -> bool {
        read(self.0, selector_bytes!("tied"), &(patient, doctor))
    }
}

fn read<R: Decode>(callee: Account, selector: [u8; 4], arguments: &impl Encode) -> R {
    decode(ask(callee, true, &message(selector, arguments), &mut [0; ANSWER]))
}

fn message(selector: [u8; 4], arguments: &impl Encode) -> Vec<u8> {
    let mut input = selector.to_vec();
    arguments.encode_to(&mut input);
    input
}

/// The callee's answer without the byte in front that says the message was understood.
///
/// Traps when there is none: a contract that is not there must not pass for one that says no, or yes.
#[inline(never)]
fn ask<'a>(callee: Account, read_only: bool, input: &[u8], out: &'a mut [u8; ANSWER]) -> &'a [u8] {
    match host::ask(&callee.0, read_only, input, out) {
        Some([0, answer @ ..]) => answer,
        _ => panic!("the contract asked did not answer"),
    }
}

fn decode<R: Decode>(mut answer: &[u8]) -> R {
    R::decode(&mut answer).expect("contracts of one deployment speak one language")
}
