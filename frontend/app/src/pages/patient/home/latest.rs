//! What was added last.

use crate::{
    ask::{Told, asked},
    hand::hand,
    pages::patient::gently::session,
    parts::{Empty, Go, KindMark, Line, Link, Look, Section, Tag, Tone, icons, listed},
    places::{Place, View},
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, chart, findings};
use chartkey_protocol::RecordRow;
use chartkey_vocabulary::{Account, RecordId};
use leptos::prelude::*;
use std::collections::HashMap;

/// So many are in view.
const IN_VIEW: usize = 4;

/// What is said of a record beside its title.
#[derive(Clone, Copy)]
enum Mark {
    Machine,
    Signed(Account),
}

struct Newest {
    rows: Vec<RecordRow>,
    count: usize,
    marks: HashMap<RecordId, Mark>,
}

/// The latest records.
#[component]
pub(super) fn Latest() -> impl IntoView {
    let hand = hand();
    let newest = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            let whose = whose.unwrap_or(who.account());
            let mut rows = chart::records(&who, whose).await?;
            let mut marks = HashMap::new();
            for (_, finding) in findings::list(&who, whose).await? {
                let mark = finding.signed.first().map_or(Mark::Machine, |signed| Mark::Signed(signed.doctor));
                marks.insert(finding.attestation.record, mark);
            }
            let count = rows.len();
            rows.sort_by_key(|row| std::cmp::Reverse(row.written));
            rows.truncate(IN_VIEW);
            Ok::<Newest, Failure>(Newest { rows, count, marks })
        }
    });
    let line = move |row: &RecordRow, mark: Option<Mark>| {
        let (record, kind, written, author) = (row.record, row.kind, row.written, row.author);
        let note = move || {
            let day = words::capital(&words::near_day(written));
            if hand.me() == Some(author) {
                say!("latest-by-me", day = day)
            } else {
                say!("latest-by", day = day, name = hand.name_of(author))
            }
        };
        let face = move || view! { <KindMark kind=kind /> };
        let after = move || match mark {
            Some(Mark::Machine) => view! { <Tag tone=Tone::Machine>{t!("latest-machine")}</Tag> }.into_any(),
            Some(Mark::Signed(doctor)) => view! {
                <Tag tone=Tone::Good>{move || say!("latest-signed", name = hand.name_of(doctor))}</Tag>
            }
            .into_any(),
            None => ().into_any(),
        };
        let to = Place::Record(record, View::Read);
        view! { <Line title=move || hand.title_of(record, kind) note=Signal::derive(note) mark=face after=after to=to /> }
    };
    let all = move || {
        let count = newest.read(|newest| newest.count).filter(|count| *count > IN_VIEW);
        count.map(|count| view! { <Link to=Place::Records>{move || say!("latest-all", count = count)}</Link> })
    };
    view! {
        <Section title=t!("home-latest") after=all>
            <Told of=newest awaited=t!("awaited-records") let:newest>
                {listed(
                    newest.rows.iter().map(|row| line(row, newest.marks.get(&row.record).copied())),
                    || {
                        view! {
                            <Empty icon=icons::FOLDER title=t!("latest-none") note=t!("latest-none-note")>
                                <Go to=Place::Add look=Look::Main icon=icons::ADD>
                                    {t!("home-add")}
                                </Go>
                            </Empty>
                        }
                    },
                )}
            </Told>
        </Section>
    }
}
