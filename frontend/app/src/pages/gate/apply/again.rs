//! The council said no: why, and applying once more.

use super::form::{Fields, Form};
use crate::{
    ask::doing,
    hand::hand,
    pages::{hand::Door, shared::CouncilsReason},
    parts::{Button, Look, Note, Section, Tone, icons},
    speech::t,
};
use chartkey_flows::sign_up;
use chartkey_vocabulary::Role;
use leptos::prelude::*;

/// Turned down: the reason, and the entry to be filled in anew.
#[component]
pub(super) fn Rejected() -> impl IntoView {
    view! {
        <Note tone=Tone::Bad>
            <strong>{t!("apply-rejected")}</strong>
            " "
            <CouncilsReason />
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
