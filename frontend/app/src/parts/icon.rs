//! Icons: drawings that say nothing to those who do not see them, because words stand beside.

use leptos::prelude::*;

/// A drawing of 24 by 24, as one path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Icon(pub(super) &'static str);

/// Draws an icon, as large as the text beside it.
#[component]
pub(crate) fn I(
    /// Which, such as `icons::KEY`.
    of: Icon,
    /// A size larger, for tiles.
    #[prop(optional)]
    big: bool,
    /// Whether it points somewhere, and so the other way in Arabic.
    #[prop(optional)]
    turns: bool,
) -> impl IntoView {
    let class = match (big, turns) {
        (false, false) => "i",
        (true, false) => "i big",
        (false, true) => "i turns",
        (true, true) => "i big turns",
    };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            <path d=of.0></path>
        </svg>
    }
}
