//! Glass that was broken from here.

use crate::{
    ask::asked,
    hand::hand,
    pages::shared::Still,
    parts::{Button, Empty, Face, Left, Line, List, Section, Tag, icons},
    speech::{say, t},
    words,
};
use chartkey_protocol::EmergencyRow;
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// So many are told.
const LATEST: usize = 10;

/// Glass that was broken from here, the latest first; what is still broken opens again.
#[component]
pub(super) fn Lately(patient: RwSignal<Option<Account>>) -> impl IntoView {
    let hand = hand();
    let rows = asked(move || async move {
        let mut rows = hand.session()?.oracle().my_emergencies().await?;
        rows.sort_by_key(|row| std::cmp::Reverse(row.at));
        rows.truncate(LATEST);
        Ok(rows)
    });
    let line = move |row: &EmergencyRow| view! { <One row=row.clone() patient=patient /> };
    view! {
        <Section title=t!("rescue-lately")>
            <Still
                of=rows
                awaited=Signal::derive(t!("rescue-lately-awaited"))
                lines=2
                children=move |rows| {
                    if rows.is_empty() {
                        return view! { <Empty icon=icons::SIREN title=t!("rescue-lately-none") /> }.into_any();
                    }
                    let lines = rows.iter().map(line).collect_view();
                    view! { <List>{lines}</List> }.into_any()
                }
            />
        </Section>
    }
}

#[component]
fn One(row: EmergencyRow, patient: RwSignal<Option<Account>>) -> impl IntoView {
    let hand = hand();
    let EmergencyRow { patient: whose, reason, at, until, mended, .. } = row;
    let name = Signal::derive(move || hand.name_of(whose));
    let broken = move || mended.is_none() && until > words::now();
    view! {
        <Line
            title=name
            note=move || {
                say!("rescue-was", reason = words::emergency_reason(reason), when = words::near_time(at))
            }
            mark=move || view! { <Face name=name /> }
            after=move || {
                view! {
                    {move || {
                        if broken() {
                            view! {
                                <Left until=until />
                                <Button on_press=move || patient.set(Some(whose))>{t!("rescue-again")}</Button>
                            }
                                .into_any()
                        } else {
                            view! { <Tag>{t!("rescue-over")}</Tag> }.into_any()
                        }
                    }}
                }
            }
        />
    }
}
