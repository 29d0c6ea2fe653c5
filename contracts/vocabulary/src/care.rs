//! Visits and prescriptions.

use crate::{Account, Commitment, MINUTE, RecordId, Time};
use codec::{Decode, Encode, MaxEncodedLen};

/// Length of a slot in seconds; visits begin on a multiple of it and last one to eight slots.
pub const SLOT: Time = 15 * MINUTE;

/// The two sides of a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Party {
    /// The patient, or a guardian for them.
    Patient,
    /// The doctor.
    Doctor,
}

/// How far a visit has come. Declined, cancelled and completed visits leave the chain; events remember them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum VisitState {
    /// A time is proposed; this side has to answer.
    Awaiting(Party),
    /// Both agree.
    Accepted,
}

/// One appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Visit {
    /// Who comes.
    pub patient: Account,
    /// Who is seen.
    pub doctor: Account,
    /// When it begins.
    pub from: Time,
    /// How many slots it lasts.
    pub slots: u8,
    /// How far it has come.
    pub state: VisitState,
}

impl Visit {
    /// When it ends.
    pub fn until(&self) -> Time {
        self.from + SLOT * Time::from(self.slots)
    }
}

/// An accepted visit ties patient and doctor: for a while the doctor may add records without another grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Bond {
    /// Accepted visits that are still to come or to be completed.
    pub visits: u16,
    /// Until when the doctor may write.
    pub until: Time,
}

/// A prescription: what it says is sealed in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Prescription {
    /// For whom.
    pub patient: Account,
    /// By whom.
    pub doctor: Account,
    /// The sealed record that says what.
    pub record: RecordId,
    /// Salted hash of what the pharmacy will be shown.
    pub commitment: Commitment,
    /// How many times it may still be handed out.
    pub fills: u8,
    /// When it ends.
    pub until: Time,
}
