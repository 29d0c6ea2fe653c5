//! Somebody whom the council has not let in, or no longer lets act.

use crate::{
    hand::hand,
    parts::{Note, Tone},
    places::Place,
    speech::{key, say_key, t},
};
use chartkey_vocabulary::Standing;
use leptos::prelude::*;

/// Says that somebody may not act, why, and where it goes on; nothing where they may.
#[component]
pub(crate) fn MayNotAct() -> impl IntoView {
    let hand = hand();
    let why = move || {
        Some(match hand.standing()? {
            Standing::Active => return None,
            Standing::Pending => key!("may-not-act-pending"),
            Standing::Rejected => key!("may-not-act-rejected"),
            Standing::Suspended => key!("may-not-act-suspended"),
        })
    };
    move || {
        why().map(|why| {
            view! {
                <Note tone=Tone::Doubt>
                    <span>{move || say_key(why, &[])}</span>
                    " "
                    <a href=Place::Apply.path()>{t!("may-not-act-apply")}</a>
                </Note>
            }
        })
    }
}
