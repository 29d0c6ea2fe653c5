//! Starts the oracle beside the node, set up for a development machine.

use crate::{
    app, say,
    service::{self, Service},
    site::Site,
};
use anyhow::{Context, Result, bail};
use std::{
    env, fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// The service's name in logs and status.
pub(crate) const ORACLE: &str = "oracle";
/// It waits for the node, makes its tables and answers.
const PATIENCE: Duration = Duration::from_secs(60);

/// The running oracle, or a new one; one older than its program is replaced, its state kept.
pub(crate) fn start(site: &Site, program: &Path, node: u16, custodians: &[String]) -> Result<Service> {
    say::step("Starting the oracle", "read its log: `./dev logs oracle`", || {
        let port = port()?;
        let (settings, changed) = set_up(site, port, node, custodians)?;
        if let Some(running) = Service::find(site, ORACLE) {
            if !running.outdated(program) && !changed {
                say::note(format_args!("already runs (process {}, port {port})", running.pid));
                return ready(site, running);
            }
            say::note("the running oracle is of another build or has other settings; it is replaced");
            running.stop(site)?;
        }
        let mut command = Command::new(program);
        command.current_dir(&site.root).arg("serve").arg("--settings").arg(settings);
        let service = Service::start(site, ORACLE, port, &mut command)?;
        ready(site, service)
    })
}

/// Stops the oracle and removes its state, which tells of one chain only.
pub(crate) fn forget(site: &Site) -> Result<()> {
    if let Some(service) = Service::find(site, ORACLE) {
        service.stop(site)?;
    }
    if site.oracle().exists() {
        fs::remove_dir_all(site.oracle())?;
    }
    Ok(())
}

/// Writes the settings and the two keys, which on a development chain everybody knows; says whether they are others than
/// before.
fn set_up(site: &Site, port: u16, node: u16, custodians: &[String]) -> Result<(PathBuf, bool)> {
    let folder = site.oracle();
    fs::create_dir_all(&folder)?;
    let (signer, faucet) = (folder.join("signer"), folder.join("faucet"));
    secret(&signer, "//Attester")?;
    secret(&faucet, "//Alice")?;
    let deployment = site.root.join("chain-config/deployments/dev.toml");
    let app = app::place(site, app::Form::Development);
    let settings = format!(
        "# Written by `./dev up`; every value is explained in oracle/src/settings.rs.\n\
         listen = \"127.0.0.1:{port}\"\n\
         domain = \"localhost:{port}\"\n\
         origins = [\"http://localhost:{port}\", \"http://127.0.0.1:{port}\"]\n\
         public_url = \"http://localhost:{port}\"\n\
         node = \"ws://127.0.0.1:{node}\"\n\
         public_node = \"ws://127.0.0.1:{node}\"\n\
         deployment = {deployment:?}\n\
         data = {folder:?}\n\
         signer = {signer:?}\n\
         faucet = {faucet:?}\n\
         app = {app:?}\n\
         custodians = {custodians:?}\n"
    );
    let path = folder.join("settings.toml");
    let changed = fs::read_to_string(&path).ok().as_ref() != Some(&settings);
    fs::write(&path, settings)?;
    Ok((path, changed))
}

/// Writes a key for its owner only.
fn secret(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text)?;
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(0o600))?)
}

/// Waits until it is ready; one that ended in the meantime has its last words shown.
fn ready(site: &Site, service: Service) -> Result<Service> {
    say::wait_until("the oracle to be ready", PATIENCE, || {
        if !service.runs() {
            bail!("the oracle ended:\n{}", service::last_words(site, ORACLE));
        }
        Ok(is_ready(service.port).then_some(()))
    })?;
    Ok(service)
}

/// Whether it answers, and its chain, database and store answer it.
pub(crate) fn is_ready(port: u16) -> bool {
    let asked = minreq::get(format!("http://127.0.0.1:{port}/ready")).with_timeout(2).send();
    asked.is_ok_and(|answer| answer.status_code == 200)
}

/// Where it is called on this machine.
pub(crate) fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

fn port() -> Result<u16> {
    match env::var("CHARTKEY_PORT") {
        Ok(port) => port.parse().context("CHARTKEY_PORT is no port"),
        Err(_) => Ok(8080),
    }
}
