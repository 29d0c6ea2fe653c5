//! Two of three guardians open a door again for somebody who has lost every other.

use crate::{
    DeviceKey, KeyBundle, Offer, ReaderKey, Share,
    bytes::{Bytes, HeadError, head, read_head},
    doors::{DoorId, Whose},
    envelope::{self, SEALED},
    shares,
};
use chartkey_vocabulary::Account;
use rand_core::CryptoRng;

const KEPT: &str = "chartkey/v1/guardian share";
const PASSED: &str = "chartkey/v1/passed share";
const LETTERS: [u8; 4] = *b"CKPS";
/// Bytes of a share on its way from a guardian to the one who recovers.
pub const PASSED_SHARE: usize = 8 + 52 + 8 + 32 + SEALED;

/// One guardian's part of a door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guardian {
    pub(crate) account: Account,
    pub(crate) epoch: u32,
    pub(crate) number: u8,
    sealed: Box<[u8; SEALED]>,
}

/// A share does not pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ShareError {
    /// Not a passed share, or one of another version of the format.
    #[error("not a passed share of this format: {0}")]
    Format(#[from] HeadError),
    /// The vault has no such door, or it is no guardians' door.
    #[error("the vault has no such guardians' door")]
    NoDoor,
    /// This account is none of the three.
    #[error("{0} is no guardian of this door")]
    NoGuardian(Account),
    /// The guardian's keys were changed since; the share is for the old ones.
    #[error("the share is sealed for keys of epoch {0}")]
    Epoch(u32),
    /// It belongs to another vault or door.
    #[error("a share of another vault or door")]
    Elsewhere,
    /// It was passed to another device.
    #[error("passed to another device")]
    Device,
    /// Right by its own words, and yet it does not open.
    #[error("the share was tampered with")]
    Tampered,
}

impl Guardian {
    /// Who keeps the share.
    pub fn account(&self) -> Account {
        self.account
    }

    /// Which epoch of their keys it is sealed for.
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        [&self.account.0[..], &self.epoch.to_be_bytes(), &[self.number], self.sealed.as_ref()].concat()
    }

    pub(crate) fn read(bytes: &mut Bytes<'_>) -> Option<Self> {
        let account = Account(bytes.take()?);
        Some(Self { account, epoch: bytes.u32()?, number: bytes.byte()?, sealed: Box::new(bytes.take()?) })
    }

    fn bound(whose: &Whose, door: DoorId, number: u8, account: Account, epoch: u32) -> Vec<u8> {
        [&whose.bytes()[..], &door, &[number], &account.0, &epoch.to_be_bytes()].concat()
    }

    /// Passes the share on to the device whose offer the guardian has compared, word by word, with its owner.
    pub(crate) fn pass(
        &self,
        rng: &mut impl CryptoRng,
        whose: &Whose,
        door: DoorId,
        key: &ReaderKey,
        offer: &Offer,
    ) -> Result<Vec<u8>, ShareError> {
        if key.account() != self.account {
            return Err(ShareError::NoGuardian(key.account()));
        }
        if key.epoch() != self.epoch {
            return Err(ShareError::Epoch(self.epoch));
        }
        if offer.whose() != whose {
            return Err(ShareError::Elsewhere);
        }
        let bound = Self::bound(whose, door, self.number, self.account, self.epoch);
        let share = envelope::open(&key.secret(), KEPT, &[&bound], &self.sealed).ok_or(ShareError::Tampered)?;
        let mut bytes = Vec::with_capacity(PASSED_SHARE);
        bytes.extend_from_slice(&head(LETTERS));
        bytes.extend_from_slice(&[self.number, 0]);
        bytes.extend_from_slice(&whose.bytes());
        bytes.extend_from_slice(&door);
        bytes.extend_from_slice(&offer.digest());
        let sealed = envelope::seal(rng, offer.public(), PASSED, &[&bytes], &share);
        bytes.extend_from_slice(&sealed);
        Ok(bytes)
    }
}

/// Splits a door's secret among three guardians.
pub(crate) fn appoint(
    rng: &mut impl CryptoRng,
    whose: &Whose,
    door: DoorId,
    to: [&KeyBundle; 3],
    secret: &[u8; 32],
) -> [Guardian; 3] {
    let shares = shares::split(rng, secret);
    [0, 1, 2].map(|index| {
        let (share, to) = (&shares[index], to[index]);
        let (account, epoch, number) = (to.account(), to.epoch(), share.number());
        let bound = Guardian::bound(whose, door, number, account, epoch);
        let sealed = Box::new(envelope::seal(rng, to.public(), KEPT, &[&bound], share.bytes()));
        Guardian { account, epoch, number, sealed }
    })
}

/// Reads a share a guardian passed to this device, for one door of the vault it was offered to.
///
/// # Errors
/// See [`ShareError`].
pub fn take_share(passed: &[u8], device: &DeviceKey, door: DoorId) -> Result<Share, ShareError> {
    let mut bytes = Bytes(passed);
    read_head(&mut bytes, LETTERS)?;
    let mut read = || Some((bytes.take::<2>()?, bytes.take::<52>()?, bytes.take::<8>()?, bytes.take::<32>()?));
    let ([number, reserved], whose, of_door, digest) = read().ok_or(HeadError::Truncated)?;
    let sealed = bytes.take().ok_or(HeadError::Truncated)?;
    if !bytes.0.is_empty() {
        return Err(HeadError::Trailing.into());
    }
    if reserved != 0 {
        return Err(HeadError::Reserved.into());
    }
    let offer = device.offer();
    if whose != offer.whose().bytes() || of_door != door {
        return Err(ShareError::Elsewhere);
    }
    if digest != offer.digest() {
        return Err(ShareError::Device);
    }
    let bound = &passed[..passed.len() - SEALED];
    let share = envelope::open(&device.secret(), PASSED, &[bound], &sealed).ok_or(ShareError::Tampered)?;
    Share::of(number, share).ok_or(ShareError::Tampered)
}
