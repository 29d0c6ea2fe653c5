//! Machines with an office: reading services and licence services.

use super::{
    appoint::{Appoint, Dismiss},
    chamber::{Chamber, NoRecords, UnderVote, chamber},
};
use crate::{
    ask::asked,
    hand::{Hand, hand},
    pages::shared::Still,
    parts::{Button, Choose, Empty, Face, Line, Look, Page, Section, Shape, Tag, Tone, icons, listed},
    speech::{say, t},
    words,
};
use chartkey_flows::Failure;
use chartkey_protocol::MemberRow;
use chartkey_vocabulary::{Council, Motion, Office, Role, Standing};
use leptos::prelude::*;

/// Machines with an office.
#[component]
pub(crate) fn Workers() -> impl IntoView {
    let hand = hand();
    let all = asked(move || load(hand));
    view! {
        <Page title=t!("place-workers") lead=t!("workers-lead").signal()>
            <NoRecords />
            <Still
                of=all
                awaited=t!("workers-awaited").signal()
                lines=4
                children=|told| {
                    let Load { workers, attesters, chamber } = told;
                    view! {
                        <UnderVote
                            chamber=chamber
                            about=|motion: &Motion, council: &Council| match motion {
                                Motion::Appoint(_, office) => *office != Office::Admin,
                                Motion::Dismiss(who) => !council.admins.contains(who),
                                _ => false,
                            }
                        />
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
            <AppointOne />
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

#[component]
fn Machines(members: Vec<MemberRow>) -> impl IntoView {
    listed(
        members.into_iter().map(|member| view! { <Machine member=member /> }),
        || view! { <Empty icon=icons::CPU title=t!("workers-none") /> },
    )
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
fn AppointOne() -> impl IntoView {
    let office = RwSignal::new(Office::Worker);
    let offices = [Office::Worker, Office::Attester].map(|one| (one, Signal::derive(move || words::office(one))));
    view! {
        <Appoint
            title=t!("workers-appoint")
            note=t!("workers-appoint-note")
            label=t!("workers-account")
            icon=icons::CPU
            office=office
        >
            <Choose legend=t!("workers-office") options=offices.to_vec() value=office />
        </Appoint>
    }
}
