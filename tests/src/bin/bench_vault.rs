//! Measures the vault: natively beside age, in wasm under Node and in Chromium, and the memory a large file takes.
//!
//! `./dev bench vault` runs it; `--quick` does everything with a small part of the load, to see that it works.

use anyhow::Result;
use chartkey_tests::bench::{
    report::{Figures, quick},
    vault::{FULL, QUICK, measure},
};

#[tokio::main]
async fn main() -> Result<()> {
    let size = if quick()? { QUICK } else { FULL };
    let mut figures = Figures::begin();
    measure(&size, &mut figures).await?;
    println!("{}", figures.report("vault"));
    Ok(())
}
