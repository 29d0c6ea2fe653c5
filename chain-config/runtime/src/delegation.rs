//! Several calls in one signature, several people behind one account, one person acting for another.

use crate::{
    Balance, Balances, OriginCaller, Runtime, RuntimeCall, RuntimeEvent, System,
    money::{MILLI, deposit},
};
use polkadot_sdk::*;

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
    parameter_types,
    traits::{ConstU32, InstanceFilter},
};
use scale_info::TypeInfo;
use sp_runtime::traits::BlakeTwo256;

impl pallet_utility::Config for Runtime {
    type PalletsOrigin = OriginCaller;
    type RuntimeCall = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = pallet_utility::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
    /// An open multisig call is one entry: its key, its time, its depositor.
    pub const MultisigBase: Balance = deposit(1, 88);
    /// And one account per signatory.
    pub const MultisigPerSignatory: Balance = deposit(0, 32);
    /// A proxied account is one entry: its key and a count.
    pub const ProxyBase: Balance = deposit(1, 8);
    /// And per proxy an account, what it may do, and a delay.
    pub const ProxyPerDelegate: Balance = deposit(0, 37);
    /// Announcements are one entry per announcing account,
    pub const AnnouncementBase: Balance = deposit(1, 8);
    /// and per announcement an account, a hash and a height.
    pub const AnnouncementEach: Balance = deposit(0, 68);
}

impl pallet_multisig::Config for Runtime {
    type BlockNumberProvider = System;
    type Currency = Balances;
    type DepositBase = MultisigBase;
    type DepositFactor = MultisigPerSignatory;
    // A hospital's board fits; every signatory costs weight in each approval.
    type MaxSignatories = ConstU32<32>;
    type RuntimeCall = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = pallet_multisig::weights::SubstrateWeight<Runtime>;
}

/// The most that one call under [`ProxyKind::Contracts`] may hold of the account as deposit for state.
///
/// A deposit is paid back to whoever frees the row, so without a bound a delegate writes as much as the account holds
/// into a contract of their own, frees it, and has the money. The largest of our messages holds 312 millionths of a KEY;
/// our client asks for room, ten thousandths when a message rests on another in its batch (`AMPLE` in
/// `contracts/client/src/call.rs`), and no more.
pub const PROXIED_DEPOSIT: Balance = 10 * MILLI;

/// What one account lets another do in its name.
#[derive(
    Clone,
    Copy,
    Debug,
    Decode,
    DecodeWithMemTracking,
    Default,
    Encode,
    Eq,
    MaxEncodedLen,
    Ord,
    PartialEq,
    PartialOrd,
    TypeInfo,
)]
pub enum ProxyKind {
    /// Everything, naming further proxies included. For the recovery of an account by its guardians, with a delay.
    #[default]
    Any,
    /// Calling contracts without sending value and with a small deposit each, alone or in a batch. For carers and for
    /// the devices of a practice: they act, but cannot give the proxy on, and no call takes more of the account's money
    /// than [`PROXIED_DEPOSIT`]. How often they call is not limited: who calls again and again takes that much each
    /// time, in plain sight, until the proxy is withdrawn.
    Contracts,
    /// Rejecting the announcements of other proxies. For a guardian who watches over a recovery.
    Cancel,
}

impl InstanceFilter<RuntimeCall> for ProxyKind {
    fn filter(&self, call: &RuntimeCall) -> bool {
        match self {
            Self::Any => true,
            Self::Contracts => match call {
                RuntimeCall::Revive(pallet_revive::Call::call { value, storage_deposit_limit, .. }) => {
                    *value == 0 && *storage_deposit_limit <= PROXIED_DEPOSIT
                }
                // The calls inside a batch meet this filter again, each by itself.
                RuntimeCall::Utility(
                    pallet_utility::Call::batch { .. }
                    | pallet_utility::Call::batch_all { .. }
                    | pallet_utility::Call::force_batch { .. },
                ) => true,
                _ => false,
            },
            Self::Cancel => matches!(call, RuntimeCall::Proxy(pallet_proxy::Call::reject_announcement { .. })),
        }
    }

    fn is_superset(&self, other: &Self) -> bool {
        self == other || *self == Self::Any
    }
}

impl pallet_proxy::Config for Runtime {
    type AnnouncementDepositBase = AnnouncementBase;
    type AnnouncementDepositFactor = AnnouncementEach;
    type BlockNumberProvider = System;
    type CallHasher = BlakeTwo256;
    type Currency = Balances;
    type MaxPending = ConstU32<32>;
    type MaxProxies = ConstU32<32>;
    type ProxyDepositBase = ProxyBase;
    type ProxyDepositFactor = ProxyPerDelegate;
    type ProxyType = ProxyKind;
    type RuntimeCall = RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = pallet_proxy::weights::SubstrateWeight<Runtime>;
}
