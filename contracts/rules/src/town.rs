//! A small town: the four rulebooks wired to each other in memory, as the contracts are on the chain.
#![allow(missing_docs, reason = "the names of a play need no comment")]

mod say;

use crate::{Call, CareBook, Consent, ConsentBook, Directory, Key, Ledger, Memory, People, Records, Storage, Visits};
use alloc::{vec, vec::Vec};
use chartkey_vocabulary::*;
use core::cell::RefCell;

/// The moment the town begins: a Monday morning on a slot's edge.
pub const MONDAY: Time = 1_800_000_000;

/// An account named by a number.
pub fn account(number: u8) -> Account {
    Account([number; 20])
}

/// A sound CID named by a number.
pub fn cid(number: u8) -> Cid {
    let mut bytes = [number; 36];
    bytes[..4].copy_from_slice(&[1, 0x55, 0x12, 0x20]);
    Cid(bytes)
}

/// Ciphertext named by a number.
pub fn sealed(number: u8) -> Sealed {
    Sealed { cid: cid(number), commitment: Commitment([number; 32]) }
}

/// A directory entry with one specialty.
pub fn profile(specialty: u16) -> Profile {
    Profile { specialties: vec![specialty], languages: vec![*b"en"], place: *b"u33db", card: cid(9) }
}

/// Everything, for a day, without writing.
pub fn terms(now: Time) -> Terms {
    Terms { scope: Scope::everything(), until: now + DAY, openings: None, may_write: false }
}

/// The rows of the four contracts, and the clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Town {
    pub registry: RefCell<Memory>,
    pub consent: RefCell<Memory>,
    pub records: RefCell<Memory>,
    pub care: RefCell<Memory>,
    pub now: Time,
    pub agreement: u8,
}

/// A contract's rows, borrowed for one call.
pub struct Rows<'a>(&'a RefCell<Memory>);

impl Storage for Rows<'_> {
    fn get(&self, key: &Key) -> Option<Vec<u8>> {
        self.0.borrow().get(key)
    }
    fn set(&mut self, key: &Key, row: &[u8]) {
        self.0.borrow_mut().set(key, row);
    }
    fn clear(&mut self, key: &Key) {
        self.0.borrow_mut().clear(key);
    }
    fn keccak(&self, bytes: &[u8]) -> [u8; 32] {
        self.0.borrow().keccak(bytes)
    }
}

impl Town {
    /// A town with this council and nobody else.
    pub fn found(admins: &[Account], quorum: u8) -> Self {
        let town = Self {
            registry: RefCell::default(),
            consent: RefCell::default(),
            records: RefCell::default(),
            care: RefCell::default(),
            now: MONDAY,
            agreement: 1,
        };
        town.directory().found(town.now, &Council { admins: admins.to_vec(), quorum }).expect("a sound council");
        town
    }

    /// This account calls now.
    pub fn call(&self, from: Account) -> Call {
        Call { from, at: self.now }
    }

    pub fn directory(&self) -> Directory<Rows<'_>> {
        Directory { store: Rows(&self.registry) }
    }

    pub fn consent(&self) -> ConsentBook<Rows<'_>, Neighbour<'_>> {
        ConsentBook { store: Rows(&self.consent), people: Neighbour(self) }
    }

    pub fn ledger(&self) -> Ledger<Rows<'_>, Neighbour<'_>, Neighbour<'_>, Neighbour<'_>> {
        Ledger {
            store: Rows(&self.records),
            people: Neighbour(self),
            consent: Neighbour(self),
            visits: Neighbour(self),
            agreement: self.agreement,
        }
    }

    pub fn care(&self) -> CareBook<Rows<'_>, Neighbour<'_>, Neighbour<'_>, Neighbour<'_>> {
        CareBook {
            store: Rows(&self.care),
            people: Neighbour(self),
            consent: Neighbour(self),
            records: Neighbour(self),
        }
    }
}

/// The town, as one contract sees the others.
pub struct Neighbour<'a>(&'a Town);

