//! What adding to a patient's chart has in common: whether one may, how far it is, and where one is led afterwards.

use crate::{
    ask::{Asked, asked},
    hand::{Hand, hand},
    parts::{Note, Tone},
    speech::say,
    words,
};
use chartkey_flows::{Failure, Person, held};
use chartkey_vocabulary::{Account, Time};
use leptos::prelude::*;

/// Until when one may add to a chart: by a key that says so, or by a visit. `None` when one may not.
pub(super) fn may_add(patient: Account) -> Asked<Option<Time>> {
    let hand = hand();
    asked(move || async move { until(&*hand.person().await?, patient).await })
}

async fn until(person: &Person, patient: Account) -> Result<Option<Time>, Failure> {
    let keys = held::keys(person).await?;
    let by_key = keys.iter().filter(|(between, grant)| between.patient == patient && grant.terms.may_write);
    let at = person.now().await?;
    let now = at.time().await?;
    let by_visit = at.care().bond(patient, person.account()).await?.map(|bond| bond.until).filter(|until| *until > now);
    Ok(by_key.map(|(_, grant)| grant.terms.until).chain(by_visit).max())
}

/// Says whether one may, before anything is typed.
#[component]
pub(super) fn MayAdd(
    /// What was asked.
    of: Asked<Option<Time>>,
    /// Whose chart.
    patient: Account,
) -> impl IntoView {
    let hand = hand();
    move || {
        of.get().map(|until| match *until {
            Some(until) => view! {
                <p class="small soft">
                    {move || say!("write-until", name = hand.name_of(patient), day = words::full_day(until))}
                </p>
            }
            .into_any(),
            None => view! {
                <Note tone=Tone::Doubt>{move || say!("write-may-not", name = hand.name_of(patient))}</Note>
            }
            .into_any(),
        })
    }
}

/// "For Ada Winter. She is told at once."
pub(super) fn lead(hand: Hand, patient: Account) -> impl Fn() -> String + Send + Sync + 'static {
    move || say!("write-lead", name = hand.name_of(patient))
}
