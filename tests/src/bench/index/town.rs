//! A town that was never there: people, records, keys, visits, from one seed.

use chartkey_client::{Hash, Heard};
use chartkey_oracle::index::{Block, Details};
use chartkey_vocabulary::*;
use rand::{Rng, SeedableRng, rngs::StdRng};

/// When the town begins.
pub(super) const BEGINS: Time = 1_750_000_000;
/// Events of a block.
const FULL: usize = 100;
/// Seconds between blocks.
const BEAT: Time = 6;
/// One in so many people is a professional.
const PROFESSIONALS: u64 = 30;

/// Makes blocks up, one after the other.
pub(super) struct Town {
    people: u64,
    records: u64,
    chance: StdRng,
    height: u64,
    joined: u64,
    added: u64,
    waiting: std::collections::VecDeque<(Event, Details)>,
}

impl Town {
    /// A town of this size.
    pub(super) fn new(people: u64, records: u64) -> Self {
        let (chance, waiting) = (StdRng::seed_from_u64(4), Default::default());
        Self { people, records, chance, height: 0, joined: 0, added: 0, waiting }
    }

    /// The person of this number; every thirtieth is a professional.
    pub(super) fn person(&self, number: u64) -> Account {
        Account(spread(1, number)[..20].try_into().expect("20 bytes"))
    }

    /// Somebody who owns records.
    pub(super) fn patient(&self, chance: &mut StdRng) -> Account {
        loop {
            let number = chance.gen_range(0..self.people);
            if number % PROFESSIONALS != 0 {
                return self.person(number);
            }
        }
    }

    /// Somebody who treats.
    pub(super) fn doctor(&self, chance: &mut StdRng) -> Account {
        loop {
            let number = chance.gen_range(0..self.people.div_ceil(PROFESSIONALS)) * PROFESSIONALS;
            if role(number) == Role::Doctor {
                return self.person(number);
            }
        }
    }

    /// A patient, a doctor who holds a key, and a record it opens.
    pub(super) fn granted(&self, chance: &mut StdRng) -> (Account, Account, RecordId) {
        let number = chance.gen_range(0..self.records / 50) * 50 + 5;
        let mut chance = StdRng::seed_from_u64(number);
        (self.patient(&mut chance), self.doctor(&mut chance), self.record(number))
    }

    /// The record of this number.
    pub(super) fn record(&self, number: u64) -> RecordId {
        RecordId(spread(2, number)[..16].try_into().expect("16 bytes"))
    }

    /// The next blocks; none at the end.
    pub(super) fn blocks(&mut self, count: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        while blocks.len() < count {
            while self.waiting.len() < FULL && self.more() {}
            if self.waiting.is_empty() {
                break;
            }
            blocks.push(self.block());
        }
        blocks
    }

    fn block(&mut self) -> Block {
        self.height += 1;
        let (height, block) = (self.height, Hash::from(spread(3, self.height)));
        let mut details = Details::default();
        let mut heard = Vec::new();
        for index in 0..FULL.min(self.waiting.len()) {
            let Some((event, unsaid)) = self.waiting.pop_front() else { break };
            details.members.extend(unsaid.members);
            details.profiles.extend(unsaid.profiles);
            details.versions.extend(unsaid.versions);
            details.findings.extend(unsaid.findings);
            let contract = match &event {
                Event::Registry(_) => Contract::Registry,
                Event::Consent(_) => Contract::Consent,
                Event::Records(_) => Contract::Records,
                Event::Care(_) => Contract::Care,
            };
            heard.push(Heard {
                block,
                height,
                transaction: Some(1),
                index: index as u32 * 5,
                contract,
                event,
                topics: vec![],
            });
        }
        Block { height, hash: block, at: BEGINS + height * BEAT, heard, details }
    }

    fn more(&mut self) -> bool {
        if self.joined < self.people {
            self.join();
        } else if self.added < self.records {
            self.live();
        } else {
            return false;
        }
        true
    }

    fn say(&mut self, event: Event) {
        self.waiting.push_back((event, Details::default()));
    }

    fn join(&mut self) {
        let number = self.joined;
        self.joined += 1;
        let (who, role, keys) = (self.person(number), role(number), cid(4, number));
        let is = Who { role, standing: Standing::Active };
        let member = Member { who: is, keys: Some(keys), epoch: 0, since: BEGINS, licence: None };
        let mut details = Details { members: [(who, member)].into(), ..Details::default() };
        if role.is_professional() {
            details.profiles.insert(who, self.profile(number));
        }
        self.waiting.push_back((Event::Registry(RegistryEvent::Registered { who, role, keys }), details));
    }

