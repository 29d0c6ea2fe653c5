//! What the command line promises.

use chartkey_node::{
    artefacts::{metadata, metadata_hash},
    cli::Cli,
};
use polkadot_sdk::sc_cli::{SubstrateCli, TransactionPoolType};

#[test]
fn the_pool_is_large_and_forgets_nothing_unless_told_otherwise() {
    let usual = Cli::try_from_iter(["chartkey-node", "--chain", "a.json"]).expect("parses");
    assert_eq!(usual.run.pool_config.pool_limit, 100_000);
    assert!(matches!(usual.run.pool_config.pool_type, TransactionPoolType::SingleState));
    let told = Cli::try_from_iter(["chartkey-node", "--chain", "a.json", "--pool-limit", "7"]).expect("parses");
    assert_eq!(told.run.pool_config.pool_limit, 7);
}

#[test]
fn a_missing_chain_is_explained() {
    let cli = Cli::try_from_iter(["chartkey-node", "--dev"]).expect("parses");
    let Err(refusal) = cli.load_spec("dev") else { panic!("there is no built-in chain") };
    assert!(refusal.contains("build-spec"), "{refusal}");
}

#[test]
fn a_peers_key_can_be_made_before_there_is_a_chain() {
    let cli = Cli::try_from_iter(["chartkey-node", "key", "generate-node-key", "--file", "node.key"]).expect("parses");
    assert!(cli.load_spec("").is_ok());
}

#[test]
fn metadata_comes_in_three_formats_and_carries_its_prefix() {
    for format in [14, 15, 16] {
        assert!(metadata(format).expect("exists").starts_with(b"meta"));
    }
    assert!(metadata(13).is_err());
}

#[test]
fn the_metadata_hash_is_stable() {
    assert_eq!(metadata_hash().expect("hashes"), metadata_hash().expect("hashes"));
}
