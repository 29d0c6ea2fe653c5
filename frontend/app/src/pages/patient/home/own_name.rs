//! What somebody calls themselves: a patient is in no directory, so only their own vault knows.

use super::needs::Card;
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Dialog, Field, Look, icons},
    speech::t,
};
use chartkey_flows::{Failure, Person, vault};
use leptos::prelude::*;

/// Asks how somebody wants to be called; nothing once that is known.
#[component]
pub(super) fn OwnName() -> impl IntoView {
    let hand = hand();
    let open = RwSignal::new(false);
    let name = RwSignal::new(String::new());
    let saving = doing();
    let is_nameless = Memo::new(move |_| {
        // While the vault is changed nobody's name is known; that is no reason to ask.
        hand.person_now().is_some() && hand.me().is_some_and(|me| hand.known_name(me).is_none())
    });
    let press = move || {
        let called = name.get_untracked();
        saving.start(async move {
            let keep = async move |person: &mut Person| {
                let me = person.account();
                vault::call(person, me, &called).await
            };
            hand.change(keep).await?;
            let _ = open.try_set(false);
            Ok::<(), Failure>(())
        });
    };
    let off = Signal::derive(move || name.with(|name| name.trim().is_empty()));
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
        <Dialog open=open title=t!("own-name-title") lead=t!("own-name-note").signal()>
            <form class="stack" on:submit=move |event| event.prevent_default()>
                <Field label=t!("own-name-field") fills="name" value=name />
                <Wrong of=saving />
                <div class="btns">
                    <Button look=Look::Main sends=true busy=saving.busy() off=off on_press=press>
                        {t!("own-name-keep")}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
