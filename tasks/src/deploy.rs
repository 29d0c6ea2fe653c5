//! Puts contracts and people on a running chain, through the `chartkey-deploy` program.

use crate::{say, site::Site};
use anyhow::{Result, ensure};
use std::{path::Path, process::Command};

/// Uploads and introduces the contracts, seeds demo people, and makes sure that what runs is what was built. What is on
/// chain already is left alone.
pub(crate) fn apply_and_seed(site: &Site, deploy: &Path, port: u16) -> Result<()> {
    let run = |verb: &str| {
        let mut command = Command::new(deploy);
        command.current_dir(&site.root).args([verb, "--network", "dev", "--url", &format!("ws://127.0.0.1:{port}")]);
        // The deployer's words are progress, not a result.
        command.stdout(std::io::stderr());
        let done = command.status()?;
        ensure!(done.success(), "chartkey-deploy {verb} failed ({done})");
        Ok(())
    };
    let next = "see `./dev logs node`; when the chain itself is at fault, `./dev up --fresh` begins anew";
    say::step("Deploying the contracts", next, || run("apply"))?;
    say::step("Registering demo people", next, || run("seed"))?;
    let next = "the bundles changed since the chain was born: `chartkey-deploy upgrade`, or `./dev up --fresh`";
    say::step("Comparing the code on chain with the code built", next, || run("verify"))
}
