//! `./dev check`: what a change must satisfy before anyone reads it.
//!
//! Every part runs, also after a failure, so that one run tells all.

pub(crate) mod generated;
mod lints;
mod policy;
mod words;

use crate::{
    build::{self, Scope},
    say,
    site::Site,
};
use anyhow::{Result, ensure};
use std::{
    path::PathBuf,
    process::{Command, ExitCode},
    time::Instant,
};

/// A part of the check: what it is, what to do when it fails, and the doing.
type Part<'a> = (&'a str, &'a str, &'a dyn Fn(&Site) -> Result<()>);

/// Runs every part; the last line of stdout counts them.
pub(crate) fn run(site: &Site) -> Result<ExitCode> {
    let begun = Instant::now();
    // Built first and outside the count: what follows looks at it, and a workspace that does not compile has no lints.
    let built = build::workspace(site, Scope::Programs)?;
    let node = build::keep(site, &built, "chartkey-node")?;
    let parts: [Part; 11] = [
        ("Format", "`cargo fmt --all`, and once more in contracts/", &format),
        ("Lock files", "`cargo update --workspace`, and commit Cargo.lock", &locks),
        ("Dependency policy", "deny.toml says why; choose another crate, or argue for a change there", &policy::check),
        ("Lints, native", "mend what clippy names above", &lints::native),
        ("Lints, task runner", "mend what clippy names above", &lints::runner),
        ("Lints, worker", "mend what clippy names above", &lints::worker),
        ("Lints, browser (wasm32-unknown-unknown)", "mend what clippy names above", &lints::browser),
        ("Lints and documentation, without std (wasm32v1-none)", "mend what is named above", &lints::bare),
        ("The app's words", "frontend/app/README.md says how words are kept", &|site| words::compare(&site.root)),
        ("Metadata snapshot", "`./dev bundle`, and commit what changes", &|site| generated::metadata(site, &node)),
        ("Contract bundles", "`./dev bundle`, and commit what changes", &generated::bundles),
    ];
    let mut failures = Vec::new();
    for (what, next, part) in &parts {
        if let Err(error) = say::step(what, next, || part(site)) {
            say::stopped(&error);
            failures.push(*what);
        }
    }
    eprintln!();
    for failure in &failures {
        say::note(format_args!("failed: {failure}"));
    }
    say::note(format_args!("checked in {}", say::Took(begun.elapsed())));
    println!("{} passed, {} failed", parts.len() - failures.len(), failures.len());
    Ok(if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The two workspaces: everything native, and the contracts, which are compiled for another machine.
fn workspaces(site: &Site) -> [PathBuf; 2] {
    [site.root.clone(), site.root.join("contracts")]
}

fn format(site: &Site) -> Result<()> {
    each(site, &["fmt", "--all", "--check"])
}

/// A lock file that no longer fits its manifests would be rewritten on the next machine, with other versions.
fn locks(site: &Site) -> Result<()> {
    each(site, &["metadata", "--locked", "--format-version=1", "--no-deps"])?;
    each(site, &["tree", "--locked", "--workspace", "--depth=0"])
}

/// Runs one cargo command in each workspace; of what it says, only complaints are shown.
fn each(site: &Site, arguments: &[&str]) -> Result<()> {
    for folder in workspaces(site) {
        let mut cargo = site.cargo();
        cargo.current_dir(&folder).args(arguments);
        quiet(&mut cargo)?;
    }
    Ok(())
}

/// Runs a command and shows what it wrote only when it fails.
fn quiet(command: &mut Command) -> Result<()> {
    let done = command.output()?;
    if !done.status.success() {
        eprint!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    }
    ensure!(done.status.success(), "{} failed", command.get_program().to_string_lossy());
    Ok(())
}
