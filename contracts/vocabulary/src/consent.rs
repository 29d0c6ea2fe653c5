//! Who may open what, for what purpose, until when.

use crate::{Account, Facts, Kinds, RecordId, Role, Time, short::Short};
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};

/// What a record is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Purpose {
    /// A doctor or hospital treats the patient.
    Treatment,
    /// A pharmacy hands out a prescription.
    Dispensing,
    /// A hospital's office work.
    HospitalAdministration,
    /// Another doctor looks at a finding.
    SecondOpinion,
    /// An appointed machine reads.
    MachineAnalysis,
    /// A doctor or hospital writes to an insurer.
    Insurance,
    /// A study the patient takes part in.
    Research,
    /// The glass was broken; never granted beforehand.
    Emergency,
}

impl Purpose {
    /// Every purpose there is.
    pub const ALL: [Self; 8] = [
        Self::Treatment,
        Self::Dispensing,
        Self::HospitalAdministration,
        Self::SecondOpinion,
        Self::MachineAnalysis,
        Self::Insurance,
        Self::Research,
        Self::Emergency,
    ];

    /// Whether somebody of `role` can hold a key for this purpose.
    pub fn fits(self, role: Role) -> bool {
        match self {
            Self::Treatment | Self::Insurance | Self::Research => matches!(role, Role::Doctor | Role::Hospital),
            Self::SecondOpinion => role == Role::Doctor,
            Self::HospitalAdministration => role == Role::Hospital,
            Self::Dispensing => role == Role::Pharmacy,
            Self::MachineAnalysis => role == Role::Worker,
            Self::Emergency => false,
        }
    }

    /// The kinds of record this purpose can ever reach, whatever the scope says.
    pub fn reach(self) -> Kinds {
        match self {
            // A pharmacy needs the prescription and not the diagnosis behind it.
            Self::Dispensing => Kinds::PRESCRIPTIONS,
            _ => Kinds::ALL,
        }
    }
}

/// The two people and the purpose; at most one grant and one request stand between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Between {
    /// Whose records.
    pub patient: Account,
    /// Who reads.
    pub reader: Account,
    /// What for.
    pub purpose: Purpose,
}

/// Which records, before exclusions.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Extent {
    /// All of them, also those to come.
    Everything,
    /// Of these kinds.
    Kinds(Kinds),
    /// These and no others; one to eight.
    Records(#[codec(encoded_as = "Short<RecordId>")] Vec<RecordId>),
    /// Written from the first moment up to, and without, the second.
    Written(Time, Time),
    /// Written by the reader.
    ByReader,
}

/// What is kept back from an extent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Exclusions {
    /// None of these kinds.
    pub kinds: Kinds,
    /// None of these records; at most eight.
    #[codec(encoded_as = "Short<RecordId>")]
    pub records: Vec<RecordId>,
}

/// Which records a grant covers.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Scope {
    /// What is in.
    pub extent: Extent,
    /// What is kept back from it.
    pub except: Exclusions,
}

impl Scope {
    /// Everything, with nothing kept back.
    pub fn everything() -> Self {
        Extent::Everything.into()
    }

    /// Whether `reader` finds the record of these facts inside.
    pub fn covers(&self, facts: &Facts, reader: Account) -> bool {
        let inside = match &self.extent {
            Extent::Everything => true,
            Extent::Kinds(kinds) => kinds.has(facts.kind),
            Extent::Records(records) => records.contains(&facts.record),
            Extent::Written(from, until) => (*from..*until).contains(&facts.written),
            Extent::ByReader => facts.author == reader,
        };
        inside && !self.except.kinds.has(facts.kind) && !self.except.records.contains(&facts.record)
    }
}

impl From<Extent> for Scope {
    fn from(extent: Extent) -> Self {
        Self { extent, except: Exclusions::default() }
    }
}

/// What is asked for or granted.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Terms {
    /// Which records.
    pub scope: Scope,
    /// When it ends; every grant ends.
    pub until: Time,
    /// How many openings; `None` counts none.
    pub openings: Option<u16>,
    /// Whether the reader may also add records (treatment only).
    pub may_write: bool,
}

/// Somebody asks the patient for a key.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Request {
    /// What for how long.
    pub terms: Terms,
    /// When it was asked; a request lapses.
    pub at: Time,
}

/// The reader announced this opening; the door lets it through while the ticket lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Ticket {
    /// Which record is being opened.
    pub record: RecordId,
    /// Until when the same opening may be fetched again.
    pub until: Time,
}

/// A key somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Grant {
    /// What is granted; `openings` counts down.
    pub terms: Terms,
    /// Who gave it: the patient or a guardian.
    pub by: Account,
    /// When.
    pub since: Time,
    /// The opening under way, when openings are counted.
    pub ticket: Option<Ticket>,
}

/// How a grant is made smaller. There is no way to say "more" in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Narrowing {
    /// An earlier end.
    pub until: Option<Time>,
    /// Fewer openings.
    pub openings: Option<u16>,
    /// More kept back.
    pub except: Exclusions,
    /// No more writing.
    pub read_only: bool,
}

