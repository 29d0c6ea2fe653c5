//! Where files come from: dropped, chosen, or taken with the camera.

use crate::{
    ground::files::Picked,
    parts::{I, icons},
    speech::t,
};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlInputElement};

/// What the browser offers to choose from; what a file really is is looked at afterwards.
const OFFERED: &str = ".pdf,.png,.jpg,.jpeg,.webp,.tif,.tiff,.dcm,.txt,.csv,.json,.xml,.hl7,image/*,application/pdf";

/// A place to drop files on, with two buttons in it.
#[component]
pub(in super::super) fn DropZone<F>(
    /// Takes what was chosen.
    take: F,
    /// Whether one file only.
    #[prop(optional)]
    single: bool,
    /// A third way, beside the two buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView
where
    F: Fn(Vec<Picked>) + Clone + 'static,
{
    let over = RwSignal::new(false);
    let (by_drop, by_choice, by_camera) = (take.clone(), take.clone(), take);
    let drop_here = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(files) = event.data_transfer().and_then(|transfer| transfer.files()) {
            let mut files = picked(&files);
            if single {
                files.truncate(1);
            }
            by_drop(files);
        }
    };
    view! {
        <div
            class="drop"
            data-over=move || over.get().to_string()
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop_here
        >
            <I of=icons::UPLOAD big=true />
            <strong>{t!("add-drop")}</strong>
            <span class="small soft">{t!("add-types")}</span>
            <div class="row wrap">
                <label class="btn main chooser">
                    <I of=icons::FILE_ADD />
                    <span>{t!("add-choose")}</span>
                    <input
                        type="file"
                        accept=OFFERED
                        multiple=!single
                        on:change=move |event| by_choice(chosen(&event))
                    />
                </label>
                <label class="btn chooser">
                    <I of=icons::CAMERA />
                    <span>{t!("add-camera")}</span>
                    <input
                        type="file"
                        accept="image/jpeg,image/png"
                        capture="environment"
                        on:change=move |event| by_camera(chosen(&event))
                    />
                </label>
                {children.map(|children| children())}
            </div>
        </div>
    }
}

fn chosen(event: &ev::Event) -> Vec<Picked> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = input.files().map(|files| picked(&files)).unwrap_or_default();
    // The same file may be chosen again after it was taken out.
    input.set_value("");
    files
}

fn picked(files: &FileList) -> Vec<Picked> {
    (0..files.length()).filter_map(|nth| files.get(nth)).map(Picked::new).collect()
}
