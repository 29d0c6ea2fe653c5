//! Where randomness comes from.
//!
//! Whatever draws takes the generator as an argument, so that test vectors can be made again. Outside tests it is
//! always [`entropy`].

use getrandom::SysRng;
use rand_core::{CryptoRng, UnwrapErr};
use zeroize::Zeroizing;

/// The system's generator: `getrandom` natively, Web Crypto in a browser.
///
/// # Panics
/// When drawing, if the system has no randomness to give: nothing may be sealed then.
pub fn entropy() -> impl CryptoRng {
    UnwrapErr(SysRng)
}

/// Draws a secret.
pub(crate) fn secret<const N: usize>(rng: &mut impl CryptoRng) -> Zeroizing<[u8; N]> {
    let mut bytes = Zeroizing::new([0; N]);
    rng.fill_bytes(bytes.as_mut());
    bytes
}

/// Draws something that need not stay secret.
pub(crate) fn nonce<const N: usize>(rng: &mut impl CryptoRng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}
