//! The recovery code as a page to print.

use crate::{
    ground::save,
    hand::hand,
    parts::{Button, Look, Note, Tick, Tone, icons},
    speech::t,
    words,
};
use leptos::prelude::*;
use zeroize::Zeroizing;

/// 24 words on a sheet; `done` once somebody says that they have them on paper.
#[component]
pub(crate) fn CodeSheet<F>(code: Zeroizing<String>, done: F) -> impl IntoView
where
    F: Fn() + 'static,
{
    let hand = hand();
    let kept = RwSignal::new(false);
    let list: Vec<String> = code.split(' ').map(str::to_owned).collect();
    let whose = move || hand.me().map(|me| me.to_string()).unwrap_or_default();
    let domain = hand.visitor().map(|visitor| visitor.site.domain).unwrap_or_default();
    view! {
        <div class="stack">
            <Note tone=Tone::Doubt>{t!("code-once")}</Note>
            <article class="sheet stack printed" aria-label=t!("code-title")>
                <div>
                    <h2>{t!("code-title")}</h2>
                    <p class="small soft">{t!("code-of", domain = domain.clone(), day = words::full_day(words::now()))}</p>
                    <p class="tiny soft num clip">{whose}</p>
                </div>
                <ol class="code" translate="no">
                    {list.into_iter().map(|word| view! { <li>{word}</li> }).collect_view()}
                </ol>
                <p class="small">{t!("code-how")}</p>
            </article>
            <div class="row wrap unprinted">
                <Button icon=icons::PRINTER on_press=save::print>
                    {t!("code-print")}
                </Button>
            </div>
            <div class="stack unprinted">
                <Tick value=kept>{t!("code-kept")}</Tick>
                <div class="row end">
                    <Button look=Look::Main off=Signal::derive(move || !kept.get()) on_press=done>
                        {t!("code-done")}
                    </Button>
                </div>
            </div>
        </div>
    }
}
