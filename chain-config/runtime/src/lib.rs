//! Chartkey's chain: accounts, fees, and the PolkaVM contracts that hold consent.
//!
//! The rules of who may read what live in contracts; this runtime gives them accounts, time, cheap fees and a way to
//! be replaced without any root key (see [`succession`]). A chain is a *development chain* exactly while it has a sudo
//! key, which only the `development` preset sets.

#![cfg_attr(not(feature = "std"), no_std)]
// The runtime macros build one type out of every pallet's calls and events.
#![recursion_limit = "512"]

extern crate alloc;

pub mod composition;
pub mod consensus;
pub mod contracts;
pub mod delegation;
pub mod money;
pub mod presets;
pub mod succession;
pub mod system;
pub mod transaction;

use alloc::borrow::Cow;
use polkadot_sdk::*;
use sp_runtime::{
    MultiAddress, MultiSignature, generic, impl_opaque_keys,
    traits::{BlakeTwo256, IdentifyAccount, Verify},
};
use sp_version::{RuntimeVersion, runtime_version};

pub use apis::RuntimeApi;
pub use composition::*;

/// How a signature is made: by an sr25519, ed25519 or ECDSA key.
pub type Signature = MultiSignature;
/// A 32-byte account.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// An amount of the smallest unit; see [`money::KEY`].
pub type Balance = u128;
/// How many transactions an account has sent.
pub type Nonce = u32;
/// The height of a block.
pub type BlockNumber = u32;
/// A hash as the chain uses it.
pub type Hash = sp_core::H256;
/// An account as a transaction names it.
pub type Address = MultiAddress<AccountId, ()>;
/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block with its transactions decoded.
pub type Block = generic::Block<Header, transaction::UncheckedExtrinsic>;

/// Dispatches what a block holds to the pallets.
pub type Executive =
    frame_executive::Executive<Runtime, Block, frame_system::ChainContext<Runtime>, Runtime, AllPalletsWithSystem>;

/// Blocks as the node sees them: it moves transactions about without reading them.
pub mod opaque {
    use super::{BlakeTwo256, BlockNumber, generic};
    use polkadot_sdk::sp_runtime::OpaqueExtrinsic;

    /// A block's header, the same for node and runtime.
    pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
    /// A block whose transactions stay bytes.
    pub type Block = generic::Block<Header, OpaqueExtrinsic>;
}

/// The keys a validator signs with.
#[allow(missing_docs, reason = "the macro writes undocumented items beside the fields")]
mod session {
    use super::*;
    use alloc::vec::Vec;

    impl_opaque_keys! {
        /// One key to author blocks, one to finalize them.
        pub struct SessionKeys {
            pub aura: Aura,
            pub grandpa: Grandpa,
        }
    }
}
pub use session::SessionKeys;

/// Which runtime this is. A change of logic raises `spec_version`, a change of the transaction format also
/// `transaction_version`.
#[runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
    spec_name: Cow::Borrowed("chartkey"),
    impl_name: Cow::Borrowed("chartkey-node"),
    authoring_version: 1,
    spec_version: 1,
    impl_version: 1,
    apis: apis::RUNTIME_API_VERSIONS,
    transaction_version: 1,
    system_version: 1,
};

#[cfg(test)]
mod tests;
