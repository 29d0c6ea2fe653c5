//! Where things are: the checkout, its state folder, and the cache shared between checkouts.

use anyhow::{Context, Result};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The places every verb works in.
pub(crate) struct Site {
    /// The checkout.
    pub(crate) root: PathBuf,
    /// What belongs to this checkout and is not in git: chain data, logs, process records, binaries in use.
    pub(crate) state: PathBuf,
    /// Cargo's target folder for the workspace, shared between checkouts.
    pub(crate) target: PathBuf,
    /// Where the runner's own build lives, apart from the workspace's.
    runner_target: PathBuf,
}

impl Site {
    /// Reads the places from what `./dev` exports.
    pub(crate) fn find() -> Result<Self> {
        let place = |name: &str| {
            env::var_os(name).map(PathBuf::from).with_context(|| format!("{name} is not set; start through ./dev"))
        };
        let root = place("CHARTKEY_ROOT")?;
        let cache = place("CHARTKEY_CACHE")?;
        let state = root.join(".chartkey");
        fs::create_dir_all(state.join("logs")).context("the state folder .chartkey/ cannot be made")?;
        Ok(Self { state, root, target: place("CARGO_TARGET_DIR")?, runner_target: cache.join("runner") })
    }

    /// A `cargo` command at the root, with the shared target folder.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        cargo
    }

    /// A `cargo` command for this crate alone, as `./dev` builds it: apart, and without an optimizer.
    pub(crate) fn runner_cargo(&self) -> Command {
        let mut cargo = self.cargo();
        cargo.env("CARGO_TARGET_DIR", &self.runner_target).env("CARGO_PROFILE_DEV_OPT_LEVEL", "0");
        cargo
    }

    /// A `cargo` command for the worker. It shares crates with the chain and wants other parts of them: built together,
    /// each change of the one would compile much of the other anew.
    pub(crate) fn worker_cargo(&self) -> Command {
        let mut cargo = self.cargo();
        cargo.env("CARGO_TARGET_DIR", self.cache().join("worker"));
        cargo
    }

    /// The development chain's folder: its spec, its keys and its blocks.
    pub(crate) fn chain(&self) -> PathBuf {
        self.state.join("chain").join("dev")
    }

    /// The oracle's folder: its settings, its keys, its database and its blocks.
    pub(crate) fn oracle(&self) -> PathBuf {
        self.state.join("oracle")
    }

    /// What is shared between checkouts.
    pub(crate) fn cache(&self) -> &Path {
        self.runner_target.parent().unwrap_or(&self.runner_target)
    }

    /// A program the set-up put into the cache for tests, where the machine has what that takes.
    pub(crate) fn peer(&self, program: &str) -> Option<PathBuf> {
        let program = self.cache().join(program);
        program.exists().then_some(program)
    }

    /// Where chain specs for tests lie.
    pub(crate) fn specs(&self) -> PathBuf {
        self.state.join("specs")
    }

    /// The log a service writes.
    pub(crate) fn log(&self, service: &str) -> PathBuf {
        self.state.join("logs").join(format!("{service}.log"))
    }

    /// `path` as seen from the checkout, for messages.
    pub(crate) fn short<'p>(&self, path: &'p Path) -> std::path::Display<'p> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}
