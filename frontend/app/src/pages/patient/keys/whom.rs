//! Whom: somebody known, somebody from the directory, or an account that was passed on.

use super::Who;
use crate::{
    ask::{Told, asked, idle},
    hand::{Hand, hand},
    parts::{Field, I, Scan, SearchField, Section, Tag, Tone, account_in, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, chart, council};
use chartkey_protocol::{Found, Search};
use chartkey_vocabulary::{Account, Role};
use leptos::prelude::*;

/// So many letters are worth a search.
const LETTERS: usize = 2;

/// Chooses somebody.
#[component]
pub(in super::super) fn Whom(
    /// Takes who was chosen, and as what they are registered.
    chosen: RwSignal<Option<(Account, Role)>>,
) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let looks = move || search.with(|text| text.trim().chars().count() >= LETTERS);
    view! {
        <SearchField label=t!("whom-search") value=search />
        {move || {
            if looks() {
                view! { <Directory search=search chosen=chosen /> }.into_any()
            } else {
                view! { <People chosen=chosen /> }.into_any()
            }
        }}
        <ByAccount chosen=chosen />
    }
}

/// Somebody one had to do with.
#[derive(Clone, Copy)]
struct Known {
    account: Account,
    role: Role,
    /// Whether an admin proposes them now.
    proposed: bool,
}

/// People one had to do with: who is proposed, who holds or held a key, whose visits there were, who was proposed.
#[component]
fn People(chosen: RwSignal<Option<(Account, Role)>>) -> impl IntoView {
    let hand = hand();
    let known = asked(move || {
        let whose = hand.whose();
        async move { known(hand, whose).await }
    });
    view! {
        <Section title=t!("whom-known")>
            <Told of=known awaited=t!("whom-awaited") let:people>
                {if people.is_empty() {
                    view! { <p class="soft">{t!("whom-nobody")}</p> }.into_any()
                } else {
                    people
                        .iter()
                        .map(|known| {
                            let Known { account, role, proposed } = *known;
                            view! { <Person account=account role=role proposed=proposed chosen=chosen /> }
                        })
                        .collect_view()
                        .into_any()
                }}
            </Told>
        </Section>
    }
}

async fn known(hand: Hand, whose: Option<Account>) -> Result<Vec<Known>, Failure> {
    let who = hand.signed_in().ok_or_else(|| Failure::Not("nobody is signed in".into()))?;
    let whose = whose.unwrap_or(who.account());
    let mut people = Vec::new();
    people.extend(chart::grants(&who, whose).await?.into_iter().map(|(between, _)| between.reader));
    people.extend(who.oracle().my_visits().await?.into_iter().map(|row| row.visit.doctor));
    people.extend(who.oracle().relations_of(whose).await?.assigned);
    let proposed = council::proposed(&who, whose).await?.map(|assignment| assignment.doctor);
    people.extend(proposed);
    people.sort();
    people.dedup();
    let at = who.now().await?;
    let mut known = Vec::new();
    for account in people {
        // Only who is active can be given a key, and the chain says as what.
        if let Some(is) = at.registry().who(account).await?
            && is.is(is.role)
            && is.role.is_professional()
        {
            known.push(Known { account, role: is.role, proposed: proposed == Some(account) });
        }
    }
    known.sort_by_key(|known| !known.proposed);
    Ok(known)
}

#[component]
fn Directory(search: RwSignal<String>, chosen: RwSignal<Option<(Account, Role)>>) -> impl IntoView {
    let hand = hand();
    let found = idle(move || {
        let name = search.get_untracked().trim().to_owned();
        async move {
            let visitor = hand.visitor().ok_or_else(|| Failure::Not("the service was not reached".into()))?;
            let wanted = Search { name: Some(name), ..Search::default() };
            Ok(visitor.oracle.directory(&wanted).await?)
        }
    });
    Effect::new(move |_| {
        search.track();
        found.again();
    });
    let row = move |row: &Found| {
        if let Some(card) = &row.card {
            hand.name_is(row.account, &card.name);
        }
        let (specialties, place) = (row.profile.specialties.clone(), row.profile.place);
        let note = move || {
            let mut said: Vec<String> = specialties.iter().map(|code| words::specialty(*code)).collect();
            said.push(words::neighbourhood(place));
            said.join(" · ")
        };
        view! { <Person account=row.account role=row.role note=Signal::derive(note) chosen=chosen /> }
    };
    view! {
        <Section title=t!("whom-found")>
            <Told of=found awaited=t!("whom-awaited") let:rows>
                {if rows.is_empty() {
                    view! { <p class="soft">{t!("whom-none-found")}</p> }.into_any()
                } else {
                    rows.iter().map(row).collect_view().into_any()
                }}
            </Told>
        </Section>
    }
}

/// One of them; a tap chooses.
#[component]
fn Person(
    account: Account,
    role: Role,
    #[prop(optional, into)] note: Option<Signal<String>>,
    #[prop(optional)] proposed: bool,
    chosen: RwSignal<Option<(Account, Role)>>,
) -> impl IntoView {
    let hand = hand();
    view! {
        <button class="sheet line choice-line" type="button" on:click=move |_| chosen.set(Some((account, role)))>
            <Who account=account />
            <span class="grow">
                <strong>{move || hand.name_of(account)}</strong>
                <br />
                <span class="small soft">
                    {move || {
                        let role = words::role(role);
                        note.map_or(role.clone(), |note| say!("role-and-note", role = role, note = note.get()))
                    }}
                </span>
            </span>
            {proposed.then(|| view! { <Tag tone=Tone::Key icon=icons::USER_CHECK>{t!("whom-proposed")}</Tag> })}
        </button>
    }
}

/// An account, scanned or typed.
#[component]
fn ByAccount(chosen: RwSignal<Option<(Account, Role)>>) -> impl IntoView {
    let hand = hand();
    let text = RwSignal::new(String::new());
    let found = idle(move || {
        let account = account_in(&text.get_untracked());
        async move {
            let Some(account) = account else { return Ok(None) };
            let who = hand.signed_in().ok_or_else(|| Failure::Not("nobody is signed in".into()))?;
            Ok(who.now().await?.registry().who(account).await?.map(|is| (account, is)))
        }
    });
    Effect::new(move |_| {
        if text.with(|text| account_in(text).is_some()) {
            found.again();
        }
    });
    let error = move || {
        let typed = text.with(|text| !text.trim().is_empty());
        let known = text.with(|text| account_in(text));
        match (typed, known) {
            (true, None) => Some(say!("whom-no-account")),
            (true, Some(_)) if found.read(Option::is_none) == Some(true) => Some(say!("whom-unknown-account")),
            _ => None,
        }
    };
    view! {
        <details>
            <summary>{t!("whom-by-account")} <I of=icons::CHEVRON_DOWN /></summary>
            <div class="stack">
                <Field
                    label=t!("whom-account")
                    help=t!("whom-account-help")
                    error=Signal::derive(error)
                    value=text
                />
                <div class="btns">
                    <Scan label=t!("whom-scan") found=move |read| text.set(read) />
                </div>
                {move || {
                    let same = |account: &Account| text.with(|text| account_in(text)) == Some(*account);
                    let found = found.get().and_then(|found| *found).filter(|(account, _)| same(account));
                    found.map(|(account, is)| view! { <Person account=account role=is.role chosen=chosen /> })
                }}
            </div>
        </details>
    }
}
