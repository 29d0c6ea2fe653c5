//! The pallet that runs the contracts, and the path by which Ethereum wallets reach them.

use crate::{
    AccountId, Address, Balance, Balances, Runtime, RuntimeCall, RuntimeEvent, RuntimeHoldReason, RuntimeOrigin,
    Signature, Timestamp,
    consensus::AuthorAccount,
    money::{MICRO, PER_BYTE, PER_ITEM, ToAuthor},
    transaction::EthereumExtensions,
};
use polkadot_sdk::*;

use frame_support::{
    parameter_types,
    traits::{ConstBool, ConstU32, ConstU64, ConstU128},
};
use frame_system::EnsureSigned;
use sp_runtime::{FixedU128, Perbill};

/// The chain's number in Ethereum transactions, against replays from other chains: the letters "ck".
pub const ETHEREUM_CHAIN_ID: u64 = 0x636b;

/// Wei per smallest unit: Ethereum's wallets think in eighteen decimals, we have twelve.
pub const WEI_PER_UNIT: u32 = 1_000_000;

/// Fee per unit of gas. A plain call costs about 10^8 smallest units; divided by this it comes to 20,000 gas, near
/// Ethereum's 21,000, so that tools with built-in limits work.
pub const FEE_PER_GAS: u32 = 5_000;

/// The deposit for one entry in a contract's own trie. Lower than in the main trie, because one grant is several
/// such entries, and they share the nodes above them.
pub const PER_CONTRACT_ITEM: Balance = 20 * MICRO;

parameter_types! {
    /// Whoever instantiates a contract holds this much of its code's deposit, or anybody could pin somebody else's
    /// code to the chain for nothing.
    pub const CodeLockup: Perbill = Perbill::from_percent(30);
    /// How much of the largest allowed extrinsic an Ethereum transaction may weigh: 0.4 seconds, a hundred times our
    /// heaviest call.
    pub const EthereumShare: FixedU128 = FixedU128::from_rational(1, 4);
}

impl pallet_revive::Config for Runtime {
    type AddressMapper = pallet_revive::AccountId32Mapper<Runtime>;
    // One kind of bytecode means one compiler to trust and one interpreter to audit.
    type AllowEVMBytecode = ConstBool<false>;
    // An account is mapped when it comes into being, so a newcomer's first call needs no preparation.
    type AutoMap = ConstBool<true>;
    type Balance = Balance;
    type ChainId = ConstU64<ETHEREUM_CHAIN_ID>;
    type CodeHashLockupDepositPercent = CodeLockup;
    type Currency = Balances;
    type DebugEnabled = ConstBool<false>;
    type Deposit = ();
    type DepositPerByte = ConstU128<PER_BYTE>;
    type DepositPerChildTrieItem = ConstU128<PER_CONTRACT_ITEM>;
    type DepositPerItem = ConstU128<PER_ITEM>;
    type FeeInfo = pallet_revive::evm::fees::Info<Address, Signature, EthereumExtensions>;
    type FindAuthor = AuthorAccount;
    type GasScale = ConstU32<FEE_PER_GAS>;
    // Anybody may upload and instantiate. A foreign contract has no power here: ours know each other by address, and
    // clients know ours from the deployment file, so it can only pay for space. A list of deployers, by contrast,
    // would need somebody with power over the list, and production has no such account.
    type InstantiateOrigin = EnsureSigned<AccountId>;
    type MaxEthExtrinsicWeight = EthereumShare;
    type NativeToEthRatio = ConstU32<WEI_PER_UNIT>;
    type OnBurn = ToAuthor;
    // No relay chain re-executes our blocks; the figure only has to exceed what a block can write.
    type PVFMemory = ConstU32<{ 512 * 1024 * 1024 }>;
    type Precompiles = ();
    type RuntimeCall = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type RuntimeHoldReason = RuntimeHoldReason;
    // What the node gives the runtime by default: 2,048 pages of 64 KiB.
    type RuntimeMemory = ConstU32<{ 128 * 1024 * 1024 }>;
    type RuntimeOrigin = RuntimeOrigin;
    type Time = Timestamp;
    type UploadOrigin = EnsureSigned<AccountId>;
    type WeightInfo = pallet_revive::weights::SubstrateWeight<Runtime>;
}

impl crate::succession::Config for Runtime {}
