//! Links to places of ours. There are no others: the content of a record is never made a link.

use super::{I, Icon, Look};
use crate::places::Place;
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// Words that lead somewhere.
#[component]
pub(crate) fn Link(
    /// Where.
    to: Place,
    children: Children,
) -> impl IntoView {
    view! { <a href=to.path()>{children()}</a> }
}

/// A link that looks like a button.
#[component]
pub(crate) fn Go(
    /// Where.
    to: Place,
    /// How much it matters.
    #[prop(optional)]
    look: Look,
    /// A drawing in front.
    #[prop(optional)]
    icon: Option<Icon>,
    children: Children,
) -> impl IntoView {
    view! {
        <a class=look.class() href=to.path()>
            {icon.map(|icon| view! { <I of=icon /> })}
            <span>{children()}</span>
        </a>
    }
}

/// A function that leads somewhere; make it in the component, call it in a handler or after a flow.
pub(crate) fn go() -> impl Fn(Place) + Clone + Send + Sync + 'static {
    let navigate = use_navigate();
    move |place| navigate(&place.path(), NavigateOptions::default())
}
