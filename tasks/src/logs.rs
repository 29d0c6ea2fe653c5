//! `./dev logs`: what the services wrote.

use crate::site::Site;
use anyhow::{Context, Result, bail};
use std::{fs, process::Command};

/// Shows the last hundred lines of one service's log or of all; goes on showing with `follow`.
pub(crate) fn run(site: &Site, service: Option<&str>, follow: bool) -> Result<()> {
    let folder = site.state.join("logs");
    let mut known: Vec<String> = fs::read_dir(&folder)?
        .flatten()
        .filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    known.sort();
    if known.is_empty() {
        bail!("nothing has been logged yet; ./dev up starts the services");
    }
    let chosen = match service {
        Some(name) if known.iter().any(|known| known == name) => vec![name.to_owned()],
        Some(name) => bail!("{name} has no log; there are: {}", known.join(", ")),
        None => known,
    };
    let mut tail = Command::new("tail");
    tail.args(["-n", "100"]);
    if follow {
        tail.arg("-F");
    }
    tail.args(chosen.iter().map(|name| site.log(name))).status().context("tail cannot be started")?;
    Ok(())
}
