//! Glass that was broken from here.

use crate::{
    ask::asked,
    hand::hand,
    pages::shared::Still,
    parts::{Button, Empty, Face, Left, Line, Tag, icons, listed},
    speech::{say, t},
    words,
};
use chartkey_protocol::EmergencyRow;
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// Glass that was broken from here, the latest first.
#[component]
pub(super) fn Glasses(
    /// So many are told.
    #[prop(default = usize::MAX)]
    most: usize,
    /// Where a patient whose glass is still broken is chosen again.
    #[prop(optional)]
    again: Option<RwSignal<Option<Account>>>,
) -> impl IntoView {
    let hand = hand();
    let rows = asked(move || async move {
        let mut rows = hand.session()?.oracle().my_emergencies().await?;
        rows.sort_by_key(|row| std::cmp::Reverse(row.at));
        rows.truncate(most);
        Ok(rows)
    });
    let line = move |row: &EmergencyRow| view! { <Glass row=row.clone() again=again /> };
    view! {
        <Still
            of=rows
            awaited=t!("rescue-lately-awaited").signal()
            lines=2
            children=move |rows| {
                listed(rows.iter().map(line), || view! { <Empty icon=icons::SIREN title=t!("rescue-lately-none") /> })
            }
        />
    }
}

#[component]
fn Glass(row: EmergencyRow, again: Option<RwSignal<Option<Account>>>) -> impl IntoView {
    let hand = hand();
    let EmergencyRow { patient, reason, at, until, mended, .. } = row;
    let name = Signal::derive(move || hand.name_of(patient));
    let broken = move || mended.is_none() && until > words::now();
    let open = move |again: RwSignal<Option<Account>>| {
        view! { <Button on_press=move || again.set(Some(patient))>{t!("rescue-again")}</Button> }
    };
    view! {
        <Line
            title=name
            note=move || say!("rescue-was", reason = words::emergency_reason(reason), when = words::near_time(at))
            mark=move || view! { <Face name=name /> }
            after=move || {
                view! {
                    {move || match broken() {
                        true => view! { <Left until=until /> {again.map(open)} }.into_any(),
                        false => view! { <Tag>{t!("rescue-over")}</Tag> }.into_any(),
                    }}
                }
            }
        />
    }
}
