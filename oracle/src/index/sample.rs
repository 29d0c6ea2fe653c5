//! A small chain for tests: every event there is, in an order in which it could have happened.

use super::cursor::Start;
use super::details::{Block, Details, Founding};
use chartkey_client::{Hash, Heard};
use chartkey_vocabulary::*;

/// Time of block 0.
pub(crate) const MONDAY: Time = 1_800_000_000;
/// Seconds between blocks.
pub(crate) const BEAT: Time = 6;
pub(crate) const GENESIS: Digest = Digest([9; 32]);

pub(crate) const ADA: Account = Account([1; 20]);
pub(crate) const BEN: Account = Account([2; 20]);
pub(crate) const LIN: Account = Account([3; 20]);
pub(crate) const HOUSE: Account = Account([4; 20]);
pub(crate) const SHOP: Account = Account([5; 20]);
pub(crate) const ADMIN: Account = Account([6; 20]);
pub(crate) const WORKER: Account = Account([7; 20]);
pub(crate) const ORACLE: Account = Account([8; 20]);
pub(crate) const EVA: Account = Account([10; 20]);

pub(crate) fn cid(number: u8) -> Cid {
    let mut bytes = [number; 36];
    bytes[..4].copy_from_slice(&[1, 0x55, 0x12, 0x20]);
    Cid(bytes)
}

pub(crate) fn record(number: u8) -> RecordId {
    RecordId([number; 16])
}

pub(crate) fn between(reader: Account, purpose: Purpose) -> Between {
    Between { patient: ADA, reader, purpose }
}

pub(crate) fn terms(scope: impl Into<Scope>, openings: Option<u16>) -> Terms {
    Terms { scope: scope.into(), until: MONDAY + 30 * DAY, openings, may_write: false }
}

pub(crate) fn profile(card: u8) -> Profile {
    Profile { specialties: vec![3, 17], languages: vec![*b"de", *b"en"], place: *b"u33db", card: cid(card) }
}

pub(crate) fn member(role: Role, standing: Standing) -> Member {
    let keys = (!matches!(role, Role::Admin | Role::Attester | Role::Worker)).then(|| cid(40));
    Member { who: Who { role, standing }, keys, epoch: 0, since: MONDAY, licence: None }
}

pub(crate) fn attestation() -> Attestation {
    let digest = |number| Digest([number; 32]);
    let (seen, output) = (Commitment([11; 32]), Commitment([12; 32]));
    Attestation { record: record(1), version: 1, seen, model: digest(13), code: digest(14), output }
}

/// The council of one admin, at height 4.
pub(crate) fn start() -> Start {
    let council = Council { admins: vec![ADMIN], quorum: 1 };
    let members = [(ADMIN, member(Role::Admin, Standing::Active))].into();
    Start { genesis: GENESIS, height: 4, founding: Founding { council, members } }
}

/// Blocks one after the other.
#[derive(Default)]
pub(crate) struct Chain {
    pub(crate) blocks: Vec<Block>,
    details: Details,
}

impl Chain {
    /// A block in which these things were said.
    pub(crate) fn say(&mut self, events: impl IntoIterator<Item = Event>) {
        let height = 5 + self.blocks.len() as u64;
        let block = Hash::repeat_byte(height as u8);
        let hear = |(index, event): (usize, Event)| {
            let (contract, topics) = match &event {
                Event::Registry(said) => (Contract::Registry, said.topics()),
                Event::Consent(said) => (Contract::Consent, said.topics()),
                Event::Records(said) => (Contract::Records, said.topics()),
                Event::Care(said) => (Contract::Care, said.topics()),
            };
            Heard { block, height, transaction: Some(1), index: index as u32 * 3, contract, event, topics }
        };
        let heard = events.into_iter().enumerate().map(hear).collect();
        let at = MONDAY + height * BEAT;
        self.blocks.push(Block { height, hash: block, at, heard, details: self.details.clone() });
    }

