//! Being found by a national number that nobody is told, not even the service.

use crate::{
    ask::{Wrong, doing},
    hand::hand,
    pages::patient::gently::session,
    parts::{Button, Field, Look, Note, Section, Sheet, Tone, icons},
    speech::t,
};
use chartkey_flows::lookup;
use leptos::prelude::*;

/// Lets hospitals find one by a number.
#[component]
pub(super) fn Number() -> impl IntoView {
    let hand = hand();
    let (country, number) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (registering, done) = (doing(), RwSignal::new(false));
    let press = move || {
        let (country, typed) = (country.get_untracked(), number.get_untracked());
        done.set(false);
        registering.start(async move {
            let country = country.trim().to_ascii_uppercase();
            lookup::register(&session(hand)?, &country, typed.trim()).await?;
            let _ = number.try_set(String::new());
            let _ = done.try_set(true);
            Ok(())
        });
    };
    let off = Signal::derive(move || {
        country.with(|country| country.trim().len() != 2) || number.with(|number| number.trim().is_empty())
    });
    // The number of whoever is signed in; a ward's is theirs to give.
    let mine = move || hand.whose() == hand.me();
    move || {
        mine().then(|| {
            view! {
                <Section title=t!("number-title")>
                    <Sheet>
                        <p>{t!("number-note")}</p>
                        <div class="pair">
                            <Field label=t!("number-country") help=t!("number-country-help").signal() value=country />
                            <Field label=t!("number-number") value=number />
                        </div>
                        <Wrong of=registering />
                        {move || done.get().then(|| view! { <Note tone=Tone::Good>{t!("number-done")}</Note> })}
                        <div class="btns">
                            <Button look=Look::Plain icon=icons::SEARCH busy=registering.busy() off=off on_press=press>
                                {t!("number-register")}
                            </Button>
                        </div>
                    </Sheet>
                </Section>
            }
        })
    }
}
