//! Names of things: fixed-size, random or derived, never counted and never personal.

use codec::{Decode, Encode, MaxEncodedLen};
use core::fmt;

/// Seconds since 1970, as the chain's clock gives them.
pub type Time = u64;

/// Seconds in a minute.
pub const MINUTE: Time = 60;
/// Seconds in an hour.
pub const HOUR: Time = 60 * MINUTE;
/// Seconds in a day.
pub const DAY: Time = 24 * HOUR;

macro_rules! bytes {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, MaxEncodedLen)]
        #[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
        pub struct $name(pub [u8; $len]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("0x")?;
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    };
}

bytes!(
    /// A person, house or machine on the chain: the 20-byte address contracts know an account by.
    Account, 20
);
bytes!(
    /// Randomness chosen by the caller; an identifier is derived from it and the owner.
    Salt, 16
);
bytes!(
    /// One record, through all its versions.
    RecordId, 16
);
bytes!(
    /// One machine's finding about one version of a record.
    FindingId, 16
);
bytes!(
    /// One appointment.
    VisitId, 16
);
bytes!(
    /// One prescription.
    PrescriptionId, 16
);
bytes!(
    /// A salted hash of something personal; worthless without the salt, which stays sealed.
    Commitment, 32
);
bytes!(
    /// A plain SHA-256 of something public: a model file, a program, a contract's code.
    Digest, 32
);
bytes!(
    /// Where ciphertext is found: a binary CIDv1 of SHA-256 over a raw leaf or a UnixFS tree.
    Cid, 36
);

impl Cid {
    /// Whether these bytes are a CIDv1 the stores can hold (`raw` 0x55 or `dag-pb` 0x70, SHA-256).
    pub fn is_sound(&self) -> bool {
        matches!(self.0, [0x01, 0x55 | 0x70, 0x12, 0x20, ..])
    }
}

impl RecordId {
    /// The identifier of what `owner` adds under `salt`.
    ///
    /// Derived rather than chosen, so that nobody can take an identifier they saw in somebody else's call.
    pub fn derive(owner: Account, salt: Salt, keccak: impl Fn(&[u8]) -> [u8; 32]) -> Self {
        Self(derive(b"record", owner, &salt.0, keccak))
    }
}

impl VisitId {
    /// The identifier of the visit `patient` asks for under `salt`.
    pub fn derive(patient: Account, salt: Salt, keccak: impl Fn(&[u8]) -> [u8; 32]) -> Self {
        Self(derive(b"visit", patient, &salt.0, keccak))
    }
}

impl PrescriptionId {
    /// The identifier of what `doctor` prescribes under `salt`.
    pub fn derive(doctor: Account, salt: Salt, keccak: impl Fn(&[u8]) -> [u8; 32]) -> Self {
        Self(derive(b"prescription", doctor, &salt.0, keccak))
    }
}

impl FindingId {
    /// The identifier of a finding: the same for every worker that saw the same thing with the same model.
    pub fn derive(owner: Account, finding: &impl Encode, keccak: impl Fn(&[u8]) -> [u8; 32]) -> Self {
        Self(derive(b"finding", owner, &finding.encode(), keccak))
    }
}

fn derive(what: &[u8], owner: Account, rest: &[u8], keccak: impl Fn(&[u8]) -> [u8; 32]) -> [u8; 16] {
    // The word in front keeps a record, a visit and a prescription of one salt apart.
    let mut bytes = what.to_vec();
    bytes.extend_from_slice(&owner.0);
    bytes.extend_from_slice(rest);
    let hash = keccak(&bytes);
    let mut id = [0; 16];
    id.copy_from_slice(&hash[..16]);
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cid(head: [u8; 4]) -> Cid {
        let mut bytes = [7; 36];
        bytes[..4].copy_from_slice(&head);
        Cid(bytes)
    }

    #[test]
    fn only_sha256_cids_of_leaves_and_trees_are_sound() {
        assert!(cid([1, 0x55, 0x12, 0x20]).is_sound());
        assert!(cid([1, 0x70, 0x12, 0x20]).is_sound());
        for head in [[0, 0x55, 0x12, 0x20], [1, 0x71, 0x12, 0x20], [1, 0x55, 0x13, 0x20], [1, 0x55, 0x12, 0x1f]] {
            assert!(!cid(head).is_sound(), "{head:?}");
        }
    }

    #[test]
    fn identifiers_of_one_salt_differ_by_owner_and_by_kind_of_thing() {
        // Any function that tells inputs apart serves here; the chain's keccak is used elsewhere.
        let hash = |bytes: &[u8]| {
            let mut out = [0; 32];
            bytes.iter().enumerate().for_each(|(i, b)| out[i % 16] ^= b.rotate_left(i as u32 % 7));
            out
        };
        let (ada, ben, salt) = (Account([1; 20]), Account([2; 20]), Salt([3; 16]));
        assert_ne!(RecordId::derive(ada, salt, hash).0, RecordId::derive(ben, salt, hash).0);
        assert_ne!(RecordId::derive(ada, salt, hash).0, VisitId::derive(ada, salt, hash).0);
    }
}
