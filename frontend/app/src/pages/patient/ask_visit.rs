//! Ask a doctor for a time.

use super::visit::Chosen;
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    pages::shared::{Slots, settled},
    parts::{Button, Face, Look, Note, Page, Sheet, go, icons},
    places::Place,
    speech::{say, t},
};
use chartkey_flows::visit::{self, When};
use chartkey_vocabulary::{Account, Time};
use leptos::prelude::*;

/// Ask a doctor for a time.
#[component]
pub(crate) fn AskVisit(
    /// Whom.
    doctor: Account,
) -> impl IntoView {
    let hand = hand();
    let asking = doing();
    let (length, chosen) = (RwSignal::new(2_u8), RwSignal::new(None::<Time>));
    let name = Signal::derive(move || hand.name_of(doctor));
    let lead = move || {
        let ward = hand.whose().filter(|whose| Some(*whose) != hand.me());
        match ward {
            Some(ward) => say!("ask-visit-lead-for", name = hand.name_of(ward)),
            None => say!("ask-visit-lead"),
        }
    };
    let go = go();
    let ask = move || {
        let Some(from) = chosen.get_untracked() else { return };
        let when = When { from, slots: length.get_untracked() };
        let (whose, go) = (hand.whose(), go.clone());
        asking.start(async move {
            let person = hand.person().await?;
            let patient = whose.unwrap_or_else(|| person.account());
            let id = visit::ask(&person, patient, doctor, when).await?;
            settled(hand, &person).await?;
            go(Place::Visit(id));
            Ok(())
        });
    };
    view! {
        <Page
            title=move || say!("ask-visit-title", name = name.get())
            lead=lead
            back=Place::Visits
            mark=move || view! { <Face name=name big=true /> }
        >
            <Sheet>
                <h2>{t!("ask-visit-when")}</h2>
                <Slots doctor=doctor length=length chosen=chosen />
                <Chosen chosen=chosen />
                <Note>{t!("ask-visit-note")}</Note>
                <Wrong of=asking />
                <div class="btns">
                    <Button
                        look=Look::Main
                        icon=icons::SEND
                        busy=asking.busy()
                        off=Signal::derive(move || chosen.get().is_none())
                        on_press=ask
                    >
                        {t!("ask-visit-do")}
                    </Button>
                </div>
            </Sheet>
        </Page>
    }
}
