//! A key: who, what, how long. The bar is what is left of it.

use super::{Tag, Tone};
use crate::{speech::say, words};
use chartkey_vocabulary::{DAY, HOUR, Time};
use leptos::prelude::*;

/// What is left of a key, as a bar.
#[component]
pub(crate) fn KeyBar(
    /// Since when it is held.
    since: Time,
    /// Until when.
    until: Time,
) -> impl IntoView {
    let left = move || {
        let now = words::now();
        let (whole, rest) = (until.saturating_sub(since).max(1), until.saturating_sub(now));
        format!("{}%", (rest as f64 / whole as f64 * 100.0).clamp(0.0, 100.0))
    };
    view! {
        <div class="keybar" aria-hidden="true">
            <i style:inline-size=left></i>
        </div>
    }
}

/// How long a key is still held, in a tag.
#[component]
pub(crate) fn Left(
    /// Until when.
    until: Time,
) -> impl IntoView {
    let words = move || {
        let rest = until.saturating_sub(words::now());
        match rest {
            0 => say!("key-ended"),
            1..HOUR => say!("key-minutes-left", minutes = rest / 60),
            HOUR..DAY => say!("key-hours-left", hours = rest / HOUR),
            _ => say!("key-days-left", days = rest / DAY),
        }
    };
    view! { <Tag tone=Tone::Key>{words}</Tag> }
}

/// What is agreed, line by line.
#[component]
pub(crate) fn Facts(children: Children) -> impl IntoView {
    view! { <dl class="facts">{children()}</dl> }
}

/// One of them.
#[component]
pub(crate) fn Fact(
    /// What it is about: "What", "Why", "Until".
    #[prop(into)]
    of: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <dt>{of}</dt>
        <dd>{children()}</dd>
    }
}

/// A probability with its interval, each between 0 and 1.
#[component]
pub(crate) fn Gauge(
    /// How probable.
    share: f64,
    /// Not less, with 95 of 100.
    low: f64,
    /// Not more.
    high: f64,
    /// The same in words.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let percent = |part: f64| format!("{:.1}%", part.clamp(0.0, 1.0) * 100.0);
    view! {
        <div class="gauge" role="img" aria-label=label>
            <i style:inline-size=percent(share)></i>
            <b style:inset-inline-start=percent(low)></b>
            <b style:inset-inline-start=percent(high)></b>
        </div>
    }
}
