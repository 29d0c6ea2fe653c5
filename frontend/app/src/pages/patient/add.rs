//! Adding records: files are dropped, chosen or photographed, or a few lines are written; they are checked on this
//! device, sealed, and named on the chain.

mod draft;
mod drop;
mod line;
mod write;

pub(super) use self::{
    draft::{Draft, State, media_type},
    drop::DropZone,
};

use super::{ask_reading::Readers, queued::Queued};
use crate::{
    ask::{Wrong, doing},
    ground::files::Picked,
    hand::{hand, is_connected},
    parts::{Button, Go, Look, Note, Page, Section, Sheet, Tone, announce, icons},
    places::Place,
    speech::{say, t},
};
use chartkey_flows::{Failure, jobs};
use chartkey_vocabulary::{Account, DAY};
use leptos::{ev, prelude::*};
use leptos_router::hooks::use_location;
use std::collections::HashMap;
use write::Write;

/// Files by their drafts' numbers; a browser's file stays in this thread.
pub(super) type Files = StoredValue<HashMap<u32, Picked>, LocalStorage>;

/// Where lines for the emergency card are written.
pub(super) fn card_path() -> String {
    format!("{}?write=card", Place::Add.path())
}

/// Add records.
#[component]
pub(crate) fn Add() -> impl IntoView {
    let hand = hand();
    let drafts = RwSignal::new(Vec::<Draft>::new());
    let files: Files = StoredValue::new_local(HashMap::new());
    let readers = RwSignal::new(Vec::<Account>::new());
    let adding = doing();
    let for_card = use_location().query.with_untracked(|query| query.get("write")).as_deref() == Some("card");
    let writing = RwSignal::new(for_card);
    let back = if for_card { Place::Emergency } else { Place::Records };
    let leaving = window_event_listener(ev::beforeunload, move |event| {
        if adding.busy().get_untracked() {
            event.prevent_default();
        }
    });
    on_cleanup(move || leaving.remove());
    let limit = hand.visitor().map_or(u64::MAX, |visitor| visitor.site.largest_blob);
    let take = move |picked: Vec<Picked>| {
        for file in picked {
            let draft = Draft::of(&file);
            files.update_value(|files| drop(files.insert(draft.id, file.clone())));
            drafts.update(|drafts| drafts.push(draft.clone()));
            draft.look(file, limit);
        }
    };
    let ready = Memo::new(move |_| drafts.with(|drafts| drafts.iter().filter(|draft| draft.is_ready()).count()));
    let added = Memo::new(move |_| drafts.with(|drafts| drafts.iter().filter(|draft| draft.added().is_some()).count()));
    let going = Memo::new(move |_| drafts.with(|drafts| drafts.iter().filter(|draft| draft.is_going()).count()));
    let offline = move || hand.is_alone() || !is_connected();
    let press = move || {
        let whose = hand.whose();
        let waiting: Vec<(Draft, Picked)> = drafts.with_untracked(|drafts| {
            let ready = drafts.iter().filter(|draft| draft.is_ready());
            ready
                .filter_map(|draft| Some((draft.clone(), files.with_value(|files| files.get(&draft.id).cloned())?)))
                .collect()
        });
        let readers = readers.get_untracked();
        adding.start(async move {
            let owner = whose.ok_or_else(|| Failure::Not("nobody is signed in".into()))?;
            // How many keys reading services lack turns out on the way.
            let _row = hand.desk().in_a_row(readers.is_empty().then_some(waiting.len()));
            let mut done = 0;
            for (draft, file) in waiting {
                if draft.add(hand, owner, file).await {
                    done += 1;
                    announce(say!("add-done", name = draft.name()));
                    if !readers.is_empty() {
                        draft.read_by(hand, &readers).await;
                    }
                }
            }
            if done > 0 {
                hand.stir();
            }
            Ok(())
        });
    };
    view! {
        <Page title=t!("place-add") lead=t!("add-lead").signal() back=back>
            <Queued />
            <DropZone take=take>
                <Button icon=icons::PENCIL on_press=move || writing.update(|open| *open = !*open)>
                    {t!("add-write")}
                </Button>
            </DropZone>
            <Write open=writing for_card=for_card take=take />
            <For each=move || drafts.get() key=|draft| draft.id let:draft>
                <line::Line draft=draft drafts=drafts files=files />
            </For>
            {move || {
                (ready.get() > 0)
                    .then(|| {
                        (!offline()).then(|| view! {
                            <Section title=t!("add-read-title")>
                                <Readers chosen=readers />
                            </Section>
                        })
                    })
            }}
            <Wrong of=adding />
            {move || {
                (ready.get() > 0 || adding.busy().get())
                    .then(|| {
                        view! {
                            <Sheet>
                                {move || {
                                    // The one under way counts until the wallet has been asked for it.
                                    let left = ready.get() + going.get();
                                    (left > 0)
                                        .then(|| {
                                            let words = if offline() { say!("offline-add") } else { say!("add-signs", count = left) };
                                            view! { <p class="small soft">{words}</p> }
                                        })
                                }}
                                <div class="btns end">
                                    <Button look=Look::Main icon=icons::LOCK busy=adding.busy() on_press=press>
                                        {t!("add-seal", count = ready.get())}
                                    </Button>
                                </div>
                            </Sheet>
                        }
                    })
            }}
            {move || {
                (added.get() > 0 && ready.get() == 0 && !adding.busy().get())
                    .then(|| {
                        view! {
                            <Note tone=Tone::Good>
                                <div class="row between wrap">
                                    <span>{t!("add-all-done", count = added.get())}</span>
                                    {if for_card {
                                        view! { <Go to=Place::Emergency>{t!("place-emergency")}</Go> }.into_any()
                                    } else {
                                        view! { <Go to=Place::Records>{t!("add-to-records")}</Go> }.into_any()
                                    }}
                                </div>
                            </Note>
                        }
                    })
            }}
        </Page>
    }
}

impl Draft {
    /// Asks reading services, once the record is there. What fails is said at the draft; the record stands.
    async fn read_by(&self, hand: crate::hand::Hand, readers: &[Account]) {
        let Some(record) = self.added() else { return };
        let asked = async { jobs::ask(&*hand.person().await?, record, readers, DAY).await };
        if let Err(failure) = asked.await {
            hand.noticed(&failure);
            self.not_read(&failure);
        }
    }
}
