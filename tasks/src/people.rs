//! The people of a development chain: their vaults and records, made by `chartkey demo`, and the services of those who
//! keep parts of emergency keys, and of the worker who reads.

use crate::{
    oracle, say,
    service::{self, Service},
    site::Site,
};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The custodians' services in logs and status, and the keys everybody knows them by.
const CUSTODIANS: [(&str, &str); 3] =
    [("custodian1", "//Custodian1"), ("custodian2", "//Custodian2"), ("custodian3", "//Custodian3")];

/// The custodians' accounts, for the oracle's settings.
pub(crate) fn custodians(site: &Site, shell: &Path) -> Result<Vec<String>> {
    let account = |(_, key): &(&str, &str)| {
        let said =
            chartkey(site, shell, &folder(site)).args(["--json", "--key", key, "account", "address"]).output()?;
        ensure!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        let said: Value = serde_json::from_slice(&said.stdout)?;
        Ok(said["account"].as_str().context("no account was said")?.to_owned())
    };
    CUSTODIANS.iter().map(account).collect()
}

/// Gives everybody who is seeded a vault, and patients a practice that lives. What was done is left alone. Gives the
/// passphrase of all of them.
pub(crate) fn bring_in(site: &Site, shell: &Path, oracle: u16) -> Result<String> {
    let next = "read the words above; `./dev logs oracle` may say more, `./dev up --fresh` begins anew";
    say::step("Giving the demo people vaults and records", next, || {
        let mut command = chartkey(site, shell, &folder(site));
        command.args(["--json", "--url", &oracle::address(oracle), "demo"]);
        let done = command.stderr(Stdio::inherit()).output()?;
        ensure!(done.status.success(), "chartkey demo failed ({})", done.status);
        let said: Value = serde_json::from_slice(&done.stdout)?;
        say::note(format_args!("{} steps were new", said["new"]));
        Ok(said["passphrase"].as_str().context("no passphrase was said")?.to_owned())
    })
}

/// Who serves the others on this machine, and with what programs.
pub(crate) struct Staff<'a> {
    /// `chartkey`, which holds their keys.
    pub(crate) shell: &'a Path,
    /// `ml-worker`, which reads for the worker.
    pub(crate) reader: &'a Path,
    /// The oracle's port.
    pub(crate) oracle: u16,
    /// The passphrase of all of them.
    pub(crate) passphrase: &'a str,
}

impl Staff<'_> {
    /// Starts the custodians' services, which answer broken glasses.
    pub(crate) fn keep_watch(&self, site: &Site) -> Result<()> {
        say::step("Starting the custodians", "read their logs: `./dev logs custodian1`", || {
            CUSTODIANS.iter().try_for_each(|(name, key)| self.start(site, name, key, &["custodian", "run"]))
        })
    }

    /// Starts the worker's service, which reads what patients ask it to.
    pub(crate) fn read(&self, site: &Site) -> Result<()> {
        say::step("Starting the worker", "read its log: `./dev logs worker`", || {
            let reader = self.reader.to_str().context("a program's path is no text")?;
            self.start(site, WORKER, "//Worker", &["job", "work", "--stay", "--serves", "--", reader, "serve"])
        })
    }

    /// Starts a service in somebody's name, or leaves it alone where it runs as it should.
    fn start(&self, site: &Site, name: &str, key: &str, words: &[&str]) -> Result<()> {
        let home = folder(site).join(name);
        let programs = [self.shell, self.reader].map(service::changed);
        let started_for = format!("{} {:?}", self.oracle, programs.into_iter().collect::<Result<Vec<_>>>()?);
        if let Some(running) = Service::find(site, name) {
            if fs::read_to_string(home.join(STARTED_FOR)).is_ok_and(|text| text == started_for) {
                return Ok(());
            }
            running.stop(site)?;
        }
        // What was believed of the service at another port would only be in the way; nothing else is kept here.
        if home.exists() {
            fs::remove_dir_all(&home)?;
        }
        fs::create_dir_all(&home)?;
        fs::write(home.join(STARTED_FOR), started_for)?;
        let mut command = chartkey(site, self.shell, &home);
        command.args(["--url", &oracle::address(self.oracle), "--key", key]).args(words);
        command.env("CHARTKEY_PASSPHRASE", self.passphrase);
        let service = Service::start(site, name, NO_PORT, &mut command)?;
        if !service.runs() {
            bail!("{name} ended:\n{}", service::last_words(site, name));
        }
        Ok(())
    }
}

/// The worker's service in logs and status.
const WORKER: &str = "worker";
/// In a service's folder: the oracle's port and the programs' times, so that it is started anew for others.
const STARTED_FOR: &str = "started-for";

/// They answer nobody; they ask.
pub(crate) const NO_PORT: u16 = 0;

/// Stops custodians and worker, and forgets what this machine remembers of the demo people.
pub(crate) fn forget(site: &Site) -> Result<()> {
    for name in CUSTODIANS.map(|(name, _)| name).into_iter().chain([WORKER]) {
        if let Some(service) = Service::find(site, name) {
            service.stop(site)?;
        }
    }
    match fs::remove_dir_all(folder(site)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn folder(site: &Site) -> PathBuf {
    site.state.join("people")
}

/// The shell, as nobody in particular: what a developer set for it is theirs.
fn chartkey(site: &Site, shell: &Path, home: &Path) -> Command {
    let mut command = Command::new(shell);
    command.current_dir(&site.root).arg("--home").arg(home);
    for setting in ["HOME", "URL", "NODE_URL", "DEPLOYMENT", "KEY", "PASSPHRASE"] {
        command.env_remove(format!("CHARTKEY_{setting}"));
    }
    command
}
