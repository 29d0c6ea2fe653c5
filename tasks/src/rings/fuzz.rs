//! Fuzzing as part of `./dev test --long`: every target for a minute, each minute with what the earlier ones found.

use super::run::Count;
use crate::{build, say, site::Site};
use anyhow::{Context, Result};
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

/// The fuzz workspaces of the project, with the ring each belongs to.
pub(super) const FUZZED: [(&str, &str); 1] = [("vault", "frontend/vault/fuzz")];
/// Seconds for each target.
const EACH: u64 = 60;
/// What cargo-fuzz does to a build, less the address sanitizer: our code has no `unsafe`.
const INSTRUMENTED: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
     -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
     -Cllvm-args=-sanitizer-coverage-trace-compares -Cllvm-args=-simplifycfg-branch-fold-threshold=0 \
     -Cdebug-assertions -Coverflow-checks";
/// Naming it keeps build scripts from being instrumented.
const MACHINE: &str = "x86_64-unknown-linux-gnu";

/// Builds the fuzz targets of a folder and runs each; a crash is a failed test.
pub(super) fn targets(site: &Site, folder: &str) -> Result<Count> {
    let folder = site.root.join(folder);
    let mut cargo = site.cargo();
    cargo
        .args(["build", "--release", "--quiet", "--locked", "--target", MACHINE])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", site.target.join("fuzz"))
        .env("RUSTFLAGS", INSTRUMENTED);
    let built = say::step("Building the fuzz targets", "mend what the compiler names above", || {
        Ok(build::artifacts(&mut cargo)?.into_iter().filter_map(build::Artifact::executable).collect::<Vec<_>>())
    })?;
    let mut count = Count::default();
    for target in built {
        let found = site.state.join("fuzz").join(&target.name);
        let survived = say::step(&format!("Fuzzing {} for {EACH} s", target.name), "see the input it names", || {
            fuzz(&target.path, &folder.join("corpus").join(&target.name), &found)
        });
        match survived {
            Ok(()) => count.passed += 1,
            Err(error) => {
                say::note(format_args!("{error:#}"));
                count.failed += 1;
                count.broken.push(format!("fuzz target {}", target.name));
            }
        }
    }
    Ok(count)
}

/// What is found goes into `found`; the committed corpus is only read.
fn fuzz(program: &Path, corpus: &Path, found: &Path) -> Result<()> {
    fs::create_dir_all(found)?;
    let mut command = Command::new(program);
    command
        .arg(found)
        .arg(corpus)
        .arg(format!("-max_total_time={EACH}"))
        .arg(format!("-artifact_prefix={}/crash-", found.display()))
        .args(["-rss_limit_mb=1024", "-timeout=10", "-print_final_stats=1", "-verbosity=0"]);
    let done = command.stdin(Stdio::null()).output().with_context(|| format!("{}", program.display()))?;
    let words = String::from_utf8_lossy(&done.stderr);
    if let Some(executed) = words.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:")) {
        say::note(format_args!("{} inputs", executed.trim()));
    }
    let last = words.lines().rev().take(30).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("\n");
    anyhow::ensure!(done.status.success(), "{}\n{last}", done.status);
    Ok(())
}
