//! Values over time, read out of the chart's laboratory reports when somebody asks: each opening is written down for
//! the patient, and none that is counted is spent without being told.

use super::Known;
use crate::{
    ask::{Asked, Told, idle},
    hand::hand,
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
    /// How many did not open.
    shut: usize,
}

/// Values over time.
#[component]
pub(super) fn Trends(
    /// The chart.
    known: Asked<Known>,
) -> impl IntoView {
    let hand = hand();
    let reports = Memo::new(move |_| {
        let is_report = |row: &&RecordRow| row.kind == Kind::LabReport;
        let of = |rows: &[RecordRow]| {
            rows.iter()
                .filter(is_report)
                .take(REPORTS)
                .map(|row| (row.record, row.versions.len() as u16, row.written))
                .collect::<Vec<_>>()
        };
        known.read(|known| of(&known.records)).unwrap_or_default()
    });
    let counted = Memo::new(move |_| {
        known.read(|known| known.keys.iter().all(|(_, grant)| grant.terms.openings.is_some())).unwrap_or_default()
    });
    let count = Memo::new(move |_| reports.with(Vec::len));
    let (begun, done) = (RwSignal::new(false), RwSignal::new(0_u64));
    let read = idle(move || {
        let reports = reports.get_untracked();
        async move {
            let (mut found, mut shut) = (Vec::<(RecordId, Measured)>::new(), 0);
            for (record, version, written) in reports {
                // One that does not open keeps no other from being read.
                match shelf::open(hand, record, version, |_, _| ()).await {
                    Ok(content) => {
                        let dated = content.about.dated.unwrap_or(written);
                        let read = facts::read(&content.about.media_type, &content.bytes).results;
                        found.extend(read.into_iter().filter_map(|value| Some((record, value.counted(dated)?))));
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
            Ok::<_, Failure>(ReadOut { series: values::series(found), shut })
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
                    {move || say!("chart-trends-reading", done = done.get(), count = count.get())}
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
    let ReadOut { series, shut } = out;
    let none = series.is_empty();
    view! {
        {(shut > 0).then(|| view! { <Note tone=Tone::Doubt>{t!("chart-trends-shut", count = shut)}</Note> })}
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
