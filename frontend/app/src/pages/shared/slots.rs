//! A doctor's free times: a day, and the hours in it that nobody has taken.

use crate::{
    ask::asked,
    ground::clock,
    hand::hand,
    pages::shared::Still,
    parts::{Button, Choose, Field, I, Look, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::visit;
use chartkey_vocabulary::{Account, DAY, MINUTE, SLOT, Time};
use js_sys::Date;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// So many days are looked at.
const DAYS: Time = 21;
/// The hours in which most practices are open. The chain knows none; any other time can be typed.
const OPEN: std::ops::Range<u32> = 8..18;

/// "30 minutes".
pub(crate) fn minutes(slots: u8) -> String {
    say!("visit-minutes", count = Time::from(slots) * SLOT / MINUTE)
}

/// Chooses how long, and one of the free times.
#[component]
pub(crate) fn Slots(
    /// Whose times.
    doctor: Account,
    /// How many quarters of an hour.
    length: RwSignal<u8>,
    /// When it begins.
    chosen: RwSignal<Option<Time>>,
) -> impl IntoView {
    let hand = hand();
    let free = asked(move || async move {
        let from = clock::now() + SLOT;
        visit::free(&*hand.person().await?, doctor, from, from + DAYS * DAY).await
    });
    let lengths = [1_u8, 2, 3, 4].map(|slots| (slots, Signal::derive(move || minutes(slots)))).to_vec();
    // A time that was free for a quarter of an hour may not be for an hour.
    Effect::new(move |before: Option<u8>| {
        let now = length.get();
        if before.is_some_and(|before| before != now) {
            chosen.set(None);
        }
        now
    });
    view! {
        <div class="stack">
            <Choose legend=t!("visit-how-long") options=lengths value=length />
            <Still of=free awaited=t!("visit-awaited-slots") lines=2 let:free>
                <Days free=free length=length chosen=chosen />
            </Still>
            <Another chosen=chosen />
        </div>
    }
}

#[component]
fn Days(free: Vec<Time>, length: RwSignal<u8>, chosen: RwSignal<Option<Time>>) -> impl IntoView {
    let days = Memo::new(move |_| by_day(&free, length.get()));
    let nth = RwSignal::new(0_usize);
    let at = move || days.with(|days| days.get(nth.get().min(days.len().saturating_sub(1))).cloned());
    let last = move || days.with(Vec::len).saturating_sub(1);
    let title =
        move || at().and_then(|times| times.first().copied()).map(|time| words::capital(&words::near_day(time)));
    let chips = move || {
        let Some(times) = at() else { return view! { <p class="soft">{t!("visit-no-slots")}</p> }.into_any() };
        let options = times.into_iter().map(|time| (Some(time), Signal::derive(move || words::clock(time))));
        view! { <Choose legend=t!("visit-free") options=options.collect() value=chosen /> }.into_any()
    };
    view! {
        <div class="row between">
            <Button
                look=Look::Quiet
                icon=icons::ARROW_LEFT
                off=Signal::derive(move || nth.get() == 0)
                on_press=move || nth.update(|nth| *nth = nth.saturating_sub(1))
            >
                {t!("visit-day-before")}
            </Button>
            <strong aria-live="polite">{title}</strong>
            <Button
                look=Look::Quiet
                off=Signal::derive(move || nth.get() >= last())
                on_press=move || nth.update(|nth| *nth = (*nth + 1).min(last()))
            >
                {t!("visit-day-after")}
            </Button>
        </div>
        <div class="slots">{chips}</div>
    }
}

/// A time nobody proposed.
#[component]
fn Another(chosen: RwSignal<Option<Time>>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let text = typed.get();
        if text.is_empty() {
            return wrong.set(None);
        }
        match read(&text).filter(|time| *time > clock::now() && *time < clock::now() + 365 * DAY) {
            Some(time) => {
                wrong.set(None);
                chosen.set(Some(time));
            }
            None => wrong.set(Some(say!("visit-other-wrong"))),
        }
    });
    view! {
        <details>
            <summary>{t!("visit-other")} <I of=icons::CHEVRON_DOWN /></summary>
            <Field
                label=t!("visit-other-label")
                help=t!("visit-other-help")
                kind="datetime-local"
                value=typed
                error=Signal::derive(move || wrong.get())
            />
        </details>
    }
}

/// The times at which so many quarters in a row are free, day by day.
fn by_day(free: &[Time], length: u8) -> Vec<Vec<Time>> {
    let length = Time::from(length.max(1));
    let mut days: Vec<(u32, Vec<Time>)> = Vec::new();
    for from in free {
        let (hour, minute, day) = here(*from);
        let on_grid = Time::from(hour * 60 + minute).is_multiple_of(length.min(4) * SLOT / MINUTE);
        let whole = (0..length).all(|nth| free.binary_search(&(from + nth * SLOT)).is_ok());
        if !OPEN.contains(&hour) || !on_grid || !whole {
            continue;
        }
        match days.last_mut() {
            Some((last, times)) if *last == day => times.push(*from),
            _ => days.push((day, vec![*from])),
        }
    }
    days.into_iter().map(|(_, times)| times).collect()
}

/// Hour, minute and day of the month on the clock of this place.
fn here(time: Time) -> (u32, u32, u32) {
    let date = Date::new(&JsValue::from_f64(time as f64 * 1000.0));
    (date.get_hours(), date.get_minutes(), date.get_date())
}

/// A typed time, brought to the next quarter of an hour.
fn read(text: &str) -> Option<Time> {
    let milliseconds = Date::new(&JsValue::from_str(text)).get_time();
    milliseconds.is_finite().then(|| ((milliseconds / 1000.0).max(0.0) as Time).div_ceil(SLOT) * SLOT)
}
