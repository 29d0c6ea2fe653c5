//! What a device keeps so that it works without a connection: ciphertext, wraps and what the chain says of them. Nothing
//! in it opens without the vault's passphrase.

use crate::{drawer::Jammed, http::Shared};
use async_trait::async_trait;
use std::{collections::BTreeMap, sync::Mutex};

/// A place for large sealed things by name. What was put survives the end of the program.
#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
pub trait Cupboard: Shared {
    /// How many bytes of copies it has room for; none for one that keeps nothing.
    fn room(&self) -> u64;

    /// Puts something, in place of what had that name.
    ///
    /// # Errors
    /// When it cannot be kept.
    async fn put(&self, name: &str, sealed: &[u8]) -> Result<(), Jammed>;

    /// Takes something out to read.
    ///
    /// # Errors
    /// When it cannot be read.
    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Jammed>;

    /// The names of all that begin like this.
    ///
    /// # Errors
    /// When they cannot be read.
    async fn names(&self, prefix: &str) -> Result<Vec<String>, Jammed>;

    /// Throws something away; not having it is fine.
    ///
    /// # Errors
    /// When it cannot be removed.
    async fn remove(&self, name: &str) -> Result<(), Jammed>;
}

/// Throws all of it away: whoever uses the device next finds nothing, not even sealed.
///
/// # Errors
/// When something cannot be removed.
pub async fn forget(cupboard: &dyn Cupboard) -> Result<(), Jammed> {
    for name in cupboard.names("").await? {
        cupboard.remove(&name).await?;
    }
    Ok(())
}

/// A cupboard that keeps nothing: for programs that are always connected.
pub struct Bare;

#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
impl Cupboard for Bare {
    fn room(&self) -> u64 {
        0
    }

    async fn put(&self, _: &str, _: &[u8]) -> Result<(), Jammed> {
        Err(Jammed("it has no room for that".into()))
    }

    async fn get(&self, _: &str) -> Result<Option<Vec<u8>>, Jammed> {
        Ok(None)
    }

    async fn names(&self, _: &str) -> Result<Vec<String>, Jammed> {
        Ok(Vec::new())
    }

    async fn remove(&self, _: &str) -> Result<(), Jammed> {
        Ok(())
    }
}

/// A cupboard in memory, empty again when the program ends.
pub struct Memory {
    room: u64,
    kept: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Memory {
    /// One with room for so many bytes of copies.
    pub fn with_room(room: u64) -> Self {
        Self { room, kept: Mutex::default() }
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg_attr(not(target_arch = "wasm32"), async_trait)]
#[cfg_attr(target_arch = "wasm32", async_trait(?Send))]
impl Cupboard for Memory {
    fn room(&self) -> u64 {
        self.room
    }

    async fn put(&self, name: &str, sealed: &[u8]) -> Result<(), Jammed> {
        self.kept().insert(name.into(), sealed.into());
        Ok(())
    }

    async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Jammed> {
        Ok(self.kept().get(name).cloned())
    }

    async fn names(&self, prefix: &str) -> Result<Vec<String>, Jammed> {
        Ok(self.kept().keys().filter(|name| name.starts_with(prefix)).cloned().collect())
    }

    async fn remove(&self, name: &str) -> Result<(), Jammed> {
        self.kept().remove(name);
        Ok(())
    }
}
