//! One record: what it says, what machines found in it, its versions, who may open it, who did, and the proof.

mod acts;
mod brought;
mod finding;
mod gone;
mod holders;
mod jobs;
mod lab;
mod leaf;
mod looked;
mod maps;
mod picture;
mod proof;
mod read;
mod slide;
mod trends;
mod versions;
mod viewer;
mod views;

pub(super) use self::{
    brought::BroughtIn,
    lab::{Entries, Lab},
    read::{LESSONS, ORIGINAL},
};
// A doctor signs beside the same picture, and whoever opens a link sees what the patient sees.
pub(in crate::pages) use self::{
    leaf::Leaf,
    picture::HeatSlider,
    viewer::{Mark, Shown, Viewer},
    views::Views,
};

use self::gone::{Gone, Withdrawal, gone};
use crate::{
    ask::{Told, asked},
    hand::{Hand, hand},
    parts::{KindMark, Page, Tab, Tabs},
    places::{Place, View},
    shelf,
    speech::{say, say_key, t},
    words,
};
use chartkey_flows::{Failure, chart};
use chartkey_vocabulary::{Denial, Facts, Record as Row, RecordId, Role};
use leptos::prelude::*;
use std::sync::Arc;

/// A record, and whether the asker keeps it: as its owner, or as a guardian.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Whole {
    pub(super) id: RecordId,
    pub(super) row: Row,
    pub(super) kept: bool,
}

impl Whole {
    /// What its author says of a version.
    pub(super) fn title(&self, hand: Hand, version: u16) -> shelf::Title {
        if self.kept { shelf::title(hand, self.id, version) } else { shelf::title_once_open(self.id, version) }
    }

    pub(super) fn facts(&self) -> Facts {
        let Row { owner, author, kind, written, .. } = self.row;
        Facts { record: self.id, owner, author, kind, written }
    }
}

/// Asks the chain what the record is.
pub(super) async fn whole(hand: Hand, id: RecordId) -> Result<Whole, Failure> {
    let person = hand.person().await?;
    let asked = async {
        let row = person.now().await?.records().record(id).await?;
        let row = row.ok_or(Failure::Denied(Denial::NoSuchRecord))?;
        let kept = chart::stands_for(&person, row.owner).await?;
        Ok(Whole { id, row, kept })
    };
    shelf::or_before(name_of_answer(id), asked).await
}

/// Under which name the shelf keeps what the chain said.
fn name_of_answer(id: RecordId) -> String {
    format!("record {id}")
}

/// A record, or what became of it.
#[derive(Clone, PartialEq, Eq)]
enum Stands {
    There(Arc<Whole>),
    Gone(Gone),
}

async fn stands(hand: Hand, id: RecordId) -> Result<Stands, Failure> {
    match whole(hand, id).await {
        Ok(known) => Ok(Stands::There(Arc::new(known))),
        Err(Failure::Denied(Denial::NoSuchRecord)) => Ok(Stands::Gone(gone(hand, id).await)),
        Err(failure) => Err(failure),
    }
}

/// One record.
#[component]
pub(crate) fn Record(record: RecordId, view: View) -> impl IntoView {
    let hand = hand();
    let told = asked(move || stands(hand, record));
    // Whatever happened elsewhere: a page somebody reads or works in is made anew only when the record is another.
    let stands = Memo::new(move |_| told.get());
    let known = Memo::new(move |_| match stands.get().as_deref() {
        Some(Stands::There(known)) => Some(known.clone()),
        Some(Stands::Gone(_)) | None => None,
    });
    let title = move || match known.get() {
        Some(known) => shelf::name(&known.title(hand, known.row.versions), known.row.kind),
        None => say!("place-record"),
    };
    let lead = move || {
        let Row { author, owner, written, kind, .. } = known.get()?.row;
        let day = words::near_day(written);
        Some(if author == owner {
            say!("record-lead-own", kind = words::kind(kind), day = day.clone())
        } else {
            say!("record-lead", kind = words::kind(kind), day = day.clone(), who = hand.name_of(author))
        })
    };
    let mark = move || move || known.get().map(|known| view! { <KindMark kind=known.row.kind /> });
    let actions = move || move || known.get().map(|known| view! { <acts::Acts known=known /> });
    let owner = move || match stands.get()?.as_ref() {
        Stands::There(known) => Some(known.row.owner),
        Stands::Gone(gone) => gone.owner,
    };
    // Who is not a patient came from a patient's chart.
    let back = Signal::derive(move || match hand.role() {
        Some(Role::Patient) | None => Place::Records,
        Some(Role::Pharmacy) => Place::Counter,
        Some(_) => owner().map_or(Place::Patients, Place::Chart),
    });
    let is_gone = Memo::new(move |_| matches!(stands.get().as_deref(), Some(Stands::Gone(_))));
    let tabs = move || {
        let tabs = View::ALL.map(|side| {
            view! {
                <Tab to=Place::Record(record, side) here=side == view>
                    {move || say_key(side.title(), &[])}
                </Tab>
            }
        });
        view! { <Tabs label=t!("record-sides")>{tabs.into_iter().collect_view()}</Tabs> }
    };
    view! {
        <Page
            title=Signal::derive(title)
            lead=Signal::derive(move || lead().unwrap_or_default())
            back=back
            mark=mark
            actions=actions
        >
            {move || (!is_gone.get()).then(tabs)}
            {move || match stands.get().as_deref() {
                Some(Stands::There(known)) => side(known.clone(), view),
                Some(Stands::Gone(gone)) => view! { <Withdrawal gone=*gone /> }.into_any(),
                None => view! { <Told of=told awaited=t!("record-awaited") lines=4 children=|_| () /> }.into_any(),
            }}
        </Page>
    }
}

fn side(known: Arc<Whole>, view: View) -> AnyView {
    match view {
        View::Read => view! { <read::Read known=known /> }.into_any(),
        View::Trends => view! { <trends::Trends known=known /> }.into_any(),
        View::Versions => view! { <versions::Versions known=known /> }.into_any(),
        View::Looked => view! { <looked::Looked known=known /> }.into_any(),
        View::Proof => view! { <proof::Proof known=known /> }.into_any(),
    }
}

#[cfg(test)]
mod tests;
