//! An answer that is drawn anew only when it is another one: what somebody types on it, or opened on it, survives news.

use crate::ask::Asked;
use leptos::prelude::*;

/// As `Told`, but the same answer asked for once more leaves the page as it is.
#[component]
pub(crate) fn Still<T, V>(
    /// What was asked.
    of: Asked<T>,
    /// What is awaited, in a sentence.
    #[prop(into)]
    awaited: Signal<String>,
    /// How many lines its shape has.
    #[prop(default = 3)]
    lines: usize,
    /// Draws the answer.
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    of.still(awaited, lines, move |answer| children(answer).into_any())
}
