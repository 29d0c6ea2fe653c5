//! Rail and bar.

use super::Standing;
use crate::{
    parts::I,
    places::{Place, menu},
    speech::{say_key, t},
};
use chartkey_vocabulary::Role;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How many things wait at which place; whoever counts them sets it.
#[derive(Clone, Copy)]
pub(crate) struct Count(RwSignal<BTreeMap<String, u32>>);

impl Count {
    pub(super) fn new() -> Self {
        Self(RwSignal::default())
    }

    /// Says how many wait at a place.
    pub(crate) fn set(self, place: Place, count: u32) {
        self.0.update(|counts| {
            counts.insert(place.path(), count);
        });
    }

    pub(super) fn at(self, place: Place) -> u32 {
        self.0.with(|counts| counts.get(&place.path()).copied().unwrap_or_default())
    }
}

/// The counts of this app: `counts().set(Place::Sharing, 1)`.
pub(crate) fn counts() -> Count {
    expect_context()
}

/// What everybody finds under the menu.
const LESS: [Place; 3] = [Place::Explorer, Place::Help, Place::Settings];

/// The rail's menu.
#[component]
pub(super) fn Rail(place: Memo<Place>) -> impl IntoView {
    let standing = expect_context::<Standing>();
    let role = Memo::new(move |_| standing.role.get());
    view! {
        <nav class="nav" aria-label=t!("menu")>
            {move || menu(role.get()).iter().map(|to| view! { <Item to=*to place=place /> }).collect_view()}
        </nav>
        <nav class="nav less" aria-label=t!("menu-less")>
            {move || {
                let known = menu(role.get());
                let rest = LESS.iter().filter(|to| !known.contains(to));
                rest.map(|to| view! { <Item to=*to place=place /> }).collect_view()
            }}
        </nav>
    }
}

/// The bar of five: four places and the rest.
#[component]
pub(super) fn Bar(place: Memo<Place>) -> impl IntoView {
    let standing = expect_context::<Standing>();
    let role = Memo::new(move |_| standing.role.get());
    view! {
        <nav class="tabbar" aria-label=t!("menu")>
            {move || {
                let first = menu(role.get()).iter().take(4).chain([&Place::More]);
                first.map(|to| view! { <Item to=*to place=place /> }).collect_view()
            }}
        </nav>
    }
}

#[component]
fn Item(to: Place, place: Memo<Place>) -> impl IntoView {
    let (counts, standing) = (counts(), expect_context::<Standing>());
    let here = move || (above(place.get(), standing.role.get()) == to).then_some("page");
    view! {
        <a href=to.path() aria-current=here>
            <I of=to.icon() />
            <span>{move || say_key(to.title(), &[])}</span>
            {move || {
                let count = counts.at(to);
                (count > 0)
                    .then(|| {
                        view! {
                            <span class="count">
                                <span class="unseen">{t!("menu-waiting", count = count)}</span>
                                <span aria-hidden="true">{count}</span>
                            </span>
                        }
                    })
            }}
        </a>
    }
}

/// The place of the menu a page belongs to.
const fn above(place: Place, role: Option<Role>) -> Place {
    match place {
        // Records of others lie in their charts.
        Place::Record(..) if matches!(role, Some(Role::Doctor | Role::Hospital)) => Place::Patients,
        Place::Record(..) if matches!(role, Some(Role::Pharmacy)) => Place::Counter,
        Place::Record(..) | Place::Reading(..) | Place::Add => Place::Records,
        Place::Give | Place::Asked(..) | Place::Held(..) | Place::Links | Place::NewLink => Place::Sharing,
        Place::Visit(_) | Place::AskVisit(_) => Place::Visits,
        Place::Chart(_) | Place::WriteReport(_) | Place::WriteNote(_) | Place::Prescribe(_) => Place::Patients,
        Place::AskKey | Place::Opinion(_) => Place::Patients,
        Place::Finding(..) => Place::SignOff,
        Place::Prescription(_) => Place::Prescriptions,
        Place::Application(_) => Place::Applications,
        Place::Professional(_) => Place::Directory,
        Place::Block(_) | Place::Doings(_) => Place::Explorer,
        Place::Vault => Place::Settings,
        other => other,
    }
}
