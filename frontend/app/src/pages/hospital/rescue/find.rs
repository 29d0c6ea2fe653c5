//! Who it is: by the card's QR code, the health ID, or a national number.

use crate::{
    hand::hand,
    pages::shared::ByNumber,
    parts::{Button, Columns, Look, Note, Scan, Section, Sheet, Tone, Whom, Wide, account_in, icons},
    speech::t,
};
use chartkey_vocabulary::{Account, Role};
use leptos::prelude::*;

/// Finds the patient.
#[component]
pub(super) fn Find(
    /// Set once somebody is found.
    patient: RwSignal<Option<Account>>,
) -> impl IntoView {
    let hand = hand();
    // Only houses may look a number up.
    let by_number = Memo::new(move |_| hand.role() == Some(Role::Hospital));
    move || {
        if by_number.get() {
            view! {
                <Columns wide=Wide::Even>
                    <ByCard patient=patient />
                    <ByNationalNumber patient=patient />
                </Columns>
            }
            .into_any()
        } else {
            view! { <ByCard patient=patient /> }.into_any()
        }
    }
}

/// The QR code on the emergency card, or the health ID under it.
#[component]
fn ByCard(patient: RwSignal<Option<Account>>) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let strange = RwSignal::new(false);
    let scanned = move |read: String| match account_in(&read) {
        Some(account) => patient.set(Some(account)),
        None => strange.set(true),
    };
    let account = Memo::new(move |_| text.with(|text| account_in(text)));
    let press = move || patient.set(account.get_untracked());
    view! {
        <Section title=t!("rescue-card")>
            <Sheet>
                <p>{t!("rescue-card-note")}</p>
                <Scan label=t!("rescue-scan") found=scanned />
                <div role="status">
                    {move || strange.get().then(|| view! { <Note tone=Tone::Doubt>{t!("rescue-strange")}</Note> })}
                </div>
                <form class="stack" on:submit=move |event| event.prevent_default()>
                    <Whom label=t!("rescue-id") help=t!("rescue-id-help") value=text />
                    <div class="row end">
                        <Button
                            look=Look::Main
                            icon=icons::SEARCH
                            sends=true
                            off=Signal::derive(move || account.get().is_none())
                            on_press=press
                        >
                            {t!("rescue-go-on")}
                        </Button>
                    </div>
                </form>
            </Sheet>
        </Section>
    }
}

/// A national number, which the service is not told.
#[component]
fn ByNationalNumber(patient: RwSignal<Option<Account>>) -> impl IntoView {
    view! {
        <Section title=t!("rescue-number")>
            <form class="sheet stack" on:submit=move |event| event.prevent_default()>
                <p>{t!("rescue-number-note")}</p>
                <ByNumber
                    found=move |account| patient.set(Some(account))
                    otherwise=t!("rescue-nobody-note").signal()
                    sends=true
                />
            </form>
        </Section>
    }
}
