//! Guardians of the vault: choosing three, and being one.

use super::devices::{Brought, read_text};
use crate::{
    ask::{Wrong, doing},
    ground::save,
    hand::hand,
    parts::{Button, Copy, Field, Look, Note, Tone, Whom, account_in, icons},
    speech::t,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chartkey_flows::recovery::{self, RecoveryError};
use leptos::prelude::*;

/// Three people, of whom any two open the vault together.
#[component]
pub(super) fn ChooseGuardians() -> impl IntoView {
    let hand = hand();
    let three = [RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new())];
    let (hanging, done) = (doing(), RwSignal::new(false));
    let press = move || {
        let [Some(a), Some(b), Some(c)] = three.map(|one| account_in(&one.get_untracked())) else { return };
        let three = [a, b, c];
        done.set(false);
        hanging.start(async move {
            hand.change(async move |person| recovery::set_guardians(person, three).await).await?;
            let _ = done.try_set(true);
            Ok(())
        });
    };
    let field = |(nth, value): (usize, RwSignal<String>)| {
        view! { <Whom label=t!("guardian-nth", nth = nth + 1) value=value /> }
    };
    let off = Signal::derive(move || three.iter().any(|one| one.with(|text| account_in(text).is_none())));
    view! {
        <div class="stack">
            <p>{t!("guardians-note")}</p>
            {three.into_iter().enumerate().map(field).collect_view()}
            <Wrong of=hanging />
            {move || done.get().then(|| view! { <Note tone=Tone::Good>{t!("guardians-done")}</Note> })}
            <div class="row end">
                <Button look=Look::Main busy=hanging.busy() off=off on_press=press>
                    {t!("guardians-set")}
                </Button>
            </div>
        </div>
    }
}

/// A guardian hands over the part they hold, after comparing words by voice.
#[component]
pub(super) fn HelpSomebody() -> impl IntoView {
    let hand = hand();
    let (plea, words, whose) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let helping = doing();
    let part = RwSignal::new(None::<String>);
    let press = move || {
        let Some(ward) = account_in(&whose.get_untracked()) else { return };
        let (plea, words) = (plea.get_untracked(), words.get_untracked());
        part.set(None);
        helping.start(async move {
            let bytes = read_text(&plea)?;
            let plea = serde_json::from_slice(&bytes).map_err(|_| RecoveryError::Garbled)?;
            let person = hand.person().await?;
            let share = recovery::help(&person, &plea, ward, &words)?;
            drop(part.try_set(Some(BASE64_URL_SAFE_NO_PAD.encode(share))));
            Ok(())
        });
    };
    let off = Signal::derive(move || {
        [plea, words].iter().any(|one| one.with(String::is_empty)) || whose.with(|text| account_in(text).is_none())
    });
    view! {
        <div class="stack">
            <Note tone=Tone::Doubt>{t!("help-voice")}</Note>
            <Whom label=t!("help-whose") value=whose />
            <Brought label=t!("help-plea") value=plea />
            <Field label=t!("let-in-words") help=t!("let-in-words-help") value=words />
            <Wrong of=helping />
            <div class="row end">
                <Button look=Look::Main busy=helping.busy() off=off on_press=press>
                    {t!("help-give")}
                </Button>
            </div>
            {move || {
                part.get()
                    .map(|part| {
                        let file = part.clone();
                        view! {
                            <div class="sheet stack">
                                <p>{t!("help-part")}</p>
                                <div class="row wrap">
                                    <Copy text=part label=t!("help-part-copy") />
                                    <Button
                                        icon=icons::DOWNLOAD
                                        on_press=move || {
                            save::save("chartkey-part.txt", file.as_bytes());
                        }
                                    >
                                        {t!("help-part-save")}
                                    </Button>
                                </div>
                            </div>
                        }
                    })
            }}
        </div>
    }
}
