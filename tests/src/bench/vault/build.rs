//! Builds what is measured, once natively and once for a browser.

use crate::stack::place;
use anyhow::{Result, ensure};
use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

/// What came out.
pub(super) struct Built {
    /// The program.
    pub(super) native: PathBuf,
    /// The same as a library for a browser.
    pub(super) wasm: PathBuf,
    /// Where script and page lie.
    pub(super) sources: PathBuf,
}

pub(super) fn all() -> Result<Built> {
    let sources = place("CHARTKEY_ROOT")?.join("frontend/vault/bench");
    let shared = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = shared.map_or_else(|| sources.join("target"), |shared| shared.join("vault-bench"));
    let cargo = |arguments: &[&str]| -> Result<()> {
        let mut command = Command::new("cargo");
        command.current_dir(&sources).env("CARGO_TARGET_DIR", &target).args(["build", "--release", "--locked"]);
        // The figures alone go to stdout.
        let status = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).status()?;
        ensure!(status.success(), "the vault's bench does not build");
        Ok(())
    };
    cargo(&[])?;
    // Every browser has had these instructions for years.
    let simd = r#"target.wasm32-unknown-unknown.rustflags=["-C","target-feature=+simd128"]"#;
    cargo(&["--lib", "--target", "wasm32-unknown-unknown", "--config", simd])?;
    Ok(Built {
        native: target.join("release/chartkey-vault-bench"),
        wasm: target.join("wasm32-unknown-unknown/release/chartkey_vault_bench.wasm"),
        sources,
    })
}
