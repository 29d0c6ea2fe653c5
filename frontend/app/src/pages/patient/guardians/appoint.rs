//! Making somebody a guardian: whom, what they are called, and what they will see.

use crate::{
    ask::{Wrong, asked, doing, idle},
    hand::hand,
    parts::{Button, Field, I, Look, Note, Pick, Scan, Tone, Whom, account_in, icons, toast},
    speech::{say, t},
};
use chartkey_flows::{Failure, guardian, vault};
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// Makes somebody a guardian of the signed-in patient.
#[component]
pub(super) fn Appoint() -> impl IntoView {
    let hand = hand();
    let (text, name) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let appointing = doing();
    let found = Memo::new(move |_| text.with(|text| account_in(text)));
    let fits = idle(move || {
        let account = found.get_untracked();
        async move {
            let Some(account) = account else { return Ok(None) };
            Ok(Some((account, guardian::can_be(&hand.session()?, account).await?)))
        }
    });
    Effect::new(move |_| {
        if found.get().is_some() {
            fits.again();
        }
    });
    // An answer about somebody typed before says nothing of this one.
    let fitting = move || {
        let (account, fits) = fits.read(|fits| *fits)??;
        (found.get() == Some(account)).then_some(fits)
    };
    let own = move || found.get().is_some() && found.get() == hand.me();
    let off = Signal::derive(move || own() || fitting() != Some(true));
    let press = move || {
        let Some(account) = found.get_untracked() else { return };
        let called = name.get_untracked();
        appointing.start(async move {
            if !called.trim().is_empty() {
                let name_it =
                    async move |person: &mut chartkey_flows::Person| vault::call(person, account, &called).await;
                hand.change(name_it).await?;
            }
            guardian::appoint(&*hand.person().await?, account).await?;
            toast(say!("guardian-appointed", name = hand.name_of(account)));
            let _ = text.try_set(String::new());
            let _ = name.try_set(String::new());
            Ok::<(), Failure>(())
        });
    };
    let nameless = Memo::new(move |_| found.get().is_some_and(|account| hand.known_name(account).is_none()));
    view! {
        <details class="sheet">
            <summary>{t!("guardian-appoint")} <I of=icons::CHEVRON_DOWN /></summary>
            <div class="stack">
                <Note tone=Tone::Doubt>{t!("guardian-appoint-note")}</Note>
                <Known text=text />
                {move || {
                    nameless
                        .get()
                        .then(|| {
                            view! {
                                <Field
                                    label=t!("guardian-name")
                                    help=t!("guardian-name-help").signal()
                                    value=name
                                />
                            }
                        })
                }}
                <div role="status">
                    {move || own().then(|| view! { <p class="small soft">{t!("guardian-yourself")}</p> })}
                    {move || {
                        (fitting() == Some(false) && !own())
                            .then(|| view! { <p class="small soft">{t!("guardian-no-patient")}</p> })
                    }}
                </div>
                <Wrong of=appointing />
                <div class="btns">
                    <Button
                        look=Look::Main
                        icon=icons::SHIELD_USER
                        busy=appointing.busy()
                        off=off
                        on_press=press
                    >
                        {t!("guardian-appoint-yes")}
                    </Button>
                </div>
                {move || {
                    appointing.busy().get().then(|| view! { <p class="small soft" role="status">{t!("give-wrapping")}</p> })
                }}
            </div>
        </details>
    }
}

/// Somebody known by name, or an account that was passed on.
#[component]
fn Known(
    /// The account, as it was chosen, typed or scanned.
    text: RwSignal<String>,
) -> impl IntoView {
    let hand = hand();
    let known = asked(move || async move { guardian::candidates(&*hand.person().await?).await });
    let chosen = RwSignal::new(None::<Account>);
    Effect::new(move |_| {
        if let Some(account) = chosen.get() {
            text.set(account.to_string());
        }
    });
    // Whoever types another account chose nobody of the list.
    Effect::new(move |_| {
        let typed = text.with(|text| account_in(text));
        if chosen.get_untracked().is_some() && chosen.get_untracked() != typed {
            chosen.set(None);
        }
    });
    let options = Signal::derive(move || {
        let people = known.read(Clone::clone).unwrap_or_default();
        let names = people.into_iter().map(|account| (Some(account), hand.name_of(account)));
        [(None, say!("guardian-choose"))].into_iter().chain(names).collect::<Vec<_>>()
    });
    let any = Memo::new(move |_| known.read(|known| !known.is_empty()));
    view! {
        <p class="small soft">{t!("guardian-who-can")}</p>
        {move || match any.get() {
            Some(true) => view! { <Pick label=t!("guardian-known") options=options value=chosen /> }.into_any(),
            Some(false) => view! { <p>{t!("guardian-known-none")}</p> }.into_any(),
            None => ().into_any(),
        }}
        <details open=move || any.get() == Some(false)>
            <summary>{t!("whom-by-account")} <I of=icons::CHEVRON_DOWN /></summary>
            <div class="stack">
                <Whom label=t!("guardian-account") value=text />
                <div class="btns">
                    <Scan label=t!("whom-scan") found=move |read| text.set(read) />
                </div>
            </div>
        </details>
    }
}
