//! Until when: a few spans that fit most, or a day of one's own.

use super::day;
use crate::{
    parts::{Choose, Field},
    speech::{key, t},
    words,
};
use chartkey_vocabulary::{DAY, Time};
use leptos::prelude::*;

/// The chain takes no key for longer.
const LONGEST: u64 = 2 * 365;

/// How long something lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Lasts {
    /// So many days from now.
    Days(u64),
    /// Until the end of a day of one's own.
    Own,
}

/// Until when, as it is chosen.
#[derive(Clone, Copy)]
pub(in super::super) struct Until {
    lasts: RwSignal<Lasts>,
    day: RwSignal<String>,
    /// The moment somebody else asked for, and its day: as long as that day stays, the moment does.
    asked: StoredValue<Option<(String, Time)>>,
}

impl Until {
    /// So many days, to begin with.
    pub(in super::super) fn days(days: u64) -> Self {
        let (lasts, day) = (RwSignal::new(Lasts::Days(days)), RwSignal::new(String::new()));
        Self { lasts, day, asked: StoredValue::new(None) }
    }

    /// A moment asked for by somebody else.
    pub(in super::super) fn at(until: Time) -> Self {
        let day = day::written(until.saturating_sub(1));
        let asked = StoredValue::new(Some((day.clone(), until)));
        Self { lasts: RwSignal::new(Lasts::Own), day: RwSignal::new(day), asked }
    }

    /// When it ends.
    ///
    /// # Errors
    /// The words for what is wrong.
    pub(in super::super) fn read(self) -> Result<Time, &'static str> {
        let now = words::now();
        let until = match self.lasts.get() {
            Lasts::Days(days) => now + days * DAY,
            Lasts::Own => self.end_of_day()?,
        };
        match until {
            until if until <= now => Err(key!("until-past")),
            until if until > now + LONGEST * DAY => Err(key!("until-too-long")),
            until => Ok(until),
        }
    }

    fn end_of_day(self) -> Result<Time, &'static str> {
        let day = self.day.get();
        let asked = self.asked.with_value(|asked| asked.as_ref().filter(|(of, _)| *of == day).map(|(_, until)| *until));
        match asked {
            Some(until) => Ok(until),
            None => Ok(day::begins(&day).ok_or(key!("until-no-day"))? + DAY),
        }
    }

    /// The fields for it.
    pub(in super::super) fn fields(self, spans: &'static [u64]) -> impl IntoView {
        let mut options: Vec<(Lasts, Signal<String>)> = spans
            .iter()
            .map(|days| {
                let days = *days;
                (Lasts::Days(days), Signal::derive(move || words::in_days(days)))
            })
            .collect();
        options.push((Lasts::Own, t!("until-own").signal()));
        view! {
            <div class="stack tight">
                <Choose legend=t!("until-legend") options=options value=self.lasts />
                {move || {
                    (self.lasts.get() == Lasts::Own)
                        .then(|| view! { <Field label=t!("until-day") kind="date" value=self.day /> })
                }}
            </div>
        }
    }
}
