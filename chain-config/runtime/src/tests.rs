//! What every chain of this runtime can rely on.

mod genesis;
mod limits;
mod powers;

use crate::{Runtime, RuntimeGenesisConfig, presets};
use polkadot_sdk::*;
use sp_io::TestExternalities;
use sp_runtime::BuildStorage;

/// A chain at its first block, begun from the preset `name`.
fn chain(name: &str) -> TestExternalities {
    let patch = presets::preset(&name.into()).expect("the preset exists");
    let mut genesis = serde_json::to_value(RuntimeGenesisConfig::default()).expect("the default is JSON");
    json_merge(&mut genesis, serde_json::from_slice(&patch).expect("a preset is JSON"));
    let genesis: RuntimeGenesisConfig = serde_json::from_value(genesis).expect("a preset is a genesis");
    let mut chain: TestExternalities = genesis.build_storage().expect("a preset builds").into();
    chain.execute_with(|| frame_system::Pallet::<Runtime>::set_block_number(1));
    chain
}

/// Lays `patch` over `base`, as a node does with a preset: objects are merged, everything else is replaced.
fn json_merge(base: &mut serde_json::Value, patch: serde_json::Value) {
    match (base, patch) {
        (serde_json::Value::Object(base), serde_json::Value::Object(patch)) => {
            for (name, value) in patch {
                json_merge(base.entry(name).or_insert(serde_json::Value::Null), value);
            }
        }
        (base, patch) => *base = patch,
    }
}
