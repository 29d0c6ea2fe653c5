//! The licence: its number, the work instead of a picture to read, and the code.

use super::code::Code;
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Field, Look, Note, Section, icons},
    speech::t,
};
use chartkey_flows::professional;
use chartkey_protocol::CodeSent;
use leptos::prelude::*;

/// A code that is on its way, and for which licence.
#[derive(Clone)]
pub(super) struct Sent {
    pub(super) number: String,
    pub(super) code: CodeSent,
}

/// The number, then the code.
#[component]
pub(super) fn Licence() -> impl IntoView {
    let sent = RwSignal::new(None::<Sent>);
    move || match sent.get() {
        None => view! { <Number sent=sent /> }.into_any(),
        Some(on_its_way) => view! { <Code of=on_its_way sent=sent /> }.into_any(),
    }
}

#[component]
fn Number(sent: RwSignal<Option<Sent>>) -> impl IntoView {
    let (hand, asking) = (hand(), doing());
    let number = RwSignal::new(String::new());
    // Attempts at the work so far, and how many it takes on average.
    let work = RwSignal::new(None::<(u64, u64)>);
    let off = Signal::derive(move || number.with(|number| number.trim().len() < 3));
    let press = move || {
        let wanted = number.get_untracked().trim().to_owned();
        work.set(Some((0, 1)));
        asking.start(async move {
            let told = move |done, usual| {
                let _ = work.try_set(Some((done, usual)));
            };
            let who = hand.session()?;
            let code = professional::check_licence_telling(&who, &wanted, told).await;
            let _ = work.try_set(None);
            drop(sent.try_set(Some(Sent { number: wanted, code: code? })));
            Ok(())
        });
    };
    view! {
        <Section title=t!("licence-title")>
            <form class="sheet stack narrow-form" on:submit=move |event| event.prevent_default()>
                <p>{t!("licence-note")}</p>
                <Field label=t!("licence-number") help=t!("licence-number-help") value=number required=true />
                {move || work.get().map(|(done, usual)| view! { <Work done=done usual=usual /> })}
                <Wrong of=asking />
                <div class="row end">
                    <Button look=Look::Main icon=icons::SEND sends=true busy=asking.busy() off=off on_press=press>
                        {t!("licence-send")}
                    </Button>
                </div>
            </form>
            <Note icon=icons::INFO>{t!("licence-never-told")}</Note>
        </Section>
    }
}

/// How far the work is: the chance that it would be done by now.
#[component]
fn Work(done: u64, usual: u64) -> impl IntoView {
    let share = (100.0 * (1.0 - (-(done as f64) / usual.max(1) as f64).exp())).round();
    view! {
        <div class="progress">
            <div class="row between small">
                <span>{t!("licence-work")}</span>
                <span class="soft num">{t!("licence-percent", share = share)}</span>
            </div>
            <div
                class="track"
                role="progressbar"
                aria-label=t!("licence-work")
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=share.to_string()
            >
                <i style:inline-size=format!("{share}%")></i>
            </div>
            <p class="tiny soft">{t!("licence-work-note")}</p>
        </div>
    }
}
