//! Calls of the chain that carry messages to contracts.

use crate::{Config, abi, error::NodeError};
use chartkey_vocabulary::{Account, Message};
use codec::{Decode, Encode};
use subxt::{
    client::{ClientAtBlock, OfflineClientAtBlockT},
    ext::{
        scale_decode::ext::scale_type_resolver::TypeResolver,
        scale_encode::{EncodeAsFields, EncodeAsType, Error, FieldIter},
    },
    transactions::{Payload, dynamic},
};

/// Computing time in picoseconds, and bytes of proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub struct Weight {
    /// Picoseconds on the reference machine.
    #[codec(compact)]
    pub ref_time: u64,
    /// Bytes of storage proof; our chain makes none, but counts them.
    #[codec(compact)]
    pub proof_size: u64,
}

impl Weight {
    /// A quarter more, for what changes between the dry run and the block: a longer list, a row that grew.
    pub(crate) fn with_margin(self) -> Self {
        let more = |n: u64| n.saturating_add(n / 4).saturating_add(10_000);
        Self { ref_time: more(self.ref_time), proof_size: more(self.proof_size) }
    }
}

/// What a message may hold beyond twice its estimate: two rows that did not exist when it was tried out, at the chain's
/// twenty millionths of a KEY an entry and one a byte.
pub(crate) const SMALL_DEPOSIT: u128 = 1_000_000_000;

/// Limits for a message that cannot be tried out yet, because it rests on one sent with it: ten times our heaviest call,
/// and the deposit of twenty large rows. What is not used is not paid.
pub(crate) const AMPLE: (Weight, u128) =
    (Weight { ref_time: 50_000_000_000, proof_size: 5_000_000 }, 10 * SMALL_DEPOSIT);

/// A call, encoded as the chain's metadata wants it.
#[derive(Clone, Debug)]
pub struct Call {
    pallet: &'static str,
    name: &'static str,
    bytes: Vec<u8>,
    arguments: Encoded,
}

impl Call {
    /// Encodes a call of any pallet.
    ///
    /// # Errors
    /// When the chain has no such call, or it takes other arguments.
    pub fn new<Client: OfflineClientAtBlockT<Config>>(
        at: &ClientAtBlock<Config, Client>,
        pallet: &'static str,
        name: &'static str,
        arguments: impl EncodeAsFields,
    ) -> Result<Self, NodeError> {
        let bytes = at.tx().call_data(&dynamic(pallet, name, arguments)).map_err(NodeError::of)?;
        // A call begins with the numbers of its pallet and of itself.
        let arguments = Encoded(bytes[2..].to_vec());
        Ok(Self { pallet, name, bytes, arguments })
    }

    /// Several calls in one transaction; when one fails, none took place.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn batch<Client: OfflineClientAtBlockT<Config>>(
        at: &ClientAtBlock<Config, Client>,
        calls: &[Self],
    ) -> Result<Self, NodeError> {
        let calls: Vec<Encoded> = calls.iter().map(|call| Encoded(call.bytes.clone())).collect();
        Self::new(at, "Utility", "batch_all", (calls,))
    }

    /// A message to the contract at `to`.
    pub(crate) fn message<Client: OfflineClientAtBlockT<Config>>(
        at: &ClientAtBlock<Config, Client>,
        to: Account,
        message: &Message,
        weight: Weight,
        deposit: u128,
    ) -> Result<Self, NodeError> {
        Self::new(at, "Revive", "call", (to.0, 0u128, weight, deposit, abi::call_data(message)))
    }

    /// The call as the chain reads it.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl Payload for Call {
    type CallData = Encoded;

    fn pallet_name(&self) -> &str {
        self.pallet
    }

    fn call_name(&self) -> &str {
        self.name
    }

    fn call_data(&self) -> &Encoded {
        &self.arguments
    }
}

/// Bytes that were encoded by the same metadata before.
#[derive(Clone, Debug)]
pub struct Encoded(Vec<u8>);

impl EncodeAsType for Encoded {
    fn encode_as_type_to<R: TypeResolver>(&self, _: R::TypeId, _: &R, out: &mut Vec<u8>) -> Result<(), Error> {
        out.extend_from_slice(&self.0);
        Ok(())
    }
}

impl EncodeAsFields for Encoded {
    fn encode_as_fields_to<R: TypeResolver>(
        &self,
        _: &mut dyn FieldIter<'_, R::TypeId>,
        _: &R,
        out: &mut Vec<u8>,
    ) -> Result<(), Error> {
        out.extend_from_slice(&self.0);
        Ok(())
    }
}
