//! Chance, from the machine or the browser.

use crate::failure::Failure;

/// So many bytes nobody can guess.
///
/// # Errors
/// When the machine has no chance to give; nothing may be made then.
pub fn bytes<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Failure::not("this device gives no random numbers"))?;
    Ok(bytes)
}
