//! Block limits and the system pallet.

use crate::{
    AccountId, Block, Hash, Nonce, PalletInfo, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, RuntimeTask, VERSION,
};
use polkadot_sdk::*;

use frame_support::{
    derive_impl,
    dispatch::DispatchClass,
    parameter_types,
    traits::{ConstU16, ConstU32},
    weights::{
        Weight,
        constants::{BlockExecutionWeight, ExtrinsicBaseWeight, ParityDbWeight, WEIGHT_REF_TIME_PER_SECOND},
    },
};
use frame_system::limits::{BlockLength, BlockWeights};
use sp_runtime::Perbill;
use sp_version::RuntimeVersion;

/// The share of a block that ordinary transactions may fill. Nearly all: besides them there is one timestamp per block
/// and, rarely, an operational call.
pub const NORMAL_SHARE: Perbill = Perbill::from_percent(85);

/// The share of a block that the pallets' own work at its start may take.
const INITIALIZATION_SHARE: Perbill = Perbill::from_percent(5);

/// Two seconds of computing per two-second block, measured on the reference machine. Weights are worst cases over a
/// cold database, and real execution takes a fraction of them; what truly bounds a block is the author's deadline.
/// Proof size is unlimited: a solo chain ships no storage proofs.
pub const MAXIMUM_BLOCK_WEIGHT: Weight = Weight::from_parts(2 * WEIGHT_REF_TIME_PER_SECOND, u64::MAX);

/// Bytes of a block's body. A consent grant is about 300 bytes, so this is room for 14,000 of them.
pub const MAXIMUM_BLOCK_BYTES: u32 = 5 * 1024 * 1024;

/// The network prefix of printed addresses: 42, the generic one, so that every wallet shows the same text.
pub const ADDRESS_PREFIX: u16 = 42;

/// How many block hashes stay readable, and so how long a mortal transaction may live: 4,096 blocks, over two hours.
/// A person who reads carefully before signing must not find the transaction expired.
const BLOCK_HASHES: u32 = 4096;

parameter_types! {
    /// The runtime's version, as the system pallet reports it.
    pub const Version: RuntimeVersion = VERSION;

    /// What a block's transactions may cost in computing time.
    pub RuntimeBlockWeights: BlockWeights = BlockWeights::builder()
        .base_block(BlockExecutionWeight::get())
        .for_class(DispatchClass::all(), |class| class.base_extrinsic = ExtrinsicBaseWeight::get())
        .for_class(DispatchClass::Normal, |class| class.max_total = Some(NORMAL_SHARE * MAXIMUM_BLOCK_WEIGHT))
        .for_class(DispatchClass::Operational, |class| {
            class.max_total = Some(MAXIMUM_BLOCK_WEIGHT);
            class.reserved = Some(MAXIMUM_BLOCK_WEIGHT - NORMAL_SHARE * MAXIMUM_BLOCK_WEIGHT);
        })
        .avg_block_initialization(INITIALIZATION_SHARE)
        .build_or_panic();

    /// What a block's transactions may take in bytes.
    pub RuntimeBlockLength: BlockLength = BlockLength::builder()
        .max_length(MAXIMUM_BLOCK_BYTES)
        .modify_max_length_for_class(DispatchClass::Normal, |bytes| *bytes = NORMAL_SHARE * MAXIMUM_BLOCK_BYTES)
        .build();
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
    type AccountData = pallet_balances::AccountData<crate::Balance>;
    type AccountId = AccountId;
    type Block = Block;
    type BlockHashCount = ConstU32<BLOCK_HASHES>;
    type BlockLength = RuntimeBlockLength;
    type BlockWeights = RuntimeBlockWeights;
    type DbWeight = ParityDbWeight;
    type ExtensionsWeightInfo = frame_system::SubstrateExtensionsWeight<Runtime>;
    type Hash = Hash;
    type Nonce = Nonce;
    // An account can call contracts from the moment it holds anything: nobody has to map it first.
    type OnKilledAccount = pallet_revive::AutoMapper<Runtime>;
    type OnNewAccount = pallet_revive::AutoMapper<Runtime>;
    type RuntimeTask = RuntimeTask;
    type SS58Prefix = ConstU16<ADDRESS_PREFIX>;
    type SystemWeightInfo = frame_system::weights::SubstrateWeight<Runtime>;
    type Version = Version;
}
