//! The contracts' compiled code, as it lies in `contracts/bundles`.

use anyhow::{Context, ensure};
use chartkey_client::code_hash;
use chartkey_vocabulary::Contract;
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};

/// The four contracts, in the order in which they are made.
pub const CONTRACTS: [Contract; 4] = [Contract::Registry, Contract::Consent, Contract::Records, Contract::Care];

/// The name of a contract, as files and people use it.
pub fn name(contract: Contract) -> &'static str {
    match contract {
        Contract::Registry => "registry",
        Contract::Consent => "consent",
        Contract::Records => "records",
        Contract::Care => "care",
    }
}

/// What was built; what it was built by is not our business here.
#[derive(Deserialize)]
struct Manifest {
    contracts: BTreeMap<String, Line>,
}

/// What the manifest says of one file.
#[derive(Deserialize)]
struct Line {
    code_hash: String,
    bytes: usize,
}

/// The code of the four contracts, checked against the manifest.
#[derive(Clone, Debug)]
pub struct Bundles(BTreeMap<Contract, Vec<u8>>);

impl Bundles {
    /// Reads the four files and the manifest.
    pub fn read(folder: &Path) -> anyhow::Result<Self> {
        let file = folder.join("manifest.toml");
        let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let manifest: Manifest = toml::from_str(&text).with_context(|| file.display().to_string())?;
        CONTRACTS
            .into_iter()
            .map(|contract| Ok((contract, blob(folder, &manifest.contracts, name(contract))?)))
            .collect()
    }

    /// The code of a contract.
    pub fn code(&self, contract: Contract) -> &[u8] {
        &self.0[&contract]
    }

    /// The hash the chain keeps it under.
    pub fn hash(&self, contract: Contract) -> [u8; 32] {
        code_hash(self.code(contract))
    }
}

impl FromIterator<(Contract, Vec<u8>)> for Bundles {
    fn from_iter<I: IntoIterator<Item = (Contract, Vec<u8>)>>(codes: I) -> Self {
        Self(codes.into_iter().collect())
    }
}

fn blob(folder: &Path, manifest: &BTreeMap<String, Line>, name: &str) -> anyhow::Result<Vec<u8>> {
    let file = folder.join(format!("{name}.polkavm"));
    let code = std::fs::read(&file).with_context(|| file.display().to_string())?;
    let line = manifest.get(name).with_context(|| format!("the manifest does not list {name}"))?;
    let hash = format!("0x{}", hex::encode(code_hash(&code)));
    ensure!(
        line.bytes == code.len() && line.code_hash == hash,
        "{} is not the file the manifest lists",
        file.display()
    );
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_changed_is_refused() {
        let folder = std::env::temp_dir().join(format!("chartkey-bundles-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("creates");
        let mut manifest = String::from("compiler = \"rustc 1\"\n");
        for contract in CONTRACTS {
            let code = format!("code of {}", name(contract));
            let hash = hex::encode(code_hash(code.as_bytes()));
            manifest += &format!("[contracts.{}]\ncode_hash = \"0x{hash}\"\nbytes = {}\n", name(contract), code.len());
            std::fs::write(folder.join(format!("{}.polkavm", name(contract))), code).expect("writes");
        }
        std::fs::write(folder.join("manifest.toml"), manifest).expect("writes");
        let bundles = Bundles::read(&folder).expect("reads");
        assert_eq!(bundles.hash(Contract::Care), code_hash(b"code of care"));
        std::fs::write(folder.join("care.polkavm"), "code of cara").expect("writes");
        assert!(Bundles::read(&folder).expect_err("changed").to_string().contains("care"));
        std::fs::remove_dir_all(&folder).expect("removes");
    }
}
