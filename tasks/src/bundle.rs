//! The contracts' release bundles: PolkaVM code, ink!'s description and a manifest with digests.
//!
//! They are committed, so that whoever runs the system needs no contract tooling; [`verify`] builds them again and
//! compares. cargo-contract is not used: it is cargo with a target file, and a linker that is a library.

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};
use sha3::{Digest, Keccak256};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The contracts, by the names of their binaries.
pub(crate) const CONTRACTS: [&str; 4] = ["registry", "consent", "records", "care"];

/// What a contract may weigh, in bytes.
pub(crate) const LIMIT: usize = 24_576;

const TARGET: &str = "riscv64emac-unknown-none-polkavm";
const LINKER: &str = "polkavm-linker 0.35.0";

/// What was built, by what, and how to tell it is the same.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The compiler, as it names itself.
    pub(crate) compiler: String,
    /// The linker that made PolkaVM code of it.
    pub(crate) linker: String,
    /// Each contract's code.
    pub(crate) contracts: BTreeMap<String, Code>,
}

/// One contract's code.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Code {
    /// Keccak-256 of the code, by which the chain knows it.
    pub(crate) code_hash: String,
    /// Its length in bytes.
    pub(crate) bytes: usize,
}

/// Builds all contracts and writes `contracts/bundles`.
pub(crate) fn write(root: &Path, target_dir: &Path) -> Result<Manifest> {
    let codes = build(root, target_dir)?;
    let folder = folder(root);
    fs::create_dir_all(&folder)?;
    for (name, code) in &codes {
        fs::write(folder.join(format!("{name}.polkavm")), code)?;
        fs::write(folder.join(format!("{name}.json")), describe(root, target_dir, name)?)?;
    }
    let manifest = manifest(&codes)?;
    fs::write(folder.join("manifest.toml"), toml::to_string_pretty(&manifest)?)?;
    Ok(manifest)
}

/// Builds all contracts and compares them with what is committed.
pub(crate) fn verify(root: &Path, target_dir: &Path) -> Result<()> {
    let committed = folder(root).join("manifest.toml");
    let text = fs::read_to_string(&committed).with_context(|| format!("{} is missing", committed.display()))?;
    let committed: Manifest = toml::from_str(&text)?;
    let built = manifest(&build(root, target_dir)?)?;
    ensure!(
        committed.compiler == built.compiler,
        "the bundles were built by {}, and this is {}; code can only be compared with the same compiler",
        committed.compiler,
        built.compiler
    );
    let differs = |name: &&&str| committed.contracts.get(**name) != built.contracts.get(**name);
    let stale: Vec<_> = CONTRACTS.iter().filter(differs).collect();
    ensure!(stale.is_empty(), "the bundles of {stale:?} are not what the sources give: run ./dev bundle and commit");
    for name in CONTRACTS {
        let code = fs::read(folder(root).join(format!("{name}.polkavm")))?;
        ensure!(Some(&code_of(&code)) == built.contracts.get(name), "{name}.polkavm does not match its manifest");
    }
    Ok(())
}

/// Compiles all contracts in one go and links each; fails when one is too heavy.
fn build(root: &Path, target_dir: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut spec = polkavm_linker::TargetJsonArgs::default();
    spec.is_64_bit = true;
    let spec = polkavm_linker::target_json_path(spec).map_err(|error| anyhow::anyhow!("no target file: {error}"))?;
    let target_dir = target_dir.join("contracts");
    run(cargo(root, &target_dir)
        .env("CARGO_ENCODED_RUSTFLAGS", flags(root).join("\x1f"))
        // The standard library's core is compiled for the target, which stable allows only so.
        .env("RUSTC_BOOTSTRAP", "1")
        .args(["build", "--release", "--locked", "--workspace", "--no-default-features"])
        .args(["-Zbuild-std=core,alloc", "-Zbuild-std-features=compiler-builtins-mem", "-Zjson-target-spec"])
        .arg("--target")
        .arg(spec))?;
    CONTRACTS.iter().map(|name| Ok((name.to_string(), link(&target_dir, name)?))).collect()
}

/// The code of a compiled contract.
fn link(target_dir: &Path, name: &str) -> Result<Vec<u8>> {
    let elf = fs::read(target_dir.join(TARGET).join("release").join(name))?;
    let mut config = polkavm_linker::Config::default();
    // Every call saved from inlining is bytes saved, and bytes are what each call pays to load.
    config.set_strip(true).set_optimize(true).set_inline_threshold(0);
    let isa = polkavm_linker::TargetInstructionSet::ReviveV1;
    let code = polkavm_linker::program_from_elf(config, isa, &elf)
        .map_err(|error| anyhow::anyhow!("{name} could not be linked: {error}"))?;
    ensure!(code.len() <= LIMIT, "{name} weighs {} bytes, and {LIMIT} is the limit", code.len());
    Ok(code)
}

/// ink!'s description of a contract, printed by the contract itself when built for this machine.
fn describe(root: &Path, target_dir: &Path, name: &str) -> Result<Vec<u8>> {
    let output = cargo(root, &target_dir.join("contracts"))
        .args(["run", "--quiet", "--locked", "--package", &format!("chartkey-{name}")])
        .output()?;
    ensure!(output.status.success(), "{name} cannot describe itself: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}

fn flags(root: &Path) -> Vec<String> {
    let paths = [(Some(root.to_path_buf()), "chartkey"), (std::env::var_os("CARGO_HOME").map(PathBuf::from), "cargo")];
    let remaps =
        paths.into_iter().filter_map(|(from, to)| Some(format!("--remap-path-prefix={}={to}", from?.display())));
    let fixed = [
        "--cfg",
        "substrate_runtime",
        "-Zunstable-options",
        // A contract that panics traps; the words would only be weight.
        "-Cpanic=immediate-abort",
        "-Clinker-plugin-lto",
        // PolkaVM reads and writes at any address. Without this, ids and addresses are put together byte by byte, and
        // the contracts weigh two thirds more.
        "-Ctarget-feature=+unaligned-scalar-mem",
        "-Clink-arg=-zstack-size=32768",
    ];
    fixed.into_iter().map(String::from).chain(remaps).collect()
}

/// Cargo in the contracts' workspace. Its own target folder, because what is compiled with a stable compiler that was
/// told to pass for a nightly one must not mix with the rest.
fn cargo(root: &Path, target_dir: &Path) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root.join("contracts")).env("CARGO_TARGET_DIR", target_dir).env_remove("RUSTFLAGS");
    command
}

fn manifest(codes: &BTreeMap<String, Vec<u8>>) -> Result<Manifest> {
    let output = Command::new("rustc").arg("--version").output().context("rustc is not there")?;
    let compiler = String::from_utf8(output.stdout)?.trim().to_owned();
    let contracts = codes.iter().map(|(name, code)| (name.clone(), code_of(code))).collect();
    Ok(Manifest { compiler, linker: LINKER.to_owned(), contracts })
}

fn code_of(code: &[u8]) -> Code {
    Code { code_hash: format!("0x{}", hex::encode(Keccak256::digest(code))), bytes: code.len() }
}

fn folder(root: &Path) -> PathBuf {
    root.join("contracts/bundles")
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status().context("cargo is not there")?;
    if !status.success() {
        bail!("the contracts do not compile");
    }
    Ok(())
}
