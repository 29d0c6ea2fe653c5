//! The hash of the chain's description of itself, as RFC 78 defines it.
//!
//! It is worked out here, from the description the node serves and this client encodes by. A node that describes the
//! chain otherwise gets signatures for a hash that no honest chain takes.

use crate::{At, NodeError};
use codec::Decode;
use merkleized_metadata::{ExtraInfo, generate_metadata_digest};
use std::sync::{Arc, Mutex, PoisonError};
use subxt::ext::frame_metadata::RuntimeMetadataPrefixed;

/// The version of the description in which the hash is defined.
const HASHED: u32 = 15;
/// What wallets show beside amounts.
const UNIT: &str = "KEY";
const DECIMALS: u8 = 12;

/// A version of the runtime, and the hash of its description.
type Known = (u32, Option<[u8; 32]>);

/// What signatures are bound to, worked out once a version of the runtime.
#[derive(Clone, Debug, Default)]
pub(crate) struct Binding(Arc<Mutex<Option<Known>>>);

impl Binding {
    pub(crate) async fn at(&self, at: &At) -> Result<Option<[u8; 32]>, NodeError> {
        let version = at.inner.spec_version();
        if let Some((known, hash)) = *self.0.lock().unwrap_or_else(PoisonError::into_inner)
            && known == version
        {
            return Ok(hash);
        }
        let hash = at.description().await?;
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((version, hash));
        Ok(hash)
    }
}

impl At {
    /// The hash of the chain's description; `None` where it has none that can be hashed.
    ///
    /// # Errors
    /// When the node does not answer.
    pub async fn description(&self) -> Result<Option<[u8; 32]>, NodeError> {
        let described: Option<Vec<u8>> = self.runtime("Metadata_metadata_at_version", HASHED).await?;
        // Name of the runtime and of its author, two versions.
        let (spec_name, _, _, spec_version): (String, String, u32, u32) = self.runtime("Core_version", ()).await?;
        let prefix = subxt::constants::dynamic::<u16>("System", "SS58Prefix");
        let prefix = self.inner.constants().entry(prefix).ok();
        Ok(described.zip(prefix).and_then(|(described, prefix)| digest(&described, spec_name, spec_version, prefix)))
    }
}

fn digest(described: &[u8], spec_name: String, spec_version: u32, base58_prefix: u16) -> Option<[u8; 32]> {
    let RuntimeMetadataPrefixed(_, metadata) = Decode::decode(&mut &described[..]).ok()?;
    let shown = ExtraInfo { spec_version, spec_name, base58_prefix, decimals: DECIMALS, token_symbol: UNIT.into() };
    generate_metadata_digest(&metadata, shown).ok().map(|digest| digest.hash())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SNAPSHOT: &[u8] = include_bytes!("../../../chain-config/metadata/chartkey.scale");

    fn hash(version: u32) -> [u8; 32] {
        digest(SNAPSHOT, "chartkey".into(), version, 42).expect("the snapshot is of the format that is hashed")
    }

    #[test]
    fn the_hash_follows_the_description() {
        assert_eq!(hash(1), hash(1));
        assert_ne!(hash(1), hash(2), "another version is another description");
        assert!(digest(&SNAPSHOT[..1000], "chartkey".into(), 1, 42).is_none(), "half a description has no hash");
    }
}
