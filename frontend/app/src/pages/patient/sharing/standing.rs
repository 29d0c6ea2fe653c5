//! Who can open everything without a key: guardians, and whoever broke the glass.

use crate::{
    ask::{Told, asked},
    hand::hand,
    pages::patient::{
        gently::session,
        keys::{GuardianLine, Who},
    },
    parts::{Line, List, Section, Tag, Tone},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, guardian};
use chartkey_protocol::EmergencyRow;
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// Guardians, and broken glasses that are not mended.
struct Open {
    guardians: Vec<Account>,
    broken: Vec<EmergencyRow>,
}

/// Who opens without a key; nothing is said while nobody does.
#[component]
pub(super) fn Standing() -> impl IntoView {
    let hand = hand();
    let open = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            let whose = whose.unwrap_or(who.account());
            let guardians = guardian::relations(&who, whose).await?.guardians;
            let rows = who.oracle().emergencies_of(whose).await?;
            let now = who.now().await?.time().await?;
            let broken = rows.into_iter().filter(|row| row.mended.is_none() && row.until > now).collect();
            Ok::<Open, Failure>(Open { guardians, broken })
        }
    });
    let broken = move |row: EmergencyRow| {
        let mark = move || view! { <Who account=row.reader /> };
        let after = || view! { <Tag tone=Tone::Bad>{t!("standing-emergency")}</Tag> };
        let note = move || say!("glass-until", when = words::near_time(row.until));
        view! {
            <Line
                title=move || hand.name_of(row.reader)
                note=Signal::derive(note)
                mark=mark
                after=after
                to=Place::Emergency
            />
        }
    };
    view! {
        <Section title=t!("standing-title")>
            <Told of=open awaited=t!("sharing-awaited") lines=1 let:open>
                {if open.guardians.is_empty() && open.broken.is_empty() {
                    view! { <p class="soft">{t!("standing-none")}</p> }.into_any()
                } else {
                    view! {
                        <List>
                            {open.broken.iter().cloned().map(broken).collect_view()}
                            {open.guardians.iter().map(|account| view! { <GuardianLine account=*account /> }).collect_view()}
                        </List>
                    }
                        .into_any()
                }}
            </Told>
        </Section>
    }
}
