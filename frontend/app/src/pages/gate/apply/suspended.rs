//! The council took the right to act away: why, whom to ask, and who would give it back.

use super::council::Votes;
use crate::{
    ask::asked,
    hand::hand,
    pages::shared::{CouncilsReason, Still},
    parts::{Note, Section, Tone},
    speech::t,
};
use chartkey_flows::council;
use chartkey_vocabulary::Motion;
use leptos::prelude::*;

/// Suspended: the reason, and the admins who can change it.
#[component]
pub(super) fn Suspended() -> impl IntoView {
    let hand = hand();
    let back = asked(move || async move {
        let who = hand.session()?;
        council::ballot(&who, Motion::Reinstate(who.account())).await
    });
    view! {
        <Note tone=Tone::Bad>
            <strong>{t!("apply-suspended")}</strong>
            " "
            <CouncilsReason />
        </Note>
        <Section title=t!("apply-suspended-whom")>
            <p class="soft">{t!("apply-suspended-whom-note")}</p>
            <Still
                of=back
                awaited=t!("council-awaited").signal()
                lines=2
                children=|told| view! { <Votes told=told /> }
            />
        </Section>
    }
}
