//! Who waits for a decision.

use super::chamber::{Chamber, NoRecords, agreed, chamber};
use crate::{
    act,
    ask::asked,
    hand::{Hand, hand},
    pages::{everyone::trades, shared::Still},
    parts::{Empty, Face, I, Line, Page, Section, Shape, Sheet, Tag, Tone, icons, listed},
    places::Place,
    shell::counts,
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, council};
use chartkey_protocol::{MotionRow, Paging};
use chartkey_vocabulary::{Entry, Member, Motion, Role};
use futures::future::try_join_all;
use leptos::prelude::*;

/// So many decisions are told.
const LATELY: usize = 8;

/// Who waits for a decision, and what was decided lately.
#[component]
pub(crate) fn Applications() -> impl IntoView {
    let hand = hand();
    let waiting = asked(move || waiting(hand));
    let counts = counts();
    Effect::new(move |_| {
        if let Some(count) = waiting.read(|(applicants, _)| applicants.len() as u32) {
            counts.set(Place::Applications, count);
        }
    });
    let quorum = move || waiting.read(|(_, chamber)| chamber.council.quorum);
    let lead = Signal::derive(move || match quorum() {
        Some(quorum) => say!("applications-lead", count = quorum),
        None => say!("applications-lead-general"),
    });
    view! {
        <Page title=t!("place-applications") lead=lead>
            <NoRecords />
            <Section title=t!("applications-waiting")>
                <Still
                    of=waiting
                    awaited=t!("applications-awaited").signal()
                    children=|told| {
                        let (applicants, chamber) = told;
                        let line = |(entry, member)| {
                            view! { <Applicant entry=entry member=member chamber=chamber.clone() /> }
                        };
                        listed(
                            applicants.into_iter().map(line),
                            || view! { <Empty icon=icons::INBOX title=t!("applications-none") note=t!("applications-none-note") /> },
                        )
                    }
                />
            </Section>
            <Lately />
        </Page>
    }
}

type Waiting = (Vec<(Entry, Member)>, Chamber);

async fn waiting(hand: Hand) -> Result<Waiting, Failure> {
    let who = hand.session()?;
    let entries = council::applicants(&who).await?;
    let at = who.now().await?;
    let at = &at;
    let members = entries.into_iter().map(|entry| async move {
        let member = at.registry().member(entry.account).await?;
        Ok::<_, Failure>(member.map(|member| (entry, member)))
    });
    Ok((try_join_all(members).await?.into_iter().flatten().collect(), chamber(hand).await?))
}

#[component]
fn Applicant(entry: Entry, member: Member, chamber: Chamber) -> impl IntoView {
    let hand = hand();
    let Entry { account, who, profile } = entry;
    let name = Signal::derive(move || hand.name_of(account));
    let ballot = chamber.open.into_iter().find(|row| row.motion == Motion::Approve(account));
    let yes = ballot.map(|row| row.yes).unwrap_or_default();
    let (count, quorum) = (yes.len(), chamber.council.quorum);
    let since = member.since;
    let attested = member.licence.is_some();
    view! {
        <Line
            title=name
            note=move || {
                let trade = trades(&profile, who.role);
                say!("applications-applied", role = words::role(who.role), trade = trade, when = words::ago(since))
            }
            mark=move || view! { <Face name=name shape=Shape::from(who.role) /> }
            to=Place::Application(account)
        >
            <div class="row wrap tight">
                {if attested {
                    view! { <Tag tone=Tone::Good>{t!("application-attested")}</Tag> }.into_any()
                } else {
                    view! { <Tag tone=Tone::Doubt>{t!("application-not-attested")}</Tag> }.into_any()
                }}
                <Tag tone=Tone::Key>{t!("vote-count", count = count, quorum = quorum)}</Tag>
                <span class="small soft">{move || agreed(&yes, hand)}</span>
            </div>
        </Line>
    }
}

/// What the council decided lately.
#[component]
fn Lately() -> impl IntoView {
    let hand = hand();
    let lately = asked(move || async move {
        let rows = hand.session()?.oracle().carried(&Paging { after: None, limit: Some(LATELY as u16) }).await?.rows;
        Ok(rows)
    });
    let one = move |row: &MotionRow| {
        let (motion, carried) = (row.motion, row.carried);
        let icon = match motion {
            Motion::Reject(..) | Motion::Suspend(..) | Motion::Dismiss(_) => icons::NO,
            _ => icons::YES,
        };
        view! {
            <div class="row top">
                <span class="soft" aria-hidden="true">
                    <I of=icon />
                </span>
                <div class="grow small">
                    <p class="strong">{move || words::capital(&act::motion(&motion, hand))}</p>
                    {carried.map(|at| view! { <p class="soft">{move || words::capital(&words::near_time(at))}</p> })}
                </div>
            </div>
        }
    };
    view! {
        <Section
            title=t!("applications-lately")
            after=|| view! { <a href=Place::Explorer.path()>{t!("place-explorer")}</a> }
        >
            <Still
                of=lately
                awaited=t!("applications-lately-awaited").signal()
                children=move |rows| {
                    if rows.is_empty() {
                        view! { <Empty icon=icons::HISTORY title=t!("applications-lately-none") /> }.into_any()
                    } else {
                        let lines = rows.iter().map(one).collect_view();
                        view! { <Sheet>{lines}</Sheet> }.into_any()
                    }
                }
            />
        </Section>
    }
}

/// Doctors, hospitals and pharmacies.
pub(super) const PROFESSIONS: [Role; 3] = [Role::Doctor, Role::Hospital, Role::Pharmacy];
