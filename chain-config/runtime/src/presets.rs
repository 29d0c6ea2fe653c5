//! How a chain begins: a development chain, three validators on one machine, or a consortium.
//!
//! Only `development` has a sudo key. `consortium` is empty: validators and first balances come from the network's
//! configuration when its specification is made.

use crate::{
    AccountId, AuraConfig, Balance, BalancesConfig, GrandpaConfig, RuntimeGenesisConfig, SudoConfig, money::KEY,
};
use alloc::{format, string::ToString, vec, vec::Vec};
use polkadot_sdk::*;

use frame_support::build_struct_json_patch;
use serde_json::Value;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_core::{Pair, sr25519};
use sp_genesis_builder::{DEV_RUNTIME_PRESET, PresetId};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// One validator that seals at once, a sudo key, and well-known accounts with money.
pub const DEVELOPMENT: &str = DEV_RUNTIME_PRESET;
/// Three validators with well-known keys, for one machine; no sudo key.
pub const LOCAL3: &str = "local3";
/// No keys and no balances: the template for a real network.
pub const CONSORTIUM: &str = "consortium";

/// What each well-known account holds on `development` and `local3`: enough for any test, and with two dozen
/// accounts the total stays far from overflowing anything.
pub const PURSE: Balance = 1_000_000 * KEY;

/// The accounts of the demonstration, beside Alice and her friends. The seed of each is `//` and its name.
pub const CAST: [&str; 6] = ["Admin1", "Admin2", "Admin3", "Attester", "Worker", "Deployer"];

/// A validator: the key it authors with, which is also the account its fees go to, the key it finalizes with, and how
/// much its vote on finality counts.
pub type Validator = (AuraId, GrandpaId, u64);

/// The account whose seed is `//` and `name`. Everybody knows its key.
pub fn well_known(name: &str) -> AccountId {
    sr25519::Pair::from_string(&format!("//{name}"), None)
        .expect("a hard derivation by a plain name always succeeds; qed")
        .public()
        .into()
}

/// Everybody with money on a development chain.
pub fn people() -> Vec<AccountId> {
    Sr25519Keyring::iter().map(Sr25519Keyring::to_account_id).chain(CAST.map(well_known)).collect()
}

/// The genesis of a chain with these validators, balances and, on a development chain, this sudo key.
pub fn genesis(validators: &[Validator], balances: Vec<(AccountId, Balance)>, sudo: Option<AccountId>) -> Value {
    build_struct_json_patch!(RuntimeGenesisConfig {
        // Revive needs nothing: an account is mapped as it comes into being.
        balances: BalancesConfig { balances },
        aura: AuraConfig { authorities: validators.iter().map(|(aura, ..)| aura.clone()).collect() },
        grandpa: GrandpaConfig {
            authorities: validators.iter().map(|(_, grandpa, votes)| (grandpa.clone(), *votes)).collect()
        },
        sudo: SudoConfig { key: sudo },
    })
}

fn known_validator(aura: Sr25519Keyring, grandpa: Ed25519Keyring, votes: u64) -> Validator {
    (aura.public().into(), grandpa.public().into(), votes)
}

fn purses() -> Vec<(AccountId, Balance)> {
    people().into_iter().map(|person| (person, PURSE)).collect()
}

fn development() -> Value {
    let alice = known_validator(Sr25519Keyring::Alice, Ed25519Keyring::Alice, 1);
    genesis(&[alice], purses(), Some(Sr25519Keyring::Alice.to_account_id()))
}

fn local3() -> Value {
    // Finality needs more than two thirds of the votes, so of three equal ones it could spare none. With a second vote
    // for Alice it can spare Bob or Charlie.
    let validators = [
        known_validator(Sr25519Keyring::Alice, Ed25519Keyring::Alice, 2),
        known_validator(Sr25519Keyring::Bob, Ed25519Keyring::Bob, 1),
        known_validator(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie, 1),
    ];
    genesis(&validators, purses(), None)
}

/// The preset of this name, as JSON.
pub fn preset(id: &PresetId) -> Option<Vec<u8>> {
    let preset = match AsRef::<str>::as_ref(id) {
        DEVELOPMENT => development(),
        LOCAL3 => local3(),
        CONSORTIUM => genesis(&[], Vec::new(), None),
        _ => return None,
    };
    Some(preset.to_string().into_bytes())
}

/// The names of all presets.
pub fn names() -> Vec<PresetId> {
    vec![PresetId::from(DEVELOPMENT), PresetId::from(LOCAL3), PresetId::from(CONSORTIUM)]
}
