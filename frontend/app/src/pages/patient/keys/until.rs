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
}

impl Until {
    /// So many days, to begin with.
    pub(in super::super) fn days(days: u64) -> Self {
        Self { lasts: RwSignal::new(Lasts::Days(days)), day: RwSignal::new(String::new()) }
    }

    /// A moment asked for by somebody else.
    pub(in super::super) fn at(until: Time) -> Self {
        // A day lasts until its end: the day before the one in which the moment lies is the last whole one.
        let day = day::written(until.saturating_sub(1));
        Self { lasts: RwSignal::new(Lasts::Own), day: RwSignal::new(day) }
    }

    /// When it ends.
    ///
    /// # Errors
    /// The words for what is wrong.
    pub(in super::super) fn read(self) -> Result<Time, &'static str> {
        let now = words::now();
        let until = match self.lasts.get() {
            Lasts::Days(days) => now + days * DAY,
            Lasts::Own => day::begins(&self.day.get()).ok_or(key!("until-no-day"))? + DAY,
        };
        match until {
            until if until <= now => Err(key!("until-past")),
            until if until > now + LONGEST * DAY => Err(key!("until-too-long")),
            until => Ok(until),
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
        options.push((Lasts::Own, Signal::derive(t!("until-own"))));
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
