//! A file is chosen or dropped, and looked into before anything else.

use crate::{
    ground::files::Picked,
    parts::{Bones, I, Note, Tag, Tone, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::intake::Checked;
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, HtmlInputElement};

/// A file that may be sealed.
#[derive(Clone)]
pub(super) struct Chosen {
    /// The file.
    pub(super) picked: Picked,
    /// What it is.
    pub(super) checked: Checked,
}

impl Chosen {
    /// Its name without the ending, for a title.
    pub(super) fn name(&self) -> String {
        let name = &self.checked.file_name;
        name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem).replace(['_', '-'], " ")
    }
}

/// Where a file is dropped or chosen, and what the look into it found.
#[component]
pub(super) fn Drop(
    /// The file, once it was found fit.
    chosen: RwSignal<Option<Chosen>, LocalStorage>,
) -> impl IntoView {
    let (over, looking) = (RwSignal::new(false), RwSignal::new(false));
    let unfit = RwSignal::new(None::<String>);
    let take = move |file: Option<File>| {
        let Some(file) = file else { return };
        chosen.set(None);
        unfit.set(None);
        looking.set(true);
        spawn_local(async move {
            let picked = Picked::new(file);
            match picked.inspect().await {
                Ok(checked) => {
                    chosen.try_set(Some(Chosen { picked, checked }));
                }
                Err(why) => {
                    unfit.try_set(Some(words::unfit(&why)));
                }
            }
            looking.try_set(false);
        });
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)));
    };
    let picked = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        take(input.and_then(|input| input.files()).and_then(|files| files.get(0)));
    };
    view! {
        <label
            class="drop chooser"
            data-over=move || over.get().then_some("true")
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <I of=icons::UPLOAD big=true />
            <strong>{t!("file-drop")}</strong>
            <span class="small soft">{t!("file-kinds")}</span>
            <input type="file" aria-label=t!("file-drop") on:change=picked />
        </label>
        <div aria-live="polite" class="stack">
            {move || looking.get().then(|| view! { <Bones awaited=t!("file-looking") lines=1 /> })}
            {move || chosen.get().map(|file| found(&file))}
            {move || {
                unfit
                    .get()
                    .map(|why| view! { <Note tone=Tone::Bad>{why}</Note> })
            }}
        </div>
    }
}

fn found(file: &Chosen) -> impl IntoView + use<> {
    let Checked { file_name, size, pages, pixels, media_type, .. } = file.checked.clone();
    view! {
        <div class="sheet row">
            <span class="kind" aria-hidden="true">
                <I of=icons::FILE_CHECK />
            </span>
            <div class="grow">
                <strong class="clip">
                    <bdi>{file_name}</bdi>
                </strong>
                <p class="small soft">
                    {move || words::bytes(size)}
                    {pages.map(|count| view! { " · " {move || say!("file-pages", count = count)} })}
                    {pixels.map(|(width, height)| view! { " · " {format!("{width} × {height}")} })}
                    " · "
                    {media_type}
                </p>
            </div>
            <Tag tone=Tone::Good>{t!("file-fit")}</Tag>
        </div>
    }
}
