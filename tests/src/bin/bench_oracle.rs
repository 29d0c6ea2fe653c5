//! Measures the oracle: opening a record end to end, the blob door beside nginx, and the index of a large town.
//!
//! `./dev bench oracle` runs it; `--quick` does everything with a small part of the load, to see that it works.

use anyhow::Result;
use chartkey_tests::{
    bench::{
        door, index, openings,
        report::{Figures, progress, quick},
    },
    clinic::Clinic,
};

#[tokio::main]
async fn main() -> Result<()> {
    let quick = quick()?;
    let mut figures = Figures::begin();
    progress("A development node with the contracts, and an oracle with everything embedded");
    let clinic = Clinic::open().await?;
    openings::measure(&clinic, if quick { 20 } else { 200 }, &mut figures).await?;
    door::measure(&clinic, if quick { &door::QUICK } else { &door::FULL }, &mut figures).await?;
    // The index is asked in this process, and has the machine for itself.
    drop(clinic);
    index::measure(if quick { &index::QUICK } else { &index::FULL }, &mut figures).await?;
    println!("{}", figures.report("oracle"));
    Ok(())
}
