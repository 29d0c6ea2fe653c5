//! The snapshot of the runtime's metadata, and the calls the client makes by it.

use chartkey_client::{Call, Config, Weight};
use chartkey_runtime::{Runtime, RuntimeCall};
use codec::Decode;
use polkadot_sdk::{pallet_revive, pallet_utility, sp_core::H160, sp_io::TestExternalities, sp_runtime::MultiAddress};
use std::sync::Arc;
use subxt::{Metadata, OfflineClient, OfflineClientAtBlock, config::substrate::SpecVersionForRange};

const SNAPSHOT: &[u8] = include_bytes!("../../metadata/chartkey.scale");

/// The format in which the snapshot is kept: the one whose hash wallets sign.
const FORMAT: u32 = 15;

fn offline() -> OfflineClientAtBlock<Config> {
    let metadata = Metadata::decode(&mut &SNAPSHOT[..]).expect("the snapshot is metadata");
    let version = SpecVersionForRange { block_range: 0..u64::MAX, spec_version: 1, transaction_version: 1 };
    let config = Config::builder()
        .set_metadata_for_spec_versions([(1, Arc::new(metadata))])
        .set_spec_version_for_block_ranges([version])
        .build();
    OfflineClient::new_with_config(config).at_block(1u64).expect("the block is in range")
}

/// What clients were tested against is what the runtime says of itself.
#[test]
fn the_snapshot_is_the_runtimes_own() {
    // The runtime tells of itself as on a chain, with storage at hand.
    let own = TestExternalities::default().execute_with(|| Runtime::metadata_at_version(FORMAT));
    let own = own.expect("the runtime knows the format");
    assert!(*own == SNAPSHOT, "write it anew with `./dev bundle`");
}

/// A call encoded by the snapshot is the call the runtime reads.
#[test]
fn calls_are_read_as_they_were_meant() {
    let at = offline();
    let weight = Weight { ref_time: 5, proof_size: 6 };
    let call = Call::new(&at, "Revive", "call", ([7u8; 20], 0u128, weight, 8u128, vec![1u8, 2])).expect("encodes");
    let batch = Call::batch(&at, &[call.clone(), call]).expect("encodes");
    let RuntimeCall::Utility(pallet_utility::Call::batch_all { calls }) =
        RuntimeCall::decode(&mut batch.bytes()).expect("the runtime reads it")
    else {
        panic!("it is a batch")
    };
    assert_eq!(calls.len(), 2);
    for call in calls {
        let RuntimeCall::Revive(pallet_revive::Call::call { dest, value, weight_limit, storage_deposit_limit, data }) =
            call
        else {
            panic!("it is a contract call")
        };
        assert_eq!((dest, value, data), (H160([7; 20]), 0, vec![1, 2]));
        assert_eq!((weight_limit.ref_time(), weight_limit.proof_size(), storage_deposit_limit), (5, 6, 8));
    }
}

/// What deploying sends besides.
#[test]
fn deployment_calls_are_read_as_they_were_meant() {
    let at = offline();
    let weight = Weight { ref_time: 5, proof_size: 6 };
    let fields = (0u128, weight, 8u128, vec![1u8], vec![2u8], Some([3u8; 32]));
    let call = Call::new(&at, "Revive", "instantiate_with_code", fields).expect("encodes");
    let read = RuntimeCall::decode(&mut call.bytes()).expect("the runtime reads it");
    let RuntimeCall::Revive(pallet_revive::Call::instantiate_with_code { code, data, salt, .. }) = read else {
        panic!("it makes a contract")
    };
    assert_eq!((code, data, salt), (vec![1], vec![2], Some([3; 32])));

    let call = Call::new(&at, "Succession", "succeed", ([4u8; 20], [5u8; 32])).expect("encodes");
    let read = RuntimeCall::decode(&mut call.bytes()).expect("the runtime reads it");
    assert!(matches!(read, RuntimeCall::Succession(_)));

    let to: <Config as subxt::Config>::Address = subxt::utils::MultiAddress::Id([6; 32].into());
    let call = Call::new(&at, "Balances", "transfer_keep_alive", (to, 9u128)).expect("encodes");
    let read = RuntimeCall::decode(&mut call.bytes()).expect("the runtime reads it");
    let RuntimeCall::Balances(polkadot_sdk::pallet_balances::Call::transfer_keep_alive { dest, value }) = read else {
        panic!("it is a transfer")
    };
    assert_eq!((dest, value), (MultiAddress::Id([6; 32].into()), 9));
}