    fn profile(&mut self, number: u64) -> Profile {
        let letters = b"0123456789bcdefghjkmnpqrstuvwxyz";
        let mut place = *b"u33db";
        place[3..].iter_mut().for_each(|letter| *letter = letters[self.chance.gen_range(0..letters.len())]);
        let languages = [*b"de", *b"en", *b"tr", *b"pl", *b"zh"];
        Profile {
            specialties: vec![self.chance.gen_range(0..60)],
            languages: vec![languages[0], languages[self.chance.gen_range(1..5)]],
            place,
            card: cid(5, number),
        }
    }

    /// A record, and now and then what goes with it.
    fn live(&mut self) {
        let number = self.added;
        self.added += 1;
        let mut chance = StdRng::seed_from_u64(number);
        let (owner, doctor, record) = (self.patient(&mut chance), self.doctor(&mut chance), self.record(number));
        let by = if chance.gen_bool(0.6) { doctor } else { owner };
        let until = BEGINS + 2 * 365 * DAY;
        if number.is_multiple_of(5) {
            let between = Between { patient: owner, reader: doctor, purpose: Purpose::Treatment };
            let terms = Terms { scope: Scope::everything(), until, openings: None, may_write: true };
            self.say(Event::Consent(ConsentEvent::Requested { between, terms: terms.clone() }));
            self.say(Event::Consent(ConsentEvent::Granted { between, by: owner, terms }));
            if number.is_multiple_of(50) {
                self.say(Event::Consent(ConsentEvent::Revoked { between, by: owner, epoch: 1 }));
            }
        }
        let kind = [Kind::LabReport, Kind::XRay, Kind::ConsultationNote, Kind::Prescription, Kind::Vaccination];
        let (kind, sealed) = (kind[number as usize % 5], self.sealed(6, number));
        let (cid, epoch) = (sealed.cid, 0);
        let added = RecordsEvent::Added { record, owner, by, kind, cid, epoch };
        self.version(record, 1, by, sealed, added);
        if number.is_multiple_of(20) {
            let sealed = self.sealed(7, number);
            let (version, cid) = (2, sealed.cid);
            self.version(record, 2, by, sealed, RecordsEvent::Amended { record, owner, by, version, cid, epoch });
        }
        if number.is_multiple_of(10) {
            self.visit(number, owner, doctor, &mut chance);
        }
        if kind == Kind::Prescription {
            let id = PrescriptionId(spread(8, number)[..16].try_into().expect("16 bytes"));
            let prescribed = CareEvent::Prescribed { id, patient: owner, doctor, record, fills: 2, until };
            self.say(Event::Care(prescribed));
        }
    }

    fn version(&mut self, record: RecordId, version: u16, by: Account, sealed: Sealed, event: RecordsEvent) {
        let row = Version { sealed, by, at: BEGINS, epoch: 0 };
        let details = Details { versions: [((record, version), row)].into(), ..Details::default() };
        self.waiting.push_back((Event::Records(event), details));
    }

    fn sealed(&self, what: u64, number: u64) -> Sealed {
        Sealed { cid: cid(what, number), commitment: Commitment(spread(what + 100, number)) }
    }

    fn visit(&mut self, number: u64, patient: Account, doctor: Account, chance: &mut StdRng) {
        let id = VisitId(spread(9, number)[..16].try_into().expect("16 bytes"));
        let from = BEGINS / SLOT * SLOT + chance.gen_range(1..30_000) * SLOT;
        let asked = Visit { patient, doctor, from, slots: 2, state: VisitState::Awaiting(Party::Doctor) };
        self.say(Event::Care(CareEvent::Proposed { id, visit: asked }));
        self.say(Event::Care(CareEvent::Accepted { id, visit: Visit { state: VisitState::Accepted, ..asked } }));
        if number.is_multiple_of(20) {
            self.say(Event::Care(CareEvent::Completed { id, patient, doctor }));
        }
    }
}

fn role(number: u64) -> Role {
    match (number % PROFESSIONALS, number / PROFESSIONALS % 20) {
        (0, 0) => Role::Hospital,
        (0, 1) => Role::Pharmacy,
        (0, _) => Role::Doctor,
        _ => Role::Patient,
    }
}

fn cid(what: u64, number: u64) -> Cid {
    let mut bytes = [1; 36];
    bytes[..4].copy_from_slice(&[1, 0x55, 0x12, 0x20]);
    bytes[4..].copy_from_slice(&spread(what, number));
    Cid(bytes)
}

/// Bytes without order, as names on the chain have none.
fn spread(what: u64, number: u64) -> [u8; 32] {
    StdRng::seed_from_u64(what << 40 | number).r#gen()
}
