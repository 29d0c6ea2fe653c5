//! When the service or the chain is not there, or is not the one this device knows.

use super::alone::Copied;
use crate::{
    ground::clock,
    hand::{hand, is_connected},
    parts::{Broken, Button, Dialog, Look, Note, Tone},
    speech::t,
};
use leptos::prelude::*;

/// Whoever does not answer is asked again after so long.
const AGAIN: u32 = 10_000;

/// Nobody answers.
#[component]
pub(super) fn Away() -> impl IntoView {
    let hand = hand();
    // Comes back by itself with the connection, and with whoever did not answer.
    let came = window_event_listener_untyped("online", move |_| hand.arrive());
    on_cleanup(move || came.remove());
    let here = RwSignal::new(());
    leptos::task::spawn_local(async move {
        while here.try_get_untracked().is_some() {
            clock::pause(AGAIN).await;
            if here.try_get_untracked().is_some() && is_connected() {
                hand.look_for_service().await;
            }
        }
    });
    let details = hand.why().map(|said| said.details).unwrap_or_default();
    view! {
        <Broken what=t!("door-away") next=t!("door-away-next") details=details again=move || hand.arrive() />
        <Copied />
    }
}

/// Somebody else answers.
#[component]
pub(super) fn Elsewhere() -> impl IntoView {
    let hand = hand();
    let sure = RwSignal::new(false);
    let why = move || hand.why().map(|said| view! { <p class="strong">{said.what}</p> });
    view! {
        <div class="sheet stack" role="alert">
            <h2>{t!("door-elsewhere")}</h2>
            {why}
            <p>{t!("door-elsewhere-note")}</p>
            <div class="row wrap">
                <Button look=Look::Main on_press=move || hand.arrive()>
                    {t!("again")}
                </Button>
                <Button look=Look::Danger on_press=move || sure.set(true)>
                    {t!("door-believe")}
                </Button>
            </div>
        </div>
        <Dialog open=sure title=t!("door-believe")>
            <Note tone=Tone::Bad>{t!("door-believe-note")}</Note>
            <div class="row end">
                <Button on_press=move || sure.set(false)>{t!("cancel")}</Button>
                <Button
                    look=Look::Grave
                    on_press=move || {
                        sure.set(false);
                        hand.believe_anew();
                    }
                >
                    {t!("door-believe-yes")}
                </Button>
            </div>
        </Dialog>
    }
}
