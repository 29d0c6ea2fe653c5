//! One thing measured over time: a line with the usual as a band, and the same as a table for whoever prefers it.

use super::{I, Tag, Tone, icons};
use crate::{
    speech::{say, t},
    words,
};
use chartkey_flows::values::{Lies, Measured, Series};
use leptos::prelude::*;

/// The drawing's size; it is stretched to its place.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 96.0;
/// Room for the points at the edges.
const EDGE: f64 = 9.0;

/// A series with its newest value in words, drawn, and as a table.
#[component]
pub(crate) fn Trend(
    /// What was measured.
    series: Series,
) -> impl IntoView {
    let Some(last) = series.last().cloned() else { return ().into_any() };
    let (name, unit) = (series.name.clone(), words::unit(&series.unit));
    let values = series.distinct();
    let usual = usual(&last);
    let heard = {
        let (name, last, count) = (name.clone(), amount(&last), values.len());
        move || say!("trend-heard", name = name.clone(), value = last.clone(), count = count)
    };
    let (day, tag) = (last.at, lies(last.lies()));
    view! {
        <figure class="sheet stack tight trend">
            <figcaption class="row between wrap">
                <h3 class="grow">{name.clone()}</h3>
                {tag}
            </figcaption>
            <p>
                <strong class="num">{amount(&last)}</strong>
                " "
                <span class="small soft">
                    {move || words::near_day(day)} {usual.map(|usual| view! { " · " {usual} })}
                </span>
            </p>
            {(values.len() > 1).then(|| view! { <Drawn values=values.clone() heard=Signal::derive(heard) /> })}
            <details>
                <summary>{t!("trend-table")} <I of=icons::CHEVRON_DOWN /></summary>
                <Table name=name unit=unit values=values />
            </details>
        </figure>
    }
    .into_any()
}

/// "13.4 g/dL".
pub(crate) fn amount(value: &Measured) -> String {
    format!("{} {}", words::number(value.value), words::unit(&value.unit)).trim_end().to_owned()
}

/// Where a value lies, in a tag; nothing when it lies where it should.
pub(crate) fn lies(lies: Lies) -> Option<AnyView> {
    match lies {
        Lies::Within => None,
        Lies::Below => Some(view! { <Tag tone=Tone::Doubt>{t!("trend-below")}</Tag> }.into_any()),
        Lies::Above => Some(view! { <Tag tone=Tone::Doubt>{t!("trend-above")}</Tag> }.into_any()),
    }
}

/// "usual 12 to 16".
fn usual(value: &Measured) -> Option<impl Fn() -> String + Clone + Send + Sync + 'static + use<>> {
    let (low, high) = (value.low, value.high);
    (low.is_some() || high.is_some()).then_some(move || match (low, high) {
        (Some(low), Some(high)) => say!("trend-usual", low = words::number(low), high = words::number(high)),
        (Some(low), None) => say!("trend-usual-from", low = words::number(low)),
        (None, high) => say!("trend-usual-to", high = words::number(high.unwrap_or_default())),
    })
}

#[component]
fn Drawn(values: Vec<Measured>, heard: Signal<String>) -> impl IntoView {
    let frame = Frame::around(&values);
    let path: Vec<String> =
        values.iter().map(|value| frame.point(value)).map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
    let band = values.last().and_then(|last| frame.band(last.low, last.high));
    let points = values.iter().map(|value| {
        let (x, y) = frame.point(value);
        // What lies outside differs by size as well as by colour.
        let (class, r) = if value.lies() == Lies::Within { ("point", 3.0) } else { ("point out", 4.5) };
        view! { <circle class=class cx=format!("{x:.1}") cy=format!("{y:.1}") r=r></circle> }
    });
    let (first, last) = (values.first().map_or(0, |value| value.at), values.last().map_or(0, |value| value.at));
    view! {
        <svg class="drawn" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-label=heard>
            {band
                .map(|(top, height)| {
                    view! {
                        <rect
                            class="band"
                            x="0"
                            y=format!("{top:.1}")
                            width=WIDTH
                            height=format!("{height:.1}")
                        ></rect>
                    }
                })}
            <polyline class="line" points=path.join(" ")></polyline>
            {points.collect_view()}
        </svg>
        // Time runs the same way in every language's figures.
        <p class="row between tiny soft num days" aria-hidden="true">
            <span>{move || words::full_day(first)}</span>
            <span>{move || words::full_day(last)}</span>
        </p>
    }
}

/// What lies where in the drawing.
struct Frame {
    from: f64,
    to: f64,
    low: f64,
    high: f64,
}

impl Frame {
    fn around(values: &[Measured]) -> Self {
        let times = values.iter().map(|value| value.at as f64);
        let last = values.last();
        let usual = last.into_iter().flat_map(|value| [value.low, value.high]).flatten();
        let heights: Vec<f64> = values.iter().map(|value| value.value).chain(usual).collect();
        let low = heights.iter().copied().fold(f64::INFINITY, f64::min);
        let high = heights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // A line that never moves runs through the middle.
        let room = if high > low { (high - low) * 0.08 } else { high.abs().max(1.0) };
        let (from, to) = (times.clone().fold(f64::INFINITY, f64::min), times.fold(f64::NEG_INFINITY, f64::max));
        Self { from, to, low: low - room, high: high + room }
    }

    fn point(&self, value: &Measured) -> (f64, f64) {
        let across = if self.to > self.from { (value.at as f64 - self.from) / (self.to - self.from) } else { 0.5 };
        (EDGE + across * (WIDTH - 2.0 * EDGE), self.height(value.value))
    }

    fn height(&self, value: f64) -> f64 {
        let up = (value - self.low) / (self.high - self.low);
        EDGE + (1.0 - up.clamp(0.0, 1.0)) * (HEIGHT - 2.0 * EDGE)
    }

    /// Top and height of the usual.
    fn band(&self, low: Option<f64>, high: Option<f64>) -> Option<(f64, f64)> {
        if low.is_none() && high.is_none() {
            return None;
        }
        let (top, foot) = (self.height(high.unwrap_or(self.high)), self.height(low.unwrap_or(self.low)));
        Some((top, (foot - top).max(1.0)))
    }
}

/// The same in rows, the newest first.
#[component]
fn Table(name: String, unit: String, values: Vec<Measured>) -> impl IntoView {
    let row = |value: Measured| {
        let (at, out) = (value.at, value.lies() != Lies::Within);
        let usual = usual(&value);
        let from = value.from.clone();
        let house = (!from.is_empty()).then(
            || view! { <span class="soft tiny of-day">{move || say!("facts-from", house = from.clone())}</span> },
        );
        view! {
            <tr class:out=out>
                <td>{move || words::full_day(at)} {house}</td>
                <td class="val">{words::number(value.value)} " " {lies(value.lies())}</td>
                <td class="soft">{usual}</td>
            </tr>
        }
    };
    let of = if unit.is_empty() { name } else { format!("{name} ({unit})") };
    view! {
        <div class="scroll">
            <table>
                <caption class="unseen">{of.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("trend-day")}</th>
                        <th scope="col">{of}</th>
                        <th scope="col">{t!("trend-range")}</th>
                    </tr>
                </thead>
                <tbody>{values.into_iter().rev().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
