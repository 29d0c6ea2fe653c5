//! What exists: records, their versions, what machines found in them and who signed it off.

use crate::{Account, Cid, Commitment, Digest, FindingId, RecordId, Time, short::Short};
use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};

/// What sort of document a record is. The only thing about its content that is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Kind {
    /// Measured values.
    LabReport,
    /// Medicines ordered.
    Prescription,
    /// What a hospital writes when it lets go.
    DischargeSummary,
    /// X-ray image.
    XRay,
    /// Computed tomography.
    Ct,
    /// Magnetic resonance imaging.
    Mri,
    /// Ultrasound.
    Ultrasound,
    /// Any other image.
    OtherImaging,
    /// A doctor's note.
    ConsultationNote,
    /// A certificate.
    Certificate,
    /// Insurance papers.
    Insurance,
    /// A vaccination.
    Vaccination,
    /// Anything else.
    Other,
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Kinds(pub u16);

impl Kinds {
    /// Every kind there is.
    pub const ALL: Self = Self((1 << 13) - 1);
    /// What a pharmacy sees.
    pub const PRESCRIPTIONS: Self = Self(1 << Kind::Prescription as u16);

    /// Whether `kind` is in the set.
    pub fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    /// Whether the set is empty or names kinds that do not exist.
    pub fn is_void(self) -> bool {
        self.0 == 0 || self.0 & !Self::ALL.0 != 0
    }
}

impl FromIterator<Kind> for Kinds {
    fn from_iter<I: IntoIterator<Item = Kind>>(kinds: I) -> Self {
        Self(kinds.into_iter().fold(0, |set, kind| set | 1 << kind as u16))
    }
}

/// Ciphertext in the store, and what it will turn out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Sealed {
    /// Where the ciphertext is found.
    pub cid: Cid,
    /// Salted hash of the plaintext; who opens it checks it against this.
    pub commitment: Commitment,
}

/// One record. Its versions are rows of their own.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Record {
    /// The patient it belongs to.
    pub owner: Account,
    /// Who added it first.
    pub author: Account,
    /// What it is.
    pub kind: Kind,
    /// When it was added.
    pub written: Time,
    /// How many versions there are; they are numbered from 1.
    pub versions: u16,
    /// What machines found; at most eight.
    #[codec(encoded_as = "Short<FindingId>")]
    pub findings: Vec<FindingId>,
}

/// What a decision needs to know of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Facts {
    /// Which record.
    pub record: RecordId,
    /// Whose it is.
    pub owner: Account,
    /// Who added it.
    pub author: Account,
    /// What it is.
    pub kind: Kind,
    /// When it was added.
    pub written: Time,
}

/// One version of a record; nothing is ever edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Version {
    /// Where its ciphertext is, and what it will turn out to be.
    pub sealed: Sealed,
    /// Who wrote this version.
    pub by: Account,
    /// When.
    pub at: Time,
    /// The patient's epoch it was last sealed in; behind the desk's means "seal me anew".
    pub epoch: u32,
}

/// What a worker says it found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Attestation {
    /// Which record was read.
    pub record: RecordId,
    /// Which version of it.
    pub version: u16,
    /// The version's commitment, as the worker computed it from what it opened.
    pub seen: Commitment,
    /// Digest of the model.
    pub model: Digest,
    /// Digest of the program.
    pub code: Digest,
    /// Commitment to the output, salted from the content key so that honest workers agree on it.
    pub output: Commitment,
}

/// A machine's finding: a suggestion until a doctor signs it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Finding {
    /// What was found, by which model, in what.
    pub attestation: Attestation,
    /// Where the first worker's sealed output is.
    pub cid: Cid,
    /// The workers that found the same; at most five.
    #[codec(encoded_as = "Short<Account>")]
    pub workers: Vec<Account>,
    /// Doctors who signed; at most three.
    #[codec(encoded_as = "Short<SignOff>")]
    pub signed: Vec<SignOff>,
}

/// What a doctor says of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Verdict {
    /// So it is.
    Agree,
    /// It is not so.
    Disagree,
    /// It is so with the corrections in a new version of the record.
    Amended,
}

/// A doctor's name under a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct SignOff {
    /// Who signed.
    pub doctor: Account,
    /// What they say.
    pub verdict: Verdict,
    /// When.
    pub at: Time,
}

/// A patient's figures in the records contract; lets a client notice a list that leaves a record out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Shelf {
    /// Records that stand.
    pub records: u32,
}

/// The head of an access log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub struct Anchor {
    /// Hash over the last line and all before it.
    pub head: Digest,
    /// How many lines.
    pub count: u64,
    /// When it was anchored.
    pub at: Time,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_kinds_holds_what_was_put_in() {
        let set: Kinds = [Kind::LabReport, Kind::Other].into_iter().collect();
        assert!(set.has(Kind::LabReport) && set.has(Kind::Other) && !set.has(Kind::XRay));
        assert!(!set.is_void() && !Kinds::ALL.is_void());
        assert!(Kinds::ALL.has(Kind::Other), "the last kind is in the set of all");
        assert!(Kinds(0).is_void(), "nothing");
        assert!(Kinds(Kinds::ALL.0 + 1).is_void(), "a kind that does not exist");
        assert!(Kinds(1 | 1 << 15).is_void(), "beside one that does");
    }
}
