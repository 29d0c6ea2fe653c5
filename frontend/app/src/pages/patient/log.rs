//! Who looked: every opening in a sentence, and the proof that none is missing.

mod entry;
mod proof;

pub(super) use self::{
    entry::{Entry, EntryLine, entries},
    proof::checked,
};

use super::gently::session;
use crate::{
    ask::{Told, asked},
    hand::hand,
    parts::{Choose, Columns, Empty, Page, Pick, Section, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::log::{self, Verified};
use chartkey_vocabulary::Account;
use leptos::prelude::*;
use proof::Proof;
use std::sync::Arc;

/// So many are in view before one asks for more.
const IN_VIEW: usize = 50;

/// Whose lines are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Others,
    All,
}

/// Who looked.
#[component]
pub(crate) fn Log() -> impl IntoView {
    let hand = hand();
    let seen = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            log::verify(&who, whose.unwrap_or(who.account())).await
        }
    });
    view! {
        <Page title=t!("place-log") lead=t!("log-lead").signal()>
            <Told of=seen awaited=t!("log-awaited") lines=5 let:verified>
                <Lines verified=verified />
            </Told>
        </Page>
    }
}

#[component]
fn Lines(verified: Arc<Verified>) -> impl IntoView {
    let hand = hand();
    let whose = RwSignal::new(Whose::Others);
    let person = RwSignal::new(None::<Account>);
    let most = RwSignal::new(IN_VIEW);
    let all = StoredValue::new(entries(&verified.lines));
    let people = Signal::derive(move || {
        let mut people: Vec<Account> = all.with_value(|all| all.iter().filter_map(|entry| entry.reader).collect());
        people.sort();
        people.dedup();
        let named = people.into_iter().map(|account| (Some(account), hand.name_of(account)));
        std::iter::once((None, say!("log-anybody"))).chain(named).collect::<Vec<_>>()
    });
    let fits = move |entry: &Entry| match person.get() {
        Some(person) => entry.reader == Some(person),
        None => whose.get() == Whose::All || entry.reader != hand.me(),
    };
    let shown =
        Memo::new(move |_| all.with_value(|all| all.iter().filter(|entry| fits(entry)).cloned().collect::<Vec<_>>()));
    let anchored = verified.anchored;
    let days = move || {
        let entries = shown.get();
        let mut days: Vec<(String, Vec<Entry>)> = Vec::new();
        for entry in entries.into_iter().take(most.get()) {
            let day = words::near_day(entry.last);
            match days.last_mut() {
                Some((known, lines)) if *known == day => lines.push(entry),
                _ => days.push((day, vec![entry])),
            }
        }
        days
    };
    let day = move |(day, lines): (String, Vec<Entry>)| {
        view! {
            <Section title=Signal::stored(words::capital(&day))>
                <div class="sheet flush list">
                    {lines.into_iter().map(|entry| view! { <EntryLine entry=entry anchored=anchored /> }).collect_view()}
                </div>
            </Section>
        }
    };
    let options = vec![(Whose::Others, t!("log-others").signal()), (Whose::All, t!("log-everybody").signal())];
    view! {
        <Columns>
            <section>
                <div class="row wrap filters">
                    <Choose legend=t!("log-filter") options=options value=whose />
                    <Pick label=t!("log-person") options=people value=person />
                </div>
                {move || {
                    if shown.with(Vec::is_empty) {
                        view! { <Empty icon=icons::EYE title=t!("log-none") note=t!("log-none-note").signal() /> }
                            .into_any()
                    } else {
                        days().into_iter().map(day).collect_view().into_any()
                    }
                }}
                {move || {
                    (shown.with(Vec::len) > most.get())
                        .then(|| {
                            view! {
                                <crate::parts::Button on_press=move || most.update(|most| *most += IN_VIEW)>
                                    {t!("log-more")}
                                </crate::parts::Button>
                            }
                        })
                }}
            </section>
            <Proof verified=verified />
        </Columns>
    }
}
