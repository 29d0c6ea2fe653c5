//! How the vocabulary is written in the tables: names as their JSON says them, identifiers as bare hex.

use crate::db::hex;
use chartkey_vocabulary::{
    Account, Cid, Commitment, Digest, EmergencyReason, FindingId, Kind, Party, PrescriptionId, Purpose, RecordId, Role,
    Standing, Verdict, VisitId, VisitState,
};

/// A value of a column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// `BIGINT`.
    Number(Option<i64>),
    /// `TEXT`.
    Text(Option<String>),
    /// `BLOB`.
    Bytes(Vec<u8>),
}

/// What a column cannot hold was written by another version of this program, or by another program.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("a row of the index is not of this version: {0}")]
pub struct Foreign(pub &'static str);

impl From<Foreign> for sqlx::Error {
    fn from(foreign: Foreign) -> Self {
        Self::Decode(Box::new(foreign))
    }
}

/// One of a fixed list of names.
pub trait Word: Copy {
    /// As the tables and JSON write it.
    fn word(self) -> &'static str;
    /// Reads it back.
    ///
    /// # Errors
    /// When it is none of the list.
    fn read(word: &str) -> Result<Self, Foreign>;
}

macro_rules! words {
    ($($type:ident: $what:literal { $($value:pat => $make:expr, $word:literal;)* })*) => {$(
        impl Word for $type {
            fn word(self) -> &'static str {
                match self { $($value => $word,)* }
            }

            fn read(word: &str) -> Result<Self, Foreign> {
                Ok(match word { $($word => $make,)* _ => return Err(Foreign($what)) })
            }
        }

        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::Text(Some(value.word().into()))
            }
        }
    )*};
    (plain $($type:ident: $what:literal { $($value:ident = $word:literal,)* })*) => {
        words! { $($type: $what { $($type::$value => $type::$value, $word;)* })* }
    };
}

words! { plain
    Role: "a role" {
        Patient = "patient", Doctor = "doctor", Hospital = "hospital", Pharmacy = "pharmacy", Admin = "admin",
        Attester = "attester", Worker = "worker",
    }
    Standing: "a standing" {
        Pending = "pending", Active = "active", Rejected = "rejected", Suspended = "suspended",
    }
    Purpose: "a purpose" {
        Treatment = "treatment", Dispensing = "dispensing", HospitalAdministration = "hospital_administration",
        SecondOpinion = "second_opinion", MachineAnalysis = "machine_analysis", Insurance = "insurance",
        Research = "research", Emergency = "emergency",
    }
    Kind: "a kind" {
        LabReport = "lab_report", Prescription = "prescription", DischargeSummary = "discharge_summary",
        XRay = "x_ray", Ct = "ct", Mri = "mri", Ultrasound = "ultrasound", OtherImaging = "other_imaging",
        ConsultationNote = "consultation_note", Certificate = "certificate", Insurance = "insurance",
        Vaccination = "vaccination", Other = "other",
    }
    EmergencyReason: "a reason" {
        Unconscious = "unconscious", LifeAtRisk = "life_at_risk", SpokenConsent = "spoken_consent",
    }
    Verdict: "a verdict" { Agree = "agree", Disagree = "disagree", Amended = "amended", }
}

words! {
    VisitState: "a visit's state" {
        Self::Awaiting(Party::Patient) => Self::Awaiting(Party::Patient), "awaiting_patient";
        Self::Awaiting(Party::Doctor) => Self::Awaiting(Party::Doctor), "awaiting_doctor";
        Self::Accepted => Self::Accepted, "accepted";
    }
}

macro_rules! identifiers {
    ($($type:ident),*) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::Text(Some(hex(value.0)))
            }
        }

        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self {
                Self::Text(value.map(|value| hex(value.0)))
            }
        }

        impl Identifier for $type {
            fn read(text: &str) -> Result<Self, Foreign> {
                let bytes = hex::decode(text).map_err(|_| Foreign(stringify!($type)))?;
                bytes.try_into().map(Self).map_err(|_| Foreign(stringify!($type)))
            }
        }
    )*};
}

/// Bytes that name something.
pub trait Identifier: Sized {
    /// Reads it from bare hex.
    ///
    /// # Errors
    /// When it is something else.
    fn read(text: &str) -> Result<Self, Foreign>;
}

identifiers!(Account, Cid, Commitment, Digest, FindingId, PrescriptionId, RecordId, VisitId);

impl From<u64> for Value {
    fn from(value: u64) -> Self {
        // Times and counters; none comes near the last bit.
        Self::Number(Some(value as i64))
    }
}

impl From<Option<u64>> for Value {
    fn from(value: Option<u64>) -> Self {
        Self::Number(value.map(|value| value as i64))
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Number(Some(value))
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(Some(value))
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(Some(value.into()))
    }
}

impl From<Vec<u8>> for Value {
    fn from(value: Vec<u8>) -> Self {
        Self::Bytes(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_and_json_call_things_the_same() {
        fn same<T: Word + serde::Serialize + PartialEq + std::fmt::Debug>(values: &[T]) {
            for value in values {
                assert_eq!(serde_json::to_string(value).expect("text"), format!("\"{}\"", value.word()));
                assert_eq!(T::read(value.word()).expect("a word"), *value);
            }
        }
        same(&Purpose::ALL);
        same(&[Role::Patient, Role::Doctor, Role::Hospital, Role::Pharmacy, Role::Admin, Role::Attester, Role::Worker]);
        same(&[Standing::Pending, Standing::Active, Standing::Rejected, Standing::Suspended]);
        same(&[Verdict::Agree, Verdict::Disagree, Verdict::Amended]);
        same(&[EmergencyReason::Unconscious, EmergencyReason::LifeAtRisk, EmergencyReason::SpokenConsent]);
        same(&[Kind::LabReport, Kind::Prescription, Kind::DischargeSummary, Kind::XRay, Kind::Ct, Kind::Mri]);
        same(&[Kind::Ultrasound, Kind::OtherImaging, Kind::ConsultationNote, Kind::Certificate, Kind::Insurance]);
        same(&[Kind::Vaccination, Kind::Other]);
        assert!(Kind::read("tattoo").is_err());
    }

    #[test]
    fn an_identifier_is_read_back_at_its_own_length_only() {
        let account = Account([0xab; 20]);
        assert_eq!(Value::from(account), Value::Text(Some("ab".repeat(20))));
        assert_eq!(<Account as Identifier>::read(&"ab".repeat(20)).expect("reads"), account);
        assert!(<Account as Identifier>::read(&"ab".repeat(16)).is_err());
    }
}
