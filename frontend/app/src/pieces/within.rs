//! What lies behind the first page: service, chain and vault, and the gate every signature passes.

use super::{drawn, piece};
use crate::{
    hand::{Hand, Stage, hand},
    pages,
    parts::SigningDialog,
    places::Place,
    shelf::queue,
    speech::say,
    words::Said,
};
use chartkey_vocabulary::Account;
use futures::channel::oneshot;
use leptos::{prelude::*, task::spawn_local};
use std::{cell::Cell, rc::Rc};

/// What shows that somebody is there.
const SIGNS: [&str; 6] = ["pointermove", "pointerdown", "keydown", "click", "scroll", "popstate"];

/// Sets out for service and chain.
pub(crate) fn arrive(hand: Hand) {
    spawn_local(async move {
        if window().location().pathname().is_ok_and(|path| Place::at(&path) == Place::Welcome) {
            // Whoever only looks at the first page needs no chain, and a phone would be busy with it for half a second.
            somebody().await;
        }
        if let Err(missing) = arriving(hand).await {
            let (what, next) = (say!("piece-missing"), say!("piece-missing-next"));
            hand.stranded(Said { what, next, details: missing.to_string() });
        }
    });
}

/// Waits until somebody does something.
async fn somebody() {
    let (found, is_there) = oneshot::channel();
    let found = Rc::new(Cell::new(Some(found)));
    let listeners = SIGNS.map(|sign| {
        let found = found.clone();
        window_event_listener_untyped(sign, move |_| {
            if let Some(found) = found.take() {
                let _ = found.send(());
            }
        })
    });
    // The other end lies in the listeners, which are still there.
    let _ = is_there.await;
    listeners.into_iter().for_each(WindowListenerHandle::remove);
}

/// Sends what waits, now that there is a connection.
pub(crate) fn send_on(hand: Hand) {
    // Without the piece it waits for the next time.
    spawn_local(async move { drop(sending(hand).await) });
}

/// Asks what somebody is called.
pub(crate) fn ask_name(hand: Hand, account: Account) {
    // Without the piece nobody's page is drawn either.
    spawn_local(async move { drop(asking(hand, account).await) });
}

/// What is signed lies over every page, from the first signature on.
#[component]
pub(crate) fn Within() -> impl IntoView {
    let desk = hand().desk();
    let signs = Memo::new(move |before: Option<&bool>| before == Some(&true) || desk.signing().is_some());
    move || signs.get().then(|| drawn(load_signing, signing))
}

/// What stands around every page of somebody known: how many things wait behind each entry of the menu, the keys others
/// wait for, a line while the session has ended but the vault is still open, or is about to lock, and for whom somebody
/// acts.
#[component]
pub(crate) fn Around(
    /// Which page it is.
    place: Memo<Place>,
) -> impl IntoView {
    let hand = hand();
    let known = Memo::new(move |_| hand.stage() > Stage::SigningIn);
    move || known.get().then(|| drawn(load_around, move || around(place)))
}

piece! { load_arriving:
    /// The way to service and chain.
    fn arriving(hand: Hand) -> () {
        hand.go();
    }
}

piece! { load_sending:
    /// Sends what waits.
    fn sending(hand: Hand) -> () {
        queue::send_all(hand);
    }
}

piece! { load_asking:
    /// What somebody is called.
    fn asking(hand: Hand, account: Account) -> () {
        hand.ask_name(account);
    }
}

piece! { load_signing:
    /// What is signed.
    fn signing() -> AnyView {
        view! { <SigningDialog /> }.into_any()
    }
}

piece! { load_around:
    /// Counts and lines.
    fn around(place: Memo<Place>) -> AnyView {
        view! {
            <pages::shared::MenuCounts />
            <pages::shared::Tending />
            <pages::hand::Ended />
            <pages::patient::Acting place=place />
        }
        .into_any()
    }
}
