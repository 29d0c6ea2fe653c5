//! The council said no: why, and applying once more.

use super::form::{Fields, Form};
use crate::{
    ask::{asked, doing},
    hand::hand,
    pages::hand::Door,
    parts::{Button, Look, Note, Section, Tone, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::sign_up;
use chartkey_protocol::Paging;
use chartkey_vocabulary::{Event, Motion, Reason, RegistryEvent, Role};
use leptos::prelude::*;

/// Turned down: the reason, and the entry to be filled in anew.
#[component]
pub(super) fn Rejected() -> impl IntoView {
    let hand = hand();
    let why = asked(move || async move {
        let who = hand.session()?;
        let latest = Paging { after: None, limit: Some(200) };
        let told = who.oracle().explore_account(who.account(), &latest).await?.rows;
        let reason = |event: &Event| match event {
            Event::Registry(RegistryEvent::Carried { motion: Motion::Reject(_, reason) }) => Some(*reason),
            _ => None,
        };
        Ok(told.iter().find_map(|row| reason(&row.event)))
    });
    let reason = move || why.read(|reason: &Option<Reason>| *reason).flatten().map(words::reason);
    view! {
        <Note tone=Tone::Bad>
            <strong>{t!("apply-rejected")}</strong>
            " "
            {move || reason().map(|reason| say!("apply-rejected-why", reason = reason.clone()))}
        </Note>
        // Applying anew needs the keys in the vault.
        <Door>
            <Anew />
        </Door>
    }
}

#[component]
fn Anew() -> impl IntoView {
    let (hand, sending) = (hand(), doing());
    let form = Form::new(hand.role().filter(|role| role.is_professional()).unwrap_or(Role::Doctor));
    let press = move || {
        sending.start(async move {
            let profile = form.publish(hand).await?;
            sign_up::again(&*hand.person().await?, form.role(), profile).await?;
            hand.look_again().await
        });
    };
    view! {
        <Section title=t!("apply-again")>
            <form class="stack" on:submit=move |event| event.prevent_default()>
                <Fields form=form sending=sending />
                <div class="row end">
                    <Button
                        look=Look::Main
                        icon=icons::ID_CARD
                        sends=true
                        busy=sending.busy()
                        off=Signal::derive(move || !form.is_whole())
                        on_press=press
                    >
                        {t!("apply-again-send")}
                    </Button>
                </div>
            </form>
        </Section>
    }
}
