//! A file that was opened, to be read on the spot.

use crate::{
    ground::save::{self, Shown},
    parts::{Button, icons},
    speech::t,
};
use chartkey_vault::About;
use leptos::prelude::*;
use std::sync::Arc;

/// A file and what was said of it.
pub(crate) struct File {
    /// What was said of it.
    pub(crate) about: About,
    /// Its bytes.
    pub(crate) content: Vec<u8>,
}

/// A text is read here and an image seen; what is neither is saved.
#[component]
pub(crate) fn Paper(
    /// The file.
    file: Arc<File>,
    /// What it is, for those who do not see the image.
    #[prop(into)]
    image: Signal<String>,
    /// What stands below.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let About { title, note, file_name, media_type, .. } = file.about.clone();
    let text = media_type.starts_with("text/").then(|| String::from_utf8_lossy(&file.content).into_owned());
    let shown = media_type.starts_with("image/").then(|| Shown::new(&file.content, &media_type)).flatten();
    // It ends with the page.
    let shown = StoredValue::new_local(shown);
    let address = shown.with_value(|shown| shown.as_ref().map(|shown| shown.url().to_owned()));
    let bare = text.is_none() && address.is_none();
    let name = if file_name.is_empty() { title.clone() } else { file_name };
    let label = title.clone();
    view! {
        <article class="sheet stack" aria-label=label>
            <h3>{title}</h3>
            {text.map(|text| view! { <p class="asis">{text}</p> })}
            {address
                .map(|address| {
                    view! {
                        <div class="paper">
                            <img src=address alt=image />
                        </div>
                    }
                })}
            {(!note.is_empty()).then(|| view! { <p class="asis">{note}</p> })}
            {bare
                .then(|| {
                    let keep = move || {
                        save::save(&name, &file.content);
                    };
                    view! {
                        <Button icon=icons::DOWNLOAD on_press=keep>
                            {t!("paper-save")}
                        </Button>
                    }
                })}
            {children.map(|children| children())}
        </article>
    }
}
