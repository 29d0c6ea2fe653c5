//! Measures the record store beside Kubo.
//!
//! `./dev bench store` runs it; `--quick` does everything with a small part of the load, to see that it works.

use anyhow::Result;
use chartkey_tests::bench::{
    report::{Figures, quick},
    store::{FULL, QUICK, measure},
};

#[tokio::main]
async fn main() -> Result<()> {
    let sizes = if quick()? { QUICK } else { FULL };
    let mut figures = Figures::begin();
    measure(&sizes, &mut figures).await?;
    println!("{}", figures.report("store"));
    Ok(())
}
