//! My health at a glance: what I have, take and do not bear, and my results over time, out of the records this vault
//! opens. Nothing of it is stored anywhere; it is put together in this page each time.

use crate::{
    ask::{Told, idle},
    ground::clock,
    hand::hand,
    pages::shared::{Gathered, Kept, Lists, Part, gather},
    parts::{Button, Empty, Go, Look, Note, Page, SearchField, Section, Tone, Trend, icons},
    places::{Place, View},
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, prescription, values::Series};
use leptos::prelude::*;
use std::sync::Arc;

/// So many results are drawn before somebody asks for all.
const FIRST: usize = 12;

/// Conditions, medicines, allergies, results over time.
#[component]
pub(crate) fn Health() -> impl IntoView {
    let hand = hand();
    let far = RwSignal::new((0_usize, 0_usize));
    // Opening many records is logged each time, so it is done when the page is entered and not at every piece of news.
    let gathered = idle(move || {
        let whose = hand.whose();
        async move {
            let whose = whose.ok_or_else(|| Failure::Not("nobody is signed in".into()))?;
            let prescribed = prescription::list(&*hand.person().await?).await?;
            let mut gathered = gather(hand, whose, move |done, all| {
                let _ = far.try_set((done, all));
            })
            .await?;
            gathered.settle(&prescribed, clock::now());
            Ok::<_, Failure>(gathered)
        }
    });
    Effect::new(move |_| gathered.again());
    let awaited = move || match far.get() {
        (_, 0) => say!("records-awaited"),
        (done, all) => say!("health-awaited", done = done, count = all),
    };
    view! {
        <Page title=t!("place-health") lead=t!("health-lead").signal()>
            <Told of=gathered awaited=Signal::derive(awaited) lines=6 let:gathered>
                <All gathered=gathered />
            </Told>
        </Page>
    }
}

#[component]
fn All(gathered: Arc<Gathered>) -> impl IntoView {
    let series = gathered.series();
    let (closed, kept) = (gathered.closed, gathered.kept.clone());
    let lists = Lists::of(&gathered);
    if series.is_empty() && lists.is_empty() {
        return view! {
            <Closed count=closed />
            <Kept records=kept />
            <Empty icon=icons::ACTIVITY title=t!("health-none") note=t!("health-none-note")>
                <Go to=Place::Add look=Look::Main icon=icons::FILE_ADD>
                    {t!("records-add")}
                </Go>
            </Empty>
        }
        .into_any();
    }
    let unsigned = !gathered.unsigned().is_empty();
    let twins = gathered.twins().into_iter().map(twins).collect_view();
    view! {
        <Closed count=closed />
        {unsigned.then(|| view! { <Note tone=Tone::Machine>{t!("health-machine")}</Note> })}
        {twins}
        {lists.draw()}
        {(!series.is_empty()).then(|| view! { <Results series=series /> })}
        <Kept records=kept />
        <p class="tiny soft">{t!("health-note")}</p>
    }
    .into_any()
}

/// Two records that say the same.
fn twins(pair: [&Part; 2]) -> impl IntoView + use<> {
    let links = pair.map(|part| {
        let (title, dated) = (part.title.clone(), part.dated);
        let title = move || if title.is_empty() { say!("place-record") } else { title.clone() };
        view! {
            <li>
                <a href=Place::Record(part.record, View::Read).path()>{title}</a>
                " "
                <span class="soft">{move || words::full_day(dated)}</span>
            </li>
        }
    });
    view! {
        <Note tone=Tone::Doubt>
            {t!("health-twins")} <ul class="small dotted">{links.into_iter().collect_view()}</ul>
        </Note>
    }
}

#[component]
fn Closed(count: usize) -> impl IntoView {
    (count > 0).then(|| view! { <Note tone=Tone::Doubt>{t!("health-closed", count = count)}</Note> })
}

/// Results over time, found by name.
#[component]
fn Results(series: Vec<Series>) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let all = RwSignal::new(false);
    let many = series.len() > FIRST;
    let count = series.len();
    let shown = move || {
        let words = words.get().trim().to_lowercase();
        let fit = series.iter().filter(|series| words.is_empty() || series.name.to_lowercase().contains(&words));
        let most = if all.get() || !words.is_empty() { usize::MAX } else { FIRST };
        let drawn: Vec<_> = fit.take(most).cloned().map(|series| view! { <Trend series=series /> }).collect();
        if drawn.is_empty() {
            view! { <Empty icon=icons::SEARCH title=t!("records-no-fit") /> }.into_any()
        } else {
            view! { <div class="tiles">{drawn}</div> }.into_any()
        }
    };
    view! {
        <Section title=t!("health-results")>
            {many.then(|| view! { <SearchField label=t!("health-search") value=words /> })}
            {shown}
            {move || {
                (many && !all.get() && words.with(|words| words.trim().is_empty()))
                    .then(|| {
                        view! {
                            <div class="row">
                                <Button on_press=move || all.set(true)>{t!("health-all", count = count)}</Button>
                            </div>
                        }
                    })
            }}
        </Section>
    }
}
