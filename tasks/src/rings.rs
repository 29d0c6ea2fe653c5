//! `./dev test`: the rings of tests, from the rules alone to whole chains.
//!
//! Everything is built by one command; a ring then is a choice among the test programs. What lies in `tests/tests/`
//! says its ring by the first word of its name (`contracts_law.rs`, `oracle/`); the tests beside the code
//! belong to the ring of their package, which is `unit` unless [`ring_of_package`] says another.

pub(crate) mod browser;
mod fhir;
mod fuzz;
mod run;

use crate::{
    app,
    build::{self, Built, Scope},
    runtime, say,
    site::Site,
    up,
};
use anyhow::{Context, Result, bail};
use run::Count;
use std::{path::PathBuf, process::ExitCode, time::Instant};

/// The rings in the order they run: the cheap and telling ones first.
const RINGS: [(&str, &str); 9] = [
    ("unit", "rules, vocabulary, client and tools by themselves"),
    ("contracts", "the compiled contracts, in process, on the real runtime"),
    ("chain", "clients against real nodes"),
    ("vault", "ciphers and key types, with their vectors"),
    ("store", "where blobs are kept, beside a real Kubo where there is one"),
    ("oracle", "the service and its clients against real nodes"),
    ("worker", "reading documents: two engines, and what the words mean"),
    ("frontend", "the app's parts, in a browser"),
    ("e2e", "everybody's day in a browser, against the service and its chain"),
];

/// Rings of whole browsers: building the app for them takes longer than all others run, so they are run when named, or
/// with `--long`.
const IN_BROWSERS: [&str; 2] = ["frontend", "e2e"];

/// The package whose test files are sorted into rings by name.
const WHOLE_SYSTEM: &str = "chartkey-tests";

/// Runs one ring or all; the last line of stdout counts what passed and failed.
pub(crate) fn run(site: &Site, ring: Option<&str>, long: bool) -> Result<ExitCode> {
    let begun = Instant::now();
    if let Some(ring) = ring
        && !RINGS.iter().any(|(name, _)| *name == ring)
    {
        bail!("there is no ring called {ring}; the rings are {}", RINGS.map(|(name, _)| name).join(", "));
    }
    let mut built = build::workspace(site, Scope::Tests)?;
    built.extend(runner(site)?);
    if ring.is_none_or(|ring| ["worker", "e2e"].contains(&ring)) {
        built.extend(build::worker(site, Scope::Tests)?);
    }
    let tests = sorted(&built)?;

    let mut total = Count::default();
    for (name, about) in RINGS.iter().filter(|(name, _)| ring.is_none_or(|ring| ring == *name)) {
        if ring.is_none() && !long && IN_BROWSERS.contains(name) {
            say::note(format_args!("left out: ring {name}, {about}; `./dev test {name}` or --long runs it"));
            continue;
        }
        eprintln!("\n── ring {name}: {about}");
        let nodes = ["chain", "oracle", "e2e"].contains(name);
        let mut surroundings = match *name {
            "unit" | "frontend" => Vec::new(),
            "worker" => peers(site),
            _ => surroundings(site, &built, nodes)?,
        };
        match *name {
            "frontend" => total += browser::parts(site)?,
            "e2e" => match browser::surroundings(site, app::Form::Development)? {
                Some(told) => {
                    surroundings.extend(told);
                    surroundings.push(("CHARTKEY_WORKER", build::keep(site, &built, "ml-worker")?));
                }
                None => continue,
            },
            _ => {}
        }
        for test in tests.iter().filter(|(of, _)| of == name).map(|(_, test)| test) {
            total += run::program(test, &surroundings, nodes, long)?;
        }
        if *name == "worker" {
            total += fhir::resources(site, &built)?;
        }
        for (_, folder) in fuzz::FUZZED.iter().filter(|(of, _)| long && of == name) {
            total += fuzz::targets(site, folder)?;
        }
    }
    conclude(&total, begun)
}

/// The task runner's own tests: they belong to `unit` and live in the runner's target folder.
fn runner(site: &Site) -> Result<Vec<Built>> {
    let mut cargo = site.runner_cargo();
    cargo.args(["test", "--no-run", "--quiet", "--package=chartkey-tasks"]);
    say::step("Building the task runner's tests", "mend what the compiler names above", || {
        Ok(build::artifacts(&mut cargo)?.into_iter().filter_map(build::Artifact::executable).collect())
    })
}

