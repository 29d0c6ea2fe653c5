//! Somebody without a connection: the vault opened from this device's copy of the file, and what else the device keeps.

use crate::{
    cupboard::Cupboard,
    drawer::{Drawer, Jammed},
    failure::Failure,
    person::Person,
    vault,
};
use chartkey_vault::{Expected, ReaderKey, UnlockError, Vault, VaultFile, Whose};
use chartkey_vocabulary::{Account, Digest, Time};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// An open vault and a cupboard: all that opening and sealing without a connection takes.
#[derive(Clone, Copy)]
pub struct Holder<'a> {
    pub(crate) whose: Whose,
    pub(crate) vault: &'a Vault,
    pub(crate) cupboard: &'a dyn Cupboard,
    pub(crate) now: Time,
}

impl Holder<'_> {
    /// The reader key of one epoch.
    pub(crate) fn reader_key(&self, epoch: u32) -> Result<&ReaderKey, Failure> {
        let key = self.vault.reader_key_of(epoch);
        key.ok_or_else(|| Failure::not(format!("this was sealed for keys of epoch {epoch}, which your vault lacks")))
    }

    /// Whose it is.
    pub fn account(&self) -> Account {
        self.whose.account
    }
}

impl Person {
    /// What this person can do without a connection.
    pub fn holder(&self) -> Holder<'_> {
        let now = self.oracle().now();
        Holder { whose: vault::whose(self), vault: &self.vault, cupboard: self.cupboard.as_ref(), now }
    }
}

/// Somebody whose vault is open and who is not connected.
pub struct Alone {
    whose: Whose,
    vault: Vault,
    cupboard: Arc<dyn Cupboard>,
    since: Time,
}

impl Alone {
    /// Opens this device's copy of a vault by whichever door.
    ///
    /// # Errors
    /// `Not` when the device has no copy; a wrong passphrase in words.
    pub async fn open(
        cupboard: Arc<dyn Cupboard>,
        drawer: &dyn Drawer,
        genesis: Digest,
        account: Account,
        door: impl FnOnce(&VaultFile, &Expected) -> Result<Vault, UnlockError>,
    ) -> Result<Self, Failure> {
        let whose = Whose { genesis: genesis.0, account };
        let none = || Failure::not("this device keeps no copy of that vault");
        let copy = cupboard.get(&vault_name(&whose)).await?.ok_or_else(none)?;
        let copy: Copy = serde_json::from_slice(&copy).map_err(|_| damaged())?;
        let file = VaultFile::parse(&copy.bytes.0).map_err(Failure::vault)?;
        let vault = vault::unlock_as(whose, drawer, &file, door)?;
        Ok(Self { whose, vault, cupboard, since: copy.since })
    }

    /// What they can do.
    pub fn holder(&self, now: Time) -> Holder<'_> {
        Holder { whose: self.whose, vault: &self.vault, cupboard: self.cupboard.as_ref(), now }
    }

    /// Who it is.
    pub fn account(&self) -> Account {
        self.whose.account
    }

    /// The open vault, to look into.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// When the copy of the vault was made.
    pub fn since(&self) -> Time {
        self.since
    }
}

/// The vault file as the service gave it, and when.
#[derive(Serialize, Deserialize)]
struct Copy {
    since: Time,
    bytes: chartkey_protocol::Bytes,
}

/// Whose vaults this device has copies of.
///
/// # Errors
/// When the cupboard cannot be read.
pub async fn accounts(cupboard: &dyn Cupboard, genesis: Digest) -> Result<Vec<Account>, Jammed> {
    let prefix = format!("vault/{}/", hex::encode(genesis.0));
    let names = cupboard.names(&prefix).await?;
    let account = |name: &String| {
        let mut bytes = [0; 20];
        hex::decode_to_slice(name.strip_prefix(&prefix)?, &mut bytes).ok()?;
        Some(Account(bytes))
    };
    Ok(names.iter().filter_map(account).collect())
}

/// Keeps a copy of a vault file, which opens by its doors only.
pub(crate) async fn keep_vault(cupboard: &dyn Cupboard, whose: &Whose, bytes: &[u8], since: Time) {
    if cupboard.room() == 0 {
        return;
    }
    let copy = Copy { since, bytes: chartkey_protocol::Bytes(bytes.to_vec()) };
    if let Ok(copy) = serde_json::to_vec(&copy) {
        // Who cannot keep it needs a connection the next time.
        let _ = cupboard.put(&vault_name(whose), &copy).await;
    }
}

fn vault_name(whose: &Whose) -> String {
    format!("vault/{}", home(whose))
}

/// Where somebody's things lie: chain and account.
pub(crate) fn home(whose: &Whose) -> String {
    format!("{}/{}", hex::encode(whose.genesis), hex::encode(whose.account.0))
}

pub(crate) fn damaged() -> Failure {
    Failure::Jammed(Jammed("a copy is damaged".into()))
}
