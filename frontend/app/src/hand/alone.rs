//! Without a connection: the vault opened from this device's copy, what was opened before, and what waits to be sent.

use super::{Hand, Stage, site};
use crate::{
    ground::{clock, cupboard::Sealed, drawer::LocalNotes},
    parts::hush,
    shelf::queue,
};
use chartkey_flows::{Alone, Cupboard, Failure, Holder, Person, alone, copies, cupboard};
use chartkey_vocabulary::{Account, Digest};
use leptos::{prelude::*, task::spawn_local};
use std::{rc::Rc, sync::Arc};
use zeroize::Zeroizing;

/// An open vault, with a connection or without.
pub(crate) enum Holding {
    /// With one.
    Person(Rc<Person>),
    /// Without.
    Alone(Rc<Alone>),
}

impl Holding {
    /// What can be done either way.
    pub(crate) fn holder(&self) -> Holder<'_> {
        match self {
            Self::Person(person) => person.holder(),
            Self::Alone(alone) => alone.holder(clock::now()),
        }
    }
}

/// This device's cupboard.
#[allow(clippy::arc_with_non_send_sync, reason = "flows share by Arc on every platform")]
pub(super) fn cupboard() -> Arc<dyn Cupboard> {
    Arc::new(Sealed)
}

/// Whether the browser has a connection, as far as it knows.
pub(crate) fn is_connected() -> bool {
    window().navigator().on_line()
}

/// Sends what waits as soon as there is a connection again.
pub(super) fn begin(hand: Hand) {
    // For the app's whole life.
    let _ = window_event_listener_untyped("online", move |_| {
        if hand.stage.get_untracked() == Stage::Open {
            crate::pieces::send_on(hand);
        }
    });
}

impl Hand {
    /// The open vault, with a connection or without.
    ///
    /// # Errors
    /// When it is closed.
    pub(crate) async fn holding(self) -> Result<Holding, Failure> {
        match self.alone() {
            Some(alone) => Ok(Holding::Alone(alone)),
            None => self.person().await.map(Holding::Person),
        }
    }

    /// The vault opened without a connection.
    pub(crate) fn alone(self) -> Option<Rc<Alone>> {
        self.kept.with_value(|kept| kept.alone.clone())
    }

    /// Whether somebody works without a connection; who calls it in a view follows it.
    pub(crate) fn is_alone(self) -> bool {
        self.alone_open.get() && self.stage.get() == Stage::Offline
    }

    /// Whose vaults this device has copies of.
    pub(crate) async fn copied() -> Vec<Account> {
        let Some(genesis) = chain() else { return Vec::new() };
        alone::accounts(&Sealed, genesis).await.unwrap_or_default()
    }

    /// Opens this device's copy of a vault.
    ///
    /// # Errors
    /// A wrong passphrase; no copy.
    pub(crate) async fn open_alone(self, account: Account, passphrase: Zeroizing<String>) -> Result<(), Failure> {
        let genesis = chain().ok_or_else(|| Failure::Not("this device does not know Chartkey yet".into()))?;
        let door = |file: &chartkey_vault::VaultFile, expected: &chartkey_vault::Expected| {
            file.open_with_passphrase(&passphrase, expected)
        };
        let opened = Alone::open(cupboard(), &LocalNotes, genesis, account, door).await?;
        self.kept.update_value(|kept| kept.alone = Some(Rc::new(opened)));
        self.touched();
        self.me.set(Some(account));
        self.alone_open.set(true);
        queue::look(self);
        Ok(())
    }

    /// Closes it again, and looks whether there is a connection.
    pub(crate) fn leave_alone(self) {
        self.close_alone();
        self.arrive();
    }

    pub(super) fn close_alone(self) {
        if self.alone().is_none() {
            return;
        }
        self.kept.update_value(|kept| kept.alone = None);
        crate::shelf::forget();
        hush();
        self.me.set(None);
        self.alone_open.set(false);
    }

    /// Holds what this device keeps against the chain, now that the vault is open, and looks what waits to be sent.
    pub(super) fn look_into_cupboard(self) {
        queue::look(self);
        spawn_local(async move {
            if let Ok(person) = self.person().await {
                // What was not looked at now is looked at the next time.
                let _ = copies::sweep(&person).await;
            }
        });
    }

    /// Throws away all that this device keeps, whoever's it is: copies, vaults, and what waits to be sent.
    ///
    /// # Errors
    /// When the browser does not let go of it.
    pub(crate) async fn forget_device(self) -> Result<(), Failure> {
        cupboard::forget(&Sealed).await?;
        crate::ground::drawer::remember("account", None);
        crate::ground::drawer::remember("wallet", None);
        queue::look(self);
        Ok(())
    }
}

/// The chain this device knows.
fn chain() -> Option<Digest> {
    site::pins().ok()?.deployment.map(|deployment| Digest(deployment.genesis))
}
