//! Choosing kinds, and records.

use crate::{
    ask::{Told, asked},
    hand::hand,
    parts::{I, KindMark, SearchField, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, chart};
use chartkey_protocol::RecordRow;
use chartkey_vocabulary::{Kind, Kinds, RecordId};
use leptos::prelude::*;
use std::sync::Arc;

/// The chain lists no more in one key.
pub(in super::super) const MOST: usize = 8;
/// With more records than this a search stands above them.
const MANY: usize = 8;

/// Any of the kinds.
#[component]
pub(in super::super) fn KindPick(
    /// What for.
    #[prop(into)]
    legend: Signal<String>,
    /// The choice.
    value: RwSignal<Kinds>,
) -> impl IntoView {
    let chip = move |kind: Kind| {
        let on = move || value.get().has(kind);
        view! {
            <button
                class="chip"
                type="button"
                aria-pressed=move || on().to_string()
                on:click=move |_| value.update(|kinds| kinds.0 ^= 1 << kind as u16)
            >
                {move || if on() { view! { <I of=icons::CHECK /> } } else { view! { <I of=words::kind_icon(kind) /> } }}
                <span>{move || words::kind(kind)}</span>
            </button>
        }
    };
    view! {
        <fieldset class="chips">
            <legend>{legend}</legend>
            {words::kinds().map(chip).collect_view()}
        </fieldset>
    }
}

/// Up to eight records of the chart that is looked at.
#[component]
pub(in super::super) fn RecordPick(
    /// What for.
    #[prop(into)]
    legend: Signal<String>,
    /// The choice.
    value: RwSignal<Vec<RecordId>>,
    /// How many at most.
    #[prop(default = MOST)]
    most: usize,
) -> impl IntoView {
    let hand = hand();
    let records = asked(move || {
        let whose = hand.whose();
        async move {
            let who = hand.signed_in().ok_or_else(|| Failure::Not("nobody is signed in".into()))?;
            let mut rows = chart::records(&who, whose.unwrap_or(who.account())).await?;
            rows.sort_by_key(|row| std::cmp::Reverse(row.written));
            Ok(rows)
        }
    });
    let search = RwSignal::new(String::new());
    view! {
        <fieldset class="stack tight picklist">
            <legend>{legend}</legend>
            <Told of=records awaited=t!("awaited-records") let:rows>
                {Rows(RowsProps { rows, value, search, most })}
            </Told>
            <p class="small soft" aria-live="polite">
                {move || say!("pick-count", count = value.with(Vec::len), most = most)}
            </p>
        </fieldset>
    }
}

#[component]
fn Rows(
    rows: Arc<Vec<RecordRow>>,
    value: RwSignal<Vec<RecordId>>,
    search: RwSignal<String>,
    most: usize,
) -> impl IntoView {
    let hand = hand();
    let many = rows.len() > MANY;
    let none = rows.is_empty();
    let fits = move |row: &RecordRow| {
        let wanted = search.get().trim().to_lowercase();
        let title = || hand.title_of(row.record, row.kind).to_lowercase();
        wanted.is_empty() || title().contains(&wanted) || words::kind(row.kind).to_lowercase().contains(&wanted)
    };
    let line = move |row: &RecordRow| {
        let (record, kind, written) = (row.record, row.kind, row.written);
        let on = move || value.with(|chosen| chosen.contains(&record));
        let full = move || most > 1 && value.with(|chosen| chosen.len() >= most) && !on();
        view! {
            <label class="tick pick-line">
                <input
                    type="checkbox"
                    prop:checked=on
                    aria-disabled=move || full().then_some("true")
                    on:change=move |event| {
                        let tick = event_target::<web_sys::HtmlInputElement>(&event);
                        value.update(|chosen| choose(chosen, record, tick.checked(), most));
                        // A tick too many is taken back.
                        tick.set_checked(value.with_untracked(|chosen| chosen.contains(&record)));
                    }
                />
                <KindMark kind=kind />
                <span class="grow">
                    <strong>{move || hand.title_of(record, kind)}</strong>
                    <br />
                    <span class="small soft">
                        {move || say!("kind-and-day", kind = words::kind(kind), day = words::near_day(written))}
                    </span>
                </span>
            </label>
        }
    };
    view! {
        {many.then(|| view! { <SearchField label=t!("pick-search") value=search /> })}
        {none.then(|| view! { <p class="soft">{t!("pick-none")}</p> })}
        <div class="picks">{move || rows.iter().filter(|row| fits(row)).map(line).collect_view()}</div>
    }
}

/// Puts a record into the choice or takes it out; where only one is chosen, another takes its place.
fn choose(chosen: &mut Vec<RecordId>, record: RecordId, wanted: bool, most: usize) {
    chosen.retain(|known| *known != record);
    if wanted && most == 1 {
        chosen.clear();
    }
    if wanted && chosen.len() < most {
        chosen.push(record);
    }
}
