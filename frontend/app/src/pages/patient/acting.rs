//! For whom somebody acts, said on top of every page on which it matters.

use crate::{
    hand::hand,
    parts::{Button, Note, Tone, icons},
    speech::{say, t},
};
use leptos::prelude::*;

/// Says for whom one acts, and leads back; nothing while one acts for oneself.
#[component]
pub(super) fn Acting() -> impl IntoView {
    let hand = hand();
    move || {
        let ward = hand.whose().filter(|whose| Some(*whose) != hand.me());
        ward.map(|ward| {
            view! {
                <Note tone=Tone::Key icon=icons::SHIELD_USER>
                    <div class="row between wrap">
                        <strong>{move || say!("acting-for", name = hand.name_of(ward))}</strong>
                        <Button on_press=move || hand.act_for(None)>{t!("acting-back")}</Button>
                    </div>
                </Note>
            }
        })
    }
}