impl People for Neighbour<'_> {
    fn who(&self, account: Account) -> Option<Who> {
        self.0.directory().who(account)
    }
    fn parties(&self, patient: Account, other: Account, caller: Account) -> Parties {
        self.0.directory().parties(patient, other, caller)
    }
}

impl Consent for Neighbour<'_> {
    fn check(&self, between: Between, facts: Facts) -> Decision {
        self.0.consent().check(self.0.now, between, facts)
    }
    fn writing(&self, facts: Facts, author: Account) -> Writing {
        self.0.consent().writing(self.0.now, facts, author)
    }
    fn announce(&mut self, between: Between, facts: Facts) -> Result<Ticket, ConsentError> {
        let call = Call { from: between.reader, at: self.0.now };
        self.0.consent().announce(call, between, facts).map(|(ticket, _)| ticket)
    }
}

impl Visits for Neighbour<'_> {
    fn tied(&self, patient: Account, doctor: Account) -> bool {
        self.0.care().tied(self.0.now, patient, doctor)
    }
}

impl Records for Neighbour<'_> {
    fn facts(&self, record: RecordId) -> Option<Facts> {
        self.0.ledger().facts(record)
    }
    fn may_dispense(&self, record: RecordId, pharmacy: Account) -> bool {
        self.0.ledger().may_open(record, pharmacy, Purpose::Dispensing).is_allowed()
    }
}

/// The town's people, each active in their role, with one record.
pub mod cast {
    use super::*;

    pub const ADMINS: [Account; 3] = [Account([0xa1; 20]), Account([0xa2; 20]), Account([0xa3; 20])];
    pub const ATTESTER: Account = Account([0xb1; 20]);
    pub const WORKER: Account = Account([0xc1; 20]);
    pub const ADA: Account = Account([0x11; 20]);
    pub const GUARDIAN: Account = Account([0x12; 20]);
    pub const BEN: Account = Account([0x13; 20]);
    pub const DR_LIN: Account = Account([0x21; 20]);
    pub const DR_OLA: Account = Account([0x22; 20]);
    pub const HOSPITAL: Account = Account([0x31; 20]);
    pub const PHARMACY: Account = Account([0x41; 20]);
    pub const STRANGER: Account = Account([0xff; 20]);

    /// Votes of two admins, which is the quorum.
    pub fn carry(town: &Town, motion: Motion) -> Result<RegistryEvent, RegistryError> {
        town.directory().vote(town.call(ADMINS[0]), motion)?;
        town.directory().vote(town.call(ADMINS[1]), motion)
    }

    /// Registers, attests and approves a professional.
    pub fn admit(town: &Town, who: Account, role: Role) {
        town.directory().register(town.call(who), role, cid(who.0[0]), Some(profile(7))).expect("registers");
        let attested = town.directory().attest_licence(town.call(ATTESTER), who, role, town.now, Commitment([1; 32]));
        attested.expect("attests");
        carry(town, Motion::Approve(who)).expect("approves");
    }

    /// The whole cast. Ada has a guardian; nobody holds a key.
    pub fn settle() -> Town {
        let town = Town::found(&ADMINS, 2);
        carry(&town, Motion::Appoint(ATTESTER, Office::Attester)).expect("appoints the attester");
        carry(&town, Motion::Appoint(WORKER, Office::Worker)).expect("appoints the worker");
        for patient in [ADA, GUARDIAN, BEN] {
            town.directory().register(town.call(patient), Role::Patient, cid(patient.0[0]), None).expect("registers");
        }
        town.directory().appoint_guardian(town.call(ADA), GUARDIAN).expect("has a guardian");
        admit(&town, DR_LIN, Role::Doctor);
        admit(&town, DR_OLA, Role::Doctor);
        admit(&town, HOSPITAL, Role::Hospital);
        admit(&town, PHARMACY, Role::Pharmacy);
        town
    }

    /// Adds a record of `owner` by themselves.
    pub fn add(town: &Town, owner: Account, number: u8, kind: Kind) -> RecordId {
        let added = town.ledger().add(town.call(owner), owner, Salt([number; 16]), kind, sealed(number));
        added.expect("adds").0
    }
}
