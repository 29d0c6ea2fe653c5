//! What was handed out.

use crate::{
    hand::hand,
    pages::{
        everyone::Happened,
        paged::{Older, growing},
        shared::Still,
    },
    parts::{Empty, Go, Look, Page, icons},
    places::Place,
    speech::t,
};
use chartkey_protocol::EventRow;
use chartkey_vocabulary::{CareEvent, Event};
use leptos::prelude::*;

/// What this pharmacy handed out, from the chain, newest first.
#[component]
pub(crate) fn Dispensed() -> impl IntoView {
    let hand = hand();
    let mine = growing(move |paging| async move {
        let who = hand.session()?;
        Ok(who.oracle().explore_account(who.account(), &paging).await?)
    });
    let handed = move |row: &EventRow| match &row.event {
        Event::Care(CareEvent::Dispensed { pharmacy, .. }) => Some(*pharmacy) == hand.me(),
        _ => false,
    };
    view! {
        <Page title=t!("place-dispensed") lead=t!("dispensed-lead").signal()>
            <Still
                of=mine.list
                awaited=t!("dispensed-awaited").signal()
                lines=5
                children=move |told| {
                    let rows: Vec<EventRow> = told.rows.iter().filter(|row| handed(row)).cloned().collect();
                    if rows.is_empty() {
                        return view! {
                            <Empty icon=icons::HISTORY title=t!("dispensed-none") note=t!("dispensed-none-note")>
                                <Go to=Place::Counter look=Look::Main>
                                    {t!("place-counter")}
                                </Go>
                            </Empty>
                        }
                            .into_any();
                    }
                    let count = rows.len();
                    view! {
                        <p class="small soft">{t!("dispensed-count", count = count)}</p>
                        <Happened rows=rows />
                    }
                        .into_any()
                }
            />
            <Older of=mine />
        </Page>
    }
}
