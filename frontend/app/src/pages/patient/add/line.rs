//! One file: what it is, what it will be called, and how far it is.

use super::{super::record::BroughtIn, Draft, Files, State};
use crate::{
    ask::Alert,
    parts::{Bones, Field, Go, I, IconButton, Note, OnItsWay, Pick, Sheet, Tag, Tone, icons},
    places::{Place, View},
    speech::{say, t},
    words,
};
use chartkey_flows::{Stage, intake::Checked};
use chartkey_vocabulary::Kind;
use leptos::prelude::*;

/// What is drawn for it; further news of the same only moves the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    Looking,
    Unfit(String),
    Asking(Checked, Option<words::Said>),
    Going,
    Waits(Option<words::Said>),
    Added(chartkey_vocabulary::RecordId, Option<words::Said>),
}

/// One file.
#[component]
pub(super) fn Line(draft: Draft, drafts: RwSignal<Vec<Draft>>, files: Files) -> impl IntoView {
    let (id, size) = (draft.id, draft.size);
    let state: RwSignal<State> = draft.state.clone().into();
    let shown = Memo::new(move |_| match state.get() {
        State::Looking => Shown::Looking,
        State::Unfit(why) => Shown::Unfit(why),
        State::Ready(checked) => Shown::Asking(checked, None),
        State::Failed(checked, why) => Shown::Asking(checked, Some(why)),
        State::Going(..) => Shown::Going,
        State::Waits(_, _, why) => Shown::Waits(why),
        State::Added(record, why) => Shown::Added(record, why),
    });
    let follows = draft.clone();
    Effect::new(move |_| follows.follow());
    let stage = Signal::derive(move || match state.get() {
        State::Going(_, stage) => Some(stage.unwrap_or(Stage::Sealing { done: 0, size })),
        _ => None,
    });
    let out = move || {
        files.update_value(|files| drop(files.remove(&id)));
        drafts.update(|drafts| drafts.retain(|draft| draft.id != id));
    };
    let name = {
        let draft = draft.clone();
        move || draft.name()
    };
    let remove = {
        let name = name.clone();
        Signal::derive(move || say!("add-remove", name = name()))
    };
    let tag = move || match shown.get() {
        Shown::Added(..) => view! { <Tag tone=Tone::Good>{t!("add-added")}</Tag> }.into_any(),
        Shown::Unfit(_) => view! { <Tag tone=Tone::Bad>{t!("add-unfit")}</Tag> }.into_any(),
        Shown::Going => ().into_any(),
        Shown::Waits(_) => view! { <Tag tone=Tone::Key icon=icons::HOURGLASS>{t!("offline-waits")}</Tag> }.into_any(),
        _ => view! { <IconButton icon=icons::CROSS label=remove on_press=out /> }.into_any(),
    };
    let body = move || match shown.get() {
        Shown::Looking => view! { <Bones awaited=t!("add-looking") lines=1 /> }.into_any(),
        Shown::Unfit(why) => view! {
            <div role="alert">
                <Note tone=Tone::Bad>{why}</Note>
            </div>
        }
        .into_any(),
        Shown::Asking(checked, why) => view! { <Asking draft=draft.clone() checked=checked why=why /> }.into_any(),
        Shown::Going => view! { <OnItsWay stage=stage /> }.into_any(),
        Shown::Waits(why) => view! {
            <div role="status">
                <Note tone=Tone::Key icon=icons::LOCK>
                    {why.map(|why| view! { <strong>{why.what}</strong> " " })}
                    {t!("offline-sealed-here")}
                </Note>
            </div>
        }
        .into_any(),
        Shown::Added(record, why) => view! {
            {why.map(|why| view! { <Note tone=Tone::Doubt>{t!("add-not-read")} " " {why.what}</Note> })}
            <div class="row end">
                <Go to=Place::Record(record, View::Read)>{t!("add-open")}</Go>
            </div>
        }
        .into_any(),
    };
    view! {
        <Sheet>
            <div class="row">
                <span class="kind" aria-hidden="true">
                    <I of=icons::FILE />
                </span>
                <div class="grow">
                    <h2 class="small">
                        <bdi>{name}</bdi>
                    </h2>
                    <p class="small soft">{move || words::bytes(size)}</p>
                </div>
                {tag}
            </div>
            {body}
        </Sheet>
    }
}

/// What a person says of a file before it is added.
#[component]
fn Asking(draft: Draft, checked: Checked, why: Option<words::Said>) -> impl IntoView {
    let title: RwSignal<String> = draft.title.clone().into();
    let kind: RwSignal<Kind> = draft.kind.clone().into();
    let day: RwSignal<String> = draft.day.clone().into();
    let kinds = Signal::derive(|| words::kinds().map(|kind| (kind, words::kind(kind))).to_vec());
    let brought = draft.brought.clone();
    let (pages, pixels) = (checked.pages, checked.pixels);
    let seen = move || match (pages.filter(|pages| *pages > 1), pixels) {
        (Some(pages), _) => Some(say!("add-pages", count = pages)),
        (None, Some((width, height))) => Some(say!("add-pixels", width = width, height = height)),
        (None, None) => None,
    };
    view! {
        {why.map(|why| view! { <Alert said=why /> })}
        {move || seen().map(|seen| view! { <p class="small soft">{seen}</p> })}
        {move || view! { <BroughtIn brought=brought.get() /> }}
        <div class="asking">
            <Field label=t!("add-title") value=title help=t!("add-title-help").signal() />
            <Pick label=t!("add-kind") options=kinds value=kind />
            <Field label=t!("add-day") value=day kind="date" help=t!("add-day-help").signal() />
        </div>
    }
}
