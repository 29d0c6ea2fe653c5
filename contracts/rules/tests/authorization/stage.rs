//! The scenes: each sets the town so that its message succeeds for the rightful caller.

use crate::callers::{Caller, PARTY};
use chartkey_rules::town::{Town, cast::*, cid, profile, sealed, terms};
use chartkey_vocabulary::{CareMessage as C, ConsentMessage as O, RecordsMessage as L, RegistryMessage as R, *};

/// Sets a scene, and says what is to be said by whom.
pub(crate) type Stage = fn(&mut Town, Caller) -> Message;

const APPLICANT: Account = Account([0x61; 20]);
const LINK: Digest = Digest([0x71; 32]);
const SALT: Salt = Salt([0x77; 16]);

fn registry(message: R) -> Message {
    Message::Registry(message)
}
fn consent(message: O) -> Message {
    Message::Consent(message)
}
fn records(message: L) -> Message {
    Message::Records(message)
}
fn care(message: C) -> Message {
    Message::Care(message)
}

fn key(purpose: Purpose) -> Between {
    Between { patient: ADA, reader: PARTY, purpose }
}

/// Ada gives the party a key to everything.
fn give(town: &Town, purpose: Purpose, openings: Option<u16>, may_write: bool) {
    let terms = Terms { openings, may_write, ..terms(town.now) };
    town.consent().grant(town.call(ADA), key(purpose), terms).expect("grants");
}

fn report(town: &Town) -> RecordId {
    add(town, ADA, 1, Kind::LabReport)
}

pub(crate) fn readable(town: &mut Town, broken: bool) -> RecordId {
    let record = report(town);
    give(town, Purpose::Treatment, None, false);
    if broken {
        break_it(town, record);
    }
    record
}

fn break_it(town: &Town, card: RecordId) {
    town.consent().keep_card(town.call(ADA), ADA, card).expect("keeps a card");
    town.consent().break_glass(town.call(PARTY), ADA, EmergencyReason::LifeAtRisk).expect("breaks the glass");
}

// ---- registry

pub(crate) fn register(_: &mut Town, _: Caller) -> Message {
    registry(R::Register { role: Role::Patient, keys: cid(3), profile: None })
}
pub(crate) fn register_as_doctor(_: &mut Town, _: Caller) -> Message {
    registry(R::Register { role: Role::Doctor, keys: cid(3), profile: Some(profile(3)) })
}
pub(crate) fn leave(_: &mut Town, _: Caller) -> Message {
    registry(R::Leave {})
}
pub(crate) fn rotate_keys(_: &mut Town, _: Caller) -> Message {
    registry(R::RotateKeys { keys: cid(3) })
}
pub(crate) fn revise(_: &mut Town, _: Caller) -> Message {
    registry(R::Revise { profile: profile(3) })
}
fn apply(town: &Town) {
    let applied = town.directory().register(town.call(APPLICANT), Role::Doctor, cid(3), Some(profile(3)));
    applied.expect("applies");
}
pub(crate) fn attest_licence(town: &mut Town, _: Caller) -> Message {
    apply(town);
    let (role, since, licence) = (Role::Doctor, town.now, Commitment([1; 32]));
    registry(R::AttestLicence { who: APPLICANT, role, since, licence })
}
fn vote(motion: Motion) -> Message {
    registry(R::Vote { motion })
}
pub(crate) fn vote_against_party(_: &mut Town, _: Caller) -> Message {
    vote(Motion::Dismiss(PARTY))
}
pub(crate) const MOTIONS: [Stage; 10] = [
    |town, _| {
        apply(town);
        let (by, role, licence) = (town.call(ATTESTER), Role::Doctor, Commitment([1; 32]));
        town.directory().attest_licence(by, APPLICANT, role, town.now, licence).expect("attests");
        vote(Motion::Approve(APPLICANT))
    },
    |town, _| {
        apply(town);
        vote(Motion::Reject(APPLICANT, Reason::Incomplete))
    },
    |_, _| vote(Motion::Suspend(DR_OLA, Reason::Misconduct)),
    |town, _| {
        carry(town, Motion::Suspend(DR_OLA, Reason::Misconduct)).expect("suspends");
        vote(Motion::Reinstate(DR_OLA))
    },
    |_, _| vote(Motion::Appoint(APPLICANT, Office::Admin)),
    |_, _| vote(Motion::Appoint(APPLICANT, Office::Attester)),
    |_, _| vote(Motion::Appoint(APPLICANT, Office::Worker)),
    |_, _| vote(Motion::Dismiss(WORKER)),
    |_, _| vote(Motion::Quorum(3)),
    |_, _| vote(Motion::Upgrade(Contract::Consent, Digest([1; 32]))),
];
pub(crate) fn retract_vote(town: &mut Town, _: Caller) -> Message {
    town.directory().vote(town.call(PARTY), Motion::Quorum(3)).expect("votes");
    registry(R::Retract { motion: Motion::Quorum(3) })
}
pub(crate) fn assign(_: &mut Town, _: Caller) -> Message {
    registry(R::Assign { patient: BEN, doctor: DR_OLA })
}
pub(crate) fn unassign(town: &mut Town, _: Caller) -> Message {
    town.directory().assign(town.call(ADMINS[0]), ADA, DR_OLA).expect("proposes");
    registry(R::Unassign { patient: ADA })
}
pub(crate) fn appoint_guardian(_: &mut Town, _: Caller) -> Message {
    registry(R::AppointGuardian { guardian: BEN })
}
pub(crate) fn dismiss_guardian(_: &mut Town, _: Caller) -> Message {
    registry(R::DismissGuardian { patient: ADA, guardian: GUARDIAN })
}
pub(crate) fn affiliate(_: &mut Town, _: Caller) -> Message {
    registry(R::Affiliate { doctor: DR_OLA })
}
fn part(town: &Town, hospital: Account, doctor: Account) -> Message {
    town.directory().affiliate(town.call(hospital), doctor).expect("takes in");
    registry(R::Part { hospital, doctor })
}
pub(crate) fn part_by_house(town: &mut Town, _: Caller) -> Message {
    part(town, PARTY, DR_OLA)
}
pub(crate) fn part_by_doctor(town: &mut Town, _: Caller) -> Message {
    part(town, HOSPITAL, PARTY)
}

