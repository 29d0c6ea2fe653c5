//! Measures the built app as a browser loads it: its size, how soon it can be used, and what Lighthouse says of it.
//!
//! `./dev bench app` runs it; `--quick` does everything with a small part of the load, to see that it works.

use anyhow::Result;
use chartkey_tests::bench::{
    app::{FULL, QUICK, measure},
    report::{Figures, quick},
};

#[tokio::main]
async fn main() -> Result<()> {
    let rounds = if quick()? { QUICK } else { FULL };
    let mut figures = Figures::begin();
    measure(rounds, &mut figures).await?;
    println!("{}", figures.report("app"));
    Ok(())
}
