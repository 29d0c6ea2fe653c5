//! A patient makes a vault and a place in the registry.

use super::{
    code::CodeSheet,
    door::Door,
    passphrase::{NewPassphrase, is_good},
};
use crate::{
    ask::{Wrong, doing},
    ground::clock,
    hand::{First, Stage, hand},
    parts::{Bones, Button, Look, Note, Page, Tone, icons},
    places::home,
    speech::t,
};
use chartkey_vocabulary::Role;
use leptos::prelude::*;
use leptos_router::components::Redirect;
use zeroize::Zeroizing;

/// Wallet, account, passphrase, code on paper: four steps.
#[component]
pub(crate) fn Join() -> impl IntoView {
    let hand = hand();
    let first = hand.first();
    let step = Memo::new(move |_| match (first.get(), hand.stage()) {
        (First::Code(_), _) => Step::Code,
        (First::Making, Stage::Open) => Step::UnderWay,
        (First::No, Stage::Open | Stage::Locked) => Step::Done,
        _ => Step::Passphrase,
    });
    view! {
        <Page title=t!("place-join") lead=t!("join-lead").signal()>
            <Door need=Stage::Newcomer>
                {move || match step.get() {
                    Step::Done => view! { <Redirect path=home(hand.role()).path() /> }.into_any(),
                    Step::Passphrase => view! { <Making /> }.into_any(),
                    Step::UnderWay => view! { <Bones awaited=t!("join-under-way") /> }.into_any(),
                    Step::Code => {
                        let First::Code(words) = first.get_untracked() else { return ().into_any() };
                        view! { <CodeSheet code=words done=move || first.set(First::No) /> }.into_any()
                    }
                }}
            </Door>
        </Page>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Passphrase,
    UnderWay,
    Code,
    Done,
}

#[component]
fn Making() -> impl IntoView {
    let hand = hand();
    let (one, other) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let making = doing();
    // Somebody the council appointed has a role already.
    let role = move || hand.member_now().map_or(Role::Patient, |member| member.who.role);
    let make = move || {
        let passphrase = Zeroizing::new(one.get_untracked());
        making.start(async move {
            // So that the button is seen to turn before the work that holds it up.
            clock::pause(30).await;
            hand.begin_life(role(), None, &passphrase).await?;
            drop((one.try_set(String::new()), other.try_set(String::new())));
            Ok(())
        });
    };
    let ready = Signal::derive(move || !one.with(|one| other.with(|other| is_good(one, other))));
    view! {
        <form class="sheet stack narrow-form" on:submit=move |event| event.prevent_default()>
            <div>
                <h2>{t!("join-title")}</h2>
                <p class="soft">{t!("join-note")}</p>
            </div>
            <NewPassphrase one=one other=other />
            <Wrong of=making />
            {move || making.busy().get().then(|| view! { <Note tone=Tone::Good>{t!("join-under-way")}</Note> })}
            <div class="row end">
                <Button look=Look::Main icon=icons::LOCK sends=true busy=making.busy() off=ready on_press=make>
                    {t!("join")}
                </Button>
            </div>
        </form>
    }
}
