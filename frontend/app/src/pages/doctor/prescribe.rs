//! Prescribe: what, how much, how to take it; how often it may be handed out, and until when.

mod paper;

use self::paper::{Paper, PaperFields};
use super::write::{MayAdd, lead, may_add};
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    pages::shared::settled,
    parts::{Button, Choose, Columns, Look, Note, OnItsWay, Page, Pick, Section, Sheet, go, icons, toast},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::{
    Stage,
    add_record::{self, Added},
    prescription::{self, Order},
};
use chartkey_vocabulary::{Account, DAY, Kind};
use leptos::prelude::*;

/// The chain takes no more.
const FILLS: u8 = 12;

/// Prescribe.
#[component]
pub(crate) fn Prescribe(
    /// For whom.
    patient: Account,
) -> impl IntoView {
    let hand = hand();
    let (writing, may) = (doing(), may_add(patient));
    let paper = Paper::new();
    let (fills, days, stage) = (RwSignal::new(1_u8), RwSignal::new(90_u64), RwSignal::new(None::<Stage>));
    let text = move || paper.text(&hand.name_of(patient), &hand.me().map(|me| hand.name_of(me)).unwrap_or_default());
    // Written once, even where the signature after it fails.
    let written = StoredValue::new(None::<(Vec<u8>, Added)>);
    let go = go();
    let write = move || {
        let (about, go) = (paper.about(), go.clone());
        let mut content = untrack(text).into_bytes();
        let order = Order { fills: fills.get_untracked(), until: words::now() + days.get_untracked() * DAY };
        writing.start(async move {
            let person = hand.person().await?;
            let before = written.try_get_value().flatten().filter(|(words, _)| *words == content);
            let _row = hand.desk().in_a_row(if before.is_some() { 1 } else { 2 });
            let added = match before {
                Some((_, added)) => added,
                None => {
                    let mut told = move |now| {
                        stage.try_set(Some(now));
                    };
                    let words = content.clone();
                    let added =
                        add_record::add(&person, patient, Kind::Prescription, about, &mut content, &mut told).await;
                    stage.try_set(None);
                    let added = added?;
                    written.try_set_value(Some((words, added)));
                    added
                }
            };
            let id = prescription::order_record(&person, &added, order).await?;
            toast(say!("prescribe-done"));
            settled(hand, &person).await?;
            go(Place::Prescription(id));
            Ok(())
        });
    };
    let off = Signal::derive(move || !paper.is_whole() || may.read(Option::is_none).unwrap_or(true));
    let often =
        Signal::derive(|| (1..=FILLS).map(|count| (count, say!("prescribe-times", count = count))).collect::<Vec<_>>());
    let lasts = [14_u64, 30, 90, 180, 360].map(|days| (days, Signal::derive(move || words::in_days(days)))).to_vec();
    view! {
        <Page title=t!("place-prescribe") lead=Signal::derive(lead(hand, patient)) back=Place::Chart(patient)>
            <Columns>
                <form class="stack loose" on:submit=move |event| event.prevent_default()>
                    <MayAdd of=may patient=patient />
                    <PaperFields paper=paper />
                    <Sheet>
                        <Pick label=t!("prescribe-fills") help=t!("prescribe-fills-help") options=often value=fills />
                        <Choose legend=t!("prescribe-lasts") options=lasts value=days />
                        <Note icon=icons::SIGNATURE>{t!("prescribe-two-signatures")}</Note>
                        <OnItsWay stage=stage />
                        <Wrong of=writing />
                        <div class="btns">
                            <Button
                                look=Look::Main
                                icon=icons::SIGNATURE
                                sends=true
                                busy=writing.busy()
                                off=off
                                on_press=write
                            >
                                {t!("prescribe-do")}
                            </Button>
                        </div>
                    </Sheet>
                </form>
                <Section title=t!("prescribe-preview")>
                    <Sheet>
                        <p class="prewrap">{text}</p>
                    </Sheet>
                </Section>
            </Columns>
        </Page>
    }
}
