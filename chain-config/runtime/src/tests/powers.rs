//! Who may do what without being root.

use super::chain;
use crate::{
    Runtime, RuntimeCall, RuntimeOrigin, Succession,
    delegation::{PROXIED_DEPOSIT, ProxyKind},
    money::MICRO,
    presets::{DEVELOPMENT, LOCAL3, well_known},
    succession,
};
use polkadot_sdk::*;

use frame_support::{assert_noop, traits::InstanceFilter, weights::Weight};
use pallet_revive::AddressMapper;
use sp_core::{H160, H256};
use sp_runtime::DispatchError;

fn call(value: u128) -> RuntimeCall {
    holding(value, 0)
}

fn holding(value: u128, storage_deposit_limit: u128) -> RuntimeCall {
    RuntimeCall::Revive(pallet_revive::Call::call {
        dest: H160::zero(),
        value,
        weight_limit: Weight::zero(),
        storage_deposit_limit,
        data: Vec::new(),
    })
}

#[test]
fn what_is_no_contract_cannot_be_succeeded() {
    chain(DEVELOPMENT).execute_with(|| {
        let bob = well_known("Bob");
        let person = <Runtime as pallet_revive::Config>::AddressMapper::to_address(&bob);
        for address in [H160::zero(), person] {
            let asked = Succession::succeed(RuntimeOrigin::signed(bob.clone()), address, H256::repeat_byte(1));
            assert_eq!(asked.expect_err("refused").error, succession::Error::<Runtime>::NotAContract.into());
        }
    });
}

#[test]
fn nobody_asks_for_a_succession_unsigned() {
    chain(DEVELOPMENT).execute_with(|| {
        let asked = Succession::succeed(RuntimeOrigin::none(), H160::zero(), H256::zero());
        assert_eq!(asked.expect_err("refused").error, DispatchError::BadOrigin);
    });
}

#[test]
fn without_a_key_nobody_becomes_root_or_sets_one() {
    chain(LOCAL3).execute_with(|| {
        let alice = well_known("Alice");
        let set = RuntimeCall::System(frame_system::Call::set_code { code: vec![1] });
        assert_noop!(
            pallet_sudo::Pallet::<Runtime>::sudo(RuntimeOrigin::signed(alice.clone()), Box::new(set)),
            pallet_sudo::Error::<Runtime>::RequireSudo
        );
        assert_noop!(
            pallet_sudo::Pallet::<Runtime>::set_key(RuntimeOrigin::signed(alice.clone()), alice.into()),
            pallet_sudo::Error::<Runtime>::RequireSudo
        );
    });
}

#[test]
fn a_carers_proxy_calls_contracts_and_nothing_else() {
    let pay = RuntimeCall::Balances(pallet_balances::Call::transfer_all {
        dest: well_known("Eve").into(),
        keep_alive: false,
    });
    let widen = RuntimeCall::Proxy(pallet_proxy::Call::add_proxy {
        delegate: well_known("Eve").into(),
        proxy_type: ProxyKind::Any,
        delay: 0,
    });
    assert!(ProxyKind::Contracts.filter(&call(0)));
    for forbidden in [call(1), pay, widen] {
        assert!(!ProxyKind::Contracts.filter(&forbidden));
        assert!(!ProxyKind::Cancel.filter(&forbidden));
        assert!(ProxyKind::Any.filter(&forbidden));
    }
    // What the account holds as deposit goes to whoever frees the row: the delegate, if it were without bound.
    for deposit in [312 * MICRO, 2 * 312 * MICRO + 1_000 * MICRO, PROXIED_DEPOSIT] {
        assert!(ProxyKind::Contracts.filter(&holding(0, deposit)), "a call that holds {deposit}");
    }
    for deposit in [PROXIED_DEPOSIT + 1, u128::MAX] {
        assert!(!ProxyKind::Contracts.filter(&holding(0, deposit)), "a call that holds {deposit}");
        assert!(ProxyKind::Any.filter(&holding(0, deposit)));
    }
    assert!(!ProxyKind::Contracts.filter(&holding(1, PROXIED_DEPOSIT)));
    assert!(ProxyKind::Any.is_superset(&ProxyKind::Contracts));
    assert!(!ProxyKind::Contracts.is_superset(&ProxyKind::Cancel));
}
