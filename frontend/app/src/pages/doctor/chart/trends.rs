//! Values over time, out of what was read.

use crate::{
    parts::{Empty, Section, Trend, icons},
    speech::t,
};
use chartkey_flows::values::Series;
use leptos::prelude::*;

/// Values over time.
#[component]
pub(super) fn Trends(
    /// What was measured.
    series: Vec<Series>,
) -> impl IntoView {
    let none = series.is_empty();
    let drawn = series.into_iter().map(|series| view! { <Trend series=series /> }).collect_view();
    view! {
        <Section title=t!("chart-trends-title")>
            {none
                .then(|| {
                    view! {
                        <Empty
                            icon=icons::ACTIVITY
                            title=t!("chart-trends-none")
                            note=t!("chart-trends-none-note")
                        />
                    }
                })}
            <div class="trends">{drawn}</div>
        </Section>
    }
}