    pub(crate) fn registry(&mut self, event: RegistryEvent) {
        self.say([Event::Registry(event)]);
    }

    pub(crate) fn consent(&mut self, event: ConsentEvent) {
        self.say([Event::Consent(event)]);
    }

    pub(crate) fn records(&mut self, event: RecordsEvent) {
        self.say([Event::Records(event)]);
    }

    pub(crate) fn care(&mut self, event: CareEvent) {
        self.say([Event::Care(event)]);
    }

    /// Somebody comes, with a profile when a card is named.
    pub(crate) fn join(&mut self, who: Account, role: Role, card: Option<u8>) {
        self.details.members.insert(who, member(role, Standing::Active));
        if let Some(card) = card {
            self.details.profiles.insert(who, profile(card));
        }
        self.registry(RegistryEvent::Registered { who, role, keys: cid(40) });
    }

    /// A record of Ada's, written by `by`.
    pub(crate) fn add(&mut self, number: u8, by: Account, kind: Kind) {
        self.version(number, 1, by);
        let (record, cid) = (record(number), cid(number));
        self.records(RecordsEvent::Added { record, owner: ADA, by, kind, cid, epoch: 0 });
    }

    fn version(&mut self, number: u8, version: u16, by: Account) {
        let sealed = Sealed { cid: cid(number), commitment: Commitment([number; 32]) };
        self.details.versions.insert((record(number), version), Version { sealed, by, at: MONDAY, epoch: 0 });
    }
}

/// People, records, keys, visits: everything happens at least once.
pub(crate) fn story() -> Vec<Block> {
    let mut chain = Chain::default();
    chain.registry(RegistryEvent::Introduced);
    chain.join(ADA, Role::Patient, None);
    chain.join(BEN, Role::Patient, None);
    chain.join(EVA, Role::Patient, None);
    chain.join(LIN, Role::Doctor, Some(50));
    chain.join(HOUSE, Role::Hospital, Some(51));
    chain.join(SHOP, Role::Pharmacy, Some(52));
    people(&mut chain);
    chain.say([]);
    consent(&mut chain);
    records(&mut chain);
    care(&mut chain);
    chain.consent(ConsentEvent::Renewed { patient: EVA, by: EVA, epoch: 1 });
    chain.details.members.remove(&EVA);
    chain.registry(RegistryEvent::Left { who: EVA });
    chain.blocks
}

fn people(chain: &mut Chain) {
    for (who, role) in [(WORKER, Role::Worker), (ORACLE, Role::Attester)] {
        chain.details.members.insert(who, member(role, Standing::Active));
        let office = if role == Role::Worker { Office::Worker } else { Office::Attester };
        chain.registry(RegistryEvent::Carried { motion: Motion::Appoint(who, office) });
    }
    chain.registry(RegistryEvent::LicenceAttested { who: LIN, by: ORACLE });
    let motion = Motion::Suspend(SHOP, Reason::UnderReview);
    chain.details.ballots.insert(motion, Ballot { yes: vec![ADMIN], opened: MONDAY });
    chain.registry(RegistryEvent::Voted { by: ADMIN, motion });
    chain.details.ballots.remove(&motion);
    chain.registry(RegistryEvent::Retracted { by: ADMIN, motion });
    chain.registry(RegistryEvent::Carried { motion: Motion::Quorum(2) });
    let keys = Member { epoch: 1, keys: Some(cid(41)), ..member(Role::Doctor, Standing::Active) };
    chain.details.members.insert(LIN, keys);
    chain.registry(RegistryEvent::KeysRotated { who: LIN, keys: cid(41), epoch: 1 });
    chain.details.profiles.insert(LIN, Profile { languages: vec![*b"zh"], ..profile(53) });
    chain.registry(RegistryEvent::ProfileRevised { who: LIN, pending: false });
    chain.registry(RegistryEvent::GuardianAppointed { patient: ADA, guardian: BEN });
    chain.registry(RegistryEvent::GuardianAppointed { patient: ADA, guardian: EVA });
    chain.registry(RegistryEvent::GuardianDismissed { patient: ADA, guardian: EVA });
    for doctor in [HOUSE, LIN] {
        let assignment = Assignment { doctor, by: ADMIN, at: MONDAY };
        chain.registry(RegistryEvent::Assigned { patient: ADA, assignment });
    }
    chain.registry(RegistryEvent::Unassigned { patient: ADA });
    chain.registry(RegistryEvent::Affiliated { hospital: HOUSE, doctor: LIN });
    chain.registry(RegistryEvent::Parted { hospital: HOUSE, doctor: LIN });
    chain.registry(RegistryEvent::Affiliated { hospital: HOUSE, doctor: LIN });
}

