//! What exists: records and their versions. Findings are in the folder.

mod findings;

use crate::{
    Call, Consent, People, Storage, Visits,
    bounds::{FINDINGS, SIGNATURES, VERSIONS, WORKERS},
    storage::Table,
};
use alloc::vec::Vec;
use chartkey_vocabulary::{
    Account, Anchor, Attestation, Between, Cid, Decision, Denial, Digest, Facts, Finding, FindingId, Kind, Purpose,
    Record, RecordId, RecordsError as Refusal, RecordsEvent as Event, Role, Salt, Sealed, Shelf, SignOff, Ticket,
    Verdict, Version,
};

/// Records that stand.
pub const RECORDS: Table<RecordId, Record> = Table::new(1);
/// Their versions, counted from 1.
pub const VERSION_ROWS: Table<(RecordId, u16), Version> = Table::new(2);
/// What machines found.
pub const FINDING_ROWS: Table<FindingId, Finding> = Table::new(3);
const SHELVES: Table<Account, Shelf> = Table::new(4);
/// The head each attester anchored last.
pub const ANCHORS: Table<Account, Anchor> = Table::new(5);

/// The records contract's rules over its rows.
pub struct Ledger<S, P, C, V> {
    /// The contract's rows.
    pub store: S,
    /// Who is who.
    pub people: P,
    /// Who may open what.
    pub consent: C,
    /// Who is tied to whom by a visit.
    pub visits: V,
    /// How many workers must find the same before a doctor signs it.
    pub agreement: u8,
}

impl<S: Storage, P: People, C: Consent, V: Visits> Ledger<S, P, C, V> {
    /// Adds a record of `owner`: the owner themselves, a guardian, or a doctor or hospital with a live grant to
    /// write, or a doctor with an accepted visit. Its identifier is derived from owner and salt.
    ///
    /// # Errors
    /// `BadCid`, `NotPatient`, `MayNotWrite`, `AlreadyAdded`.
    pub fn add(
        &mut self,
        call: Call,
        owner: Account,
        salt: Salt,
        kind: Kind,
        sealed: Sealed,
    ) -> Result<(RecordId, Event), Refusal> {
        if !sealed.cid.is_sound() {
            return Err(Refusal::BadCid);
        }
        let id = RecordId::derive(owner, salt, |bytes| self.store.keccak(bytes));
        let facts = Facts { record: id, owner, author: call.from, kind, written: call.at };
        let (epoch, _) = self.may_write(call, facts)?;
        if RECORDS.has(&self.store, &id) {
            return Err(Refusal::AlreadyAdded);
        }
        let record = Record { owner, author: call.from, kind, written: call.at, versions: 1, findings: Vec::new() };
        RECORDS.put(&mut self.store, &id, &record);
        let version = Version { sealed, by: call.from, at: call.at, epoch };
        VERSION_ROWS.put(&mut self.store, &(id, 1), &version);
        let shelf = self.shelf(owner);
        SHELVES.put(&mut self.store, &owner, &Shelf { records: shelf.records + 1 });
        Ok((id, Event::Added { record: id, owner, by: call.from, kind, cid: sealed.cid, epoch }))
    }

    /// Adds a version: the owner, a guardian, or whoever has a live grant to write; by a visit alone a doctor amends
    /// only what they wrote themselves. `expected` is the version the author has seen. The last version there is room
    /// for is the owner's or a guardian's.
    ///
    /// # Errors
    /// `BadCid`, `NoSuchRecord`, `NotPatient`, `MayNotWrite`, `Stale`, `TooManyVersions`.
    pub fn amend(&mut self, call: Call, id: RecordId, expected: u16, sealed: Sealed) -> Result<Event, Refusal> {
        if !sealed.cid.is_sound() {
            return Err(Refusal::BadCid);
        }
        let mut record = self.standing(id)?;
        let (epoch, own) = self.may_write(call, facts(id, &record))?;
        if record.versions != expected {
            return Err(Refusal::Stale);
        }
        if record.versions >= VERSIONS - u16::from(!own) {
            return Err(Refusal::TooManyVersions);
        }
        record.versions += 1;
        let version = Version { sealed, by: call.from, at: call.at, epoch };
        VERSION_ROWS.put(&mut self.store, &(id, record.versions), &version);
        RECORDS.put(&mut self.store, &id, &record);
        let (owner, by, version) = (record.owner, call.from, record.versions);
        Ok(Event::Amended { record: id, owner, by, version, cid: sealed.cid, epoch })
    }

    /// The owner or a guardian seals a version anew after a withdrawal. What it says, and its commitment, stay.
    ///
    /// # Errors
    /// `BadCid`, `NoSuchRecord`, `NotYours`, `NoSuchVersion`, `SameCid`.
    pub fn rekey(&mut self, call: Call, id: RecordId, version: u16, cid: Cid) -> Result<Event, Refusal> {
        if !cid.is_sound() {
            return Err(Refusal::BadCid);
        }
        let record = self.yours(call, id)?;
        let mut row = self.version(id, version).ok_or(Refusal::NoSuchVersion)?;
        let old = row.sealed.cid;
        if old == cid {
            return Err(Refusal::SameCid);
        }
        row.sealed.cid = cid;
        row.epoch = self.consent.writing(facts(id, &record), call.from).epoch;
        VERSION_ROWS.put(&mut self.store, &(id, version), &row);
        Ok(Event::Rekeyed { record: id, owner: record.owner, version, old, cid, epoch: row.epoch })
    }

