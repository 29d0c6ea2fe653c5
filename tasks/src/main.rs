//! The task runner behind `./dev`: builds, starts, tests, measures and checks Chartkey.
//!
//! `./dev` makes sure of compiler and system packages, builds this crate and hands over. Progress goes to stderr;
//! what a verb is asked for (a status, a figure, the count of tests) goes to stdout. Every verb may be repeated:
//! what is done already is left alone.

mod say;
mod site;

mod build;
mod runtime;

mod app;
mod deploy;
mod oracle;
mod people;
mod rpc;
mod service;

mod bench;
mod check;
mod down;
mod logs;
mod rings;
mod status;
mod up;

use clap::{Parser, Subcommand};
use site::Site;
use std::process::ExitCode;

/// Chartkey's one command.
#[derive(Parser)]
#[command(name = "./dev", bin_name = "./dev", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Build, start chain and oracle, deploy the contracts, bring in demo people, and say where everything is
    Up {
        /// Forget the chain's state and start from genesis
        #[arg(long)]
        fresh: bool,
    },
    /// Build the app into .chartkey/app, or for everybody into .chartkey/app-release
    App {
        /// As small as it gets, without gallery and development wallet
        #[arg(long)]
        release: bool,
    },
    /// Stop what `up` started; the chain's state stays
    Down,
    /// What runs, where, and how far it is
    Status,
    /// Run the tests: every ring, or the one named (unit, contracts, chain, vault, store, oracle, worker; frontend and e2e only when named)
    Test {
        /// The ring to run
        ring: Option<String>,
        /// Also run the tests marked as long
        #[arg(long)]
        long: bool,
    },
    /// Measure: every bench, or the one named (app, chain, documents, images, oracle, store, vault)
    Bench {
        /// The bench to run
        name: Option<String>,
        /// Print the figures as one JSON object instead of a table
        #[arg(long)]
        json: bool,
        /// Do everything with a small part of the load, to see that it works
        #[arg(long)]
        quick: bool,
        /// How many pages the bench of documents reads
        #[arg(long, value_name = "N")]
        pages: Option<usize>,
    },
    /// Format, lints on native and wasm, documentation, dependency policy, generated files
    Check,
    /// Show the last lines a service wrote, or every service's
    Logs {
        /// The service
        service: Option<String>,
        /// Keep showing what is written
        #[arg(long, short)]
        follow: bool,
    },
    /// For maintainers: rebuild the contracts' release bundles and the metadata snapshot
    Bundle,
}

fn main() -> ExitCode {
    match run(Arguments::parse().verb) {
        Ok(code) => code,
        Err(error) => {
            say::stopped(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(verb: Verb) -> anyhow::Result<ExitCode> {
    let site = Site::find()?;
    match verb {
        Verb::Up { fresh } => up::run(&site, fresh)?,
        Verb::App { release } => {
            let form = if release { app::Form::Release } else { app::Form::Development };
            println!("{}", app::build(&site, form)?.display());
        }
        Verb::Down => down::run(&site)?,
        Verb::Status => status::run(&site)?,
        Verb::Test { ring, long } => return rings::run(&site, ring.as_deref(), long),
        Verb::Bench { name, json, quick, pages } => match name.as_deref() {
            Some(bench::DOCUMENTS) => bench::documents(&site, json, quick, pages)?,
            Some(bench::IMAGES) => bench::images(&site, json, quick)?,
            name => bench::run(&site, name, json, quick)?,
        },
        Verb::Check => return check::run(&site),
        Verb::Logs { service, follow } => logs::run(&site, service.as_deref(), follow)?,
        Verb::Bundle => {
            check::generated::write_bundles(&site)?;
            check::generated::write_metadata(&site)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
