//! The key of one record version.

use crate::random;
use rand_core::CryptoRng;
use subtle::{Choice, ConstantTimeEq};
use zeroize::Zeroizing;

/// Encrypts one record version; afterwards it is only wrapped for readers.
///
/// Zeroed on drop, and has neither `Debug` nor `Serialize`, so it stays out of logs and files.
#[derive(Clone)]
pub struct ContentKey(Zeroizing<[u8; 32]>);

impl ContentKey {
    /// Draws a fresh key. Every sealing takes its own.
    pub fn make(rng: &mut impl CryptoRng) -> Self {
        Self(random::secret(rng))
    }

    /// The key these bytes are.
    pub(crate) fn of(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl ConstantTimeEq for ContentKey {
    fn ct_eq(&self, other: &Self) -> Choice {
        self.0.ct_eq(other.0.as_ref())
    }
}
