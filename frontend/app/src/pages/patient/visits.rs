//! Visits; a doctor's too.

use crate::{
    ask::asked,
    ground::clock,
    hand::hand,
    pages::shared::{Phase, Still, VisitLine, phase},
    parts::{Empty, Go, List, Look, Page, Section, icons},
    places::Place,
    speech::{say, t},
};
use chartkey_flows::visit;
use chartkey_protocol::VisitRow;
use chartkey_vocabulary::{Account, Role};
use leptos::prelude::*;

/// How many of the past are shown before somebody asks for all.
const RECENT: usize = 10;

/// Visits; a doctor's too.
#[component]
pub(crate) fn Visits() -> impl IntoView {
    let hand = hand();
    let is_doctor = move || hand.role() == Some(Role::Doctor);
    let visits = asked(move || {
        let whose = hand.whose();
        async move {
            let person = hand.person().await?;
            let me = person.account();
            let mut rows = visit::list(&person).await?;
            // Whoever acts for somebody sees that one's visits.
            rows.retain(|row| row.visit.doctor == me || Some(row.visit.patient) == whose);
            Ok((me, rows))
        }
    });
    let find = move || {
        (!is_doctor()).then(|| {
            view! {
                <Go to=Place::Directory look=Look::Main icon=icons::SEARCH>
                    {t!("visits-find")}
                </Go>
            }
        })
    };
    view! {
        <Page title=t!("place-visits") actions=find>
            <Still of=visits awaited=t!("awaited-visits") let:visits>
                {
                    let (me, rows) = visits;
                    sorted(me, rows, untrack(is_doctor))
                }
            </Still>
        </Page>
    }
}

/// What waits for me first, then what is to come, then what waits for others, then what was.
fn sorted(me: Account, rows: Vec<VisitRow>, is_doctor: bool) -> AnyView {
    if rows.is_empty() {
        return empty(is_doctor);
    }
    let now = clock::now();
    let pick = |wanted: &[Phase]| {
        let mut some: Vec<_> = rows.iter().filter(|row| wanted.contains(&phase(row, me, now))).cloned().collect();
        some.sort_by_key(|row| row.visit.from);
        some
    };
    let mut past = pick(&[Phase::Completed, Phase::Cancelled, Phase::Declined, Phase::Missed]);
    past.reverse();
    let coming = pick(&[Phase::Begun, Phase::Agreed]);
    let none_coming = coming.is_empty();
    view! {
        {part(t!("visits-mine").signal(), pick(&[Phase::Mine]))}
        {part(t!("visits-coming").signal(), coming)}
        {none_coming.then(|| view! { <p class="soft">{t!("visits-none-coming")}</p> })}
        {part(t!("visits-theirs").signal(), pick(&[Phase::Theirs]))}
        <Past rows=past />
    }
    .into_any()
}

fn empty(is_doctor: bool) -> AnyView {
    if is_doctor {
        let note = t!("visits-empty-doctor-note");
        return view! {
            <Section title=t!("visits-coming")>
                <Empty icon=icons::CALENDAR title=t!("visits-empty-doctor") note=note />
            </Section>
        }
        .into_any();
    }
    view! {
        <Section title=t!("visits-coming")>
            <Empty icon=icons::CALENDAR title=t!("visits-empty") note=t!("visits-empty-note")>
                <Go to=Place::Directory look=Look::Main icon=icons::SEARCH>
                    {t!("visits-find")}
                </Go>
            </Empty>
        </Section>
    }
    .into_any()
}

fn part(title: Signal<String>, rows: Vec<VisitRow>) -> Option<AnyView> {
    let lines = |rows: Vec<VisitRow>| rows.into_iter().map(|row| view! { <VisitLine row=row /> }).collect_view();
    (!rows.is_empty()).then(|| {
        view! {
            <Section title=title>
                <List>{lines(rows)}</List>
            </Section>
        }
        .into_any()
    })
}

#[component]
fn Past(rows: Vec<VisitRow>) -> impl IntoView {
    let all = RwSignal::new(rows.len() <= RECENT);
    let count = rows.len();
    let rows = StoredValue::new(rows);
    let shown = move || if all.get() { count } else { RECENT };
    let lines = move || {
        let rows = rows.with_value(|rows| rows.iter().take(shown()).cloned().collect::<Vec<_>>());
        rows.into_iter().map(|row| view! { <VisitLine row=row /> }).collect_view()
    };
    let more = move || {
        (!all.get()).then(|| {
            view! {
                <button class="line" type="button" on:click=move |_| all.set(true)>
                    <strong>{move || say!("visits-all", count = count)}</strong>
                </button>
            }
        })
    };
    (count > 0).then(|| {
        view! {
            <Section title=t!("visits-past")>
                <List>{lines} {more}</List>
            </Section>
        }
    })
}
