//! Bytes in JSON.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use codec::{Decode, Encode};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::borrow::Cow;

/// Bytes, written as base64url without padding.
#[derive(Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct Bytes(pub Vec<u8>);

impl std::fmt::Debug for Bytes {
    /// Only how many: what travels here is mostly secret or long.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&BASE64_URL_SAFE_NO_PAD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(from)?;
        BASE64_URL_SAFE_NO_PAD.decode(text.as_bytes()).map(Self).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_back_and_padding_is_not_taken() {
        let bytes = Bytes(vec![0, 0xff, 7]);
        let text = serde_json::to_string(&bytes).expect("text");
        assert_eq!(text, "\"AP8H\"");
        assert_eq!(serde_json::from_str::<Bytes>(&text).expect("bytes"), bytes);
        assert!(serde_json::from_str::<Bytes>("\"AA==\"").is_err());
    }
}
