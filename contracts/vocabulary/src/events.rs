//! What the contracts say aloud: enough for indexers and auditors, and nothing personal.
//!
//! A contract deposits the SCALE bytes of its event enum as data, and [`Topics`] as topics: whom it concerns
//! first, so that a person's history can be followed without reading everybody's.

use crate::{
    Account, Anchor, Assignment, Between, Cid, Contract, Digest, EmergencyReason, FindingId, Kind, Motion, Narrowing,
    PrescriptionId, RecordId, Role, Terms, Ticket, Time, Verdict, Visit, VisitId,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};

/// One thing an event can be found by: an account or identifier, padded with zeros on the right.
pub type Topic = [u8; 32];

/// What an event can be found by, whom it concerns first; at most four.
pub trait Topics: Encode {
    /// The topics in order of weight.
    fn topics(&self) -> Vec<Topic>;
}

/// Pads names to topics. Out of line and of all events together: a contract is paid for by the byte.
#[inline(never)]
fn topics(names: &[&[u8]]) -> Vec<Topic> {
    let mut topics = Vec::new();
    for name in names {
        let mut topic = [0; 32];
        topic[..name.len()].copy_from_slice(name);
        topics.push(topic);
    }
    topics
}

macro_rules! names {
    ($($name:expr),*) => { &[$(&$name.0[..]),*] };
}

/// What the registry says.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[allow(missing_docs, reason = "the fields say what they are")]
pub enum RegistryEvent {
    /// Somebody registered; professionals are pending.
    Registered { who: Account, role: Role, keys: Cid },
    /// Somebody left.
    Left { who: Account },
    /// New public keys: what was wrapped for the old ones is wrapped anew.
    KeysRotated { who: Account, keys: Cid, epoch: u32 },
    /// A directory entry changed; `pending` when its specialties must be approved again.
    ProfileRevised { who: Account, pending: bool },
    /// The licence was found in the register and its holder answered.
    LicenceAttested { who: Account, by: Account },
    /// An admin voted.
    Voted { by: Account, motion: Motion },
    /// An admin took a vote back, or cleared a lapsed ballot.
    Retracted { by: Account, motion: Motion },
    /// The council decided.
    Carried { motion: Motion },
    /// A patient has a guardian.
    GuardianAppointed { patient: Account, guardian: Account },
    /// And has one less.
    GuardianDismissed { patient: Account, guardian: Account },
    /// A doctor was proposed to a patient.
    Assigned { patient: Account, assignment: Assignment },
    /// The proposal was taken back.
    Unassigned { patient: Account },
    /// A doctor belongs to a house.
    Affiliated { hospital: Account, doctor: Account },
    /// And does no longer.
    Parted { hospital: Account, doctor: Account },
    /// The four contracts know each other.
    Introduced,
}

impl Topics for RegistryEvent {
    fn topics(&self) -> Vec<Topic> {
        let names: &[&[u8]] = match self {
            Self::Registered { who, .. }
            | Self::Left { who }
            | Self::KeysRotated { who, .. }
            | Self::ProfileRevised { who, .. } => names![who],
            Self::LicenceAttested { who, by } => names![who, by],
            Self::Voted { by, motion } | Self::Retracted { by, motion } => match motion.about() {
                Some(who) => names![who, by],
                None => names![by],
            },
            Self::Carried { motion } => match motion.about() {
                Some(who) => names![who],
                None => names![],
            },
            Self::GuardianAppointed { patient, guardian } | Self::GuardianDismissed { patient, guardian } => {
                names![patient, guardian]
            }
            Self::Assigned { patient, assignment } => names![patient, assignment.doctor],
            Self::Unassigned { patient } => names![patient],
            Self::Affiliated { hospital, doctor } | Self::Parted { hospital, doctor } => names![hospital, doctor],
            Self::Introduced => names![],
        };
        topics(names)
    }
}

/// What the consent contract says.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[allow(missing_docs, reason = "the fields say what they are")]
pub enum ConsentEvent {
    /// Somebody asks for a key.
    Requested { between: Between, terms: Terms },
    /// They took the request back.
    RequestDropped { between: Between },
    /// The patient said no.
    Refused { between: Between, by: Account },
    /// A key was given.
    Granted { between: Between, by: Account, terms: Terms },
    /// A key was made smaller; `epoch` when something must be sealed anew.
    Narrowed { between: Between, by: Account, narrowing: Narrowing, epoch: u32 },
    /// A key was taken back, or given back by its holder; a new epoch begins.
    Revoked { between: Between, by: Account, epoch: u32 },
    /// A counted opening was announced.
    Announced { between: Between, ticket: Ticket, left: u16 },
    /// An emergency card is ready.
    CardKept { patient: Account, record: RecordId },
    /// It is not any more.
    CardDropped { patient: Account },
    /// The glass was broken.
    GlassBroken { patient: Account, by: Account, reason: EmergencyReason, until: Time },
    /// The emergency was ended before its time.
    GlassMended { patient: Account, reader: Account, by: Account },
    /// A link was opened for those without an account.
    LinkOpened { owner: Account, link: Digest, until: Time, views: Option<u16> },
    /// A link was closed.
    LinkClosed { owner: Account, link: Digest },
    /// A link was viewed.
    LinkViewed { owner: Account, link: Digest, left: Option<u16> },
    /// No key was taken back, and yet a new epoch begins.
    Renewed { patient: Account, by: Account, epoch: u32 },
}

