//! What the machine says: in a sentence, how probable, on what ground, and what speaks against believing it.

use super::Opened;
use crate::{
    hand::hand,
    pages::shared::ModelCard,
    parts::{Fact, Facts, Gauge, Go, Note, Section, Sheet, Tone, icons},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::reading::Likely;
use chartkey_vocabulary::{Account, Role};
use leptos::prelude::*;
use std::sync::Arc;

/// What it says.
#[component]
pub(super) fn Says(opened: Arc<Opened>) -> impl IntoView {
    let hand = hand();
    let said = opened.said.clone().unwrap_or_default();
    let finding = &opened.found.finding;
    let (record, id, workers) = (finding.attestation.record, opened.found.id, finding.workers.clone());
    let tone = if finding.signed.is_empty() { Tone::Machine } else { Tone::Plain };
    let (values, unsure) = opened.values;
    let sentences = said.sentences;
    let summary = move || match sentences.as_slice() {
        [] => say!("sign-off-no-words"),
        sentences => words::machine_all(sentences),
    };
    let doubt = |doubt: String| {
        view! {
            <Note tone=Tone::Doubt>
                <span dir="auto">{move || words::machine(&doubt)}</span>
            </Note>
        }
    };
    let seen = |(about, what): (String, String)| {
        view! {
            <Fact of=Signal::derive(move || words::machine(&about))>
                <bdi>{move || words::machine(&what)}</bdi>
            </Fact>
        }
    };
    // A machine without a name is called what it is; its account stands under the record's proof.
    let called = move |worker: &Account| hand.known_name(*worker).unwrap_or_else(|| words::role(Role::Worker));
    let readers = move || workers.iter().map(called).collect::<Vec<_>>().join(", ");
    view! {
        <Section title=t!("sign-off-machine")>
            // Doubt is said first.
            {said.doubts.into_iter().map(doubt).collect_view()}
            <Sheet tone=tone>
                <h3 dir="auto">{summary}</h3>
                {said.likely.map(|likely| view! { <Probable likely=likely /> })}
                <Facts>
                    {said.seen.into_iter().map(seen).collect_view()}
                    <Fact of=t!("sign-off-readers")>{readers}</Fact>
                </Facts>
                {(unsure > 0).then(|| view! { <Note tone=Tone::Doubt>{t!("sign-off-unsure", count = unsure)}</Note> })}
                {(values > 0)
                    .then(|| {
                        view! {
                            <Go to=Place::Reading(record, id) icon=icons::SCAN_TEXT>
                                {t!("sign-off-values", count = values)}
                            </Go>
                        }
                    })}
                {said.model.map(|model| view! { <ModelCard model=model /> })}
            </Sheet>
        </Section>
    }
}

/// "Of 100 images that looked like this, 87 were", with its interval.
#[component]
fn Probable(likely: Likely) -> impl IntoView {
    let Likely { what, share, within } = likely;
    let of_hundred = |part: f64| (part * 100.0).round();
    let (low, high) = within.unwrap_or((share, share));
    let said = Signal::derive(move || match within {
        Some(_) => say!(
            "sign-off-of-hundred",
            count = of_hundred(share),
            what = words::machine(&what),
            low = of_hundred(low),
            high = of_hundred(high)
        ),
        None => say!("sign-off-of-hundred-only", count = of_hundred(share), what = words::machine(&what)),
    });
    view! {
        <div class="stack tight">
            <Gauge share=share low=low high=high label=said />
            <p class="small" dir="auto">
                {move || said.get()}
            </p>
        </div>
    }
}