fn consent(chain: &mut Chain) {
    let (treatment, office) = (between(LIN, Purpose::Treatment), between(HOUSE, Purpose::HospitalAdministration));
    let kinds = Extent::Kinds([Kind::LabReport, Kind::XRay].into_iter().collect());
    chain.consent(ConsentEvent::Requested { between: treatment, terms: terms(kinds.clone(), None) });
    chain.consent(ConsentEvent::Requested { between: office, terms: terms(Extent::Everything, None) });
    chain.consent(ConsentEvent::Refused { between: office, by: BEN });
    chain.consent(ConsentEvent::Requested { between: office, terms: terms(Extent::Everything, Some(2)) });
    chain.consent(ConsentEvent::RequestDropped { between: office });
    chain.consent(ConsentEvent::Requested { between: office, terms: terms(Extent::Everything, Some(1)) });
    chain.consent(ConsentEvent::Granted { between: treatment, by: ADA, terms: terms(kinds, Some(5)) });
    let narrowing = Narrowing { openings: Some(3), read_only: true, ..Narrowing::default() };
    chain.consent(ConsentEvent::Narrowed { between: treatment, by: ADA, narrowing, epoch: 0 });
    let ticket = Ticket { record: record(1), until: MONDAY + HOUR };
    chain.consent(ConsentEvent::Announced { between: treatment, ticket, left: 2 });
    let machine = between(WORKER, Purpose::MachineAnalysis);
    chain.consent(ConsentEvent::Granted { between: machine, by: BEN, terms: terms(Extent::Everything, None) });
    let shop = between(SHOP, Purpose::Dispensing);
    chain.consent(ConsentEvent::Granted { between: shop, by: ADA, terms: terms(Extent::Everything, None) });
    let second = between(LIN, Purpose::SecondOpinion);
    chain.consent(ConsentEvent::Granted { between: second, by: ADA, terms: terms(Extent::ByReader, None) });
    chain.consent(ConsentEvent::Revoked { between: second, by: ADA, epoch: 1 });
    chain.consent(ConsentEvent::CardKept { patient: ADA, record: record(4) });
    let (reason, until) = (EmergencyReason::LifeAtRisk, MONDAY + 3 * HOUR);
    chain.consent(ConsentEvent::GlassBroken { patient: ADA, by: HOUSE, reason, until });
    chain.consent(ConsentEvent::GlassMended { patient: ADA, reader: HOUSE, by: ADA });
    chain.consent(ConsentEvent::GlassBroken { patient: ADA, by: HOUSE, reason, until });
    chain.consent(ConsentEvent::CardKept { patient: BEN, record: record(90) });
    chain.consent(ConsentEvent::CardDropped { patient: BEN });
    for link in [Digest([20; 32]), Digest([21; 32])] {
        chain.consent(ConsentEvent::LinkOpened { owner: ADA, link, until: MONDAY + DAY, views: Some(2) });
    }
    chain.consent(ConsentEvent::LinkViewed { owner: ADA, link: Digest([20; 32]), left: Some(1) });
    chain.consent(ConsentEvent::LinkClosed { owner: ADA, link: Digest([21; 32]) });
}

