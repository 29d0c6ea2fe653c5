//! Machines with an office: reading services and licence services.

use super::{
    admins::Dismiss,
    chamber::{Chamber, NoRecords, OpenMotion, chamber, vote},
};
use crate::{
    ask::{Wrong, asked, doing},
    hand::{Hand, hand},
    pages::shared::Still,
    parts::{
        Button, Choose, Empty, Face, Line, List, Look, Page, Section, Shape, Sheet, Tag, Tone, Whom, account_in, icons,
    },
    speech::{say, t},
    words,
};
use chartkey_flows::Failure;
use chartkey_protocol::MemberRow;
use chartkey_vocabulary::{Motion, Office, Role, Standing};
use leptos::prelude::*;

/// Machines with an office.
#[component]
pub(crate) fn Workers() -> impl IntoView {
    let hand = hand();
    let all = asked(move || load(hand));
    view! {
        <Page title=t!("place-workers") lead=Signal::derive(t!("workers-lead"))>
            <NoRecords />
            <Still
                of=all
                awaited=Signal::derive(t!("workers-awaited"))
                lines=4
                children=|told| {
                    let Load { workers, attesters, chamber } = told;
                    view! {
                        <Open chamber=chamber />
                        <Section title=t!("workers-reading")>
                            <p class="small soft">{t!("workers-reading-note")}</p>
                            <Machines members=workers />
                        </Section>
                        <Section title=t!("workers-licence")>
                            <p class="small soft">{t!("workers-licence-note")}</p>
                            <Machines members=attesters />
                        </Section>
                    }
                }
            />
            <Appoint />
        </Page>
    }
}

#[derive(Clone, PartialEq, Eq)]
struct Load {
    workers: Vec<MemberRow>,
    attesters: Vec<MemberRow>,
    chamber: Chamber,
}

async fn load(hand: Hand) -> Result<Load, Failure> {
    let who = hand.session()?;
    Ok(Load {
        workers: who.oracle().members(Some(Role::Worker), None).await?,
        attesters: who.oracle().members(Some(Role::Attester), None).await?,
        chamber: chamber(hand).await?,
    })
}

/// What the council votes on about machines.
#[component]
fn Open(chamber: Chamber) -> impl IntoView {
    let quorum = chamber.council.quorum;
    let admins = chamber.council.admins;
    let about = |motion: &Motion| match motion {
        Motion::Appoint(_, office) => *office != Office::Admin,
        Motion::Dismiss(who) => !admins.contains(who),
        _ => false,
    };
    let rows: Vec<_> = chamber.open.into_iter().filter(|row| about(&row.motion)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <Section title=t!("professionals-vote")>
                <List>{rows.into_iter().map(|row| view! { <OpenMotion row=row quorum=quorum /> }).collect_view()}</List>
            </Section>
        }
    })
}

#[component]
fn Machines(members: Vec<MemberRow>) -> impl IntoView {
    if members.is_empty() {
        return view! { <Empty icon=icons::CPU title=t!("workers-none") /> }.into_any();
    }
    view! { <List>{members.into_iter().map(|member| view! { <Machine member=member /> }).collect_view()}</List> }
        .into_any()
}

#[component]
fn Machine(member: MemberRow) -> impl IntoView {
    let hand = hand();
    let asking = RwSignal::new(false);
    let MemberRow { account, role, standing, since, keys, .. } = member;
    let name = Signal::derive(move || hand.name_of(account));
    let ready = keys.is_some() || role == Role::Attester;
    view! {
        <Line
            title=name
            note=move || say!("workers-since", role = words::role(role), day = words::full_day(since))
            mark=move || view! { <Face name=name shape=Shape::Machine /> }
            after=move || {
                view! {
                    <Button look=Look::Quiet on_press=move || asking.set(true)>
                        {t!("admins-dismiss")}
                    </Button>
                }
            }
        >
            <div class="row wrap tight">
                <Tag tone=if standing == Standing::Active { Tone::Good } else { Tone::Bad }>
                    {move || words::standing(standing)}
                </Tag>
                {(!ready).then(|| view! { <Tag tone=Tone::Doubt>{t!("workers-no-keys")}</Tag> })}
            </div>
            <Dismiss open=asking who=account />
        </Line>
    }
}

#[component]
fn Appoint() -> impl IntoView {
    let (hand, voting) = (hand(), doing());
    let (whom, office) = (RwSignal::new(String::new()), RwSignal::new(Office::Worker));
    let account = Memo::new(move |_| whom.with(|text| account_in(text)));
    let offices = vec![
        (Office::Worker, Signal::derive(|| words::office(Office::Worker))),
        (Office::Attester, Signal::derive(|| words::office(Office::Attester))),
    ];
    let press = move || {
        let Some(account) = account.get_untracked() else { return };
        voting.start(async move {
            vote(hand, Motion::Appoint(account, office.get_untracked())).await?;
            drop(whom.try_set(String::new()));
            Ok(())
        });
    };
    view! {
        <Section title=t!("workers-appoint")>
            <Sheet>
                <p class="small soft">{t!("workers-appoint-note")}</p>
                <Choose legend=t!("workers-office") options=offices value=office />
                <Whom label=t!("workers-account") value=whom />
                <Wrong of=voting />
                <div class="row end">
                    <Button
                        icon=icons::CPU
                        busy=voting.busy()
                        off=Signal::derive(move || account.get().is_none())
                        on_press=press
                    >
                        {t!("admins-appoint-vote")}
                    </Button>
                </div>
            </Sheet>
        </Section>
    }
}
