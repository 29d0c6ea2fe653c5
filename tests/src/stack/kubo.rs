//! A real IPFS node for a test: offline, on loopback, in a folder that is gone afterwards.

use super::{
    free_ports,
    process::{PATIENCE, Process},
};
use crate::expect::wait_until;
use anyhow::{Result, ensure};
use std::{env, path::PathBuf, process::Command};
use tempfile::TempDir;

/// A running daemon.
pub struct Kubo {
    _daemon: Process,
    port: u16,
    _folder: TempDir,
}

impl Kubo {
    /// Starts the program the set-up built; `None` where there is none, which the caller says aloud.
    pub async fn start() -> Result<Option<Self>> {
        let Some(program) = env::var_os("CHARTKEY_KUBO").map(PathBuf::from) else { return Ok(None) };
        let folder = tempfile::Builder::new().prefix("chartkey-kubo-").tempdir()?;
        let ports = free_ports(2)?;
        let ipfs = |arguments: &[&str]| {
            let mut command = Command::new(&program);
            command.args(arguments).env("IPFS_PATH", folder.path().join("repo"));
            command
        };
        let gateway = format!("/ip4/127.0.0.1/tcp/{}", ports[1]);
        let api = format!("/ip4/127.0.0.1/tcp/{}", ports[0]);
        for step in [
            &["init", "--profile", "server"][..],
            &["config", "Addresses.API", &api],
            &["config", "Addresses.Gateway", &gateway],
        ] {
            let done = ipfs(step).output()?;
            ensure!(done.status.success(), "ipfs {step:?}: {}", String::from_utf8_lossy(&done.stderr));
        }
        let mut daemon = Process::start(&mut ipfs(&["daemon", "--offline"]), folder.path().join("daemon.log"))?;
        let ready = format!("http://127.0.0.1:{}/api/v0/version", ports[0]);
        let http = reqwest::Client::new();
        wait_until("Kubo to answer", PATIENCE, async || {
            daemon.expect_running()?;
            let asked = http.post(&ready).send().await;
            Ok(asked.is_ok_and(|answer| answer.status().is_success()).then_some(()))
        })
        .await?;
        Ok(Some(Self { _daemon: daemon, port: ports[0], _folder: folder }))
    }

    /// Its RPC address.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}
