//! What the worker writes down, held against HL7's own rules for FHIR, where there is a Java to run them.

use super::run::{self, Count};
use crate::{build::Built, say, site::Site};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

/// The first Java that runs the engine.
const JAVA: u32 = 17;
/// Where the engine lies in the cache, as `tests/fhir/validate` has it.
const ENGINE: &str = "fhir-validation-8.8.1";

/// Makes pages of every kind and layout, well and badly read, and validates all that is said of them.
pub(super) fn resources(site: &Site, built: &[Built]) -> Result<Count> {
    if let Some(lack) = lack(site) {
        say::note(format_args!("left out: FHIR resources are not held against HL7's rules, for {lack}"));
        return Ok(Count::default());
    }
    let maker = built.iter().find(|built| built.name == "make_pages" && !built.test);
    let maker = &maker.context("make_pages was not built")?.path;
    let mut count = Count::default();
    for noise in ["none", "heavy"] {
        let name = format!("FHIR resources by HL7's rules, noise {noise}");
        let held = say::step(&name, "see the errors named above", || {
            let folder = site.state.join("fhir").join(noise);
            made(maker, &folder, noise)?;
            validated(site, &folder)
        });
        match held {
            Ok(said) => {
                say::note(said);
                count.passed += 1;
            }
            Err(error) => {
                say::note(format_args!("{error:#}"));
                count.failed += 1;
                count.broken.push(name);
            }
        }
    }
    Ok(count)
}

/// What is not here and would be needed.
fn lack(site: &Site) -> Option<String> {
    let said = Command::new("java").arg("-version").stdin(Stdio::null()).output().ok();
    match said.and_then(|said| version(&String::from_utf8_lossy(&said.stderr))) {
        None => Some("there is no Java".into()),
        Some(version) if version < JAVA => Some(format!("Java is {version} and would have to be {JAVA}")),
        _ if site.peer(ENGINE).is_none() => {
            Some("the engine was not fetched (tests/fhir/validate does, with Maven)".into())
        }
        _ => None,
    }
}

/// The major version in `openjdk version "17.0.15" 2025-04-15`.
fn version(said: &str) -> Option<u32> {
    let number = said.split('"').nth(1)?;
    number.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

fn made(maker: &Path, folder: &Path, noise: &str) -> Result<()> {
    // What an earlier run left would be validated again.
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let done = Command::new(maker).arg(folder).args(["known", "1", "2", noise]).stdin(Stdio::null()).output()?;
    ensure!(done.status.success(), "make_pages ended with {}: {}", done.status, String::from_utf8_lossy(&done.stderr));
    Ok(())
}

/// Runs the engine; its last line counts.
fn validated(site: &Site, folder: &Path) -> Result<String> {
    let done = run::limited()
        .arg(site.root.join("tests/fhir/validate"))
        .args([folder.join("findings"), folder.join("bundles")])
        .env("CHARTKEY_CACHE", site.cache())
        .stdin(Stdio::null())
        .output()
        .context("tests/fhir/validate cannot be started")?;
    let said = String::from_utf8_lossy(&done.stdout);
    let last: Vec<&str> = said.lines().rev().take(20).collect();
    let words = || last.iter().rev().copied().collect::<Vec<_>>().join("\n");
    ensure!(done.status.success(), "{}\n{}", words(), String::from_utf8_lossy(&done.stderr));
    Ok(last.first().copied().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_java_is_read() {
        assert_eq!(version("openjdk version \"17.0.15\" 2025-04-15"), Some(17));
        assert_eq!(version("openjdk version \"21\" 2023-09-19"), Some(21));
        assert_eq!(version("java version \"1.8.0_401\""), Some(1));
        assert_eq!(version("command not found"), None);
    }
}
