//! The vault file: a person's keys, sealed, kept by a server that can read none of it. It could put a file of its own
//! making in its place, which a passphrase opens like any other: whoever opens one compares its keys with the chain's, and a
//! newcomer goes on with none but their own.

use crate::{
    DeviceKey, Offer, PrintedCode, ReaderKey, SameShare, Share, ShareError,
    bytes::{Bytes, HeadError, head, read_head},
    doors::{self, Door, DoorId, DoorKind, Whose},
    layout::padded,
    shares,
    vault::Vault,
};
use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use chartkey_vocabulary::Account;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

const LETTERS: [u8; 4] = *b"CKVF";
const TAG: usize = 16;
/// The largest vault file.
pub const MAX_VAULT: usize = 4 * 1024 * 1024;
/// The most doors a vault has.
pub const MAX_DOORS: usize = 16;

/// A vault file as it lies on a server: still shut.
#[derive(Clone)]
pub struct VaultFile {
    whose: Whose,
    revision: u64,
    nonce: [u8; 24],
    doors: Vec<Door>,
    head: Vec<u8>,
    body: Vec<u8>,
}

/// These bytes are no vault file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum VaultFileError {
    /// Not a vault file, or one of another version of the format.
    #[error("not a vault file of this format: {0}")]
    Format(#[from] HeadError),
    /// A door that cannot be, such as one that asks for gigabytes of memory.
    #[error("the vault has a door that cannot be")]
    Door,
    /// More than [`MAX_VAULT`] bytes.
    #[error("too large for a vault file")]
    TooLarge,
}

/// The vault does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnlockError {
    /// Somebody else's vault, or of another chain.
    #[error("the vault of {0} on another chain, or of somebody else")]
    Elsewhere(Account),
    /// An older file than the one this device has seen: a server that turns back time.
    #[error("revision {found} was served, and {seen} has been seen already")]
    Stale {
        /// What was served.
        found: u64,
        /// What this device has seen.
        seen: u64,
    },
    /// The vault has no door of this kind.
    #[error("the vault has no such door")]
    NoDoor,
    /// A wrong passphrase, code, passkey or device.
    #[error("this does not open the door")]
    WrongKey,
    /// The same share twice.
    #[error(transparent)]
    SameShare(#[from] SameShare),
    /// The door opens, and yet the file was changed.
    #[error("the vault file was tampered with")]
    Tampered,
}

/// What the one who opens a vault knows of it beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Whose vault it must be.
    pub whose: Whose,
    /// The highest revision this device has seen; 0 on a new device.
    pub seen: u64,
}

impl VaultFile {
    /// Reads a vault file.
    ///
    /// # Errors
    /// See [`VaultFileError`].
    pub fn parse(bytes: &[u8]) -> Result<Self, VaultFileError> {
        if bytes.len() > MAX_VAULT {
            return Err(VaultFileError::TooLarge);
        }
        let mut reading = Bytes(bytes);
        read_head(&mut reading, LETTERS)?;
        let mut read =
            || Some((reading.take()?, reading.take()?, Account(reading.take()?), reading.u64()?, reading.take()?));
        let ([count, reserved], genesis, account, revision, nonce) = read().ok_or(HeadError::Truncated)?;
        if reserved != 0 {
            return Err(HeadError::Reserved.into());
        }
        if !(1..=MAX_DOORS).contains(&usize::from(count)) {
            return Err(VaultFileError::Door);
        }
        let mut doors = Vec::new();
        for _ in 0..count {
            doors.push(Door::read(&mut reading).ok_or(HeadError::Truncated)?.ok_or(VaultFileError::Door)?);
        }
        let plain = reading.0.len().checked_sub(TAG).ok_or(HeadError::Truncated)?;
        if padded(plain as u64) != plain as u64 {
            return Err(HeadError::Truncated.into());
        }
        let (head, body) = bytes.split_at(bytes.len() - reading.0.len());
        let whose = Whose { genesis, account };
        Ok(Self { whose, revision, nonce, doors, head: head.to_vec(), body: body.to_vec() })
    }

    /// Seals a body for the given doors.
    pub(crate) fn seal(
        nonce: [u8; 24],
        whose: Whose,
        revision: u64,
        doors: &[Door],
        vault_key: &[u8; 32],
        body: &[u8],
    ) -> Vec<u8> {
        let mut bytes = Vec::new();
        bytes.extend_from_slice(&head(LETTERS));
        bytes.extend_from_slice(&[doors.len() as u8, 0]);
        bytes.extend_from_slice(&whose.bytes());
        bytes.extend_from_slice(&revision.to_be_bytes());
        bytes.extend_from_slice(&nonce);
        doors.iter().for_each(|door| door.write(&mut bytes));
        let mut plain = Zeroizing::new(vec![0; padded(4 + body.len() as u64) as usize]);
        plain[..4].copy_from_slice(&(body.len() as u32).to_be_bytes());
        plain[4..4 + body.len()].copy_from_slice(body);
        let tag = XChaCha20Poly1305::new(vault_key.into())
            .encrypt_inout_detached(&nonce.into(), &bytes, plain.as_mut_slice().into())
            .expect("a vault is shorter than the cipher's limit");
        bytes.extend_from_slice(&plain);
        bytes.extend_from_slice(&tag);
        bytes
    }

    /// Whose it says it is.
    pub fn whose(&self) -> &Whose {
        &self.whose
    }

