//! What is known of a model: its name, and where it is good and where not, in its makers' words.

use crate::{
    parts::{I, icons},
    speech::t,
};
use chartkey_flows::reading::Model;
use leptos::prelude::*;

/// What is known of the model.
#[component]
pub(crate) fn ModelCard(model: Model) -> impl IntoView {
    let Model { name, version, notes } = model;
    let name = format!("{name} {version}").trim().to_owned();
    let none = notes.is_empty();
    let note = |note: String| view! { <li dir="auto">{note}</li> };
    view! {
        <details>
            <summary>
                {t!("sign-off-model")} ": " <bdi>{name}</bdi> <I of=icons::CHEVRON_DOWN />
            </summary>
            {if none {
                view! { <p class="small soft">{t!("sign-off-model-bare")}</p> }.into_any()
            } else {
                let notes = notes.into_iter().map(note).collect_view();
                view! { <ul class="stack tight small dotted">{notes}</ul> }.into_any()
            }}
        </details>
    }
}
