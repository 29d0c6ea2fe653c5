//! Lists of things that are opened one by one.

use super::{I, icons, page::Subtitle};
use crate::places::Place;
use leptos::prelude::*;

/// A sheet of lines.
#[component]
pub(crate) fn List(children: Children) -> impl IntoView {
    view! { <div class="sheet flush list">{children()}</div> }
}

/// A sheet of these lines, or what `none` says while there are none.
pub(crate) fn listed<V, N>(lines: impl Iterator<Item = V>, none: impl FnOnce() -> N) -> AnyView
where
    V: IntoView + 'static,
    N: IntoView + 'static,
{
    let lines: Vec<V> = lines.collect();
    if lines.is_empty() { none().into_any() } else { view! { <List>{lines}</List> }.into_any() }
}

/// One line: a mark, a title, a note under it, something after. With `to` the whole line leads there.
#[component]
pub(crate) fn Line(
    /// What it is.
    #[prop(into)]
    title: Signal<String>,
    /// What more there is to say.
    #[prop(optional, into)]
    note: Option<Signal<String>>,
    /// In front: `mark=|| view! { <Face .../> }`.
    #[prop(optional, into)]
    mark: Option<ViewFn>,
    /// Behind, such as tags and buttons.
    #[prop(optional, into)]
    after: Option<ViewFn>,
    /// Where it leads.
    #[prop(optional, into)]
    to: Option<Place>,
    /// More under the note, such as a key bar.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let inside = view! {
        {mark.map(|mark| move || mark.run())}
        <div class="grow stack tight">
            <div>
                <Subtitle title=title />
                {note.map(|note| view! { <p class="small soft">{note}</p> })}
            </div>
            {children.map(|children| children())}
        </div>
        {after.map(|after| view! { <div class="after">{move || after.run()}</div> })}
    };
    match to {
        Some(place) => view! {
            <a class="line" href=place.path()>
                {inside}
                <I of=icons::CHEVRON_RIGHT turns=true />
            </a>
        }
        .into_any(),
        None => view! { <div class="line">{inside}</div> }.into_any(),
    }
}
