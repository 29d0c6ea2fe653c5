//! What a client remembers between two runs: nothing secret, but what it must not forget.
//!
//! The last revision of the vault seen, so that an older one is noticed; sign-in texts already signed, so that a
//! replayed one is; wraps that are to be handed over once the chain has named their blob, because the key in them is
//! nowhere else.

use crate::http::Shared;
use std::{collections::BTreeMap, sync::Mutex};

/// The note could not be kept or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this device cannot keep a note: {0}")]
pub struct Jammed(pub String);

/// A place for small notes by name. A note that was put survives a crash.
pub trait Drawer: Shared {
    /// Puts a note, in place of an earlier one of that name.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn put(&self, name: &str, note: &[u8]) -> Result<(), Jammed>;

    /// Reads a note.
    ///
    /// # Errors
    /// When it cannot be read.
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Jammed>;

    /// The names of all notes that begin like this.
    ///
    /// # Errors
    /// When they cannot be read.
    fn names(&self, prefix: &str) -> Result<Vec<String>, Jammed>;

    /// Throws a note away; not having it is fine.
    ///
    /// # Errors
    /// When it cannot be removed.
    fn remove(&self, name: &str) -> Result<(), Jammed>;
}

/// A drawer that is empty again when the program ends.
#[derive(Default)]
pub struct Pocket(Mutex<BTreeMap<String, Vec<u8>>>);

impl Pocket {
    fn notes(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Drawer for Pocket {
    fn put(&self, name: &str, note: &[u8]) -> Result<(), Jammed> {
        self.notes().insert(name.into(), note.into());
        Ok(())
    }

    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, Jammed> {
        Ok(self.notes().get(name).cloned())
    }

    fn names(&self, prefix: &str) -> Result<Vec<String>, Jammed> {
        Ok(self.notes().keys().filter(|name| name.starts_with(prefix)).cloned().collect())
    }

    fn remove(&self, name: &str) -> Result<(), Jammed> {
        self.notes().remove(name);
        Ok(())
    }
}
