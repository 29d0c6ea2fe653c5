//! A patient's chart: what is known without opening anything, then what the records say once they are read, the records
//! themselves, findings.

mod no_key;
mod read_out;
mod records;
mod summary;
mod trends;

use self::{no_key::NoKey, read_out::ReadOut, records::Records, summary::Summary};
use crate::{
    ask::{Told, asked},
    ground::clock,
    hand::hand,
    pages::shared::{Called, FindingLine, Phase, phase},
    parts::{Columns, Empty, Face, Go, List, Page, Section, icons},
    places::Place,
    speech::t,
};
use chartkey_flows::{
    Failure, chart,
    held::{self, InChart},
    prescription, visit,
};
use chartkey_protocol::{PrescriptionRow, RecordRow, VisitRow};
use chartkey_vocabulary::{Account, Between, Bond, Grant, Role};
use leptos::prelude::*;

/// What is known of a patient without opening a record.
#[derive(Clone)]
struct Known {
    keys: Vec<(Between, Grant)>,
    bond: Option<Bond>,
    records: Vec<RecordRow>,
    findings: Vec<InChart>,
    visits: Vec<VisitRow>,
    prescriptions: Vec<PrescriptionRow>,
}

impl Known {
    /// Whether the asker may add to the chart.
    fn may_write(&self) -> bool {
        let by_visit = self.bond.is_some_and(|bond| bond.until > clock::now());
        by_visit || self.keys.iter().any(|(_, grant)| grant.terms.may_write)
    }
}

/// A patient's chart.
#[component]
pub(crate) fn Chart(
    /// Whose.
    patient: Account,
) -> impl IntoView {
    let hand = hand();
    let known = asked(move || async move {
        let person = hand.person().await?;
        let me = person.account();
        let mut keys = held::keys(&person).await?;
        keys.retain(|(between, _)| between.patient == patient);
        let bond = person.now().await?.care().bond(patient, me).await?;
        let (mut records, mut findings) = (Vec::new(), Vec::new());
        if let Some((_, grant)) = keys.first() {
            records = chart::records(&person, patient).await?;
            records.sort_by_key(|row| std::cmp::Reverse(row.written));
            findings = held::in_chart(&person, patient, grant.terms.until).await?;
        }
        let mut visits = visit::list(&person).await?;
        visits.retain(|row| row.visit.patient == patient && row.visit.doctor == me);
        let mut prescriptions = prescription::list(&person).await?;
        prescriptions.retain(|row| row.patient == patient);
        Ok::<_, Failure>(Known { keys, bond, records, findings, visits, prescriptions })
    });
    let name = Signal::derive(move || hand.name_of(patient));
    // Memos, so that filters stay as they were set when there is news.
    let has_key = Memo::new(move |_| known.read(|known| !known.keys.is_empty()));
    let rows = Memo::new(move |_| known.read(|known| known.records.clone()));
    let found = Memo::new(move |_| known.read(|known| known.findings.clone()));
    let of_key = move || has_key.get() == Some(true);
    let may_write = move || known.read(Known::may_write).unwrap_or_default();
    let actions = move || {
        let is_doctor = hand.role() == Some(Role::Doctor);
        view! {
            {move || {
                may_write()
                    .then(|| {
                        view! {
                            <Go to=Place::WriteReport(patient) icon=icons::FILE_ADD>
                                {t!("place-write-report")}
                            </Go>
                            {is_doctor
                                .then(|| {
                                    view! {
                                        <Go to=Place::WriteNote(patient) icon=icons::NOTE>
                                            {t!("place-write-note")}
                                        </Go>
                                        <Go to=Place::Prescribe(patient) icon=icons::PILL>
                                            {t!("place-prescribe")}
                                        </Go>
                                    }
                                })}
                        }
                    })
            }}
        }
    };
    view! {
        <Page title=name back=Place::Patients mark=move || view! { <Face name=name big=true /> } actions=actions>
            <Called patient=patient />
            {move || (has_key.get() == Some(false)).then(|| view! { <NoKey patient=patient /> })}
            <Columns>
                <div class="stack loose">
                    <Told of=known awaited=t!("chart-awaited") lines=5 let:known>
                        <Summary known=(*known).clone() />
                    </Told>
                    // Outside of what is asked for anew: what was read stays in view.
                    <ReadOut known=known />
                    {move || rows.get().filter(|_| of_key()).map(|rows| view! { <Records rows=rows /> })}
                </div>
                {move || found.get().filter(|_| of_key()).map(|rows| view! { <Findings rows=rows /> })}
            </Columns>
        </Page>
    }
}

#[component]
fn Findings(rows: Vec<InChart>) -> impl IntoView {
    let none = rows.is_empty();
    view! {
        <Section title=t!("chart-findings")>
            {if none {
                view! { <Empty icon=icons::SCAN_HEART title=t!("chart-no-findings") /> }.into_any()
            } else {
                let lines = rows.into_iter().map(|row| view! { <FindingLine row=row /> });
                view! { <List>{lines.collect_view()}</List> }.into_any()
            }}
        </Section>
    }
}

/// The next visit that was agreed on.
fn next_visit(visits: &[VisitRow], me: Account) -> Option<VisitRow> {
    let now = clock::now();
    let agreed = visits.iter().filter(|row| matches!(phase(row, me, now), Phase::Agreed | Phase::Begun));
    agreed.min_by_key(|row| row.visit.from).cloned()
}
