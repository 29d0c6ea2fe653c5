//! What can be done, in groups; a group is a file.

mod account;
mod admin;
mod consent;
mod custodian;
mod demo;
mod emergency;
mod explore;
mod finding;
mod guardian;
mod job;
mod link;
mod log;
mod lookup;
mod notice;
mod prescription;
mod professional;
mod record;
mod recover;
mod terms;
mod visit;

use crate::{home::Home, said::Said};
use anyhow::Result;
use chartkey_flows::Stage;
use clap::Subcommand;

/// The groups.
#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Wallet, vault and place in the registry.
    #[command(subcommand)]
    Account(account::Verb),
    /// Sealed records: add, open, amend, withdraw.
    #[command(subcommand)]
    Record(record::Verb),
    /// Consent: ask for keys, give them, take them back.
    #[command(subcommand)]
    Key(consent::Verb),
    /// Visits to a doctor.
    #[command(subcommand)]
    Visit(visit::Verb),
    /// Prescriptions: written, read, handed out.
    #[command(subcommand)]
    Prescription(prescription::Verb),
    /// Machines read: ask them, or be one.
    #[command(subcommand)]
    Job(job::Verb),
    /// What machines found.
    #[command(subcommand)]
    Finding(finding::Verb),
    /// Emergency cards, and breaking the glass.
    #[command(subcommand)]
    Emergency(emergency::Verb),
    /// Links for those without an account.
    #[command(subcommand)]
    Link(link::Verb),
    /// A custodian's service.
    #[command(subcommand)]
    Custodian(custodian::Verb),
    /// Guardians, and acting as one.
    #[command(subcommand)]
    Guardian(guardian::Verb),
    /// Who looked.
    #[command(subcommand)]
    Log(log::Verb),
    /// Joining as a professional; the directory.
    #[command(subcommand)]
    Professional(professional::Verb),
    /// The council.
    #[command(subcommand)]
    Admin(admin::Verb),
    /// Finding a patient by a national number nobody is told.
    #[command(subcommand)]
    Lookup(lookup::Verb),
    /// Ways back into a vault.
    #[command(subcommand)]
    Recover(recover::Verb),
    /// What happened on the chain, in sentences.
    #[command(subcommand)]
    Explore(explore::Verb),
    /// Being told.
    #[command(subcommand)]
    Notice(notice::Verb),
    /// Fills a development chain's seeded people with a living practice: vaults, records, keys, visits, findings. Needs
    /// what `chartkey-deploy seed` did; refuses every other chain; run again, it changes nothing.
    Demo(demo::Demo),
}

/// Does what was asked.
pub(crate) async fn run(verb: Verb, home: &Home, json: bool) -> Result<Said> {
    match verb {
        Verb::Account(verb) => account::run(verb, home).await,
        Verb::Record(verb) => record::run(verb, home, json).await,
        Verb::Key(verb) => consent::run(verb, home).await,
        Verb::Visit(verb) => visit::run(verb, home).await,
        Verb::Prescription(verb) => prescription::run(verb, home).await,
        Verb::Job(verb) => job::run(verb, home).await,
        Verb::Finding(verb) => finding::run(verb, home).await,
        Verb::Emergency(verb) => emergency::run(verb, home).await,
        Verb::Link(verb) => link::run(verb, home, json).await,
        Verb::Custodian(verb) => custodian::run(verb, home).await,
        Verb::Guardian(verb) => guardian::run(verb, home).await,
        Verb::Log(verb) => log::run(verb, home).await,
        Verb::Professional(verb) => professional::run(verb, home).await,
        Verb::Admin(verb) => admin::run(verb, home).await,
        Verb::Lookup(verb) => lookup::run(verb, home).await,
        Verb::Recover(verb) => recover::run(verb, home).await,
        Verb::Explore(verb) => explore::run(verb, home).await,
        Verb::Notice(verb) => notice::run(verb, home).await,
        Verb::Demo(demo) => demo::run(demo, home).await,
    }
}

/// Reads an enum's value by the word it has in JSON.
fn named<T: serde::de::DeserializeOwned>(word: &str) -> Result<T, String> {
    let word = word.replace('-', "_");
    serde_json::from_value(word.clone().into()).map_err(|error| {
        let error = error.to_string();
        // `unknown variant `x`, expected one of ...` says all a person needs.
        error.split_once(", ").map_or(error.clone(), |(_, expected)| format!("{word:?} is none; {expected}"))
    })
}

/// Shows how far long work is, on the line one is on; in JSON nothing is shown.
fn meter(quiet: bool) -> impl FnMut(Stage) + Send {
    let mut last = 100;
    move |stage| {
        let (doing, done, size) = match stage {
            Stage::Sealing { done, size } => ("sealing", done, size),
            Stage::Uploading { done, size } => ("uploading", done, size),
            Stage::Opening { done, size } => ("opening", done, size),
            Stage::Telling => ("waiting for the chain", 1, 1),
        };
        let percent = (done * 100).checked_div(size).unwrap_or(100);
        if !quiet && size > 1 << 20 && percent != last {
            last = percent;
            eprint!("\r{doing} {percent:3} % ");
        }
    }
}
