//! Wallet, vault and place in the registry.

use crate::{home::Home, people::Whom, said::Said};
use anyhow::{Result, bail};
use chartkey_client::{AccountId, account_of};
use chartkey_flows::{Visitor, faucet, professional, recovery, sign_up};
use chartkey_vault::Effort;
use chartkey_vocabulary::Role;
use clap::{Args, Subcommand};
use serde_json::{Value, json};
use std::time::Duration;

/// What an account needs at least before it registers: the deposits of registration, a tenth of a faucet's gift.
const ENOUGH: u128 = 500_000_000_000;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Makes a wallet in the folder; its phrase is shown once.
    New,
    /// Joins: asks the faucet when the account is empty, makes keys and vault, registers. Repeating it is harmless; whoever
    /// is registered without keys in a vault publishes new ones.
    Join(Join),
    /// The wallet's account and address; asks nobody.
    Address,
    /// Who this is, as the chain and the service know it.
    Show,
    /// Believes the service anew: domain, contracts, look-up key and custodians as it names them now. Only after asking
    /// somebody other than the service why they have changed.
    Trust,
    /// Asks the faucet.
    Faucet,
    /// New keys from now on; the vault is saved first.
    Rotate,
    /// A new passphrase in place of the old one.
    Passphrase,
    /// A name for somebody, kept in the vault and nowhere else.
    Name {
        /// Whom.
        whom: Whom,
        /// What to call them; empty to forget.
        name: String,
    },
    /// Ends all sessions, on every device.
    SignOut,
    /// Leaves the registry.
    Leave,
}

#[derive(Args)]
pub(crate) struct Join {
    /// As what: patient, doctor, hospital, pharmacy, worker, admin.
    #[arg(value_parser = super::named::<Role>)]
    role: Role,
    #[command(flatten)]
    entry: super::professional::Card,
    /// Less memory for the passphrase, for small machines and tests.
    #[arg(long)]
    light: bool,
}

pub(crate) async fn run(verb: Verb, home: &Home) -> Result<Said> {
    match verb {
        Verb::New => {
            let phrase = home.make_wallet()?;
            let words = format!("Write these words down; they are shown once.\n{}", phrase.as_str());
            Ok(Said::done(words).with(address(home)?))
        }
        Verb::Address => Ok(Said::done("").with(address(home)?)),
        Verb::Join(wish) => join(wish, home).await,
        Verb::Show => show(home).await,
        Verb::Trust => {
            home.forget_service()?;
            let site = home.visitor().await?.site;
            let facts = json!({ "domain": site.domain, "genesis": site.genesis, "custodians": site.custodians });
            Ok(Said::done("Remembered as it is now.").with(facts))
        }
        Verb::Faucet => {
            let visitor = home.visitor().await?;
            faucet::ask(&visitor, home.wallet()?.as_ref()).await?;
            Ok(Said::done("The faucet has given."))
        }
        Verb::Rotate => {
            let mut person = home.person().await?;
            sign_up::rotate(&mut person).await?;
            let epoch = person.vault().reader_key().epoch();
            Ok(Said::done("New keys are on the chain.").with(json!({ "epoch": epoch })))
        }
        Verb::Passphrase => {
            let mut person = home.person().await?;
            let new = home.new_passphrase()?;
            recovery::set_passphrase(&mut person, &new, Effort::STANDARD).await?;
            Ok(Said::done("The vault opens with the new passphrase, and no longer with the old one."))
        }
        Verb::Name { whom, name } => {
            let mut person = home.person().await?;
            chartkey_flows::vault::change(&mut person, |vault| {
                vault.set_name(whom.0, &name);
                Ok(())
            })
            .await?;
            Ok(Said::done("Kept in your vault."))
        }
        Verb::SignOut => {
            home.signed_in().await?.oracle().end_sessions().await.map_err(chartkey_flows::Failure::from)?;
            Ok(Said::done("All sessions have ended."))
        }
        Verb::Leave => {
            sign_up::leave(&home.signed_in().await?).await?;
            Ok(Said::done("You have left the registry."))
        }
    }
}

fn address(home: &Home) -> Result<Value> {
    let address = home.wallet()?.account();
    Ok(json!({ "account": account_of(&address), "address": address.to_string() }))
}

async fn join(wish: Join, home: &Home) -> Result<Said> {
    let Join { role, entry, light } = wish;
    let visitor = home.visitor().await?;
    let wallet = home.wallet()?;
    if faucet::balance(&visitor, &wallet.account()).await? < ENOUGH {
        faucet::ask(&visitor, wallet.as_ref()).await?;
        funded(&visitor, &wallet.account()).await?;
    }
    let passphrase = home.passphrase(true)?;
    let signed_in = home.signed_in().await?;
    let profile = match role.is_professional() {
        true => Some(professional::profile(&signed_in, entry.entry()?).await?),
        false => None,
    };
    let effort = if light { Effort::LIGHT } else { Effort::STANDARD };
    let person = sign_up::join(signed_in, role, profile, &passphrase, effort).await?;
    let member = person.member_of(person.account()).await?;
    let facts = json!({ "account": person.account(), "role": member.who.role, "standing": member.who.standing });
    Ok(Said::done("You are registered.").with(facts))
}

/// Waits until the gift is final as seen from here.
async fn funded(visitor: &Visitor, account: &AccountId) -> Result<()> {
    for _ in 0..50 {
        if faucet::balance(visitor, account).await? >= ENOUGH {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    bail!("the faucet says it gave, and nothing has come; is it too little to register with?")
}

async fn show(home: &Home) -> Result<Said> {
    let signed_in = home.signed_in().await?;
    let id = signed_in.wallet().account();
    let member = signed_in.now().await?.registry().member(signed_in.account()).await?;
    let balance = faucet::balance(&signed_in, &id).await?;
    let usage = signed_in.oracle().usage().await.ok();
    Said::found(&json!({
        "account": signed_in.account(),
        "address": id.to_string(),
        "domain": signed_in.site.domain,
        "genesis": signed_in.site.genesis,
        "role": member.as_ref().map(|member| member.who.role),
        "standing": member.as_ref().map(|member| member.who.standing),
        "epoch": member.as_ref().map(|member| member.epoch),
        "balance": balance.to_string(),
        "stored": usage.map(|usage| usage.bytes),
    }))
}
