//! Who can open a record now.

use super::{
    super::{give, keys::Who},
    Whole,
};
use crate::{
    ask::{Told, asked},
    hand::hand,
    parts::{I, KeyBar, Left, Line, Section, icons, listed},
    places::Place,
    speech::t,
    words,
};
use chartkey_flows::chart;
use chartkey_vocabulary::{Between, Grant};
use leptos::prelude::*;
use std::sync::Arc;

/// Everybody with a key that covers it.
#[component]
pub(super) fn Holders(known: Arc<Whole>) -> impl IntoView {
    let hand = hand();
    let facts = known.facts();
    let keys = asked(move || async move { chart::keys_to(&*hand.person().await?, &facts).await });
    let id = known.id;
    let after = move || {
        view! {
            <a class="btn" href=give::of_record(id)>
                <I of=icons::KEY />
                <span>{t!("record-share")}</span>
            </a>
        }
    };
    view! {
        <Section title=t!("holders-title") after=after>
            <Told of=keys awaited=t!("holders-awaited") lines=2 let:keys>
                {listed(
                    keys.iter().cloned().map(|key| view! { <Holder key=key /> }),
                    || {
                        view! {
                            <div class="sheet">
                                <p class="small soft">{t!("holders-none")}</p>
                            </div>
                        }
                    },
                )}
            </Told>
        </Section>
    }
}

#[component]
fn Holder(key: (Between, Grant)) -> impl IntoView {
    let hand = hand();
    let (Between { reader, purpose, .. }, grant) = key;
    let (since, until) = (grant.since, grant.terms.until);
    let name = move || hand.name_of(reader);
    view! {
        <Line
            title=name
            note=move || words::purpose(purpose)
            mark=move || view! { <Who account=reader /> }
            after=move || view! { <Left until=until /> }
            to=Place::Held(reader, purpose)
        >
            <KeyBar since=since until=until />
        </Line>
    }
}
