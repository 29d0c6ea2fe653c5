//! How far long work is.

use crate::words;
use leptos::prelude::*;

/// Bytes done of all; a wandering bar while all is not known.
#[component]
pub(crate) fn Progress(
    /// What is being done.
    #[prop(into)]
    label: Signal<String>,
    /// So far.
    #[prop(into)]
    done: Signal<u64>,
    /// In all; 0 while unknown.
    #[prop(into)]
    size: Signal<u64>,
) -> impl IntoView {
    let share = move || (size.get() > 0).then(|| (done.get() as f64 / size.get() as f64 * 100.0).min(100.0));
    view! {
        <div class="progress" class:unknown=move || share().is_none()>
            <div class="row between small">
                <span>{label}</span>
                <span class="soft num">{move || share().map(|_| words::bytes_of(done.get(), size.get()))}</span>
            </div>
            <div
                class="track"
                role="progressbar"
                aria-label=label
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=move || share().map(|share| share.round().to_string())
            >
                <i style:inline-size=move || share().map_or_else(|| "30%".into(), |share| format!("{share:.1}%"))></i>
            </div>
        </div>
    }
}
