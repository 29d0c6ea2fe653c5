//! What I prescribed.

use crate::{
    ask::asked,
    ground::clock,
    hand::hand,
    pages::shared::{PrescriptionLine, Stand, Still},
    parts::{Empty, Go, List, Page, SearchField, Section, icons},
    places::Place,
    speech::t,
};
use chartkey_flows::{Failure, prescription};
use chartkey_protocol::PrescriptionRow;
use leptos::prelude::*;

/// With more than this a search stands above.
const MANY: usize = 8;

/// What I prescribed.
#[component]
pub(crate) fn Prescribed() -> impl IntoView {
    let hand = hand();
    let search = RwSignal::new(String::new());
    let rows = asked(move || async move {
        let person = hand.person().await?;
        let mut rows = prescription::list(&person).await?;
        rows.retain(|row| row.doctor == person.account());
        rows.sort_by_key(|row| std::cmp::Reverse(row.until));
        Ok::<_, Failure>(rows)
    });
    let fits = move |row: &PrescriptionRow| {
        let wanted = search.get().trim().to_lowercase();
        wanted.is_empty() || hand.name_of(row.patient).to_lowercase().contains(&wanted)
    };
    view! {
        <Page title=t!("place-prescribed") lead=t!("prescribed-lead")>
            <Still of=rows awaited=t!("awaited-prescriptions") let:rows>
                {if rows.is_empty() {
                    view! {
                        <Section title=t!("prescriptions-good")>
                            <Empty icon=icons::PILL title=t!("prescribed-empty") note=t!("prescribed-empty-note")>
                                <Go to=Place::Patients icon=icons::USERS>
                                    {t!("place-patients")}
                                </Go>
                            </Empty>
                        </Section>
                    }
                        .into_any()
                } else {
                    let many = rows.len() > MANY;
                    let shown = move || {
                        let now = clock::now();
                        let found: Vec<_> = rows.iter().filter(|row| fits(row)).cloned().collect();
                        let (good, past) = found.into_iter().partition(|row| Stand::of(row, now).is_good());
                        view! {
                            <Part title=t!("prescriptions-good").signal() rows=good />
                            <Part title=t!("prescriptions-past").signal() rows=past />
                        }
                    };
                    view! {
                        {many.then(|| view! { <SearchField label=t!("patients-search") value=search /> })}
                        {shown}
                    }
                        .into_any()
                }}
            </Still>
        </Page>
    }
}

#[component]
fn Part(title: Signal<String>, rows: Vec<PrescriptionRow>) -> impl IntoView {
    let any = !rows.is_empty();
    any.then(|| {
        let lines = rows.into_iter().map(|row| view! { <PrescriptionLine row=row /> }).collect_view();
        view! {
            <Section title=title>
                <List>{lines}</List>
            </Section>
        }
    })
}
