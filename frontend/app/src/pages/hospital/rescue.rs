//! Somebody cannot answer: who is it, why, and the card behind the glass.

mod card;
mod find;
mod glass;

use self::{find::Find, glass::Glass};
use super::glasses::Glasses;
use crate::{
    hand::hand,
    parts::{Button, Face, Look, Page, Section, Sheet, account_in, icons},
    speech::t,
    words,
};
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// So many glasses broken from here are told.
const LATEST: usize = 10;

/// Somebody cannot answer: scan the card, or type the health ID.
#[component]
pub(crate) fn Rescue() -> impl IntoView {
    // A phone's camera that read the paper leads here with the health ID behind the address.
    let patient = RwSignal::new(window().location().hash().ok().and_then(|hash| account_in(&hash)));
    view! {
        <Page title=t!("place-rescue") lead=t!("rescue-lead").signal()>
            {move || match patient.get() {
                None => {
                    view! {
                        <Find patient=patient />
                        <Section title=t!("rescue-lately")>
                            <Glasses most=LATEST again=patient />
                        </Section>
                    }
                        .into_any()
                }
                Some(who) => {
                    view! {
                        <Whose who=who patient=patient />
                        <Glass patient=who />
                    }
                        .into_any()
                }
            }}
        </Page>
    }
}

/// Of whom it is, so that nobody opens another's card.
#[component]
fn Whose(who: Account, patient: RwSignal<Option<Account>>) -> impl IntoView {
    let hand = hand();
    let name = Signal::derive(move || hand.name_of(who));
    view! {
        <Sheet>
            <div class="row wrap">
                <Face name=name big=true />
                <div class="grow named">
                    <h2>{name}</h2>
                    <p class="small soft num">{words::short_account(who)}</p>
                </div>
                <Button look=Look::Quiet icon=icons::ARROW_LEFT on_press=move || patient.set(None)>
                    {t!("rescue-other")}
                </Button>
            </div>
        </Sheet>
    }
}
