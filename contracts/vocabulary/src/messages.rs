//! What can be said to the contracts: one enum a contract, one variant a message.
//!
//! A variant's fields are the message's arguments in order, so its SCALE bytes without the first are exactly what
//! ink! expects behind the selector. Client, explorer and tests all speak through these; the contracts' shells
//! spell the same messages out with their documentation.

use crate::{
    Account, Attestation, Between, Cid, Commitment, Digest, EmergencyReason, FindingId, Kind, Link, Motion, Narrowing,
    Peers, PrescriptionId, Profile, Purpose, RecordId, Role, Salt, Sealed, Terms, Time, Verdict, VisitId,
};
use codec::{Decode, Encode};

macro_rules! messages {
    ($(#[$doc:meta])* $enum:ident { $($variant:ident = $name:literal { $($field:ident: $type:ty),* },)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, scale_info::TypeInfo)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
        #[allow(missing_docs, reason = "the rulebooks document every message")]
        pub enum $enum { $($variant { $($field: $type),* },)* }

        impl $enum {
            /// The names of all messages, in the order of their encoding.
            pub const NAMES: &[&str] = &[$($name),*];

            /// The message's name, from which its selector is made.
            pub const fn name(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $name,)* }
            }

            /// The arguments as ink! expects them behind the selector.
            pub fn arguments(&self) -> Vec<u8> {
                self.encode().split_off(1)
            }

            /// Reads a message back from its name and arguments; `None` when they are not one.
            pub fn read(name: &str, arguments: &[u8]) -> Option<Self> {
                let index = Self::NAMES.iter().position(|known| *known == name)?;
                let bytes = [&[index as u8], arguments].concat();
                let mut rest = &bytes[..];
                Self::decode(&mut rest).ok().filter(|_| rest.is_empty())
            }
        }
    };
}

messages! {
    /// What can be said to the registry.
    RegistryMessage {
        Introduce = "introduce" { peers: Peers },
        Register = "register" { role: Role, keys: Cid, profile: Option<Profile> },
        Leave = "leave" {},
        RotateKeys = "rotate_keys" { keys: Cid },
        Revise = "revise" { profile: Profile },
        AttestLicence = "attest_licence" { who: Account, role: Role, since: Time, licence: Commitment },
        Vote = "vote" { motion: Motion },
        Retract = "retract" { motion: Motion },
        Assign = "assign" { patient: Account, doctor: Account },
        Unassign = "unassign" { patient: Account },
        AppointGuardian = "appoint_guardian" { guardian: Account },
        DismissGuardian = "dismiss_guardian" { patient: Account, guardian: Account },
        Affiliate = "affiliate" { doctor: Account },
        Part = "part" { hospital: Account, doctor: Account },
    }
}

messages! {
    /// What can be said to the consent contract.
    ConsentMessage {
        Introduce = "introduce" { peers: Peers },
        Request = "request" { patient: Account, purpose: Purpose, terms: Terms },
        DropRequest = "drop_request" { patient: Account, purpose: Purpose },
        Answer = "answer" { between: Between, yes: bool },
        Grant = "grant" { between: Between, terms: Terms },
        Revoke = "revoke" { between: Between },
        Narrow = "narrow" { between: Between, narrowing: Narrowing },
        KeepCard = "keep_card" { patient: Account, record: RecordId },
        DropCard = "drop_card" { patient: Account },
        BreakGlass = "break_glass" { patient: Account, reason: EmergencyReason },
        MendGlass = "mend_glass" { patient: Account, reader: Account },
        OpenLink = "open_link" { owner: Account, link: Digest, terms: Link },
        CloseLink = "close_link" { owner: Account, link: Digest },
        ViewLink = "view_link" { owner: Account, link: Digest },
        Renew = "renew" { patient: Account },
    }
}

messages! {
    /// What can be said to the records contract.
    RecordsMessage {
        Introduce = "introduce" { peers: Peers },
        Add = "add" { owner: Account, salt: Salt, kind: Kind, sealed: Sealed },
        Amend = "amend" { record: RecordId, expected: u16, sealed: Sealed },
        Rekey = "rekey" { record: RecordId, version: u16, cid: Cid },
        Withdraw = "withdraw" { record: RecordId },
        Announce = "announce" { record: RecordId, purpose: Purpose },
        Attest = "attest" { attestation: Attestation, cid: Cid },
        SignOff = "sign_off" { finding: FindingId, verdict: Verdict },
        Retract = "retract" { finding: FindingId },
        AnchorLog = "anchor_log" { head: Digest, count: u64 },
    }
}

