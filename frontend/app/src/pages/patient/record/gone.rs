//! A record that is no more: who withdrew it, when, what that means, and what stays.

use super::{Whole, name_of_answer};
use crate::{
    hand::{Hand, hand},
    parts::{Empty, Go, icons},
    places::Place,
    shelf,
    speech::{key, say, say_key, t},
    words,
};
use chartkey_flows::chart::{self, Withdrawn};
use chartkey_vocabulary::{Account, RecordId, Role, Time};
use leptos::prelude::*;

/// What is known of a record the chain has no more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Gone {
    /// Whose it was.
    pub(super) owner: Option<Account>,
    by: Option<Account>,
    at: Option<Time>,
}

/// Finds out what became of it, as far as the asker may know.
pub(super) async fn gone(hand: Hand, id: RecordId) -> Gone {
    let owner = shelf::before::<Whole>(&name_of_answer(id)).map(|whole| whole.row.owner);
    // Only the patient and guardians are told who withdrew what.
    let told = async {
        let who = hand.signed_in()?;
        let is_patient = hand.member_now().is_some_and(|member| member.who.role == Role::Patient);
        let mine: Vec<Account> = std::iter::once(who.account()).chain(untrack(|| hand.wards())).collect();
        if is_patient { chart::withdrawn(&who, id, &mine).await.ok().flatten() } else { None }
    };
    match told.await {
        Some(Withdrawn { owner, by, at }) => Gone { owner: Some(owner), by: Some(by), at: Some(at) },
        None => Gone { owner, ..Gone::default() },
    }
}

/// What stands in the record's place.
#[component]
pub(super) fn Withdrawal(gone: Gone) -> impl IntoView {
    let hand = hand();
    let Gone { owner, by, at } = gone;
    let me = untrack(|| hand.me());
    let mine = owner.is_some() && owner == me;
    let name = move |who: Account| hand.name_of(who);
    let title = move || match (owner, by) {
        (Some(_), Some(by)) if mine && Some(by) == me => say!("gone-by-you"),
        (Some(_), Some(by)) if mine => say!("gone-by", by = name(by)),
        (Some(owner), Some(by)) if Some(by) == me => say!("gone-by-you-of", owner = name(owner)),
        (Some(owner), Some(by)) => say!("gone-by-of", by = name(by), owner = name(owner)),
        (Some(_), None) if mine => say!("gone-mine"),
        (Some(owner), None) => say!("gone-of", owner = name(owner)),
        (None, _) => say!("gone-unknown"),
    };
    let is_patient = move || hand.role() == Some(Role::Patient);
    let stays = move || match owner {
        None => None,
        Some(_) if is_patient() => Some(key!("gone-stays")),
        Some(_) => Some(key!("gone-stays-reader")),
    };
    let note = if owner.is_some() { key!("gone-means") } else { key!("gone-unknown-note") };
    view! {
        <Empty icon=icons::TRASH title=title note=Signal::derive(move || say_key(note, &[]))>
            {at.map(|at| view! { <p class="small">{move || say!("gone-when", when = words::full_time(at))}</p> })}
            {move || stays().map(|stays| view! { <p class="small">{move || say_key(stays, &[])}</p> })}
            {move || {
                is_patient()
                    .then(|| {
                        view! {
                            <div class="row wrap center">
                                <Go to=Place::Records>{t!("place-records")}</Go>
                                <Go to=Place::Log>{t!("place-log")}</Go>
                            </div>
                        }
                    })
            }}
        </Empty>
    }
}
