//! Files that are made from others and committed: they must be what would be made now.

use crate::{
    build::{self, Scope},
    runtime, say,
    site::Site,
};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Compares the snapshot that the typed client is generated from with the runtime's own metadata.
pub(super) fn metadata(site: &Site, node: &Path) -> Result<()> {
    let snapshot = snapshot(site);
    let kept = fs::read(&snapshot).with_context(|| format!("{} cannot be read", site.short(&snapshot)))?;
    ensure!(kept == exported(node)?, "{} is not the runtime's metadata any more", site.short(&snapshot));
    Ok(())
}

/// Writes the snapshot anew from the runtime in the node.
pub(crate) fn write_metadata(site: &Site) -> Result<()> {
    let built = build::workspace(site, Scope::Programs)?;
    let node = build::keep(site, &built, "chartkey-node")?;
    let snapshot = snapshot(site);
    say::step("Writing the metadata snapshot", "see the node's words above", || {
        Ok(fs::write(&snapshot, exported(&node)?)?)
    })
}

/// Builds the contracts again and compares them with the committed bundles, where this is the compiler that made them:
/// another one rightly gives other bytes.
pub(super) fn bundles(site: &Site) -> Result<()> {
    let manifest = site.root.join("contracts").join("bundles").join("manifest.toml");
    let manifest =
        fs::read_to_string(&manifest).with_context(|| format!("{} cannot be read", site.short(&manifest)))?;
    let manifest: toml::Table = toml::from_str(&manifest)?;
    let made_by = manifest["compiler"].as_str().context("the manifest names no compiler")?;
    let here = String::from_utf8(runtime::output(Command::new("rustc").arg("--version"))?)?;
    if made_by != here.trim() {
        say::note(format_args!("left out: the bundles were made by {made_by}, and this is {}", here.trim()));
        return Ok(());
    }
    bundler(site, "verify")
}

/// Writes the bundles anew.
pub(crate) fn write_bundles(site: &Site) -> Result<()> {
    let next = "mend what the compiler names above, then repeat the command";
    say::step("Building the contracts", next, || bundler(site, "write"))
}

/// Runs the program that builds contracts; it is compiled when it is first needed.
fn bundler(site: &Site, verb: &str) -> Result<()> {
    let mut cargo = site.runner_cargo();
    cargo.args(["build", "--quiet", "--package=chartkey-tasks", "--bin=chartkey-bundles", "--features=bundles"]);
    let built: Vec<_> = build::artifacts(&mut cargo)?.into_iter().filter_map(build::Artifact::executable).collect();
    let program = build::find(&built, "chartkey-bundles")?;
    let mut bundler = Command::new(&program.path);
    bundler.arg("--root").arg(&site.root).arg("--target-dir").arg(&site.target).arg(verb);
    let done = bundler.stdout(std::io::stderr()).status()?;
    ensure!(done.success(), "chartkey-bundles {verb} failed ({done})");
    Ok(())
}

fn snapshot(site: &Site) -> PathBuf {
    site.root.join("chain-config").join("metadata").join("chartkey.scale")
}

fn exported(node: &Path) -> Result<Vec<u8>> {
    runtime::output(Command::new(node).arg("export-metadata"))
}
