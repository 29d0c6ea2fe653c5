//! Random messages that often make sense: few people, few names of things, times around now.

use chartkey_rules::town::{Town, cast::*, cid, profile, sealed, terms};
use chartkey_rules::{Memory, Storage};
use chartkey_vocabulary::{CareMessage as C, ConsentMessage as O, RecordsMessage as L, RegistryMessage as R, *};

pub(crate) const PATIENTS: [Account; 3] = [ADA, GUARDIAN, BEN];
pub(crate) const EVERYBODY: [Account; 13] = [
    ADA, GUARDIAN, BEN, DR_LIN, DR_OLA, HOSPITAL, PHARMACY, WORKER, ATTESTER, ADMINS[0], ADMINS[1], ADMINS[2], STRANGER,
];
// Who has most to do with each other comes up most, or nothing would ever come of what is said.
const OWNERS: [Account; 6] = [ADA, ADA, ADA, ADA, GUARDIAN, BEN];
const DOCTORS: [Account; 4] = [DR_LIN, DR_LIN, DR_LIN, DR_OLA];
const READERS: [Account; 8] = [DR_LIN, DR_LIN, DR_OLA, HOSPITAL, PHARMACY, PHARMACY, WORKER, WORKER];
const LINKS: [Digest; 2] = [Digest([1; 32]), Digest([2; 32])];

/// Dice: what is said is a function of them and of the town.
pub(crate) type Dice = [u8; 6];

fn pick<T: Copy>(all: &[T], die: u8) -> T {
    all[usize::from(die) % all.len()]
}

fn keccak(bytes: &[u8]) -> [u8; 32] {
    Memory::default().keccak(bytes)
}
fn salt(die: u8) -> Salt {
    Salt([die % 2; 16])
}
fn record(owner: Account, die: u8) -> RecordId {
    RecordId::derive(owner, salt(die), keccak)
}
/// Every record there can be.
pub(crate) fn records() -> Vec<RecordId> {
    PATIENTS.iter().flat_map(|owner| [record(*owner, 0), record(*owner, 1)]).collect()
}
fn attestation(record: RecordId, die: u8) -> Attestation {
    let (model, code, output) = (Digest([2; 32]), Digest([3; 32]), Commitment([die % 2; 32]));
    Attestation { record, version: 1, seen: Commitment([1; 32]), model, code, output }
}

fn some_terms([_, _, _, d, e, f]: Dice, now: Time) -> Terms {
    let extent = match e % 12 {
        0 => Extent::Kinds(Kinds(u16::from(f) << 5)),
        1 => Extent::Records(records().into_iter().skip(usize::from(f % 6)).take(usize::from(d % 4)).collect()),
        2 => Extent::Written(now - DAY, now + HOUR * Time::from(f)),
        3 => Extent::ByReader,
        _ => Extent::Everything,
    };
    let openings = (f % 4 == 0).then_some(u16::from(d % 3));
    Terms { scope: extent.into(), until: now + HOUR * Time::from(f), openings, may_write: d % 2 == 0 }
}

fn between([a, b, c, ..]: Dice) -> Between {
    let reader = pick(&READERS, b);
    let usual = match reader {
        PHARMACY => Purpose::Dispensing,
        WORKER => Purpose::MachineAnalysis,
        _ => Purpose::Treatment,
    };
    let purpose = if c % 4 == 0 { pick(&Purpose::ALL, c / 4) } else { usual };
    Between { patient: pick(&OWNERS, a), reader, purpose }
}

fn motion([a, b, c, ..]: Dice) -> Motion {
    let (reader, anybody) = (pick(&READERS, b), pick(&EVERYBODY, b));
    match a % 16 {
        0..=4 => Motion::Approve(reader),
        5 => Motion::Reject(reader, Reason::Incomplete),
        6 => Motion::Suspend(reader, Reason::UnderReview),
        7..=9 => Motion::Reinstate(reader),
        10..=12 => Motion::Appoint(anybody, pick(&[Office::Admin, Office::Attester, Office::Worker], c)),
        13 => Motion::Dismiss(anybody),
        14 => Motion::Upgrade(Contract::Care, Digest([c % 2; 32])),
        _ => Motion::Quorum(c % 5),
    }
}

