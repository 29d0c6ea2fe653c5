//! Which patient: by account, by the code on their screen or card, among those known, or, for a hospital, by their
//! health ID.

use crate::{
    ask::{Wrong, asked, doing},
    hand::hand,
    parts::{Button, Field, I, Note, Pick, Scan, Tone, Whom, account_in, icons},
    speech::{say, t},
};
use chartkey_flows::{Failure, lookup, visit};
use chartkey_protocol::Why;
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
    let hand = hand();
    let (country, number) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (finding, nobody) = (doing(), RwSignal::new(false));
    let find = move || {
        let (country, number) = (country.get_untracked().to_uppercase(), number.get_untracked());
        nobody.set(false);
        finding.start(async move {
            match lookup::find(&*hand.person().await?, country.trim(), number.trim()).await {
                Ok(found) => drop(value.try_set(found.to_string())),
                Err(failure) if failure.is(Why::NotFound) => drop(nobody.try_set(true)),
                Err(failure) => return Err(failure),
            }
            Ok(())
        });
    };
    let off = Signal::derive(move || {
        country.with(|text| text.trim().len() != 2) || number.with(|text| text.trim().is_empty())
    });
    view! {
        <details>
            <summary>{t!("ask-key-health-id")} <I of=icons::CHEVRON_DOWN /></summary>
            <div class="stack">
                <p class="small soft">{t!("ask-key-health-id-note")}</p>
                <Field label=t!("ask-key-country") help=t!("ask-key-country-help") value=country />
                <Field label=t!("ask-key-number") value=number />
                <Wrong of=finding />
                <div role="status">
                    {move || {
                        nobody
                            .get()
                            .then(|| {
                                view! {
                                    <Note tone=Tone::Doubt>
                                        <strong>{t!("rescue-nobody")}</strong>
                                        " "
                                        {t!("ask-key-nobody-note")}
                                    </Note>
                                }
                            })
                    }}
                </div>
                <Button icon=icons::SEARCH busy=finding.busy() off=off on_press=find>
                    {t!("ask-key-find")}
                </Button>
            </div>
        </details>
    }
}
