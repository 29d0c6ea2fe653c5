//! What the owner's device does for others by itself: the keys that are allowed and that nobody has made yet.

use crate::hand::{First, Hand, Stage, hand};
use chartkey_flows::tend;
use chartkey_vocabulary::{Account, Role};
use leptos::{prelude::*, task::spawn_local};
use std::cell::Cell;

thread_local! {
    // One at a time, whatever happens meanwhile: what asks for it then has it done once more afterwards.
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
    static ONCE_MORE: Cell<bool> = const { Cell::new(false) };
}

/// Makes missing keys in the chart that is looked at, from when the vault is open and whenever something happened,
/// whichever page is in view; draws nothing. Nothing is signed, and nothing is given that the chain does not allow; what
/// does not succeed is tried again with the next news.
#[component]
pub(crate) fn Tending() -> impl IntoView {
    let hand = hand();
    Effect::new(move |_| {
        hand.follow_news();
        if chart(hand).is_none() {
            return;
        }
        if AT_WORK.replace(true) {
            ONCE_MORE.set(true);
            return;
        }
        spawn_local(async move {
            // Whose it is by now: somebody may have turned to a ward, or locked the vault.
            while let Some(whose) = untrack(|| chart(hand)) {
                ONCE_MORE.set(false);
                look_after(hand, whose).await;
                if !ONCE_MORE.get() {
                    break;
                }
            }
            AT_WORK.set(false);
        });
    });
}

/// The chart to look after: only patients keep one, and a first vault is made and saved before anything else.
fn chart(hand: Hand) -> Option<Account> {
    let is_ready = hand.stage() == Stage::Open && hand.first().with(|first| *first == First::No);
    hand.whose().filter(|_| is_ready && hand.role() == Some(Role::Patient))
}

async fn look_after(hand: Hand, whose: Account) {
    if let Ok(person) = hand.person().await
        && let Err(failure) = tend::chart(&person, whose).await
    {
        hand.noticed(&failure);
    }
}
