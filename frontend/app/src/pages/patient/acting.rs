//! For whom somebody acts, said on top of every page on which it matters.

use crate::{
    hand::hand,
    parts::{Button, Note, Tone, icons},
    places::Place,
    speech::{say, t},
};
use leptos::prelude::*;

/// Says for whom one acts, and leads back; nothing while one acts for oneself. The frame draws it, so that no page on
/// which something is done to a chart goes without.
#[component]
pub(crate) fn Acting(
    /// Which page it is.
    place: Memo<Place>,
) -> impl IntoView {
    let hand = hand();
    // The line stays from page to page, and the focus with it.
    let ward = Memo::new(move |_| {
        let ward = hand.whose().filter(|whose| Some(*whose) != hand.me());
        ward.filter(|_| place.get().is_of_chart())
    });
    move || {
        ward.get().map(|ward| {
            view! {
                <div role="status">
                    <Note tone=Tone::Key icon=icons::SHIELD_USER>
                        <div class="row between wrap">
                            <strong>{move || say!("acting-for", name = hand.name_of(ward))}</strong>
                            <Button on_press=move || hand.act_for(None)>{t!("acting-back")}</Button>
                        </div>
                    </Note>
                </div>
            }
        })
    }
}
