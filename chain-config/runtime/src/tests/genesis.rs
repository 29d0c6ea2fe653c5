//! How chains begin.

use super::chain;
use crate::{
    Balances, Grandpa, Runtime,
    consensus::DevelopmentChain,
    presets::{CAST, CONSORTIUM, DEVELOPMENT, LOCAL3, PURSE, names, people, preset, well_known},
};
use polkadot_sdk::*;

use frame_support::traits::{Get, fungible::Inspect};
use pallet_revive::AddressMapper;
use sp_keyring::Sr25519Keyring;

type Mapper = <Runtime as pallet_revive::Config>::AddressMapper;

#[test]
fn every_named_preset_builds_a_chain() {
    for name in names() {
        chain(AsRef::<str>::as_ref(&name));
    }
    assert!(preset(&"no_such_preset".into()).is_none());
}

#[test]
fn only_a_development_chain_has_a_sudo_key_and_shares_slots() {
    for (name, expected) in [(DEVELOPMENT, true), (LOCAL3, false), (CONSORTIUM, false)] {
        chain(name).execute_with(|| {
            assert_eq!(pallet_sudo::Key::<Runtime>::get().is_some(), expected, "{name}");
            assert_eq!(DevelopmentChain::get(), expected, "{name}");
            let shares = <Runtime as pallet_aura::Config>::AllowMultipleBlocksPerSlot::get();
            assert_eq!(shares, expected, "{name}");
        });
    }
}

#[test]
fn everybody_starts_with_money_and_an_address_for_contracts() {
    for name in [DEVELOPMENT, LOCAL3] {
        chain(name).execute_with(|| {
            for person in people() {
                assert_eq!(Balances::balance(&person), PURSE);
                assert!(Mapper::is_mapped(&person));
                assert_eq!(Mapper::to_account_id(&Mapper::to_address(&person)), person);
            }
        });
    }
}

#[test]
fn the_cast_has_the_seeds_its_names_say() {
    assert_eq!(well_known("Alice"), Sr25519Keyring::Alice.to_account_id());
    let mut cast: Vec<_> = CAST.map(well_known).into();
    cast.sort();
    cast.dedup();
    assert_eq!(cast.len(), CAST.len());
    assert!(CAST.map(well_known).iter().all(|member| people().contains(member)));
}

#[test]
fn a_consortium_starts_without_any_key_of_ours() {
    chain(CONSORTIUM).execute_with(|| {
        assert!(pallet_aura::Authorities::<Runtime>::get().is_empty());
        assert!(Grandpa::grandpa_authorities().is_empty());
        assert!(people().iter().all(|person| Balances::balance(person) == 0));
    });
}

#[test]
fn three_validators_can_spare_bob_or_charlie_but_not_both() {
    chain(LOCAL3).execute_with(|| {
        let votes: Vec<u64> = Grandpa::grandpa_authorities().into_iter().map(|(_, votes)| votes).collect();
        let all: u64 = votes.iter().sum();
        // The threshold as GRANDPA computes it.
        let needed = all - (all - 1) / 3;
        assert!(all - votes[1] >= needed && all - votes[2] >= needed);
        assert!(all - votes[1] - votes[2] < needed);
    });
}
