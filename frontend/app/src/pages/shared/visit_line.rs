//! A visit in one line, and how far it has come as somebody on one of its sides sees it.

use crate::{
    hand::hand,
    parts::{Face, Line, Tag, Tone, icons},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_protocol::VisitRow;
use chartkey_vocabulary::{Account, Party, Time, VisitState};
use leptos::prelude::*;

/// How far a visit has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// It is this side's turn.
    Mine,
    /// It is the other side's turn.
    Theirs,
    /// Both agreed, and it is to come.
    Agreed,
    /// Both agreed, and it has begun.
    Begun,
    /// It was asked for and its time passed unanswered.
    Missed,
    /// It took place.
    Completed,
    /// Somebody called it off.
    Cancelled,
    /// Somebody said no.
    Declined,
}

impl Phase {
    /// Whether something may still come of it.
    pub(crate) const fn is_open(self) -> bool {
        matches!(self, Self::Mine | Self::Theirs | Self::Agreed | Self::Begun)
    }
}

/// How far it has come for `me`; whoever is not its doctor stands on the patient's side.
pub(crate) fn phase(row: &VisitRow, me: Account, now: Time) -> Phase {
    let side = if me == row.visit.doctor { Party::Doctor } else { Party::Patient };
    match (row.ended.as_deref(), row.visit.state) {
        (Some("completed"), _) => Phase::Completed,
        (Some("cancelled"), _) => Phase::Cancelled,
        (Some(_), _) => Phase::Declined,
        (None, VisitState::Accepted) if row.visit.from <= now => Phase::Begun,
        (None, VisitState::Accepted) => Phase::Agreed,
        (None, VisitState::Awaiting(_)) if row.visit.from <= now => Phase::Missed,
        (None, VisitState::Awaiting(turn)) if turn == side => Phase::Mine,
        (None, VisitState::Awaiting(_)) => Phase::Theirs,
    }
}

/// The phase in a tag.
pub(crate) fn phase_tag(phase: Phase) -> AnyView {
    match phase {
        Phase::Mine => view! { <Tag tone=Tone::Key>{t!("visit-mine")}</Tag> }.into_any(),
        Phase::Theirs => view! { <Tag icon=icons::HOURGLASS>{t!("visit-theirs")}</Tag> }.into_any(),
        Phase::Agreed => view! { <Tag tone=Tone::Good>{t!("visit-agreed")}</Tag> }.into_any(),
        Phase::Begun => view! { <Tag tone=Tone::Good>{t!("visit-begun")}</Tag> }.into_any(),
        Phase::Missed => view! { <Tag>{t!("visit-missed")}</Tag> }.into_any(),
        Phase::Completed => view! { <Tag icon=icons::CHECK>{t!("visit-completed")}</Tag> }.into_any(),
        Phase::Cancelled => view! { <Tag>{t!("visit-cancelled")}</Tag> }.into_any(),
        Phase::Declined => view! { <Tag>{t!("visit-declined")}</Tag> }.into_any(),
    }
}

/// "10:30–11:00".
pub(crate) fn hours(from: Time, until: Time) -> String {
    say!("visit-hours", from = words::clock(from), until = words::clock(until))
}

/// A visit: with whom, when, how far.
#[component]
pub(crate) fn VisitLine(
    /// Which.
    row: VisitRow,
    /// Whether only the hour is said, because the day stands above.
    #[prop(optional)]
    today: bool,
) -> impl IntoView {
    let hand = hand();
    let (id, visit) = (row.id, row.visit);
    let me = untrack(|| hand.me()).unwrap_or(visit.patient);
    let other = if me == visit.doctor { visit.patient } else { visit.doctor };
    let name = Signal::derive(move || hand.name_of(other));
    let note = move || {
        let hours = hours(visit.from, visit.until());
        if today {
            hours
        } else {
            say!("visit-when", day = words::capital(&words::near_day(visit.from)), hours = hours)
        }
    };
    let after = move || phase_tag(phase(&row, me, words::now()));
    view! { <Line title=name note=note mark=move || view! { <Face name=name /> } after=after to=Place::Visit(id) /> }
}
