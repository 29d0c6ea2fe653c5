//! Whom an event concerns, and as what: the one table from the chain's words to people's notices.
//!
//! Whoever did a thing is not told of it; a patient is told what a guardian did.

use chartkey_protocol::NoticeKind as Kind;
use chartkey_vocabulary::{
    Account, CareEvent, ConsentEvent, Event, Motion, Party, RecordId, RecordsEvent, RegistryEvent, VisitState,
};

/// Somebody who is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum To {
    /// This account.
    One(Account),
    /// A patient and all who act for them.
    Chart(Account),
    /// Every admin.
    Council,
}

/// Something to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tidings {
    pub(super) kind: Kind,
    pub(super) about: Account,
    pub(super) by: Option<Account>,
    pub(super) record: Option<RecordId>,
    pub(super) to: Vec<To>,
}

impl Tidings {
    fn new(kind: Kind, about: Account, to: impl Into<Vec<To>>) -> Self {
        Self { kind, about, by: None, record: None, to: to.into() }
    }

    fn by(mut self, by: Account) -> Self {
        self.by = Some(by);
        self
    }

    fn record(mut self, record: RecordId) -> Self {
        self.record = Some(record);
        self
    }
}

/// What is told of an event; nothing of those that concern only who caused them.
pub(super) fn tidings(event: &Event) -> Option<Tidings> {
    match event {
        Event::Registry(event) => registry(event),
        Event::Consent(event) => consent(event),
        Event::Records(event) => records(event),
        Event::Care(event) => care(event),
    }
}

fn registry(event: &RegistryEvent) -> Option<Tidings> {
    use RegistryEvent::*;
    Some(match *event {
        ProfileRevised { who, pending: true } => Tidings::new(Kind::Standing, who, [To::One(who), To::Council]),
        // Patients search by what the council judged: it hears of every exchange, and can suspend.
        ProfileRevised { who, pending: false } => Tidings::new(Kind::Standing, who, [To::Council]),
        // From now on the council can vote.
        LicenceAttested { who, by } => Tidings::new(Kind::Standing, who, [To::One(who), To::Council]).by(by),
        Carried { motion } => match motion {
            Motion::Approve(who)
            | Motion::Reject(who, _)
            | Motion::Suspend(who, _)
            | Motion::Reinstate(who)
            | Motion::Appoint(who, _)
            | Motion::Dismiss(who) => Tidings::new(Kind::Standing, who, [To::One(who)]),
            Motion::Quorum(_) | Motion::Upgrade(..) => return None,
        },
        // Either side may have dismissed the other, so both are told.
        GuardianAppointed { patient, guardian } | GuardianDismissed { patient, guardian } => {
            Tidings::new(Kind::Guardian, patient, [To::Chart(patient), To::One(guardian)])
        }
        Assigned { patient, assignment } => {
            Tidings::new(Kind::Assigned, patient, [To::Chart(patient), To::One(assignment.doctor)]).by(assignment.by)
        }
        Affiliated { hospital, doctor } => Tidings::new(Kind::Standing, doctor, [To::One(doctor)]).by(hospital),
        Parted { hospital, doctor } => Tidings::new(Kind::Standing, doctor, [To::One(doctor), To::One(hospital)]),
        Registered { .. }
        | Left { .. }
        | KeysRotated { .. }
        | Voted { .. }
        | Retracted { .. }
        | Unassigned { .. }
        | Introduced => return None,
    })
}

fn consent(event: &ConsentEvent) -> Option<Tidings> {
    use ConsentEvent::*;
    Some(match event {
        Requested { between, .. } => {
            Tidings::new(Kind::KeyAsked, between.patient, [To::Chart(between.patient)]).by(between.reader)
        }
        Refused { between, by } => {
            Tidings::new(Kind::KeyRefused, between.patient, [To::One(between.reader), To::Chart(between.patient)])
                .by(*by)
        }
        Granted { between, by, .. } => {
            Tidings::new(Kind::KeyGiven, between.patient, [To::One(between.reader), To::Chart(between.patient)]).by(*by)
        }
        Narrowed { between, by, .. } | Revoked { between, by, .. } => {
            Tidings::new(Kind::KeyWithdrawn, between.patient, [To::One(between.reader), To::Chart(between.patient)])
                .by(*by)
        }
        GlassBroken { patient, by, .. } => Tidings::new(Kind::GlassBroken, *patient, [To::Chart(*patient)]).by(*by),
        GlassMended { patient, reader, by } => {
            Tidings::new(Kind::KeyWithdrawn, *patient, [To::One(*reader), To::Chart(*patient)]).by(*by)
        }
        LinkViewed { owner, .. } => Tidings::new(Kind::LinkViewed, *owner, [To::Chart(*owner)]),
        // An announced opening is told when it takes place, at the door; why a new epoch begins was told before it.
        RequestDropped { .. }
        | Renewed { .. }
        | Announced { .. }
        | CardKept { .. }
        | CardDropped { .. }
        | LinkOpened { .. }
        | LinkClosed { .. } => return None,
    })
}