/// What Ada, her doctor, the machine and the pharmacy have come to before the history: a prescription of three fills.
pub(crate) fn begin(town: &Town) -> PrescriptionId {
    let until = town.now + 30 * DAY;
    let keys = [
        (DR_LIN, Purpose::Treatment, true),
        (PHARMACY, Purpose::Dispensing, false),
        (WORKER, Purpose::MachineAnalysis, false),
    ];
    for (reader, purpose, may_write) in keys {
        let terms = Terms { until, may_write, ..terms(town.now) };
        town.consent().grant(town.call(ADA), Between { patient: ADA, reader, purpose }, terms).expect("grants");
    }
    let added = town.ledger().add(town.call(DR_LIN), ADA, salt(0), Kind::Prescription, sealed(1));
    let record = added.expect("writes").0;
    let made = town.care().prescribe(town.call(DR_LIN), salt(0), record, Commitment([1; 32]), 3, until);
    made.expect("prescribes").0
}

/// A message, and who would usually say it.
pub(crate) fn message(which: u8, dice: Dice, town: &Town) -> (Account, Message) {
    let ([a, b, c, d, e, f], now) = (dice, town.now);
    match which {
        0..=51 => registry(which, dice, town),
        52..=123 => consent(which - 52, dice, now),
        124..=183 => {
            let (owner, doctor) = (pick(&OWNERS, a), pick(&DOCTORS, b));
            let record = record(owner, c);
            let (by, message) = match which % 12 {
                0..=2 => {
                    let kind = if e % 2 == 0 { Kind::Prescription } else { Kind::LabReport };
                    let by = if d % 2 == 0 { owner } else { doctor };
                    (by, L::Add { owner, salt: salt(c), kind, sealed: sealed(1) })
                }
                3 => (doctor, L::Amend { record, expected: 1 + u16::from(d % 2), sealed: sealed(2) }),
                4 => (owner, L::Rekey { record, version: 1, cid: cid(d) }),
                5 if d % 2 == 0 => (owner, L::Withdraw { record }),
                5 | 6 => (pick(&READERS, b), L::Announce { record, purpose: between(dice).purpose }),
                7 | 8 => (WORKER, L::Attest { attestation: attestation(record, d), cid: cid(5) }),
                9 | 10 => {
                    let finding = FindingId::derive(owner, &attestation(record, d), keccak);
                    let retract = L::Retract { finding };
                    (doctor, if which % 12 == 9 { retract } else { L::SignOff { finding, verdict: Verdict::Agree } })
                }
                _ => (ATTESTER, L::AnchorLog { head: Digest([d; 32]), count: u64::from(e) }),
            };
            (by, Message::Records(message))
        }
        _ => {
            let (patient, doctor) = (pick(&OWNERS, a), pick(&DOCTORS, b));
            let (visit, from) =
                (VisitId::derive(patient, salt(c), keccak), (now / SLOT + 1 + Time::from(d % 12)) * SLOT);
            let prescription = PrescriptionId::derive(doctor, salt(f), keccak);
            let (side, slots) = (if f % 2 == 0 { doctor } else { patient }, 1 + e % 3);
            let (by, message) = match which % 12 {
                0 | 1 => (patient, C::Ask { patient, doctor, salt: salt(c), from, slots }),
                2 if e % 3 == 0 => (side, C::Propose { visit, from, slots }),
                2..=4 => (side, C::Accept { visit }),
                5 if e % 4 == 0 => (side, C::Decline { visit }),
                5 => (side, C::Cancel { visit }),
                6 if e % 4 == 0 => (patient, C::Release { patient, doctor }),
                6 => (doctor, C::Complete { visit }),
                7..=9 => {
                    let (record, commitment, until) =
                        (record(patient, c), Commitment([1; 32]), now + DAY + Time::from(d));
                    (doctor, C::Prescribe { salt: salt(f), record, commitment, fills: 1 + e % 3, until })
                }
                10 if e % 8 == 0 => (side, C::Void { prescription }),
                _ => (PHARMACY, C::Dispense { prescription }),
            };
            (by, Message::Care(message))
        }
    }
}

