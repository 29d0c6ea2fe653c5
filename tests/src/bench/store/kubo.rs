//! Two Kubo nodes on one disk: one that flushes what it acknowledges, and one as it comes.

use crate::{bench::rivals::Rival, expect::wait_until};
use anyhow::{Result, ensure};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

const PATIENCE: Duration = Duration::from_secs(60);

/// A daemon on loopback.
pub(super) struct Node {
    _daemon: Rival,
    /// Its RPC address.
    pub(super) url: String,
}

/// First the one that flushes; `None` where there is no Kubo.
pub(super) async fn start(folder: &Path) -> Result<Option<[Node; 2]>> {
    let Some(ipfs) = env::var_os("CHARTKEY_KUBO").map(PathBuf::from) else { return Ok(None) };
    let flushing = one(&ipfs, &folder.join("flushing"), true).await?;
    Ok(Some([flushing, one(&ipfs, &folder.join("quick"), false).await?]))
}

async fn one(ipfs: &Path, repo: &Path, flushing: bool) -> Result<Node> {
    for step in [
        &["init", "--profile", "server"][..],
        &["config", "Addresses.API", "/ip4/127.0.0.1/tcp/0"],
        &["config", "Addresses.Gateway", "/ip4/127.0.0.1/tcp/0"],
        &["config", "--json", "Addresses.Swarm", "[]"],
        &["config", "--json", "AutoConf.Enabled", "false"],
        &["bootstrap", "rm", "--all"],
    ] {
        let done = Command::new(ipfs).env("IPFS_PATH", repo).args(step).output()?;
        ensure!(done.status.success(), "ipfs {step:?}: {}", String::from_utf8_lossy(&done.stderr));
    }
    if flushing {
        let config = fs::read_to_string(repo.join("config"))?;
        let (before, after) = (r#""sync": false"#, r#""sync": true"#);
        ensure!(config.contains(before), "this Kubo's settings are not understood");
        fs::write(repo.join("config"), config.replace(before, after))?;
    }
    let mut command = Command::new(ipfs);
    command.env("IPFS_PATH", repo).env("IPFS_TELEMETRY", "off").args(["daemon", "--offline"]);
    let mut daemon = Rival::start(&mut command)?;
    let url = wait_until("Kubo to serve", PATIENCE, async || {
        ensure!(!daemon.ended()?, "Kubo ended");
        let address = fs::read_to_string(repo.join("api")).unwrap_or_default();
        let Some((_, port)) = address.trim().rsplit_once('/') else { return Ok(None) };
        let open = tokio::net::TcpStream::connect(format!("127.0.0.1:{port}")).await.is_ok();
        Ok(open.then(|| format!("http://127.0.0.1:{port}")))
    })
    .await?;
    Ok(Node { _daemon: daemon, url })
}
