//! Builds the contracts' release bundles, or checks that the committed ones are what the sources give.
//!
//! `./dev bundle` and `./dev check` start it; both say which step it was when it fails.

#[path = "../bundle.rs"]
mod bundle;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use std::path::PathBuf;

#[derive(Parser)]
struct Arguments {
    /// The checkout
    #[arg(long)]
    root: PathBuf,
    /// Where to compile
    #[arg(long)]
    target_dir: PathBuf,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Build the bundles and write them
    Write,
    /// Build the bundles and compare them with the committed ones
    Verify,
}

fn main() -> Result<()> {
    let Arguments { root, target_dir, verb } = Arguments::parse();
    match verb {
        Verb::Write => {
            for (name, code) in bundle::write(&root, &target_dir)?.contracts {
                eprintln!("  {name}: {} bytes", code.bytes);
            }
            Ok(())
        }
        Verb::Verify => bundle::verify(&root, &target_dir).context("the committed bundles were not confirmed"),
    }
}
