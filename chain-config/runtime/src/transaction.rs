//! What a transaction carries besides its call, and how an Ethereum transaction becomes one of ours.

use crate::{Address, Balance, Nonce, Runtime, Signature};
use polkadot_sdk::*;

use frame_metadata_hash_extension::CheckMetadataHash;
use frame_system::{
    CheckGenesis, CheckMortality, CheckNonZeroSender, CheckNonce, CheckSpecVersion, CheckTxVersion, CheckWeight,
    WeightReclaim,
};
use pallet_revive::evm::{runtime::EthExtra, tx_extension::SetOrigin};
use pallet_transaction_payment::ChargeTransactionPayment;
use sp_runtime::{generic::Era, traits::InvalidVersion};

/// The checks every transaction passes, in this order.
pub type Extensions = (
    CheckNonZeroSender<Runtime>,
    CheckSpecVersion<Runtime>,
    CheckTxVersion<Runtime>,
    CheckGenesis<Runtime>,
    CheckMortality<Runtime>,
    CheckNonce<Runtime>,
    CheckWeight<Runtime>,
    ChargeTransactionPayment<Runtime>,
    CheckMetadataHash<Runtime>,
    // Behind everything that needs a signed origin, because it turns an Ethereum transaction's origin into its own.
    SetOrigin<Runtime>,
    // Last, so that it gives back what all the others did not use.
    WeightReclaim<Runtime>,
);

/// A transaction as it arrives, signed by one of our wallets or by an Ethereum wallet.
pub type UncheckedExtrinsic = pallet_revive::evm::runtime::UncheckedExtrinsic<Address, Signature, EthereumExtensions>;

/// The checks for a transaction signed by an Ethereum wallet.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct EthereumExtensions;

impl EthExtra for EthereumExtensions {
    type Config = Runtime;
    type ExtensionOtherVersions = InvalidVersion;
    type ExtensionV0 = Extensions;

    fn get_eth_extension(nonce: Nonce, tip: Balance) -> Extensions {
        (
            CheckNonZeroSender::new(),
            CheckSpecVersion::new(),
            CheckTxVersion::new(),
            CheckGenesis::new(),
            CheckMortality::from(Era::Immortal),
            CheckNonce::from(nonce),
            CheckWeight::new(),
            ChargeTransactionPayment::from(tip),
            CheckMetadataHash::new(false),
            SetOrigin::new_from_eth_transaction(),
            WeightReclaim::new(),
        )
    }
}
