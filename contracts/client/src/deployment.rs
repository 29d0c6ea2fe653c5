//! Where the contracts of a network live, as the file in `chain-config/deployments` says.

use crate::{Hash, error::DeploymentError};
use chartkey_vocabulary::{Account, Contract, Peers};
use serde::{Deserialize, Serialize};

/// One network's contracts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deployment {
    /// The network's name.
    pub network: String,
    /// The hash of its first block; a chain that began anew has another one.
    #[serde(with = "hex_bytes")]
    pub genesis: [u8; 32],
    /// The block in which the last of the contracts came to be. Who reads history begins here.
    pub deployed_at: u64,
    /// Who is who.
    pub registry: Deployed,
    /// Who may open what.
    pub consent: Deployed,
    /// What exists.
    pub records: Deployed,
    /// Visits and prescriptions.
    pub care: Deployed,
}

/// One contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deployed {
    /// Where it lives.
    #[serde(with = "hex_bytes")]
    pub address: [u8; 20],
    /// The Keccak hash of the code it was deployed with.
    #[serde(with = "hex_bytes")]
    pub code_hash: [u8; 32],
}

impl Deployment {
    /// Reads a deployment file.
    ///
    /// # Errors
    /// When it is not one.
    pub fn read(text: &str) -> Result<Self, DeploymentError> {
        Ok(toml::from_str(text)?)
    }

    /// The file's text.
    ///
    /// # Errors
    /// Never for a deployment that came from a chain: its numbers fit TOML's.
    pub fn write(&self) -> Result<String, DeploymentError> {
        Ok(toml::to_string_pretty(self)?)
    }

    /// The four addresses.
    pub fn peers(&self) -> Peers {
        Peers {
            registry: Account(self.registry.address),
            consent: Account(self.consent.address),
            records: Account(self.records.address),
            care: Account(self.care.address),
        }
    }

    /// One of the contracts.
    pub fn contract(&self, contract: Contract) -> &Deployed {
        match contract {
            Contract::Registry => &self.registry,
            Contract::Consent => &self.consent,
            Contract::Records => &self.records,
            Contract::Care => &self.care,
        }
    }

    /// The genesis as the chain's own type.
    pub fn genesis(&self) -> Hash {
        Hash::from(self.genesis)
    }
}

mod hex_bytes {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer, const N: usize>(bytes: &[u8; N], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&format!("0x{}", hex::encode(bytes)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>, const N: usize>(from: D) -> Result<[u8; N], D::Error> {
        let text = String::deserialize(from)?;
        let digits = text.strip_prefix("0x").ok_or_else(|| D::Error::custom("a hexadecimal number begins with 0x"))?;
        let bytes = hex::decode(digits).map_err(D::Error::custom)?;
        bytes.try_into().map_err(|_| D::Error::custom(format!("{N} bytes are needed")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deployment() -> Deployment {
        let contract = |n| Deployed { address: [n; 20], code_hash: [n; 32] };
        Deployment {
            network: "dev".into(),
            genesis: [9; 32],
            deployed_at: 4,
            registry: contract(1),
            consent: contract(2),
            records: contract(3),
            care: contract(4),
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let text = deployment().write().expect("writes");
        assert_eq!(Deployment::read(&text).expect("reads"), deployment());
        assert_eq!(deployment().peers().care, Account([4; 20]));
    }

    #[test]
    fn damaged_files_are_refused() {
        let text = deployment().write().expect("writes");
        assert!(Deployment::read(&text.replace("network = \"dev\"\n", "")).is_err());
        assert!(Deployment::read(&text.replace("0x0101", "0101")).is_err());
        assert!(Deployment::read(&text.replace("0x0101", "0x01")).is_err());
        assert!(Deployment::read(&format!("{text}\nsurprise = 1\n")).is_err());
    }
}
