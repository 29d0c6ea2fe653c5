//! What the chart's records say, read when somebody asks: each opening is written down for the patient, and none that is
//! counted is spent without being told. First what could harm, then what somebody has and takes, then values over time.

use super::{Known, trends::Trends};
use crate::{
    ask::{Asked, Told, idle},
    ground::clock,
    hand::hand,
    pages::shared::{Gathered, Kept, Lists, gather_by_key},
    parts::{Bones, Button, Look, Note, Section, Sheet, Tone, icons},
    shelf,
    speech::{say, t},
};
use chartkey_flows::{Failure, facts};
use chartkey_protocol::RecordRow;
use chartkey_vocabulary::Kind;
use leptos::prelude::*;
use std::sync::Arc;

/// So many reports are read at once; two years of most people.
const REPORTS: usize = 12;
/// And so many others: an allergy is as true in an old letter.
const OTHERS: usize = 40;

/// What was read.
struct Out {
    gathered: Gathered,
    /// Records these keys open that were left closed.
    unopened: usize,
    /// A medicine stands on a prescription of somebody else, who alone knows with the patient whether it is over.
    is_foreign: bool,
    /// Whether there are laboratory reports among them.
    has_reports: bool,
}

/// The records that are opened for it, of those a chart has, newest first. What is open already is read along.
fn worth(rows: &[RecordRow], is_open: impl Fn(&RecordRow) -> bool) -> Vec<RecordRow> {
    let (mut reports, mut others) = (0, 0);
    let wanted = |row: &&RecordRow| {
        if is_open(row) {
            return true;
        }
        let (count, most) = match row.kind {
            Kind::LabReport => (&mut reports, REPORTS),
            kind if facts::may_list(kind, !row.findings.is_empty()) => (&mut others, OTHERS),
            _ => return false,
        };
        *count += 1;
        *count <= most
    };
    rows.iter().filter(wanted).cloned().collect()
}

/// Allergies, conditions, medicines and values over time.
#[component]
pub(super) fn ReadOut(
    /// The chart.
    known: Asked<Known>,
) -> impl IntoView {
    let hand = hand();
    let any = Memo::new(move |_| known.read(|known| !known.records.is_empty()).unwrap_or_default());
    let count = Memo::new(move |_| known.read(|known| worth(&known.records, |_| false).len()).unwrap_or_default());
    let counted = Memo::new(move |_| {
        known.read(|known| known.keys.iter().all(|(_, grant)| grant.terms.openings.is_some())).unwrap_or_default()
    });
    let (begun, far) = (RwSignal::new(false), RwSignal::new((0_usize, 0_usize)));
    let read = idle(move || {
        let chosen = known.read(|known| {
            let is_open = |row: &RecordRow| shelf::is_open(row.record, row.versions.len() as u16);
            (worth(&known.records, is_open), known.prescriptions.clone(), known.records.len())
        });
        let (rows, prescribed, all) = chosen.unwrap_or_default();
        async move {
            let mut gathered = gather_by_key(hand, &rows, move |done, all| {
                let _ = far.try_set((done, all));
            })
            .await?;
            gathered.settle(&prescribed, clock::now());
            let is_foreign = gathered.parts.iter().any(|part| {
                let is_prescription =
                    rows.iter().any(|row| row.record == part.record && row.kind == Kind::Prescription);
                let is_own = prescribed.iter().any(|row| row.record == part.record);
                is_prescription && !is_own && !part.facts.medicines.is_empty()
            });
            let has_reports = rows.iter().any(|row| row.kind == Kind::LabReport);
            Ok::<_, Failure>(Out { gathered, unopened: all - rows.len(), is_foreign, has_reports })
        }
    });
    let start = move || {
        begun.set(true);
        far.set((0, count.get_untracked()));
        read.again();
    };
    let offer = move || {
        view! {
            <Section title=t!("chart-lists-title")>
                <Sheet>
                    <p>{move || say!("chart-lists-offer", count = count.get())}</p>
                    <p class="small soft">{t!("chart-trends-logged")}</p>
                    {move || counted.get().then(|| view! { <Note tone=Tone::Key>{t!("chart-trends-counted")}</Note> })}
                    <div class="btns">
                        <Button look=Look::Main icon=icons::ACTIVITY on_press=start>
                            {t!("chart-trends-read")}
                        </Button>
                    </div>
                </Sheet>
            </Section>
        }
    };
    let shown = move || {
        if read.is_asking() {
            return view! {
                <Section title=t!("chart-lists-title")>
                    <p class="small soft" role="status">
                        {move || {
                            let (done, all) = far.get();
                            say!("chart-trends-reading", done = done, count = all)
                        }}
                    </p>
                    <Bones awaited=t!("chart-trends-awaited") lines=2 />
                </Section>
            }
            .into_any();
        }
        view! {
            <Told of=read awaited=t!("chart-trends-awaited") let:out>
                <Said out=out />
            </Told>
        }
        .into_any()
    };
    // Where nothing can be read that is said, so that nobody takes silence for "no allergies".
    let nowhere = move || {
        any.get().then(|| {
            view! {
                <Section title=t!("chart-lists-title")>
                    <Note>{t!("chart-lists-nowhere")}</Note>
                </Section>
            }
        })
    };
    let is_some = Memo::new(move |_| count.get() > 0);
    move || match (is_some.get(), begun.get()) {
        (true, true) => shown(),
        (true, false) => offer().into_any(),
        (false, _) => nowhere().into_any(),
    }
}

