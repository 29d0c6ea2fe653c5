//! What happens to a signature, step by step.

use leptos::prelude::*;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StepState {
    /// This step is going on; those before are done.
    At(usize),
    /// It failed at this step.
    FailedAt(usize),
    /// All are done.
    Done,
}

impl StepState {
    const fn of(self, nth: usize) -> &'static str {
        match self {
            Self::Done => "done",
            Self::At(at) if nth == at => "now",
            Self::FailedAt(at) if nth == at => "failed",
            Self::At(at) | Self::FailedAt(at) if nth < at => "done",
            Self::At(_) | Self::FailedAt(_) => "",
        }
    }
}

/// The steps, each by the name of what it waits for.
#[component]
pub(crate) fn Steps(
    /// Their names, such as "Keys wrapped", "Sign in wallet", "On the chain", "Final".
    names: Vec<Signal<String>>,
    /// How far it is.
    #[prop(into)]
    at: Signal<StepState>,
) -> impl IntoView {
    let step = move |(nth, name): (usize, Signal<String>)| {
        view! {
            <li class=move || at.get().of(nth) aria-current=move || (at.get().of(nth) == "now").then_some("step")>
                {name}
            </li>
        }
    };
    view! { <ol class="steps">{names.into_iter().enumerate().map(step).collect_view()}</ol> }
}