impl Topics for ConsentEvent {
    fn topics(&self) -> Vec<Topic> {
        let names: &[&[u8]] = match self {
            Self::Requested { between, .. }
            | Self::RequestDropped { between }
            | Self::Refused { between, .. }
            | Self::Granted { between, .. }
            | Self::Narrowed { between, .. }
            | Self::Revoked { between, .. } => names![between.patient, between.reader],
            Self::Announced { between, ticket, .. } => names![between.patient, between.reader, ticket.record],
            Self::CardKept { patient, record } => names![patient, record],
            Self::CardDropped { patient } => names![patient],
            Self::GlassBroken { patient, by, .. } | Self::Renewed { patient, by, .. } => names![patient, by],
            Self::GlassMended { patient, reader, .. } => names![patient, reader],
            Self::LinkOpened { owner, link, .. }
            | Self::LinkClosed { owner, link }
            | Self::LinkViewed { owner, link, .. } => names![owner, link],
        };
        topics(names)
    }
}

/// What the records contract says.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[allow(missing_docs, reason = "the fields say what they are")]
pub enum RecordsEvent {
    /// A record came into being.
    Added { record: RecordId, owner: Account, by: Account, kind: Kind, cid: Cid, epoch: u32 },
    /// It has a new version.
    Amended { record: RecordId, owner: Account, by: Account, version: u16, cid: Cid, epoch: u32 },
    /// A version was sealed anew; stores delete `old`.
    Rekeyed { record: RecordId, owner: Account, version: u16, old: Cid, cid: Cid, epoch: u32 },
    /// A record is gone; stores delete all of it.
    Withdrawn { record: RecordId, owner: Account, by: Account },
    /// A worker found something. `agreed` counts the workers that found the same.
    Attested { finding: FindingId, record: RecordId, owner: Account, worker: Account, cid: Cid, agreed: u8 },
    /// A doctor signed a finding.
    SignedOff { finding: FindingId, record: RecordId, owner: Account, doctor: Account, verdict: Verdict },
    /// And took the name back.
    SignatureRetracted { finding: FindingId, record: RecordId, owner: Account, doctor: Account },
    /// The head of an access log.
    Anchored { by: Account, anchor: Anchor },
}

impl Topics for RecordsEvent {
    fn topics(&self) -> Vec<Topic> {
        let names: &[&[u8]] = match self {
            Self::Added { record, owner, by, .. }
            | Self::Amended { record, owner, by, .. }
            | Self::Withdrawn { record, owner, by } => names![owner, record, by],
            Self::Rekeyed { record, owner, .. } => names![owner, record],
            Self::Attested { finding, record, owner, worker, .. } => names![owner, record, worker, finding],
            Self::SignedOff { finding, record, owner, doctor, .. }
            | Self::SignatureRetracted { finding, record, owner, doctor } => names![owner, record, doctor, finding],
            Self::Anchored { by, .. } => names![by],
        };
        topics(names)
    }
}

/// What the care contract says.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[allow(missing_docs, reason = "the fields say what they are")]
pub enum CareEvent {
    /// A time was asked for or proposed; the visit says who has to answer.
    Proposed { id: VisitId, visit: Visit },
    /// Both agree.
    Accepted { id: VisitId, visit: Visit },
    /// One side said no before both had agreed.
    Declined { id: VisitId, patient: Account, doctor: Account, by: Account },
    /// One side called off.
    Cancelled { id: VisitId, patient: Account, doctor: Account, by: Account },
    /// It took place.
    Completed { id: VisitId, patient: Account, doctor: Account },
    /// The patient ended what the visits allowed.
    Released { patient: Account, doctor: Account },
    /// A prescription was written.
    Prescribed { id: PrescriptionId, patient: Account, doctor: Account, record: RecordId, fills: u8, until: Time },
    /// It was handed out; `left` times remain.
    Dispensed { id: PrescriptionId, patient: Account, pharmacy: Account, left: u8 },
    /// It is off the chain.
    Voided { id: PrescriptionId, patient: Account, doctor: Account, by: Account },
}

impl Topics for CareEvent {
    fn topics(&self) -> Vec<Topic> {
        let names: &[&[u8]] = match self {
            Self::Proposed { id, visit } | Self::Accepted { id, visit } => names![visit.patient, visit.doctor, id],
            Self::Declined { id, patient, doctor, .. }
            | Self::Cancelled { id, patient, doctor, .. }
            | Self::Completed { id, patient, doctor } => names![patient, doctor, id],
            Self::Released { patient, doctor } => names![patient, doctor],
            Self::Prescribed { id, patient, doctor, record, .. } => names![patient, doctor, id, record],
            Self::Dispensed { id, patient, pharmacy, .. } => names![patient, pharmacy, id],
            Self::Voided { id, patient, doctor, .. } => names![patient, doctor, id],
        };
        topics(names)
    }
}

/// An upgrade the council carried, for those who watch code.
impl RegistryEvent {
    /// The contract and code of a carried upgrade.
    pub fn upgrade(&self) -> Option<(Contract, Digest)> {
        match self {
            Self::Carried { motion: Motion::Upgrade(contract, code) } => Some((*contract, *code)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_found_by_the_names_in_it_padded_on_the_right() {
        let (who, by) = (Account([1; 20]), Account([2; 20]));
        let padded = |name: &[u8]| Topic::try_from([name, &[0; 32][name.len()..]].concat()).expect("32 bytes");
        let suspended = Motion::Suspend(who, crate::Reason::OnRequest);
        let told = RegistryEvent::Voted { by, motion: suspended }.topics();
        assert_eq!(told, [padded(&who.0), padded(&by.0)], "whom it concerns comes first");
        assert_eq!(RegistryEvent::Voted { by, motion: Motion::Quorum(2) }.topics(), [padded(&by.0)]);
        assert!(RegistryEvent::Introduced.topics().is_empty());
        let (owner, link) = (who, Digest([3; 32]));
        assert_eq!(ConsentEvent::LinkClosed { owner, link }.topics(), [padded(&owner.0), link.0]);
    }
}
