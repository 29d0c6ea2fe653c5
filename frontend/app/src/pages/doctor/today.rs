//! The day: visits, answers, findings.

mod answers;

use self::answers::Answers;
use crate::{
    ask::asked,
    ground::clock,
    hand::hand,
    pages::shared::{FindingLine, MayNotAct, Phase, Still, VisitLine, phase},
    parts::{Columns, Empty, Go, List, Page, Section, icons, listed},
    places::Place,
    shell::counts,
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, held, visit};
use chartkey_protocol::VisitRow;
use chartkey_vocabulary::{Account, DAY};
use leptos::prelude::*;

/// So many findings are shown here; the rest are a page away.
const SOME: usize = 4;

/// The day.
#[component]
pub(crate) fn Today() -> impl IntoView {
    let lead = || {
        words::capital(&say!("today-lead", weekday = words::weekday(words::now()), day = words::full_day(words::now())))
    };
    view! {
        <Page
            title=t!("place-today")
            lead=Signal::derive(lead)
            actions=|| {
                view! {
                    <Go to=Place::AskKey icon=icons::KEY>
                        {t!("place-ask-key")}
                    </Go>
                }
            }
        >
            <MayNotAct />
            <Columns>
                <Visits />
                <div class="stack loose">
                    <Findings />
                    <Answers />
                </div>
            </Columns>
        </Page>
    }
}

#[component]
fn Visits() -> impl IntoView {
    let hand = hand();
    let visits = asked(move || async move {
        let person = hand.person().await?;
        Ok::<_, Failure>((person.account(), visit::list(&person).await?))
    });
    view! {
        <Still of=visits awaited=t!("awaited-visits") let:visits>
            {of_the_day(visits.0, &visits.1)}
        </Still>
    }
}

fn of_the_day(me: Account, rows: &[VisitRow]) -> AnyView {
    let now = clock::now();
    let mut rows: Vec<_> = rows.iter().filter(|row| phase(row, me, now).is_open()).cloned().collect();
    rows.sort_by_key(|row| row.visit.from);
    let (mine, rest): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| phase(row, me, now) == Phase::Mine);
    let agreed = rest.into_iter().filter(|row| matches!(phase(row, me, now), Phase::Agreed | Phase::Begun));
    // A day of this place: what is called today.
    let day_of = |time| untrack(|| words::near_day(time));
    let today = day_of(now);
    let (day, later): (Vec<_>, Vec<_>) =
        agreed.partition(|row| row.visit.from <= now || day_of(row.visit.from) == today);
    let next = later.into_iter().find(|row| row.visit.from < now + 30 * DAY);
    let lines = |rows: Vec<VisitRow>, today: bool| {
        rows.into_iter().map(|row| view! { <VisitLine row=row today=today /> }).collect_view()
    };
    let all = || view! { <a href=Place::Visits.path()>{t!("today-all-visits")}</a> };
    let (any_mine, any_today) = (!mine.is_empty(), !day.is_empty());
    view! {
        <div class="stack loose">
            {any_mine
                .then(|| {
                    view! {
                        <Section title=t!("visits-mine")>
                            <List>{lines(mine, false)}</List>
                        </Section>
                    }
                })}
            <Section title=t!("today-visits") after=all>
                {if any_today {
                    view! { <List>{lines(day, true)}</List> }.into_any()
                } else {
                    view! { <Empty icon=icons::SUN title=t!("today-no-visits") /> }.into_any()
                }}
            </Section>
            {next
                .map(|row| {
                    view! {
                        <Section title=t!("today-next")>
                            <List>
                                <VisitLine row=row />
                            </List>
                        </Section>
                    }
                })}
        </div>
    }
    .into_any()
}

#[component]
fn Findings() -> impl IntoView {
    let hand = hand();
    let counts = counts();
    let findings = asked(move || async move {
        let mut rows = held::findings(&*hand.person().await?).await?;
        rows.retain(|row| row.finding.signed.is_empty());
        Ok::<_, Failure>(rows)
    });
    Effect::new(move |_| {
        if let Some(count) = findings.read(Vec::len) {
            counts.set(Place::SignOff, count as u32);
        }
    });
    let all = || view! { <a href=Place::SignOff.path()>{t!("today-all-findings")}</a> };
    view! {
        <Section title=t!("today-findings") after=all>
            <Still of=findings awaited=t!("awaited-findings") lines=2 let:rows>
                {listed(
                    rows.into_iter().take(SOME).map(|row| view! { <FindingLine row=row named=true /> }),
                    || view! { <Empty icon=icons::SCAN_HEART title=t!("findings-none") /> },
                )}
            </Still>
        </Section>
    }
}