messages! {
    /// What can be said to the care contract.
    CareMessage {
        Introduce = "introduce" { peers: Peers },
        Ask = "ask" { patient: Account, doctor: Account, salt: Salt, from: Time, slots: u8 },
        Propose = "propose" { visit: VisitId, from: Time, slots: u8 },
        Accept = "accept" { visit: VisitId },
        Decline = "decline" { visit: VisitId },
        Cancel = "cancel" { visit: VisitId },
        Complete = "complete" { visit: VisitId },
        Release = "release" { patient: Account, doctor: Account },
        Prescribe = "prescribe" { salt: Salt, record: RecordId, commitment: Commitment, fills: u8, until: Time },
        Dispense = "dispense" { prescription: PrescriptionId },
        Void = "void" { prescription: PrescriptionId },
    }
}

/// A message to one of the four contracts.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, scale_info::TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Message {
    /// To the registry.
    Registry(RegistryMessage),
    /// To the consent contract.
    Consent(ConsentMessage),
    /// To the records contract.
    Records(RecordsMessage),
    /// To the care contract.
    Care(CareMessage),
}

impl Message {
    /// Which contract it is for.
    pub fn contract(&self) -> crate::Contract {
        match self {
            Self::Registry(_) => crate::Contract::Registry,
            Self::Consent(_) => crate::Contract::Consent,
            Self::Records(_) => crate::Contract::Records,
            Self::Care(_) => crate::Contract::Care,
        }
    }

    /// The message's name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Registry(message) => message.name(),
            Self::Consent(message) => message.name(),
            Self::Records(message) => message.name(),
            Self::Care(message) => message.name(),
        }
    }

    /// The arguments as ink! expects them behind the selector.
    pub fn arguments(&self) -> Vec<u8> {
        match self {
            Self::Registry(message) => message.arguments(),
            Self::Consent(message) => message.arguments(),
            Self::Records(message) => message.arguments(),
            Self::Care(message) => message.arguments(),
        }
    }
}

/// A refusal of one of the four contracts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// By the registry.
    Registry(crate::RegistryError),
    /// By the consent contract.
    Consent(crate::ConsentError),
    /// By the records contract.
    Records(crate::RecordsError),
    /// By the care contract.
    Care(crate::CareError),
}

impl Refusal {
    /// Reads a refusal from its encoding.
    pub fn read(contract: crate::Contract, bytes: &mut &[u8]) -> Option<Self> {
        match contract {
            crate::Contract::Registry => Decode::decode(bytes).map(Self::Registry),
            crate::Contract::Consent => Decode::decode(bytes).map(Self::Consent),
            crate::Contract::Records => Decode::decode(bytes).map(Self::Records),
            crate::Contract::Care => Decode::decode(bytes).map(Self::Care),
        }
        .ok()
    }

    /// The refusal's name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Registry(error) => error.name(),
            Self::Consent(error) => error.name(),
            Self::Records(error) => error.name(),
            Self::Care(error) => error.name(),
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Registry(error) => error.words(),
            Self::Consent(error) => error.words(),
            Self::Records(error) => error.words(),
            Self::Care(error) => error.words(),
        })
    }
}

impl std::error::Error for Refusal {}

/// What one of the four contracts says aloud.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, scale_info::TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Event {
    /// The registry.
    Registry(crate::RegistryEvent),
    /// The consent contract.
    Consent(crate::ConsentEvent),
    /// The records contract.
    Records(crate::RecordsEvent),
    /// The care contract.
    Care(crate::CareEvent),
}

impl Event {
    /// Reads what `contract` deposited.
    pub fn read(contract: crate::Contract, data: &[u8]) -> Option<Self> {
        let mut rest = data;
        let event = match contract {
            crate::Contract::Registry => Decode::decode(&mut rest).map(Self::Registry),
            crate::Contract::Consent => Decode::decode(&mut rest).map(Self::Consent),
            crate::Contract::Records => Decode::decode(&mut rest).map(Self::Records),
            crate::Contract::Care => Decode::decode(&mut rest).map(Self::Care),
        };
        event.ok().filter(|_| rest.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_back_from_its_name_and_arguments_and_from_nothing_else() {
        let message = RecordsMessage::AnchorLog { head: Digest([7; 32]), count: 3 };
        let arguments = message.arguments();
        assert_eq!(arguments.len(), 40);
        assert_eq!(RecordsMessage::read("anchor_log", &arguments), Some(message));
        assert_eq!(RecordsMessage::read("anchor_log", &arguments[1..]), None);
        assert_eq!(RecordsMessage::read("anchor_log", &[&arguments[..], &[0]].concat()), None);
        assert_eq!(RecordsMessage::read("unknown", &arguments), None);
    }
}