/// Why the glass was broken. A list, because free text would put a diagnosis on a public chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum EmergencyReason {
    /// The patient cannot answer.
    Unconscious,
    /// Waiting would endanger life.
    LifeAtRisk,
    /// The patient cannot operate a device and agrees by word.
    SpokenConsent,
}

/// The record a patient keeps ready for an emergency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Card {
    /// The emergency card, a record like any other.
    pub record: RecordId,
}

/// A read-only link for somebody without an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Link {
    /// When it ends.
    pub until: Time,
    /// How many more views; `None` counts none.
    pub views: Option<u16>,
}

/// A patient's figures in the consent contract.
///
/// `grants` lets a client notice a list that leaves somebody out; `epoch` tells which records still wait to be
/// sealed anew after a withdrawal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Desk {
    /// Grants on file, expired ones included until they are removed.
    pub grants: u32,
    /// Counts withdrawals and narrowings.
    pub epoch: u32,
}

/// Whether an author may add to a patient's records, and in which epoch they are sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Writing {
    /// A grant allows it.
    pub allowed: bool,
    /// The patient's epoch.
    pub epoch: u32,
}

/// Whether this reader may open this record now, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Decision {
    /// Yes, on this ground.
    Allowed(Basis),
    /// No, for this reason.
    Denied(Denial),
}

impl Decision {
    /// Whether it is a yes.
    pub fn is_allowed(&self) -> bool {
        matches!(self, Self::Allowed(_))
    }
}

/// The ground of a yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Basis {
    /// It is their own.
    Owner,
    /// They are the patient's guardian.
    Guardian,
    /// A key that ends then.
    Grant(Time),
    /// The glass is broken until then.
    Emergency(Time),
}

/// The reason of a no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Denial {
    /// No such record, or it was withdrawn.
    NoSuchRecord,
    /// The owner is not registered any more.
    PatientGone,
    /// The reader is unknown, pending, rejected or suspended.
    ReaderNotActive,
    /// Nobody of the reader's role can hold a key for this purpose.
    WrongPurpose,
    /// Nothing was granted.
    NoGrant,
    /// It was granted, and has ended.
    Expired,
    /// The grant does not cover this record.
    OutOfScope,
    /// The grant counts openings and this one was not announced.
    NotAnnounced,
    /// All openings are used up.
    UsedUp,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    const READER: Account = Account([2; 20]);

    fn facts(record: u8, kind: Kind, written: Time, author: u8) -> Facts {
        let (record, author) = (RecordId([record; 16]), Account([author; 20]));
        Facts { record, owner: Account([1; 20]), author, kind, written }
    }

    #[test]
    fn an_extent_covers_what_it_names_and_a_time_up_to_its_end() {
        let lab = facts(1, Kind::LabReport, 100, 1);
        let covers = |extent: Extent, facts: &Facts| Scope::from(extent).covers(facts, READER);
        assert!(covers(Extent::Everything, &lab));
        assert!(covers(Extent::Kinds(Kinds::ALL), &lab));
        assert!(!covers(Extent::Kinds(Kinds::PRESCRIPTIONS), &lab));
        assert!(covers(Extent::Records([RecordId([1; 16])].into()), &lab));
        assert!(!covers(Extent::Records([RecordId([2; 16])].into()), &lab));
        assert!(covers(Extent::Written(100, 101), &lab));
        assert!(!covers(Extent::Written(99, 100), &lab));
        assert!(!covers(Extent::ByReader, &lab));
        assert!(covers(Extent::ByReader, &facts(1, Kind::LabReport, 100, 2)));
    }

    #[test]
    fn what_is_kept_back_is_kept_back_from_every_extent() {
        let except = Exclusions { kinds: Kinds::PRESCRIPTIONS, records: [RecordId([7; 16])].into() };
        let mine = |record, kind| facts(record, kind, 100, 2);
        for extent in [Extent::Everything, Extent::Kinds(Kinds::ALL), Extent::Written(0, 200), Extent::ByReader] {
            let scope = Scope { extent, except: except.clone() };
            assert!(scope.covers(&mine(1, Kind::XRay), READER));
            assert!(!scope.covers(&mine(1, Kind::Prescription), READER));
            assert!(!scope.covers(&mine(7, Kind::XRay), READER));
        }
    }

    #[test]
    fn a_pharmacy_reaches_prescriptions_and_nobody_holds_an_emergency() {
        assert_eq!(Purpose::Dispensing.reach(), Kinds::PRESCRIPTIONS);
        assert_eq!(Purpose::Treatment.reach(), Kinds::ALL);
        let roles =
            [Role::Patient, Role::Doctor, Role::Hospital, Role::Pharmacy, Role::Admin, Role::Attester, Role::Worker];
        assert!(roles.iter().all(|role| !Purpose::Emergency.fits(*role)));
    }
}
