//! A living practice on a development chain: everybody who is seeded gets a vault, and patients get records, keys,
//! visits, prescriptions and findings, by the same flows as everybody's.
//!
//! `./dev up` runs it once the oracle is ready. Whoever is done carries a mark in their vault and is left alone from
//! then on, so that what a visitor withdraws stays withdrawn; a run that was broken off goes on where it was.

mod cast;
mod drawing;
mod papers;
mod reader;
mod steps;

mod ada;
mod chandra;
mod moreaus;

use crate::{home::Home, said::Said};
use anyhow::{Context, Result, ensure};
use cast::Cast;
use chartkey_client::account_of;
use chartkey_flows::{Visitor, demo, native::KeyWallet};
use chartkey_vocabulary::Account;
use clap::{Args, Subcommand};
use serde_json::json;
use std::str::FromStr;
use subxt_signer::{SecretUri, sr25519::Keypair};

#[derive(Args)]
pub(crate) struct Demo {
    #[command(subcommand)]
    part: Option<Part>,
}

#[derive(Subcommand)]
enum Part {
    /// The reading program of the demonstration's worker: a record on its input, the finding on its output.
    Read,
}

pub(crate) async fn run(demo: Demo, home: &Home) -> Result<Said> {
    if let Some(Part::Read) = demo.part {
        return Ok(Said::done(reader::read()?.to_string()));
    }
    let visitor = home.passer_by().await?;
    refuse_real_chains(&visitor).await?;
    let mut cast = Cast::gather(&visitor, home).await?;
    // Each to its end, whatever becomes of the others: what is broken off in the middle has to be mended later.
    let (ada, moreaus, chandra) = tokio::join!(ada::chapter(&cast), moreaus::chapter(&cast), chandra::chapter(&cast));
    ada.context("//Ada's chart")?;
    moreaus.context("the charts of //Ben and //Grace")?;
    chandra.context("//Chandra's chart")?;
    ada::afterwards(&mut cast).await?;
    chandra::afterwards(&mut cast).await?;
    cast.finish().await?;
    let people = demo::PEOPLE.map(|one| json!({ "key": one.key, "name": one.name, "sees": one.sees }));
    let facts = json!({ "people": people, "passphrase": demo::DEMO_PASSPHRASE, "new": cast.steps() });
    let words = format!("{} steps were new. Everybody's key and passphrase is known to everybody.", cast.steps());
    cast.leave().await;
    Ok(Said::done(words).with(facts))
}

/// Records are made here under keys that everybody knows: never on a chain where somebody might take them for real.
async fn refuse_real_chains(visitor: &Visitor) -> Result<()> {
    let council = visitor.chain.now().await?.registry().council().await?;
    let known: Vec<Account> = ["//Admin1", "//Admin2", "//Admin3"].into_iter().map(account).collect::<Result<_>>()?;
    let development = !council.admins.is_empty() && council.admins.iter().any(|admin| known.contains(admin));
    ensure!(development, "this is no development chain: nobody on its council has a key that everybody knows");
    let ada = visitor.chain.now().await?.registry().who(account("//Ada")?).await?;
    ensure!(ada.is_some(), "nobody is registered here yet: run `chartkey-deploy seed` first");
    Ok(())
}

fn keypair(key: &str) -> Result<Keypair> {
    Ok(Keypair::from_uri(&SecretUri::from_str(key)?)?)
}

fn wallet(key: &str) -> Result<KeyWallet> {
    Ok(KeyWallet::from(keypair(key)?))
}

fn account(key: &str) -> Result<Account> {
    Ok(account_of(&keypair(key)?.public_key().to_account_id()))
}
