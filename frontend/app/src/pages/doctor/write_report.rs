//! Add a report: a file, checked by its content before it is sealed.

mod file;

use self::file::{Chosen, Drop};
use super::write::{MayAdd, lead, may_add};
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    pages::shared::settled,
    parts::{Area, Button, Field, Look, Note, OnItsWay, Page, Pick, Sheet, go, icons, toast},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::{Stage, add_record, facts};
use chartkey_vault::About;
use chartkey_vocabulary::{Account, Kind};
use leptos::prelude::*;

/// Add a report to it.
#[component]
pub(crate) fn WriteReport(
    /// Into whose chart.
    patient: Account,
) -> impl IntoView {
    let hand = hand();
    let (adding, may) = (doing(), may_add(patient));
    let chosen = RwSignal::new_local(None::<Chosen>);
    let (kind, title, day, note) = (
        RwSignal::new(Kind::LabReport),
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
        RwSignal::new(String::new()),
    );
    let stage = RwSignal::new(None::<Stage>);
    // What the file says of itself is a beginning, for a person to confirm.
    Effect::new(move |_| {
        let Some(file) = chosen.get() else { return };
        if let Some(hint) = file.checked.kind_hint {
            kind.set(hint);
        }
        if title.with_untracked(|title| title.trim().is_empty()) {
            title.set(file.name());
        }
    });
    let go = go();
    let add = move || {
        let Some(Chosen { picked, checked }) = chosen.get_untracked() else { return };
        let about = About {
            title: title.get_untracked().trim().to_owned(),
            file_name: checked.file_name,
            media_type: checked.media_type.into(),
            note: note.get_untracked().trim().to_owned(),
            dated: facts::day(&day.get_untracked()),
            ..About::default()
        };
        let (kind, go) = (kind.get_untracked(), go.clone());
        adding.start(async move {
            let person = hand.person().await?;
            let (mut content, mut told) = (picked, move |now| {
                stage.try_set(Some(now));
            });
            let done = add_record::add(&person, patient, kind, about, &mut content, &mut told).await;
            stage.try_set(None);
            done?;
            toast(say!("report-added"));
            settled(hand, &person).await?;
            go(Place::Chart(patient));
            Ok(())
        });
    };
    let kinds = Signal::derive(|| words::kinds().map(|kind| (kind, words::kind(kind))).to_vec());
    let is_whole = move || chosen.with(Option::is_some) && title.with(|title| !title.trim().is_empty());
    let off = Signal::derive(move || !is_whole() || may.read(Option::is_none).unwrap_or(true));
    view! {
        <Page title=t!("place-write-report") lead=Signal::derive(lead(hand, patient)) back=Place::Chart(patient)>
            <form class="stack loose" on:submit=move |event| event.prevent_default()>
                <MayAdd of=may patient=patient />
                <Drop chosen=chosen />
                <Sheet>
                    <Pick label=t!("report-kind") options=kinds value=kind />
                    <Field label=t!("report-title") value=title />
                    <Field label=t!("report-day") help=t!("report-day-help") kind="date" value=day />
                    <Area label=t!("report-note") value=note lines=3 />
                    <Note icon=icons::LOCK>{t!("write-sealed")}</Note>
                    <OnItsWay stage=stage />
                    <Wrong of=adding />
                    <div class="btns">
                        <Button look=Look::Main icon=icons::LOCK sends=true busy=adding.busy() off=off on_press=add>
                            {t!("write-add")}
                        </Button>
                    </div>
                </Sheet>
            </form>
        </Page>
    }
}
