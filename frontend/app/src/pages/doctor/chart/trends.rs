//! Values over time, read out of the chart's laboratory reports when somebody asks: each opening is written down for
//! the patient, and none that is counted is spent without being told. Records that are open already are read along.

use super::Known;
use crate::{
    ask::{Asked, Told, idle},
    hand::{Hand, hand},
    pages::shared::{Word, found},
    parts::{Bones, Button, Empty, Look, Note, Section, Sheet, Tone, Trend, icons},
    shelf,
    speech::{say, t},
};
use chartkey_flows::{
    Failure, facts,
    values::{self, Measured, Series},
};
use chartkey_protocol::RecordRow;
use chartkey_vocabulary::{Kind, RecordId};
use leptos::prelude::*;

/// So many reports are read at once; two years of most people.
const REPORTS: usize = 12;

/// What was read.
#[derive(Clone)]
struct ReadOut {
    series: Vec<Series>,
    /// Whether some of them only a machine has read so far.
    unsigned: bool,
    /// How many did not open.
    shut: usize,
}

fn is_report(row: &&RecordRow) -> bool {
    row.kind == Kind::LabReport
}

/// What a record measured. Where a machine has read it, its finding is opened in the record's stead: a picture holds no
/// values, and a second opening would be written down for nothing.
async fn values_of(hand: Hand, row: &RecordRow) -> Result<(Word, Vec<Measured>), Failure> {
    let newest = row.versions.len() as u16;
    for finding in row.findings.iter().rev() {
        // What was read in an earlier version may have been corrected since.
        let Some(said) = found(hand, *finding).await?.filter(|said| said.version == newest) else { continue };
        let values: Vec<Measured> = said.facts.results.iter().filter_map(|value| value.counted(row.written)).collect();
        if !values.is_empty() {
            return Ok((said.word, values));
        }
    }
    let content = shelf::open(hand, row.record, newest, |_, _| ()).await?;
    let dated = content.about.dated.unwrap_or(row.written);
    let read = facts::read(&content.about.media_type, &content.bytes).results;
    Ok((Word::Written, read.into_iter().filter_map(|value| value.counted(dated)).collect()))
}

/// Values over time.
#[component]
pub(super) fn Trends(
    /// The chart.
    known: Asked<Known>,
) -> impl IntoView {
    let hand = hand();
    let reports = Memo::new(move |_| {
        let of = |rows: &[RecordRow]| rows.iter().filter(is_report).take(REPORTS).cloned().collect::<Vec<_>>();
        known.read(|known| of(&known.records)).unwrap_or_default()
    });
    let counted = Memo::new(move |_| {
        known.read(|known| known.keys.iter().all(|(_, grant)| grant.terms.openings.is_some())).unwrap_or_default()
    });
    let count = Memo::new(move |_| reports.with(Vec::len));
    let (begun, done, all) = (RwSignal::new(false), RwSignal::new(0_u64), RwSignal::new(0_usize));
    let read = idle(move || {
        let is_open = |row: &&RecordRow| !is_report(row) && shelf::is_open(row.record, row.versions.len() as u16);
        let beside = known.read(|known| known.records.iter().filter(is_open).cloned().collect::<Vec<_>>());
        let rows: Vec<RecordRow> = reports.get_untracked().into_iter().chain(beside.unwrap_or_default()).collect();
        all.set(rows.len());
        async move {
            let (mut found, mut unsigned, mut shut) = (Vec::<(RecordId, Measured)>::new(), false, 0);
            for row in rows {
                // One that does not open keeps no other from being read.
                match values_of(hand, &row).await {
                    Ok((word, values)) => {
                        unsigned |= word == Word::Machine && !values.is_empty();
                        found.extend(values.into_iter().map(|value| (row.record, value)));
                    }
                    Err(failure) => {
                        hand.noticed(&failure);
                        // A closed vault ends it.
                        hand.person().await?;
                        shut += 1;
                    }
                }
                done.try_update(|done| *done += 1);
            }
            Ok::<_, Failure>(ReadOut { series: values::series(found), unsigned, shut })
        }
    });
    let start = move || {
        begun.set(true);
        done.set(0);
        read.again();
    };
    let offer = move || {
        view! {
            <Sheet>
                <p>{move || say!("chart-trends-offer", count = count.get())}</p>
                <p class="small soft">{t!("chart-trends-logged")}</p>
                {move || counted.get().then(|| view! { <Note tone=Tone::Key>{t!("chart-trends-counted")}</Note> })}
                <div class="btns">
                    <Button look=Look::Main icon=icons::ACTIVITY on_press=start>
                        {t!("chart-trends-read")}
                    </Button>
                </div>
            </Sheet>
        }
    };
    let shown = move || {
        if read.is_asking() {
            return view! {
                <p class="small soft" role="status">
                    {move || say!("chart-trends-reading", done = done.get(), count = all.get())}
                </p>
                <Bones awaited=t!("chart-trends-awaited") lines=2 />
            }
            .into_any();
        }
        view! {
            <Told of=read awaited=t!("chart-trends-awaited") let:out>
                <Drawn out=(*out).clone() />
            </Told>
        }
        .into_any()
    };
    move || {
        (count.get() > 0).then(|| {
            view! {
                <Section title=t!("chart-trends-title")>
                    {move || if begun.get() { shown() } else { offer().into_any() }}
                </Section>
            }
        })
    }
}

#[component]
fn Drawn(out: ReadOut) -> impl IntoView {
    let ReadOut { series, unsigned, shut } = out;
    let none = series.is_empty();
    view! {
        {(shut > 0).then(|| view! { <Note tone=Tone::Doubt>{t!("chart-trends-shut", count = shut)}</Note> })}
        {unsigned.then(|| view! { <Note tone=Tone::Machine>{t!("health-machine")}</Note> })}
        {none
            .then(|| {
                view! {
                    <Empty
                        icon=icons::ACTIVITY
                        title=t!("chart-trends-none")
                        note=t!("chart-trends-none-note")
                    />
                }
            })}
        <div class="trends">{series.into_iter().map(|series| view! { <Trend series=series /> }).collect_view()}</div>
    }
}
