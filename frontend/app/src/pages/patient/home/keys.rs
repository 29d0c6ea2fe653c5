//! Who holds a key, the first to end first.

use crate::{
    ask::{Told, asked},
    ground::clock,
    hand::hand,
    pages::patient::{
        gently::session,
        keys::{GuardianLine, KeyLine},
    },
    parts::{Go, KeyBar, List, Section, icons},
    places::Place,
    speech::t,
};
use chartkey_flows::{Failure, chart, guardian};
use chartkey_vocabulary::{Account, Between, Grant, Time};
use leptos::prelude::*;

/// So many are in view; the page of keys has them all.
const IN_VIEW: usize = 4;

struct Held {
    keys: Vec<(Between, Grant)>,
    guardians: Vec<Account>,
}

/// Who holds a key.
#[component]
pub(super) fn Keys() -> impl IntoView {
    let hand = hand();
    let held = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            let whose = whose.unwrap_or(who.account());
            let now = who.now().await?.time().await?;
            let mut keys = chart::grants(&who, whose).await?;
            keys.retain(|(_, grant)| grant.terms.until > now);
            keys.sort_by_key(|(_, grant)| grant.terms.until);
            let guardians = guardian::relations(&who, whose).await?.guardians;
            Ok::<Held, Failure>(Held { keys, guardians })
        }
    });
    view! {
        <Section title=t!("home-keys")>
            <Told of=held awaited=t!("sharing-awaited") let:held>
                {if held.keys.is_empty() && held.guardians.is_empty() {
                    view! {
                        <div class="sheet stack">
                            <p class="soft">{t!("home-no-keys")}</p>
                            <Go to=Place::Give icon=icons::KEY>
                                {t!("give-key")}
                            </Go>
                        </div>
                    }
                        .into_any()
                } else {
                    let key = |(between, grant)| view! { <KeyLine between=between grant=grant /> };
                    let keys = held.keys.iter().take(IN_VIEW).cloned().map(key).collect_view();
                    let now = clock::now();
                    // A guardian's key does not end.
                    let guardian = |account: &Account| {
                        view! {
                            <GuardianLine account=*account>
                                <KeyBar since=now until=Time::MAX />
                            </GuardianLine>
                        }
                    };
                    let guardians = held.guardians.iter().map(guardian).collect_view();
                    view! {
                        <List>{keys} {guardians}</List>
                        <Go to=Place::Sharing>{t!("home-manage-keys")}</Go>
                    }
                        .into_any()
                }}
            </Told>
        </Section>
    }
}
