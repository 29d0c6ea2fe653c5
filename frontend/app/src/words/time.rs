//! Times: in words where near, in full where they bind. The browser's Intl writes them.

use crate::speech::{follow, language, say};
use chartkey_vocabulary::{DAY, HOUR, MINUTE, Time};
use js_sys::{
    Array, Date,
    Intl::{DateTimeFormat, RelativeTimeFormat},
    Object, Reflect,
};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsValue;

thread_local! {
    static NOW: ArcRwSignal<Time> = ArcRwSignal::new(read());
}

fn read() -> Time {
    (Date::now() / 1000.0).max(0.0) as Time
}

/// The time; views that ask follow it, twice a minute.
pub(crate) fn now() -> Time {
    NOW.with(|now| {
        follow(now);
        now.get_untracked()
    })
}

/// Lets the time go on; once, in the app.
pub(crate) fn tick() {
    set_interval(|| NOW.with(|now| now.set(read())), Duration::from_secs(30));
}

/// "tomorrow, 10:30", "Friday, 10:30", "3 March, 10:30", "3 March 2027, 10:30".
pub(crate) fn near_time(time: Time) -> String {
    say!("time-day-clock", day = near_day(time), clock = clock(time))
}

/// "today", "tomorrow", "Friday", "3 March", "3 March 2027".
pub(crate) fn near_day(time: Time) -> String {
    let days = midnight(time) - midnight(now());
    match days {
        -1..=1 => relative(days as f64, "day"),
        2..=6 => weekday(time),
        _ if date(time).get_full_year() == date(now()).get_full_year() => {
            format(time, &[("day", "numeric"), ("month", "long")])
        }
        _ => full_day(time),
    }
}

/// "21 December 2026".
pub(crate) fn full_day(time: Time) -> String {
    format(time, &[("day", "numeric"), ("month", "long"), ("year", "numeric")])
}

/// "21 December 2026, 10:30".
pub(crate) fn full_time(time: Time) -> String {
    say!("time-day-clock", day = full_day(time), clock = clock(time))
}

/// "March 2027".
pub(crate) fn month(time: Time) -> String {
    format(time, &[("month", "long"), ("year", "numeric")])
}

/// "10:30".
pub(crate) fn clock(time: Time) -> String {
    format(time, &[("hour", "2-digit"), ("minute", "2-digit")])
}

/// "Friday".
pub(crate) fn weekday(time: Time) -> String {
    format(time, &[("weekday", "long")])
}

/// "4 minutes ago", "in 3 hours", "yesterday".
pub(crate) fn ago(time: Time) -> String {
    let seconds = time as f64 - now() as f64;
    let distance = seconds.abs() as Time;
    let (unit, length) = match distance {
        ..MINUTE => return say!("time-just-now"),
        MINUTE..HOUR => ("minute", MINUTE),
        HOUR..DAY => ("hour", HOUR),
        _ if distance < 60 * DAY => ("day", DAY),
        _ => ("month", 30 * DAY),
    };
    relative((seconds / length as f64).trunc(), unit)
}

/// "30 days".
pub(crate) fn in_days(days: u64) -> String {
    say!("time-days", days = days)
}

/// The text with its first letter large, where a sentence begins with a time.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn date(time: Time) -> Date {
    Date::new(&JsValue::from_f64(time as f64 * 1000.0))
}

/// Days since 1970 on the calendar of this place, so that "tomorrow" begins at midnight here.
fn midnight(time: Time) -> i64 {
    let here = time as i64 - (date(time).get_timezone_offset() * 60.0) as i64;
    here.div_euclid(DAY as i64)
}

fn format(time: Time, parts: &[(&str, &str)]) -> String {
    let written = DateTimeFormat::new(&locale(), &options(parts)).format().call1(&JsValue::NULL, &date(time));
    // Only a time beyond the calendar cannot be written.
    written.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn relative(amount: f64, unit: &str) -> String {
    let format = RelativeTimeFormat::new(&locale(), &options(&[("numeric", "auto")]));
    format.format(amount, unit).into()
}

pub(super) fn locale() -> Array {
    Array::of1(&JsValue::from_str(language().tag()))
}

pub(super) fn options(parts: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in parts {
        // A plain object takes every field.
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    options
}
