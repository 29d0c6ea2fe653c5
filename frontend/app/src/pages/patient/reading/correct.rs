//! Keeping what was corrected: a new version of the record, written by a person; the original stays the version it was.

use super::{
    super::record::{LESSONS, ORIGINAL},
    cells::Cells,
};
use crate::{
    ask::{Wrong, doing},
    ground::{clock, piece::piece, save},
    hand::hand,
    parts::{Button, Look, Note, OnItsWay, Sheet, Tick, Tone, go, icons, toast},
    places::{Place, View},
    shelf,
    speech::{say, t},
};
use chartkey_flows::{add_record, facts, findings};
use chartkey_protocol::utc;
use chartkey_vault::About;
use chartkey_vocabulary::{FindingId, RecordId};
use leptos::{html, prelude::*};
use std::collections::BTreeMap;

/// The button, and how far it is.
#[component]
pub(super) fn Keep(
    record: RecordId,
    finding: FindingId,
    read: u16,
    newest: u16,
    cells: Cells,
    /// Where the original is drawn.
    paper: NodeRef<html::Div>,
    /// Whether the corrections are this person's to give away.
    may_teach: bool,
) -> impl IntoView {
    let hand = hand();
    let teach = RwSignal::new(false);
    let keeping = doing();
    let stage = RwSignal::new(None);
    let away = go();
    let press = move || {
        let (said, away) = (cells.now(), away.clone());
        // Cut out now: the picture goes with the page.
        let lessons = (may_teach && teach.get_untracked()).then(|| {
            let paper = paper.get_untracked();
            let lessons = cells.lessons(|at| piece(paper.as_ref()?, at));
            facts::lessons(&lessons, &say!("teach-yes"), clock::now())
        });
        keeping.start(async move {
            let title = shelf::about(hand, record, read).await.map(|about| (about.title.clone(), about.dated));
            let (title, dated) = title.unwrap_or_default();
            let mut content = facts::confirmed(&title, &said);
            let mut labels = BTreeMap::from([
                (ORIGINAL.to_owned(), read.to_string()),
                (findings::LABEL.to_owned(), finding.to_string()),
            ]);
            if lessons.is_some() {
                labels.insert(LESSONS.to_owned(), utc(clock::now()));
            }
            let about = About {
                title,
                media_type: "application/fhir+json".into(),
                file_name: "values.json".into(),
                dated,
                labels,
                ..About::default()
            };
            let person = hand.person().await?;
            let mut told = move |now| {
                let _ = stage.try_set(Some(now));
            };
            let kept = add_record::amend(&person, record, newest, about, &mut content, &mut told).await;
            let _ = stage.try_set(None);
            kept?;
            // The yes stands in the version that was just signed; only then is there a file.
            let saved =
                lessons.is_none_or(|file| save::save(&format!("lessons-{}.json", &utc(clock::now())[..10]), &file));
            toast(if saved { say!("compare-kept") } else { say!("teach-not-saved") });
            hand.stir();
            away(Place::Record(record, View::Read));
            Ok(())
        });
    };
    let says = move || match (cells.waiting(), cells.changed()) {
        (0, 0) => say!("compare-keep-right"),
        (0, changed) => say!("compare-keep-changed", count = changed),
        (waiting, _) => say!("compare-waiting", count = waiting),
    };
    let off = Signal::derive(move || cells.waiting() > 0 || cells.lacks());
    view! {
        <Sheet>
            <p class="small" role="status">
                {says}
            </p>
            <p class="tiny soft">{t!("compare-keep-note")}</p>
            {may_teach
                .then(|| {
                    view! {
                        <Tick value=teach>{t!("teach-yes")}</Tick>
                        {move || teach.get().then(|| view! { <Note tone=Tone::Doubt>{t!("teach-note")}</Note> })}
                    }
                })}
            <OnItsWay stage=stage />
            <Wrong of=keeping />
            <div class="btns end keep">
                <Button look=Look::Main icon=icons::LOCK busy=keeping.busy() off=off on_press=press>
                    {t!("compare-keep")}
                </Button>
            </div>
        </Sheet>
    }
}
