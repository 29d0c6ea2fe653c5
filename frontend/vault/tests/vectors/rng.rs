//! Randomness that comes out the same every time.

use rand_core::{TryCryptoRng, TryRng};
use sha2::{Digest, Sha256};
use std::convert::Infallible;

/// SHA-256 of a seed and a counter, over and over.
pub(crate) struct Seeded {
    seed: Vec<u8>,
    count: u64,
    left: Vec<u8>,
}

impl Seeded {
    pub(crate) fn new(seed: &str) -> Self {
        Self { seed: seed.as_bytes().to_vec(), count: 0, left: Vec::new() }
    }
}

impl TryRng for Seeded {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), Infallible> {
        for byte in to {
            if self.left.is_empty() {
                let hash = Sha256::new().chain_update(&self.seed).chain_update(self.count.to_be_bytes()).finalize();
                self.left = hash.to_vec();
                self.count += 1;
            }
            *byte = self.left.pop().expect("filled");
        }
        Ok(())
    }
}

impl TryCryptoRng for Seeded {}

/// Gives out the bytes it was given: how a test says which key is to be drawn.
pub(crate) struct Exactly<'a>(pub(crate) &'a [u8]);

impl TryRng for Exactly<'_> {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        unreachable!("keys are drawn as bytes")
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        unreachable!("keys are drawn as bytes")
    }

    fn try_fill_bytes(&mut self, to: &mut [u8]) -> Result<(), Infallible> {
        let (head, rest) = self.0.split_at(to.len());
        to.copy_from_slice(head);
        self.0 = rest;
        Ok(())
    }
}

impl TryCryptoRng for Exactly<'_> {}
