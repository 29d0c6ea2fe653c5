//! How the four contracts come to know each other: whoever deployed them says so, once.

use crate::PeopleAt;
use chartkey_vocabulary::{Account, Contract, Digest, Peers};
use codec::{Decode, Encode};

/// What a contract knows of the others. Kept in ink!'s root, which is read with every message anyway.
#[derive(Clone, Copy, Debug, Encode, Decode)]
#[cfg_attr(feature = "std", derive(scale_info::TypeInfo))]
pub struct Introduction {
    deployer: Account,
    peers: Option<Peers>,
}

/// Why contracts are not, or not again, introduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unready {
    /// The contracts do not know each other yet.
    NotIntroduced,
    /// They know each other already.
    AlreadyIntroduced,
    /// Only who deployed the contracts may introduce them.
    NotTheDeployer,
}

impl Introduction {
    /// Nothing known yet; `deployer` will say.
    pub fn by(deployer: Account) -> Self {
        Self { deployer, peers: None }
    }

    /// Introduces the contracts to each other.
    ///
    /// # Errors
    /// `NotTheDeployer`, `AlreadyIntroduced`. Said once, so that a stolen deployer's key cannot swap the registry.
    pub fn introduce(&mut self, caller: Account, peers: Peers) -> Result<(), Unready> {
        if caller != self.deployer {
            return Err(Unready::NotTheDeployer);
        }
        if self.peers.is_some() {
            return Err(Unready::AlreadyIntroduced);
        }
        self.peers = Some(peers);
        Ok(())
    }

    /// The four contracts. A message that needs them before they are introduced ends here with `NotIntroduced`.
    pub fn peers<R: Encode + From<Unready>>(&self) -> Peers {
        match self.peers {
            Some(peers) => peers,
            None => crate::refuse(R::from(Unready::NotIntroduced)),
        }
    }

    /// The four contracts, for questions. Traps before they are introduced: a refusal's bytes could be taken for an
    /// answer's.
    pub fn known(&self) -> Peers {
        self.peers.expect("introduced")
    }

    /// Whether the council lets `contract` become `code`; nothing is let before the contracts are introduced.
    #[inline(never)]
    pub fn may_become(&self, contract: Contract, code: Digest) -> bool {
        self.peers.is_some_and(|peers| PeopleAt(peers.registry).carried(contract, code))
    }
}

#[cfg(feature = "std")]
impl ink::storage::traits::StorageLayout for Introduction {
    fn layout(key: &ink::primitives::Key) -> ink::metadata::layout::Layout {
        use ink::metadata::layout::{Layout, LayoutKey, LeafLayout};
        Layout::Leaf(LeafLayout::from_key::<Self>(LayoutKey::from(key)))
    }
}

macro_rules! refusal {
    ($($error:ident),*) => {$(
        impl From<Unready> for chartkey_vocabulary::$error {
            fn from(unready: Unready) -> Self {
                match unready {
                    Unready::NotIntroduced => Self::NotIntroduced,
                    Unready::AlreadyIntroduced => Self::AlreadyIntroduced,
                    Unready::NotTheDeployer => Self::NotTheDeployer,
                }
            }
        }
    )*};
}

refusal!(RegistryError, ConsentError, RecordsError, CareError);
