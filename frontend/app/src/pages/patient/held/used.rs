//! What somebody opened with their key.

use crate::{
    ask::{Told, asked},
    hand::hand,
    pages::patient::{
        gently::session,
        log::{EntryLine, entries},
    },
    speech::t,
};
use chartkey_flows::log;
use chartkey_vocabulary::Between;
use leptos::prelude::*;

/// So many are in view; all of them are in the log.
const IN_VIEW: usize = 6;

/// What somebody opened with their key, the latest first, from the log as it was verified.
#[component]
pub(super) fn Used(between: Between) -> impl IntoView {
    let hand = hand();
    let Between { patient, reader, purpose } = between;
    let seen = asked(move || async move { log::verify(&session(hand)?, patient).await });
    view! {
        <Told of=seen awaited=t!("log-awaited") let:verified>
            {
                let anchored = verified.anchored;
                let mut used = entries(&verified.lines);
                used.retain(|entry| entry.reader == Some(reader) && entry.purpose.is_none_or(|known| known == purpose));
                used.truncate(IN_VIEW);
                if used.is_empty() {
                    view! { <p class="soft">{t!("held-unused")}</p> }.into_any()
                } else {
                    view! {
                        <div class="sheet flush list">
                            {used
                                .into_iter()
                                .map(|entry| view! { <EntryLine entry=entry anchored=anchored /> })
                                .collect_view()}
                        </div>
                    }
                        .into_any()
                }
            }
        </Told>
    }
}
