//! The power goes, again and again, under load: nothing acknowledged is lost, nothing is done twice, nothing was released
//! without a line in the log, and the log hangs together.

mod load;

use anyhow::{Result, ensure};
use chartkey_store::Embedded;
use chartkey_tests::stack::{Oracle, Stack};
use load::Load;
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::time::Duration;
use tokio::task::LocalSet;

/// What loses its power.
#[derive(Clone, Copy, Debug)]
enum Victim {
    Oracle,
    Node,
    Both,
}

/// A sample of the runs below, in every test.
#[tokio::test]
async fn a_few_power_cuts_lose_nothing() -> Result<()> {
    LocalSet::new().run_until(cut(8, 1)).await
}

/// Two hundred power cuts; takes about half an hour.
#[tokio::test]
#[ignore = "long"]
async fn two_hundred_power_cuts_lose_nothing() -> Result<()> {
    LocalSet::new().run_until(cut(200, 2)).await
}

async fn cut(runs: usize, seed: u64) -> Result<()> {
    let mut dice = StdRng::seed_from_u64(seed);
    let mut stack = Stack::start().await?;
    let mut oracle = Oracle::start(&stack).await?;
    let load = Load::begin(&stack, &oracle).await?;
    for run in 0..runs {
        let victim = [Victim::Oracle, Victim::Node, Victim::Both][dice.gen_range(0..3)];
        let (running, cut) = (load.run(&stack), Duration::from_millis(dice.gen_range(200..2500)));
        tokio::time::sleep(cut).await;
        if !matches!(victim, Victim::Node) {
            oracle.kill();
        }
        if !matches!(victim, Victim::Oracle) {
            stack.kill(0);
        }
        tokio::time::sleep(Duration::from_millis(dice.gen_range(0..500))).await;
        running.stop().await;
        if !matches!(victim, Victim::Oracle) {
            stack.start_again(0).await?;
        }
        if !matches!(victim, Victim::Node) {
            oracle.launch()?;
        }
        oracle.ready().await?;
        load.check(&stack).await.map_err(|error| error.context(format!("run {run}, {victim:?} after {cut:?}")))?;
    }
    let told = load.conclude(&stack).await?;
    oracle.stop().await?;
    let audit = Embedded::open(oracle.data().join("blobs"))?.audit().await?;
    ensure!(audit.damaged.is_empty() && audit.unaccounted.is_empty(), "the store: {audit:?}");
    println!("{runs} power cuts: {told}; 0 lost, 0 duplicated, 0 unlogged, log intact");
    Ok(())
}
