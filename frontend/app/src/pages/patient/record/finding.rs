//! What a machine found in a record: hatched until a doctor has signed it.

use super::{
    maps::{MapOf, Maps},
    views::Views,
};
use crate::{
    ask::{Told, asked},
    ground::save::save,
    hand::{Hand, hand},
    pages::shared::ModelCard,
    parts::{Button, Fact, Facts, Gauge, Go, Look, Note, Section, Sheet, Tag, Tone, icons},
    places::Place,
    shelf::{self, Found},
    speech::{say, t},
    words,
};
use chartkey_flows::{
    facts,
    reading::{self, Likely, Reading},
};
use chartkey_vocabulary::{FindingId, RecordId, Role, SignOff, Verdict};
use leptos::prelude::*;
use std::sync::Arc;

/// A finding as an answer.
pub(super) struct Opened {
    found: Arc<Found>,
    said: Option<Reading>,
    values: usize,
    unsure: usize,
}

impl Opened {
    /// What it says.
    pub(super) fn of(found: Arc<Found>) -> Self {
        let said = reading::read(&found.output);
        let read = facts::read(&found.media_type, &found.output);
        Self { said, values: read.count(), unsure: read.unsure(), found }
    }
}

async fn opened(hand: Hand, finding: FindingId) -> Result<Opened, chartkey_flows::Failure> {
    Ok(Opened::of(shelf::finding(hand, finding).await?))
}

/// One finding. Its heat map, where it has one, is handed to who draws the picture.
#[component]
pub(super) fn FindingSheet(
    record: RecordId,
    finding: FindingId,
    /// Which of the record's findings.
    nth: usize,
    maps: Maps,
    kept: bool,
) -> impl IntoView {
    let hand = hand();
    let found = asked(move || async move {
        let opened = opened(hand, finding).await?;
        if let Some(seen) = opened.said.as_ref().and_then(|said| said.heat.clone()) {
            maps.add(finding, nth, opened.found.finding.attestation.version, seen);
        }
        Ok(opened)
    });
    view! {
        <Section title=t!("finding-title")>
            <Told of=found awaited=t!("finding-awaited") lines=2 let:opened>
                <Suggestion record=record opened=opened maps=maps kept=kept />
            </Told>
        </Section>
    }
}

/// What it says, and who has signed it.
#[component]
pub(super) fn Suggestion(record: RecordId, opened: Arc<Opened>, maps: Maps, kept: bool) -> impl IntoView {
    let hand = hand();
    let signed = opened.found.finding.signed.clone();
    let is_signed = signed.iter().any(|sign| sign.verdict != Verdict::Disagree);
    let tone = if is_signed { Tone::Plain } else { Tone::Machine };
    let summary = opened.said.as_ref().map(|said| said.sentences.clone()).filter(|summary| !summary.is_empty());
    let likely = opened.said.as_ref().and_then(|said| said.likely.clone());
    let seen = opened.said.as_ref().map(|said| said.seen.clone()).unwrap_or_default();
    let doubts = opened.said.as_ref().map(|said| said.doubts.clone()).unwrap_or_default();
    let model = opened.said.as_ref().and_then(|said| said.model.clone()).filter(|model| !model.name.is_empty());
    let (id, workers, values, unsure) =
        (opened.found.id, opened.found.finding.workers.len(), opened.values, opened.unsure);
    let tables = opened.said.as_ref().map(|said| said.tables.clone()).unwrap_or_default();
    let views = opened.said.as_ref().map(|said| said.views.clone()).unwrap_or_default();
    let whole = opened.found.clone();
    let is_doctor = hand.member_now().is_some_and(|member| member.who.role == Role::Doctor);
    view! {
        <Sheet tone=tone>
            <div class="row wrap">
                {if signed.is_empty() {
                    view! { <Tag tone=Tone::Machine>{t!("finding-unsigned")}</Tag> }.into_any()
                } else {
                    signed.into_iter().map(|sign| view! { <Name sign=sign /> }).collect_view().into_any()
                }}
            </div>
            <p class="strong" dir="auto">
                {move || summary.as_deref().map_or_else(|| say!("finding-no-words"), words::machine_all)}
            </p>
            {likely.map(|likely| view! { <Probable likely=likely /> })}
            <MapOf finding=id maps=maps />
            <Facts>
                {seen
                    .into_iter()
                    .map(|(about, what)| {
                        view! {
                            <Fact of=Signal::derive(move || words::machine(&about))>
                                <bdi>{move || words::machine(&what)}</bdi>
                            </Fact>
                        }
                    })
                    .collect_view()}
                <Fact of=t!("finding-agree")>{t!("finding-workers", count = workers)}</Fact>
            </Facts>
            {doubts
                .into_iter()
                .map(|doubt| {
                    view! {
                        <Note tone=Tone::Doubt>
                            <span dir="auto">{move || words::machine(&doubt)}</span>
                        </Note>
                    }
                })
                .collect_view()}
            {(unsure > 0).then(|| view! { <Note tone=Tone::Doubt>{t!("finding-unsure", count = unsure)}</Note> })}
            <Views views=views />
            {model.map(|model| view! { <ModelCard model=model /> })}
            <div class="btns">
                {(values > 0 && (kept || is_doctor))
                    .then(|| {
                        view! {
                            <Go to=Place::Reading(record, id) icon=icons::SCAN_TEXT>
                                {t!("finding-compare")}
                            </Go>
                        }
                    })}
                {is_doctor
                    .then(|| {
                        view! {
                            <Go to=Place::Finding(record, id) icon=icons::SIGNATURE>
                                {t!("finding-sign")}
                            </Go>
                        }
                    })}
            </div>
            <Files found=whole tables=tables />
            <p class="tiny soft">{t!("finding-suggestion")}</p>
        </Sheet>
    }
}

