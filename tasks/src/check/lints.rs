//! Clippy and rustdoc, with warnings denied.

use crate::site::Site;
use anyhow::{Context, Result, ensure};
use std::process::Command;

/// How cargo-clippy separates the arguments it hands to clippy-driver.
const SEPARATOR: &str = "__CLIPPY_HACKERY__";

/// Our own crates, with their tests.
pub(super) fn native(site: &Site) -> Result<()> {
    let mut cargo = site.cargo();
    linted(cargo.args(["build", "--lib", "--bins", "--tests", "--locked"]), &our_packages(site)?)
}

/// The worker, which is built by itself, with its bench.
pub(super) fn worker(site: &Site) -> Result<()> {
    let mut cargo = site.worker_cargo();
    linted(
        cargo.args(["test", "--no-run", "--locked", "--package=chartkey-worker", "--features=bench"]),
        &["chartkey-worker".into()],
    )
}

/// `cargo clippy` would check all 1,400 dependencies although they are compiled already; as the wrapper of an ordinary
/// build clippy sees only our crates, and the dependencies are taken as they are.
fn linted(cargo: &mut Command, packages: &[String]) -> Result<()> {
    cargo.env("RUSTC_WORKSPACE_WRAPPER", "clippy-driver").env("CLIPPY_ARGS", ["-Dwarnings", ""].join(SEPARATOR));
    // What this makes is only linted, never run, so the optimizer may rest. Dependencies keep their settings.
    for package in packages {
        cargo.args(["--config", &format!("profile.dev.package.{package}.opt-level=0")]);
    }
    run(cargo)
}

/// The task runner, whose few dependencies are checked in seconds.
pub(super) fn runner(site: &Site) -> Result<()> {
    let selection = ["--locked", "--package=chartkey-tasks", "--all-targets", "--all-features"];
    run(site.runner_cargo().arg("clippy").args(selection).args(["--", "-Dwarnings"]))
}

/// What a browser gets, compiled for it.
pub(super) fn browser(site: &Site) -> Result<()> {
    let selection = ["--package=chartkey-client", "--no-default-features", "--features=web"];
    let target = ["--locked", "--target=wasm32-unknown-unknown"];
    run(site.cargo().arg("clippy").args(selection).args(target).args(["--", "-Dwarnings"]))?;
    run(site.cargo().args(["doc", "--no-deps"]).args(selection).args(target).env("RUSTDOCFLAGS", "-Dwarnings"))?;
    // The app in both forms: what only one of them has must not hide what the other lacks.
    for form in [&["--package=chartkey-app"][..], &["--package=chartkey-app", "--features=development"]] {
        run(site.cargo().arg("clippy").args(form).args(target).args(["--", "-Dwarnings"]))?;
    }
    Ok(())
}

/// The rules as the contracts compile them: this target has no standard library, so none can creep in.
pub(super) fn bare(site: &Site) -> Result<()> {
    let selection = ["--package=chartkey-vocabulary", "--package=chartkey-rules", "--no-default-features"];
    let target = ["--locked", "--target=wasm32v1-none"];
    run(site.cargo().arg("clippy").args(selection).args(target).args(["--", "-Dwarnings"]))?;
    run(site.cargo().args(["doc", "--no-deps"]).args(selection).args(target).env("RUSTDOCFLAGS", "-Dwarnings"))
}

fn run(cargo: &mut Command) -> Result<()> {
    let done = cargo.stdout(std::io::stderr()).status().context("cargo cannot be started")?;
    ensure!(done.success(), "there are complaints");
    Ok(())
}

/// The names of the workspace's packages that a plain build covers.
fn our_packages(site: &Site) -> Result<Vec<String>> {
    let told = site.cargo().args(["metadata", "--locked", "--no-deps", "--format-version=1"]).output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&told.stdout).context("cargo metadata is not JSON")?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let names = packages.iter().filter_map(|package| package["name"].as_str());
    Ok(names
        .filter(|name| !["chartkey-tasks", "chartkey-app", "chartkey-worker"].contains(name))
        .map(str::to_owned)
        .collect())
}
