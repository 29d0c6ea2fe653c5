//! Somebody whose vault is open: can read what was sealed to them, and seal to others.

use crate::{failure::Failure, signed_in::SignedIn};
use chartkey_vault::{ReaderKey, Vault};
use std::ops::Deref;

/// Somebody signed in, with an open vault. All that one who is signed in can do they can do too.
pub struct Person {
    signed_in: SignedIn,
    pub(crate) vault: Vault,
}

impl Deref for Person {
    type Target = SignedIn;

    fn deref(&self) -> &SignedIn {
        &self.signed_in
    }
}

impl Person {
    pub(crate) fn new(signed_in: SignedIn, vault: Vault) -> Self {
        Self { signed_in, vault }
    }

    /// The open vault, to look into. It is changed by [`crate::vault::change`], which saves it.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The same open vault within a newer session, since a session lasts an hour and a vault may stay open longer.
    ///
    /// # Errors
    /// `Not` when the session is another account's.
    pub fn renewed(self, signed_in: SignedIn) -> Result<Self, Failure> {
        if signed_in.account() != self.account() || signed_in.genesis() != self.genesis() {
            return Err(Failure::not("this session is another account's"));
        }
        Ok(Self { signed_in, vault: self.vault })
    }

    /// The session, without the vault.
    pub fn signed_in(&self) -> &SignedIn {
        &self.signed_in
    }

    /// The reader key of one epoch.
    pub(crate) fn reader_key(&self, epoch: u32) -> Result<&ReaderKey, Failure> {
        let key = self.vault.reader_key_of(epoch);
        key.ok_or_else(|| Failure::not(format!("this was sealed for keys of epoch {epoch}, which your vault lacks")))
    }
}
