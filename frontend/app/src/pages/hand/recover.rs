//! Passphrase lost, or a new device: the ways back in. Each needs the wallet as well.

use super::{
    devices::{Brought, Shown, offer_text, read_text},
    door::Door,
    passphrase::{NewPassphrase, is_good},
};
use crate::{
    ask::{Wrong, doing},
    ground::save,
    hand::{Hand, Stage, hand},
    parts::{Area, Button, Choose, Copy, Look, Note, Page, Tone, icons},
    places::{Place, home},
    speech::t,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chartkey_flows::{Failure, recovery};
use chartkey_vault::{DeviceKey, Effort};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use zeroize::Zeroizing;

/// By which way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Code,
    Guardians,
    Device,
}

/// How far somebody is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Asking,
    Fresh,
    Done,
}

/// The ways back into a vault.
#[component]
pub(crate) fn Recover() -> impl IntoView {
    let hand = hand();
    let way = RwSignal::new(Way::Code);
    let opened = RwSignal::new(false);
    // The form is not made anew while it opens the vault: with it would go what was typed, why it did not open, and the
    // device's own key, whose words somebody is comparing.
    let step = Memo::new(move |_| match (hand.stage(), opened.get()) {
        (Stage::Open, true) => Step::Fresh,
        (Stage::Open, false) => Step::Done,
        _ => Step::Asking,
    });
    let ways = || {
        vec![
            (Way::Code, t!("recover-code").signal()),
            (Way::Guardians, t!("recover-guardians").signal()),
            (Way::Device, t!("recover-device").signal()),
        ]
    };
    view! {
        <Page title=t!("place-recover") lead=t!("recover-lead").signal() back=Place::Unlock>
            <Door need=Stage::Locked>
                {move || match step.get() {
                    Step::Fresh => view! { <Fresh done=opened /> }.into_any(),
                    Step::Done => view! { <Redirect path=home(hand.role()).path() /> }.into_any(),
                    Step::Asking => {
                        view! {
                            <div class="sheet stack narrow-form">
                                <Choose legend=t!("recover-by") options=ways() value=way />
                                {move || match way.get() {
                                    Way::Code => view! { <ByCode opened=opened /> }.into_any(),
                                    Way::Guardians => view! { <ByGuardians opened=opened /> }.into_any(),
                                    Way::Device => view! { <ByDevice opened=opened /> }.into_any(),
                                }}
                            </div>
                        }
                            .into_any()
                    }
                }}
            </Door>
        </Page>
    }
}

#[component]
fn ByCode(opened: RwSignal<bool>) -> impl IntoView {
    let hand = hand();
    let (typed, opening) = (RwSignal::new(String::new()), doing());
    let count = Memo::new(move |_| typed.with(|typed| typed.split_whitespace().count()));
    let press = move || {
        let code = Zeroizing::new(typed.get_untracked());
        opening.start(async move {
            opened.set(true);
            let done = hand.open(async move |who| recovery::open_with_code(who, &code).await).await;
            opened.set(done.is_ok());
            done
        });
    };
    view! {
        <Area label=t!("recover-code-words") help=t!("recover-code-count", count = count.get()) value=typed lines=4 />
        <Wrong of=opening />
        <div class="row end">
            <Button
                look=Look::Main
                busy=opening.busy()
                off=Signal::derive(move || count.get() != 24)
                on_press=press
            >
                {t!("recover-open")}
            </Button>
        </div>
    }
}

/// This device's own key while its owner is locked out; only here, and gone with the page.
fn device(hand: Hand) -> Option<DeviceKey> {
    hand.signed_in().map(|who| recovery::new_device(&who).0)
}