// ---- consent

/// Everybody asks for what their role can hold; who can hold nothing asks as a doctor would.
pub(crate) fn request(town: &mut Town, (_, role, _): Caller) -> Message {
    let purpose = match role {
        Role::Pharmacy => Purpose::Dispensing,
        Role::Worker => Purpose::MachineAnalysis,
        _ => Purpose::Treatment,
    };
    consent(O::Request { patient: ADA, purpose, terms: terms(town.now) })
}
fn asked(town: &Town) {
    town.consent().request(town.call(PARTY), ADA, Purpose::Treatment, terms(town.now)).expect("asks");
}
pub(crate) fn drop_request(town: &mut Town, _: Caller) -> Message {
    asked(town);
    consent(O::DropRequest { patient: ADA, purpose: Purpose::Treatment })
}
pub(crate) fn answer_yes(town: &mut Town, _: Caller) -> Message {
    let between = Between { patient: ADA, reader: DR_OLA, purpose: Purpose::Treatment };
    town.consent().request(town.call(DR_OLA), ADA, Purpose::Treatment, terms(town.now)).expect("asks");
    consent(O::Answer { between, yes: true })
}
pub(crate) fn answer_no(town: &mut Town, _: Caller) -> Message {
    asked(town);
    consent(O::Answer { between: key(Purpose::Treatment), yes: false })
}
pub(crate) fn grant(town: &mut Town, _: Caller) -> Message {
    let between = Between { patient: ADA, reader: DR_OLA, purpose: Purpose::Treatment };
    consent(O::Grant { between, terms: terms(town.now) })
}
pub(crate) fn revoke(town: &mut Town, _: Caller) -> Message {
    give(town, Purpose::Treatment, None, false);
    consent(O::Revoke { between: key(Purpose::Treatment) })
}
pub(crate) fn narrow(town: &mut Town, _: Caller) -> Message {
    give(town, Purpose::Treatment, None, false);
    let narrowing = Narrowing { openings: Some(1), ..Narrowing::default() };
    consent(O::Narrow { between: key(Purpose::Treatment), narrowing })
}
pub(crate) fn renew(town: &mut Town, _: Caller) -> Message {
    give(town, Purpose::Treatment, None, false);
    consent(O::Renew { patient: ADA })
}
pub(crate) fn keep_card(town: &mut Town, _: Caller) -> Message {
    consent(O::KeepCard { patient: ADA, record: report(town) })
}
pub(crate) fn drop_card(town: &mut Town, _: Caller) -> Message {
    town.consent().keep_card(town.call(ADA), ADA, report(town)).expect("keeps a card");
    consent(O::DropCard { patient: ADA })
}
pub(crate) fn break_glass(town: &mut Town, _: Caller) -> Message {
    town.consent().keep_card(town.call(ADA), ADA, report(town)).expect("keeps a card");
    consent(O::BreakGlass { patient: ADA, reason: EmergencyReason::Unconscious })
}
pub(crate) fn mend_glass(town: &mut Town, _: Caller) -> Message {
    break_it(town, report(town));
    consent(O::MendGlass { patient: ADA, reader: PARTY })
}
fn link(town: &Town) -> Link {
    Link { until: town.now + DAY, views: Some(2) }
}
fn linked(town: &Town) {
    town.consent().open_link(town.call(ADA), ADA, LINK, link(town)).expect("opens a link");
}
pub(crate) fn open_link(town: &mut Town, _: Caller) -> Message {
    consent(O::OpenLink { owner: ADA, link: LINK, terms: link(town) })
}
pub(crate) fn close_link(town: &mut Town, _: Caller) -> Message {
    linked(town);
    consent(O::CloseLink { owner: ADA, link: LINK })
}
pub(crate) fn view_link(town: &mut Town, _: Caller) -> Message {
    linked(town);
    consent(O::ViewLink { owner: ADA, link: LINK })
}

