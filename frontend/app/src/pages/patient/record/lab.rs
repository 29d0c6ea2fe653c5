//! Tables: a laboratory's values beside their usual range, lists of what somebody has and takes, and any other table as it
//! came.

use super::{
    brought::BroughtIn,
    leaf::Leaf,
    viewer::{NotShown, Words},
};
use crate::{
    pages::shared::from_house,
    parts::{I, Subtitle, Tag, Tone, icons},
    speech::{key, say, say_key, t},
    words,
};
use chartkey_flows::facts::{self, Entry, Lies, Measured};
use leptos::prelude::*;

/// More rows of a table than this are in the file only.
const MOST: usize = 500;
/// JSON up to this size is set out in lines.
const TIDY: usize = 4 << 20;

/// A table or FHIR, as lists where it is understood, and as it came.
#[component]
pub(super) fn Document(leaf: Leaf) -> impl IntoView {
    let read = facts::read(&leaf.kind(), leaf.bytes());
    let understood = !read.is_empty();
    let is_table = leaf.kind().starts_with("text/");
    let lists = [
        (key!("facts-conditions"), read.conditions),
        (key!("facts-medicines"), read.medicines),
        (key!("facts-allergies"), read.allergies),
        (key!("facts-vaccinations"), read.vaccinations),
        (key!("facts-procedures"), read.procedures),
    ];
    let lists = lists.into_iter().filter(|(_, entries)| !entries.is_empty());
    let sentences =
        read.sentences.into_iter().map(|sentence| view! { <p dir="auto">{move || words::machine(&sentence)}</p> });
    let came = {
        let leaf = leaf.clone();
        move || {
            let text = String::from_utf8_lossy(leaf.bytes()).into_owned();
            if is_table {
                view! { <Plain rows=facts::rows(&text) /> }.into_any()
            } else {
                // A large file is shown to here only, and takes many times its size to be set out anew.
                let small = text.len() <= TIDY;
                let tidy = small.then(|| serde_json::from_str::<serde_json::Value>(&text).ok()).flatten();
                let tidy = tidy.and_then(|said| serde_json::to_string_pretty(&said).ok()).unwrap_or(text);
                view! { <Words text=tidy /> }.into_any()
            }
        }
    };
    let brought = view! { <BroughtIn brought=read.brought /> };
    if !understood {
        let came = if leaf.bytes().is_empty() { view! { <NotShown /> }.into_any() } else { came() };
        return view! { {brought} {came} }.into_any();
    }
    view! {
        {brought}
        {sentences.collect_view()}
        {(!read.results.is_empty()).then(|| view! { <Lab values=read.results /> })}
        {lists.map(|(title, entries)| view! { <Entries title=title entries=entries /> }).collect_view()}
        <AsItCame came=came />
    }
    .into_any()
}

/// The file itself, for whoever wants it; made when it is asked for.
#[component]
fn AsItCame(#[prop(into)] came: ViewFn) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <details on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary>{t!("facts-as-it-came")} <I of=icons::CHEVRON_DOWN /></summary>
            {move || open.get().then(|| came.run())}
        </details>
    }
}

/// Values with their usual range; what lies outside is said in words and marked.
#[component]
pub(in super::super) fn Lab(values: Vec<Measured>) -> impl IntoView {
    let outside = values.iter().filter(|value| matches!(value.lies(), Lies::Low | Lies::High)).count();
    let all = values.len();
    let cut = all > MOST;
    let rows = values.into_iter().take(MOST).map(|value| view! { <Value value=value /> });
    view! {
        <div class="sheet flush">
            <div class="scroll" tabindex="0" role="group" aria-label=t!("lab-table")>
                <table>
                    <caption>
                        {move || {
                            if outside == 0 {
                                say!("lab-all-usual", count = all)
                            } else {
                                say!("lab-outside", outside = outside, count = all)
                            }
                        }}
                    </caption>
                    <thead>
                        <tr>
                            <th scope="col">{t!("lab-test")}</th>
                            <th scope="col">{t!("lab-value")}</th>
                            <th scope="col">{t!("lab-usual")}</th>
                            <th scope="col" class="wide">
                                <span class="unseen">{t!("lab-where")}</span>
                            </th>
                            <th scope="col">
                                <span class="unseen">{t!("lab-lies")}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </div>
        {cut.then(|| view! { <p class="small soft">{t!("viewer-cut")}</p> })}
    }
}

