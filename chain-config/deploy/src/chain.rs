//! What deploying needs of a chain besides messages: code, contracts and money.

use anyhow::{Context, bail};
use chartkey_client::{AccountId, At, Call, Config, Deposit, Weight};
use chartkey_vocabulary::Account;
use codec::{Decode, Encode};
use subxt::{ext::scale_decode::DecodeAsType, utils::MultiAddress};

/// How a contract is made.
#[derive(Clone, Debug)]
pub struct Making<'a> {
    /// Its code.
    pub code: &'a [u8],
    /// The constructor's input.
    pub input: Vec<u8>,
    /// What its address is derived from, besides code, input and maker.
    pub salt: [u8; 32],
}

impl Making<'_> {
    /// The constructor `new` with these arguments.
    pub fn input(arguments: &impl Encode) -> Vec<u8> {
        let mut input = chartkey_client::selector("new").to_vec();
        arguments.encode_to(&mut input);
        input
    }

    /// Tries the making out and gives the call that does it.
    pub async fn call(&self, at: &At, maker: &AccountId) -> anyhow::Result<Call> {
        let (weight, deposit) = self.try_out(at, maker).await?;
        // Nothing of a new contract depends on what others do meanwhile; an eighth more is for the fee's own drift.
        let weight = Weight {
            ref_time: weight.ref_time + weight.ref_time / 8,
            proof_size: weight.proof_size + weight.proof_size / 8,
        };
        let fields = (0u128, weight, deposit * 2, self.code.to_vec(), self.input.clone(), Some(self.salt));
        Ok(Call::new(at.subxt(), "Revive", "instantiate_with_code", fields)?)
    }

    async fn try_out(&self, at: &At, maker: &AccountId) -> anyhow::Result<(Weight, u128)> {
        // Maker, value, limits of weight and deposit, code to be uploaded, input, salt.
        let front = (maker.0, 0u128, None::<Weight>, None::<u128>, 0u8);
        let arguments = (front, self.code, &self.input, Some(self.salt)).encode();
        let answer = at.subxt().runtime_apis().call_raw("ReviveApi_instantiate", Some(&arguments)).await?;
        let answer = &mut &answer[..];
        let (_, weight, _, most_held, _) = <(Weight, Weight, Deposit, Deposit, u128)>::decode(answer)?;
        match u8::decode(answer)? {
            0 => {}
            _ => bail!("{}", at.explain(answer.to_vec())),
        }
        let (flags, said) = <(u32, Vec<u8>)>::decode(answer)?;
        if flags & 1 != 0 {
            bail!("the constructor refused: 0x{}", hex::encode(said));
        }
        Ok((weight, most_held.charge()))
    }
}

/// Uploads code without making a contract of it.
pub fn upload(at: &At, code: &[u8]) -> anyhow::Result<Call> {
    // Twice what a byte costs at most, and what the entries cost: the true deposit is taken, the limit is a belt.
    let limit = 10_000_000 * code.len() as u128 + 1_000_000_000_000;
    Ok(Call::new(at.subxt(), "Revive", "upload_code", (code.to_vec(), limit))?)
}

/// Lets a contract become other code, if it agrees.
pub fn succeed(at: &At, contract: Account, code_hash: [u8; 32]) -> anyhow::Result<Call> {
    Ok(Call::new(at.subxt(), "Succession", "succeed", (contract.0, code_hash))?)
}

/// Sends money.
pub fn transfer(at: &At, to: &AccountId, amount: u128) -> anyhow::Result<Call> {
    let to: <Config as subxt::Config>::Address = MultiAddress::Id(*to);
    Ok(Call::new(at.subxt(), "Balances", "transfer_keep_alive", (to, amount))?)
}

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

/// What the chain knows of a contract.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ContractInfo {
    /// The hash of the code it runs.
    pub code_hash: [u8; 32],
    /// The bytes of all its values.
    pub storage_bytes: u32,
    /// How many values there are.
    pub storage_items: u32,
}

/// What the chain knows of the contract at an address; `None` when there is none.
pub async fn contract(at: &At, address: [u8; 20]) -> anyhow::Result<Option<ContractInfo>> {
    let entry = subxt::dynamic::storage::<([u8; 20],), AccountInfo>("Revive", "AccountInfoOf");
    let Some(found) = at.subxt().storage().try_fetch(entry, (address,)).await? else { return Ok(None) };
    Ok(match found.decode()?.account_type {
        AccountType::Contract(info) => Some(info),
        AccountType::EOA => None,
    })
}

/// The hash of the code a contract runs; `None` when there is no contract.
pub async fn code_hash(at: &At, address: Account) -> anyhow::Result<Option<[u8; 32]>> {
    Ok(contract(at, address.0).await?.map(|info| info.code_hash))
}

/// Uploaded code, as the chain keeps it.
pub async fn code(at: &At, hash: [u8; 32]) -> anyhow::Result<Option<Vec<u8>>> {
    let entry = subxt::dynamic::storage::<([u8; 32],), Vec<u8>>("Revive", "PristineCode");
    let found = at.subxt().storage().try_fetch(entry, (hash,)).await?;
    found.map(|code| code.decode()).transpose().context("the chain's code cannot be read")
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

/// How much an account may spend.
pub async fn balance(at: &At, account: &AccountId) -> anyhow::Result<u128> {
    let entry = subxt::dynamic::storage::<([u8; 32],), Holder>("System", "Account");
    let found = at.subxt().storage().try_fetch(entry, (account.0,)).await?;
    Ok(match found {
        Some(holder) => holder.decode()?.data.free,
        None => 0,
    })
}