fn registry(which: u8, dice: Dice, town: &Town) -> (Account, Message) {
    let [a, b, c, d, ..] = dice;
    let (patient, doctor, anybody, admin) =
        (pick(&OWNERS, a), pick(&DOCTORS, b), pick(&EVERYBODY, c), pick(&ADMINS, d));
    let (by, message) = match which % 26 {
        0..=2 => (anybody, R::Register { role: Role::Patient, keys: cid(1), profile: None }),
        3..=5 => {
            let role = pick(&[Role::Doctor, Role::Hospital, Role::Pharmacy], a);
            (pick(&READERS, b), R::Register { role, keys: cid(1), profile: Some(profile(1)) })
        }
        6 if a % 4 == 0 => (anybody, R::Leave {}),
        6 | 7 => (anybody, R::RotateKeys { keys: cid(d) }),
        // Seven is the specialty the town was settled with; another has to be approved.
        8 => (pick(&READERS, a), R::Revise { profile: profile(if d % 4 == 0 { 8 } else { 7 }) }),
        9..=11 => {
            let (who, licence) = (pick(&READERS, b), Commitment([1; 32]));
            let member = town.directory().member(who);
            let (role, since) = member.map_or((Role::Doctor, 0), |member| (member.who.role, member.since));
            // One check in eight was of another application than the one that waits.
            let since = if d % 8 == 0 { since + 1 } else { since };
            (ATTESTER, R::AttestLicence { who, role, since, licence })
        }
        12..=17 => (admin, R::Vote { motion: motion(dice) }),
        18 => (admin, R::Retract { motion: motion(dice) }),
        19 => (admin, R::Assign { patient, doctor }),
        20 => (patient, R::Unassign { patient }),
        21 => (patient, R::AppointGuardian { guardian: pick(&PATIENTS, c) }),
        22 => (patient, R::DismissGuardian { patient, guardian: pick(&PATIENTS, c) }),
        23 | 24 => (HOSPITAL, R::Affiliate { doctor }),
        _ => (HOSPITAL, R::Part { hospital: HOSPITAL, doctor }),
    };
    (by, Message::Registry(message))
}

fn consent(which: u8, dice: Dice, now: Time) -> (Account, Message) {
    let [_, b, c, d, e, f] = dice;
    let key = between(dice);
    let Between { patient, reader, purpose } = key;
    let (record, link) = (record(patient, c), pick(&LINKS, b));
    let (by, message) = match which % 24 {
        0..=2 => (reader, O::Request { patient, purpose, terms: some_terms(dice, now) }),
        3 => (reader, O::DropRequest { patient, purpose }),
        4 | 5 => (patient, O::Answer { between: key, yes: d % 3 > 0 }),
        6..=12 => (patient, O::Grant { between: key, terms: some_terms(dice, now) }),
        13 if d % 8 == 0 => (patient, O::Renew { patient }),
        13 => (patient, O::Revoke { between: key }),
        14 | 15 => {
            let except = Exclusions { kinds: Kinds(u16::from(e % 4)), records: vec![record] };
            let until = Some(now + HOUR * Time::from(f));
            (
                patient,
                O::Narrow { between: key, narrowing: Narrowing { until, openings: None, except, read_only: e > 99 } },
            )
        }
        16 | 17 => (patient, O::KeepCard { patient, record }),
        18 => (patient, O::DropCard { patient }),
        19 => (reader, O::BreakGlass { patient, reason: EmergencyReason::LifeAtRisk }),
        20 => (reader, O::MendGlass { patient, reader }),
        21 => {
            let terms = Link { until: now + HOUR * Time::from(d), views: (e % 2 == 0).then_some(u16::from(e % 3)) };
            (patient, O::OpenLink { owner: patient, link, terms })
        }
        22 => (patient, O::CloseLink { owner: patient, link }),
        _ => (ATTESTER, O::ViewLink { owner: patient, link }),
    };
    (by, Message::Consent(message))
}
