//! Somebody whom the council has not let in, or no longer lets act.

use crate::{
    ask::asked,
    hand::hand,
    parts::{Note, Tone},
    places::Place,
    speech::{key, say, say_key},
    words,
};
use chartkey_flows::council;
use chartkey_vocabulary::{Reason, Standing};
use leptos::prelude::*;

/// Says that somebody may not act, why, and where it goes on; nothing where they may.
#[component]
pub(crate) fn MayNotAct() -> impl IntoView {
    let hand = hand();
    let stands = Memo::new(move |_| {
        let member = hand.member()?;
        Some((member.who.standing, member.licence.is_some()))
    });
    // What happened, the words of the link to where it goes on, and whether there is a reason.
    let said = move || {
        Some(match stands.get()? {
            (Standing::Active, _) => return None,
            (Standing::Pending, false) => (key!("may-not-act-licence"), key!("may-not-act-confirm"), false),
            (Standing::Pending, true) => (key!("may-not-act-pending"), key!("may-not-act-apply"), false),
            (Standing::Rejected, _) => (key!("may-not-act-rejected"), key!("apply-again"), true),
            (Standing::Suspended, _) => (key!("may-not-act-suspended"), key!("may-not-act-whom"), true),
        })
    };
    move || {
        said().map(|(what, on, was_decided)| {
            view! {
                <Note tone=Tone::Doubt>
                    <span>{move || say_key(what, &[])}</span>
                    " "
                    {was_decided.then(|| view! { <CouncilsReason /> " " })}
                    <a href=Place::Apply.path()>{move || say_key(on, &[])}</a>
                </Note>
            }
        })
    }
}

/// Why the council turned somebody down or suspended them, once that is known.
#[component]
pub(crate) fn CouncilsReason() -> impl IntoView {
    let hand = hand();
    let why = asked(move || async move { council::reason(&hand.session()?).await });
    let reason = move || why.read(|reason: &Option<Reason>| *reason).flatten().map(words::reason);
    move || reason().map(|reason| say!("apply-rejected-why", reason = reason))
}