fn records(event: &RecordsEvent) -> Option<Tidings> {
    use RecordsEvent::*;
    let (kind, record, owner, by) = match *event {
        Added { record, owner, by, .. } => (Kind::RecordAdded, record, owner, by),
        Amended { record, owner, by, .. } => (Kind::RecordChanged, record, owner, by),
        Withdrawn { record, owner, by } => (Kind::RecordGone, record, owner, by),
        // Further workers of the same opinion are no news.
        Attested { record, owner, worker, agreed: ..=1, .. } => (Kind::Found, record, owner, worker),
        SignedOff { record, owner, doctor, .. } => (Kind::Signed, record, owner, doctor),
        Rekeyed { .. } | Attested { .. } | SignatureRetracted { .. } | Anchored { .. } => return None,
    };
    Some(Tidings::new(kind, owner, [To::Chart(owner)]).by(by).record(record))
}

fn care(event: &CareEvent) -> Option<Tidings> {
    use CareEvent::*;
    Some(match *event {
        Proposed { visit, .. } => match visit.state {
            VisitState::Awaiting(Party::Patient) => {
                Tidings::new(Kind::VisitAsked, visit.patient, [To::Chart(visit.patient)]).by(visit.doctor)
            }
            // A guardian may have asked; whoever it was, it was not the doctor.
            VisitState::Awaiting(Party::Doctor) => {
                Tidings::new(Kind::VisitAsked, visit.patient, [To::One(visit.doctor)]).by(visit.patient)
            }
            VisitState::Accepted => return None,
        },
        Accepted { visit, .. } => {
            Tidings::new(Kind::VisitAgreed, visit.patient, [To::Chart(visit.patient), To::One(visit.doctor)])
        }
        Declined { patient, doctor, by, .. } | Cancelled { patient, doctor, by, .. } => {
            Tidings::new(Kind::VisitOff, patient, [To::Chart(patient), To::One(doctor)]).by(by)
        }
        Released { patient, doctor } => Tidings::new(Kind::KeyWithdrawn, patient, [To::One(doctor)]).by(patient),
        Prescribed { patient, doctor, record, .. } => {
            Tidings::new(Kind::Prescribed, patient, [To::Chart(patient)]).by(doctor).record(record)
        }
        Dispensed { patient, pharmacy, .. } => {
            Tidings::new(Kind::Dispensed, patient, [To::Chart(patient)]).by(pharmacy)
        }
        Voided { patient, doctor, by, .. } => {
            Tidings::new(Kind::Voided, patient, [To::Chart(patient), To::One(doctor)]).by(by)
        }
        Completed { .. } => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_vocabulary::{Between, Cid, FindingId, Purpose, Visit, VisitId};

    const ADA: Account = Account([1; 20]);
    const LIN: Account = Account([2; 20]);

    #[test]
    fn a_key_given_is_told_to_its_holder_and_to_the_chart() {
        let between = Between { patient: ADA, reader: LIN, purpose: Purpose::Treatment };
        let told = tidings(&Event::Consent(ConsentEvent::Revoked { between, by: ADA, epoch: 2 })).expect("is told");
        assert_eq!((told.kind, told.about, told.by), (Kind::KeyWithdrawn, ADA, Some(ADA)));
        assert_eq!(told.to, [To::One(LIN), To::Chart(ADA)]);
    }

    #[test]
    fn who_has_to_answer_is_told_of_a_proposed_time() {
        let visit = |state| Visit { patient: ADA, doctor: LIN, from: 900, slots: 1, state };
        let told = |state| {
            let event = CareEvent::Proposed { id: VisitId([3; 16]), visit: visit(state) };
            tidings(&Event::Care(event)).expect("is told").to
        };
        assert_eq!(told(VisitState::Awaiting(Party::Doctor)), [To::One(LIN)]);
        assert_eq!(told(VisitState::Awaiting(Party::Patient)), [To::Chart(ADA)]);
    }

    #[test]
    fn a_finding_is_told_once_however_many_workers_agree() {
        let attested = |agreed| {
            let (finding, record, cid) = (FindingId([4; 16]), RecordId([5; 16]), Cid([6; 36]));
            Event::Records(RecordsEvent::Attested { finding, record, owner: ADA, worker: LIN, cid, agreed })
        };
        assert_eq!(tidings(&attested(1)).expect("is told").record, Some(RecordId([5; 16])));
        assert_eq!(tidings(&attested(2)), None);
    }
}
