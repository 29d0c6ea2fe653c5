//! The runtime as WebAssembly, made without substrate-wasm-builder.
//!
//! That crate compiles binaryen's C++ (eight minutes on two cores) to strip a file that the compiler can strip itself,
//! and builds the runtime twice to learn its metadata hash, which our native runtime already knows.

use crate::{
    build::{self, Built},
    say,
    site::Site,
};
use anyhow::{Context, Result, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Builds the runtime for the chain and returns the compressed file. Unchanged sources cost nothing.
pub(crate) fn wasm(site: &Site, built: &[Built]) -> Result<PathBuf> {
    let node = build::keep(site, built, "chartkey-node")?;
    say::step("Building the runtime's wasm", "mend what the compiler names above, then repeat the command", || {
        let hash = metadata_hash(&node)?;
        let mut cargo = site.cargo();
        cargo
            .args(["rustc", "--package", "chartkey-runtime", "--lib", "--crate-type", "cdylib"])
            .args(["--no-default-features", "--target", "wasm32v1-none", "--profile", "runtime"])
            // Wallets that show what is signed compare this hash with what they were told (CheckMetadataHash).
            .env("RUNTIME_METADATA_HASH", hash);
        let made = build::artifacts(&mut cargo)?;
        let wasm = made
            .iter()
            .filter(|artifact| artifact.package() == "chartkey-runtime")
            .flat_map(|artifact| &artifact.filenames)
            .find(|file| file.extension().is_some_and(|end| end == "wasm"))
            .context("cargo made no wasm of the runtime")?;
        compressed(site, &node, wasm)
    })
}

/// The hash of the metadata, as the native runtime in the node knows it: `0x` and 64 hexadecimal digits.
fn metadata_hash(node: &Path) -> Result<String> {
    let hash = output(Command::new(node).arg("metadata-hash"))?;
    let hash = String::from_utf8(hash)?.trim().to_owned();
    ensure!(hash.len() == 66 && hash.starts_with("0x"), "the node's metadata hash is no hash: {hash}");
    Ok(hash)
}

/// The compressed copy of `wasm`, made anew only when `wasm` is newer.
fn compressed(site: &Site, node: &Path, wasm: &Path) -> Result<PathBuf> {
    let packed = site.state.join("runtime").join("chartkey.compressed.wasm");
    let modified = |file: &Path| fs::metadata(file).and_then(|data| data.modified()).ok();
    if modified(&packed).is_some_and(|packed| modified(wasm).is_some_and(|wasm| packed > wasm)) {
        return Ok(packed);
    }
    fs::create_dir_all(site.state.join("runtime"))?;
    output(Command::new(node).arg("compress-runtime").arg("--wasm").arg(wasm).arg("--out").arg(&packed))?;
    let size = |file: &Path| fs::metadata(file).map(|data| data.len() / 1024);
    say::note(format_args!("runtime: {} KiB, compressed {} KiB", size(wasm)?, size(&packed)?));
    Ok(packed)
}

/// Runs a program and returns what it wrote to stdout; its complaints go to the reader.
pub(crate) fn output(command: &mut Command) -> Result<Vec<u8>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let done =
        command.stderr(std::process::Stdio::inherit()).output().with_context(|| format!("{name} cannot be started"))?;
    ensure!(done.status.success(), "{name} failed ({})", done.status);
    Ok(done.stdout)
}
