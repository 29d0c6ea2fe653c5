//! Public keys of others: fetched from anywhere, believed only when the chain names them.

use crate::{distrust::Distrust, failure::Failure, signed_in::SignedIn};
use chartkey_vault::KeyBundle;
use chartkey_vocabulary::Account;
use std::collections::HashMap;

/// Public keys that were checked, for one piece of work.
pub(crate) struct Bundles<'a> {
    who: &'a SignedIn,
    known: HashMap<Account, KeyBundle>,
}

impl<'a> Bundles<'a> {
    pub(crate) fn new(who: &'a SignedIn) -> Self {
        Self { who, known: HashMap::new() }
    }

    /// The present public keys of an account.
    ///
    /// # Errors
    /// `SwappedKey` when what is served is not what the chain names; `Not` when the account has published none.
    pub(crate) async fn of(&mut self, account: Account) -> Result<KeyBundle, Failure> {
        if let Some(bundle) = self.known.get(&account) {
            return Ok(bundle.clone());
        }
        let bundle = bundle_of(self.who, account).await?;
        self.known.insert(account, bundle.clone());
        Ok(bundle)
    }
}

/// As [`Bundles::of`], for once.
pub(crate) async fn bundle_of(who: &SignedIn, account: Account) -> Result<KeyBundle, Failure> {
    let member = who.member_of(account).await?;
    let named = member.keys.ok_or_else(|| Failure::not(format!("{account} has published no keys yet")))?;
    let bytes = who.oracle().public_blob(&named).await?;
    KeyBundle::fetched(&bytes, &named, account, member.epoch).map_err(|_| Distrust::SwappedKey.into())
}
