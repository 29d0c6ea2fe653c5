//! Who is here, as far as frame and pages need it.

use crate::{
    hand::{Hand, Stage},
    places::Place,
    words,
};
use chartkey_vocabulary::{MINUTE, Role};
use leptos::prelude::*;

/// Who is here.
#[derive(Clone, Copy)]
pub(crate) struct Standing {
    /// How far they have come.
    pub(crate) stage: Signal<Stage>,
    /// As what; nobody has signed in, or nobody with a role, for none.
    pub(crate) role: Signal<Option<Role>>,
    /// By what name: their own or the public card's, else what they are.
    pub(crate) name: Signal<Option<String>>,
    /// The account, shortened.
    pub(crate) account: Signal<Option<String>>,
    /// Minutes until the vault locks; closed for none.
    pub(crate) open: Signal<Option<u64>>,
}

impl Standing {
    /// Follows the hand at the door.
    pub(crate) fn of_hand(hand: Hand) -> Self {
        let inside = move || matches!(hand.stage(), Stage::Locked | Stage::Open);
        Self {
            stage: Signal::derive(move || hand.stage()),
            role: Memo::new(move |_| hand.role().filter(|_| inside())).into(),
            name: Signal::derive(move || {
                hand.me().and_then(|me| hand.known_name(me)).or_else(|| hand.role().map(words::role))
            }),
            account: Signal::derive(move || hand.me().map(words::short_account)),
            open: Memo::new(move |_| {
                let until = hand.locks_at().filter(|_| hand.stage() == Stage::Open)?;
                Some(until.saturating_sub(words::now()) / MINUTE)
            })
            .into(),
        }
    }

    /// Whether a page is for somebody of this role; `None` when it is for everybody.
    pub(crate) fn fits(&self, place: Place) -> Option<bool> {
        let roles = place.roles()?;
        Some(self.role.get().is_some_and(|role| roles.contains(&role)))
    }
}
