//! The values of a record over time, with those of all other records.

use super::Whole;
use crate::{
    ask::{Told, idle},
    hand::hand,
    pages::shared::gather,
    parts::{Empty, Section, Trend, icons},
    speech::{say, t},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What this record measures, over time.
#[component]
pub(super) fn Trends(known: Arc<Whole>) -> impl IntoView {
    let hand = hand();
    let (id, owner) = (known.id, known.row.owner);
    let far = RwSignal::new((0, 0));
    // Many records are opened for it: once a visit, and not at every piece of news.
    let series = idle(move || async move {
        let gathered = gather(hand, owner, move |done, all| {
            let _ = far.try_set((done, all));
        })
        .await?;
        let mut series = gathered.series();
        series.retain(|series| series.points.iter().any(|(record, _)| *record == id));
        Ok(series)
    });
    series.again();
    let awaited = move || match far.get() {
        (_, 0) => say!("trends-awaited"),
        (done, all) => say!("health-awaited", done = done, count = all),
    };
    view! {
        <Section title=t!("trends-title")>
            <Told of=series awaited=Signal::derive(awaited) lines=4 let:series>
                {if series.is_empty() {
                    view! { <Empty icon=icons::ACTIVITY title=t!("trends-none") note=t!("trends-none-note") /> }.into_any()
                } else {
                    let drawn = series.iter().cloned().map(|series| view! { <Trend series=series /> }).collect_view();
                    view! { <div class="tiles">{drawn}</div> }.into_any()
                }}
            </Told>
        </Section>
    }
}