// ---- records

fn add_lab() -> Message {
    records(L::Add { owner: ADA, salt: SALT, kind: Kind::LabReport, sealed: sealed(2) })
}
pub(crate) fn add_by_grant(town: &mut Town, _: Caller) -> Message {
    give(town, Purpose::Treatment, None, true);
    add_lab()
}
pub(crate) fn add_by_visit(town: &mut Town, _: Caller) -> Message {
    visit(town, true);
    add_lab()
}
pub(crate) fn amend(town: &mut Town, _: Caller) -> Message {
    give(town, Purpose::Treatment, None, true);
    records(L::Amend { record: report(town), expected: 1, sealed: sealed(2) })
}
pub(crate) fn amend_own_by_visit(town: &mut Town, _: Caller) -> Message {
    records(L::Amend { record: written(town, PARTY), expected: 1, sealed: sealed(3) })
}
pub(crate) fn amend_others_by_visit(town: &mut Town, _: Caller) -> Message {
    visit(town, true);
    records(L::Amend { record: report(town), expected: 1, sealed: sealed(2) })
}
pub(crate) fn rekey(town: &mut Town, _: Caller) -> Message {
    records(L::Rekey { record: report(town), version: 1, cid: cid(2) })
}
pub(crate) fn withdraw(town: &mut Town, _: Caller) -> Message {
    records(L::Withdraw { record: report(town) })
}
pub(crate) fn announce(town: &mut Town, _: Caller) -> Message {
    give(town, Purpose::Treatment, Some(1), false);
    records(L::Announce { record: report(town), purpose: Purpose::Treatment })
}
fn attestation(record: RecordId) -> Attestation {
    let (model, code, output) = (Digest([2; 32]), Digest([3; 32]), Commitment([4; 32]));
    Attestation { record, version: 1, seen: Commitment([1; 32]), model, code, output }
}
pub(crate) fn attest(town: &mut Town, _: Caller) -> Message {
    give(town, Purpose::MachineAnalysis, None, false);
    records(L::Attest { attestation: attestation(report(town)), cid: cid(5) })
}
fn found(town: &Town) -> FindingId {
    let between = Between { patient: ADA, reader: WORKER, purpose: Purpose::MachineAnalysis };
    town.consent().grant(town.call(ADA), between, terms(town.now)).expect("lets the machine read");
    give(town, Purpose::Treatment, None, false);
    town.ledger().attest(town.call(WORKER), attestation(report(town)), cid(5)).expect("attests").0
}
pub(crate) fn sign_off(town: &mut Town, _: Caller) -> Message {
    records(L::SignOff { finding: found(town), verdict: Verdict::Agree })
}
pub(crate) fn retract_signature(town: &mut Town, _: Caller) -> Message {
    let finding = found(town);
    town.ledger().sign_off(town.call(PARTY), finding, Verdict::Disagree).expect("signs");
    records(L::Retract { finding })
}
pub(crate) fn anchor_log(_: &mut Town, _: Caller) -> Message {
    records(L::AnchorLog { head: Digest([1; 32]), count: 1 })
}

