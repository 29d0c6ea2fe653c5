//! The one-time code: where it went, how long it is good, how often one may try.

use super::licence::Sent;
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Field, Look, Note, Section, Tag, Tone, icons},
    speech::{say, t},
};
use chartkey_flows::professional;
use chartkey_protocol::Why;
use leptos::prelude::*;
use std::time::Duration;

/// Digits of a code.
const DIGITS: usize = 6;

/// Takes the code.
#[component]
pub(super) fn Code(of: Sent, sent: RwSignal<Option<Sent>>) -> impl IntoView {
    let (hand, trying) = (hand(), doing());
    let Sent { number, code: told } = of;
    let (phone, until) = (told.phone, told.until);
    let tries = RwSignal::new(told.tries);
    let code = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let now = RwSignal::new(crate::ground::clock::now());
    let beat = set_interval_with_handle(move || now.set(crate::ground::clock::now()), Duration::from_secs(1));
    on_cleanup(move || {
        if let Ok(beat) = beat {
            beat.clear();
        }
    });
    let left = Memo::new(move |_| until.saturating_sub(now.get()));
    let over = Memo::new(move |_| left.get() == 0 || tries.get() == 0);
    let minutes = Memo::new(move |_| left.get().div_ceil(60));
    let digits = move || code.with(|code| code.chars().filter(char::is_ascii_digit).collect::<String>());
    let press = move || {
        let (number, typed) = (number.clone(), digits());
        wrong.set(false);
        trying.start(async move {
            match professional::licence_code(&hand.session()?, &number, &typed).await {
                Ok(()) => hand.look_again().await,
                Err(failure) if failure.is(Why::Refused) => {
                    let _ = tries.try_update(|tries| *tries = tries.saturating_sub(1));
                    drop((wrong.try_set(true), code.try_set(String::new())));
                    Ok(())
                }
                Err(failure) => Err(failure),
            }
        });
    };
    let error = Signal::derive(move || wrong.get().then(|| say!("licence-code-wrong")));
    view! {
        <Section title=t!("licence-code-title")>
            <form class="sheet stack narrow-form" on:submit=move |event| event.prevent_default()>
                <p>{t!("licence-code-sent", phone = phone.clone())}</p>
                <div class="row wrap tight" aria-live="polite">
                    <Tag tone=Tone::Key>{move || say!("licence-code-minutes", minutes = minutes.get())}</Tag>
                    <Tag>{move || say!("licence-code-tries", count = tries.get())}</Tag>
                </div>
                <Field
                    label=t!("licence-code")
                    fills="one-time-code"
                    keyboard="numeric"
                    value=code
                    error=error
                    required=true
                />
                {move || over.get().then(|| view! { <Note tone=Tone::Doubt>{t!("licence-code-over")}</Note> })}
                <Wrong of=trying />
                <div class="row between wrap">
                    <Button look=Look::Quiet icon=icons::REFRESH on_press=move || sent.set(None)>
                        {t!("licence-code-again")}
                    </Button>
                    <Button
                        look=Look::Main
                        icon=icons::CHECK
                        sends=true
                        busy=trying.busy()
                        off=Signal::derive(move || over.get() || digits().len() != DIGITS)
                        on_press=press
                    >
                        {t!("licence-code-hand-in")}
                    </Button>
                </div>
                {move || {
                    let waits = trying.busy().get();
                    waits.then(|| view! { <p class="small soft" role="status">{t!("licence-code-wait")}</p> })
                }}
            </form>
        </Section>
    }
}
