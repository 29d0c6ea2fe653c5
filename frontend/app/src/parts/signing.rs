//! What is signed: in sentences with its cost, then step by step until it is final.

use super::{Button, Dialog, Fact, Facts, I, Look, Note, StepState, Steps, Tone, announce, icons, toast};
use crate::{
    act::{Desk, Nth, Sentence, Signing, Step, What, sentences},
    hand::{Hand, hand},
    speech::{say, t},
    words,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The dialog of the one gate; once, in the shell.
#[component]
pub(crate) fn SigningDialog() -> impl IntoView {
    let hand = hand();
    let desk = hand.desk();
    let open = RwSignal::new(false);
    let shown = StoredValue::new(None::<Arc<Signing>>);
    Effect::new(move |_| {
        shown.set_value(desk.signing());
        open.set(desk.signing().is_some());
    });
    // Escape and the cross are a no to what was shown, not to what lies there by the time this runs.
    Effect::new(move |_| {
        if !open.get() && shown.with_value(|shown| shown.as_ref().is_some_and(|shown| desk.holds(shown))) {
            desk.put_away();
        }
    });
    Effect::new(move |_| {
        if let Some(signing) = desk.signing() {
            let (step, nth) = (desk.step(), signing.nth);
            announce(match nth.filter(|_| step == Step::Asked) {
                Some(nth) => format!("{} {} {}", heard(&step), which(nth), stands(nth).unwrap_or_default()),
                None => heard(&step),
            });
        }
    });
    let title = move || match desk.signing().as_deref() {
        Some(Signing { what: What::SignIn { .. }, .. }) => say!("sign-in-title"),
        _ => say!("sign-title"),
    };
    let lead = move || {
        let wallet = desk.signing().map(|signing| signing.wallet.clone()).unwrap_or_default();
        say!("sign-lead", wallet = wallet)
    };
    // A hand on its way to the cross of the one before must not decline the next: that takes the button that says so.
    let stays = Signal::derive(move || {
        let follows = desk.signing().is_some_and(|signing| signing.nth.is_some_and(|nth| nth.stand > 0));
        follows && desk.step() == Step::Asked
    });
    view! {
        <Dialog open=open title=title lead=Signal::derive(lead) stays=stays>
            {move || desk.signing().map(|signing| view! { <Shown desk=desk hand=hand signing=signing /> })}
        </Dialog>
    }
}

#[component]
fn Shown(desk: Desk, hand: Hand, signing: Arc<Signing>) -> impl IntoView {
    let wallet = signing.wallet.clone();
    let said = match &signing.what {
        What::SignIn { domain, text } => {
            let (domain, text) = (domain.clone(), text.clone());
            view! {
                <Facts>
                    <Fact of=t!("what")>{t!("sign-in-what")}</Fact>
                    <Fact of=t!("sign-where")>{domain}</Fact>
                    <Fact of=t!("sign-cost")>{t!("sign-in-cost")}</Fact>
                </Facts>
                <details>
                    <summary>{t!("sign-in-text")} <I of=icons::CHEVRON_DOWN /></summary>
                    <p class="mono small prewrap">{text}</p>
                </details>
            }
            .into_any()
        }
        What::Chain { messages, held } => {
            let (messages, held) = (messages.clone(), *held);
            let lines = move || sentences(&messages, hand).into_iter().map(sentence).collect_view();
            view! {
                <div class="stack tight">{lines}</div>
                <Facts>
                    <Fact of=t!("sign-cost")>{move || cost(desk.fee(), held)}</Fact>
                </Facts>
            }
            .into_any()
        }
    };
    let is_sign_in = matches!(signing.what, What::SignIn { .. });
    let steps = (!is_sign_in).then(|| {
        let names = [
            t!("step-wrapped").signal(),
            t!("step-wallet").signal(),
            t!("step-chain").signal(),
            t!("step-final").signal(),
        ];
        view! { <Steps names=names.to_vec() at=Signal::derive(move || state(&desk.step())) /> }
    });
    let nth = signing.nth;
    view! {
        {nth
            .map(|nth| {
                view! {
                    <p class="small strong">{move || which(nth)}</p>
                    {stands(nth).is_some().then(|| view! { <Note tone=Tone::Good>{move || stands(nth)}</Note> })}
                }
            })}
        {said}
        {steps}
        {move || note(&desk.step(), &wallet)}
        {move || buttons(desk, nth)}
    }
}

/// Which of how many.
fn which(Nth { nth, of, .. }: Nth) -> String {
    match of {
        Some(of) => say!("sign-nth-of", nth = nth, of = of.max(nth)),
        None => say!("sign-nth", nth = nth),
    }
}

/// That what was signed before stands, whatever is done here.
fn stands(Nth { stand, .. }: Nth) -> Option<String> {
    (stand > 0).then(|| say!("sign-stand", count = stand))
}

fn sentence(said: Sentence) -> impl IntoView {
    let Sentence { what, why, until, times } = said;
    view! {
        <Facts>
            <Fact of=t!("what")>
                {what} {(times > 1).then(|| view! { <span class="soft">" · " {t!("sign-times", count = times)}</span> })}
            </Fact>
            {why.map(|why| view! { <Fact of=t!("why")>{why}</Fact> })}
            {until.map(|until| view! { <Fact of=t!("until")>{until}</Fact> })}
        </Facts>
    }
}

fn cost(fee: Option<u128>, held: u128) -> String {
    match (fee, held) {
        (None, _) => say!("sign-cost-awaited"),
        (Some(fee), 0) => say!("sign-cost-fee", fee = words::money(fee)),
        (Some(fee), held) => say!("sign-cost-both", fee = words::money(fee), held = words::money(held)),
    }
}

fn state(step: &Step) -> StepState {
    match step {
        Step::Asked | Step::InWallet => StepState::At(1),
        Step::Sent | Step::Sought | Step::Unsure(_) => StepState::At(2),
        Step::Included => StepState::At(3),
        Step::Final => StepState::Done,
        Step::Unsigned(_) => StepState::FailedAt(1),
        Step::Failed(_) => StepState::FailedAt(2),
    }
}

fn note(step: &Step, wallet: &str) -> AnyView {
    let wallet = wallet.to_owned();
    match step {
        Step::Asked => ().into_any(),
        Step::InWallet => {
            view! { <Note icon=icons::WALLET>{t!("sign-in-wallet", wallet = wallet.clone())}</Note> }.into_any()
        }
        Step::Sent => view! { <Note icon=icons::CLOCK>{t!("sign-sent")}</Note> }.into_any(),
        Step::Included => view! { <Note icon=icons::CLOCK>{t!("sign-included")}</Note> }.into_any(),
        Step::Sought => view! { <Note tone=Tone::Doubt icon=icons::UNPLUGGED>{t!("sign-sought")}</Note> }.into_any(),
        Step::Final => view! { <Note tone=Tone::Good>{t!("sign-final")}</Note> }.into_any(),
        Step::Unsigned(no) => {
            let (why, stand) = (no.why.clone(), no.stand);
            let said = move || match stand {
                0 => say!("sign-unsigned", wallet = wallet.clone()),
                _ => say!("sign-unsigned-rest", wallet = wallet.clone()),
            };
            view! {
                <Note tone=Tone::Doubt>
                    {said} <span class="soft tiny">" " {why}</span>
                </Note>
            }
            .into_any()
        }
        Step::Failed(said) => {
            let said = said.clone();
            view! { <Note tone=Tone::Bad><strong>{said.what}</strong>" "{said.next}</Note> }.into_any()
        }
        Step::Unsure(said) => {
            let said = said.clone();
            view! { <Note tone=Tone::Doubt><strong>{said.what}</strong>" "{said.next}</Note> }.into_any()
        }
    }
}

fn buttons(desk: Desk, nth: Option<Nth>) -> AnyView {
    let decline = move || {
        desk.answer(false);
        if nth.is_some_and(|nth| nth.stand > 0) {
            toast(say!("sign-left-out"));
        }
    };
    match desk.step() {
        Step::Asked => view! {
            <div class="row end">
                <Button on_press=decline>{t!("sign-no")}</Button>
                <Button look=Look::Main on_press=move || desk.answer(true)>{t!("sign-yes")}</Button>
            </div>
        }
        .into_any(),
        Step::InWallet => view! {
            <div class="row end">
                <Button on_press=decline>{t!("sign-give-up")}</Button>
            </div>
        }
        .into_any(),
        Step::Sent | Step::Included | Step::Sought => view! {
            <div class="row end">
                <Button look=Look::Quiet on_press=move || desk.put_away()>{t!("sign-go-on")}</Button>
            </div>
        }
        .into_any(),
        Step::Final | Step::Unsigned(_) | Step::Failed(_) | Step::Unsure(_) => view! {
            <div class="row end">
                <Button on_press=move || desk.put_away()>{t!("close")}</Button>
            </div>
        }
        .into_any(),
    }
}

/// What those hear who do not see the dialog.
fn heard(step: &Step) -> String {
    match step {
        Step::Asked => say!("heard-asked"),
        Step::InWallet => say!("heard-wallet"),
        Step::Sent => say!("heard-sent"),
        Step::Included => say!("heard-included"),
        Step::Sought => say!("sign-sought"),
        Step::Final => say!("sign-final"),
        Step::Unsigned(_) => say!("heard-unsigned"),
        Step::Failed(said) | Step::Unsure(said) => format!("{} {}", said.what, said.next),
    }
}
