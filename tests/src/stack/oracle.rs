//! The oracle as a process, beside a stack's first node.

use super::{
    Stack, free_ports, place,
    process::{PATIENCE, Process},
};
use crate::expect::wait_until;
use anyhow::{Context, Result, ensure};
use chartkey_vocabulary::Account;
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// An oracle, running or not, with what it keeps.
pub struct Oracle {
    // Dropped in this order: it ends before its folder goes.
    running: Option<Process>,
    port: u16,
    starts: u32,
    skew: i64,
    data: PathBuf,
    folder: TempDir,
}

/// How a test's oracle differs from the default.
#[derive(Default)]
pub struct Wishes {
    /// `postgres://...` instead of a file.
    pub database: Option<String>,
    /// The RPC address of a Kubo node instead of a folder.
    pub kubo: Option<String>,
    /// Who keeps parts of emergency keys.
    pub custodians: Vec<Account>,
    /// A folder for its data, such as a small disk, instead of one beside the settings.
    pub data: Option<PathBuf>,
    /// The built app, to serve it.
    pub app: Option<PathBuf>,
    /// Lines for the `[limits]` table.
    pub limits: Vec<(&'static str, u64)>,
}

impl Oracle {
    /// An oracle with everything embedded, running and ready.
    pub async fn start(stack: &Stack) -> Result<Self> {
        Self::start_with(stack, Wishes::default()).await
    }

    /// An oracle set up as wished, running and ready.
    pub async fn start_with(stack: &Stack, wishes: Wishes) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("chartkey-oracle-").tempdir()?;
        let port = free_ports(1)?[0];
        fs::write(folder.path().join("deployment.toml"), stack.deployment().write()?)?;
        for (file, key) in [("signer", "//Attester"), ("faucet", "//Alice")] {
            let path = folder.path().join(file);
            fs::write(&path, key)?;
            fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
        }
        let node = stack.node(0).url()?;
        fs::write(folder.path().join("settings.toml"), settings(folder.path(), port, &node, &wishes))?;
        let data = wishes.data.clone().unwrap_or_else(|| folder.path().join("data"));
        let mut oracle = Self { running: None, port, starts: 0, skew: 0, data, folder };
        oracle.start_again().await?;
        Ok(oracle)
    }

    /// Starts it on what it left behind, and waits until it is ready.
    pub async fn start_again(&mut self) -> Result<()> {
        self.launch()?;
        self.ready().await
    }

    /// Starts it without waiting.
    pub fn launch(&mut self) -> Result<()> {
        ensure!(self.running.is_none(), "the oracle runs already");
        self.starts += 1;
        let log = self.folder.path().join(format!("oracle.{}.log", self.starts));
        let mut command = Command::new(place("CHARTKEY_ORACLE")?);
        command.arg("serve").arg("--settings").arg(self.settings());
        if self.skew != 0 {
            let library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";
            command.env("LD_PRELOAD", library).env("FAKETIME", format!("{:+}", self.skew));
        }
        self.running = Some(Process::start(&mut command, log)?);
        Ok(())
    }

    /// Waits until it says that it is ready.
    pub async fn ready(&mut self) -> Result<()> {
        let ready = format!("{}/ready", self.url());
        let http = reqwest::Client::new();
        let running = self.running.as_mut().context("the oracle does not run")?;
        wait_until("the oracle to be ready", PATIENCE, async || {
            running.expect_running()?;
            let answer = http.get(&ready).send().await;
            Ok(answer.is_ok_and(|answer| answer.status().is_success()).then_some(()))
        })
        .await
    }

    /// Ends it as a power cut would.
    pub fn kill(&mut self) {
        self.running = None;
    }

    /// From its next start on, its clock is ahead by so many seconds.
    pub fn set_clock(&mut self, skew: i64) {
        self.skew = skew;
    }

    /// Asks it to end, and waits until it has.
    pub async fn stop(&mut self) -> Result<()> {
        let end = self.running.take().context("the oracle does not run")?.end().await?;
        ensure!(end.success(), "it did not end in peace: {end}");
        Ok(())
    }

    /// Runs one of its other commands, such as `backup`, and gives what it wrote.
    pub fn command(&self, arguments: &[&str]) -> Result<String> {
        let mut command = Command::new(place("CHARTKEY_ORACLE")?);
        let done = command.args(arguments).arg("--settings").arg(self.settings()).output()?;
        ensure!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        Ok(String::from_utf8(done.stdout)?)
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its address as people see it in their browser.
    pub fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Where it keeps everything.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// What it has said in all its runs.
    pub fn words(&self) -> Result<String> {
        (1..=self.starts)
            .map(|start| Ok(fs::read_to_string(self.folder.path().join(format!("oracle.{start}.log")))?))
            .collect()
    }

    fn settings(&self) -> PathBuf {
        self.folder.path().join("settings.toml")
    }
}

fn settings(folder: &Path, port: u16, node: &str, wishes: &Wishes) -> String {
    let path = |name: &str| format!("{:?}", folder.join(name));
    let custodians: Vec<_> = wishes.custodians.iter().map(|account| format!("\"{account}\"")).collect();
    let mut text = format!(
        "listen = \"127.0.0.1:{port}\"\ndomain = \"localhost:{port}\"\npublic_url = \"http://127.0.0.1:{port}\"\n\
         node = \"{node}\"\npublic_node = \"{node}\"\ndeployment = {}\ndata = {}\nsigner = {}\nfaucet = {}\n\
         database = \"{}\"\ncustodians = [{}]\n",
        path("deployment.toml"),
        wishes.data.as_ref().map_or_else(|| path("data"), |data| format!("{data:?}")),
        path("signer"),
        path("faucet"),
        wishes.database.as_deref().unwrap_or("sqlite"),
        custodians.join(", "),
    );
    if let Some(app) = &wishes.app {
        text += &format!("app = {app:?}\n");
    }
    if let Some(kubo) = &wishes.kubo {
        text += &format!("[store]\nmain = \"{kubo}\"\n");
    }
    text += "[limits]\n";
    // Work is asked for, but not so much that a test waits for it; and a test asks faster than people do.
    let defaults = [("puzzle_bits", 8), ("anchor_every", 2), ("requests_per_minute", 1_000_000)];
    for (name, value) in defaults.iter().filter(|(name, _)| !wishes.limits.iter().any(|(own, _)| own == name)) {
        text += &format!("{name} = {value}\n");
    }
    for (name, value) in &wishes.limits {
        text += &format!("{name} = {value}\n");
    }
    text
}
