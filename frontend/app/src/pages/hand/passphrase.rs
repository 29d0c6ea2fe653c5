//! A new passphrase: written twice, its strength shown, one suggested for those who want none of their own.

use super::strength::{self, Strength};
use crate::{
    parts::{Button, Field, Look, Note, Tick, Tone, icons},
    speech::{key, say, say_key, t},
};
use chartkey_vault::{MIN_PASSPHRASE, PrintedCode, entropy};
use leptos::prelude::*;

/// So many words are suggested: 66 bits.
const SUGGESTED: usize = 6;

/// Whether this pair may be used: long enough, and twice the same.
pub(crate) fn is_good(one: &str, other: &str) -> bool {
    strength::of(one) > Strength::TooShort && one == other
}

/// Two fields for a new passphrase.
#[component]
pub(crate) fn NewPassphrase(
    /// As written first.
    one: RwSignal<String>,
    /// As written again.
    other: RwSignal<String>,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let suggested = RwSignal::new(false);
    let strength = Memo::new(move |_| one.with(|one| (!one.is_empty()).then(|| strength::of(one))));
    let differs = Signal::derive(move || {
        let differ = other.with(|other| !other.is_empty() && one.with(|one| !one.starts_with(other.as_str())));
        differ.then(|| say!("passphrase-differs"))
    });
    let suggest = move || {
        let words = PrintedCode::make(&mut entropy()).words();
        one.set(words.split(' ').take(SUGGESTED).collect::<Vec<_>>().join(" "));
        other.set(String::new());
        suggested.set(true);
        shown.set(true);
    };
    view! {
        {move || {
            let kind = if shown.get() { "text" } else { "password" };
            view! {
                <Field
                    label=t!("passphrase-new")
                    help=t!("passphrase-help", count = MIN_PASSPHRASE)
                    kind=kind
                    fills="new-password"
                    value=one
                />
                <Meter of=strength />
                <Field label=t!("passphrase-again") kind=kind fills="new-password" value=other error=differs />
            }
        }}
        <div class="row between wrap">
            <Tick value=shown>{t!("passphrase-show")}</Tick>
            <Button look=Look::Quiet icon=icons::REFRESH on_press=suggest>
                {t!("passphrase-suggest")}
            </Button>
        </div>
        {move || suggested.get().then(|| view! { <Note>{t!("passphrase-suggested")}</Note> })}
        <Note tone=Tone::Doubt>{t!("passphrase-nobody")}</Note>
    }
}

#[component]
fn Meter(of: Memo<Option<Strength>>) -> impl IntoView {
    let share = move || match of.get() {
        None => 0,
        Some(Strength::TooShort) => 10,
        Some(Strength::Weak) => 35,
        Some(Strength::Fair) => 65,
        Some(Strength::Strong) => 100,
    };
    let words = move || {
        of.get().map(|strength| {
            let key = match strength {
                Strength::TooShort => key!("passphrase-too-short"),
                Strength::Weak => key!("passphrase-weak"),
                Strength::Fair => key!("passphrase-fair"),
                Strength::Strong => key!("passphrase-strong"),
            };
            say_key(key, &[])
        })
    };
    view! {
        <div class="stack tight">
            <div class="keybar" aria-hidden="true">
                <i style:inline-size=move || format!("{}%", share())></i>
            </div>
            <p class="small" aria-live="polite">
                {words}
            </p>
        </div>
    }
}
