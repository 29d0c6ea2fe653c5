//! What was there before: earlier records of the same kind, and the newest notes.

use super::Opened;
use crate::{
    ask::{Asked, asked},
    hand::hand,
    parts::{KindMark, Line, List, Section},
    places::{Place, View},
    shelf,
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, chart};
use chartkey_protocol::RecordRow;
use chartkey_vocabulary::Kind;
use leptos::prelude::*;

/// So many are shown.
const SOME: usize = 4;

/// Records to compare with; nothing where there are none.
#[component]
pub(super) fn Before(
    /// The finding.
    opened: Asked<Opened>,
) -> impl IntoView {
    let hand = hand();
    let about = Memo::new(move |_| opened.read(|opened| opened.facts));
    let rows = asked(move || {
        let about = about.get();
        async move {
            let Some(facts) = about else { return Ok(Vec::new()) };
            let mut rows = chart::records(&*hand.person().await?, facts.owner).await?;
            rows.retain(|row| {
                let alike = row.kind == facts.kind || row.kind == Kind::ConsultationNote;
                alike && row.record != facts.record
            });
            rows.sort_by_key(|row| std::cmp::Reverse(row.written));
            rows.truncate(SOME);
            Ok::<_, Failure>(rows)
        }
    });
    let line = move |row: RecordRow| {
        let RecordRow { record, author, kind, written, versions, .. } = row;
        let version = versions.len() as u16;
        let note = move || say!("sign-off-before-note", day = words::near_day(written), name = hand.name_of(author));
        view! {
            <Line
                title=move || shelf::name(&shelf::title_once_open(record, version), kind)
                note=note
                mark=move || view! { <KindMark kind=kind /> }
                to=Place::Record(record, View::Read)
            />
        }
    };
    move || {
        let rows = rows.read(Clone::clone).unwrap_or_default();
        (!rows.is_empty()).then(|| {
            view! {
                <Section title=t!("sign-off-before")>
                    <List>{rows.into_iter().map(line).collect_view()}</List>
                </Section>
            }
        })
    }
}