#[component]
fn ByGuardians(opened: RwSignal<bool>) -> impl IntoView {
    let hand = hand();
    let key = StoredValue::new_local(device(hand));
    let (pleading, opening) = (doing(), doing());
    let plea = RwSignal::new(None::<String>);
    let (one, other) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let ask = move || {
        pleading.start(async move {
            let who = hand.signed_in().ok_or_else(|| Failure::Not("nobody is signed in".into()))?;
            let key = key.get_value().ok_or_else(|| Failure::Not("nobody is signed in".into()))?;
            let text = serde_json::to_vec(&recovery::plead(&who, &key).await?);
            let text = text.map_err(|_| Failure::Not("the plea cannot be written".into()))?;
            drop(plea.try_set(Some(BASE64_URL_SAFE_NO_PAD.encode(text))));
            Ok(())
        });
    };
    let press = move || {
        let typed = [one.get_untracked(), other.get_untracked()];
        let Some(key) = key.get_value() else { return };
        opening.start(async move {
            let parts = [read_text(&typed[0])?, read_text(&typed[1])?];
            opened.set(true);
            let door = async move |who| recovery::open_with_guardians(who, &key, [&parts[0], &parts[1]]).await;
            let done = hand.open(door).await;
            opened.set(done.is_ok());
            done
        });
    };
    let words = move || key.with_value(|key| key.as_ref().map(|key| key.offer().words())).unwrap_or_default();
    view! {
        <p>{t!("recover-guardians-note")}</p>
        <div class="sheet stack center">
            <p class="small soft">{t!("device-words")}</p>
            <p class="big-words" translate="no">
                {words}
            </p>
        </div>
        <Wrong of=pleading />
        {move || match plea.get() {
            None => view! { <Button busy=pleading.busy() on_press=ask>{t!("recover-plea-make")}</Button> }.into_any(),
            Some(text) => {
                let file = text.clone();
                view! {
                    <div class="row wrap">
                        <Copy text=text label=t!("recover-plea-copy") />
                        <Button
                            icon=icons::DOWNLOAD
                            on_press=move || {
                            save::save("chartkey-plea.txt", file.as_bytes());
                        }
                        >
                            {t!("recover-plea-save")}
                        </Button>
                    </div>
                }
                    .into_any()
            }
        }}
        <Brought label=t!("recover-part-one") value=one />
        <Brought label=t!("recover-part-other") value=other />
        <Wrong of=opening />
        <div class="row end">
            <Button
                look=Look::Main
                busy=opening.busy()
                off=Signal::derive(move || one.with(String::is_empty) || other.with(String::is_empty))
                on_press=press
            >
                {t!("recover-open")}
            </Button>
        </div>
    }
}

#[component]
fn ByDevice(opened: RwSignal<bool>) -> impl IntoView {
    let hand = hand();
    let key = StoredValue::new_local(device(hand));
    let opening = doing();
    let press = move || {
        let Some(key) = key.get_value() else { return };
        opening.start(async move {
            opened.set(true);
            let done = hand.open(async move |who| recovery::open_with_device(who, &key).await).await;
            opened.set(done.is_ok());
            done
        });
    };
    let shown = key.with_value(|key| key.as_ref().map(|key| (offer_text(key), key.offer().words())));
    view! {
        <p>{t!("recover-device-note")}</p>
        {shown.map(|(text, words)| view! { <Shown text=text words=words /> })}
        <Wrong of=opening />
        <div class="row end">
            <Button look=Look::Main busy=opening.busy() on_press=press>
                {t!("recover-device-open")}
            </Button>
        </div>
    }
}

/// A new passphrase, because the old one is lost and a device's key ends with this page.
#[component]
fn Fresh(done: RwSignal<bool>) -> impl IntoView {
    let hand = hand();
    let (one, other) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let setting = doing();
    let press = move || {
        let passphrase = Zeroizing::new(one.get_untracked());
        setting.start(async move {
            crate::ground::clock::pause(30).await;
            let change = async move |person: &mut chartkey_flows::Person| {
                recovery::set_passphrase(person, &passphrase, Effort::STANDARD).await
            };
            hand.change(change).await?;
            let _ = done.try_set(false);
            Ok(())
        });
    };
    let off = Signal::derive(move || !one.with(|one| other.with(|other| is_good(one, other))));
    view! {
        <form class="sheet stack narrow-form" on:submit=move |event| event.prevent_default()>
            <Note tone=Tone::Good>{t!("recover-opened")}</Note>
            <NewPassphrase one=one other=other />
            <Wrong of=setting />
            <div class="row end">
                <Button look=Look::Quiet on_press=move || done.set(false)>
                    {t!("recover-keep")}
                </Button>
                <Button look=Look::Main sends=true busy=setting.busy() off=off on_press=press>
                    {t!("passphrase-set")}
                </Button>
            </div>
        </form>
    }
}
