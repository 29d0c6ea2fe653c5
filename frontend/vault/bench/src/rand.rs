//! A generator for measuring only: the same keys in every run, and no browser needed.

use chartkey_vault::rand_core::{TryCryptoRng, TryRng};
use core::convert::Infallible;

/// Counts from here.
pub struct Steady(pub u64);

impl TryRng for Steady {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.try_next_u64().map(|word| word as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        Ok(self.0)
    }

    fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), Infallible> {
        to.iter_mut().try_for_each(|byte| self.try_next_u64().map(|word| *byte = (word >> 56) as u8))
    }
}

impl TryCryptoRng for Steady {}
