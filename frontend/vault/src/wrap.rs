//! Wraps: a content key, or a share of one, for one reader.

use crate::{
    ContentKey, Context, KeyBundle, Misplaced, ReaderKey, Share,
    bytes::{Bytes, HeadError, head, read_head},
    envelope::{self, SEALED},
};
use chartkey_vocabulary::{Account, Cid, Purpose};
use core::fmt;
use rand_core::CryptoRng;
use zeroize::Zeroizing;

const LETTERS: [u8; 4] = *b"CKWR";
const USE: &str = "chartkey/v1/wrap";
/// Bytes in front of the sealed key; all of them are bound to it.
const BOUND: usize = 8 + Context::LEN + 36 + 20 + 4;
/// Bytes of a wrap.
pub const WRAP: usize = BOUND + SEALED;

/// What a wrap is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrapPurpose {
    /// The owner's or the author's own.
    Own,
    /// A reader's, under a grant for this purpose.
    Granted(Purpose),
}

impl WrapPurpose {
    fn code(self) -> u8 {
        match self {
            Self::Own => 0,
            Self::Granted(purpose) => 1 + purpose as u8,
        }
    }

    fn of(code: u8) -> Option<Self> {
        match code {
            0 => Some(Self::Own),
            code => Purpose::ALL.into_iter().find(|purpose| 1 + *purpose as u8 == code).map(Self::Granted),
        }
    }
}

/// What a wrap is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrapContext {
    /// Which version of which record on which chain.
    pub context: Context,
    /// Which blob the key opens.
    pub cid: Cid,
    /// Who may unwrap.
    pub reader: Account,
    /// With which epoch of their keys.
    pub reader_epoch: u32,
    /// What for.
    pub purpose: WrapPurpose,
}

/// A wrap is not for this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnwrapError {
    /// Not a wrap, or one of another version of the format.
    #[error("not a wrap of this format: {0}")]
    Format(#[from] HeadError),
    /// A purpose or a kind that does not exist.
    #[error("the wrap holds a code that means nothing")]
    Code,
    /// It belongs to another record, version or chain.
    #[error(transparent)]
    Misplaced(#[from] Misplaced),
    /// It opens another blob than the one at hand.
    #[error("wrapped for another blob")]
    Cid,
    /// Somebody else's.
    #[error("wrapped for {found}, not for {wanted}")]
    Reader {
        /// Who it is for.
        found: Account,
        /// Whose key was tried.
        wanted: Account,
    },
    /// For keys of another epoch.
    #[error("wrapped for keys of epoch {found}, not of {wanted}")]
    Epoch {
        /// Which epoch it is for.
        found: u32,
        /// The epoch of the key that was tried.
        wanted: u32,
    },
    /// For another purpose than it is used for.
    #[error("wrapped for another purpose")]
    Purpose,
    /// A share where a key was wanted, or the other way round.
    #[error("a share is not a key, and a key is no share")]
    Kind,
    /// Right by its own words, and yet it does not open: changed on the way or made by somebody who lied.
    #[error("the wrap was tampered with")]
    Tampered,
}

/// A content key or a share of one, for one reader.
#[derive(Clone, PartialEq, Eq)]
pub struct Wrap {
    bytes: Box<[u8; WRAP]>,
    says: WrapContext,
    share: u8,
}

impl Wrap {
    /// Reads a wrap.
    ///
    /// # Errors
    /// `Format`, `Code`.
    pub fn parse(bytes: &[u8]) -> Result<Self, UnwrapError> {
        let mut reading = Bytes(bytes);
        read_head(&mut reading, LETTERS)?;
        let (says, share) = read_says(&mut reading)?;
        reading.slice(SEALED).ok_or(HeadError::Truncated)?;
        if !reading.0.is_empty() {
            return Err(HeadError::Trailing.into());
        }
        let bytes = Box::new(bytes.try_into().map_err(|_| HeadError::Truncated)?);
        Ok(Self { bytes, says, share })
    }

    /// The bytes, as the oracle keeps them.
    pub fn as_bytes(&self) -> &[u8; WRAP] {
        &self.bytes
    }

    /// What the wrap says of itself. Proved only by unwrapping.
    pub fn says(&self) -> &WrapContext {
        &self.says
    }

    /// Whether it holds a share, by its own words.
    pub fn is_share(&self) -> bool {
        self.share != 0
    }

    fn seal(rng: &mut impl CryptoRng, to: &KeyBundle, says: WrapContext, share: u8, secret: &[u8; 32]) -> Self {
        let mut bytes = Box::new([0; WRAP]);
        let (bound, sealed) = bytes.split_at_mut(BOUND);
        bound[..6].copy_from_slice(&head(LETTERS));
        bound[6] = share;
        bound[7] = says.purpose.code();
        bound[8..58].copy_from_slice(&says.context.bytes());
        bound[58..94].copy_from_slice(&says.cid.0);
        bound[94..114].copy_from_slice(&says.reader.0);
        bound[114..].copy_from_slice(&says.reader_epoch.to_be_bytes());
        sealed.copy_from_slice(&envelope::seal(rng, to.public(), USE, &[bound], secret));
        Self { bytes, says, share }
    }

    fn open(&self, key: &ReaderKey, wanted: &Wanted) -> Result<Zeroizing<[u8; 32]>, UnwrapError> {
        wanted.context.expect(&self.says.context)?;
        if self.says.cid != wanted.cid {
            return Err(UnwrapError::Cid);
        }
        if self.says.reader != key.account() {
            return Err(UnwrapError::Reader { found: self.says.reader, wanted: key.account() });
        }
        if self.says.reader_epoch != key.epoch() {
            return Err(UnwrapError::Epoch { found: self.says.reader_epoch, wanted: key.epoch() });
        }
        if self.says.purpose != wanted.purpose {
            return Err(UnwrapError::Purpose);
        }
        let (bound, sealed) = self.bytes.split_at(BOUND);
        let sealed = sealed.try_into().expect("a wrap's length");
        envelope::open(&key.secret(), USE, &[bound], sealed).ok_or(UnwrapError::Tampered)
    }
}

impl fmt::Debug for Wrap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Wrap").field(&self.says).finish()
    }
}

