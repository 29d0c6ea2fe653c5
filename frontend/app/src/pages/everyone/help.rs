//! The few things to know, what is where, and how to get help.

use crate::{
    parts::{Go, I, Icon, Line, List, Note, Page, Section, Sheet, Tone, icons},
    places::{Place, menu},
    shell::Standing,
    speech::{key, say_key, t},
};
use leptos::prelude::*;

/// The few things to know: what it is, in two sentences.
const THINGS: [(Icon, &str, &str); 6] = [
    (icons::WALLET, key!("help-wallet"), key!("help-wallet-note")),
    (icons::LOCK, key!("help-vault"), key!("help-vault-note")),
    (icons::KEY, key!("help-key"), key!("help-key-note")),
    (icons::EYE, key!("help-looked"), key!("help-looked-note")),
    (icons::SCAN_TEXT, key!("help-machine"), key!("help-machine-note")),
    (icons::SIREN, key!("help-emergency"), key!("help-emergency-note")),
];

/// What people ask.
const QUESTIONS: [(&str, &str); 7] = [
    (key!("help-lost"), key!("help-lost-answer")),
    (key!("help-phone"), key!("help-phone-answer")),
    (key!("help-back"), key!("help-back-answer")),
    (key!("help-wait"), key!("help-wait-answer")),
    (key!("help-cost"), key!("help-cost-answer")),
    (key!("help-child"), key!("help-child-answer")),
    (key!("help-imitation"), key!("help-imitation-answer")),
];

/// Help.
#[component]
pub(crate) fn Help() -> impl IntoView {
    view! {
        <Page title=t!("place-help") lead=t!("help-lead").signal()>
            <Section title=t!("help-things")>
                <div class="tiles">
                    {THINGS
                        .map(|(icon, title, note)| {
                            view! {
                                <div class="sheet stack tight">
                                    <I of=icon big=true />
                                    <h3>{move || say_key(title, &[])}</h3>
                                    <p class="small soft">{move || say_key(note, &[])}</p>
                                </div>
                            }
                        })
                        .into_iter()
                        .collect_view()}
                </div>
            </Section>
            <Section title=t!("help-questions")>
                <div class="sheet stack tight">
                    {QUESTIONS
                        .map(|(question, answer)| {
                            view! {
                                <details>
                                    <summary>{move || say_key(question, &[])} <I of=icons::CHEVRON_DOWN /></summary>
                                    <p>{move || say_key(answer, &[])}</p>
                                </details>
                            }
                        })
                        .into_iter()
                        .collect_view()}
                </div>
            </Section>
            <Where />
            <Section title=t!("help-more")>
                <Sheet>
                    <p>{t!("help-more-note")}</p>
                    <Note tone=Tone::Doubt>{t!("help-never")}</Note>
                    <p class="small soft">{t!("help-urgent")}</p>
                </Sheet>
            </Section>
        </Page>
    }
}

/// What is where, for who is here.
#[component]
fn Where() -> impl IntoView {
    let role = expect_context::<Standing>().role;
    let lines = move || {
        let more = [Place::Notices, Place::Vault, Place::Settings];
        let known = menu(role.get());
        let rest = more.iter().filter(|place| role.get().is_some() && !known.contains(place));
        known
            .iter()
            .chain(rest)
            .map(|place| {
                let place = *place;
                let mark = move || view! { <span class="kind"><I of=place.icon() /></span> };
                view! {
                    <Line
                        title=move || say_key(place.title(), &[])
                        note=move || found(place).map(|key| say_key(key, &[])).unwrap_or_default()
                        to=place
                        mark=mark
                    />
                }
            })
            .collect_view()
    };
    view! {
        <Section title=t!("help-where")>
            <List>{lines}</List>
            {move || {
                role.get()
                    .is_none()
                    .then(|| {
                        view! {
                            <div class="row">
                                <Go to=Place::Unlock icon=icons::LOCK_OPEN>
                                    {t!("place-unlock")}
                                </Go>
                            </div>
                        }
                    })
            }}
        </Section>
    }
}

/// What one finds there.
const fn found(place: Place) -> Option<&'static str> {
    Some(match place {
        Place::Home => key!("help-at-home"),
        Place::Records => key!("help-at-records"),
        Place::Sharing => key!("help-at-sharing"),
        Place::Visits => key!("help-at-visits"),
        Place::Prescriptions => key!("help-at-prescriptions"),
        Place::Health => key!("help-at-health"),
        Place::Log => key!("help-at-log"),
        Place::Directory => key!("help-at-directory"),
        Place::Today => key!("help-at-today"),
        Place::Patients => key!("help-at-patients"),
        Place::SignOff => key!("help-at-sign-off"),
        Place::Prescribed => key!("help-at-prescribed"),
        Place::Rescue => key!("help-at-rescue"),
        Place::Listing => key!("help-at-listing"),
        Place::House => key!("help-at-house"),
        Place::Desk => key!("help-at-desk"),
        Place::Doctors => key!("help-at-doctors"),
        Place::Accesses => key!("help-at-accesses"),
        Place::Counter => key!("help-at-counter"),
        Place::Dispensed => key!("help-at-dispensed"),
        Place::Applications => key!("help-at-applications"),
        Place::Professionals => key!("help-at-professionals"),
        Place::Admins => key!("help-at-admins"),
        Place::Workers => key!("help-at-workers"),
        Place::Assignments => key!("help-at-assignments"),
        Place::Explorer => key!("help-at-explorer"),
        Place::Notices => key!("help-at-notices"),
        Place::Vault => key!("help-at-vault"),
        Place::Settings => key!("help-at-settings"),
        _ => return None,
    })
}