    /// The owner or a guardian withdraws a record: all of it leaves the chain, and the stores delete it.
    ///
    /// # Errors
    /// `NoSuchRecord`, `NotYours`.
    pub fn withdraw(&mut self, call: Call, id: RecordId) -> Result<Event, Refusal> {
        let record = self.yours(call, id)?;
        // Both loops are bounded by constants.
        (1..=record.versions).for_each(|version| VERSION_ROWS.remove(&mut self.store, &(id, version)));
        record.findings.iter().for_each(|finding| FINDING_ROWS.remove(&mut self.store, finding));
        RECORDS.remove(&mut self.store, &id);
        match self.shelf(record.owner).records {
            1 => SHELVES.remove(&mut self.store, &record.owner),
            records => SHELVES.put(&mut self.store, &record.owner, &Shelf { records: records - 1 }),
        }
        Ok(Event::Withdrawn { record: id, owner: record.owner, by: call.from })
    }

    /// The reader announces an opening under a grant that counts them.
    ///
    /// # Errors
    /// `NoSuchRecord`; `NotAnnounced` when the consent book refuses.
    pub fn announce(&mut self, call: Call, id: RecordId, purpose: Purpose) -> Result<Ticket, Refusal> {
        let record = self.standing(id)?;
        let between = Between { patient: record.owner, reader: call.from, purpose };
        self.consent.announce(between, facts(id, &record)).map_err(|_| Refusal::NotAnnounced)
    }

    /// An attester anchors the head of its access log. A log only grows.
    ///
    /// # Errors
    /// `NotAttester`, `NotLonger`.
    pub fn anchor_log(&mut self, call: Call, head: Digest, count: u64) -> Result<Event, Refusal> {
        if !self.people.who(call.from).is_some_and(|who| who.is(Role::Attester)) {
            return Err(Refusal::NotAttester);
        }
        if self.anchor(call.from).map_or(0, |anchor| anchor.count) >= count {
            return Err(Refusal::NotLonger);
        }
        let anchor = Anchor { head, count, at: call.at };
        ANCHORS.put(&mut self.store, &call.from, &anchor);
        Ok(Event::Anchored { by: call.from, anchor })
    }

    /// Whether `reader` may open a record for a purpose now, and why. The one answer every door obeys.
    pub fn may_open(&self, id: RecordId, reader: Account, purpose: Purpose) -> Decision {
        match self.facts(id) {
            Some(facts) => self.consent.check(Between { patient: facts.owner, reader, purpose }, facts),
            None => Decision::Denied(Denial::NoSuchRecord),
        }
    }

    /// What a decision needs to know of a record.
    pub fn facts(&self, id: RecordId) -> Option<Facts> {
        self.record(id).map(|record| facts(id, &record))
    }

    /// A record that stands.
    pub fn record(&self, id: RecordId) -> Option<Record> {
        RECORDS.get(&self.store, &id)
    }

    /// One version of it.
    pub fn version(&self, id: RecordId, version: u16) -> Option<Version> {
        VERSION_ROWS.get(&self.store, &(id, version))
    }

    /// How many records a patient has.
    pub fn shelf(&self, owner: Account) -> Shelf {
        SHELVES.get(&self.store, &owner).unwrap_or_default()
    }

    /// The head an attester anchored last.
    pub fn anchor(&self, attester: Account) -> Option<Anchor> {
        ANCHORS.get(&self.store, &attester)
    }

    fn standing(&self, id: RecordId) -> Result<Record, Refusal> {
        self.record(id).ok_or(Refusal::NoSuchRecord)
    }

    fn yours(&self, call: Call, id: RecordId) -> Result<Record, Refusal> {
        let record = self.standing(id)?;
        let parties = self.people.parties(record.owner, call.from, call.from);
        if call.from == record.owner || parties.guards { Ok(record) } else { Err(Refusal::NotYours) }
    }

    /// The epoch to seal in, when the caller may write this, and whether they are its owner or a guardian.
    fn may_write(&self, call: Call, facts: Facts) -> Result<(u32, bool), Refusal> {
        let parties = self.people.parties(facts.owner, call.from, call.from);
        if !parties.patient.is_some_and(|who| who.is(Role::Patient)) {
            return Err(Refusal::NotPatient);
        }
        let writing = self.consent.writing(facts, call.from);
        let own = call.from == facts.owner || parties.guards;
        let granted = || {
            parties.other.is_some_and(|who| {
                let doctor = who.is(Role::Doctor);
                ((doctor || who.is(Role::Hospital)) && writing.allowed)
                    // Or whoever is seen once could put anything in the place of what others wrote.
                    || (doctor && facts.author == call.from && self.visits.tied(facts.owner, call.from))
            })
        };
        if own || granted() { Ok((writing.epoch, own)) } else { Err(Refusal::MayNotWrite) }
    }
}

fn facts(record: RecordId, row: &Record) -> Facts {
    Facts { record, owner: row.owner, author: row.author, kind: row.kind, written: row.written }
}