/// The finding for other programs: its tables, and all of it.
#[component]
fn Files(found: Arc<Found>, tables: Vec<(String, String)>) -> impl IntoView {
    let id = found.id.to_string();
    let name = format!("finding-{}", &id[2..10]);
    let tables = tables.into_iter().enumerate().map(|(nth, (title, values))| {
        let file = format!("{name}-{}.csv", nth + 1);
        let press = move || {
            save(&file, values.as_bytes());
        };
        view! {
            <Button look=Look::Quiet icon=icons::DOWNLOAD on_press=press>
                {t!("finding-save-table", title = title.clone())}
            </Button>
        }
    });
    let tables = tables.collect_view();
    let file = format!("{name}.json");
    let press = move || {
        save(&file, &found.output);
    };
    view! {
        <div class="btns">
            {tables}
            <Button look=Look::Quiet icon=icons::DOWNLOAD on_press=press>
                {t!("finding-save-all")}
            </Button>
        </div>
    }
}

/// Who signed, and what they say.
#[component]
fn Name(sign: SignOff) -> impl IntoView {
    let hand = hand();
    let SignOff { doctor, verdict, at } = sign;
    let tone = if verdict == Verdict::Disagree { Tone::Bad } else { Tone::Good };
    let said = move || {
        let (verdict, who, day) = (words::verdict(verdict), hand.name_of(doctor), words::near_day(at));
        say!("finding-signed", verdict = verdict.clone(), who = who.clone(), day = day.clone())
    };
    view! { <Tag tone=tone>{said}</Tag> }
}

/// How probable, of a hundred images.
#[component]
fn Probable(likely: Likely) -> impl IntoView {
    let Likely { what, share, within } = likely;
    let of = |part: f64| (part * 100.0).round();
    let said = move || match within {
        Some((low, high)) => {
            say!("finding-of-hundred", count = of(share), what = words::machine(&what), low = of(low), high = of(high))
        }
        None => say!("finding-of-hundred-bare", count = of(share), what = words::machine(&what)),
    };
    let (low, high) = within.unwrap_or((share, share));
    let label = said.clone();
    view! {
        <div class="stack tight">
            <Gauge share=share low=low high=high label=Signal::derive(label) />
            <p class="small">{said}</p>
        </div>
    }
}
