//! All pallets together.
//!
//! The numbers are part of the transaction format: never reuse or reorder them.

#![allow(missing_docs, reason = "the macro writes undocumented items for every pallet")]

pub mod apis;

use alloc::vec::Vec;
use polkadot_sdk::*;

#[frame_support::runtime]
mod runtime {
    /// All pallets together. The numbers are part of the transaction format: never reuse or reorder them.
    #[runtime::runtime]
    #[runtime::derive(
        RuntimeCall,
        RuntimeEvent,
        RuntimeError,
        RuntimeOrigin,
        RuntimeFreezeReason,
        RuntimeHoldReason,
        RuntimeSlashReason,
        RuntimeLockId,
        RuntimeTask,
        RuntimeViewFunction
    )]
    pub struct Runtime;

    #[runtime::pallet_index(0)]
    pub type System = frame_system::Pallet<Runtime>;
    #[runtime::pallet_index(1)]
    pub type Timestamp = pallet_timestamp::Pallet<Runtime>;
    #[runtime::pallet_index(2)]
    pub type Aura = pallet_aura::Pallet<Runtime>;
    #[runtime::pallet_index(3)]
    pub type Grandpa = pallet_grandpa::Pallet<Runtime>;
    #[runtime::pallet_index(4)]
    pub type Authorship = pallet_authorship::Pallet<Runtime>;

    #[runtime::pallet_index(10)]
    pub type Balances = pallet_balances::Pallet<Runtime>;
    #[runtime::pallet_index(11)]
    pub type TransactionPayment = pallet_transaction_payment::Pallet<Runtime>;

    #[runtime::pallet_index(20)]
    pub type Utility = pallet_utility::Pallet<Runtime>;
    #[runtime::pallet_index(21)]
    pub type Multisig = pallet_multisig::Pallet<Runtime>;
    #[runtime::pallet_index(22)]
    pub type Proxy = pallet_proxy::Pallet<Runtime>;

    #[runtime::pallet_index(30)]
    pub type Revive = pallet_revive::Pallet<Runtime>;
    #[runtime::pallet_index(31)]
    pub type Succession = crate::succession::Pallet<Runtime>;

    #[runtime::pallet_index(40)]
    pub type Sudo = pallet_sudo::Pallet<Runtime>;
}
