//! The unit KEY, and what using the chain costs.
//!
//! Prices are set so that consent is nearly free while filling the chain with rubbish is not:
//!
//! | what | price |
//! |---|---|
//! | one millisecond of reference time | 0.0001 KEY |
//! | one byte of a transaction | 0.00000004 KEY |
//! | one byte of contract state, returned when freed | 0.000001 KEY |
//! | one full block, every block of a day | 0.17 KEY, 7,300 KEY (before the multiplier, which grows up to a hundredfold) |

use crate::{
    AccountId, Authorship, Balance, Balances, Runtime, RuntimeEvent, RuntimeFreezeReason, RuntimeHoldReason, System,
};
use polkadot_sdk::*;

use frame_support::{
    parameter_types,
    traits::{
        ConstU8, ConstU32, ConstU128, OnUnbalanced, VariantCountOf,
        fungible::{Balanced, Credit},
    },
    weights::ConstantMultiplier,
};
use pallet_revive::evm::fees::BlockRatioFee;
use pallet_transaction_payment::{FungibleAdapter, Multiplier, TargetedFeeAdjustment};
use sp_runtime::{FixedPointNumber, Perquintill, traits::One};

/// One KEY, in the smallest unit: twelve decimals.
pub const KEY: Balance = 1_000_000_000_000;
/// A thousandth of a KEY.
pub const MILLI: Balance = KEY / 1_000;
/// A millionth of a KEY.
pub const MICRO: Balance = MILLI / 1_000;

/// The name of the unit, as wallets show it.
pub const UNIT: &str = "KEY";
/// How many decimals the unit has.
pub const DECIMALS: u8 = 12;

/// The least an account may hold. It pays for the account's own entry and its mapping to a contract address, together
/// about 300 bytes of state, and leaves a newcomer's first gift whole.
pub const EXISTENTIAL_DEPOSIT: Balance = MILLI;

/// The deposit for one byte of state: a gigabyte binds 1,000 KEY.
pub const PER_BYTE: Balance = MICRO;

/// The deposit for one entry in the main state trie: the nodes above it take about 100 bytes.
pub const PER_ITEM: Balance = 100 * MICRO;

/// The price of one byte of a transaction. A block full of bytes then costs about as much as a block full of
/// computing, so neither is the cheaper way to fill the chain.
pub const PER_TRANSACTION_BYTE: Balance = MICRO / 25;

/// The deposit for `items` state entries of `bytes` bytes together.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
    items as Balance * PER_ITEM + bytes as Balance * PER_BYTE
}

/// One smallest unit per ten picoseconds: a call that weighs a millisecond costs 0.0001 KEY.
pub type ComputingFee = BlockRatioFee<1, 10, Runtime, Balance>;

parameter_types! {
    /// Fees rise while blocks are more than half full.
    pub const TargetFullness: Perquintill = Perquintill::from_percent(50);
    /// How fast: full blocks double the fees in 45 minutes, so a rush of patients is not priced out, and an attack
    /// that lasts becomes dear.
    pub AdjustmentSpeed: Multiplier = Multiplier::saturating_from_rational(1, 2_000);
    /// Fees never fall below the prices above, so that what is documented is what is paid.
    pub LeastMultiplier: Multiplier = Multiplier::one();
    /// And never rise above a hundred times them, so that an emergency can always be paid for.
    pub GreatestMultiplier: Multiplier = Multiplier::saturating_from_integer(100);
}

/// Fees follow how full the blocks are.
pub type FeeAdjustment =
    TargetedFeeAdjustment<Runtime, TargetFullness, AdjustmentSpeed, LeastMultiplier, GreatestMultiplier>;

/// Gives what was paid to the block's author.
///
/// No KEY is ever made after genesis, so burning fees would dry the chain out. The authors are the consortium's
/// members, who fill the faucet that gives newcomers their first KEY.
pub struct ToAuthor;

impl OnUnbalanced<Credit<AccountId, Balances>> for ToAuthor {
    fn on_nonzero_unbalanced(amount: Credit<AccountId, Balances>) {
        if let Some(author) = Authorship::author() {
            // Fails only while the author's account does not exist and the fee is too small to make it; then the
            // amount is burnt.
            let _ = Balances::resolve(&author, amount);
        }
    }
}

impl pallet_balances::Config for Runtime {
    type AccountStore = System;
    type Balance = Balance;
    type DoneSlashHandler = ();
    type DustRemoval = ();
    type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
    type FreezeIdentifier = RuntimeFreezeReason;
    type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
    // No pallet here locks balances; proxies and multisigs reserve them, unnamed.
    type MaxLocks = ConstU32<0>;
    type MaxReserves = ConstU32<0>;
    type ReserveIdentifier = [u8; 8];
    type RuntimeEvent = RuntimeEvent;
    type RuntimeFreezeReason = RuntimeFreezeReason;
    type RuntimeHoldReason = RuntimeHoldReason;
    type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
}

impl pallet_transaction_payment::Config for Runtime {
    type FeeMultiplierUpdate = FeeAdjustment;
    type LengthToFee = ConstantMultiplier<Balance, ConstU128<PER_TRANSACTION_BYTE>>;
    type OnChargeTransaction = FungibleAdapter<Balances, ToAuthor>;
    type OperationalFeeMultiplier = ConstU8<5>;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = pallet_transaction_payment::weights::SubstrateWeight<Runtime>;
    type WeightToFee = ComputingFee;
}
