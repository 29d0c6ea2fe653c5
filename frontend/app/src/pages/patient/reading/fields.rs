//! The values, the unsure ones first: each says why it is unsure, and where it stands on the paper.

use super::super::record::Lab;
use crate::{
    ground::js,
    parts::{Button, Field, I, Look, Note, Sheet, Tag, Tone, icons},
    speech::{say, t},
};
use chartkey_flows::facts::{Measured, Region};
use leptos::{html, prelude::*, task::spawn_local};

/// One value in a person's hands.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    read: StoredValue<Measured>,
    value: RwSignal<String>,
    unit: RwSignal<String>,
    /// A person has looked at it.
    seen: RwSignal<bool>,
}

impl Cell {
    fn of(read: &Measured) -> Self {
        Self {
            value: RwSignal::new(read.value.clone()),
            unit: RwSignal::new(read.unit.clone()),
            seen: RwSignal::new(!read.is_unsure()),
            read: StoredValue::new(read.clone()),
        }
    }

    /// Whether a person has written something else than the machine read.
    fn is_changed(self) -> bool {
        self.read.with_value(|read| {
            self.value.with(|value| value.trim() != read.value) || self.unit.with(|unit| unit.trim() != read.unit)
        })
    }

    /// As it stands now: a person's word, so nothing in it is unsure any more.
    fn now(self) -> Measured {
        let (value, unit) = (self.value.get_untracked(), self.unit.get_untracked());
        self.read.with_value(|read| read.said(&value, &unit))
    }
}

/// All values.
#[derive(Clone, Copy)]
pub(super) struct Cells(StoredValue<Vec<Cell>>);

impl Cells {
    /// Of what a machine read.
    pub(super) fn of(values: &[Measured]) -> Self {
        Self(StoredValue::new(values.iter().map(Cell::of).collect()))
    }

    /// How many a person has yet to look at.
    pub(super) fn waiting(self) -> usize {
        self.0.with_value(|cells| cells.iter().filter(|cell| !cell.seen.get()).count())
    }

    /// How many a person has changed.
    pub(super) fn changed(self) -> usize {
        self.0.with_value(|cells| cells.iter().filter(|cell| cell.is_changed()).count())
    }

    /// Whether a value was left empty.
    pub(super) fn lacks(self) -> bool {
        self.0.with_value(|cells| cells.iter().any(|cell| cell.value.with(|value| value.trim().is_empty())))
    }

    /// All as they stand now.
    pub(super) fn now(self) -> Vec<Measured> {
        self.0.with_value(|cells| cells.iter().map(|cell| cell.now()).collect())
    }
}

/// The unsure ones to be looked at, then all of them as a table.
#[component]
pub(super) fn Fields(
    cells: Cells,
    place: RwSignal<Option<Region>>,
    /// Where the original is drawn.
    paper: NodeRef<html::Div>,
    may_correct: bool,
) -> impl IntoView {
    let all = cells.0.get_value();
    let unsure: Vec<Cell> = all.iter().copied().filter(|cell| cell.read.with_value(Measured::is_unsure)).collect();
    let sure: Vec<Cell> = all.into_iter().filter(|cell| !cell.read.with_value(Measured::is_unsure)).collect();
    if !may_correct {
        let values = cells.0.with_value(|cells| cells.iter().map(|cell| cell.read.get_value()).collect::<Vec<_>>());
        return view! { <Lab values=values /> }.into_any();
    }
    let count = sure.len();
    let draw = move |cell: Cell| view! { <OneField cell=cell place=place paper=paper /> };
    view! {
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
    .into_any()
}

/// One value: what was read, why it is unsure, and what a person makes of it.
#[component]
fn OneField(cell: Cell, place: RwSignal<Option<Region>>, paper: NodeRef<html::Div>) -> impl IntoView {
    let read = cell.read.get_value();
    let (unsure, at) = (read.is_unsure(), read.place);
    let doubt = read.doubt.clone();
    let sure = read.sure.map(|sure| (sure * 100.0).round());
    let why = move || match (doubt.clone(), sure) {
        (Some(doubt), _) => doubt,
        (None, Some(sure)) => say!("compare-how-sure", percent = sure),
        (None, None) => String::new(),
    };
    let name = read.test.clone();
    let wrong =
        Signal::derive(move || cell.value.with(|value| value.trim().is_empty()).then(|| say!("compare-needed")));
    let state = move || {
        if cell.is_changed() {
            view! { <Tag tone=Tone::Good icon=icons::PENCIL>{t!("compare-changed")}</Tag> }.into_any()
        } else if cell.seen.get() && unsure {
            view! { <Tag tone=Tone::Good>{t!("compare-seen")}</Tag> }.into_any()
        } else if unsure {
            view! { <Tag tone=Tone::Doubt>{t!("lab-unsure")}</Tag> }.into_any()
        } else {
            ().into_any()
        }
    };
    // Whoever writes into a field has looked at it.
    Effect::new(move |_| {
        if cell.is_changed() {
            cell.seen.set(true);
        }
    });
    view! {
        <div on:focusin=move |_| place.set(at)>
            <Sheet tone=if unsure { Tone::Doubt } else { Tone::Plain }>
                <div class="row between wrap">
                    <h3>
                        <bdi>{name.clone()}</bdi>
                    </h3>
                    <span aria-live="polite">{state}</span>
                </div>
                {unsure.then(|| view! { <Note tone=Tone::Doubt>{why}</Note> })}
                <div class="asking">
                    <Field
                        label=Signal::derive({
                            let name = name.clone();
                            move || say!("compare-value", name = name.clone())
                        })
                        value=cell.value
                        error=wrong
                    />
                    <Field label=Signal::derive(move || say!("compare-unit", name = name.clone())) value=cell.unit />
                </div>
                <div class="btns">
                    {at
                        .map(|at| {
                            view! {
                                <Button look=Look::Quiet icon=icons::SEARCH on_press=move || {
                                    place.set(Some(at));
                                    show(paper);
                                }>
                                    {t!("compare-where")}
                                </Button>
                            }
                        })}
                    {move || {
                        (unsure && !cell.seen.get())
                            .then(|| {
                                view! {
                                    <Button icon=icons::CHECK on_press=move || cell.seen.set(true)>
                                        {t!("compare-right")}
                                    </Button>
                                }
                            })
                    }}
                </div>
            </Sheet>
        </div>
    }
}

/// Brings the original into view, where it does not stand beside the values.
fn show(paper: NodeRef<html::Div>) {
    let Some(paper) = paper.get_untracked() else { return };
    spawn_local(async move {
        let how = js::object(&[("block", "nearest".into())]);
        // A browser that does not scroll leaves the person to do so.
        let _ = js::call(&paper, "scrollIntoView", &[how]).await;
    });
}