fn records(chain: &mut Chain) {
    chain.add(1, ADA, Kind::LabReport);
    chain.add(2, LIN, Kind::ConsultationNote);
    chain.add(3, LIN, Kind::Prescription);
    chain.add(4, ADA, Kind::Other);
    chain.add(5, ADA, Kind::XRay);
    chain.version(1, 2, BEN);
    let (record_1, owner) = (record(1), ADA);
    chain.records(RecordsEvent::Amended { record: record_1, owner, by: BEN, version: 2, cid: cid(31), epoch: 1 });
    chain.records(RecordsEvent::Rekeyed { record: record_1, owner, version: 1, old: cid(1), cid: cid(32), epoch: 1 });
    for (finding, of) in [(FindingId([1; 16]), record_1), (FindingId([2; 16]), record(5))] {
        let attestation = Attestation { record: of, ..attestation() };
        let known = Finding { attestation, cid: cid(60), workers: vec![WORKER], signed: vec![] };
        chain.details.findings.insert(finding, known);
        let attested = |worker, cid, agreed| RecordsEvent::Attested { finding, record: of, owner, worker, cid, agreed };
        chain.say([attested(WORKER, cid(60), 1), attested(ORACLE, cid(61), 2)].map(Event::Records));
        let verdict = Verdict::Amended;
        chain.records(RecordsEvent::SignedOff { finding, record: of, owner, doctor: LIN, verdict });
    }
    let doctor = LIN;
    let retracted = RecordsEvent::SignatureRetracted { finding: FindingId([1; 16]), record: record_1, owner, doctor };
    chain.records(retracted);
    chain.records(RecordsEvent::Withdrawn { record: record(5), owner, by: ADA });
    let anchor = Anchor { head: Digest([30; 32]), count: 12, at: MONDAY };
    chain.records(RecordsEvent::Anchored { by: ORACLE, anchor });
}

fn care(chain: &mut Chain) {
    let visit = |number: u8, state| {
        let id = VisitId([number; 16]);
        (id, Visit { patient: ADA, doctor: LIN, from: MONDAY + u64::from(number) * HOUR, slots: 2, state })
    };
    for number in 1..=3 {
        let (id, asked) = visit(number, VisitState::Awaiting(Party::Doctor));
        chain.care(CareEvent::Proposed { id, visit: asked });
        let (id, visit) = visit(number, VisitState::Accepted);
        chain.care(CareEvent::Accepted { id, visit });
    }
    let (patient, doctor) = (ADA, LIN);
    chain.care(CareEvent::Cancelled { id: VisitId([1; 16]), patient, doctor, by: BEN });
    chain.care(CareEvent::Completed { id: VisitId([2; 16]), patient, doctor });
    let (id, asked) = visit(4, VisitState::Awaiting(Party::Patient));
    chain.care(CareEvent::Proposed { id, visit: asked });
    chain.care(CareEvent::Declined { id, patient, doctor, by: LIN });
    chain.care(CareEvent::Released { patient, doctor });
    for number in [1, 2] {
        let (id, until) = (PrescriptionId([number; 16]), MONDAY + 10 * DAY);
        chain.care(CareEvent::Prescribed { id, patient, doctor, record: record(3), fills: 2, until });
    }
    chain.care(CareEvent::Dispensed { id: PrescriptionId([1; 16]), patient, pharmacy: SHOP, left: 1 });
    chain.care(CareEvent::Voided { id: PrescriptionId([2; 16]), patient, doctor, by: LIN });
}

/// One event of each sort.
pub(crate) fn every_event() -> Vec<Event> {
    use codec::Encode;
    let mut seen = std::collections::BTreeSet::new();
    let events = story().into_iter().flat_map(|block| block.heard).map(|heard| heard.event);
    // The first byte tells the contract, the second the event.
    events.filter(|event| seen.insert(event.encode()[..2].to_vec())).collect()
}
