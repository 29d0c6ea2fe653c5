//! When a doctor has time next.

use crate::{
    ask::asked,
    hand::hand,
    parts::{I, icons},
    speech::say,
    words,
};
use chartkey_flows::visit;
use chartkey_vocabulary::{Account, DAY, HOUR, Time};
use js_sys::Date;
use leptos::prelude::*;

/// So far ahead is looked.
const AHEAD: Time = 14 * DAY;

/// The next time nobody has booked, on a working day; nothing for who has not signed in.
#[component]
pub(crate) fn NextFree(
    /// Whose.
    doctor: Account,
) -> impl IntoView {
    let hand = hand();
    let free = asked(move || async move {
        let Ok(who) = hand.session() else { return Ok(None) };
        let from = crate::ground::clock::now() + HOUR;
        let times = visit::free(&who, doctor, from, from + AHEAD).await?;
        Ok(times.into_iter().find(|time| by_day(*time)))
    });
    // A time that cannot be told now is not worth a word in a list.
    move || {
        free.read(|time| *time).flatten().map(|time| {
            view! {
                <p class="small row tight">
                    <I of=icons::CALENDAR_CHECK />
                    <span>{move || say!("directory-free", when = words::near_time(time))}</span>
                </p>
            }
        })
    }
}

/// A calendar knows what is booked and not when a practice is open: nights and Sundays are left out.
fn by_day(time: Time) -> bool {
    let date = Date::new(&(time as f64 * 1000.0).into());
    (8..18).contains(&date.get_hours()) && (1..=5).contains(&date.get_day())
}
