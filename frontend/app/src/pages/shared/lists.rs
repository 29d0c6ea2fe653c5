//! What somebody has, takes, does not bear, is protected against, and what was done to them: each thing once, however many records name it.

use super::{gathered::Gathered, word::Word};
use crate::{
    parts::{I, Icon, Note, Section, Tag, Tone, icons},
    places::{Place, View},
    speech::{key, say, say_key, t},
    words,
};
use chartkey_flows::facts::{Entry, Facts};
use chartkey_vocabulary::RecordId;
use leptos::prelude::*;

/// One thing, and the record that says so last.
#[derive(Clone)]
struct Thing {
    entry: Entry,
    record: RecordId,
    word: Word,
    /// A prescription says so that is over.
    lapsed: bool,
}

/// Some lists, and what an empty one says.
pub(crate) struct Lists {
    lists: Vec<(&'static str, Icon, Vec<Thing>)>,
    none: &'static str,
}

impl Lists {
    /// All there are, for whose records they are; an empty one says so, because "no allergies known" is worth knowing.
    pub(crate) fn of(gathered: &Gathered) -> Self {
        let lists = vec![
            (key!("facts-conditions"), icons::STETHOSCOPE, collect(gathered, |facts| &facts.conditions)),
            (key!("facts-medicines"), icons::PILL, collect(gathered, |facts| &facts.medicines)),
            (key!("facts-allergies"), icons::ALERT, collect(gathered, |facts| &facts.allergies)),
            (key!("facts-vaccinations"), icons::SYRINGE, collect(gathered, |facts| &facts.vaccinations)),
            (key!("facts-procedures"), icons::CLIPBOARD, collect(gathered, |facts| &facts.procedures)),
        ];
        Self { lists, none: key!("facts-none") }
    }

    /// What has to be known before somebody is treated: what could harm first. Whoever treats holds some of the records
    /// only, so an empty list says that it proves nothing.
    pub(crate) fn before_treating(gathered: &Gathered) -> Self {
        let lists = vec![
            (key!("facts-allergies"), icons::ALERT, collect(gathered, |facts| &facts.allergies)),
            (key!("facts-conditions"), icons::STETHOSCOPE, collect(gathered, |facts| &facts.conditions)),
            (key!("facts-medicines"), icons::PILL, collect(gathered, |facts| &facts.medicines)),
        ];
        Self { lists, none: key!("chart-lists-none") }
    }

    /// Whether there is nothing in them.
    pub(crate) fn is_empty(&self) -> bool {
        self.lists.iter().all(|(_, _, things)| things.is_empty())
    }

    /// Draws all of them, the empty ones too.
    pub(crate) fn draw(self) -> impl IntoView {
        let Self { lists, none } = self;
        let lists = lists
            .into_iter()
            .map(|(title, icon, things)| view! { <OneList title=title icon=icon things=things none=none /> });
        view! { <div class="quarters">{lists.collect_view()}</div> }
    }
}

/// Each thing once: the newest mention of it counts, and a prescription that is over only where nothing else names the
/// medicine, since another one of it may stand. What is over comes last.
fn collect(gathered: &Gathered, which: impl Fn(&Facts) -> &Vec<Entry>) -> Vec<Thing> {
    let mut things: Vec<Thing> = Vec::new();
    for part in &gathered.parts {
        for entry in which(&part.facts) {
            let lapsed = part.is_over && entry.over;
            let thing = Thing { entry: entry.clone(), record: part.record, word: part.word, lapsed };
            let same = |known: &&mut Thing| known.entry.what.trim().eq_ignore_ascii_case(entry.what.trim());
            match things.iter_mut().find(same) {
                Some(known) if (!known.lapsed, known.entry.at) < (!lapsed, entry.at) => *known = thing,
                Some(_) => {}
                None => things.push(thing),
            }
        }
    }
    things.sort_by_key(|thing| (thing.entry.over, std::cmp::Reverse(thing.entry.at)));
    things
}

#[component]
fn OneList(title: &'static str, icon: Icon, things: Vec<Thing>, none: &'static str) -> impl IntoView {
    let after = move || view! { <I of=icon /> };
    let line = |thing: Thing| {
        let Thing { entry: Entry { what, more, at, over, from, .. }, record, word, .. } = thing;
        view! {
            <li>
                <a class="line" href=Place::Record(record, View::Read).path()>
                    <span class="grow">
                        <strong class="small">
                            <bdi>{what}</bdi>
                        </strong>
                        {(!more.is_empty()).then(|| view! { <span class="soft small of-day">{more}</span> })}
                        {from_house(from)}
                    </span>
                    {(word == Word::Machine)
                        .then(|| view! { <Tag tone=Tone::Machine>{t!("finding-unsigned")}</Tag> })}
                    {over.then(|| view! { <Tag>{t!("facts-over")}</Tag> })}
                    {at.map(|at| view! { <span class="soft small nowrap">{move || words::near_day(at)}</span> })}
                </a>
            </li>
        }
    };
    view! {
        <Section title=move || say_key(title, &[]) after=after>
            {if things.is_empty() {
                view! {
                    <div class="sheet">
                        <p class="small soft">{move || say_key(none, &[])}</p>
                    </div>
                }
                    .into_any()
            } else {
                view! {
                    <div class="sheet flush">
                        <ul class="list">{things.into_iter().map(line).collect_view()}</ul>
                    </div>
                }
                    .into_any()
            }}
        </Section>
    }
}

/// "from Harbour Hospital", under what was brought in from there.
pub(crate) fn from_house(house: String) -> Option<impl IntoView> {
    (!house.is_empty()).then(|| {
        view! { <span class="soft tiny of-day">{move || say!("facts-from", house = house.clone())}</span> }
    })
}

/// What documents hold beside: where it lies, so that nobody takes the lists for all there is.
#[component]
pub(crate) fn Kept(
    /// How many entries, by the record that holds them.
    records: Vec<(RecordId, u32)>,
) -> impl IntoView {
    let link = |(record, kept): (RecordId, u32)| {
        view! {
            <li>
                <a href=Place::Record(record, View::Read).path()>{t!("brought-kept", count = kept)}</a>
            </li>
        }
    };
    (!records.is_empty()).then(|| {
        view! {
            <Note>
                {t!("health-kept")} <ul class="small dotted">{records.into_iter().map(link).collect_view()}</ul>
            </Note>
        }
    })
}
