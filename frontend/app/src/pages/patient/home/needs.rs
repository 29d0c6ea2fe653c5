//! What needs me: alarms first, then who asks, what is near, what a machine read, what is new.

use super::own_name::OwnName;
use crate::{
    ask::{Asked, Told, asked},
    hand::{Hand, hand},
    pages::patient::{
        gently::session,
        keys::{Behind, Who},
        put_off,
        request::RequestSheet,
    },
    parts::{Button, Empty, Go, I, Icon, Look, Section, Sheet, Tone, icons},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, chart, findings, visit};
use chartkey_protocol::{EmergencyRow, RequestRow, VisitRow};
use chartkey_vocabulary::{Account, Between, DAY, FindingId, Party, RecordId, VisitState};
use leptos::prelude::*;

/// A visit is told of from so many days before.
const NEAR: u64 = 7;
/// So many of what a machine read are shown; the rest is under the records.
const READINGS: usize = 3;

/// Everything that waits for somebody.
pub(super) struct Waiting {
    requests: Vec<RequestRow>,
    visits: Vec<VisitRow>,
    readings: Vec<(FindingId, RecordId)>,
    broken: Vec<EmergencyRow>,
    behind: Vec<(RecordId, u16)>,
}

/// Asks for all that waits.
pub(super) fn needs() -> Asked<Waiting> {
    let hand = hand();
    asked(move || {
        let whose = hand.whose();
        async move { waiting(hand, whose).await }
    })
}

async fn waiting(hand: Hand, whose: Option<Account>) -> Result<Waiting, Failure> {
    let who = session(hand)?;
    let whose = whose.unwrap_or(who.account());
    let now = who.now().await?.time().await?;
    let requests = chart::requests(&who, whose).await?;
    let near = |row: &VisitRow| {
        let theirs = row.visit.state == VisitState::Awaiting(Party::Doctor);
        row.visit.patient == whose && row.ended.is_none() && row.visit.until() > now && !theirs
    };
    let soon = |row: &VisitRow| row.visit.state != VisitState::Accepted || row.visit.from < now + NEAR * DAY;
    let mut visits: Vec<VisitRow> = visit::list(&who).await?.into_iter().filter(|row| near(row) && soon(row)).collect();
    visits.sort_by_key(|row| row.visit.from);
    let found = findings::list(&who, whose).await?;
    let unsigned = found.into_iter().filter(|(_, finding)| finding.signed.is_empty());
    let readings = unsigned.map(|(id, finding)| (id, finding.attestation.record)).collect();
    let rows = who.oracle().emergencies_of(whose).await?;
    let broken = rows.into_iter().filter(|row| row.mended.is_none() && row.until > now).collect();
    let behind = chart::behind(&who, whose).await?;
    Ok(Waiting { requests, visits, readings, broken, behind })
}

/// How many things wait, without those put off.
pub(super) fn count(waiting: &Waiting) -> usize {
    asking(waiting).count()
        + waiting.visits.len()
        + readings(waiting).count().min(READINGS)
        + waiting.broken.len()
        + usize::from(!waiting.behind.is_empty())
}

fn asking(waiting: &Waiting) -> impl Iterator<Item = &RequestRow> {
    waiting.requests.iter().filter(|row| {
        let between = Between { patient: row.patient, reader: row.reader, purpose: row.purpose };
        !put_off::is_request(between, row.at)
    })
}

fn readings(waiting: &Waiting) -> impl Iterator<Item = (FindingId, RecordId)> {
    waiting.readings.iter().copied().filter(|(finding, _)| !put_off::is_finding(*finding))
}

