//! Everybody's day in a real browser, before the real service, its store and its chain.
//!
//! This program brings all of that up, and hands over to `tests/browser/run.mjs`, which walks the flows and counts them
//! as a test program does.

use anyhow::{Context, Result, ensure};
use chartkey_tests::day::Day;
use std::{env, process::ExitCode};

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let day = Day::begin().await?;
    // The words after this program's name choose among the flows.
    let chosen = env::args().skip(1).filter(|word| !word.starts_with('-'));
    let end = day.program("run.mjs")?.args(chosen).status();
    let end = end.context("Node is needed for this ring, and cannot be started")?;
    ensure!(end.code().is_some(), "the browser's tests were ended: {end}");
    Ok(if end.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
