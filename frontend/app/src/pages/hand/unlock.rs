//! Opening the vault.

use super::door::Door;
use crate::{
    ask::{Wrong, doing},
    ground::passkey,
    hand::{Stage, hand},
    parts::{Button, Field, Look, Note, Page, Tone, icons},
    places::{Place, home},
    speech::{key, say, say_key, t},
};
use chartkey_flows::{Failure, vault};
use chartkey_vault::DoorKind;
use leptos::prelude::*;
use leptos_router::{components::Redirect, hooks::use_location};
use zeroize::Zeroizing;

/// The way in: wallet, account, vault; then on to where somebody of this role begins.
#[component]
pub(crate) fn Unlock() -> impl IntoView {
    let hand = hand();
    let path = use_location().pathname;
    view! {
        <Page title=t!("place-unlock")>
            <Door need=Stage::Newcomer>
                {move || match hand.stage() {
                    // Elsewhere this stands in for the page that was asked for, which comes by itself.
                    Stage::Open if Place::at(&path.get_untracked()) != Place::Unlock => ().into_any(),
                    Stage::Open => view! { <Redirect path=home(hand.role()).path() /> }.into_any(),
                    Stage::Newcomer => view! { <Door>""</Door> }.into_any(),
                    _ => view! { <Opening /> }.into_any(),
                }}
            </Door>
        </Page>
    }
}

/// The fields that open a vault, wherever it turns out to be closed.
#[component]
pub(super) fn Opening() -> impl IntoView {
    let hand = hand();
    let passphrase = RwSignal::new(String::new());
    let (by_words, by_key) = (doing(), doing());
    let has_passkey = RwSignal::new(false);
    let refused = RwSignal::new(None::<&'static str>);
    // Whether there is a passkey's door stands in the file, which is sealed but for its doors.
    leptos::task::spawn_local(async move {
        let Some(who) = hand.signed_in() else { return };
        if let Ok(file) = vault::fetch(&who).await {
            let any = file.doors().iter().any(|door| matches!(door.kind(), DoorKind::Passkey { .. }));
            let _ = has_passkey.try_set(any && passkey::supported());
        }
    });
    let open = move || {
        let typed = Zeroizing::new(passphrase.get_untracked());
        by_words.start(async move {
            // One turn of the browser's wheel, so that the button is seen to turn before the work that holds it up.
            crate::ground::clock::pause(30).await;
            hand.open(async move |who| vault::open(who, &typed).await).await?;
            drop(passphrase.try_set(String::new()));
            Ok(())
        });
    };
    let touch = move || {
        refused.set(None);
        by_key.start(async move {
            let opened = hand.open(async move |who| by_passkey(who).await).await;
            match opened {
                Err(Failure::Not(why)) if why.starts_with(REFUSED) => {
                    let _ = refused.try_set(Some(key!("passkey-refused")));
                    Ok(())
                }
                other => other,
            }
        });
    };
    view! {
        <form class="sheet stack narrow-form" on:submit=move |event| event.prevent_default()>
            <div>
                <h2>{t!("unlock-title")}</h2>
                <p class="soft">{move || say!("unlock-note", name = hand.me().map(|me| hand.name_of(me)).unwrap_or_default())}</p>
            </div>
            <Field label=t!("passphrase") kind="password" fills="current-password" value=passphrase />
            <Wrong of=by_words />
            <div class="row wrap">
                <Button
                    look=Look::Main
                    icon=icons::LOCK_OPEN
                    sends=true
                    busy=by_words.busy()
                    off=Signal::derive(move || passphrase.with(String::is_empty))
                    on_press=open
                >
                    {t!("unlock")}
                </Button>
                {move || {
                    has_passkey
                        .get()
                        .then(|| {
                            view! {
                                <Button icon=icons::FINGERPRINT busy=by_key.busy() on_press=touch>
                                    {t!("unlock-passkey")}
                                </Button>
                            }
                        })
                }}
            </div>
            <Wrong of=by_key />
            {move || refused.get().map(|key| view! { <Note tone=Tone::Doubt>{move || say_key(key, &[])}</Note> })}
            <div class="row between wrap small">
                <a href=Place::Recover.path()>{t!("unlock-recover")}</a>
                <Button look=Look::Quiet icon=icons::LOG_OUT on_press=move || hand.sign_out()>
                    {t!("sign-out")}
                </Button>
            </div>
        </form>
    }
}

/// How a passkey's own refusal begins; it is said in the person's language.
const REFUSED: &str = "the passkey";

async fn by_passkey(who: chartkey_flows::SignedIn) -> Result<chartkey_flows::Person, Failure> {
    let file = vault::fetch(&who).await?;
    let doors = file.doors().iter().filter_map(|door| match door.kind() {
        DoorKind::Passkey { salt, credential } => Some((door.id(), *salt, credential.clone())),
        _ => None,
    });
    for (door, salt, credential) in doors {
        // One that is on another device cannot be asked here; the next may be.
        if let Ok(secret) = passkey::ask(&credential, &salt).await {
            return vault::open_by(who, |file, expected| file.open_with_passkey(door, &secret, expected)).await;
        }
    }
    Err(Failure::Not(format!("{REFUSED} did not answer")))
}