#[component]
fn Value(value: Measured) -> impl IntoView {
    let lies = value.lies();
    let out = matches!(lies, Lies::Low | Lies::High);
    let unsure = value.is_unsure();
    let tag = match lies {
        Lies::Low => Some(view! { <Tag tone=Tone::Bad>{t!("lab-low")}</Tag> }.into_any()),
        Lies::High => Some(view! { <Tag tone=Tone::Bad>{t!("lab-high")}</Tag> }.into_any()),
        Lies::Usual | Lies::Unknown => None,
    };
    let shown = value.number.map_or_else(|| value.value.clone(), words::number);
    let (low, high, at, early) = (value.low, value.high, value.at, value.early.clone());
    let range = move || usual(low, high);
    let test = value.test.clone();
    view! {
        <tr class:out=out class:doubt=unsure>
            <th scope="row">
                <bdi>{move || words::machine(&test)}</bdi>
                {at.map(|at| view! { <span class="soft tiny of-day">{move || words::near_day(at)}</span> })}
                {early.map(|day| view! { <span class="soft tiny of-day">{day}</span> })}
            </th>
            <td class="val">
                <bdi>{shown}</bdi>
                " "
                <span class="soft tiny">{words::unit(&value.unit)}</span>
            </td>
            <td class="soft num">{range}</td>
            <td class="wide">{bar(&value)}</td>
            <td>
                {tag} {unsure.then(|| view! { <Tag tone=Tone::Doubt>{t!("lab-unsure")}</Tag> })}
            </td>
        </tr>
    }
}

/// "12 to 16", "under 5".
pub(in super::super) fn usual(low: Option<f64>, high: Option<f64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) => say!("lab-between", low = words::number(low), high = words::number(high)),
        (Some(low), None) => say!("lab-from", low = words::number(low)),
        (None, Some(high)) => say!("lab-under", high = words::number(high)),
        (None, None) => String::new(),
    }
}

/// Where the value lies, drawn: the usual is the green part.
fn bar(value: &Measured) -> Option<AnyView> {
    let (number, high) = value.number.zip(value.high)?;
    let low = value.low.unwrap_or(0.0_f64.min(high));
    let room = (high - low).abs().max(f64::EPSILON) * 0.4;
    let (from, to) = (low - room, high + room);
    let percent = |at: f64| format!("{:.0}%", ((at - from) / (to - from) * 100.0).clamp(2.0, 98.0));
    let (begins, ends, at) = (percent(low), percent(high), percent(number));
    Some(
        view! {
            <div
                class="range"
                aria-hidden="true"
                style=("--from", begins)
                style=("--to", ends)
            >
                <i style:inset-inline-start=at></i>
            </div>
        }
        .into_any(),
    )
}

/// A list of facts.
#[component]
pub(in super::super) fn Entries(title: &'static str, entries: Vec<Entry>) -> impl IntoView {
    let cut = entries.len() > MOST;
    let line = |entry: Entry| {
        let unsure = entry.is_unsure();
        let Entry { what, more, at, over, from, .. } = entry;
        view! {
            <li class="row between">
                <span class="grow">
                    <strong class="small">
                        <bdi>{what}</bdi>
                    </strong>
                    {(!more.is_empty()).then(|| view! { <span class="soft small of-day">{more}</span> })}
                    {from_house(from)}
                </span>
                {unsure.then(|| view! { <Tag tone=Tone::Doubt>{t!("lab-unsure")}</Tag> })}
                {over.then(|| view! { <Tag>{t!("facts-over")}</Tag> })}
                {at.map(|at| view! { <span class="soft small nowrap">{move || words::near_day(at)}</span> })}
            </li>
        }
    };
    view! {
        <div class="sheet stack tight">
            <Subtitle title=move || say_key(title, &[]) />
            <ul class="stack tight">{entries.into_iter().take(MOST).map(line).collect_view()}</ul>
            {cut.then(|| view! { <p class="small soft">{t!("viewer-cut")}</p> })}
        </div>
    }
}

/// Any table.
#[component]
fn Plain(rows: Vec<Vec<String>>) -> impl IntoView {
    let cut = rows.len() > MOST;
    let mut rows = rows.into_iter().take(MOST);
    let head = rows.next().unwrap_or_default();
    let head = head.into_iter().map(|cell| view! { <th scope="col">{cell}</th> }).collect_view();
    let row = |row: Vec<String>| {
        let cells = row.into_iter().map(|cell| view! { <td dir="auto">{cell}</td> }).collect_view();
        view! { <tr>{cells}</tr> }
    };
    view! {
        <div class="sheet flush">
            <div class="scroll" tabindex="0" role="group" aria-label=t!("lab-table")>
                <table>
                    <thead>
                        <tr>{head}</tr>
                    </thead>
                    <tbody>{rows.map(row).collect_view()}</tbody>
                </table>
            </div>
        </div>
        {cut.then(|| view! { <p class="small soft">{t!("viewer-cut")}</p> })}
    }
}
