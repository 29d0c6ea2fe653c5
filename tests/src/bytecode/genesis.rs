//! How the chain under test begins.

use chartkey_rules::town::MONDAY;
use chartkey_runtime::{
    Runtime, RuntimeGenesisConfig, System,
    presets::{DEVELOPMENT, preset},
};
use polkadot_sdk::*;

use serde_json::Value;
use sp_io::TestExternalities;
use sp_runtime::BuildStorage;

/// The development chain's first block, at the town's first moment.
pub(super) fn begin() -> TestExternalities {
    let patch = preset(&DEVELOPMENT.into()).expect("the preset exists");
    let mut genesis = serde_json::to_value(RuntimeGenesisConfig::default()).expect("the default is JSON");
    lay_over(&mut genesis, serde_json::from_slice(&patch).expect("a preset is JSON"));
    let genesis: RuntimeGenesisConfig = serde_json::from_value(genesis).expect("a preset is a genesis");
    let mut chain: TestExternalities = genesis.build_storage().expect("a preset builds").into();
    chain.execute_with(|| {
        // Events are kept from the first block on.
        System::set_block_number(1);
        pallet_timestamp::Now::<Runtime>::put(MONDAY * 1_000);
    });
    chain
}

/// Lays `patch` over `base`, as a node does with a preset: objects are merged, everything else is replaced.
fn lay_over(base: &mut Value, patch: Value) {
    match (base, patch) {
        (Value::Object(base), Value::Object(patch)) => {
            for (name, value) in patch {
                lay_over(base.entry(name).or_insert(Value::Null), value);
            }
        }
        (base, patch) => *base = patch,
    }
}