/// What a wrap must be for: its blob, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which version of which record on which chain.
    pub context: Context,
    /// The blob at hand, as the chain names it.
    pub cid: Cid,
    /// Why it is read.
    pub purpose: WrapPurpose,
}

impl Wanted {
    fn for_reader(&self, to: &KeyBundle) -> WrapContext {
        let Self { context, cid, purpose } = *self;
        WrapContext { context, cid, reader: to.account(), reader_epoch: to.epoch(), purpose }
    }
}

/// Wraps a content key for the holder of `to`.
pub fn wrap(rng: &mut impl CryptoRng, key: &ContentKey, to: &KeyBundle, wanted: &Wanted) -> Wrap {
    Wrap::seal(rng, to, wanted.for_reader(to), 0, key.bytes())
}

/// Unwraps a content key.
///
/// # Errors
/// See [`UnwrapError`].
pub fn unwrap(wrap: &Wrap, key: &ReaderKey, wanted: &Wanted) -> Result<ContentKey, UnwrapError> {
    let secret = wrap.open(key, wanted)?;
    if wrap.share != 0 {
        return Err(UnwrapError::Kind);
    }
    Ok(ContentKey::of(secret))
}

/// Wraps a share for the holder of `to`.
pub fn wrap_share(rng: &mut impl CryptoRng, share: &Share, to: &KeyBundle, wanted: &Wanted) -> Wrap {
    Wrap::seal(rng, to, wanted.for_reader(to), share.number(), share.bytes())
}

/// Unwraps a share.
///
/// # Errors
/// See [`UnwrapError`].
pub fn unwrap_share(wrap: &Wrap, key: &ReaderKey, wanted: &Wanted) -> Result<Share, UnwrapError> {
    let secret = wrap.open(key, wanted)?;
    Share::of(wrap.share, secret).ok_or(UnwrapError::Kind)
}

fn read_says(bytes: &mut Bytes<'_>) -> Result<(WrapContext, u8), UnwrapError> {
    let mut read = || {
        let [share, purpose] = bytes.take()?;
        let context = Context::read(bytes)?;
        let cid = Cid(bytes.take()?);
        let reader = Account(bytes.take()?);
        Some((share, purpose, context, cid, reader, bytes.u32()?))
    };
    let (share, purpose, context, cid, reader, reader_epoch) = read().ok_or(HeadError::Truncated)?;
    let purpose = WrapPurpose::of(purpose).ok_or(UnwrapError::Code)?;
    if share > 3 || !cid.is_sound() {
        return Err(UnwrapError::Code);
    }
    Ok((WrapContext { context, cid, reader, reader_epoch, purpose }, share))
}
