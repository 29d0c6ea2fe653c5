//! How the words are written in JSON, addresses and files: identifiers as `0x` and hex, CIDs as IPFS writes them.

use crate::{Account, Cid, Commitment, Digest, FindingId, PrescriptionId, RecordId, Salt, VisitId};
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{borrow::Cow, fmt, str::FromStr};

/// This is not the text of such a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable(&'static str);

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not {}", self.0)
    }
}

impl std::error::Error for Unreadable {}

macro_rules! hex_text {
    ($($name:ident, $what:literal;)*) => {$(
        impl FromStr for $name {
            type Err = Unreadable;

            /// Reads lowercase hex, with or without `0x`: one name has one text, so texts can be compared.
            fn from_str(text: &str) -> Result<Self, Unreadable> {
                let hex = text.strip_prefix("0x").unwrap_or(text);
                let bytes = HEXLOWER.decode(hex.as_bytes()).map_err(|_| Unreadable($what))?;
                bytes.try_into().map(Self).map_err(|_| Unreadable($what))
            }
        }
        json_text!($name, |name: &$name| name.to_string());
    )*};
}

macro_rules! json_text {
    ($name:ident, $text:expr) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&$text(self))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                Cow::<'de, str>::deserialize(from)?.parse().map_err(D::Error::custom)
            }
        }
    };
}

hex_text! {
    Account, "an account: 0x and 40 hex digits";
    Salt, "a salt: 0x and 32 hex digits";
    RecordId, "a record: 0x and 32 hex digits";
    FindingId, "a finding: 0x and 32 hex digits";
    VisitId, "a visit: 0x and 32 hex digits";
    PrescriptionId, "a prescription: 0x and 32 hex digits";
    Commitment, "a commitment: 0x and 64 hex digits";
    Digest, "a digest: 0x and 64 hex digits";
}

json_text!(Cid, Cid::text);

impl Cid {
    /// As IPFS writes it: `b` and base32.
    pub fn text(&self) -> String {
        format!("b{}", BASE32_NOPAD.encode(&self.0).to_ascii_lowercase())
    }
}

impl FromStr for Cid {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let wrong = Unreadable("a CID: b and 58 letters of base32");
        let upper = text.strip_prefix('b').filter(|rest| !rest.contains(char::is_uppercase)).ok_or(wrong)?;
        let bytes = BASE32_NOPAD.decode(upper.to_ascii_uppercase().as_bytes()).map_err(|_| wrong)?;
        let cid = bytes.try_into().map(Self).map_err(|_| wrong)?;
        if cid.is_sound() { Ok(cid) } else { Err(wrong) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_back_from_its_one_text() {
        let record = RecordId([0xab; 16]);
        assert_eq!(record.to_string().parse(), Ok(record));
        assert_eq!(serde_json::to_string(&record).expect("text"), format!("\"0x{}\"", "ab".repeat(16)));
        for wrong in ["", "0x", "0xab", &"AB".repeat(16), &"ab".repeat(17), "0xzz"] {
            assert!(wrong.parse::<RecordId>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_cid_is_written_as_ipfs_writes_it() {
        // The empty file, as every IPFS node names it.
        let text = "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku";
        let cid: Cid = text.parse().expect("a CID");
        assert_eq!(cid.0[..6], [1, 0x55, 0x12, 0x20, 0xe3, 0xb0]);
        assert_eq!(cid.text(), text);
        assert!(text.to_uppercase().parse::<Cid>().is_err());
        assert!("bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyk".parse::<Cid>().is_err());
    }
}
