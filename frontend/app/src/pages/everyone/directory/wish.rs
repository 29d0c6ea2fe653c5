//! What somebody looks for.

use crate::{
    parts::{Choose, Pick, SearchField},
    speech::{say, t},
    words,
};
use chartkey_protocol::Search;
use chartkey_vocabulary::Role;
use leptos::prelude::*;
use std::time::Duration;

/// So long nobody types before it is searched.
const STILL: Duration = Duration::from_millis(300);
/// So many letters of a geohash are the surroundings of a town: about 150 kilometres.
const NEAR: usize = 3;

/// What somebody looks for. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Wish {
    typed: RwSignal<String>,
    name: RwSignal<String>,
    role: RwSignal<Option<Role>>,
    specialty: RwSignal<Option<u16>>,
    language: RwSignal<Option<[u8; 2]>>,
    place: RwSignal<Option<[u8; 5]>>,
}

impl Wish {
    /// Nothing yet: everybody.
    pub(super) fn new() -> Self {
        let wish = Self {
            typed: RwSignal::new(String::new()),
            name: RwSignal::new(String::new()),
            role: RwSignal::new(None),
            specialty: RwSignal::new(None),
            language: RwSignal::new(None),
            place: RwSignal::new(None),
        };
        Effect::new(move |_| {
            let typed = wish.typed.get();
            set_timeout(
                move || {
                    if wish.typed.try_get_untracked().as_ref() == Some(&typed)
                        && wish.name.with_untracked(|name| *name != typed)
                    {
                        wish.name.set(typed);
                    }
                },
                STILL,
            );
        });
        // A specialty of doctors finds no pharmacy.
        Effect::new(move |before: Option<Option<Role>>| {
            let role = wish.role.get();
            if before.is_some_and(|before| before != role) {
                wish.specialty.set(None);
            }
            role
        });
        wish
    }

    /// As the service is asked.
    pub(super) fn search(self) -> Search {
        let name = self.name.with(|name| name.trim().to_owned());
        let near = |place: [u8; 5]| String::from_utf8_lossy(&place[..NEAR]).into_owned();
        Search {
            name: (!name.is_empty()).then_some(name),
            role: self.role.get(),
            specialty: self.specialty.get(),
            language: self.language.get().map(|code| String::from_utf8_lossy(&code).into_owned()),
            place: self.place.get().map(near),
        }
    }
}

/// The fields.
#[component]
pub(super) fn Wishes(wish: Wish) -> impl IntoView {
    let roles = vec![
        (None, t!("directory-all").signal()),
        (Some(Role::Doctor), t!("directory-doctors").signal()),
        (Some(Role::Hospital), t!("directory-hospitals").signal()),
        (Some(Role::Pharmacy), t!("directory-pharmacies").signal()),
    ];
    let specialties = Signal::derive(move || {
        let mut all = words::specialties(wish.role.get());
        all.sort_by(|(_, one), (_, other)| one.cmp(other));
        any(all)
    });
    view! {
        <form class="sheet stack" role="search" on:submit=move |event| event.prevent_default()>
            <SearchField label=t!("directory-name") value=wish.typed />
            <Choose legend=t!("directory-who") options=roles value=wish.role />
            <div class="thirds">
                <Pick label=t!("directory-specialty") options=specialties value=wish.specialty />
                <Pick
                    label=t!("directory-language")
                    options=Signal::derive(|| any(words::languages()))
                    value=wish.language
                />
                <Pick label=t!("directory-near") options=Signal::derive(|| any(words::towns())) value=wish.place />
            </div>
        </form>
    }
}

/// With "any" on top.
fn any<T>(all: Vec<(T, String)>) -> Vec<(Option<T>, String)> {
    let first = (None, say!("directory-any"));
    std::iter::once(first).chain(all.into_iter().map(|(one, words)| (Some(one), words))).collect()
}