/// Every test program with its ring.
fn sorted(built: &[Built]) -> Result<Vec<(&'static str, &Built)>> {
    built.iter().filter(|built| built.test).map(|test| Ok((ring_of(test)?, test))).collect()
}

fn ring_of(test: &Built) -> Result<&'static str> {
    if test.package != WHOLE_SYSTEM || !test.integration {
        return Ok(ring_of_package(&test.package));
    }
    let word = test.name.split('_').next().unwrap_or_default();
    RINGS.iter().map(|(name, _)| *name).find(|name| *name == word).with_context(|| {
        format!("tests/tests/{}.rs names no ring; let its name begin with one: contracts_ or chain_", test.name)
    })
}

/// The ring of the tests that lie beside a package's code.
fn ring_of_package(package: &str) -> &'static str {
    match package {
        "chartkey-vault" => "vault",
        "chartkey-store" => "store",
        "chartkey-oracle" | "chartkey-protocol" | "chartkey-flows" | "chartkey-cli" => "oracle",
        "chartkey-worker" => "worker",
        _ => "unit",
    }
}

/// What the set-up put beside us, as far as this machine has it.
pub(crate) fn peers(site: &Site) -> Vec<(&'static str, PathBuf)> {
    let peers = [
        ("CHARTKEY_KUBO", "kubo/ipfs"),
        ("CHARTKEY_SCHEMATHESIS", "schemathesis/bin/schemathesis"),
        ("ORT_DYLIB_PATH", "onnxruntime/libonnxruntime.so"),
    ];
    peers.into_iter().filter_map(|(name, program)| Some((name, site.peer(program)?))).collect()
}

/// What tests of whole chains need to know: the programs, and the specs made of the runtime just built.
pub(crate) fn surroundings(site: &Site, built: &[Built], chains: bool) -> Result<Vec<(&'static str, PathBuf)>> {
    let mut told = vec![("CHARTKEY_BUNDLES", site.root.join("contracts").join("bundles"))];
    told.extend(peers(site));
    if chains {
        let node = build::keep(site, built, "chartkey-node")?;
        let wasm = runtime::wasm(site, built)?;
        let specs = site.specs();
        say::step("Writing the test chains' specs", "see the node's words above", || {
            ["dev", "local3"]
                .iter()
                .try_for_each(|chain| up::write_spec(&node, chain, &wasm, &specs.join(format!("{chain}.json"))))
        })?;
        told.extend([
            ("CHARTKEY_NODE", node),
            ("CHARTKEY_DEPLOY", build::keep(site, built, "chartkey-deploy")?),
            ("CHARTKEY_RUNTIME_WASM", wasm),
            ("CHARTKEY_SPEC_DIR", specs),
            ("CHARTKEY_ORACLE", build::keep(site, built, "chartkey-oracle")?),
            ("CHARTKEY_CLI", build::keep(site, built, "chartkey")?),
        ]);
    }
    Ok(told)
}

fn conclude(total: &Count, begun: Instant) -> Result<ExitCode> {
    eprintln!();
    for program in &total.broken {
        say::note(format_args!("failed: {program}"));
    }
    if total.left_out > 0 {
        say::note(format_args!("{} left out for their length; --long runs them", total.left_out));
    }
    say::note(format_args!("tested in {}", say::Took(begun.elapsed())));
    println!("{} passed, {} failed", total.passed, total.failed);
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test(package: &str, name: &str, integration: bool) -> Built {
        Built {
            package: package.into(),
            name: name.into(),
            test: true,
            integration,
            path: PathBuf::new(),
            folder: PathBuf::new(),
        }
    }

    #[test]
    fn a_file_of_the_whole_system_says_its_ring() {
        assert_eq!(ring_of(&test("chartkey-tests", "chain_quorum", true)).expect("named"), "chain");
        assert_eq!(ring_of(&test("chartkey-tests", "chartkey_tests", false)).expect("a library"), "unit");
        assert_eq!(ring_of(&test("chartkey-rules", "consent_model", true)).expect("a rule's"), "unit");
        assert_eq!(ring_of(&test("chartkey-store", "store_kubo", true)).expect("the store's"), "store");
    }

    #[test]
    fn a_file_without_a_ring_is_refused_rather_than_forgotten() {
        assert!(ring_of(&test("chartkey-tests", "lifecycle", true)).is_err());
    }
}
