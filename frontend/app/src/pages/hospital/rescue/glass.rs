//! The glass: whether there is a card, what breaking means, and why.

use super::card::Card;
use crate::{
    ask::{Told, Wrong, asked, doing},
    hand::{Hand, hand},
    parts::{Button, Choose, Empty, Look, Note, Section, Sheet, Tick, Tone, icons},
    speech::t,
    words,
};
use chartkey_flows::{Failure, emergency};
use chartkey_vocabulary::{Account, EmergencyReason, Standing, Time};
use leptos::prelude::*;

/// What stands between the card and who is here.
#[derive(Clone, Copy, PartialEq, Eq)]
struct State {
    /// Nobody is registered under this account.
    stranger: bool,
    /// A card is kept ready.
    card: bool,
    /// Until when the glass is broken by who is here.
    until: Option<Time>,
}

async fn state(hand: Hand, patient: Account) -> Result<State, Failure> {
    let who = hand.session()?;
    let at = who.now().await?;
    // A glass that was never mended stays on file after its time, and opens nothing any more.
    let (until, now) = (at.consent().emergency(patient, who.account()).await?, at.time().await?);
    Ok(State {
        stranger: at.registry().who(patient).await?.is_none(),
        card: at.consent().card(patient).await?.is_some(),
        until: until.filter(|until| *until > now),
    })
}

/// The glass of one patient.
#[component]
pub(super) fn Glass(
    /// Whose.
    patient: Account,
) -> impl IntoView {
    let hand = hand();
    let state = asked(move || state(hand, patient));
    // Made anew only when the glass itself changes: a card that is open stays open until its time is over.
    let still = |state: &State| State { until: state.until.filter(|until| *until > words::now()), ..*state };
    let now = Memo::new(move |_| state.read(still));
    view! {
        {move || match now.get() {
            None => {
                let awaited = t!("rescue-awaited").signal();
                view! { <Told of=state awaited=awaited lines=2 children=|_| () /> }.into_any()
            }
            Some(State { stranger: true, .. }) => {
                view! { <Empty icon=icons::QUESTION title=t!("rescue-stranger") note=t!("rescue-stranger-note") /> }
                    .into_any()
            }
            Some(State { card: false, .. }) => {
                let note = t!("rescue-no-card-note").signal();
                view! { <Empty icon=icons::SIREN title=t!("rescue-no-card") note=note /> }.into_any()
            }
            Some(State { until: Some(until), .. }) => view! { <Card patient=patient until=until /> }.into_any(),
            Some(State { until: None, .. }) => view! { <Break patient=patient /> }.into_any(),
        }}
    }
}

/// Breaking it, with the reason and what it means.
#[component]
fn Break(patient: Account) -> impl IntoView {
    let (hand, breaking) = (hand(), doing());
    let reason = RwSignal::new(EmergencyReason::Unconscious);
    let understood = RwSignal::new(false);
    let reasons = [EmergencyReason::Unconscious, EmergencyReason::LifeAtRisk, EmergencyReason::SpokenConsent];
    let reasons = reasons.map(|one| (one, Signal::derive(move || words::emergency_reason(one)))).to_vec();
    let press = move || {
        breaking.start(async move {
            emergency::break_glass(&hand.session()?, patient, reason.get_untracked()).await?;
            hand.stir();
            Ok(())
        });
    };
    let active = move || hand.standing() == Some(Standing::Active);
    view! {
        <Section title=t!("rescue-break")>
            <Sheet tone=Tone::Bad>
                <Note tone=Tone::Bad>
                    <strong>{t!("rescue-warning")}</strong>
                    " "
                    {t!("rescue-warning-note")}
                </Note>
                <Choose legend=t!("rescue-why") options=reasons value=reason />
                <Tick value=understood>{t!("rescue-understood")}</Tick>
                {move || (!active()).then(|| view! { <Note tone=Tone::Doubt>{t!("rescue-not-active")}</Note> })}
                <Wrong of=breaking />
                <div class="row end">
                    <Button
                        look=Look::Grave
                        icon=icons::SIREN
                        busy=breaking.busy()
                        off=Signal::derive(move || !understood.get() || !active())
                        on_press=press
                    >
                        {t!("rescue-do-break")}
                    </Button>
                </div>
            </Sheet>
        </Section>
    }
}
