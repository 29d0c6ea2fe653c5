//! `deny.toml`, as far as it is enforced here: the same keys and meanings as cargo-deny's.

use anyhow::{Context, Result, anyhow};
use semver::{Version, VersionReq};
use serde::Deserialize;
use spdx::{LicenseReq, Licensee};
use std::{fs, path::Path};

/// What we want of our dependencies.
pub(super) struct Wishes {
    allowed: Vec<Licensee>,
    /// Licences allowed for one crate only.
    exceptions: Vec<(String, Vec<Licensee>)>,
    bans: Vec<Ban>,
    registries: Vec<String>,
}

/// A crate, or a range of its versions, that may not appear, or may appear only once.
pub(super) struct Ban {
    pub(super) name: String,
    versions: VersionReq,
    pub(super) reason: String,
    /// Whether only a second version is banned.
    pub(super) twice: bool,
}

impl Wishes {
    pub(super) fn read(file: &Path) -> Result<Self> {
        Self::parse(&fs::read_to_string(file)?).with_context(|| format!("{} cannot be understood", file.display()))
    }

    pub(super) fn parse(text: &str) -> Result<Self> {
        let file: File = toml::from_str(text)?;
        let exceptions = file.licenses.exceptions.into_iter();
        Ok(Self {
            allowed: licensees(&file.licenses.allow)?,
            exceptions: exceptions.map(|given| Ok((given.name, licensees(&given.allow)?))).collect::<Result<_>>()?,
            bans: file.bans.deny.into_iter().map(Ban::try_from).collect::<Result<_>>()?,
            registries: file.sources.allow_registry,
        })
    }

    pub(super) fn bans(&self) -> &[Ban] {
        &self.bans
    }

    /// Whether a source, as a lock file writes it, is an allowed registry.
    pub(super) fn knows(&self, source: &str) -> bool {
        self.registries.iter().any(|registry| source.strip_prefix("registry+") == Some(registry))
    }

    /// Whether `name` may come under this licence.
    pub(super) fn accepts(&self, name: &str, term: &LicenseReq) -> bool {
        let own = self.exceptions.iter().filter(|(of, _)| of == name).flat_map(|(_, allowed)| allowed);
        self.allowed.iter().chain(own).any(|licence| licence.satisfies(term))
    }
}

impl Ban {
    pub(super) fn meets(&self, name: &str, version: &Version) -> bool {
        self.name == name && self.versions.matches(version)
    }
}

impl TryFrom<Denied> for Ban {
    type Error = anyhow::Error;

    fn try_from(denied: Denied) -> Result<Self> {
        // `name` alone, or `name@requirement`.
        let (name, versions) = denied.name.split_once('@').unwrap_or((&denied.name, "*"));
        Ok(Self {
            versions: VersionReq::parse(versions)?,
            name: name.to_owned(),
            reason: denied.reason.unwrap_or_else(|| "it is banned".into()),
            twice: denied.twice,
        })
    }
}

fn licensees(names: &[String]) -> Result<Vec<Licensee>> {
    names.iter().map(|name| Licensee::parse(name).map_err(|error| anyhow!("{name}: {error}"))).collect()
}

#[derive(Deserialize)]
struct File {
    licenses: Licenses,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
    #[serde(default)]
    exceptions: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Denied>,
}

#[derive(Deserialize)]
struct Denied {
    #[serde(rename = "crate")]
    name: String,
    reason: Option<String>,
    #[serde(default, rename = "deny-multiple-versions")]
    twice: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}
