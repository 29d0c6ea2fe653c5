//! Dialogs: the browser's own, which keeps the focus inside and gives it back, and closes on Escape.

use super::{IconButton, choice::unique, icons};
use crate::speech::t;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

/// Something that is decided before anything else. In the middle of a desk; rises from the bottom of a phone.
#[component]
pub(crate) fn Dialog(
    /// Whether it is open. Escape and the cross set it to false.
    open: RwSignal<bool>,
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// One sentence under it.
    #[prop(optional, into)]
    lead: Option<Signal<String>>,
    /// In front of the title, such as a face.
    #[prop(optional, into)]
    mark: Option<ViewFn>,
    /// Whether it stays until a button in it decides.
    #[prop(optional, into)]
    stays: Signal<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    let (element, name) = (NodeRef::<html::Dialog>::new(), unique("dialog"));
    let title_name = name.clone();
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        match (open.get(), dialog.open()) {
            // What cannot be shown as a dialog is shown all the same.
            (true, false) if dialog.show_modal().is_err() => dialog.set_open(true),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog
            node_ref=element
            aria-labelledby=name
            on:cancel=move |event: leptos::ev::Event| {
                if stays.get_untracked() {
                    event.prevent_default();
                }
            }
            on:close=move |_| {
                // The browser says it a moment later; by then the dialog may be open for something else.
                if element.get_untracked().is_none_or(|dialog| !dialog.open()) {
                    open.set(false);
                }
            }
            on:click=move |event: leptos::ev::MouseEvent| {
                let on = event.target().and_then(|on| on.dyn_into::<web_sys::HtmlDialogElement>().ok());
                // Only the scrim belongs to the dialog itself; all else lies in the sheet.
                if on.is_some() && !stays.get_untracked() {
                    open.set(false);
                }
            }
        >
            // Made when it opens, so that nothing is fetched for a dialog nobody sees.
            <Show when=move || open.get()>
                <div class="dialog">
                    <div class="row top">
                        {mark.as_ref().map(ViewFn::run)} <div class="grow">
                            <h2 id=title_name.clone()>{title}</h2>
                            {lead.map(|lead| view! { <p class="small soft">{lead}</p> })}
                        </div>
                        {move || {
                            (!stays.get())
                                .then(|| {
                                    view! {
                                        <IconButton
                                            icon=icons::CROSS
                                            label=t!("close")
                                            on_press=move || open.set(false)
                                        />
                                    }
                                })
                        }}
                    </div>
                    {children()}
                </div>
            </Show>
        </dialog>
    }
}
