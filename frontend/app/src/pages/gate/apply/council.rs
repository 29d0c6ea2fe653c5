//! The council's turn: who has agreed, and how many are missing.

use crate::{
    ask::asked,
    ground::clock,
    hand::hand,
    pages::shared::Still,
    parts::{Button, Face, Go, Line, List, Note, Section, Tag, Tone, Waiting, icons},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::council;
use chartkey_vocabulary::{Ballot, Council, Motion};
use leptos::{prelude::*, task::spawn_local};

/// Between two looks at the chain, in milliseconds.
const BETWEEN: u32 = 10_000;

/// Waits for the council.
#[component]
pub(super) fn Waits() -> impl IntoView {
    let hand = hand();
    let ballot = asked(move || async move {
        let who = hand.session()?;
        let (ballot, council) = council::ballot(&who, Motion::Approve(who.account())).await?;
        Ok((ballot, council))
    });
    // Votes cause no notice; the last of them does, and then this page shows what was decided.
    spawn_local(async move {
        loop {
            clock::pause(BETWEEN).await;
            if ballot.is_gone() {
                return;
            }
            if !document().hidden() {
                ballot.again();
            }
        }
    });
    let since = move || hand.member().map(|member| member.since).unwrap_or_default();
    view! {
        <Section title=t!("council-title")>
            <Note tone=Tone::Good>
                <strong>{t!("application-licence-good")}</strong>
                " "
                {t!("council-licence-note")}
            </Note>
            <Waiting
                title=move || say!("council-waiting", when = words::ago(since()))
                note=t!("council-waiting-note").signal()
            >
                <Button icon=icons::REFRESH on_press=move || ballot.again()>
                    {t!("check-look-again")}
                </Button>
                <Go to=Place::Listing icon=icons::FILE_ADD>
                    {t!("council-certificate")}
                </Go>
            </Waiting>
            <Still
                of=ballot
                awaited=t!("council-awaited").signal()
                lines=2
                children=|told| view! { <Votes told=told /> }
            />
        </Section>
    }
}

/// The admins, and which of them have agreed.
#[component]
pub(super) fn Votes(told: (Option<Ballot>, Council)) -> impl IntoView {
    let hand = hand();
    let (ballot, council) = told;
    let yes = ballot.map(|ballot| ballot.yes).unwrap_or_default();
    let (count, quorum) = (yes.len(), council.quorum);
    let line = move |admin| {
        let agreed = yes.contains(&admin);
        let name = Signal::derive(move || hand.name_of(admin));
        view! {
            <Line
                title=name
                mark=move || view! { <Face name=name /> }
                after=move || {
                    if agreed {
                        view! { <Tag tone=Tone::Good>{t!("council-agreed")}</Tag> }.into_any()
                    } else {
                        view! { <Tag>{t!("council-not-yet")}</Tag> }.into_any()
                    }
                }
            />
        }
    };
    let lines = council.admins.into_iter().map(line).collect_view();
    view! {
        <p class="small soft" aria-live="polite">{t!("council-count", count = count, quorum = quorum)}</p>
        <List>{lines}</List>
    }
}
