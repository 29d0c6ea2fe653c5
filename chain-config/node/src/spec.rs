//! Chain specifications, made from a compiled runtime and a description of the network.
//!
//! A description is a small file under `chain-config/specs`; the names of the three that come with the program stand
//! for them. The runtime gives the accounts of `development` and `local3`; a consortium writes its own validators and
//! first balances into its description.

use chartkey_runtime::{
    AccountId, Balance,
    money::{DECIMALS, KEY, UNIT},
    presets::{CONSORTIUM, Validator, genesis},
    system::ADDRESS_PREFIX,
};
use polkadot_sdk::*;
use sc_network::config::MultiaddrWithPeerId;
use sc_service::{ChainType, GenericChainSpec, Properties};
use serde::Deserialize;
use sp_core::{crypto::Ss58Codec, ed25519, sr25519};
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

/// A chain specification of this chain.
pub type Spec = GenericChainSpec;

/// The descriptions that come with the program.
const DESCRIPTIONS: [(&str, &str); 3] = [
    ("dev", include_str!("../../specs/dev.toml")),
    ("local3", include_str!("../../specs/local3.toml")),
    ("consortium", include_str!("../../specs/consortium.toml")),
];

/// Makes a chain specification.
#[derive(Debug, clap::Args)]
pub struct BuildSpec {
    /// The compiled runtime, compressed or not.
    #[arg(long, value_name = "FILE")]
    runtime: PathBuf,
    /// The network: `dev`, `local3`, or the path of a description like `specs/consortium.toml`.
    #[arg(long, value_name = "NAME|FILE")]
    network: String,
    /// Write the state itself instead of how to make it. Every member of a network starts from the same raw file.
    #[arg(long)]
    raw: bool,
    /// Where to write the specification; standard output if left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl BuildSpec {
    /// Writes the specification.
    pub fn run(&self) -> sc_cli::Result<()> {
        let wasm = std::fs::read(&self.runtime)?;
        let network = Network::load(&self.network).map_err(input)?;
        let spec = network.spec(&wasm).map_err(input)?.as_json(self.raw).map_err(sc_cli::Error::Input)?;
        match &self.out {
            Some(path) => std::fs::write(path, spec)?,
            None => println!("{spec}"),
        }
        Ok(())
    }
}

fn input(error: NetworkError) -> sc_cli::Error {
    sc_cli::Error::Input(error.to_string())
}

/// What is wrong with the description of a network.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NetworkError {
    /// The file is not there.
    #[error("{path} cannot be read: {reason}; the names that need no file are dev and local3")]
    Unreadable {
        /// Where it was looked for.
        path: String,
        /// What the system said.
        reason: std::io::Error,
    },
    /// The file is not a description.
    #[error("the description is not valid: {0}")]
    Malformed(#[from] toml::de::Error),
    /// A key is not an address of this chain's kind.
    #[error("`{0}` is not the SS58 address of a key")]
    NotAKey(String),
    /// Two validators share a key, so one of them would equivocate.
    #[error("the key {0} belongs to two validators")]
    KeyTwice(String),
    /// Nobody would make blocks.
    #[error("the network has no validators; fill in [[validators]]")]
    NoValidators,
    /// Nobody could pay for the first transaction.
    #[error("the network has no balances; fill in [[balances]]")]
    NoBalances,
}

/// A description of a network.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Network {
    /// The name people see.
    name: String,
    /// The name folders and protocols get. Never two networks with the same.
    id: String,
    kind: Kind,
    /// The runtime's preset everything else is laid upon.
    preset: String,
    /// Where newcomers find their first peers.
    #[serde(default)]
    bootnodes: Vec<MultiaddrWithPeerId>,
    #[serde(default)]
    validators: Vec<Member>,
    #[serde(default)]
    balances: Vec<Holding>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// One node seals at once.
    Development,
    /// Several nodes on one machine.
    Local,
    /// A real network.
    Live,
}

/// A validator, by its two public keys.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Member {
    /// Authors blocks (sr25519); also the account that receives their fees.
    aura: String,
    /// Finalizes blocks (ed25519).
    grandpa: String,
}

/// What an account holds in the first block.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Holding {
    account: String,
    /// Whole KEY.
    key: u64,
}

impl Network {
    /// The description of this name, or the one in the file of this name.
    pub fn load(name: &str) -> Result<Self, NetworkError> {
        match DESCRIPTIONS.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => Self::parse(text),
            None => std::fs::read_to_string(Path::new(name))
                .map_err(|reason| NetworkError::Unreadable { path: name.into(), reason })
                .and_then(|text| Self::parse(&text)),
        }
    }

    /// Reads a description.
    pub fn parse(text: &str) -> Result<Self, NetworkError> {
        Ok(toml::from_str(text)?)
    }

    /// The specification of this network with the runtime `wasm`.
    pub fn spec(&self, wasm: &[u8]) -> Result<Spec, NetworkError> {
        let mut builder = Spec::builder(wasm, None)
            .with_name(&self.name)
            .with_id(&self.id)
            .with_protocol_id(&self.id)
            .with_chain_type(match self.kind {
                Kind::Development => ChainType::Development,
                Kind::Local => ChainType::Local,
                Kind::Live => ChainType::Live,
            })
            .with_properties(properties())
            .with_boot_nodes(self.bootnodes.clone())
            .with_genesis_config_preset_name(&self.preset);
        if self.preset == CONSORTIUM {
            builder = builder.with_genesis_config_patch(self.genesis()?);
        }
        Ok(builder.build())
    }

    /// What the first block of a consortium holds: its own validators and balances, and no sudo key.
    pub fn genesis(&self) -> Result<serde_json::Value, NetworkError> {
        Ok(genesis(&self.validators()?, self.balances()?, None))
    }

    fn validators(&self) -> Result<Vec<Validator>, NetworkError> {
        let mut seen = HashSet::new();
        for key in self.validators.iter().flat_map(|member| [&member.aura, &member.grandpa]) {
            if !seen.insert(key) {
                return Err(NetworkError::KeyTwice(key.clone()));
            }
        }
        if self.validators.is_empty() {
            return Err(NetworkError::NoValidators);
        }
        self.validators
            .iter()
            .map(|member| {
                let aura: sr25519::Public = key(&member.aura)?;
                let grandpa: ed25519::Public = key(&member.grandpa)?;
                Ok((aura.into(), grandpa.into(), 1))
            })
            .collect()
    }

    fn balances(&self) -> Result<Vec<(AccountId, Balance)>, NetworkError> {
        if self.balances.is_empty() {
            return Err(NetworkError::NoBalances);
        }
        self.balances.iter().map(|holding| Ok((key(&holding.account)?, Balance::from(holding.key) * KEY))).collect()
    }
}

fn key<K: Ss58Codec>(address: &str) -> Result<K, NetworkError> {
    K::from_ss58check(address).map_err(|_| NetworkError::NotAKey(address.into()))
}

/// How wallets show amounts and addresses.
fn properties() -> Properties {
    let mut properties = Properties::new();
    properties.insert("tokenSymbol".into(), UNIT.into());
    properties.insert("tokenDecimals".into(), DECIMALS.into());
    properties.insert("ss58Format".into(), ADDRESS_PREFIX.into());
    properties
}
