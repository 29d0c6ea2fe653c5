//! Those who were approved: suspend and reinstate.

use super::{
    applications::PROFESSIONS,
    chamber::{Chamber, NoRecords, UnderVote, chamber, vote},
    why::WhyDialog,
};
use crate::{
    ask::{Wrong, asked, doing},
    hand::{Hand, hand},
    pages::{everyone::trades, shared::Still},
    parts::{Button, Choose, Empty, Face, Go, Line, Look, Page, SearchField, Section, Shape, Tag, Tone, icons, listed},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::Failure;
use chartkey_protocol::MemberRow;
use chartkey_vocabulary::{Council, Motion, Standing};
use futures::future::try_join_all;
use leptos::prelude::*;
use std::sync::Arc;

/// Those who were approved.
#[component]
pub(crate) fn Professionals() -> impl IntoView {
    let hand = hand();
    let all = asked(move || load(hand));
    view! {
        <Page title=t!("place-professionals") lead=t!("professionals-lead").signal()>
            <NoRecords />
            <Still
                of=all
                awaited=t!("professionals-awaited").signal()
                lines=6
                children=|told| {
                    let (members, chamber) = told;
                    view! {
                        <UnderVote
                            chamber=chamber
                            // Whoever waits for a first decision is on another page.
                            about=|motion: &Motion, _: &Council| {
                                matches!(motion, Motion::Suspend(..) | Motion::Reinstate(_))
                            }
                        />
                        <Everybody members=Arc::new(members) />
                    }
                }
            />
        </Page>
    }
}

async fn load(hand: Hand) -> Result<(Vec<MemberRow>, Chamber), Failure> {
    let who = hand.session()?;
    let lists = PROFESSIONS.map(|role| {
        let who = who.clone();
        async move { Ok::<_, Failure>(who.oracle().members(Some(role), None).await?) }
    });
    let mut members: Vec<MemberRow> = try_join_all(lists).await?.into_iter().flatten().collect();
    members.retain(|member| member.standing != Standing::Pending);
    members.sort_by(|one, other| one.name.cmp(&other.name));
    Ok((members, chamber(hand).await?))
}

#[component]
fn Everybody(members: Arc<Vec<MemberRow>>) -> impl IntoView {
    let hand = hand();
    let (name, standing) = (RwSignal::new(String::new()), RwSignal::new(None::<Standing>));
    let standings = [Standing::Active, Standing::Suspended, Standing::Rejected];
    let mut options = vec![(None, t!("directory-all").signal())];
    options.extend(standings.map(|one| (Some(one), Signal::derive(move || words::standing(one)))));
    let fits = move |member: &MemberRow| {
        let wanted = name.with(|name| name.trim().to_lowercase());
        let called = member.name.clone().unwrap_or_else(|| hand.name_of(member.account)).to_lowercase();
        called.contains(&wanted) && standing.get().is_none_or(|standing| standing == member.standing)
    };
    let lines = move || {
        let found = members.iter().filter(|member| fits(member)).cloned();
        listed(
            found.map(|member| view! { <One member=member /> }),
            || view! { <Empty icon=icons::ID_CARD title=t!("professionals-none") /> },
        )
    };
    view! {
        <Section title=t!("professionals-all")>
            <SearchField label=t!("directory-name") value=name />
            <Choose legend=t!("professionals-standing") options=options value=standing />
            {lines}
        </Section>
    }
}

#[component]
fn One(member: MemberRow) -> impl IntoView {
    let (hand, voting) = (hand(), doing());
    let suspending = RwSignal::new(false);
    let MemberRow { account, role, standing, since, profile, name, .. } = member;
    let name = Signal::derive(move || name.clone().unwrap_or_else(|| hand.name_of(account)));
    let tone = match standing {
        Standing::Active => Tone::Good,
        Standing::Suspended => Tone::Bad,
        Standing::Pending | Standing::Rejected => Tone::Doubt,
    };
    let reinstate = move || voting.start(vote(hand, Motion::Reinstate(account)));
    let note = move || {
        let trade = profile.as_ref().map_or_else(|| words::role(role), |profile| trades(profile, role));
        say!("professionals-since", trade = trade, day = words::full_day(since))
    };
    view! {
        <Line title=name note=note mark=move || view! { <Face name=name shape=Shape::from(role) /> }>
            <div class="row wrap tight">
                <Tag tone=tone>{move || words::standing(standing)}</Tag>
            </div>
            <Wrong of=voting />
            <div class="row wrap">
                <Go to=Place::Application(account) icon=icons::ID_CARD>
                    {t!("professionals-look")}
                </Go>
                {match standing {
                    Standing::Active => {
                        view! {
                            <Button look=Look::Danger icon=icons::PAUSE on_press=move || suspending.set(true)>
                                {t!("professionals-suspend")}
                            </Button>
                        }
                            .into_any()
                    }
                    Standing::Suspended => {
                        view! {
                            <Button icon=icons::PLAY busy=voting.busy() on_press=reinstate>
                                {t!("professionals-reinstate")}
                            </Button>
                        }
                            .into_any()
                    }
                    Standing::Pending | Standing::Rejected => ().into_any(),
                }}
            </div>
            <WhyDialog
                open=suspending
                title=move || say!("professionals-suspend-title", name = name.get())
                lead=t!("professionals-suspend-lead")
                motion=move |reason| Motion::Suspend(account, reason)
            />
        </Line>
    }
}
