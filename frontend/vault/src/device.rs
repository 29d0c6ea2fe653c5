//! A second device: it makes a key of its own, shows it, and the first device hangs a door for it.

use crate::{
    bytes::{Bytes, HeadError, head, read_head},
    doors::Whose,
    envelope::PUBLIC,
    random,
    reader_key::secret_of,
};
use bip39::Language;
use chartkey_vocabulary::{Account, MINUTE, Time};
use rand_core::CryptoRng;
use sha2::{Digest as _, Sha256};
use x_wing::{DecapsulationKeyRejectNonContrib, Decapsulator, EncapsulationKey, KeyExport};
use zeroize::Zeroizing;

const LETTERS: [u8; 4] = *b"CKDV";
/// Bytes of an offer.
pub const OFFER: usize = 8 + 52 + 8 + PUBLIC;
/// How long an offer stands. Finding another key with the same six words (66 bits) in that time is out of reach.
pub const OFFER_LASTS: Time = 10 * MINUTE;

/// A device's own key. Kept by the device alone; zeroed on drop, without `Debug` and `Serialize`.
#[derive(Clone)]
pub struct DeviceKey {
    seed: Zeroizing<[u8; 32]>,
    whose: Whose,
    until: Time,
}

/// What a new device shows: its public key, whose vault it asks for, and until when.
#[derive(Clone, PartialEq, Eq)]
pub struct Offer {
    whose: Whose,
    until: Time,
    public: EncapsulationKey,
}

/// An offer does not stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OfferError {
    /// Not an offer, or one of another version of the format.
    #[error("not a device's offer of this format: {0}")]
    Format(#[from] HeadError),
    /// No such public key exists.
    #[error("the device's key is malformed")]
    Key,
    /// Its time is over, or it claims more than an offer has.
    #[error("the offer has run out; let the device make a new one")]
    Expired,
    /// It asks for somebody else's vault.
    #[error("the device asks for the vault of {0}")]
    Elsewhere(Account),
    /// Its words are not the ones the person read.
    #[error("the words are not those the device shows")]
    Words,
}

impl DeviceKey {
    /// Draws a device's key.
    pub fn make(rng: &mut impl CryptoRng, whose: Whose, now: Time) -> Self {
        Self { seed: random::secret(rng), whose, until: now + OFFER_LASTS }
    }

    /// The device's key as it was kept.
    pub fn restore(seed: &[u8; 32], whose: Whose, until: Time) -> Self {
        Self { seed: Zeroizing::new(*seed), whose, until }
    }

    /// What the device must keep, in a place only it can read.
    pub fn expose(&self) -> &[u8; 32] {
        &self.seed
    }

    /// What the device shows.
    pub fn offer(&self) -> Offer {
        Offer { whose: self.whose, until: self.until, public: self.secret().encapsulation_key().clone() }
    }

    pub(crate) fn secret(&self) -> DecapsulationKeyRejectNonContrib {
        secret_of(&self.seed)
    }
}

impl Offer {
    /// The bytes that travel.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(OFFER);
        bytes.extend_from_slice(&head(LETTERS));
        bytes.extend_from_slice(&[0; 2]);
        bytes.extend_from_slice(&self.whose.bytes());
        bytes.extend_from_slice(&self.until.to_be_bytes());
        bytes.extend_from_slice(&self.public.to_bytes());
        bytes
    }

    /// Reads an offer. It proves nothing until its words are compared: [`Offer::confirm`].
    ///
    /// # Errors
    /// `Format`, `Key`.
    pub fn parse(bytes: &[u8]) -> Result<Self, OfferError> {
        let mut bytes = Bytes(bytes);
        read_head(&mut bytes, LETTERS)?;
        let mut read =
            || Some((bytes.u16()?, bytes.take()?, Account(bytes.take()?), bytes.u64()?, bytes.slice(PUBLIC)?));
        let (reserved, genesis, account, until, public) = read().ok_or(HeadError::Truncated)?;
        if reserved != 0 {
            return Err(HeadError::Reserved.into());
        }
        if !bytes.0.is_empty() {
            return Err(HeadError::Trailing.into());
        }
        let public = EncapsulationKey::try_from(public).map_err(|_| OfferError::Key)?;
        Ok(Self { whose: Whose { genesis, account }, until, public })
    }

    /// Six words that stand for the whole offer; shown on the new device and typed or read on the old one.
    pub fn words(&self) -> String {
        let digest = self.digest();
        let word = |index: usize| {
            let bits = (0..11).fold(0, |bits, bit| {
                let at = index * 11 + bit;
                bits << 1 | usize::from(digest[at / 8] >> (7 - at % 8) & 1)
            });
            Language::English.word_list()[bits]
        };
        (0..6).map(word).collect::<Vec<_>>().join(" ")
    }

    /// Checks an offer that came over a server against the words its owner read off the new device.
    ///
    /// # Errors
    /// `Words`, `Expired`, `Elsewhere`.
    pub fn confirm(self, words: &str, whose: &Whose, now: Time) -> Result<Confirmed, OfferError> {
        let typed = words.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
        if typed != self.words() {
            return Err(OfferError::Words);
        }
        if self.whose != *whose {
            return Err(OfferError::Elsewhere(self.whose.account));
        }
        if now > self.until || self.until > now + 2 * OFFER_LASTS {
            return Err(OfferError::Expired);
        }
        Ok(Confirmed(self))
    }

    /// Whose vault the device asks for.
    pub fn whose(&self) -> &Whose {
        &self.whose
    }

    pub(crate) fn digest(&self) -> [u8; 32] {
        Sha256::new().chain_update(b"chartkey/v1/offer\0").chain_update(self.to_bytes()).finalize().into()
    }

    pub(crate) fn public(&self) -> &EncapsulationKey {
        &self.public
    }
}

/// An offer whose words were compared. Only [`Offer::confirm`] makes one, and only one opens a door.
pub struct Confirmed(pub(crate) Offer);
