//! Keys that ended or were taken back.

use crate::{
    ask::{Told, asked},
    hand::hand,
    pages::patient::{gently::session, keys::Who},
    parts::{I, Line, Tag, icons, listed},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::Failure;
use chartkey_protocol::GrantRow;
use leptos::prelude::*;

/// Keys nobody holds any more, the last to end first; folded away.
#[component]
pub(super) fn Past() -> impl IntoView {
    let hand = hand();
    let past = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            let now = who.now().await?.time().await?;
            let rows = who.oracle().grants_of(whose.unwrap_or(who.account())).await?;
            let over = |row: &GrantRow| row.ended.is_some() || row.terms.until <= now;
            let mut rows: Vec<GrantRow> = rows.into_iter().filter(over).collect();
            rows.sort_by_key(|row| std::cmp::Reverse(row.ended.unwrap_or(row.terms.until)));
            Ok::<_, Failure>(rows)
        }
    });
    let line = move |row: GrantRow| {
        let GrantRow { reader, purpose, terms, ended, .. } = row;
        let note = move || {
            let when = match ended {
                Some(at) => say!("past-withdrawn", day = words::near_day(at)),
                None => say!("past-ended", day = words::near_day(terms.until)),
            };
            say!("role-and-note", role = words::purpose(purpose), note = when)
        };
        let mark = move || view! { <Who account=reader /> };
        let after = move || {
            let key = if ended.is_some() { say!("past-tag-withdrawn") } else { say!("key-ended") };
            view! { <Tag>{key}</Tag> }
        };
        // One that has ended is still on file, and can be taken off; one that was taken back is gone.
        let to = ended.is_none().then_some(Place::Held(reader, purpose));
        match to {
            Some(place) => view! {
                <Line title=move || hand.name_of(reader) note=Signal::derive(note) mark=mark after=after to=place />
            }
            .into_any(),
            None => {
                view! { <Line title=move || hand.name_of(reader) note=Signal::derive(note) mark=mark after=after /> }
                    .into_any()
            }
        }
    };
    view! {
        <details>
            <summary>{t!("past-title")} <I of=icons::CHEVRON_DOWN /></summary>
            <Told of=past awaited=t!("sharing-awaited") lines=1 let:rows>
                {listed(rows.iter().cloned().map(line), || view! { <p class="soft">{t!("past-none")}</p> })}
            </Told>
        </details>
    }
}
