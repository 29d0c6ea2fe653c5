//! A hash, where somebody asked for a proof.

use crate::parts::Copy;
use leptos::prelude::*;

/// A hash in full, to be copied.
#[component]
pub(crate) fn Hash(text: String) -> impl IntoView {
    view! {
        <span class="row hash">
            <span class="mono small">{text.clone()}</span>
            <Copy text=Signal::stored(text) />
        </span>
    }
}
