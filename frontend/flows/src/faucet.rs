//! The first KEY: a newcomer pays nothing.

use crate::{failure::Failure, puzzle, visitor::Visitor, wallet::Wallet};
use chartkey_client::AccountId;
use chartkey_protocol::{Funded, PuzzleFor};
use subxt::ext::scale_decode::DecodeAsType;

/// Has the faucet give the wallet's account what it needs for its first years.
///
/// # Errors
/// When the account was given something before, or today's gifts are gone.
pub async fn ask(visitor: &Visitor, wallet: &dyn Wallet) -> Result<(), Failure> {
    let solved = puzzle::solve(&visitor.oracle, PuzzleFor::Faucet, |_, _| ()).await?;
    Ok(visitor.oracle.faucet(&Funded { address: wallet.account().to_string(), solved }).await?)
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Holder {
    data: Purse,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Purse {
    free: u128,
}

/// What an account may spend, in the chain's smallest unit.
///
/// # Errors
/// When the node does not answer.
pub async fn balance(visitor: &Visitor, account: &AccountId) -> Result<u128, Failure> {
    let at = visitor.chain.now().await?;
    let entry = subxt::dynamic::storage::<([u8; 32],), Holder>("System", "Account");
    let unknown = || Failure::not("the node does not say what the account holds");
    match at.subxt().storage().try_fetch(entry, (account.0,)).await.map_err(|_| unknown())? {
        Some(holder) => Ok(holder.decode().map_err(|_| unknown())?.data.free),
        None => Ok(0),
    }
}
