//! The programs we are measured beside: where they are, where they write, and that they end.

use anyhow::{Context, Result};
use std::{
    env,
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

/// A program that ends with the bench.
pub struct Rival(Child);

impl Rival {
    /// Starts it; its words go nowhere.
    pub fn start(command: &mut Command) -> Result<Self> {
        let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn();
        Ok(Self(child.with_context(|| format!("{} cannot be started", command.get_program().display()))?))
    }

    /// Whether it has ended already.
    pub fn ended(&mut self) -> Result<bool> {
        Ok(self.0.try_wait()?.is_some())
    }
}

impl Drop for Rival {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A program that the set-up unpacked into the cache, or the machine's own of that name.
pub fn program(name: &str) -> Option<PathBuf> {
    let unpacked = env::var_os("CHARTKEY_CACHE").map(|cache| PathBuf::from(cache).join(name).join("usr/sbin"));
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = unpacked.into_iter().chain(env::split_paths(&path));
    folders.map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// A folder beside what was built, where all write alike: `/tmp` may be memory, which flatters whoever flushes more.
pub fn scratch() -> Result<TempDir> {
    let disk = env::var_os("CHARTKEY_CACHE").map_or_else(env::temp_dir, PathBuf::from);
    tempfile::Builder::new().prefix("bench-").tempdir_in(disk).context("no folder for the bench")
}

/// A port nobody uses now.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
