//! Find a doctor, hospital or pharmacy.

mod free;
mod wish;

pub(crate) use self::free::NextFree;

use self::wish::{Wish, Wishes};
use crate::{
    ask::asked,
    hand::{Stage, hand},
    pages::{hand::Door, shared::Still},
    parts::{Button, Empty, Face, Line, List, Page, Shape, icons},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::Failure;
use chartkey_protocol::{CardText, Found};
use chartkey_vocabulary::{Profile, Role};
use leptos::prelude::*;

/// So many are shown at once, and with them is asked when each doctor has time next.
const AT_ONCE: usize = 12;

/// Find a doctor, hospital or pharmacy.
#[component]
pub(crate) fn Directory() -> impl IntoView {
    view! {
        <Page title=t!("place-directory") lead=t!("directory-lead").signal()>
            <Door need=Stage::Visiting>
                <Finding />
            </Door>
        </Page>
    }
}

#[component]
fn Finding() -> impl IntoView {
    let hand = hand();
    let wish = Wish::new();
    let found = asked(move || {
        let search = wish.search();
        async move {
            let visitor = hand.visitor().ok_or_else(|| Failure::Not("the service was not reached".into()))?;
            Ok(visitor.oracle.directory(&search).await?)
        }
    });
    view! {
        <Wishes wish=wish />
        <div role="status" class="small soft">
            {move || found.read(Vec::len).map(|count| say!("directory-count", count = count))}
        </div>
        <Still
            of=found
            awaited=t!("directory-awaited").signal()
            lines=5
            children=|found| {
                if found.is_empty() {
                    let note = t!("directory-none-note");
                    return view! { <Empty icon=icons::SEARCH title=t!("directory-none") note=note /> }.into_any();
                }
                view! { <Lines found=found /> }.into_any()
            }
        />
    }
}

/// As many of them as somebody asks for.
#[component]
fn Lines(found: Vec<Found>) -> impl IntoView {
    let (all, shown) = (found.len(), RwSignal::new(AT_ONCE));
    let found = StoredValue::new(found);
    let lines = move || found.with_value(|found| found.iter().take(shown.get()).cloned().collect::<Vec<_>>());
    let any = Memo::new(move |_| shown.get() < all);
    view! {
        <List>
            <For each=lines key=|found| found.account let:found>
                <One found=found />
            </For>
        </List>
        {move || {
            any.get()
                .then(|| {
                    view! {
                        <div class="row center">
                            <Button on_press=move || shown.update(|shown| *shown += AT_ONCE)>{t!("list-older")}</Button>
                        </div>
                    }
                })
        }}
    }
}

#[component]
fn One(found: Found) -> impl IntoView {
    let hand = hand();
    let Found { account, role, profile, card } = found;
    let name = card.as_ref().map_or_else(|| hand.name_of(account), full_name);
    hand.name_is(account, &name);
    let house = card.and_then(|card| card.house);
    let note = move || {
        let mut parts = vec![trades(&profile, role)];
        parts.extend(house.clone());
        parts.push(words::neighbourhood(profile.place));
        parts.push(spoken(&profile));
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    };
    let (face, times) = (name.clone(), role == Role::Doctor);
    view! {
        <Line
            title=name
            note=note
            mark=move || view! { <Face name=face.clone() shape=Shape::from(role) /> }
            to=Place::Professional(account)
        >
            {times.then(|| view! { <NextFree doctor=account /> })}
        </Line>
    }
}

/// Title and name as patients know them.
pub(crate) fn full_name(card: &CardText) -> String {
    let first = |text: &str| text.split_whitespace().next().map(str::to_lowercase);
    match &card.title {
        // "Dr. med." stands not before "Dr. Mei Lin": one doctor's title is enough.
        Some(title) if first(title) != first(&card.name) => format!("{title} {}", card.name),
        _ => card.name.clone(),
    }
}

/// What somebody does; the role where no specialty is listed.
pub(crate) fn trades(profile: &Profile, role: Role) -> String {
    let named: Vec<String> = profile.specialties.iter().map(|code| words::specialty(*code)).collect();
    if named.is_empty() { words::role(role) } else { named.join(", ") }
}

/// Which languages somebody speaks.
pub(crate) fn spoken(profile: &Profile) -> String {
    let named = profile.languages.iter().filter_map(|code| std::str::from_utf8(code).ok().map(words::language_name));
    named.collect::<Vec<_>>().join(", ")
}
