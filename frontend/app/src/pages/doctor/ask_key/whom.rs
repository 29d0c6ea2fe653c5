//! Which patient: by account, by the code on their screen or card, among those known, or, for a hospital, by their
//! health ID.

use crate::{
    ask::asked,
    hand::hand,
    pages::shared::ByNumber,
    parts::{I, Pick, Scan, Whom, account_in, icons},
    speech::{say, t},
};
use chartkey_flows::{Failure, visit};
use chartkey_vocabulary::{Account, Role};
use leptos::prelude::*;

/// Which patient.
#[component]
pub(super) fn Patient(
    /// The account, as it was typed or found.
    value: RwSignal<String>,
) -> impl IntoView {
    let hand = hand();
    let is_house = move || hand.role() == Some(Role::Hospital);
    view! {
        <Known value=value />
        <Whom label=t!("ask-key-account") value=value />
        <Scan label=t!("ask-key-scan") found=move |text| value.set(text) />
        {move || is_house().then(|| view! { <ByHealthId value=value /> })}
    }
}

/// Patients of visits: known by name, with or without a key.
#[component]
fn Known(value: RwSignal<String>) -> impl IntoView {
    let hand = hand();
    let known = asked(move || async move {
        let person = hand.person().await?;
        let me = person.account();
        let rows = visit::list(&person).await?;
        let mut patients: Vec<Account> =
            rows.into_iter().filter(|row| row.visit.doctor == me).map(|row| row.visit.patient).collect();
        patients.sort_unstable();
        patients.dedup();
        Ok::<_, Failure>(patients)
    });
    let chosen = RwSignal::new(None::<Account>);
    Effect::new(move |_| {
        if let Some(account) = chosen.get() {
            value.set(account.to_string());
        }
    });
    // Whoever types another account chose nobody of the list.
    Effect::new(move |_| {
        let typed = value.with(|text| account_in(text));
        if chosen.get_untracked().is_some() && chosen.get_untracked() != typed {
            chosen.set(None);
        }
    });
    let options = Signal::derive(move || {
        let patients = known.read(Clone::clone).unwrap_or_default();
        let names = patients.into_iter().map(|patient| (Some(patient), hand.name_of(patient)));
        [(None, say!("ask-key-choose"))].into_iter().chain(names).collect::<Vec<_>>()
    });
    move || {
        let any = known.read(|patients| !patients.is_empty()).unwrap_or_default();
        any.then(|| view! { <Pick label=t!("ask-key-known") options=options value=chosen /> })
    }
}

/// By national number, which no server is told.
#[component]
fn ByHealthId(value: RwSignal<String>) -> impl IntoView {
    view! {
        <details>
            <summary>{t!("ask-key-health-id")} <I of=icons::CHEVRON_DOWN /></summary>
            <div class="stack">
                <p class="small soft">{t!("ask-key-health-id-note")}</p>
                <ByNumber
                    found=move |account: Account| value.set(account.to_string())
                    otherwise=t!("ask-key-nobody-note").signal()
                />
            </div>
        </details>
    }
}
