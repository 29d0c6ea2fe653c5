//! The emergency card: which record, who keeps its key, the printed page, and whoever broke the glass.

mod broken;
mod card;
mod number;
mod paper;

use super::gently::session;
use crate::{
    ask::{Told, asked},
    hand::hand,
    parts::{Columns, Page, Section, Wide},
    speech::t,
};
use broken::Glasses;
use card::{Keep, Kept};
use chartkey_flows::Failure;
use chartkey_protocol::EmergencyRow;
use chartkey_vocabulary::{Account, RecordId, Time};
use leptos::prelude::*;
use number::Number;
use paper::Paper;

/// What there is for an emergency.
struct Ready {
    patient: Account,
    card: Option<RecordId>,
    custodians: Vec<Account>,
    glasses: Vec<EmergencyRow>,
    /// The chain's time.
    now: Time,
}

/// The emergency card.
#[component]
pub(crate) fn Emergency() -> impl IntoView {
    let hand = hand();
    let ready = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            let patient = whose.unwrap_or(who.account());
            let at = who.now().await?;
            let card = at.consent().card(patient).await?.map(|card| card.record);
            let mut glasses = who.oracle().emergencies_of(patient).await?;
            glasses.sort_by_key(|row| std::cmp::Reverse(row.at));
            let (custodians, now) = (who.site.custodians.clone(), at.time().await?);
            Ok::<Ready, Failure>(Ready { patient, card, custodians, glasses, now })
        }
    });
    view! {
        <Page title=t!("place-emergency") lead=t!("emergency-lead").signal()>
            <Told of=ready awaited=t!("emergency-awaited") let:ready>
                {
                    let Ready { patient, card, now, .. } = *ready;
                    let (rows, custodians) = (ready.glasses.clone(), ready.custodians.clone());
                    view! {
                        <Glasses rows=rows now=now />
                        <Columns wide=Wide::Even>
                            <Section title=t!("emergency-card")>
                                {match card {
                                    Some(record) => {
                                        view! { <Kept patient=patient record=record custodians=custodians /> }.into_any()
                                    }
                                    None => view! { <Keep /> }.into_any(),
                                }}
                            </Section>
                            <Section title=t!("emergency-paper")>
                                <Paper patient=patient has_card=card.is_some() />
                            </Section>
                        </Columns>
                    }
                }
            </Told>
            <Number />
        </Page>
    }
}
