//! How much state people, grants and records take.

use crate::stack::{Stack, bundles};
use anyhow::{Context, Result};
use chartkey_deploy::{
    bundles::{CONTRACTS, name},
    chain,
};
use chartkey_vocabulary::Contract;

/// A contract's rows have keys of so many bytes.
const KEY: u64 = 32;

/// What a contract holds, keys and values, in bytes.
pub async fn held(stack: &Stack, contract: Contract) -> Result<u64> {
    let address = stack.deployment().contract(contract).address;
    let info = chain::contract(&stack.chain().now().await?, address).await?.context("no contract is there")?;
    Ok(u64::from(info.storage_bytes) + KEY * u64::from(info.storage_items))
}

/// The size of each contract's code, in bytes.
pub fn codes() -> Result<Vec<(&'static str, usize)>> {
    let bundles = bundles()?;
    Ok(CONTRACTS.iter().map(|contract| (name(*contract), bundles.code(*contract).len())).collect())
}
