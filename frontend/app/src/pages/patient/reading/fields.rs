//! The lines, the unsure ones first: each says why it is unsure, and where it stands on the page.

use super::{
    cells::{Cell, Cells, Line},
    keys::{self, Wish},
};
use crate::{
    ground::js,
    parts::{Button, Field, I, Look, Note, Sheet, Tag, Tone, icons},
    speech::{say, t},
    words,
};
use chartkey_flows::facts::Region;
use leptos::{html, prelude::*, task::spawn_local};

/// The unsure ones to be looked at, then all the others.
#[component]
pub(super) fn Fields(
    cells: Cells,
    place: RwSignal<Option<Region>>,
    /// Where the original is drawn.
    paper: NodeRef<html::Div>,
) -> impl IntoView {
    let (unsure, sure): (Vec<Cell>, Vec<Cell>) = cells.all().into_iter().partition(|cell| cell.is_unsure());
    let count = sure.len();
    let draw = move |cell: Cell| view! { <OneLine cell=cell place=place paper=paper /> };
    view! {
        <p class="small soft wide">{t!("compare-keys")}</p>
        {unsure.into_iter().map(draw).collect_view()}
        {(count > 0)
            .then(|| {
                view! {
                    <details>
                        <summary>{t!("compare-others", count = count)} <I of=icons::CHEVRON_DOWN /></summary>
                        <div class="stack">{sure.into_iter().map(draw).collect_view()}</div>
                    </details>
                }
            })}
    }
}

/// One line: what was read, why it is unsure, and what a person makes of it.
#[component]
fn OneLine(cell: Cell, place: RwSignal<Option<Region>>, paper: NodeRef<html::Div>) -> impl IntoView {
    let line = cell.read.get_value();
    let at = line.place();
    // Whoever writes into a field has looked at it.
    Effect::new(move |_| {
        if cell.is_written() {
            cell.seen.set(true);
        }
    });
    let on_key = move |event: web_sys::KeyboardEvent| match keys::wish(&event) {
        Some(Wish::Right) => {
            event.prevent_default();
            if !untrack(|| cell.lacks()) {
                cell.seen.set(true);
                if let Some(here) = keys::box_of(&event) {
                    keys::go_on(&here);
                }
            }
        }
        Some(Wish::Leave) => place.set(None),
        None => {}
    };
    view! {
        <div
            class="cell"
            class:waits=move || !cell.seen.get()
            data-nth=cell.nth
            on:focusin=move |_| place.set(at)
            on:keydown=on_key
        >
            <Sheet tone=if cell.is_unsure() { Tone::Doubt } else { Tone::Plain }>
                <Head cell=cell />
                {move || {
                    if cell.gone.get() {
                        view! { <p class="small soft">{t!("compare-gone-note")}</p> }.into_any()
                    } else {
                        view! { <Asked cell=cell /> }.into_any()
                    }
                }}
                <div class="btns">
                    {at.map(|at| view! { <Where at=at place=place paper=paper /> })} <Answers cell=cell />
                </div>
            </Sheet>
        </div>
    }
}

/// What it is about, how it stands, and why it is unsure.
#[component]
fn Head(cell: Cell) -> impl IntoView {
    let unsure = cell.is_unsure();
    let state = move || {
        if cell.gone.get() {
            view! { <Tag tone=Tone::Bad>{t!("compare-gone")}</Tag> }.into_any()
        } else if cell.is_changed() {
            view! { <Tag tone=Tone::Good icon=icons::PENCIL>{t!("compare-changed")}</Tag> }.into_any()
        } else if unsure && cell.seen.get() {
            view! { <Tag tone=Tone::Good>{t!("compare-seen")}</Tag> }.into_any()
        } else if unsure {
            view! { <Tag tone=Tone::Doubt>{t!("lab-unsure")}</Tag> }.into_any()
        } else {
            ().into_any()
        }
    };
    let why = move || match cell.read.with_value(Line::doubt) {
        (Some(doubt), _) => words::machine(&doubt),
        (None, Some(sure)) => say!("compare-how-sure", percent = (sure * 100.0).round()),
        (None, None) => String::new(),
    };
    view! {
        <div class="row between wrap">
            <h3>
                <bdi>{move || cell.read.with_value(Line::about)}</bdi>
            </h3>
            <span aria-live="polite">{state}</span>
        </div>
        {unsure
            .then(|| {
                view! {
                    <Note tone=Tone::Doubt>
                        <span dir="auto">{why}</span>
                    </Note>
                }
            })}
    }
}

/// The fields.
#[component]
fn Asked(cell: Cell) -> impl IntoView {
    let [first, second] = cell.fields;
    let is_value = cell.read.with_value(|line| matches!(line, Line::Value(_)));
    let name = move || cell.read.with_value(Line::about);
    let first_label = move || match is_value {
        true => say!("compare-value", name = name()),
        false => say!("compare-entry", name = name()),
    };
    let second_label = move || match is_value {
        true => say!("compare-unit", name = name()),
        false => say!("compare-more", name = name()),
    };
    let wrong = Signal::derive(move || cell.lacks().then(|| say!("compare-needed")));
    view! {
        <div class="asking">
            <Field label=Signal::derive(first_label) value=first error=wrong />
            <Field label=Signal::derive(second_label) value=second />
        </div>
    }
}

/// "Show where", and on which page.
#[component]
fn Where(at: Region, place: RwSignal<Option<Region>>, paper: NodeRef<html::Div>) -> impl IntoView {
    let press = move || {
        place.set(Some(at));
        show(paper);
    };
    view! {
        <Button look=Look::Quiet icon=icons::SEARCH on_press=press>
            {move || if at.page > 1 { say!("compare-where-page", page = at.page) } else { say!("compare-where") }}
        </Button>
    }
}

/// "It is right", and "not on the page".
#[component]
fn Answers(cell: Cell) -> impl IntoView {
    let strike = move || {
        cell.gone.update(|gone| *gone = !*gone);
        cell.seen.set(true);
    };
    view! {
        {move || {
            (!cell.seen.get())
                .then(|| {
                    view! {
                        <Button icon=icons::CHECK on_press=move || cell.seen.set(true)>
                            {t!("compare-right")}
                        </Button>
                    }
                })
        }}
        <Button look=Look::Quiet on_press=strike>
            {move || if cell.gone.get() { say!("compare-gone-not") } else { say!("compare-strike") }}
        </Button>
    }
}

/// Brings the original into view, where it does not stand beside the lines.
fn show(paper: NodeRef<html::Div>) {
    let Some(paper) = paper.get_untracked() else { return };
    spawn_local(async move {
        let how = js::object(&[("block", "nearest".into())]);
        // A browser that does not scroll leaves the person to do so.
        let _ = js::call(&paper, "scrollIntoView", &[how]).await;
    });
}
