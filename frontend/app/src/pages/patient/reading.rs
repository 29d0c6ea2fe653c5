//! What a machine read, beside the original: what is unsure first, one thing at a time, and corrected here.

mod cells;
mod correct;
mod fields;
mod keys;
mod named;

use super::record::{Entries, Lab, Mark, Viewer, Views, Whole, whole};
use crate::{
    ask::{Told, idle},
    hand::hand,
    parts::{Columns, Empty, Go, Note, Page, Section, Tag, Tone, Wide, icons},
    places::{Place, View},
    shelf::{self, Found},
    speech::{say, t},
    words,
};
use cells::{Cells, LISTS};
use chartkey_flows::{
    facts::{self, Facts},
    reading,
};
use chartkey_vocabulary::{FindingId, RecordId};
use correct::Keep;
use fields::Fields;
use leptos::{html, prelude::*};
use named::Named;
use std::sync::Arc;

/// Record, finding, and what was read.
struct Beside {
    whole: Whole,
    found: Arc<Found>,
    summary: Vec<String>,
    views: Vec<reading::View>,
    read: Facts,
}

/// What a machine read in it, beside the original; here it is corrected.
#[component]
pub(crate) fn Reading(record: RecordId, finding: FindingId) -> impl IntoView {
    let hand = hand();
    // Asked once: what somebody is writing here is not thrown away because something happened elsewhere.
    let beside = idle(move || async move {
        let whole = whole(hand, record).await?;
        let found = shelf::finding(hand, finding).await?;
        let read = facts::read(&found.media_type, &found.output);
        let said = reading::read(&found.output).unwrap_or_default();
        Ok(Beside { whole, found, summary: said.sentences, views: said.views, read })
    });
    beside.again();
    let lead = move || {
        let unsure = beside.read(|beside| beside.read.unsure())?;
        Some(if unsure == 0 { say!("compare-sure") } else { say!("compare-unsure", count = unsure) })
    };
    view! {
        <Page
            title=t!("place-reading")
            lead=Signal::derive(move || lead().unwrap_or_default())
            back=Place::Record(record, View::Read)
        >
            <Told of=beside awaited=t!("finding-awaited") lines=5 let:beside>
                <Both beside=beside />
            </Told>
        </Page>
    }
}

#[component]
fn Both(beside: Arc<Beside>) -> impl IntoView {
    let (record, version) = (beside.whole.id, beside.found.finding.attestation.version);
    let signed = !beside.found.finding.signed.is_empty();
    let (place, paper) = (RwSignal::new(None), NodeRef::<html::Div>::new());
    let (cells, column) = (Cells::of(&beside.read), NodeRef::<html::Div>::new());
    let places = Memo::new(move |_| cells.places());
    let pick = Callback::new(move |nth| {
        if let Some(column) = column.get_untracked() {
            keys::go_to(&column, nth);
        }
    });
    let newer = beside.whole.row.versions > version;
    let may_correct = beside.whole.kept || hand().me() == Some(beside.whole.row.author);
    let mark = Mark { place: place.into(), places: places.into(), pick: Some(pick), ..Mark::none() };
    let mark = if may_correct { mark } else { Mark { place: place.into(), ..Mark::none() } };
    let (summary, views) = (beside.summary.clone(), beside.views.clone());
    let (on_paper, owner) = (beside.read.person().map(str::to_owned), beside.whole.row.owner);
    // Only here, where both are known anyway: no machine is told whose record it reads.
    let another = move || {
        let (own, on_paper) = (hand().known_name(owner)?, on_paper.clone()?);
        (!facts::may_be_one(&on_paper, &own)).then(|| say!("compare-another-name", paper = on_paper, own = own))
    };
    view! {
        <Columns wide=Wide::Even>
            <Section title=t!("compare-original")>
                <div class="stays" node_ref=paper>
                    <Viewer record=record version=version mark=mark />
                    <Views views=views />
                </div>
            </Section>
            <Section
                title=t!("compare-read")
                after=move || {
                    (!signed).then(|| view! { <Tag tone=Tone::Machine>{t!("finding-unsigned")}</Tag> })
                }
            >
                {(!summary.is_empty())
                    .then(|| {
                        view! {
                            <Note tone=Tone::Machine>
                                <span dir="auto">{move || words::machine_all(&summary)}</span>
                            </Note>
                        }
                    })}
                {move || another().map(|said| view! { <Note tone=Tone::Doubt>{said}</Note> })}
                <Named read=beside.read.clone() />
                {newer
                    .then(|| {
                        view! {
                            <Note tone=Tone::Plain>
                                {t!("compare-newer")} " "
                                <a href=Place::Record(record, View::Versions).path()>{t!("versions-title")}</a>
                            </Note>
                        }
                    })}
                {if beside.read.count() == 0 {
                    view! {
                        <Empty icon=icons::SCAN_TEXT title=t!("compare-none") note=t!("compare-none-note")>
                            <Go to=Place::Record(record, View::Read)>{t!("compare-back")}</Go>
                        </Empty>
                    }
                        .into_any()
                } else if may_correct {
                    view! {
                        <div class="cells stack loose" node_ref=column>
                            <Fields cells=cells place=place paper=paper />
                            <Keep
                                record=record
                                finding=beside.found.id
                                read=version
                                newest=beside.whole.row.versions
                                cells=cells
                                paper=paper
                                // What one's own page may teach is for whoever it is about to say.
                                may_teach=beside.whole.kept
                            />
                        </div>
                    }
                        .into_any()
                } else {
                    view! { <AsRead read=beside.read.clone() /> }.into_any()
                }}
            </Section>
        </Columns>
    }
}

/// What was read, for whoever may look and not correct.
#[component]
fn AsRead(read: Facts) -> impl IntoView {
    let lists = LISTS.into_iter().zip(read.lists().map(Clone::clone)).filter(|(_, entries)| !entries.is_empty());
    let lists = lists.map(|(title, entries)| view! { <Entries title=title entries=entries /> }).collect_view();
    let values = read.results;
    view! {
        {(!values.is_empty()).then(|| view! { <Lab values=values /> })}
        {lists}
    }
}
