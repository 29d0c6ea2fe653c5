//! Choosing: chips, tabs, ticks and switches.

use super::{I, icons};
use crate::places::Place;
use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

/// A name of an element that no other has.
pub(super) fn unique(what: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("{what}-{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

/// A filter that is on or off.
#[component]
pub(crate) fn Chip(
    /// Whether it is on.
    #[prop(into)]
    on: RwSignal<bool>,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            class="chip"
            type="button"
            aria-pressed=move || on.get().to_string()
            on:click=move |_| on.update(|on| *on = !*on)
        >
            {move || on.get().then(|| view! { <I of=icons::CHECK /> })}
            <span>{children()}</span>
        </button>
    }
}

/// One of several, all in view.
#[component]
pub(crate) fn Choose<T>(
    /// What is chosen.
    #[prop(into)]
    legend: Signal<String>,
    /// What there is to choose from, each with its words.
    options: Vec<(T, Signal<String>)>,
    /// The choice.
    value: RwSignal<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let offered = options.into_iter().map(|(option, words)| {
        let mine = option.clone();
        let chosen = Signal::derive(move || value.with(|value| *value == mine));
        Offered { words, chosen, choose: Box::new(move || value.set(option.clone())) }
    });
    chips(legend, offered.collect())
}

/// One of several, whatever it stands for.
struct Offered {
    words: Signal<String>,
    chosen: Signal<bool>,
    choose: Box<dyn Fn()>,
}

fn chips(legend: Signal<String>, offered: Vec<Offered>) -> AnyView {
    let group = unique("choice");
    let chip = |Offered { words, chosen, choose }| {
        view! {
            <label class="chip">
                <input type="radio" name=group.clone() prop:checked=chosen on:change=move |_| choose() />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="chips">
            <legend>{legend}</legend>
            {offered.into_iter().map(chip).collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Sides of one thing; each is a page of its own, so that back goes back.
#[component]
pub(crate) fn Tabs(
    /// Whose sides.
    #[prop(into)]
    label: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <nav class="tabs" aria-label=label>
            {children()}
        </nav>
    }
}

/// One side.
#[component]
pub(crate) fn Tab(
    /// Where it leads.
    to: Place,
    /// Whether it is the one in view.
    #[prop(into)]
    here: Signal<bool>,
    children: Children,
) -> impl IntoView {
    view! {
        <a href=to.path() aria-current=move || here.get().then_some("page")>
            {children()}
        </a>
    }
}

/// A sentence one agrees to, or a thing among several.
#[component]
pub(crate) fn Tick(
    /// Whether.
    value: RwSignal<bool>,
    children: Children,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=move || value.get()
                on:change=move |event| value.set(event_target_checked(&event))
            />
            <span>{children()}</span>
        </label>
    }
}

/// Something that is on or off at once.
#[component]
pub(crate) fn Switch(
    /// What.
    #[prop(into)]
    label: Signal<String>,
    /// What it does.
    #[prop(optional, into)]
    help: Option<Signal<String>>,
    /// Whether.
    value: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="switch">
            <span class="stack tight">
                <span class="strong small">{label}</span>
                {help.map(|help| view! { <span class="soft tiny">{help}</span> })}
            </span>
            <input
                type="checkbox"
                role="switch"
                prop:checked=move || value.get()
                on:change=move |event| value.set(event_target_checked(&event))
            />
        </label>
    }
}
