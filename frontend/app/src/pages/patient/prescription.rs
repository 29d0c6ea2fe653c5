//! One prescription: what it says, the code for the pharmacy, how often it can still be handed out.

mod paper;

use self::paper::Says;
use super::record::share;
use crate::{
    ask::{asked, doing},
    hand::hand,
    pages::shared::{Confirm, Stand, Still, settled},
    parts::{Button, Columns, Copy, Empty, Fact, Facts, Go, I, Look, Note, Page, Qr, Section, Sheet, icons},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, prescription};
use chartkey_protocol::PrescriptionRow;
use chartkey_vocabulary::{Kind, PrescriptionId, Role, Time};
use leptos::prelude::*;

/// One prescription; a doctor's and a pharmacy's too.
#[component]
pub(crate) fn Prescription(
    /// Which.
    prescription: PrescriptionId,
) -> impl IntoView {
    let hand = hand();
    let found = asked(move || async move {
        let rows = prescription::list(&*hand.person().await?).await?;
        Ok::<_, Failure>(rows.into_iter().find(|row| row.id == prescription))
    });
    let title = move || {
        let row = found.read(|row| row.clone()).flatten();
        match row {
            Some(row) if hand.me() == Some(row.doctor) => say!("prescription-for", name = hand.name_of(row.patient)),
            Some(row) if hand.role() == Some(Role::Patient) => hand.title_of(row.record, Kind::Prescription),
            _ => say!("place-prescription"),
        }
    };
    let back = match untrack(|| hand.role()) {
        Some(Role::Doctor) => Place::Prescribed,
        Some(Role::Pharmacy) => Place::Counter,
        Some(Role::Hospital) => Place::Desk,
        _ => Place::Prescriptions,
    };
    view! {
        <Page title=title back=back>
            <Still of=found awaited=t!("awaited-prescriptions") let:row>
                {match row {
                    Some(row) => view! { <Found row=row /> }.into_any(),
                    None => {
                        view! {
                            <Empty
                                icon=icons::PILL
                                title=t!("prescription-unknown")
                                note=t!("prescription-unknown-note")
                            />
                        }
                            .into_any()
                    }
                }}
            </Still>
        </Page>
    }
}

#[component]
fn Found(row: PrescriptionRow) -> impl IntoView {
    let hand = hand();
    let stand = {
        let row = row.clone();
        Memo::new(move |_| Stand::of(&row, words::now()))
    };
    let PrescriptionRow { id, patient, doctor, record, until, left, filled, voided, .. } = row;
    let role = untrack(|| hand.role());
    let whose_hand = role != Some(Role::Pharmacy);
    view! {
        <Columns>
            <div class="stack loose">
                <Sheet>
                    <div class="row between wrap">
                        <h2>{t!("prescription-title")}</h2>
                        {move || stand.get().tag()}
                    </div>
                    <Facts>
                        <Fact of=t!("prescription-patient")>{move || hand.name_of(patient)}</Fact>
                        <Fact of=t!("prescription-doctor")>{move || hand.name_of(doctor)}</Fact>
                        <Fact of=t!("prescription-fills")>{t!("prescription-times-left", count = left)}</Fact>
                        <Fact of=t!("until")>{move || words::full_day(until)}</Fact>
                    </Facts>
                </Sheet>
                <Section title=t!("prescription-says")>
                    {if voided {
                        view! { <p class="soft">{t!("prescription-void-says")}</p> }.into_any()
                    } else {
                        view! { <Says id=id record=record /> }.into_any()
                    }}
                </Section>
                <Filled times=filled />
            </div>
            <div class="stack loose">
                {move || (whose_hand && stand.get().is_good()).then(|| view! { <Code text=address(id) /> })}
                {(role == Some(Role::Patient))
                    .then(|| {
                        view! {
                            // A key to the prescription and to nothing else.
                            <a class="btn" href=share(record)>
                                <I of=icons::KEY />
                                <span>{t!("prescription-give")}</span>
                            </a>
                        }
                    })}
                {(role == Some(Role::Doctor))
                    .then(|| {
                        view! {
                            <Go to=Place::Chart(patient) icon=icons::FOLDER>
                                {t!("visit-chart")}
                            </Go>
                        }
                    })}
                {move || {
                    let may = matches!(role, Some(Role::Patient | Role::Doctor));
                    (may && stand.get() != Stand::Void).then(|| view! { <Void id=id /> })
                }}
            </div>
        </Columns>
    }
}

/// What the code holds: the prescription's own page, which a phone's camera opens as well as the counter's scanner.
fn address(id: PrescriptionId) -> String {
    let origin = window().location().origin().unwrap_or_default();
    format!("{origin}{}", Place::Prescription(id).path())
}

/// The code for the counter.
#[component]
fn Code(text: String) -> impl IntoView {
    let text = Signal::stored(text);
    view! {
        <Sheet>
            <h2>{t!("prescription-code")}</h2>
            <Qr text=text label=t!("prescription-code") />
            <div class="row">
                <p class="small soft grow">{t!("prescription-code-note")}</p>
                <Copy text=text label=t!("prescription-copy").signal() />
            </div>
            <Note icon=icons::KEY>{t!("prescription-code-key")}</Note>
        </Sheet>
    }
}

/// When it was handed out.
#[component]
fn Filled(times: Vec<Time>) -> impl IntoView {
    let none = times.is_empty();
    let line = |time: Time| view! { <li>{move || words::full_time(time)}</li> };
    view! {
        <Section title=t!("prescription-filled")>
            {if none {
                view! { <p class="soft">{t!("prescription-never-filled")}</p> }.into_any()
            } else {
                let lines = times.into_iter().rev().map(line).collect_view();
                view! { <ul class="sheet stack tight">{lines}</ul> }.into_any()
            }}
        </Section>
    }
}

/// Takes it off the chain.
#[component]
fn Void(id: PrescriptionId) -> impl IntoView {
    let hand = hand();
    let (open, voiding) = (RwSignal::new(false), doing());
    let void = move || {
        voiding.start(async move {
            let person = hand.person().await?;
            prescription::void(&person, id).await?;
            open.try_set(false);
            settled(hand, &person).await
        });
    };
    view! {
        <Button look=Look::Danger on_press=move || open.set(true)>
            {t!("prescription-take-back")}
        </Button>
        <Confirm
            open=open
            title=t!("prescription-take-back-title")
            note=t!("prescription-take-back-note")
            yes=t!("prescription-take-back")
            doing=voiding
            on_yes=void
        />
    }
}
