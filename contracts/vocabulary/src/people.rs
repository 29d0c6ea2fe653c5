//! Who is who: roles, standing, the council of admins and what it decides.

use crate::{Account, Cid, Commitment, Digest, Time, short::Short};
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};

/// What an account is in the system. An account has one role, so that no one sits on two chairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Role {
    /// Owns records and decides who opens them.
    Patient,
    /// Reads and writes with consent, signs findings off.
    Doctor,
    /// A house: reads with consent, affiliates doctors, may break the glass.
    Hospital,
    /// Dispenses prescriptions with consent.
    Pharmacy,
    /// Manages people by quorum; never sees a record.
    Admin,
    /// The oracle's account: attests licences, anchors logs, counts views of links.
    Attester,
    /// A machine that reads records it was granted.
    Worker,
}

impl Role {
    /// Doctors, hospitals and pharmacies: those who register themselves and are approved by the council.
    pub fn is_professional(self) -> bool {
        matches!(self, Self::Doctor | Self::Hospital | Self::Pharmacy)
    }
}

/// The roles that only the council gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Office {
    /// Becomes [`Role::Admin`].
    Admin,
    /// Becomes [`Role::Attester`].
    Attester,
    /// Becomes [`Role::Worker`].
    Worker,
}

impl From<Office> for Role {
    fn from(office: Office) -> Self {
        match office {
            Office::Admin => Self::Admin,
            Office::Attester => Self::Attester,
            Office::Worker => Self::Worker,
        }
    }
}

/// Where a member stands. Only the active may act in their role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Standing {
    /// Applied, not yet decided.
    Pending,
    /// May act.
    Active,
    /// The council said no; may apply again.
    Rejected,
    /// Was active; the council took that away for now.
    Suspended,
}

/// The short answer to "who is this?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Who {
    /// What the account is.
    pub role: Role,
    /// Whether it may act as that.
    pub standing: Standing,
}

impl Who {
    /// Whether this is an active `role`.
    pub fn is(self, role: Role) -> bool {
        self.role == role && self.standing == Standing::Active
    }
}

/// One registered account.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Member {
    /// Role and standing.
    pub who: Who,
    /// Where the account's public keys are found; the CID is their hash, so they cannot be swapped on the way.
    pub keys: Option<Cid>,
    /// Counts the changes of `keys`; what was wrapped for an earlier epoch is wrapped anew.
    pub epoch: u32,
    /// When the account registered or was appointed.
    pub since: Time,
    /// What the attester saw in the licence register, salted.
    pub licence: Option<Commitment>,
}

/// A professional's entry in the public directory, by their own choice.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Profile {
    /// Codes of specialties, as listed in the client; at most eight.
    #[codec(encoded_as = "Short<u16>")]
    pub specialties: Vec<u16>,
    /// ISO 639-1 codes; at most eight.
    #[codec(encoded_as = "Short<[u8; 2]>")]
    pub languages: Vec<[u8; 2]>,
    /// A geohash of five characters, about five kilometres wide.
    pub place: [u8; 5],
    /// Name, portrait and address, as a public file.
    pub card: Cid,
}

/// One line of the directory.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Entry {
    /// Whose line it is.
    pub account: Account,
    /// Role and standing.
    pub who: Who,
    /// What they say of themselves.
    pub profile: Profile,
}

/// What consent and records need to know of the people in one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Parties {
    /// The patient, when registered.
    pub patient: Option<Who>,
    /// The other party, when registered.
    pub other: Option<Who>,
    /// Whether the caller is one of the patient's guardians.
    pub guards: bool,
}

/// Why the council rejected or suspended somebody. A list, because free text ends in gossip on a public chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Reason {
    /// The licence is not in the register.
    LicenceNotFound,
    /// The licence has ended.
    LicenceEnded,
    /// Licence and person do not belong together.
    IdentityUnclear,
    /// The application lacks something.
    Incomplete,
    /// A complaint is being looked into.
    UnderReview,
    /// A rule was broken.
    Misconduct,
    /// They asked for it themselves.
    OnRequest,
}

/// What the council votes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Motion {
    /// A pending professional with an attested licence becomes active.
    Approve(Account),
    /// A pending professional is turned down.
    Reject(Account, Reason),
    /// An active professional may no longer act.
    Suspend(Account, Reason),
    /// A suspended professional may act again.
    Reinstate(Account),
    /// An account without a role takes an office.
    Appoint(Account, Office),
    /// An admin, attester or worker loses the office.
    Dismiss(Account),
    /// How many admins must agree from now on.
    Quorum(u8),
    /// A contract may become this code.
    Upgrade(Contract, Digest),
}

impl Motion {
    /// The account the motion is about. That account has no vote on it.
    pub fn subject(&self) -> Option<Account> {
        self.about().copied()
    }

    pub(crate) fn about(&self) -> Option<&Account> {
        match self {
            Self::Approve(who)
            | Self::Reject(who, _)
            | Self::Suspend(who, _)
            | Self::Reinstate(who)
            | Self::Appoint(who, _)
            | Self::Dismiss(who) => Some(who),
            Self::Quorum(_) | Self::Upgrade(..) => None,
        }
    }
}

/// The admins, and how many of them must agree.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Council {
    /// At most sixteen, so that a tally is bounded.
    #[codec(encoded_as = "Short<Account>")]
    pub admins: Vec<Account>,
    /// How many of them carry a motion.
    pub quorum: u8,
}

/// An open motion.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Ballot {
    /// Who agreed so far.
    #[codec(encoded_as = "Short<Account>")]
    pub yes: Vec<Account>,
    /// When the first of them did; a ballot lapses.
    pub opened: Time,
}

/// A doctor an admin proposed to a patient. It grants nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Assignment {
    /// The proposed doctor.
    pub doctor: Account,
    /// The admin who proposed.
    pub by: Account,
    /// When.
    pub at: Time,
}

/// The four contracts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Contract {
    /// Who is who.
    Registry,
    /// Who may open what.
    Consent,
    /// What exists.
    Records,
    /// Visits and prescriptions.
    Care,
}

/// Where the contracts find each other; said once, after all four are instantiated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Peers {
    /// Who is who.
    pub registry: Account,
    /// Who may open what.
    pub consent: Account,
    /// What exists.
    pub records: Account,
    /// Visits and prescriptions.
    pub care: Account,
}
