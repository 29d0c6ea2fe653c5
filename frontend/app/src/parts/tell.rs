//! Saying something beside the page: to those who listen, and in a word at its foot.

use super::{I, icons};
use leptos::prelude::*;
use std::{cell::Cell, time::Duration};

thread_local! {
    static SPOKEN: ArcRwSignal<String> = ArcRwSignal::new(String::new());
    static SHOWN: ArcRwSignal<Option<String>> = ArcRwSignal::new(None);
    static PAGES: Cell<u32> = const { Cell::new(0) };
}

/// How long a word is in view.
const IN_VIEW: Duration = Duration::from_secs(4);

/// Says something to those who listen to the page, when they come to rest.
pub(crate) fn announce(words: impl Into<String>) {
    SPOKEN.with(|spoken| spoken.set(words.into()));
}

/// Says something small that is done, in view and aloud.
pub(crate) fn toast(words: impl Into<String>) {
    let words = words.into();
    announce(words.clone());
    SHOWN.with(|shown| shown.set(Some(words.clone())));
    set_timeout(
        move || {
            SHOWN.with(|shown| {
                // A later word stays its own time.
                if shown.get_untracked() == Some(words) {
                    shown.set(None);
                }
            });
        },
        IN_VIEW,
    );
}

/// Takes back what was said: it may name what was sealed.
pub(crate) fn hush() {
    SPOKEN.with(|spoken| spoken.set(String::new()));
    SHOWN.with(|shown| shown.set(None));
}

/// Whether a page was there before this one. The first page of a visit leaves the focus where the browser put it.
pub(super) fn has_arrived() -> bool {
    PAGES.replace(PAGES.get() + 1) > 0
}

/// Where both are said; once, in the shell.
#[component]
pub(crate) fn Toasts() -> impl IntoView {
    let (spoken, shown) = (SPOKEN.with(Clone::clone), SHOWN.with(Clone::clone));
    view! {
        <div class="unseen" role="status" aria-live="polite">
            {move || spoken.get()}
        </div>
        <div class="toasts" aria-hidden="true">
            {move || {
                shown
                    .get()
                    .map(|words| {
                        view! {
                            <div class="toast">
                                <I of=icons::CHECK />
                                {words}
                            </div>
                        }
                    })
            }}
        </div>
    }
}
