//! Findings that wait for a doctor's name, and those that have one.

use crate::{
    ask::asked,
    hand::hand,
    pages::shared::{FindingLine, Still},
    parts::{Empty, Go, List, Note, Page, Section, Tone, icons},
    places::Place,
    shell::counts,
    speech::t,
};
use chartkey_flows::held::{self, InChart};
use leptos::prelude::*;

/// Findings that wait for me.
#[component]
pub(crate) fn SignOff() -> impl IntoView {
    let hand = hand();
    let counts = counts();
    let rows = asked(move || async move { held::findings(&*hand.person().await?).await });
    Effect::new(move |_| {
        let waiting = rows.read(|rows| rows.iter().filter(|row| row.finding.signed.is_empty()).count());
        if let Some(waiting) = waiting {
            counts.set(Place::SignOff, waiting as u32);
        }
    });
    view! {
        <Page title=t!("place-sign-off") lead=t!("sign-off-lead")>
            <Still of=rows awaited=t!("awaited-findings") let:rows>
                {sorted(&rows)}
            </Still>
        </Page>
    }
}

fn sorted(rows: &[InChart]) -> AnyView {
    let (waiting, signed): (Vec<_>, Vec<_>) = rows.iter().cloned().partition(|row| row.finding.signed.is_empty());
    let (any_waiting, any_signed) = (!waiting.is_empty(), !signed.is_empty());
    let lines =
        |rows: Vec<InChart>| rows.into_iter().map(|row| view! { <FindingLine row=row named=true /> }).collect_view();
    view! {
        {if any_waiting {
            view! {
                <Section title=t!("sign-off-waiting")>
                    <Note tone=Tone::Machine>{t!("sign-off-note")}</Note>
                    <List>{lines(waiting)}</List>
                </Section>
            }
                .into_any()
        } else {
            view! {
                <Section title=t!("sign-off-waiting")>
                    <Empty icon=icons::SCAN_HEART title=t!("findings-none") note=t!("sign-off-none-note")>
                        <Go to=Place::Patients icon=icons::USERS>
                            {t!("place-patients")}
                        </Go>
                    </Empty>
                </Section>
            }
                .into_any()
        }}
        {any_signed
            .then(|| {
                view! {
                    <Section title=t!("sign-off-signed")>
                        <List>{lines(signed)}</List>
                    </Section>
                }
            })}
    }
    .into_any()
}
