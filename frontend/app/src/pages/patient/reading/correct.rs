//! Keeping what was corrected: a new version of the record, written by a person; the original stays the version it was.

use super::{super::record::ORIGINAL, fields::Cells};
use crate::{
    ask::{Wrong, doing},
    hand::hand,
    parts::{Button, Look, OnItsWay, Sheet, go, icons, toast},
    places::{Place, View},
    shelf,
    speech::{say, t},
};
use chartkey_flows::{add_record, facts, findings};
use chartkey_vault::About;
use chartkey_vocabulary::{FindingId, RecordId};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The button, and how far it is.
#[component]
pub(super) fn Keep(record: RecordId, finding: FindingId, read: u16, newest: u16, cells: Cells) -> impl IntoView {
    let hand = hand();
    let keeping = doing();
    let stage = RwSignal::new(None);
    let away = go();
    let press = move || {
        let (values, away) = (cells.now(), away.clone());
        keeping.start(async move {
            let title = shelf::about(hand, record, read).await.map(|about| (about.title.clone(), about.dated));
            let (title, dated) = title.unwrap_or_default();
            let mut content = facts::confirmed(&title, &values);
            let about = About {
                title,
                media_type: "application/fhir+json".into(),
                file_name: "values.json".into(),
                dated,
                labels: BTreeMap::from([
                    (ORIGINAL.to_owned(), read.to_string()),
                    (findings::LABEL.to_owned(), finding.to_string()),
                ]),
                ..About::default()
            };
            let person = hand.person().await?;
            let mut told = move |now| {
                let _ = stage.try_set(Some(now));
            };
            let kept = add_record::amend(&person, record, newest, about, &mut content, &mut told).await;
            let _ = stage.try_set(None);
            kept?;
            toast(say!("compare-kept"));
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
            <OnItsWay stage=stage />
            <Wrong of=keeping />
            <div class="btns end">
                <Button look=Look::Main icon=icons::LOCK busy=keeping.busy() off=off on_press=press>
                    {t!("compare-keep")}
                </Button>
            </div>
        </Sheet>
    }
}
