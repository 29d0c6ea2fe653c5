//! What fits into a block, and what it costs.

use super::chain;
use crate::{
    RuntimeCall, TransactionPayment,
    money::{KEY, MILLI, PER_TRANSACTION_BYTE, deposit},
    presets::DEVELOPMENT,
    system::{MAXIMUM_BLOCK_WEIGHT, RuntimeBlockLength, RuntimeBlockWeights},
};
use polkadot_sdk::*;

use frame_support::{
    dispatch::{DispatchClass, GetDispatchInfo},
    weights::{Weight, constants::WEIGHT_REF_TIME_PER_MILLIS},
};
use sp_core::H160;

/// What a consent call carries over the wire, with its signature.
const CALL_BYTES: u32 = 400;

fn contract_call(milliseconds: u64) -> RuntimeCall {
    RuntimeCall::Revive(pallet_revive::Call::call {
        dest: H160::zero(),
        value: 0,
        weight_limit: Weight::from_parts(milliseconds * WEIGHT_REF_TIME_PER_MILLIS, 1_000_000),
        storage_deposit_limit: KEY,
        data: vec![0; 200],
    })
}

fn fee(call: &RuntimeCall) -> u128 {
    TransactionPayment::compute_fee(CALL_BYTES, &call.get_dispatch_info(), 0)
}

/// A grant weighs 1.7 ms (the contracts' cost table); two are reckoned here.
#[test]
fn a_block_has_room_for_two_seconds_of_the_promised_grants() {
    let grant = contract_call(2).get_dispatch_info().call_weight;
    let room = RuntimeBlockWeights::get().get(DispatchClass::Normal).max_total.expect("normal calls are bounded");
    assert!(room.ref_time() < MAXIMUM_BLOCK_WEIGHT.ref_time());
    // 300 a second on a network of validators, two seconds per block; a development chain seals without waiting.
    assert!(room.checked_div_per_component(&grant).expect("a grant weighs something") >= 600);
    assert!(*RuntimeBlockLength::get().max.get(DispatchClass::Normal) / CALL_BYTES >= 600);
}

#[test]
fn a_contract_call_costs_less_than_a_thousandth_of_a_key() {
    chain(DEVELOPMENT).execute_with(|| {
        let call = fee(&contract_call(3));
        assert!(call < MILLI, "{call}");
        // And never nothing: that would be an invitation to fill the chain.
        assert!(call > MILLI / 100, "{call}");
    });
}

#[test]
fn filling_a_block_costs_about_the_same_by_computing_and_by_bytes() {
    chain(DEVELOPMENT).execute_with(|| {
        let room = RuntimeBlockWeights::get().get(DispatchClass::Normal).max_total.expect("normal calls are bounded");
        let computing = TransactionPayment::weight_to_fee(room);
        let bytes = u128::from(*RuntimeBlockLength::get().max.get(DispatchClass::Normal)) * PER_TRANSACTION_BYTE;
        assert!(computing > KEY / 10 && bytes > KEY / 10, "{computing} {bytes}");
        assert!(computing < 2 * bytes && bytes < 2 * computing, "{computing} {bytes}");
    });
}

#[test]
fn a_gigabyte_of_state_binds_a_thousand_key() {
    assert_eq!(deposit(0, 1_000_000_000), 1_000 * KEY);
}
