//! What surrounds a call when a wallet signs it: said field by field, for wallets that put the bytes together themselves
//! and show them to a person, and put together here again, so that the signature is used for exactly what was shown.

use crate::{AccountId, Hash, error::SendError};
use codec::{Compact, Encode};
use subxt::{metadata::Metadata, utils::MultiSignature};

/// A signed transaction of format 4.
const SIGNED: u8 = 0b1000_0100;
/// A longer payload is signed as its hash.
const LONGEST_IN_FULL: usize = 256;

/// A transaction as wallets are asked to sign it.
#[derive(Clone, Debug)]
pub struct Envelope {
    /// Who signs.
    pub account: AccountId,
    /// The call.
    pub call: Vec<u8>,
    /// Which chain.
    pub genesis: Hash,
    /// The block it rests on.
    pub block: Hash,
    /// That block's height.
    pub height: u64,
    /// For how many blocks from there it is valid, encoded.
    pub era: [u8; 2],
    /// Its place in the account's order.
    pub nonce: u64,
    /// The runtime's version.
    pub spec_version: u32,
    /// The version of the transactions' format.
    pub transaction_version: u32,
    /// The hash of the chain's description of itself that the signature is bound to: a wallet that showed the call by
    /// another description has signed something this chain does not take.
    pub description: Option<[u8; 32]>,
    /// What the chain checks, in its order.
    pub extensions: Vec<String>,
}

impl Envelope {
    /// The bytes that are signed.
    ///
    /// # Errors
    /// When the chain wants something of transactions that this client does not know.
    pub fn payload(&self) -> Result<Vec<u8>, SendError> {
        let (said, implied) = self.around()?;
        let bytes = [&self.call[..], &said, &implied].concat();
        Ok(if bytes.len() > LONGEST_IN_FULL { sp_crypto_hashing::blake2_256(&bytes).to_vec() } else { bytes })
    }

    /// The transaction with its signature, as it goes to the node.
    pub(crate) fn signed(&self, signature: &MultiSignature) -> Result<Vec<u8>, SendError> {
        let (said, _) = self.around()?;
        // The account's address is of the first kind: by its 32 bytes.
        let inner = [&[SIGNED, 0], &self.account.0[..], &signature.encode(), &said, &self.call].concat();
        Ok(inner.encode())
    }

    /// What travels with the call, and what is only signed because both sides know it.
    fn around(&self) -> Result<(Vec<u8>, Vec<u8>), SendError> {
        let (mut said, mut implied) = (Vec::new(), Vec::new());
        for extension in &self.extensions {
            match extension.as_str() {
                "CheckSpecVersion" => implied.extend(self.spec_version.encode()),
                "CheckTxVersion" => implied.extend(self.transaction_version.encode()),
                "CheckGenesis" => implied.extend(self.genesis.0),
                "CheckMortality" => {
                    said.extend(self.era);
                    implied.extend(self.block.0);
                }
                "CheckNonce" => said.extend(Compact(self.nonce).encode()),
                // No tip.
                "ChargeTransactionPayment" => said.extend(Compact(0u128).encode()),
                "CheckMetadataHash" => {
                    said.push(u8::from(self.description.is_some()));
                    implied.extend(self.description.encode());
                }
                // These look at what is there anyway.
                "CheckNonZeroSender" | "CheckWeight" | "EthSetOrigin" | "WeightReclaim" => {}
                other => return Err(SendError::Failed(format!("the chain checks {other}, which this app cannot say"))),
            }
        }
        Ok((said, implied))
    }
}

/// What the chain checks of a transaction, in its order.
pub(crate) fn extensions(metadata: &Metadata) -> Vec<String> {
    let listed = metadata.extrinsic().transaction_extensions_by_version(0);
    listed.map(|listed| listed.map(|extension| extension.identifier().to_owned()).collect()).unwrap_or_default()
}

/// How long a transaction made at `height` is valid, as the chain writes it: two bytes of period and phase.
pub(crate) fn era(period: u64, height: u64) -> [u8; 2] {
    let quantum = (period >> 12).max(1);
    let phase = height % period / quantum;
    let length = u64::from(period.trailing_zeros()).saturating_sub(1).clamp(1, 15);
    // Both fit: a length has four bits, a phase at most twelve.
    ((length | phase << 4) as u16).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Call, Config};
    use codec::Decode;
    use std::sync::Arc;
    use subxt::{
        OfflineClient, OfflineClientAtBlock,
        config::{DefaultExtrinsicParamsBuilder, substrate::SpecVersionForRange},
    };

    const SNAPSHOT: &[u8] = include_bytes!("../../../chain-config/metadata/chartkey.scale");

    fn offline() -> OfflineClientAtBlock<Config> {
        let metadata = Metadata::decode(&mut &SNAPSHOT[..]).expect("the snapshot is metadata");
        let version = SpecVersionForRange { block_range: 0..u64::MAX, spec_version: 7, transaction_version: 3 };
        let config = Config::builder()
            .set_genesis_hash(Hash::repeat_byte(9))
            .set_metadata_for_spec_versions([(7, Arc::new(metadata))])
            .set_spec_version_for_block_ranges([version])
            .build();
        OfflineClient::new_with_config(config).at_block(1u64).expect("the block is in range")
    }

    fn envelope(at: &OfflineClientAtBlock<Config>, remark: &[u8], nonce: u64) -> (Call, Envelope) {
        let call = Call::new(at, "System", "remark", (remark.to_vec(),)).expect("encodes");
        let envelope = Envelope {
            account: AccountId::from([5; 32]),
            call: call.bytes().to_vec(),
            genesis: Hash::repeat_byte(9),
            block: Hash::repeat_byte(8),
            height: 5000,
            era: era(2048, 5000),
            nonce,
            spec_version: 7,
            transaction_version: 3,
            description: None,
            extensions: extensions(at.metadata_ref()),
        };
        (call, envelope)
    }

    /// Another hand that knows the chain by its description alone puts the same bytes together.
    #[test]
    fn what_is_signed_and_sent_is_what_subxt_would_sign_and_send() {
        let at = offline();
        for (remark, nonce) in [(&b"short"[..], 0), (&[7; 300][..], 70_000)] {
            let (call, envelope) = envelope(&at, remark, nonce);
            let params = DefaultExtrinsicParamsBuilder::<Config>::new()
                .nonce(nonce)
                .mortal_from_unchecked(2048, 5000, Hash::repeat_byte(8))
                .build();
            let mut signable = at.tx().create_v4_signable_offline(&call, params).expect("makes");
            assert_eq!(envelope.payload().expect("known"), signable.signer_payload().expect("makes"));
            let signature = MultiSignature::Sr25519([3; 64]);
            let sent = signable.sign_with_account_and_signature(&AccountId::from([5; 32]), &signature).expect("makes");
            assert_eq!(envelope.signed(&signature).expect("known"), sent.encoded());
        }
    }

    #[test]
    fn a_description_is_bound_and_announced() {
        let (_, free) = envelope(&offline(), b"x", 0);
        let bound = Envelope { description: Some([4; 32]), ..free.clone() };
        let (free, bound) = (free.payload().expect("known"), bound.payload().expect("known"));
        assert_eq!(bound.len(), free.len() + 32);
        assert!(bound.ends_with(&[&[1], &[4; 32][..]].concat()));
    }

    #[test]
    fn a_check_nobody_here_knows_is_not_guessed() {
        let (_, mut envelope) = envelope(&offline(), b"x", 0);
        envelope.extensions.push("CheckTheMoon".into());
        assert!(envelope.payload().is_err());
    }
}
