//! Who gave me a key, until when, and why; and who was asked and has not answered.

mod waits;

pub(super) use self::waits::Waits;

use crate::{
    act,
    ask::asked,
    hand::hand,
    pages::shared::Still,
    parts::{Empty, Face, Go, KeyBar, Left, Line, Look, Page, SearchField, Section, Tag, icons, listed},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::held;
use chartkey_vocabulary::{Between, Grant};
use leptos::prelude::*;

/// With more than this a search stands above.
const MANY: usize = 8;

/// Who gave me a key.
#[component]
pub(crate) fn Patients() -> impl IntoView {
    let hand = hand();
    let keys = asked(move || async move { held::keys(&*hand.person().await?).await });
    let ask = || {
        view! {
            <Go to=Place::AskKey look=Look::Main icon=icons::KEY>
                {t!("place-ask-key")}
            </Go>
        }
    };
    view! {
        <Page title=t!("place-patients") lead=t!("patients-lead") actions=ask>
            <Waits />
            <Section title=t!("patients-keys")>
                <Still of=keys awaited=t!("awaited-keys") let:keys>
                    <Keys keys=keys />
                </Still>
            </Section>
        </Page>
    }
}

#[component]
fn Keys(keys: Vec<(Between, Grant)>) -> impl IntoView {
    let hand = hand();
    let search = RwSignal::new(String::new());
    if keys.is_empty() {
        return view! {
            <Empty icon=icons::KEY title=t!("patients-none") note=t!("patients-none-note")>
                <Go to=Place::AskKey look=Look::Main icon=icons::KEY>
                    {t!("place-ask-key")}
                </Go>
            </Empty>
        }
        .into_any();
    }
    let many = keys.len() > MANY;
    let lines = move || {
        let wanted = search.get().trim().to_lowercase();
        let fits =
            |between: &Between| wanted.is_empty() || hand.name_of(between.patient).to_lowercase().contains(&wanted);
        let found: Vec<_> = keys.iter().filter(|(between, _)| fits(between)).cloned().collect();
        let lines = found.into_iter().map(|(between, grant)| view! { <Key between=between grant=grant /> });
        listed(lines, || view! { <p class="soft" role="status">{t!("patients-not-found")}</p> })
    };
    view! {
        {many.then(|| view! { <SearchField label=t!("patients-search") value=search /> })}
        {lines}
    }
    .into_any()
}

#[component]
fn Key(between: Between, grant: Grant) -> impl IntoView {
    let hand = hand();
    let (since, until, openings, may_write) =
        (grant.since, grant.terms.until, grant.terms.openings, grant.terms.may_write);
    let name = Signal::derive(move || hand.name_of(between.patient));
    let note = move || {
        let scope = words::capital(&act::scope(&grant.terms.scope));
        say!("patients-key-note", purpose = words::purpose(between.purpose), scope = scope)
    };
    let after = move || {
        view! {
            {openings.map(|count| view! { <Tag>{move || say!("terms-openings", count = count)}</Tag> })}
            {may_write.then(|| view! { <span class="wide"><Tag>{t!("terms-may-write")}</Tag></span> })}
            <Left until=until />
        }
    };
    view! {
        <Line
            title=name
            note=note
            mark=move || view! { <Face name=name /> }
            after=after
            to=Place::Chart(between.patient)
        >
            <KeyBar since=since until=until />
        </Line>
    }
}
