//! A network's people: who deploys, who sits on the first council, who holds which office.

use anyhow::{Context, ensure};
use chartkey_client::{AccountId, account_of};
use chartkey_vocabulary::{Account, Council};
use serde::Deserialize;
use std::{path::Path, str::FromStr};
use subxt_signer::{SecretUri, sr25519::Keypair};

/// The environment variable that may hold the deployer's key.
pub const DEPLOYER_KEY: &str = "CHARTKEY_DEPLOYER";

/// Somebody named in a network's file: an address, or on a development chain a path that everybody knows the key of.
#[derive(Clone)]
pub enum Person {
    /// The key is at hand.
    Known(Box<Keypair>),
    /// Only the address is.
    Public(AccountId),
}

impl Person {
    /// The account that signs.
    pub fn id(&self) -> AccountId {
        match self {
            Self::Known(key) => key.public_key().to_account_id(),
            Self::Public(id) => *id,
        }
    }

    /// The account as contracts know it.
    pub fn account(&self) -> Account {
        account_of(&self.id())
    }

    /// The key, when it is at hand.
    pub fn key(&self) -> Option<&Keypair> {
        match self {
            Self::Known(key) => Some(key),
            Self::Public(_) => None,
        }
    }
}

impl FromStr for Person {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> anyhow::Result<Self> {
        if text.starts_with("//") {
            return Ok(Self::Known(key(text)?.into()));
        }
        let id = AccountId::from_str(text).with_context(|| format!("`{text}` is no address and no path"))?;
        Ok(Self::Public(id))
    }
}

/// The key of a mnemonic phrase, a hexadecimal seed or a path like `//Alice`.
pub fn key(uri: &str) -> anyhow::Result<Keypair> {
    // The text is no part of the error: it may be a secret.
    let uri = SecretUri::from_str(uri.trim()).map_err(|_| anyhow::anyhow!("this is not how a key is written"))?;
    Keypair::from_uri(&uri).map_err(|_| anyhow::anyhow!("this is not how a key is written"))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    deployer: String,
    admins: Vec<String>,
    quorum: u8,
    attester: String,
    workers: Vec<String>,
    agreement: u8,
}

/// A network's people.
#[derive(Clone)]
pub struct Network {
    /// The network's name, which its files carry.
    pub name: String,
    /// Makes the contracts and introduces them.
    pub deployer: Person,
    /// The first council.
    pub admins: Vec<Person>,
    /// How many of it must agree.
    pub quorum: u8,
    /// The oracle.
    pub attester: Person,
    /// Reading services.
    pub workers: Vec<Person>,
    /// How many of them must find the same.
    pub agreement: u8,
}

impl Network {
    /// Reads `NAME.toml` in a folder.
    pub fn read(folder: &Path, name: &str) -> anyhow::Result<Self> {
        let file = folder.join(format!("{name}.toml"));
        let text = std::fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let network = Self::parse(&text).with_context(|| file.display().to_string())?;
        ensure!(network.name == name, "{} calls the network `{}`", file.display(), network.name);
        Ok(network)
    }

    fn parse(text: &str) -> anyhow::Result<Self> {
        let file: File = toml::from_str(text)?;
        let people = |names: &[String]| names.iter().map(|name| name.parse()).collect::<anyhow::Result<Vec<_>>>();
        let network = Self {
            name: file.name,
            deployer: file.deployer.parse()?,
            admins: people(&file.admins)?,
            quorum: file.quorum,
            attester: file.attester.parse()?,
            workers: people(&file.workers)?,
            agreement: file.agreement,
        };
        let seats = network.admins.len();
        ensure!((1..=seats).contains(&usize::from(network.quorum)), "a quorum of {} in {seats}", network.quorum);
        ensure!(network.agreement > 0, "at least one reading service must have found something");
        Ok(network)
    }

    /// Whether every admin's key is known to everybody.
    pub fn is_development(&self) -> bool {
        self.admins.iter().all(|admin| admin.key().is_some())
    }

    /// The first council, as the registry is told.
    pub fn council(&self) -> Council {
        Council { admins: self.admins.iter().map(Person::account).collect(), quorum: self.quorum }
    }

    /// The deployer's key: from the network's file, from a file of its own, or from the environment.
    pub fn deployer_key(&self, file: Option<&Path>) -> anyhow::Result<Keypair> {
        let found = match (self.deployer.key(), file) {
            (Some(known), _) => known.clone(),
            (None, Some(file)) => key(&std::fs::read_to_string(file).with_context(|| file.display().to_string())?)?,
            (None, None) => key(&std::env::var(DEPLOYER_KEY).with_context(|| {
                format!("the deployer's key is needed: name a file with --key or set {DEPLOYER_KEY}")
            })?)?,
        };
        ensure!(
            found.public_key().to_account_id() == self.deployer.id(),
            "this is not the key of the network's deployer"
        );
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEV: &str = include_str!("../../networks/dev.toml");

    #[test]
    fn the_development_network_names_people_whose_keys_are_known() {
        let dev = Network::parse(DEV).expect("reads");
        assert!(dev.is_development());
        assert_eq!((dev.council().admins.len(), dev.council().quorum), (3, 2));
        assert!(dev.deployer_key(None).is_ok());
    }

    #[test]
    fn addresses_are_read_and_their_keys_are_not_at_hand() {
        // Alice's address.
        let alice: Person = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY".parse().expect("reads");
        assert!(alice.key().is_none());
        let known: Person = "//Alice".parse().expect("reads");
        assert_eq!(alice.account(), known.account());
        assert!("Alice".parse::<Person>().is_err());
    }

    #[test]
    fn a_council_that_could_never_decide_is_refused() {
        assert!(Network::parse(&DEV.replace("quorum = 2", "quorum = 4")).is_err());
        assert!(Network::parse(&DEV.replace("quorum = 2", "quorum = 0")).is_err());
        assert!(Network::parse(&DEV.replace("agreement = 1", "agreement = 0")).is_err());
    }

    #[test]
    fn another_key_than_the_deployers_is_refused() {
        let mut dev = Network::parse(DEV).expect("reads");
        dev.deployer = Person::Public(dev.deployer.id());
        let file = std::env::temp_dir().join(format!("chartkey-key-{}", std::process::id()));
        std::fs::write(&file, "//Alice\n").expect("writes");
        assert!(dev.deployer_key(Some(&file)).is_err());
        std::fs::write(&file, "//Deployer\n").expect("writes");
        assert!(dev.deployer_key(Some(&file)).is_ok());
        std::fs::remove_file(&file).expect("removes");
    }
}
