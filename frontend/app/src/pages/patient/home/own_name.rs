//! What somebody calls themselves: a patient is in no directory, so only their own vault knows.

use super::needs::Card;
use crate::{
    hand::hand,
    pages::shared::Naming,
    parts::{Button, icons},
    speech::t,
};
use leptos::prelude::*;

/// Asks how somebody wants to be called; nothing once that is known.
#[component]
pub(super) fn OwnName() -> impl IntoView {
    let hand = hand();
    let open = RwSignal::new(false);
    let is_nameless = Memo::new(move |_| {
        // While the vault is changed nobody's name is known; that is no reason to ask.
        hand.person_now().is_some() && hand.me().is_some_and(|me| hand.known_name(me).is_none())
    });
    view! {
        {move || {
            is_nameless
                .get()
                .then(|| {
                    view! {
                        <Card
                            icon=icons::USER
                            class="face"
                            title=t!("own-name-title").signal()
                            note=t!("own-name-note").signal()
                        >
                            <Button on_press=move || open.set(true)>{t!("own-name-say")}</Button>
                        </Card>
                    }
                })
        }}
        <Naming
            open=open
            who=Signal::derive(move || hand.me())
            title=t!("own-name-title").signal()
            lead=t!("own-name-note").signal()
            label=t!("own-name-field").signal()
            fills="name"
        />
    }
}