#[component]
fn Said(out: Arc<Out>) -> impl IntoView {
    let Out { gathered, unopened, is_foreign, has_reports } = &*out;
    let (shut, unopened, is_foreign) = (gathered.closed, *unopened, *is_foreign);
    let (series, kept) = (gathered.series(), gathered.kept.clone());
    let unsigned = !gathered.unsigned().is_empty();
    let lists = Lists::before_treating(gathered);
    let drawn = (*has_reports || !series.is_empty()).then(|| view! { <Trends series=series /> });
    view! {
        {(shut > 0).then(|| view! { <Note tone=Tone::Doubt>{t!("chart-trends-shut", count = shut)}</Note> })}
        {(unopened > 0).then(|| view! { <Note tone=Tone::Doubt>{t!("chart-lists-unopened", count = unopened)}</Note> })}
        {unsigned.then(|| view! { <Note tone=Tone::Machine>{t!("health-machine")}</Note> })}
        {lists.draw()}
        {is_foreign.then(|| view! { <Note>{t!("chart-lists-foreign")}</Note> })}
        <Kept records=kept />
        <p class="tiny soft">{t!("chart-lists-note")}</p>
        {drawn}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chartkey_vocabulary::{Account, FindingId, RecordId};

    fn row(nth: u8, kind: Kind) -> RecordRow {
        let (record, owner) = (RecordId([nth; 16]), Account([1; 20]));
        RecordRow { record, owner, author: owner, kind, written: 0, versions: Vec::new(), findings: Vec::new() }
    }

    #[test]
    fn many_reports_keep_no_other_record_from_being_opened() {
        let mut rows: Vec<RecordRow> = (0..30).map(|nth| row(nth, Kind::LabReport)).collect();
        rows.push(row(30, Kind::Prescription));
        let chosen = worth(&rows, |_| false);
        assert_eq!(chosen.len(), REPORTS + 1);
        assert_eq!(chosen.last().map(|row| row.kind), Some(Kind::Prescription));
    }

    #[test]
    fn pictures_and_unread_letters_stay_closed_unless_they_are_open_already() {
        let mut letter = row(1, Kind::ConsultationNote);
        let rows = [row(0, Kind::Ct), letter.clone()];
        assert!(worth(&rows, |_| false).is_empty());
        assert_eq!(worth(&rows, |row| row.kind == Kind::Ct).len(), 1);
        letter.findings.push(FindingId([9; 16]));
        assert_eq!(worth(&[letter], |_| false).len(), 1);
    }
}
