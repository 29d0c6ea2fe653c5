//! The wallet that was used last is opened again without anybody choosing it, as after a reload. Only that: which account
//! signs in is still somebody's own press, because the wallet's question that follows must surprise nobody.

use super::Choice;
use crate::{
    ground::{
        clock,
        wallet::{self, Offered},
    },
    hand::Hand,
};
use futures::future::{self, Either};
use leptos::{prelude::*, task::spawn_local};
use std::{cell::Cell, pin::pin};

/// A wallet that still allows this page answers at once; one that asks its owner first is not waited for.
const PATIENCE: u32 = 5_000;

thread_local! {
    // Not again after it did not open: whoever said no is not asked on every page.
    static MAY: Cell<bool> = const { Cell::new(true) };
}

/// Opens the wallet used last as soon as it is in this page. Where it does not open, or no longer has the account, there
/// is the choice as without it.
pub(super) fn open_again(choice: Choice, hand: Hand) {
    // Whoever left, or whose account is gone, chooses anew.
    if untrack(|| hand.sent()).is_some() || !MAY.get() {
        return;
    }
    let Some((id, address)) = Hand::last_used() else { return };
    Effect::new(move |done: Option<bool>| {
        if done == Some(true) {
            return true;
        }
        let here = choice.wallets.with(|wallets| wallets.iter().find(|offered| offered.id == id).cloned());
        let Some(offered) = here else { return false };
        // Somebody may have been quicker.
        if choice.opening.with_untracked(Option::is_none) && choice.accounts.with_untracked(Option::is_none) {
            begin(choice, hand, offered, address.clone());
        }
        true
    });
}

fn begin(choice: Choice, hand: Hand, offered: Offered, address: String) {
    let Some(visitor) = hand.visitor() else { return };
    choice.opening.set(Some(offered.id.clone()));
    spawn_local(async move {
        let opened = match future::select(pin!(wallet::open(&offered, &visitor)), pin!(clock::pause(PATIENCE))).await {
            Either::Left((opened, _)) => opened.ok(),
            Either::Right(_) => None,
        };
        let opened = opened.filter(|opened| opened.accounts.iter().any(|owned| owned.address == address));
        MAY.set(opened.is_some());
        // The page may be gone by then, or another wallet chosen.
        if choice.opening.try_get_untracked().flatten().as_ref() != Some(&offered.id) {
            return;
        }
        choice.opening.set(None);
        if let Some(opened) = opened {
            choice.take(offered, opened);
        }
    });
}
