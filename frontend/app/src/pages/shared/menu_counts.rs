//! How many things wait, for the menu: counted anew whenever something happened, whichever page is open.

use crate::{
    ask::asked,
    ground::clock,
    hand::{Stage, hand},
    places::Place,
    shell::counts,
};
use chartkey_flows::{chart, visit};
use chartkey_vocabulary::Role;
use leptos::prelude::*;

/// Counts visits that wait for an answer and, for patients, requests; draws nothing.
#[component]
pub(crate) fn MenuCounts() -> impl IntoView {
    let (hand, counts) = (hand(), counts());
    let visits = asked(move || {
        let (open, whose) = (hand.stage() == Stage::Open, hand.whose());
        let meets = open && matches!(hand.role(), Some(Role::Patient | Role::Doctor));
        async move {
            if !meets {
                return Ok(0);
            }
            let who = hand.session()?;
            let (rows, me) = (visit::list(&who).await?, who.account());
            Ok(visit::waiting(&rows, me, whose.unwrap_or(me), clock::now()))
        }
    });
    let requests = asked(move || {
        let (open, whose) = (hand.stage() == Stage::Open, hand.whose());
        let is_patient = open && hand.role() == Some(Role::Patient);
        async move {
            if !is_patient {
                return Ok(0);
            }
            let who = hand.session()?;
            Ok(chart::requests(&who, whose.unwrap_or(who.account())).await?.len())
        }
    });
    for (place, waiting) in [(Place::Visits, visits), (Place::Sharing, requests)] {
        Effect::new(move |_| {
            if let Some(count) = waiting.read(|count| *count) {
                counts.set(place, u32::try_from(count).unwrap_or(u32::MAX));
            }
        });
    }
}
