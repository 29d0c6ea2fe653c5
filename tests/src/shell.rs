//! `chartkey` as a person types it: one folder a person, answers as JSON.

use crate::stack::{Oracle, place};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};
use tempfile::TempDir;

/// A shell on a machine of its own.
pub struct Shell {
    program: PathBuf,
    url: String,
    folder: TempDir,
}

impl Shell {
    /// A shell that knows where the oracle is.
    pub fn at(oracle: &Oracle) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("chartkey-shell-").tempdir()?;
        Ok(Self { program: place("CHARTKEY_CLI")?, url: oracle.url(), folder })
    }

    /// Where files for commands lie.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file a command will read.
    pub fn file(&self, name: &str, content: &[u8]) -> Result<String> {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content)?;
        Ok(path.to_str().context("a path that is text")?.into())
    }

    /// The command as `who` would type it.
    pub fn command(&self, who: &str, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .arg("--home")
            .arg(self.folder.path().join("people").join(who))
            .arg("--json")
            .args(words)
            .current_dir(self.folder.path())
            .env("CHARTKEY_URL", &self.url)
            .env("CHARTKEY_PASSPHRASE", "seven quiet herons cross")
            .stdin(Stdio::null());
        command
    }

    /// Runs a command that must succeed.
    pub fn p(&self, who: &str, words: &[&str]) -> Result<Value> {
        answer(&self.command(who, words).output()?).with_context(|| format!("{who}: chartkey {}", words.join(" ")))
    }

    /// Runs a command with one thing more in its surroundings.
    pub fn with(&self, who: &str, variable: (&str, &str), words: &[&str]) -> Result<Value> {
        let done = self.command(who, words).env(variable.0, variable.1).output()?;
        answer(&done).with_context(|| format!("{who}: chartkey {}", words.join(" ")))
    }

    /// Runs a command that must be refused, and gives what it complained of.
    pub fn refused(&self, who: &str, words: &[&str]) -> Result<Value> {
        let done = self.command(who, words).output()?;
        if done.status.success() {
            bail!("{who} was not refused: chartkey {}", words.join(" "));
        }
        Ok(serde_json::from_slice(&done.stderr).unwrap_or(Value::Null))
    }

    /// Runs a command again until it succeeds, for what others have to do first.
    pub fn until(&self, who: &str, words: &[&str], good: impl Fn(&Value) -> bool) -> Result<Value> {
        let mut last = None;
        for _ in 0..100 {
            match self.p(who, words) {
                Ok(value) if good(&value) => return Ok(value),
                other => last = Some(other),
            }
            std::thread::sleep(std::time::Duration::from_millis(200));
        }
        bail!("{who} waited in vain: chartkey {}: {last:?}", words.join(" "))
    }

    /// Starts a command that goes on.
    pub fn stay(&self, who: &str, words: &[&str]) -> Result<Staying> {
        Ok(Staying(self.command(who, words).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?))
    }

    /// Somebody's account.
    pub fn account(&self, who: &str) -> Result<String> {
        text(&self.p(who, &["account", "address"])?, "account")
    }
}

/// A command that goes on until it is dropped.
pub struct Staying(Child);

impl Drop for Staying {
    fn drop(&mut self) {
        // Both fail only when it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A field of an answer.
pub fn text(value: &Value, field: &str) -> Result<String> {
    let found = value.get(field).and_then(Value::as_str);
    Ok(found.with_context(|| format!("no {field} in {value}"))?.to_owned())
}

fn answer(done: &Output) -> Result<Value> {
    if !done.status.success() {
        bail!("{}", String::from_utf8_lossy(&done.stderr));
    }
    Ok(serde_json::from_slice(&done.stdout)
        .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&done.stdout).into())))
}
