//! A machine's finding in one line: a suggestion until a doctor signed.

use crate::{
    hand::hand,
    parts::{KindMark, Line, Tag, Tone},
    places::{Place, View},
    speech::{say, t},
    words,
};
use chartkey_flows::held::InChart;
use chartkey_vocabulary::{Role, SignOff};
use leptos::prelude::*;

/// A finding: in what, whose, and who has signed. It leads to where it is signed.
#[component]
pub(crate) fn FindingLine(
    /// Which.
    row: InChart,
    /// Whether the patient's name is said.
    #[prop(optional)]
    named: bool,
) -> impl IntoView {
    let hand = hand();
    let (facts, id) = (row.facts, row.id);
    let title = move || {
        let kind = words::kind(facts.kind);
        if named { say!("finding-of", kind = kind, name = hand.name_of(facts.owner)) } else { kind }
    };
    let note = move || say!("finding-written", day = words::near_day(facts.written));
    let signed = row.finding.signed;
    let after = move || match signed.first().copied() {
        None => view! { <Tag tone=Tone::Machine>{t!("finding-unsigned")}</Tag> }.into_any(),
        Some(SignOff { doctor, .. }) => view! {
            <Tag tone=Tone::Good>{move || say!("finding-signed-by", name = hand.name_of(doctor))}</Tag>
        }
        .into_any(),
    };
    let mark = move || view! { <KindMark kind=facts.kind /> };
    // Only a doctor signs; others read it beside the record.
    let to = match hand.role() {
        Some(Role::Doctor) => Place::Finding(facts.record, id),
        _ => Place::Record(facts.record, View::default()),
    };
    view! { <Line title=title note=note mark=mark after=after to=to /> }
}
