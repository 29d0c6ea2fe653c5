//! The rest of the menu, for the phone's fifth tab.

use crate::{
    parts::{I, Line, List, Page},
    places::{Place, menu},
    shell::Standing,
    speech::{say, say_key},
};
use leptos::prelude::*;

/// What is in every menu, under the rest.
const ALWAYS: [Place; 4] = [Place::Notices, Place::Explorer, Place::Help, Place::Settings];

/// The rest of the menu.
#[component]
pub(crate) fn More() -> impl IntoView {
    let Standing { role, name, .. } = expect_context();
    let lines = move || {
        let (known, rest) = (menu(role.get()), menu(role.get()).iter().skip(4));
        let always = ALWAYS.iter().filter(|place| !known.contains(place));
        rest.chain(always)
            .map(|place| {
                let place = *place;
                let mark = move || view! { <span class="kind"><I of=place.icon() /></span> };
                view! { <Line title=move || say_key(place.title(), &[]) to=place mark=mark /> }
            })
            .collect_view()
    };
    view! {
        <Page title=move || name.get().unwrap_or_else(|| say!("place-more"))>
            <List>{lines}</List>
        </Page>
    }
}
