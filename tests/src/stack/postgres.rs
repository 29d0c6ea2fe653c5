//! A real PostgreSQL for a test: a cluster of its own in a folder that is gone afterwards.

use super::{
    free_ports,
    process::{PATIENCE, Process},
};
use crate::expect::wait_until;
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// The user Debian makes for the server, which refuses to run as root.
const USER: &str = "postgres";

/// A running server.
pub struct Postgres {
    _server: Process,
    port: u16,
    _folder: TempDir,
}

impl Postgres {
    /// Makes a cluster and starts it; `None` on a machine without PostgreSQL, which the caller says aloud.
    pub async fn start() -> Result<Option<Self>> {
        let Some(programs) = programs()? else { return Ok(None) };
        let folder = tempfile::Builder::new().prefix("chartkey-postgres-").tempdir()?;
        let root = Command::new("id").arg("-u").output()?.stdout == b"0\n";
        if root {
            let owned = Command::new("chown").arg(USER).arg(folder.path()).status()?;
            ensure!(owned.success(), "the cluster's folder cannot be given to {USER}");
        }
        let program = |name: &str| {
            let path = programs.join(name);
            if root {
                let mut command = Command::new("runuser");
                command.args(["-u", USER, "--"]).arg(path);
                command
            } else {
                Command::new(path)
            }
        };
        let data = folder.path().join("data");
        let made =
            program("initdb").arg("-D").arg(&data).args(["-U", "chartkey", "-A", "trust", "-E", "UTF8"]).output()?;
        ensure!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));

        let port = free_ports(1)?[0];
        let mut command = program("postgres");
        command.arg("-D").arg(&data).args(["-h", "127.0.0.1", "-p", &port.to_string()]).arg("-k").arg(folder.path());
        let log = tempfile::NamedTempFile::new()?.into_temp_path().keep()?;
        let mut server = Process::start(&mut command, log)?;
        wait_until("PostgreSQL to answer", PATIENCE, async || {
            server.expect_running()?;
            let asked = program("pg_isready").args(["-h", "127.0.0.1", "-p", &port.to_string()]).output()?;
            Ok(asked.status.success().then_some(()))
        })
        .await?;
        Ok(Some(Self { _server: server, port, _folder: folder }))
    }

    /// Where its database is.
    pub fn url(&self) -> String {
        format!("postgres://chartkey@127.0.0.1:{}/postgres", self.port)
    }
}

/// Where the newest installed server's programs are.
fn programs() -> Result<Option<PathBuf>> {
    let versions = Path::new("/usr/lib/postgresql");
    if !versions.exists() {
        return Ok(None);
    }
    let mut found: Vec<_> =
        fs::read_dir(versions).context("PostgreSQL's folder")?.flatten().map(|one| one.path()).collect();
    found.sort();
    Ok(found.pop().map(|version| version.join("bin")).filter(|bin| bin.join("postgres").exists()))
}