    /// Which revision it says it is.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Its doors.
    pub fn doors(&self) -> &[Door] {
        &self.doors
    }

    /// Opens with a passphrase.
    ///
    /// # Errors
    /// See [`UnlockError`].
    pub fn open_with_passphrase(&self, passphrase: &str, expected: &Expected) -> Result<Vault, UnlockError> {
        self.open_any(expected, |kind| match kind {
            DoorKind::Passphrase { effort, salt } => Some(doors::stretch(passphrase, *effort, salt)),
            _ => None,
        })
    }

    /// Opens with what a passkey's PRF gave for the salt of door `door`.
    ///
    /// # Errors
    /// See [`UnlockError`].
    pub fn open_with_passkey(&self, door: DoorId, prf: &[u8; 32], expected: &Expected) -> Result<Vault, UnlockError> {
        let is_passkey = |kind: &DoorKind| matches!(kind, DoorKind::Passkey { .. });
        self.open_one(expected, door, is_passkey, &Zeroizing::new(*prf))
    }

    /// Opens with the printed code.
    ///
    /// # Errors
    /// See [`UnlockError`].
    pub fn open_with_code(&self, code: &PrintedCode, expected: &Expected) -> Result<Vault, UnlockError> {
        self.open_any(expected, |kind| (*kind == DoorKind::Code).then(|| Zeroizing::new(*code.secret())))
    }

    /// Opens with this device's own key.
    ///
    /// # Errors
    /// See [`UnlockError`].
    pub fn open_with_device(&self, device: &DeviceKey, expected: &Expected) -> Result<Vault, UnlockError> {
        self.open_any(expected, |kind| (*kind == DoorKind::Device).then(|| Zeroizing::new(*device.expose())))
    }

    /// Opens with two guardians' shares.
    ///
    /// # Errors
    /// See [`UnlockError`].
    pub fn open_with_guardians(
        &self,
        door: DoorId,
        shares: [&Share; 2],
        expected: &Expected,
    ) -> Result<Vault, UnlockError> {
        let secret = shares::join(shares[0], shares[1])?;
        self.open_one(expected, door, |kind| matches!(kind, DoorKind::Guardians(_)), &secret)
    }

    /// A guardian passes their share of door `door` on to a device that asks for this vault.
    ///
    /// The guardian compares the device's words with its owner first, by voice: see [`Offer::confirm`].
    ///
    /// # Errors
    /// See [`ShareError`].
    pub fn pass_share(
        &self,
        rng: &mut impl CryptoRng,
        door: DoorId,
        key: &ReaderKey,
        to: &crate::Confirmed,
    ) -> Result<Vec<u8>, ShareError> {
        let offer: &Offer = &to.0;
        let guardians = self.doors.iter().find(|found| found.id() == door).and_then(|door| match door.kind() {
            DoorKind::Guardians(guardians) => Some(guardians),
            _ => None,
        });
        let guardian = guardians
            .ok_or(ShareError::NoDoor)?
            .iter()
            .find(|guardian| guardian.account() == key.account())
            .ok_or(ShareError::NoGuardian(key.account()))?;
        guardian.pass(rng, &self.whose, door, key, offer)
    }

    fn open_any(
        &self,
        expected: &Expected,
        secret: impl Fn(&DoorKind) -> Option<Zeroizing<[u8; 32]>>,
    ) -> Result<Vault, UnlockError> {
        self.check(expected)?;
        let mut tried = Err(UnlockError::NoDoor);
        for door in &self.doors {
            let Some(secret) = secret(door.kind()) else { continue };
            match door.open(&self.whose, &secret) {
                Some(key) => return self.open_body(&key),
                None => tried = Err(UnlockError::WrongKey),
            }
        }
        tried
    }

    fn open_one(
        &self,
        expected: &Expected,
        door: DoorId,
        is_kind: impl Fn(&DoorKind) -> bool,
        secret: &[u8; 32],
    ) -> Result<Vault, UnlockError> {
        self.check(expected)?;
        let door = self.doors.iter().find(|found| found.id() == door && is_kind(found.kind()));
        let key = door.ok_or(UnlockError::NoDoor)?.open(&self.whose, secret).ok_or(UnlockError::WrongKey)?;
        self.open_body(&key)
    }

    fn check(&self, expected: &Expected) -> Result<(), UnlockError> {
        if self.whose != expected.whose {
            return Err(UnlockError::Elsewhere(self.whose.account));
        }
        if self.revision < expected.seen {
            return Err(UnlockError::Stale { found: self.revision, seen: expected.seen });
        }
        Ok(())
    }

    fn open_body(&self, key: &Zeroizing<[u8; 32]>) -> Result<Vault, UnlockError> {
        let (body, tag) = self.body.split_at(self.body.len() - TAG);
        let tag: [u8; TAG] = tag.try_into().expect("split there");
        let mut plain = Zeroizing::new(body.to_vec());
        XChaCha20Poly1305::new((&**key).into())
            .decrypt_inout_detached(&self.nonce.into(), &self.head, plain.as_mut_slice().into(), &tag.into())
            .map_err(|_| UnlockError::Tampered)?;
        let mut reading = Bytes(&plain);
        let body = reading.u32().and_then(|len| reading.slice(len as usize)).ok_or(UnlockError::Tampered)?;
        Vault::read(self.whose, self.revision, self.doors.clone(), key.clone(), body).ok_or(UnlockError::Tampered)
    }
}
