//! What the build takes from elsewhere: wasm-bindgen from crates.io, an optimizer and a typeface from npm. Each is pinned,
//! and put into the cache once.

use crate::{say, site::Site};
use anyhow::{Context, Result, bail};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A typeface's file.
pub(super) struct Font {
    pub(super) name: &'static str,
    pub(super) path: PathBuf,
}

/// The program that writes the glue, of the version the app was compiled with.
pub(super) fn bindgen(site: &Site) -> Result<PathBuf> {
    let version = locked(site, "wasm-bindgen")?;
    let place = site.cache().join(format!("wasm-bindgen-{version}"));
    let program = place.join("bin/wasm-bindgen");
    if program.exists() {
        return Ok(program);
    }
    // Its own lock file names releases that a registry may have taken back; only its own version matters here.
    install(site, &format!("wasm-bindgen-cli@={version}"), &place, &[])?;
    Ok(program)
}

/// The program that cuts the app into pieces, as `wasm_split` in the app's sources says where.
pub(super) fn cutter(site: &Site) -> Result<PathBuf> {
    const VERSION: &str = "0.2.4";
    let place = site.cache().join(format!("wasm-split-{VERSION}"));
    let program = place.join("bin/wasm-split-cli");
    if !program.exists() {
        let what = format!("wasm_split_cli_support@={VERSION}");
        install(site, &what, &place, &["--locked", "--features=build-binary"])?;
    }
    Ok(program)
}

fn install(site: &Site, what: &str, place: &Path, how: &[&str]) -> Result<()> {
    let step = format!("Installing {} (a few minutes, once)", what.replace("@=", " "));
    say::step(&step, "check the network, then repeat the command", || {
        let build = site.cache().join("install-build");
        let mut cargo = Command::new("cargo");
        cargo.args(["install", "--quiet", what]).args(how).arg("--root").arg(place).env("CARGO_TARGET_DIR", &build);
        // It runs for seconds; an optimizer would work on it for minutes.
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        if !cargo.status().context("cargo cannot be started")?.success() {
            bail!("{what} could not be installed");
        }
        // What it was made of is of no further use.
        Ok(fs::remove_dir_all(build)?)
    })
}

/// wasm-opt, where Node is.
pub(super) fn optimizer(site: &Site) -> Result<Option<PathBuf>> {
    let program = npm(site)?.map(|modules| modules.join("binaryen/bin/wasm-opt"));
    if program.is_none() {
        say::note("no Node found: the app is not made as small as it could be");
    }
    Ok(program)
}

/// The typeface's files; without Node the system's own letters serve.
pub(super) fn fonts(site: &Site) -> Result<Vec<Font>> {
    const FILES: [(&str, &str); 2] = [("font-latin.woff2", "latin"), ("font-latin-ext.woff2", "latin-ext")];
    let Some(modules) = npm(site)? else {
        say::note("no Node found: the app is built without its typeface");
        return Ok(Vec::new());
    };
    let folder = modules.join("@fontsource-variable/atkinson-hyperlegible-next/files");
    let file = |part: &str| folder.join(format!("atkinson-hyperlegible-next-{part}-wght-normal.woff2"));
    Ok(FILES.map(|(name, part)| Font { name, path: file(part) }).into())
}

/// The packages of `frontend/app/tools`, installed as their lock file says.
fn npm(site: &Site) -> Result<Option<PathBuf>> {
    if Command::new("npm").arg("--version").output().is_err() {
        return Ok(None);
    }
    let (pins, place) = (site.root.join("frontend/app/tools"), site.cache().join("app-tools"));
    let modules = place.join("node_modules");
    let lock = "package-lock.json";
    let is_there = modules.exists() && fs::read(pins.join(lock)).ok() == fs::read(place.join(lock)).ok();
    if !is_there {
        say::step("Fetching the app's typeface and optimizer from npm", "check the network, then repeat", || {
            fs::create_dir_all(&place)?;
            for name in ["package.json", lock] {
                fs::copy(pins.join(name), place.join(name))?;
            }
            let mut npm = Command::new("npm");
            npm.current_dir(&place).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]);
            if !npm.status()?.success() {
                // Half of it would pass for all of it the next time.
                fs::remove_file(place.join(lock))?;
                bail!("npm could not fetch what {} names", pins.join(lock).display());
            }
            Ok(())
        })?;
    }
    Ok(Some(modules))
}

/// The version of a crate in the workspace's lock file.
fn locked(site: &Site, name: &str) -> Result<String> {
    let lock = fs::read_to_string(site.root.join("Cargo.lock"))?;
    version_in(&lock, name).with_context(|| format!("Cargo.lock does not name {name}"))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = {name:?}")).skip(1);
    Some(lines.next()?.strip_prefix("version = \"")?.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_crate_and_not_of_one_with_a_longer_name() {
        let lock =
            "name = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }

    #[test]
    fn the_icons_and_the_typeface_are_pinned_with_their_hashes() {
        let lock = include_str!("../../../frontend/app/tools/package-lock.json");
        for name in ["binaryen", "lucide-static", "@fontsource-variable/atkinson-hyperlegible-next"] {
            let part = lock.split(&format!("\"node_modules/{name}\"")).nth(1).expect(name);
            assert!(part.split('}').next().is_some_and(|part| part.contains("\"integrity\": \"sha512-")), "{name}");
        }
    }
}
