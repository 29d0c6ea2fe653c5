//! Wallets in the browser: which there are, their accounts, and how each signs.

#[cfg(feature = "development")]
pub(crate) mod development;
mod injected;
mod signature;

use chartkey_client::AccountId;
use chartkey_flows::{Visitor, Wallet};
use std::sync::Arc;

pub(crate) use injected::Watch;

/// A wallet that is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offered {
    /// How the page finds it, such as `talisman`.
    pub(crate) id: String,
    /// As people know it.
    pub(crate) title: String,
    /// Whether its keys are known to everybody.
    pub(crate) development: bool,
}

/// An account of a wallet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Owned {
    /// As the wallet writes it.
    pub(crate) address: String,
    /// What its owner calls it.
    pub(crate) name: Option<String>,
    /// Who it is.
    pub(crate) id: AccountId,
    /// The scheme of its key, as the wallet names it.
    scheme: Option<String>,
}

/// Why a wallet cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It is not here any more.
    Gone,
    /// Its owner said no.
    Refused,
    /// It has to be unlocked.
    Locked,
    /// It showed no account.
    NoAccounts,
    /// It is for the development chain only.
    #[cfg(feature = "development")]
    NotHere,
    /// It failed, in its own words.
    Failed(String),
}

/// An opened wallet.
pub(crate) struct Opened {
    /// Which.
    pub(crate) offered: Offered,
    /// Its accounts.
    pub(crate) accounts: Vec<Owned>,
    inner: Inner,
}

enum Inner {
    Injected(injected::Injected),
    #[cfg(feature = "development")]
    Development,
}

/// The wallets that are here now. Extensions put themselves into a page within its first moments, so asking again helps.
pub(crate) fn offered() -> Vec<Offered> {
    let offered = injected::offered().into_iter();
    #[cfg(feature = "development")]
    let offered = offered.chain([development::offered()]);
    offered.collect()
}

/// Opens a wallet: its owner is asked whether this page may see the accounts.
///
/// # Errors
/// Why it cannot be used.
pub(crate) async fn open(offered: &Offered, visitor: &Visitor) -> Result<Opened, Trouble> {
    #[cfg(feature = "development")]
    if offered.development {
        let accounts = development::accounts(visitor)?;
        return Ok(Opened { offered: offered.clone(), accounts, inner: Inner::Development });
    }
    let _ = visitor;
    let injected = injected::Injected::enable(&offered.id).await?;
    let accounts = injected.accounts().await?;
    Ok(Opened { offered: offered.clone(), accounts, inner: Inner::Injected(injected) })
}

impl Opened {
    /// The account of this address, as somebody who signs.
    pub(crate) fn signer(&self, address: &str) -> Option<Arc<dyn Wallet>> {
        let owned = self.accounts.iter().find(|owned| owned.address == address)?.clone();
        match &self.inner {
            Inner::Injected(injected) => Some(injected.signer(owned)),
            #[cfg(feature = "development")]
            Inner::Development => development::signer(&owned),
        }
    }

    /// Hears, as long as the answer is kept, when the wallet's accounts are others than before.
    pub(crate) fn watch(&self, told: impl Fn(Vec<String>) + 'static) -> Option<Watch> {
        match &self.inner {
            Inner::Injected(injected) => injected.watch(told),
            #[cfg(feature = "development")]
            Inner::Development => None,
        }
    }
}
