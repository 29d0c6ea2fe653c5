//! Doctors proposed to patients.

use super::chamber::NoRecords;
use crate::{
    ask::{Wrong, asked, doing},
    hand::hand,
    pages::{
        everyone::{Happened, full_name, trades},
        paged::{Older, growing},
        shared::Still,
    },
    parts::{
        Button, Columns, Dialog, Empty, Look, Note, Page, Pick, Section, Sheet, Whom, Wide, account_in, icons, toast,
    },
    speech::{say, t},
};
use chartkey_flows::council;
use chartkey_protocol::{EventRow, Search};
use chartkey_vocabulary::{Account, Event, RegistryEvent, Role};
use leptos::prelude::*;

/// Doctors proposed to patients.
#[component]
pub(crate) fn Assignments() -> impl IntoView {
    view! {
        <Page title=t!("place-assignments") lead=t!("assignments-lead").signal()>
            <NoRecords />
            <Columns wide=Wide::Even>
                <Propose />
                <History />
            </Columns>
        </Page>
    }
}

#[component]
fn Propose() -> impl IntoView {
    let (hand, proposing) = (hand(), doing());
    let (whom, doctor) = (RwSignal::new(String::new()), RwSignal::new(None::<Account>));
    let patient = Memo::new(move |_| whom.with(|text| account_in(text)));
    let taking = RwSignal::new(false);
    let doctors = asked(move || async move {
        let search = Search { role: Some(Role::Doctor), ..Search::default() };
        Ok(hand.session()?.oracle().directory(&search).await?)
    });
    // What stands now, as soon as the patient is known.
    let standing = asked(move || {
        let patient = patient.get();
        async move {
            let Some(patient) = patient else { return Ok(None) };
            Ok(hand.session()?.now().await?.registry().assignment(patient).await?)
        }
    });
    let options = Signal::derive(move || {
        let mut all = vec![(None, say!("assignments-choose"))];
        let named = doctors.read(|found| {
            found
                .iter()
                .map(|one| {
                    let name = one.card.as_ref().map_or_else(|| hand.name_of(one.account), full_name);
                    (Some(one.account), format!("{name} · {}", trades(&one.profile, one.role)))
                })
                .collect::<Vec<_>>()
        });
        all.extend(named.unwrap_or_default());
        all
    });
    let off = Signal::derive(move || patient.get().is_none() || doctor.get().is_none());
    let press = move || {
        let (Some(patient), Some(doctor)) = (patient.get_untracked(), doctor.get_untracked()) else { return };
        proposing.start(async move {
            council::assign(&hand.session()?, patient, doctor).await?;
            toast(say!("assignments-done"));
            Ok(())
        });
    };
    view! {
        <Section title=t!("assignments-propose")>
            <Sheet>
                <Note>{t!("assignments-note")}</Note>
                <Whom label=t!("assignments-patient") help=t!("assignments-patient-help") value=whom />
                {move || {
                    standing
                        .read(|assignment| *assignment)
                        .flatten()
                        .map(|assignment| {
                            view! {
                                <div class="row between wrap">
                                    <span class="small">
                                        {move || say!("assignments-now", name = hand.name_of(assignment.doctor))}
                                    </span>
                                    <Button look=Look::Quiet on_press=move || taking.set(true)>
                                        {t!("assignments-take")}
                                    </Button>
                                </div>
                            }
                        })
                }}
                <Pick label=t!("assignments-doctor") options=options value=doctor />
                <Wrong of=proposing />
                <div class="row end">
                    <Button look=Look::Main icon=icons::USER_CHECK busy=proposing.busy() off=off on_press=press>
                        {t!("assignments-do")}
                    </Button>
                </div>
            </Sheet>
            <Take open=taking patient=patient />
        </Section>
    }
}

/// Asks before a proposal is taken back.
#[component]
fn Take(open: RwSignal<bool>, patient: Memo<Option<Account>>) -> impl IntoView {
    let (hand, taking) = (hand(), doing());
    let press = move || {
        let Some(patient) = patient.get_untracked() else { return };
        taking.start(async move {
            council::unassign(&hand.session()?, patient).await?;
            toast(say!("assignments-taken"));
            let _ = open.try_set(false);
            Ok(())
        });
    };
    view! {
        <Dialog open=open title=t!("assignments-take-title") lead=t!("assignments-take-lead")>
            <Wrong of=taking />
            <div class="btns end">
                <Button look=Look::Quiet on_press=move || open.set(false)>
                    {t!("cancel")}
                </Button>
                <Button look=Look::Danger busy=taking.busy() on_press=press>
                    {t!("assignments-take")}
                </Button>
            </div>
        </Dialog>
    }
}

/// What this admin proposed, from the chain.
#[component]
fn History() -> impl IntoView {
    let hand = hand();
    let mine = growing(move |paging| async move {
        let who = hand.session()?;
        Ok(who.oracle().explore_account(who.account(), &paging).await?)
    });
    let proposal = |row: &EventRow| {
        matches!(row.event, Event::Registry(RegistryEvent::Assigned { .. } | RegistryEvent::Unassigned { .. }))
    };
    view! {
        <Section title=t!("assignments-history")>
            <Still
                of=mine.list
                awaited=t!("assignments-awaited").signal()
                children=move |told| {
                    let rows: Vec<EventRow> = told.rows.iter().filter(|row| proposal(row)).cloned().collect();
                    if rows.is_empty() {
                        let note = t!("assignments-none-note").signal();
                        view! { <Empty icon=icons::USER_CHECK title=t!("assignments-none") note=note /> }.into_any()
                    } else {
                        view! { <Happened rows=rows /> }.into_any()
                    }
                }
            />
            <Older of=mine />
        </Section>
    }
}
