//! Who looked last, and whether the list is complete.

use crate::{
    ask::{Told, asked},
    hand::hand,
    pages::patient::{
        gently::session,
        log::{Entry, checked, entries},
    },
    parts::{Go, I, Note, Section},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::log;
use leptos::prelude::*;

/// So many are in view.
const IN_VIEW: usize = 3;

/// Who looked.
#[component]
pub(super) fn Looked() -> impl IntoView {
    let hand = hand();
    let seen = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            Ok((log::verify(&who, whose.unwrap_or(who.account())).await?, words::now()))
        }
    });
    let line = move |entry: Entry| {
        let icon = entry.icon();
        let entry = StoredValue::new(entry);
        view! {
            <div class="row">
                <span class="soft">
                    <I of=icon />
                </span>
                <p class="grow small">
                    <strong>{move || entry.with_value(|entry| entry.says(hand))}</strong>
                    <br />
                    <span class="soft">{move || entry.with_value(Entry::when)}</span>
                </p>
            </div>
        }
    };
    view! {
        <Section title=t!("place-log")>
            <Told of=seen awaited=t!("log-awaited") let:seen>
                {
                    let (verified, at) = &*seen;
                    let (at, result) = (*at, checked(verified));
                    let mut others = entries(&verified.lines);
                    others.retain(|entry| entry.reader != hand.me());
                    others.truncate(IN_VIEW);
                    let none = others.is_empty();
                    view! {
                        <div class="sheet stack">
                            {none.then(|| view! { <p class="soft">{t!("log-none")}</p> })}
                            {others.into_iter().map(line).collect_view()}
                            <Note tone=result.tone()>
                                {move || result.says()} " " {move || say!("log-proof-when", when = words::ago(at))}
                            </Note>
                            <Go to=Place::Log>{t!("held-whole-log")}</Go>
                        </div>
                    }
                }
            </Told>
        </Section>
    }
}
