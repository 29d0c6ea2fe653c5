//! There is no key: how to ask for one, or that one waits for an answer.

use crate::{
    parts::{Empty, I, Section, icons},
    places::Place,
    speech::t,
};
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// Nothing opens here without the patient's key.
#[component]
pub(super) fn NoKey(
    /// Whose chart.
    patient: Account,
) -> impl IntoView {
    let address = format!("{}?patient={patient}", Place::AskKey.path());
    view! {
        <Section title=t!("patients-keys")>
            <Empty icon=icons::LOCK title=t!("chart-no-key") note=t!("chart-no-key-note")>
                <a class="btn main" href=address>
                    <I of=icons::KEY />
                    <span>{t!("place-ask-key")}</span>
                </a>
            </Empty>
        </Section>
    }
}
