//! The key pair a person reads with, and its public half as the chain names it.

use crate::{
    bytes::{Bytes, HeadError, head, read_head},
    envelope::PUBLIC,
    random,
};
use chartkey_vocabulary::{Account, Cid};
use core::fmt;
use rand_core::CryptoRng;
use sha2::{Digest as _, Sha256};
use x_wing::{DecapsulationKeyRejectNonContrib, Decapsulator, EncapsulationKey, KeyExport};
use zeroize::Zeroizing;

const LETTERS: [u8; 4] = *b"CKKB";
/// Bytes of a key bundle.
pub const KEY_BUNDLE: usize = 8 + 20 + 4 + PUBLIC;

/// Reads what was wrapped for one account in one epoch of its keys.
///
/// X25519 and ML-KEM-768 together (X-Wing): both must fall before what is harvested today can be read. Zeroed on drop,
/// without `Debug` and `Serialize`.
#[derive(Clone)]
pub struct ReaderKey {
    account: Account,
    epoch: u32,
    seed: Zeroizing<[u8; 32]>,
}

impl ReaderKey {
    /// Draws the keys of `account` for `epoch`.
    pub fn make(rng: &mut impl CryptoRng, account: Account, epoch: u32) -> Self {
        Self { account, epoch, seed: random::secret(rng) }
    }

    pub(crate) fn of(account: Account, epoch: u32, seed: Zeroizing<[u8; 32]>) -> Self {
        Self { account, epoch, seed }
    }

    /// Whose key it is.
    pub fn account(&self) -> Account {
        self.account
    }

    /// Which epoch of their keys, as the registry counts.
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    /// The public half.
    pub fn bundle(&self) -> KeyBundle {
        KeyBundle { account: self.account, epoch: self.epoch, public: self.secret().encapsulation_key().clone() }
    }

    pub(crate) fn secret(&self) -> DecapsulationKeyRejectNonContrib {
        secret_of(&self.seed)
    }

    pub(crate) fn seed(&self) -> &[u8; 32] {
        &self.seed
    }
}

/// The secret half of an X-Wing pair.
pub(crate) fn secret_of(seed: &Zeroizing<[u8; 32]>) -> DecapsulationKeyRejectNonContrib {
    DecapsulationKeyRejectNonContrib::from(**seed)
}

/// What others wrap for: a public key, whose it is and which epoch. The store keeps its bytes, the chain their CID.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyBundle {
    account: Account,
    epoch: u32,
    public: EncapsulationKey,
}

/// These are not the keys of the one they were asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// Not a key bundle, or one of another version of the format.
    #[error("not a key bundle of this format: {0}")]
    Format(#[from] HeadError),
    /// No such public key exists.
    #[error("the public key is malformed")]
    Key,
    /// Their hash is not the one on the chain: keys were swapped on the way.
    #[error("these are not the keys the chain names")]
    Cid,
    /// They belong to somebody else.
    #[error("keys of {found}, not of {wanted}")]
    Account {
        /// Whose they are.
        found: Account,
        /// Whose were asked for.
        wanted: Account,
    },
    /// They are of another epoch.
    #[error("keys of epoch {found}, not of {wanted}")]
    Epoch {
        /// Which they are of.
        found: u32,
        /// Which was asked for.
        wanted: u32,
    },
}

impl KeyBundle {
    /// The canonical bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(KEY_BUNDLE);
        bytes.extend_from_slice(&head(LETTERS));
        bytes.extend_from_slice(&[0; 2]);
        bytes.extend_from_slice(&self.account.0);
        bytes.extend_from_slice(&self.epoch.to_be_bytes());
        bytes.extend_from_slice(&self.public.to_bytes());
        bytes
    }

    /// Reads canonical bytes.
    ///
    /// # Errors
    /// `Format`, `Key`.
    pub fn parse(bytes: &[u8]) -> Result<Self, BundleError> {
        let mut bytes = Bytes(bytes);
        read_head(&mut bytes, LETTERS)?;
        let reserved = bytes.u16().ok_or(HeadError::Truncated)?;
        let account = Account(bytes.take().ok_or(HeadError::Truncated)?);
        let epoch = bytes.u32().ok_or(HeadError::Truncated)?;
        let public = bytes.slice(PUBLIC).ok_or(HeadError::Truncated)?;
        if reserved != 0 {
            return Err(HeadError::Reserved.into());
        }
        if !bytes.0.is_empty() {
            return Err(HeadError::Trailing.into());
        }
        let public = EncapsulationKey::try_from(public).map_err(|_| BundleError::Key)?;
        Ok(Self { account, epoch, public })
    }

    /// Reads the keys of `account` in `epoch` out of bytes that whoever handed over: they must be those the chain names.
    ///
    /// # Errors
    /// See [`BundleError`].
    pub fn fetched(bytes: &[u8], named: &Cid, account: Account, epoch: u32) -> Result<Self, BundleError> {
        if cid_of(bytes) != *named {
            return Err(BundleError::Cid);
        }
        let bundle = Self::parse(bytes)?;
        if bundle.account != account {
            return Err(BundleError::Account { found: bundle.account, wanted: account });
        }
        if bundle.epoch != epoch {
            return Err(BundleError::Epoch { found: bundle.epoch, wanted: epoch });
        }
        Ok(bundle)
    }

    /// Where the store keeps it: a bundle is one raw leaf.
    pub fn cid(&self) -> Cid {
        cid_of(&self.to_bytes())
    }

    /// Whose keys they are.
    pub fn account(&self) -> Account {
        self.account
    }

    /// Which epoch of them.
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    pub(crate) fn public(&self) -> &EncapsulationKey {
        &self.public
    }
}

impl fmt::Debug for KeyBundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyBundle({}, epoch {})", self.account, self.epoch)
    }
}

fn cid_of(bytes: &[u8]) -> Cid {
    let mut cid = [0; 36];
    cid[..4].copy_from_slice(&[0x01, 0x55, 0x12, 0x20]);
    cid[4..].copy_from_slice(&Sha256::digest(bytes));
    Cid(cid)
}
