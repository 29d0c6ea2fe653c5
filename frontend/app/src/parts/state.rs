//! What stands where something is not there: awaited, empty, broken, or somebody else's turn.

use super::{Button, Copy, I, Icon, icons, page::Subtitle};
use crate::speech::t;
use leptos::prelude::*;

/// The shape of what is awaited: nothing for 400 ms, then grey bones, after 3 s a sentence saying what is awaited.
#[component]
pub(crate) fn Bones(
    /// What is awaited.
    #[prop(into)]
    awaited: Signal<String>,
    /// How many lines.
    #[prop(default = 3)]
    lines: usize,
) -> impl IntoView {
    let bone = |_| {
        view! {
            <div>
                <i class="dot"></i>
                <span class="text">
                    <i></i>
                    <i></i>
                </span>
            </div>
        }
    };
    view! {
        <div class="sheet stack" role="status" aria-busy="true">
            <div class="bones" aria-hidden="true">
                {(0..lines).map(bone).collect_view()}
            </div>
            <p class="awaited">{awaited}</p>
        </div>
    }
}

/// Nothing there: one sentence, and the one thing to do as a child.
#[component]
pub(crate) fn Empty(
    /// What would be there.
    icon: Icon,
    /// The sentence.
    #[prop(into)]
    title: Signal<String>,
    /// A second one.
    #[prop(optional, into)]
    note: Option<Signal<String>>,
    /// The one thing to do.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="sheet state">
            <span class="disc">
                <I of=icon />
            </span>
            <Subtitle title=title />
            {note.map(|note| view! { <p class="small">{note}</p> })}
            {children.map(|children| children())}
        </div>
    }
}

/// It failed: what happened, that nothing was lost, what to do, and details to hand on for help.
#[component]
pub(crate) fn Broken<F>(
    /// What happened.
    #[prop(into)]
    what: Signal<String>,
    /// What to do, and that nothing was lost; a general sentence unless given.
    #[prop(optional, into)]
    next: Option<Signal<String>>,
    /// For whoever helps; no personal data.
    #[prop(optional, into)]
    details: Option<String>,
    /// Tries again.
    again: F,
) -> impl IntoView
where
    F: Fn() + 'static,
{
    let next = next.unwrap_or_else(|| t!("broken-next").signal());
    view! {
        <div class="sheet state bad" role="alert">
            <span class="disc">
                <I of=icons::ALERT />
            </span>
            <Subtitle title=what />
            <p class="small">{next}</p>
            <Button on_press=again icon=icons::REFRESH>
                {t!("again")}
            </Button>
            {details
                .map(|details| {
                    view! {
                        <details>
                            <summary>{t!("broken-details")} <I of=icons::CHEVRON_DOWN /></summary>
                            <div class="row top">
                                <p class="mono small grow">{details.clone()}</p>
                                <Copy text=details label=t!("broken-copy") />
                            </div>
                        </details>
                    }
                })}
        </div>
    }
}

/// Somebody else's turn: who, since when, and a reminder as a child.
#[component]
pub(crate) fn Waiting(
    /// For whom, since when.
    #[prop(into)]
    title: Signal<String>,
    /// What happens then.
    #[prop(optional, into)]
    note: Option<Signal<String>>,
    /// What one can do meanwhile.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="sheet state amber" role="status">
            <span class="disc">
                <I of=icons::HOURGLASS />
            </span>
            <Subtitle title=title />
            {note.map(|note| view! { <p class="small">{note}</p> })}
            {children.map(|children| children())}
        </div>
    }
}
