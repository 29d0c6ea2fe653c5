//! A professional's entry in the directory, as it is written: for who applies, and for who changes it.

mod lists;

use self::lists::{Languages, Specialties};
use crate::{
    parts::{Area, Field, I, Note, Pick, Sheet, icons},
    speech::{key, say, t},
    words,
};
use chartkey_flows::{directory::Listing, professional};
use chartkey_protocol::CardText;
use chartkey_vocabulary::Role;
use leptos::prelude::*;

/// The chain takes no more of each.
pub(crate) const MOST: usize = 8;
/// The longest name.
const LONGEST_NAME: usize = 120;

/// An entry as it is written. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    name: RwSignal<String>,
    title: RwSignal<String>,
    house: RwSignal<String>,
    address: RwSignal<String>,
    phone: RwSignal<String>,
    about: RwSignal<String>,
    specialties: RwSignal<Vec<u16>>,
    languages: RwSignal<Vec<[u8; 2]>>,
    place: RwSignal<Option<[u8; 5]>>,
}

impl Entry {
    /// Nothing is written yet.
    pub(crate) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            name: empty(),
            title: empty(),
            house: empty(),
            address: empty(),
            phone: empty(),
            about: empty(),
            specialties: RwSignal::new(Vec::new()),
            languages: RwSignal::new(Vec::new()),
            place: RwSignal::new(None),
        }
    }

    /// What stands in the directory, to be changed.
    pub(crate) fn take(self, listing: &Listing) {
        if let Some(card) = listing.card.clone() {
            let fields = [
                (self.title, card.title),
                (self.house, card.house),
                (self.address, card.address),
                (self.phone, card.phone),
                (self.about, card.about),
            ];
            self.name.set(card.name);
            fields.into_iter().for_each(|(field, text)| field.set(text.unwrap_or_default()));
        }
        self.specialties.set(listing.profile.specialties.clone());
        self.languages.set(listing.profile.languages.clone());
        self.place.set(Some(listing.profile.place));
    }

    /// What was written; who calls it in a view follows it.
    ///
    /// # Errors
    /// The words for what is missing.
    pub(crate) fn read(self) -> Result<professional::Entry, &'static str> {
        let name = self.name.get().trim().to_owned();
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            return Err(key!("listed-no-name"));
        }
        let (specialties, languages) = (self.specialties.get(), self.languages.get());
        if specialties.is_empty() {
            return Err(key!("listed-no-specialty"));
        }
        if languages.is_empty() {
            return Err(key!("listed-no-language"));
        }
        let place = self.place.get().ok_or(key!("listed-no-place"))?;
        let some = |field: RwSignal<String>| Some(field.get().trim().to_owned()).filter(|text| !text.is_empty());
        let [title, house, address, phone, about] =
            [self.title, self.house, self.address, self.phone, self.about].map(some);
        let card = CardText { name, title, house, address, phone, about };
        Ok(professional::Entry { specialties, languages, place, card })
    }
}

/// The fields of an entry.
#[component]
pub(crate) fn EntryFields(
    /// What is written.
    entry: Entry,
    /// As what somebody is listed; decides which specialties there are.
    #[prop(into)]
    role: Signal<Role>,
) -> impl IntoView {
    let is_doctor = move || role.get() == Role::Doctor;
    view! {
        <Sheet>
            <h2>{t!("listed-who")}</h2>
            <Field label=t!("listed-name") help=t!("listed-name-help") value=entry.name fills="name" required=true />
            {move || {
                is_doctor()
                    .then(|| {
                        view! {
                            <Field label=t!("listed-title") help=t!("listed-title-help") value=entry.title />
                            <Field label=t!("listed-house") help=t!("listed-house-help") value=entry.house />
                        }
                    })
            }}
            <Area label=t!("listed-about") value=entry.about lines=3 />
        </Sheet>
        <Sheet>
            <h2>{t!("listed-what")}</h2>
            {move || view! { <Specialties role=role.get() value=entry.specialties /> }}
            <Languages value=entry.languages />
        </Sheet>
        <Sheet>
            <h2>{t!("listed-where")}</h2>
            <Place value=entry.place />
            <Field label=t!("listed-address") value=entry.address fills="street-address" />
            <Field label=t!("listed-phone") help=t!("listed-phone-help") kind="tel" value=entry.phone fills="tel" />
        </Sheet>
        <Note>{t!("listed-public")}</Note>
    }
}

/// Near which town, or by a map's figures; a square of five kilometres is all that is published.
#[component]
fn Place(value: RwSignal<Option<[u8; 5]>>) -> impl IntoView {
    let towns = Signal::derive(move || {
        let mut towns: Vec<(Option<[u8; 5]>, String)> = vec![(None, say!("listed-choose-town"))];
        towns.extend(words::towns().into_iter().map(|(square, name)| (Some(square), name)));
        // A place between the towns is one of the choices once it was found.
        if let Some(place) = value.get().filter(|place| towns.iter().all(|(known, _)| *known != Some(*place))) {
            towns.push((Some(place), words::neighbourhood(place)));
        }
        towns
    });
    let figures = RwSignal::new(String::new());
    let wrong = move || {
        let typed = figures.get();
        (!typed.trim().is_empty() && words::coordinates(&typed).is_none()).then(|| say!("listed-figures-wrong"))
    };
    Effect::new(move |_| {
        if let Some((north, east)) = words::coordinates(&figures.get()) {
            value.set(Some(words::geohash(north, east)));
        }
    });
    view! {
        <Pick label=t!("listed-town") help=t!("listed-town-help") options=towns value=value />
        <details>
            <summary>{t!("listed-elsewhere")} <I of=icons::CHEVRON_DOWN /></summary>
            <Field label=t!("listed-figures") help=t!("listed-figures-help") value=figures error=Signal::derive(wrong) />
        </details>
    }
}
