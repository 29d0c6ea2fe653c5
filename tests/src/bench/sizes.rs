//! How much state people, grants and records take.

use crate::stack::{Stack, bundles};
use anyhow::Result;
use chartkey_deploy::bundles::{CONTRACTS, name};
use chartkey_vocabulary::Contract;
use subxt::ext::scale_decode::DecodeAsType;

/// A contract's rows have keys of so many bytes.
const KEY: u64 = 32;

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct AccountInfo {
    account_type: AccountType,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
enum AccountType {
    Contract(ContractInfo),
    #[allow(clippy::upper_case_acronyms, reason = "the pallet's name for an account that is no contract")]
    EOA,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct ContractInfo {
    storage_bytes: u32,
    storage_items: u32,
}

/// What a contract holds, keys and values, in bytes.
pub async fn held(stack: &Stack, contract: Contract) -> Result<u64> {
    let address = stack.deployment().contract(contract).address;
    let entry = subxt::dynamic::storage::<([u8; 20],), AccountInfo>("Revive", "AccountInfoOf");
    let at = stack.chain().now().await?;
    let found = at.subxt().storage().fetch(entry, (address,)).await?;
    Ok(match found.decode()?.account_type {
        AccountType::Contract(info) => u64::from(info.storage_bytes) + KEY * u64::from(info.storage_items),
        AccountType::EOA => 0,
    })
}

/// The size of each contract's code, in bytes.
pub fn codes() -> Result<Vec<(&'static str, usize)>> {
    let bundles = bundles()?;
    Ok(CONTRACTS.iter().map(|contract| (name(*contract), bundles.code(*contract).len())).collect())
}
