//! What is made from the runtime: its metadata, the metadata's hash, and the compressed code.
//!
//! The metadata comes from the runtime compiled into this program, so it is known before any wasm exists: the hash
//! has to be compiled into the wasm.

use chartkey_runtime::{
    Runtime, VERSION,
    money::{DECIMALS, UNIT},
    system::ADDRESS_PREFIX,
};
use codec::Decode;
use merkleized_metadata::{ExtraInfo, generate_metadata_digest};
use polkadot_sdk::*;
use sp_maybe_compressed_blob::CODE_BLOB_BOMB_LIMIT;
use sp_metadata_ir::frame_metadata::RuntimeMetadataPrefixed;
use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The version of the metadata format in which RFC 78 defines the hash.
const HASHED_METADATA: u32 = 15;

/// Writes the runtime's metadata, SCALE-encoded with its `meta` prefix.
#[derive(Debug, clap::Args)]
pub struct ExportMetadata {
    /// The version of the metadata format: 14, 15 or 16.
    #[arg(long, default_value_t = HASHED_METADATA)]
    format: u32,
    /// Where to write it; standard output if left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl ExportMetadata {
    /// Writes the metadata; fails when the format does not exist or the file cannot be written.
    pub fn run(&self) -> sc_cli::Result<()> {
        write(self.out.as_deref(), &metadata(self.format)?)
    }
}

/// Compresses a compiled runtime.
#[derive(Debug, clap::Args)]
pub struct CompressRuntime {
    /// The wasm that cargo made.
    #[arg(long, value_name = "FILE")]
    wasm: PathBuf,
    /// Where to write the compressed code; standard output if left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl CompressRuntime {
    /// Writes the compressed code; fails when the input is too large to ever be decompressed on a chain.
    pub fn run(&self) -> sc_cli::Result<()> {
        let wasm = std::fs::read(&self.wasm)?;
        let compressed = sp_maybe_compressed_blob::compress_strongly(&wasm, CODE_BLOB_BOMB_LIMIT)
            .ok_or_else(|| sc_cli::Error::Input(format!("{} is too large for a chain", self.wasm.display())))?;
        write(self.out.as_deref(), &compressed)
    }
}

/// Prints the hash of the metadata, in hexadecimal.
pub fn print_metadata_hash() -> sc_cli::Result<()> {
    let hash = metadata_hash()?;
    println!("0x{}", sp_core::hexdisplay::HexDisplay::from(&hash));
    Ok(())
}

/// The runtime's metadata in one of its formats: 14, 15 or 16.
pub fn metadata(format: u32) -> sc_cli::Result<Vec<u8>> {
    // One of the pallets' constants looks at the state, so there has to be one, be it empty.
    let opaque = sp_io::TestExternalities::default()
        .execute_with(|| Runtime::metadata_at_version(format))
        .ok_or_else(|| sc_cli::Error::Input(format!("there is no metadata format {format}")))?;
    Ok((*opaque).clone())
}

/// The root of the metadata's Merkle tree, together with what a wallet shows beside it.
pub fn metadata_hash() -> sc_cli::Result<[u8; 32]> {
    let metadata = RuntimeMetadataPrefixed::decode(&mut metadata(HASHED_METADATA)?.as_slice())
        .map_err(|error| sc_cli::Error::Input(format!("the runtime's own metadata is not readable: {error}")))?;
    let shown = ExtraInfo {
        spec_version: VERSION.spec_version,
        spec_name: VERSION.spec_name.to_string(),
        base58_prefix: ADDRESS_PREFIX,
        decimals: DECIMALS,
        token_symbol: UNIT.into(),
    };
    let digest = generate_metadata_digest(&metadata.1, shown).map_err(sc_cli::Error::Input)?;
    Ok(digest.hash())
}

fn write(out: Option<&Path>, bytes: &[u8]) -> sc_cli::Result<()> {
    match out {
        Some(path) => std::fs::write(path, bytes)?,
        None => io::stdout().write_all(bytes)?,
    }
    Ok(())
}
