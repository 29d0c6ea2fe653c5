//! Licences, bans and sources of everything we depend on, as `deny.toml` wants them.

mod wishes;

use crate::site::Site;
use anyhow::{Context, Result, bail};
use semver::Version;
use serde::Deserialize;
use spdx::{Expression, ParseMode};
use std::{collections::BTreeSet, fs, path::Path};
use wishes::Wishes;

/// Checks both workspaces; every complaint is shown before it fails.
pub(super) fn check(site: &Site) -> Result<()> {
    let wishes = Wishes::read(&site.root.join("deny.toml"))?;
    let mut complaints = BTreeSet::new();
    let mut looked_at = 0;
    for folder in super::workspaces(site) {
        let locked = locked(&folder)?;
        looked_at += locked.len();
        complaints.extend(sources(&wishes, &locked));
        complaints.extend(bans(&wishes, &locked));
        complaints.extend(licences(&wishes, &tree(site, &folder)?));
    }
    if complaints.is_empty() {
        crate::say::note(format_args!("{looked_at} locked packages"));
        return Ok(());
    }
    for complaint in &complaints {
        crate::say::note(complaint);
    }
    bail!("{} objections to what we depend on", complaints.len())
}

/// A package in a lock file.
#[derive(Debug, Deserialize)]
struct Locked {
    name: String,
    version: Version,
    /// None for our own.
    source: Option<String>,
}

fn locked(folder: &Path) -> Result<Vec<Locked>> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Locked>,
    }
    let file = folder.join("Cargo.lock");
    let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    Ok(toml::from_str::<Lock>(&text)?.package)
}

/// Name and licence of every package that a build of this workspace really compiles, on this machine.
fn tree(site: &Site, folder: &Path) -> Result<Vec<(String, String)>> {
    let mut cargo = site.cargo();
    cargo.current_dir(folder).args(["tree", "--locked", "--workspace", "--edges=normal,build", "--prefix=none"]);
    let told = crate::runtime::output(cargo.arg("--format={p}\t{l}"))?;
    let lines = String::from_utf8(told)?;
    let packages: BTreeSet<_> = lines
        .lines()
        .filter_map(|line| line.trim_end_matches(" (*)").split_once('\t'))
        .map(|(package, licence)| (package.split(" (").next().unwrap_or(package).to_owned(), licence.to_owned()))
        .collect();
    Ok(packages.into_iter().collect())
}

fn sources(wishes: &Wishes, locked: &[Locked]) -> Vec<String> {
    let strange = locked.iter().filter(|package| package.source.as_deref().is_some_and(|from| !wishes.knows(from)));
    strange.map(|package| format!("{} {}: its source is not allowed", package.name, package.version)).collect()
}

fn bans(wishes: &Wishes, locked: &[Locked]) -> Vec<String> {
    let mut complaints = Vec::new();
    for ban in wishes.bans() {
        let met: Vec<_> = locked.iter().filter(|package| ban.meets(&package.name, &package.version)).collect();
        if ban.twice {
            if met.len() > 1 {
                let versions: Vec<_> = met.iter().map(|package| package.version.to_string()).collect();
                complaints.push(format!("{}: {} at once", ban.name, versions.join(" and ")));
            }
        } else {
            complaints
                .extend(met.iter().map(|package| format!("{} {}: {}", package.name, package.version, ban.reason)));
        }
    }
    complaints
}

fn licences(wishes: &Wishes, tree: &[(String, String)]) -> Vec<String> {
    let objection = |(package, licence): &(String, String)| {
        let name = package.split(' ').next().unwrap_or(package);
        match Expression::parse_mode(licence, ParseMode::LAX) {
            Ok(terms) if terms.evaluate(|term| wishes.accepts(name, term)) => None,
            Ok(_) => Some(format!("{package}: its licence {licence} is not allowed")),
            Err(_) => Some(format!("{package}: its licence {licence:?} cannot be read")),
        }
    };
    tree.iter().filter_map(objection).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = r#"
        [licenses]
        allow = ["MIT", "Apache-2.0"]
        exceptions = [{ crate = "odd", allow = ["ISC"] }]
        [bans]
        deny = [
            { crate = "once", deny-multiple-versions = true },
            { crate = "bad@>=2", reason = "it breaks" },
        ]
        [sources]
        allow-registry = ["https://example.org/index"]
    "#;

    fn wishes() -> Wishes {
        Wishes::parse(POLICY).expect("the policy is well-formed")
    }

    fn package(name: &str, version: &str, source: Option<&str>) -> Locked {
        Locked { name: name.into(), version: version.parse().expect("a version"), source: source.map(Into::into) }
    }

    #[test]
    fn the_policy_beside_the_code_is_understood() {
        let file = Path::new("../deny.toml");
        assert!(!Wishes::read(file).expect("deny.toml is well-formed").bans().is_empty());
    }

    #[test]
    fn only_allowed_licences_pass_and_exceptions_hold_for_their_crate_alone() {
        let of = |name: &str, licence: &str| licences(&wishes(), &[(format!("{name} v1.0.0"), licence.into())]).len();
        assert_eq!(of("any", "MIT/Apache-2.0"), 0);
        assert_eq!(of("any", "GPL-3.0-only OR MIT"), 0);
        assert_eq!(of("any", "GPL-3.0-only AND MIT"), 1);
        assert_eq!(of("odd", "ISC"), 0);
        assert_eq!(of("any", "ISC"), 1);
        assert_eq!(of("any", ""), 1);
    }

    #[test]
    fn banned_versions_and_second_versions_are_named() {
        let lock = |packages: &[(&str, &str)]| -> Vec<_> {
            packages.iter().map(|(name, version)| package(name, version, None)).collect()
        };
        assert!(bans(&wishes(), &lock(&[("once", "1.0.0"), ("bad", "1.9.0")])).is_empty());
        assert_eq!(bans(&wishes(), &lock(&[("once", "1.0.0"), ("once", "2.0.0")])), ["once: 1.0.0 and 2.0.0 at once"]);
        assert_eq!(bans(&wishes(), &lock(&[("bad", "2.1.0")])), ["bad 2.1.0: it breaks"]);
    }

    #[test]
    fn a_package_comes_from_a_known_registry_or_from_here() {
        let from = |source| sources(&wishes(), &[package("x", "1.0.0", source)]).len();
        assert_eq!(from(None), 0);
        assert_eq!(from(Some("registry+https://example.org/index")), 0);
        assert_eq!(from(Some("git+https://example.org/x?rev=1#1")), 1);
    }
}
