//! One finding to sign: the original with what the machine looked at, what it says with its doubt, and the doctor's
//! word.

mod before;
mod says;
mod verdict;

use self::{before::Before, says::Says, verdict::Sign};
use crate::{
    ask::{Told, asked},
    hand::hand,
    pages::patient::{HeatSlider, Mark, Viewer},
    parts::{Columns, Go, Page, Section, Tag, Tone, icons},
    places::Place,
    shelf::{self, Found},
    speech::{say, t},
    words,
};
use chartkey_flows::{
    Failure, facts,
    reading::{self, Reading},
};
use chartkey_vocabulary::{Denial, Facts, FindingId, RecordId};
use leptos::prelude::*;
use std::sync::Arc;

/// A finding, opened.
struct Opened {
    found: Arc<Found>,
    facts: Facts,
    said: Option<Reading>,
    /// How many values it read, and how many of them are unsure.
    values: (usize, usize),
}

/// One finding to sign.
#[component]
pub(crate) fn Finding(
    /// About which record.
    record: RecordId,
    /// Which.
    finding: FindingId,
) -> impl IntoView {
    let hand = hand();
    let opened = asked(move || async move {
        let found = shelf::finding(hand, finding).await?;
        let at = hand.person().await?.now().await?;
        let about = at.records().facts(record).await?;
        let about = about.filter(|_| found.finding.attestation.record == record);
        let facts = about.ok_or(Failure::Denied(Denial::NoSuchRecord))?;
        let read = facts::read(&found.media_type, &found.output);
        let values = (read.count(), read.unsure());
        Ok::<_, Failure>(Opened { said: reading::read(&found.output), values, facts, found })
    });
    let title = move || match opened.read(|opened| opened.facts.kind) {
        Some(kind) => words::kind(kind),
        None => say!("place-finding"),
    };
    let lead = move || {
        opened.read(|opened| opened.facts).map_or_else(String::new, |facts| {
            say!("sign-lead-of", name = hand.name_of(facts.owner), day = words::near_day(facts.written))
        })
    };
    let state = move || {
        let unsigned = move || opened.read(|opened| opened.found.finding.signed.is_empty());
        view! {
            {move || {
                unsigned()
                    .map(|unsigned| {
                        if unsigned {
                            view! { <Tag tone=Tone::Machine>{t!("sign-off-waits")}</Tag> }.into_any()
                        } else {
                            view! { <Tag tone=Tone::Good>{t!("sign-off-is-signed")}</Tag> }.into_any()
                        }
                    })
            }}
        }
    };
    // Memos, so that the original is not opened anew because somebody signed.
    let version = Memo::new(move |_| opened.read(|opened| opened.found.finding.attestation.version));
    let heat = Memo::new(move |_| opened.read(|opened| opened.said.as_ref()?.heat.clone()).flatten().map(Arc::new));
    let mark = Mark { heat: heat.into(), ..Mark::none() };
    view! {
        <Page title=title lead=Signal::derive(lead) back=Place::SignOff actions=state>
            <Columns>
                <Section title=t!("sign-off-original")>
                    {move || version.get().map(|version| view! { <Viewer record=record version=version mark=mark /> })}
                    {move || {
                        heat.with(Option::is_some)
                            .then(|| {
                                view! {
                                    <div class="sheet stack tight">
                                        <HeatSlider />
                                        <p class="tiny soft">{t!("sign-off-heat-note")}</p>
                                    </div>
                                }
                            })
                    }}
                </Section>
                <div class="stack loose">
                    <Told of=opened awaited=t!("awaited-finding") lines=4 let:opened>
                        <Says opened=opened />
                    </Told>
                    <Sign opened=opened id=finding />
                    <Before opened=opened />
                    <Go to=Place::Opinion(record) icon=icons::STETHOSCOPE>
                        {t!("sign-off-opinion")}
                    </Go>
                </div>
            </Columns>
        </Page>
    }
}
