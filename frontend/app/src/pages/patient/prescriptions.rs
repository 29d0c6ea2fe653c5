//! Prescriptions.

use crate::{
    ask::asked,
    ground::clock,
    hand::hand,
    pages::shared::{PrescriptionLine, Stand, Still},
    parts::{Empty, Go, List, Page, Section, icons},
    places::Place,
    speech::t,
};
use chartkey_flows::{Failure, prescription};
use chartkey_protocol::PrescriptionRow;
use leptos::prelude::*;

/// Prescriptions.
#[component]
pub(crate) fn Prescriptions() -> impl IntoView {
    let hand = hand();
    let rows = asked(move || {
        let whose = hand.whose();
        async move {
            let mut rows = prescription::list(&*hand.person().await?).await?;
            rows.retain(|row| Some(row.patient) == whose);
            Ok::<_, Failure>(rows)
        }
    });
    view! {
        <Page title=t!("place-prescriptions") lead=t!("prescriptions-lead")>
            <Still of=rows awaited=t!("awaited-prescriptions") let:rows>
                {sorted(rows)}
            </Still>
        </Page>
    }
}

fn sorted(mut rows: Vec<PrescriptionRow>) -> AnyView {
    if rows.is_empty() {
        return view! {
            <Section title=t!("prescriptions-good")>
                <Empty icon=icons::PILL title=t!("prescriptions-empty") note=t!("prescriptions-empty-note")>
                    <Go to=Place::Visits icon=icons::CALENDAR>
                        {t!("place-visits")}
                    </Go>
                </Empty>
            </Section>
        }
        .into_any();
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.until));
    let now = clock::now();
    let (good, past): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| Stand::of(row, now).is_good());
    let lines =
        |rows: Vec<PrescriptionRow>| rows.into_iter().map(|row| view! { <PrescriptionLine row=row /> }).collect_view();
    let (any_good, any_past) = (!good.is_empty(), !past.is_empty());
    view! {
        <Section title=t!("prescriptions-good")>
            {if any_good {
                view! { <List>{lines(good)}</List> }.into_any()
            } else {
                view! { <p class="soft">{t!("prescriptions-none-good")}</p> }.into_any()
            }}
        </Section>
        {any_past
            .then(|| {
                view! {
                    <Section title=t!("prescriptions-past")>
                        <List>{lines(past)}</List>
                    </Section>
                }
            })}
    }
    .into_any()
}
