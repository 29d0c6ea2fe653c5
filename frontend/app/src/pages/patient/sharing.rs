//! Sharing: who can open what, until when, and why.

mod past;
mod standing;

use super::{
    gently::session,
    keys::{Behind, KeyLine},
    request::RequestSheet,
};
use crate::{
    ask::{Told, asked},
    hand::hand,
    parts::{Columns, Empty, Go, I, Line, List, Look, Page, Section, icons, listed},
    places::Place,
    speech::{say, say_key, t},
    words,
};
use chartkey_flows::{chart, link};
use leptos::prelude::*;
use past::Past;
use standing::Standing;

/// Who can open what.
#[component]
pub(crate) fn Sharing() -> impl IntoView {
    let hand = hand();
    let whose = Signal::derive(move || hand.whose());
    let waiting = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            chart::behind(&who, whose.unwrap_or(who.account())).await
        }
    });
    let actions = || {
        view! {
            <Go to=Place::Give look=Look::Main icon=icons::KEY>
                {t!("give-key")}
            </Go>
            <Go to=Place::NewLink icon=icons::LINK>
                {t!("sharing-new-link")}
            </Go>
        }
    };
    view! {
        <Page title=t!("place-sharing") lead=t!("sharing-lead").signal() actions=actions>
            <Behind waiting=waiting whose=whose />
            <Requests />
            <Columns>
                <section>
                    <Keys />
                    <Past />
                </section>
                <section>
                    <Standing />
                    <Others />
                </section>
            </Columns>
        </Page>
    }
}

/// Who asks; nothing while nobody does.
#[component]
fn Requests() -> impl IntoView {
    let hand = hand();
    let requests = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            chart::requests(&who, whose.unwrap_or(who.account())).await
        }
    });
    move || {
        let rows = requests.get().filter(|rows| !rows.is_empty());
        rows.map(|rows| {
            view! {
                <Section title=t!("sharing-asks")>
                    {rows.iter().cloned().map(|row| view! { <RequestSheet row=row /> }).collect_view()}
                </Section>
            }
        })
    }
}

/// Who holds a key now.
#[component]
fn Keys() -> impl IntoView {
    let hand = hand();
    let grants = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            chart::grants(&who, whose.unwrap_or(who.account())).await
        }
    });
    view! {
        <Section title=t!("sharing-keys")>
            <Told of=grants awaited=t!("sharing-awaited") let:grants>
                {
                    let now = words::now();
                    let mut held: Vec<_> = grants.iter().filter(|(_, grant)| grant.terms.until > now).cloned().collect();
                    held.sort_by_key(|(_, grant)| grant.terms.until);
                    let line = |(between, grant)| view! { <KeyLine between=between grant=grant /> };
                    let none = || {
                        view! {
                            <Empty icon=icons::KEY title=t!("sharing-none") note=t!("sharing-none-note")>
                                <Go to=Place::Give>{t!("give-key")}</Go>
                            </Empty>
                        }
                    };
                    listed(held.into_iter().map(line), none)
                }
            </Told>
        </Section>
    }
}

/// What is shared in other ways.
#[component]
fn Others() -> impl IntoView {
    let hand = hand();
    let links = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            link::list(&who, whose.unwrap_or(who.account())).await
        }
    });
    let line = |place: Place, note: Signal<String>| {
        let mark = move || view! { <span class="kind"><I of=place.icon() /></span> };
        view! { <Line title=move || say_key(place.title(), &[]) note=note mark=mark to=place /> }
    };
    let open = move || links.read(|rows| rows.iter().filter(|row| row.open).count());
    let links_note = move || open().map(|count| say!("sharing-links", count = count)).unwrap_or_default();
    view! {
        <Section title=t!("sharing-others")>
            <List>
                {line(Place::Links, Signal::derive(links_note))}
                {line(Place::Emergency, t!("sharing-emergency").signal())}
                {line(Place::Log, t!("sharing-log").signal())}
            </List>
        </Section>
    }
}