// ---- care

/// Ada asks the party for a time; the party may have agreed.
fn visit(town: &Town, agreed: bool) -> VisitId {
    let asked = town.care().ask(town.call(ADA), ADA, PARTY, SALT, town.now + SLOT, 1);
    let id = asked.expect("asks").0;
    if agreed {
        town.care().accept(town.call(PARTY), id).expect("accepts");
    }
    id
}
/// The party proposed another time, so Ada has to answer.
fn proposed(town: &Town) -> VisitId {
    let id = visit(town, false);
    town.care().propose(town.call(PARTY), id, town.now + 2 * SLOT, 1).expect("proposes");
    id
}
pub(crate) fn ask(town: &mut Town, _: Caller) -> Message {
    care(C::Ask { patient: ADA, doctor: DR_OLA, salt: SALT, from: town.now + SLOT, slots: 1 })
}
pub(crate) fn propose_by_doctor(town: &mut Town, _: Caller) -> Message {
    care(C::Propose { visit: visit(town, false), from: town.now + 3 * SLOT, slots: 2 })
}
pub(crate) fn propose_by_patient(town: &mut Town, _: Caller) -> Message {
    care(C::Propose { visit: proposed(town), from: town.now + 3 * SLOT, slots: 2 })
}
pub(crate) fn accept_by_doctor(town: &mut Town, _: Caller) -> Message {
    care(C::Accept { visit: visit(town, false) })
}
pub(crate) fn accept_by_patient(town: &mut Town, _: Caller) -> Message {
    care(C::Accept { visit: proposed(town) })
}
pub(crate) fn decline(town: &mut Town, _: Caller) -> Message {
    care(C::Decline { visit: visit(town, false) })
}
pub(crate) fn cancel(town: &mut Town, _: Caller) -> Message {
    care(C::Cancel { visit: visit(town, true) })
}
pub(crate) fn complete(town: &mut Town, _: Caller) -> Message {
    let visit = visit(town, true);
    town.now += SLOT;
    care(C::Complete { visit })
}
pub(crate) fn release(town: &mut Town, _: Caller) -> Message {
    visit(town, true);
    care(C::Release { patient: ADA, doctor: PARTY })
}
/// What a doctor after an accepted visit prescribes.
fn written(town: &Town, doctor: Account) -> RecordId {
    let asked = town.care().ask(town.call(ADA), ADA, doctor, Salt([0x78; 16]), town.now + SLOT, 1);
    town.care().accept(town.call(doctor), asked.expect("asks").0).expect("accepts");
    let added = town.ledger().add(town.call(doctor), ADA, SALT, Kind::Prescription, sealed(2));
    added.expect("writes").0
}
fn prescribed(town: &Town, doctor: Account) -> PrescriptionId {
    let (record, until) = (written(town, doctor), town.now + DAY);
    let made = town.care().prescribe(town.call(doctor), SALT, record, Commitment([2; 32]), 1, until);
    made.expect("prescribes").0
}
pub(crate) fn prescribe(town: &mut Town, _: Caller) -> Message {
    let (record, until) = (written(town, PARTY), town.now + DAY);
    care(C::Prescribe { salt: SALT, record, commitment: Commitment([2; 32]), fills: 1, until })
}
pub(crate) fn dispense(town: &mut Town, _: Caller) -> Message {
    give(town, Purpose::Dispensing, None, false);
    care(C::Dispense { prescription: prescribed(town, DR_OLA) })
}
pub(crate) fn void(town: &mut Town, _: Caller) -> Message {
    care(C::Void { prescription: prescribed(town, PARTY) })
}