/// All of it, each with the one thing to do.
#[component]
pub(super) fn Needs(waiting: Asked<Waiting>, put_off: RwSignal<u32>) -> impl IntoView {
    let hand = hand();
    // A part of the same answer, for the card that seals anew.
    let behind = asked(move || {
        let rows = waiting.read(|waiting| waiting.behind.clone()).unwrap_or_default();
        async move { Ok(rows) }
    });
    let whose = Signal::derive(move || hand.whose());
    view! {
        <Section title=t!("home-needs")>
            <Told of=waiting awaited=t!("home-awaited") let:waiting>
                {
                    put_off.track();
                    if count(&waiting) == 0 && hand.unread() == 0 {
                        view! {
                            <Empty icon=icons::CHECK title=t!("home-nothing") note=t!("home-nothing-note").signal() />
                        }
                            .into_any()
                    } else {
                        let asking: Vec<RequestRow> = asking(&waiting).cloned().collect();
                        let read: Vec<_> = readings(&waiting).take(READINGS).collect();
                        view! {
                            {waiting.broken.iter().cloned().map(|row| view! { <Broken row=row /> }).collect_view()}
                            {asking.into_iter().map(|row| view! { <RequestSheet row=row put_off=put_off /> }).collect_view()}
                            {waiting.visits.iter().cloned().map(|row| view! { <Visit row=row /> }).collect_view()}
                            {read
                                .into_iter()
                                .map(|(finding, record)| view! { <Reading finding=finding record=record put_off=put_off /> })
                                .collect_view()}
                            <News />
                        }
                            .into_any()
                    }
                }
            </Told>
            <Behind waiting=behind whose=whose />
            <OwnName />
        </Section>
    }
}

/// Somebody broke the glass, and it is not mended.
#[component]
fn Broken(row: EmergencyRow) -> impl IntoView {
    let hand = hand();
    let EmergencyRow { reader, reason, until, .. } = row;
    view! {
        <Sheet tone=Tone::Bad>
            <div class="row wrap">
                <Who account=reader />
                <div class="grow">
                    <h3>{move || say!("glass-broken", name = hand.name_of(reader))}</h3>
                    <p class="small soft">
                        {move || {
                            let until = say!("glass-until", when = words::near_time(until));
                            say!("role-and-note", role = words::emergency_reason(reason), note = until)
                        }}
                    </p>
                </div>
                <Go to=Place::Emergency>{t!("glass-see")}</Go>
            </div>
        </Sheet>
    }
}

/// A visit that is near, or waits for an answer.
#[component]
fn Visit(row: VisitRow) -> impl IntoView {
    let hand = hand();
    let VisitRow { id, visit, .. } = row;
    let asks = visit.state != VisitState::Accepted;
    let title = move || {
        let when = words::capital(&words::near_time(visit.from));
        say!("home-visit", when = when, name = hand.name_of(visit.doctor))
    };
    let note = move || if asks { say!("home-visit-asks") } else { say!("home-visit-agreed") };
    view! {
        <Card icon=icons::CALENDAR class="face amber" title=Signal::derive(title) note=Signal::derive(note)>
            <Go to=Place::Visit(id) look=if asks { Look::Main } else { Look::Plain }>
                {move || if asks { say!("home-visit-answer") } else { say!("home-visit-see") }}
            </Go>
        </Card>
    }
}

/// What a machine read, and nobody signed yet.
#[component]
fn Reading(finding: FindingId, record: RecordId, put_off: RwSignal<u32>) -> impl IntoView {
    let hand = hand();
    let title = move || {
        let title = hand.known_title(record).unwrap_or_else(|| say!("log-a-record"));
        say!("home-reading", title = title)
    };
    let later = move || {
        put_off::finding(finding);
        put_off.update(|turn| *turn += 1);
    };
    view! {
        <Card icon=icons::SCAN_TEXT class="face violet" title=Signal::derive(title) note=t!("home-reading-note").signal()>
            <Go to=Place::Reading(record, finding)>{t!("home-reading-check")}</Go>
            <Button look=Look::Quiet on_press=later>
                {t!("home-reading-later")}
            </Button>
        </Card>
    }
}

/// Notices nobody read yet.
#[component]
fn News() -> impl IntoView {
    let hand = hand();
    move || {
        let count = hand.unread();
        (count > 0).then(|| {
            view! {
                <Card
                    icon=icons::BELL
                    class="face"
                    title=Signal::derive(move || say!("home-news", count = count))
                    note=t!("home-news-note").signal()
                >
                    <Go to=Place::Notices>{t!("home-news-read")}</Go>
                </Card>
            }
        })
    }
}

/// One thing and what to do about it.
#[component]
pub(super) fn Card(
    icon: Icon,
    class: &'static str,
    title: Signal<String>,
    note: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <article class="sheet row wrap need">
            <span class=class aria-hidden="true">
                <I of=icon />
            </span>
            <div class="grow">
                <h3>{title}</h3>
                <p class="small soft">{note}</p>
            </div>
            <div class="btns">{children()}</div>
        </article>
    }
}
