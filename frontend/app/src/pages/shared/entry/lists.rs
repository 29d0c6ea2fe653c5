//! Choosing up to eight of a list: specialties and languages.

use super::MOST;
use crate::{
    parts::{I, icons},
    speech::{say, t},
    words,
};
use chartkey_vocabulary::Role;
use leptos::prelude::*;

/// Languages spoken by most people, and those of the app.
const LANGUAGES: [&str; 24] = [
    "en", "hi", "es", "ar", "zh", "bn", "de", "fa", "fr", "it", "ja", "ko", "mr", "nl", "pl", "pt", "ro", "ru", "sw",
    "ta", "te", "tr", "uk", "ur",
];

/// What somebody is trained in, or what a house is.
#[component]
pub(super) fn Specialties(role: Role, value: RwSignal<Vec<u16>>) -> impl IntoView {
    let options = move || words::specialties(Some(role));
    view! { <Several legend=t!("listed-specialties") options=Signal::derive(options) value=value /> }
}

/// What is spoken.
#[component]
pub(super) fn Languages(value: RwSignal<Vec<[u8; 2]>>) -> impl IntoView {
    let options = move || {
        let mut codes: Vec<[u8; 2]> = LANGUAGES.iter().filter_map(|code| code.as_bytes().try_into().ok()).collect();
        // What stands in the entry stays a choice.
        codes.extend(
            value.get_untracked().into_iter().filter(|code| !LANGUAGES.iter().any(|known| known.as_bytes() == code)),
        );
        codes.into_iter().map(|code| (code, words::language_name(&String::from_utf8_lossy(&code)))).collect::<Vec<_>>()
    };
    view! { <Several legend=t!("listed-languages") options=Signal::derive(options) value=value /> }
}

/// Any of a list, up to eight.
#[component]
fn Several<T>(
    #[prop(into)] legend: Signal<String>,
    options: Signal<Vec<(T, String)>>,
    value: RwSignal<Vec<T>>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let chip = move |(option, name): (T, String)| {
        let (mine, pressed) = (option.clone(), option);
        let on = Memo::new(move |_| value.with(|chosen| chosen.contains(&mine)));
        let full = move || !on.get() && value.with(Vec::len) >= MOST;
        let press = move |_| {
            value.update(|chosen| {
                if let Some(at) = chosen.iter().position(|known| *known == pressed) {
                    chosen.remove(at);
                } else if chosen.len() < MOST {
                    chosen.push(pressed.clone());
                }
            });
        };
        view! {
            <button
                class="chip"
                type="button"
                aria-pressed=move || on.get().to_string()
                aria-disabled=move || full().then_some("true")
                on:click=press
            >
                {move || on.get().then(|| view! { <I of=icons::CHECK /> })}
                <span>{name}</span>
            </button>
        }
    };
    view! {
        <fieldset class="chips">
            <legend>{legend}</legend>
            {move || options.get().into_iter().map(chip).collect_view()}
        </fieldset>
        <p class="tiny soft" aria-live="polite">
            {move || say!("listed-of-most", count = value.with(Vec::len), most = MOST)}
        </p>
    }
}
