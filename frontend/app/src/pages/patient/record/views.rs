//! How a paper's pages looked when they were read: upright and flat, beside what was read of them, also where the browser
//! draws no original.

use super::{
    picture::Zoomed,
    viewer::{Mark, draws_pdf},
};
use crate::{
    ground::save,
    parts::{I, Pick, icons},
    speech::{say, t},
};
use chartkey_flows::reading::View;
use leptos::prelude::*;
use std::sync::Arc;

/// The pages, one at a time; nothing where there is none.
#[component]
pub(in crate::pages) fn Views(
    /// As the finding brought them.
    views: Vec<View>,
) -> impl IntoView {
    let views = Arc::new(views);
    let options: Vec<(usize, u32)> = views.iter().map(|view| view.page).enumerate().collect();
    let (any, several) = (!options.is_empty(), options.len() > 1);
    let chosen = RwSignal::new(0_usize);
    let pages = move || options.iter().map(|(nth, page)| (*nth, say!("views-page", page = *page))).collect::<Vec<_>>();
    let pages = Signal::derive(pages);
    let picture = move || {
        let view = views.get(chosen.get())?;
        let (shown, page) = (save::Shown::new(&view.jpeg, "image/jpeg")?, view.page);
        let alt = move || say!("views-picture", page = page);
        Some(view! { <Zoomed shown=shown alt=alt mark=Mark::none() page=page /> })
    };
    any.then(|| {
        view! {
            <details open=!draws_pdf()>
                <summary>{t!("views-title")} <I of=icons::CHEVRON_DOWN /></summary>
                <div class="stack">
                    <p class="small soft">{t!("views-note")}</p>
                    {several.then(|| view! { <Pick label=t!("views-which") options=pages value=chosen /> })}
                    {picture}
                </div>
            </details>
        }
    })
}
