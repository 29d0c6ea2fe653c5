//! The office: patients who permit it, their papers, and what the house asked for.

use super::held::{held, patients};
use crate::{
    ask::{Asked, Wrong, asked, doing},
    hand::{Hand, hand},
    pages::shared::{Still, settled},
    parts::{
        Button, Columns, Empty, Face, Go, KeyBar, KindMark, Left, Line, Look, Page, Section, icons, listed, toast,
    },
    places::{Place, View},
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, chart, consent};
use chartkey_protocol::{GrantRow, RecordRow, RequestRow};
use chartkey_vocabulary::{Kind, Purpose};
use futures::future::join_all;
use leptos::prelude::*;
use std::cmp::Reverse;

/// Papers of so many patients are fetched at first, and of so many more each time somebody asks.
const PATIENTS: usize = 12;
/// So many papers are shown at first, the newest, and so many more each time.
const PAPERS: usize = 20;

/// The office.
#[component]
pub(crate) fn Desk() -> impl IntoView {
    view! {
        <Page
            title=t!("place-desk")
            lead=t!("desk-lead").signal()
            actions=|| {
                view! {
                    <Go to=Place::AskKey look=Look::Main icon=icons::KEY>
                        {t!("desk-ask")}
                    </Go>
                }
            }
        >
            <Columns>
                <div class="stack loose">
                    <Permitted />
                    <Papers />
                </div>
                <Requests />
            </Columns>
        </Page>
    }
}

/// Patients whose key the house holds, and what for.
#[component]
fn Permitted() -> impl IntoView {
    let hand = hand();
    let keys = asked(move || held(hand));
    let line = move |key: &GrantRow| {
        let GrantRow { patient, purpose, since, terms, .. } = key.clone();
        let name = Signal::derive(move || hand.name_of(patient));
        let until = terms.until;
        view! {
            <Line
                title=name
                note=move || {
                    say!("desk-key", purpose = words::purpose(purpose), scope = words::capital(&crate::act::scope(&terms.scope)))
                }
                mark=move || view! { <Face name=name /> }
                after=move || view! { <Left until=until /> }
                to=Place::Chart(patient)
            >
                <KeyBar since=since until=until />
            </Line>
        }
    };
    view! {
        <Section title=t!("desk-patients")>
            <Still
                of=keys
                awaited=t!("desk-patients-awaited").signal()
                children=move |keys| {
                    // The office's own keys first.
                    let (office, other): (Vec<&GrantRow>, Vec<&GrantRow>) =
                        keys.iter().partition(|key| key.purpose == Purpose::HospitalAdministration);
                    let none = || {
                        view! {
                            <Empty icon=icons::KEY title=t!("desk-patients-none") note=t!("desk-patients-none-note")>
                                <Go to=Place::AskKey look=Look::Main icon=icons::KEY>
                                    {t!("desk-ask")}
                                </Go>
                            </Empty>
                        }
                    };
                    listed(office.into_iter().chain(other).map(line), none)
                }
            />
        </Section>
    }
}

/// What offices work with.
const OFFICE: [Kind; 4] = [Kind::Prescription, Kind::DischargeSummary, Kind::Certificate, Kind::Insurance];

/// Prescriptions and papers the keys open, the newest first.
#[component]
fn Papers() -> impl IntoView {
    let hand = hand();
    let times = RwSignal::new(1);
    let found = asked(move || papers(hand, times.get()));
    let line = move |row: &RecordRow| {
        let (record, owner, kind, written) = (row.record, row.owner, row.kind, row.written);
        view! {
            <Line
                title=move || words::kind(kind)
                note=move || say!("desk-paper", name = hand.name_of(owner), when = words::near_day(written))
                mark=move || view! { <KindMark kind=kind /> }
                to=Place::Record(record, View::Read)
            />
        }
    };
    view! {
        <Section title=t!("desk-papers")>
            <Still
                of=found
                awaited=t!("desk-papers-awaited").signal()
                children=move |found: Found| {
                    let is_part = found.is_part();
                    // Where there are more patients to look at, nobody knows yet that there is none.
                    let none = move || {
                        (!is_part)
                            .then(|| {
                                view! {
                                    <Empty
                                        icon=icons::PILL
                                        title=t!("desk-papers-none")
                                        note=t!("desk-papers-none-note")
                                    />
                                }
                            })
                    };
                    listed(found.papers.iter().map(line), none)
                }
            />
            <Rest of=found times=times />
        </Section>
    }
}

