//! Everybody's day in a real browser, before the real service, its store and its chain.
//!
//! This program brings all of that up, with the people and the practice of `./dev up`, and hands over to
//! `tests/browser/run.mjs`, which walks the flows and counts them as a test program does.

use anyhow::{Context, Result, ensure};
use chartkey_tests::{
    clinic::account_named,
    shell::{Shell, Staying},
    stack::{Oracle, Stack, Wishes},
};
use std::{
    env,
    path::PathBuf,
    process::{Command, ExitCode, Stdio},
};

/// Who keeps parts of emergency keys.
const CUSTODIANS: [&str; 3] = ["Custodian1", "Custodian2", "Custodian3"];
/// Licences for those who join in the flows.
const LICENCES: &str = "number,name,role,phone,specialties,valid_until\n\
    MED-207731,Dr. Noor Haddad,doctor,+4915550017,101,2031-12-31\n";

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let stack = Stack::start().await?;
    let custodians = CUSTODIANS.map(account_named).into_iter().collect::<Result<_>>()?;
    let app = Some(place("CHARTKEY_APP")?);
    let oracle = Oracle::start_with(&stack, Wishes { custodians, app, ..Wishes::default() }).await?;
    let shell = Shell::at(&oracle)?;
    oracle.command(&["import-licences", &shell.file("licences.csv", LICENCES.as_bytes())?])?;
    stack.seed().await?;
    shell.p("nobody", &["demo"])?;
    let _watch = watch(&shell)?;
    browser(&oracle, &shell)
}

/// The custodians' services, which answer when a glass is broken.
fn watch(shell: &Shell) -> Result<Vec<Staying>> {
    let key = |name: &str| format!("//{name}");
    CUSTODIANS.iter().map(|name| shell.stay(name, &["--key", &key(name), "custodian", "run"])).collect()
}

/// The flows, with the words after this program's name choosing among them.
fn browser(oracle: &Oracle, shell: &Shell) -> Result<ExitCode> {
    let chosen = env::args().skip(1).filter(|word| !word.starts_with('-'));
    let mut node = Command::new("node");
    node.arg(place("CHARTKEY_ROOT")?.join("tests/browser/run.mjs")).args(chosen);
    node.env("CHARTKEY_URL", oracle.address()).env("CHARTKEY_SERVICE", oracle.url());
    node.env("CHARTKEY_MESSAGES", oracle.data().join("messages"));
    node.env("CHARTKEY_FOLDER", shell.folder()).stdin(Stdio::null());
    let end = node.status().context("Node is needed for this ring, and cannot be started")?;
    ensure!(end.code().is_some(), "the browser's tests were ended: {end}");
    Ok(if end.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn place(name: &str) -> Result<PathBuf> {
    env::var_os(name).map(PathBuf::from).with_context(|| format!("{name} is not set: run `./dev test e2e`"))
}
