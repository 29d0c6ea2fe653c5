//! Puts the four contracts on a chain, introduces them, has the first offices voted on, and checks all of it.
//!
//! Everything here can be run again: what stands is left alone, and what is missing is added.

pub mod apply;
pub mod bundles;
pub mod chain;
pub mod council;
pub mod network;
pub mod seed;
pub mod upgrade;
pub mod verify;

pub use bundles::Bundles;
pub use network::{Network, Person};

use anyhow::Context;
use chartkey_client::Deployment;
use std::path::{Path, PathBuf};

/// The file in which a network's deployment is noted.
pub fn deployment_file(folder: &Path, network: &str) -> PathBuf {
    folder.join(format!("{network}.toml"))
}

/// Reads a network's deployment; `None` when it was never deployed from here.
pub fn read_deployment(folder: &Path, network: &str) -> anyhow::Result<Option<Deployment>> {
    let file = deployment_file(folder, network);
    match std::fs::read_to_string(&file) {
        Ok(text) => Deployment::read(&text).map(Some).with_context(|| file.display().to_string()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| file.display().to_string()),
    }
}
