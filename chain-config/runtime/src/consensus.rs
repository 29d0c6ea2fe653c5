//! Time, block authors and finality.

use crate::{AccountId, Aura, Runtime, RuntimeEvent};
use polkadot_sdk::*;

use frame_support::{
    ConsensusEngineId,
    traits::{ConstU32, ConstU64, FindAuthor, Get},
};
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_core::crypto::ByteArray;

/// How long one author has the word, in milliseconds.
pub const SLOT_MILLISECONDS: u64 = 2_000;

/// The largest number of validators. A nation's hospitals fit; GRANDPA's votes grow with its square.
pub const MAX_VALIDATORS: u32 = 100;

/// Whether this is a development chain: true while a sudo key exists, which only the `development` preset sets.
///
/// Without a key there is no way to make one, so a production chain can never turn into a development chain.
pub struct DevelopmentChain;

impl Get<bool> for DevelopmentChain {
    fn get() -> bool {
        pallet_sudo::Key::<Runtime>::exists()
    }
}

impl pallet_timestamp::Config for Runtime {
    // Aura already makes time move: each block belongs to a later slot than its parent, and the timestamp must lie in
    // that slot. A development chain seals several blocks per slot, with the real time in each.
    type MinimumPeriod = ConstU64<0>;
    type Moment = u64;
    type OnTimestampSet = Aura;
    type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

impl pallet_aura::Config for Runtime {
    // Instant seal makes a block per burst of transactions; elsewhere one block per slot stays the rule.
    type AllowMultipleBlocksPerSlot = DevelopmentChain;
    type AuthorityId = AuraId;
    type DisabledValidators = ();
    type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
    type SlotDuration = ConstU64<SLOT_MILLISECONDS>;
}

impl pallet_grandpa::Config for Runtime {
    // Nothing is staked, so there is nothing to slash: the consortium deals with an equivocating member by contract.
    type EquivocationReportSystem = ();
    type KeyOwnerProof = sp_core::Void;
    type MaxAuthorities = ConstU32<MAX_VALIDATORS>;
    type MaxNominators = ConstU32<0>;
    type MaxSetIdSessionEntries = ConstU64<0>;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = ();
}

/// The account of the validator that authored the block: its Aura key, read as an account.
pub struct AuthorAccount;

impl FindAuthor<AccountId> for AuthorAccount {
    fn find_author<'a, I>(digests: I) -> Option<AccountId>
    where
        I: 'a + IntoIterator<Item = (ConsensusEngineId, &'a [u8])>,
    {
        let key = pallet_aura::AuraAuthorId::<Runtime>::find_author(digests)?;
        let bytes: [u8; 32] = key.as_slice().try_into().ok()?;
        Some(bytes.into())
    }
}

impl pallet_authorship::Config for Runtime {
    type EventHandler = ();
    type FindAuthor = AuthorAccount;
}

// Only ever usable on a development chain: no other preset sets its key.
impl pallet_sudo::Config for Runtime {
    type RuntimeCall = crate::RuntimeCall;
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = pallet_sudo::weights::SubstrateWeight<Runtime>;
}
