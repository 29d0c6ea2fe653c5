//! Write a note: plain words, sealed as a record of the patient's.

use super::write::{MayAdd, lead, may_add};
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    pages::shared::settled,
    parts::{Area, Button, Field, Look, Note, OnItsWay, Page, go, icons, toast},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::{Stage, add_record};
use chartkey_vault::About;
use chartkey_vocabulary::{Account, Kind};
use leptos::prelude::*;

/// Write a note.
#[component]
pub(crate) fn WriteNote(
    /// Into whose chart.
    patient: Account,
) -> impl IntoView {
    let hand = hand();
    let (writing, may) = (doing(), may_add(patient));
    let (title, text, stage) = (
        RwSignal::new(say!("note-title-first", day = words::full_day(words::now()))),
        RwSignal::new(String::new()),
        RwSignal::new(None::<Stage>),
    );
    let go = go();
    let write = move || {
        let title = title.get_untracked().trim().to_owned();
        let about = About {
            title,
            file_name: "note.txt".into(),
            media_type: "text/plain".into(),
            dated: Some(words::now()),
            ..About::default()
        };
        let (mut content, go) = (text.get_untracked().trim().as_bytes().to_vec(), go.clone());
        writing.start(async move {
            let person = hand.person().await?;
            let mut told = move |now| {
                stage.try_set(Some(now));
            };
            let done = add_record::add(&person, patient, Kind::ConsultationNote, about, &mut content, &mut told).await;
            stage.try_set(None);
            done?;
            toast(say!("note-added"));
            settled(hand, &person).await?;
            go(Place::Chart(patient));
            Ok(())
        });
    };
    let is_empty = move || title.with(|text| text.trim().is_empty()) || text.with(|text| text.trim().is_empty());
    let off = Signal::derive(move || is_empty() || may.read(Option::is_none).unwrap_or(true));
    view! {
        <Page title=t!("place-write-note") lead=Signal::derive(lead(hand, patient)) back=Place::Chart(patient)>
            <form class="sheet stack" on:submit=move |event| event.prevent_default()>
                <MayAdd of=may patient=patient />
                <Field label=t!("note-title") value=title />
                <Area label=t!("note-text") value=text lines=12 />
                <Note icon=icons::LOCK>{t!("write-sealed")}</Note>
                <OnItsWay stage=stage />
                <Wrong of=writing />
                <div class="btns">
                    <Button look=Look::Main icon=icons::LOCK sends=true busy=writing.busy() off=off on_press=write>
                        {t!("write-add")}
                    </Button>
                </div>
            </form>
        </Page>
    }
}
