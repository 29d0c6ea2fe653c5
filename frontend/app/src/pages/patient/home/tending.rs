//! What the owner's device does for others by itself: the keys that are allowed and that nobody has made yet.

use crate::hand::Hand;
use chartkey_flows::tend;
use leptos::{prelude::*, task::spawn_local};
use std::cell::Cell;

thread_local! {
    static AT_WORK: Cell<bool> = const { Cell::new(false) };
}

/// Makes missing keys in the chart that is looked at, now and when something happened. Nothing is signed, and nothing
/// is given that the chain does not allow; what does not succeed is tried again with the next news.
pub(super) fn begin(hand: Hand) {
    Effect::new(move |_| {
        hand.follow_news();
        let Some(whose) = hand.whose() else { return };
        if AT_WORK.replace(true) {
            return;
        }
        spawn_local(async move {
            if let Ok(person) = hand.person().await
                && let Err(failure) = tend::chart(&person, whose).await
            {
                hand.noticed(&failure);
            }
            AT_WORK.set(false);
        });
    });
}
