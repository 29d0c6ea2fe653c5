//! One build for everything: node, tools and tests come out of the same command, so nothing is compiled twice.
//!
//! Cargo unites the features of all packages it is asked for. Asking for one package alone would give its 1,400
//! dependencies other features and compile them again; so every verb builds all default members, and picks what it
//! wants from the answer.

use crate::{say, site::Site};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// What to build.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Libraries and programs.
    Programs,
    /// Also every test.
    Tests,
}

/// Something executable that came out of a build.
#[derive(Debug, Clone)]
pub(crate) struct Built {
    /// The package it belongs to.
    pub(crate) package: String,
    /// The target's name: the program, the library, or the test file.
    pub(crate) name: String,
    /// Whether it runs tests.
    pub(crate) test: bool,
    /// Whether it is a test file of its own, beside the sources.
    pub(crate) integration: bool,
    /// The file to run.
    pub(crate) path: PathBuf,
    /// The package's folder, in which its tests run.
    pub(crate) folder: PathBuf,
}

/// Builds the workspace and lists every program and test.
pub(crate) fn workspace(site: &Site, scope: Scope) -> Result<Vec<Built>> {
    let mut cargo = site.cargo();
    cargo.arg("build");
    let what = match scope {
        Scope::Programs => "Building node and tools",
        Scope::Tests => {
            cargo.args(["--lib", "--bins", "--tests"]);
            "Building node, tools and tests"
        }
    };
    say::step(what, "mend what the compiler names above, then repeat the command", || {
        Ok(artifacts(&mut cargo)?.into_iter().filter_map(Artifact::executable).collect())
    })
}

/// Builds the worker: the program alone, or its tests and benches too. With the benches' features either way, so that
/// nothing is compiled twice.
pub(crate) fn worker(site: &Site, scope: Scope) -> Result<Vec<Built>> {
    let mut cargo = site.worker_cargo();
    match scope {
        Scope::Programs => cargo.args(["build", "--bin=ml-worker"]),
        Scope::Tests => cargo.args(["test", "--no-run"]),
    };
    cargo.args(["--locked", "--package=chartkey-worker", "--features=bench"]);
    say::step("Building the worker", "mend what the compiler names above, then repeat the command", || {
        Ok(artifacts(&mut cargo)?.into_iter().filter_map(Artifact::executable).collect())
    })
}

/// Runs a cargo command and collects what it says it made. The compiler's own words go straight to the reader.
pub(crate) fn artifacts(cargo: &mut Command) -> Result<Vec<Artifact>> {
    let mut child = cargo
        .arg("--message-format=json-render-diagnostics")
        .stdout(Stdio::piped())
        .stdin(Stdio::null())
        .spawn()
        .context("cargo cannot be started")?;
    let told = child.stdout.take().context("cargo's answers cannot be read")?;
    let mut made = Vec::new();
    for line in BufReader::new(told).lines() {
        if let Ok(Message::CompilerArtifact(artifact)) = serde_json::from_str(&line?) {
            made.push(artifact);
        }
    }
    if !child.wait()?.success() {
        bail!("cargo could not build");
    }
    Ok(made)
}

/// Keeps a program of ours in `.chartkey/bin/`, so that another checkout's build cannot replace it while it runs.
pub(crate) fn keep(site: &Site, built: &[Built], name: &str) -> Result<PathBuf> {
    let program = find(built, name)?;
    let kept = site.state.join("bin").join(name);
    if !same(&program.path, &kept) {
        fs::create_dir_all(site.state.join("bin"))?;
        let coming = kept.with_extension("coming");
        fs::copy(&program.path, &coming).with_context(|| format!("{name} cannot be copied"))?;
        // A rename, because a running program's file cannot be written to.
        fs::rename(&coming, &kept)?;
    }
    Ok(kept)
}

/// The program called `name` among what was built.
pub(crate) fn find<'b>(built: &'b [Built], name: &str) -> Result<&'b Built> {
    built
        .iter()
        .find(|built| built.name == name && !built.test)
        .with_context(|| format!("the workspace has no program called {name}"))
}

/// Whether the copy is at least as new as the original and of its size.
fn same(original: &Path, copy: &Path) -> bool {
    let (Ok(original), Ok(copy)) = (fs::metadata(original), fs::metadata(copy)) else { return false };
    let newer = matches!((original.modified(), copy.modified()), (Ok(original), Ok(copy)) if copy >= original);
    newer && original.len() == copy.len()
}

#[derive(Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Message {
    CompilerArtifact(Artifact),
    #[serde(other)]
    Other,
}

/// Cargo's word on one thing it made.
#[derive(Deserialize)]
pub(crate) struct Artifact {
    package_id: String,
    manifest_path: PathBuf,
    target: Target,
    profile: Profile,
    /// Every file of this artifact.
    pub(crate) filenames: Vec<PathBuf>,
    executable: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    kind: Vec<String>,
    name: String,
}

#[derive(Deserialize)]
struct Profile {
    test: bool,
}

impl Artifact {
    /// The package's name, out of an id like `path+file:///checkout/tests#chartkey-tests@0.1.0`.
    pub(crate) fn package(&self) -> &str {
        let (place, version) = self.package_id.rsplit_once('#').unwrap_or(("", &self.package_id));
        match version.split_once('@') {
            Some((name, _)) => name,
            None => place.rsplit('/').next().unwrap_or(place),
        }
    }

    /// The program, if it is one.
    pub(crate) fn executable(self) -> Option<Built> {
        Some(Built {
            package: self.package().to_owned(),
            folder: self.manifest_path.parent()?.to_owned(),
            test: self.profile.test,
            integration: self.target.kind.iter().any(|kind| kind == "test"),
            name: self.target.name,
            path: self.executable?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn artifact(id: &str) -> Artifact {
        let line = format!(
            r#"{{"reason":"compiler-artifact","package_id":"{id}","manifest_path":"/c/tests/Cargo.toml",
                "target":{{"kind":["test"],"name":"chain_quorum"}},"profile":{{"test":true}},"filenames":[],
                "executable":"/t/chain_quorum-1"}}"#
        );
        match serde_json::from_str(&line) {
            Ok(Message::CompilerArtifact(artifact)) => artifact,
            _ => panic!("an artifact line is read as something else"),
        }
    }

    #[test]
    fn a_package_is_named_by_its_id_in_both_spellings() {
        assert_eq!(artifact("path+file:///c/tests#chartkey-tests@0.1.0").package(), "chartkey-tests");
        assert_eq!(artifact("path+file:///c/chartkey-tests#0.1.0").package(), "chartkey-tests");
    }

    #[test]
    fn an_integration_test_is_known_as_one() {
        let built = artifact("path+file:///c/tests#chartkey-tests@0.1.0").executable().expect("it has a file");
        assert!(built.integration && built.test);
        assert_eq!(built.folder, Path::new("/c/tests"));
    }
}
