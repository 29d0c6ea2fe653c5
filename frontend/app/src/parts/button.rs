//! What is pressed.

use super::{I, Icon, icons, tell};
use crate::speech::{say, t};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen_futures::JsFuture;

/// How a button looks, which is how much it matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Look {
    /// The one thing a page asks for.
    Main,
    /// Something one may do.
    #[default]
    Plain,
    /// Something beside.
    Quiet,
    /// Takes something away.
    Danger,
    /// Takes it away for good: the last button of a dialog that asked.
    Grave,
}

impl Look {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Main => "btn main",
            Self::Plain => "btn",
            Self::Quiet => "btn quiet",
            Self::Danger => "btn danger",
            Self::Grave => "btn grave",
        }
    }
}

/// A button with words. While `busy` it turns and cannot be pressed again; it keeps the focus.
#[component]
pub(crate) fn Button<F>(
    /// What happens.
    on_press: F,
    /// How much it matters.
    #[prop(optional)]
    look: Look,
    /// A drawing in front.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Whether it is at work.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    off: Signal<bool>,
    /// Whether it sends the form around it; `on_press` is called all the same.
    #[prop(optional)]
    sends: bool,
    children: Children,
) -> impl IntoView
where
    F: Fn() + 'static,
{
    let press: Box<dyn Fn()> = Box::new(on_press);
    view! {
        <button
            class=look.class()
            type=if sends { "submit" } else { "button" }
            // Not `disabled`: a button that vanishes from the keyboard's path loses the reader's place.
            aria-disabled=move || off.get().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            on:click=move |event| {
                if off.get_untracked() || busy.get_untracked() {
                    event.prevent_default();
                } else {
                    press();
                }
            }
        >
            {move || {
                if busy.get() {
                    Some(view! { <span class="turning" aria-hidden="true"></span> }.into_any())
                } else {
                    icon.map(|icon| view! { <I of=icon /> }.into_any())
                }
            }}
            <span>{children()}</span>
        </button>
    }
}

/// A button that is a drawing; `label` is what it says to those who do not see it, and its tip.
#[component]
pub(crate) fn IconButton<F>(
    /// The drawing.
    icon: Icon,
    /// What it does.
    #[prop(into)]
    label: Signal<String>,
    /// What happens.
    on_press: F,
) -> impl IntoView
where
    F: Fn() + 'static,
{
    let press: Box<dyn Fn()> = Box::new(on_press);
    view! {
        <button class="btn quiet icon" type="button" aria-label=label title=label on:click=move |_| press()>
            <I of=icon />
        </button>
    }
}

/// Copies a text, and says so.
#[component]
pub(crate) fn Copy(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// What is copied, for those who do not see it; "Copy" unless given.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let label = label.unwrap_or_else(|| t!("copy").signal());
    let press = move || {
        let text = text.get_untracked();
        spawn_local(async move {
            let clipboard = window().navigator().clipboard();
            if JsFuture::from(clipboard.write_text(&text)).await.is_ok() {
                copied.set(true);
                tell::toast(say!("copied"));
                // The page may be gone by then.
                let back = move || {
                    let _ = copied.try_set(false);
                };
                set_timeout(back, std::time::Duration::from_secs(2));
            }
        });
    };
    view! {
        <button class="btn quiet icon" type="button" aria-label=label title=label on:click=move |_| press()>
            {move || {
                let icon = if copied.get() { icons::CHECK } else { icons::COPY };
                view! { <I of=icon /> }
            }}
        </button>
    }
}