/// How much was not looked at or is not shown, and a way to it.
#[component]
fn Rest(of: Asked<Found>, times: RwSignal<usize>) -> impl IntoView {
    let any = Memo::new(move |_| of.read(Found::is_part).unwrap_or(false));
    let busy = Signal::derive(move || of.is_asking());
    let more = move || of.read(|found| found.more).filter(|more| *more > 0);
    let looked = move || of.read(|found| (found.looked, found.patients)).filter(|(looked, all)| looked < all);
    move || {
        any.get().then(|| {
            view! {
                <div class="stack tight" role="status">
                    {move || {
                        looked()
                            .map(|(looked, all)| {
                                let words = say!("desk-papers-looked", looked = looked, count = all);
                                view! { <p class="small soft">{words}</p> }
                            })
                    }}
                    {move || {
                        more().map(|more| view! { <p class="small soft">{say!("desk-papers-more", count = more)}</p> })
                    }}
                </div>
                <div class="row center">
                    <Button busy=busy on_press=move || times.update(|times| *times += 1)>
                        {t!("list-older")}
                    </Button>
                </div>
            }
        })
    }
}

/// The papers, and how much of all it is.
#[derive(Clone, PartialEq, Eq)]
struct Found {
    papers: Vec<RecordRow>,
    /// So many were found and are not shown.
    more: usize,
    /// So many patients were looked at,
    looked: usize,
    /// of so many.
    patients: usize,
}

impl Found {
    fn is_part(&self) -> bool {
        self.more > 0 || self.looked < self.patients
    }
}

async fn papers(hand: Hand, times: usize) -> Result<Found, Failure> {
    let who = hand.session()?;
    let mut people = patients(&held(hand).await?);
    let all = people.len();
    people.truncate(PATIENTS * times);
    let mut rows = Vec::new();
    for some in people.chunks(PATIENTS) {
        let asked = some.iter().map(|patient| chart::records(&who, *patient));
        for answer in join_all(asked).await {
            rows.extend(answer?.into_iter().filter(|row| OFFICE.contains(&row.kind)));
        }
    }
    rows.sort_by_key(|row| Reverse(row.written));
    let more = rows.len().saturating_sub(PAPERS * times);
    rows.truncate(PAPERS * times);
    Ok(Found { papers: rows, more, looked: people.len(), patients: all })
}

/// What the house asked for and nobody has answered.
#[component]
fn Requests() -> impl IntoView {
    let hand = hand();
    let requests = asked(move || async move { Ok(hand.session()?.oracle().my_requests().await?) });
    view! {
        <Section title=t!("desk-requests")>
            <Still
                of=requests
                awaited=t!("desk-requests-awaited").signal()
                children=|rows| {
                    let line = |row: &RequestRow| view! { <Request row=row.clone() /> };
                    listed(rows.iter().map(line), || view! { <Empty icon=icons::INBOX title=t!("desk-requests-none") /> })
                }
            />
        </Section>
    }
}

#[component]
fn Request(row: RequestRow) -> impl IntoView {
    let (hand, dropping) = (hand(), doing());
    let RequestRow { patient, purpose, terms, at, .. } = row;
    let asked_for = move || {
        let (scope, until) = (crate::act::scope(&terms.scope), words::full_day(terms.until));
        say!("desk-asked-for", scope = scope.clone(), until = until.clone())
    };
    let name = Signal::derive(move || hand.name_of(patient));
    let take_back = move || {
        dropping.start(async move {
            let who = hand.session()?;
            consent::drop_request(&who, patient, purpose).await?;
            toast(say!("desk-dropped"));
            settled(hand, &who).await
        });
    };
    view! {
        <Line
            title=name
            note=move || say!("house-asked", purpose = words::purpose(purpose), when = words::ago(at))
            mark=move || view! { <Face name=name /> }
        >
            <p class="small soft">
                {asked_for}
            </p>
            <Wrong of=dropping />
            <div class="row">
                <Button look=Look::Quiet busy=dropping.busy() on_press=take_back>
                    {t!("desk-drop")}
                </Button>
            </div>
        </Line>
    }
}
