//! One visit: when, with whom, and whose turn it is.

mod answer;
mod bond;

pub(super) use self::answer::Chosen;

use self::{answer::Answer, bond::MayWrite};
use crate::{
    ask::asked,
    hand::hand,
    pages::shared::{Phase, Still, hours, minutes, phase, phase_tag},
    parts::{Columns, Empty, Face, Fact, Facts, Go, Page, Sheet, icons},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, visit};
use chartkey_protocol::VisitRow;
use chartkey_vocabulary::{Account, VisitId};
use leptos::prelude::*;

/// One visit.
#[component]
pub(crate) fn Visit(
    /// Which.
    visit: VisitId,
) -> impl IntoView {
    let hand = hand();
    let found = asked(move || async move {
        let person = hand.person().await?;
        let row = visit::list(&person).await?.into_iter().find(|row| row.id == visit);
        Ok::<_, Failure>((person.account(), row))
    });
    let title = move || {
        let other = found.read(|(me, row)| row.as_ref().map(|row| other_of(row, *me))).flatten();
        other.map_or_else(|| say!("place-visit"), |other| say!("visit-with", name = hand.name_of(other)))
    };
    let mark = move || {
        let other = found.read(|(me, row)| row.as_ref().map(|row| other_of(row, *me))).flatten();
        other.map(|other| view! { <Face name=Signal::derive(move || hand.name_of(other)) big=true /> })
    };
    view! {
        <Page title=title back=Place::Visits mark=mark>
            <Still of=found awaited=t!("awaited-visits") let:found>
                {match found.1 {
                    Some(row) => view! { <Found row=row me=found.0 /> }.into_any(),
                    None => {
                        view! { <Empty icon=icons::CALENDAR title=t!("visit-unknown") note=t!("visit-unknown-note") /> }
                            .into_any()
                    }
                }}
            </Still>
        </Page>
    }
}

/// Who is on the other side.
fn other_of(row: &VisitRow, me: Account) -> Account {
    if me == row.visit.doctor { row.visit.patient } else { row.visit.doctor }
}

#[component]
fn Found(row: VisitRow, me: Account) -> impl IntoView {
    let visit = row.visit;
    let (is_doctor, since) = (me == visit.doctor, row.at);
    let how_far = {
        let row = row.clone();
        Memo::new(move |_| phase(&row, me, words::now()))
    };
    let id = row.id;
    view! {
        <Columns>
            <div class="stack loose">
                <Sheet>
                    <div class="row between wrap">
                        <h2>{move || words::capital(&words::near_day(visit.from))}</h2>
                        {move || phase_tag(how_far.get())}
                    </div>
                    <Facts>
                        <Fact of=t!("visit-day")>{move || words::full_day(visit.from)}</Fact>
                        <Fact of=t!("visit-time")>{move || hours(visit.from, visit.until())}</Fact>
                        <Fact of=t!("visit-length")>{move || minutes(visit.slots)}</Fact>
                        <Fact of=t!("visit-changed")>{move || words::capital(&words::ago(since))}</Fact>
                    </Facts>
                </Sheet>
                {move || view! { <Answer id=id visit=visit me=me phase=how_far.get() since=since /> }}
            </div>
            <div class="stack loose">
                {is_doctor.then(|| view! { <ForDoctor patient=visit.patient phase=how_far /> })}
                {(!is_doctor)
                    .then(|| {
                        view! {
                            <Sheet>
                                <Go to=Place::Professional(visit.doctor) icon=icons::STETHOSCOPE>
                                    {t!("visit-about-doctor")}
                                </Go>
                                {move || {
                                    (!how_far.get().is_open())
                                        .then(|| {
                                            view! {
                                                <Go to=Place::AskVisit(visit.doctor) icon=icons::CALENDAR>
                                                    {t!("visit-ask-again")}
                                                </Go>
                                            }
                                        })
                                }}
                            </Sheet>
                            <MayWrite patient=visit.patient doctor=visit.doctor />
                        }
                    })}
            </div>
        </Columns>
    }
}

/// What a doctor does around a visit.
#[component]
fn ForDoctor(patient: Account, phase: Memo<Phase>) -> impl IntoView {
    let agreed = move || matches!(phase.get(), Phase::Agreed | Phase::Begun | Phase::Completed);
    view! {
        <Sheet>
            <Go to=Place::Chart(patient) icon=icons::FOLDER>
                {t!("visit-chart")}
            </Go>
            {move || {
                agreed()
                    .then(|| {
                        view! {
                            <Go to=Place::WriteNote(patient) icon=icons::NOTE>
                                {t!("place-write-note")}
                            </Go>
                            <Go to=Place::Prescribe(patient) icon=icons::PILL>
                                {t!("place-prescribe")}
                            </Go>
                        }
                    })
            }}
        </Sheet>
    }
}
