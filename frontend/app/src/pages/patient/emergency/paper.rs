//! The page for wallet and fridge: with it whoever helps finds the right card.

use crate::{
    ground::save,
    hand::hand,
    parts::{Button, Copy, Note, Qr, Tone, icons},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// The printed page. It names the patient and holds no diagnosis; what is on the card stays sealed.
#[component]
pub(super) fn Paper(patient: Account, has_card: bool) -> impl IntoView {
    let hand = hand();
    let id = patient.to_string();
    let origin = window().location().origin().unwrap_or_default();
    // The account stands behind `#`, which is not sent to anybody; a phone's camera leads to the right page with it.
    let address = format!("{origin}{}#{id}", Place::Rescue.path());
    let site = origin.split("//").last().unwrap_or_default().to_owned();
    let name = move || hand.known_name(patient).unwrap_or_else(|| say!("paper-no-name"));
    view! {
        {(!has_card).then(|| view! { <Note tone=Tone::Doubt>{t!("paper-no-card")}</Note> })}
        <article class="sheet stack printed emergency-paper" aria-label=t!("paper-title")>
            <div class="row between top">
                <div class="stack tight grow">
                    <h3>{t!("paper-title")}</h3>
                    <p class="strong">{name}</p>
                    <p class="small">{move || say!("paper-how", site = &site)}</p>
                    <p class="tiny soft">{t!("paper-health-id")}</p>
                    <p class="mono small" translate="no">
                        {id.clone()}
                    </p>
                </div>
                <Qr text=address label=t!("paper-qr") />
            </div>
            <p class="tiny soft">
                {t!("paper-told")} " " {move || say!("paper-of", day = words::full_day(words::now()))}
            </p>
        </article>
        <div class="btns unprinted">
            <Button icon=icons::PRINTER on_press=save::print>
                {t!("paper-print")}
            </Button>
            <Copy text=id label=t!("paper-copy-id").signal() />
        </div>
    }
}
