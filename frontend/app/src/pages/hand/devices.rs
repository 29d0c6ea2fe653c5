//! A device that asks to be let in: its offer as bytes to carry over, and six words to compare.

use crate::{
    ask::{Wrong, doing},
    ground::{files::Picked, save},
    hand::{Hand, hand},
    parts::{Area, Button, Copy, Field, Look, Note, Qr, icons},
    speech::t,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chartkey_flows::{
    Content, Failure,
    recovery::{self, RecoveryError},
};
use chartkey_vault::DeviceKey;
use leptos::prelude::*;
use web_sys::{HtmlInputElement, wasm_bindgen::JsCast};

/// What a device is called in the vault that nobody named.
pub(super) const UNNAMED: &str = "device";

/// An offer as text.
pub(super) fn offer_text(device: &DeviceKey) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(device.offer().to_bytes())
}

/// Bytes that came as text, from wherever they were copied: spaces and line breaks between do not matter.
pub(super) fn read_text(text: &str) -> Result<Vec<u8>, Failure> {
    let plain: String = text.split_whitespace().collect();
    let read = BASE64_URL_SAFE_NO_PAD.decode(plain.trim_end_matches('='));
    read.map_err(|_| RecoveryError::Garbled.into())
}

/// What a new device shows: words to read out, and a text to carry over.
#[component]
pub(super) fn Shown(text: String, words: String) -> impl IntoView {
    let file = text.clone();
    let copied = text.clone();
    view! {
        <div class="stack">
            <div class="sheet stack center">
                <p class="small soft">{t!("device-words")}</p>
                <p class="big-words" translate="no">
                    {words}
                </p>
            </div>
            <div class="row wrap top carried">
                <div class="grow stack tight">
                    <p>{t!("device-carry")}</p>
                    <div class="row wrap">
                        <Copy text=copied label=t!("device-copy") />
                        <Button
                            icon=icons::DOWNLOAD
                            on_press=move || {
                            save::save("chartkey-device.txt", file.as_bytes());
                        }
                        >
                            {t!("device-save")}
                        </Button>
                    </div>
                    <p class="tiny soft">{t!("device-ten-minutes")}</p>
                </div>
                <Qr text=text label=t!("device-qr") />
            </div>
        </div>
    }
}

/// A text from another device: pasted, or from a file.
#[component]
pub(super) fn Brought(#[prop(into)] label: Signal<String>, value: RwSignal<String>) -> impl IntoView {
    let took = move |event: leptos::ev::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(file) = input.and_then(|input| input.files()?.get(0)) else { return };
        leptos::task::spawn_local(async move {
            let mut picked = Picked::new(file);
            // An offer has two kilobytes, a vault four megabytes at most, and base64 adds a third.
            let mut bytes = vec![0; picked.len().min(8 << 20) as usize];
            if picked.read(0, &mut bytes).await.is_ok()
                && let Ok(text) = String::from_utf8(bytes)
            {
                drop(value.try_set(text));
            }
        });
    };
    view! {
        <Area label=label value=value lines=3 />
        <label class="btn quiet">
            <span>{t!("device-file")}</span>
            <input class="unseen" type="file" accept=".txt,text/plain" on:change=took />
        </label>
    }
}

/// On the old device: lets a new one in after its words were compared.
#[component]
pub(super) fn LetIn() -> impl IntoView {
    let hand = hand();
    let (text, words, name) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let letting = doing();
    let done = RwSignal::new(false);
    let press = move || {
        let (text, words, name) = (text.get_untracked(), words.get_untracked(), name.get_untracked());
        done.set(false);
        letting.start(async move {
            let_in(hand, text, words, name).await?;
            let _ = done.try_set(true);
            Ok(())
        });
    };
    let off = Signal::derive(move || text.with(String::is_empty) || words.with(String::is_empty));
    view! {
        <div class="stack">
            <p>{t!("let-in-note")}</p>
            <Brought label=t!("let-in-text") value=text />
            <Field label=t!("let-in-words") help=t!("let-in-words-help") value=words />
            <Field label=t!("let-in-name") value=name />
            <Wrong of=letting />
            {move || done.get().then(|| view! { <Note icon=icons::CHECK>{t!("let-in-done")}</Note> })}
            <div class="row end">
                <Button look=Look::Main busy=letting.busy() off=off on_press=press>
                    {t!("let-in")}
                </Button>
            </div>
        </div>
    }
}

async fn let_in(hand: Hand, text: String, words: String, name: String) -> Result<(), Failure> {
    let offer = read_text(&text)?;
    let name = if name.trim().is_empty() { UNNAMED.to_owned() } else { name.trim().chars().take(60).collect() };
    hand.change(async move |person| recovery::let_in(person, &offer, &words, &name).await).await
}
