//! The first step: who somebody is, and the passphrase of their vault.

use super::form::{Fields, Form};
use crate::{
    ask::doing,
    ground::clock,
    hand::hand,
    pages::hand::{NewPassphrase, is_good},
    parts::{Button, Look, Note, Section, Sheet, Tone, icons},
    speech::t,
};
use chartkey_vocabulary::Role;
use leptos::prelude::*;
use zeroize::Zeroizing;

/// Entry and passphrase; then vault, keys and a place in the registry are made.
#[component]
pub(super) fn Begin() -> impl IntoView {
    let (hand, making) = (hand(), doing());
    let form = Form::new(Role::Doctor);
    let (one, other) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let good = move || one.with(|one| other.with(|other| is_good(one, other)));
    let make = move || {
        let passphrase = Zeroizing::new(one.get_untracked());
        making.start(async move {
            // So that the button is seen to turn before the work that holds it up.
            clock::pause(30).await;
            let profile = form.publish(hand).await?;
            hand.begin_life(form.role(), Some(profile), &passphrase).await?;
            drop((one.try_set(String::new()), other.try_set(String::new())));
            Ok(())
        });
    };
    view! {
        <form class="stack loose" on:submit=move |event| event.prevent_default()>
            <Section title=t!("join-title")>
                <p class="soft">{t!("join-note")}</p>
                <Sheet>
                    <NewPassphrase one=one other=other />
                </Sheet>
            </Section>
            <Section title=t!("apply-entry")>
                <p class="soft">{t!("apply-entry-note")}</p>
                <Fields form=form sending=making />
            </Section>
            {move || making.busy().get().then(|| view! { <Note tone=Tone::Good>{t!("join-under-way")}</Note> })}
            <div class="row end">
                <Button
                    look=Look::Main
                    icon=icons::ID_CARD
                    sends=true
                    busy=making.busy()
                    off=Signal::derive(move || !form.is_whole() || !good())
                    on_press=make
                >
                    {t!("apply-send")}
                </Button>
            </div>
        </form>
    }
}
