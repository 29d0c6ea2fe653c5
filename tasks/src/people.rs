//! The people of a development chain: their vaults and records, made by `chartkey demo`, and the services of those who
//! keep parts of emergency keys.

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

/// Starts the custodians' services, which answer broken glasses, or leaves those alone that run.
pub(crate) fn keep_watch(site: &Site, shell: &Path, oracle: u16, passphrase: &str) -> Result<()> {
    say::step("Starting the custodians", "read their logs: `./dev logs custodian1`", || {
        for (name, key) in CUSTODIANS {
            if let Some(running) = Service::find(site, name) {
                if !running.outdated(shell) && watches(site, name) == Some(oracle) {
                    continue;
                }
                running.stop(site)?;
            }
            let home = folder(site).join(name);
            // What was believed of the service at another port would only be in the way; nothing else is kept here.
            if home.exists() {
                fs::remove_dir_all(&home)?;
            }
            fs::create_dir_all(&home)?;
            fs::write(home.join("port"), oracle.to_string())?;
            let mut command = chartkey(site, shell, &home);
            command.args(["--url", &oracle::address(oracle), "--key", key, "custodian", "run"]);
            command.env("CHARTKEY_PASSPHRASE", passphrase);
            let service = Service::start(site, name, NO_PORT, &mut command)?;
            if !service.runs() {
                bail!("{name} ended:\n{}", service::last_words(site, name));
            }
        }
        Ok(())
    })
}

/// They answer nobody; they ask.
pub(crate) const NO_PORT: u16 = 0;

/// Stops the custodians and forgets what this machine remembers of the demo people.
pub(crate) fn forget(site: &Site) -> Result<()> {
    for (name, _) in CUSTODIANS {
        if let Some(service) = Service::find(site, name) {
            service.stop(site)?;
        }
    }
    match fs::remove_dir_all(folder(site)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Which oracle a custodian's service was started for.
fn watches(site: &Site, name: &str) -> Option<u16> {
    fs::read_to_string(folder(site).join(name).join("port")).ok()?.parse().ok()
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
