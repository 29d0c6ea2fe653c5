//! The contract's own storage, as the rulebooks see it.

use crate::host;
use alloc::vec::Vec;
use chartkey_rules::{Key, Storage};

/// The rows of the contract that runs.
///
/// ink! keeps its root under a short key; rows live in the space of 32-byte keys, so the two never meet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rows;

impl Storage for Rows {
    #[inline(never)]
    fn get(&self, key: &Key) -> Option<Vec<u8>> {
        host::get(key, &mut [0; host::ROW]).map(<[u8]>::to_vec)
    }

    #[inline(never)]
    fn set(&mut self, key: &Key, row: &[u8]) {
        host::set(key, row);
    }

    #[inline(never)]
    fn clear(&mut self, key: &Key) {
        host::clear(key);
    }

    fn keccak(&self, bytes: &[u8]) -> [u8; 32] {
        host::keccak(bytes)
    }
}
