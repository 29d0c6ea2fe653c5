//! Which records, until when, how often: terms as somebody chooses them.

use super::{
    count::Count,
    day,
    pick::{KindPick, MOST, RecordPick},
    until::Until,
};
use crate::{
    parts::{Choose, Field, I, Switch, icons},
    speech::{key, t},
};
use chartkey_vocabulary::{DAY, Exclusions, Extent, Kinds, Purpose, RecordId, Scope, Terms};
use leptos::prelude::*;

/// Spans that fit most keys, in days.
const SPANS: &[u64] = &[1, 7, 30, 90, 365];

/// How the records are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Everything,
    Kinds,
    Records,
    Written,
    ByReader,
}

/// Terms, as they are chosen. Cheap to copy.
#[derive(Clone, Copy)]
pub(in super::super) struct Wish {
    which: RwSignal<Which>,
    kinds: RwSignal<Kinds>,
    records: RwSignal<Vec<RecordId>>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    back_kinds: RwSignal<Kinds>,
    back_records: RwSignal<Vec<RecordId>>,
    until: Until,
    openings: Count,
    may_write: RwSignal<bool>,
}

impl Wish {
    /// All records for a month, to begin with.
    pub(in super::super) fn new() -> Self {
        let all = Scope::everything();
        Self::on(&Terms { scope: all, until: 0, openings: None, may_write: false }, Until::days(30))
    }

    /// One record for a month, to begin with.
    pub(in super::super) fn only(record: RecordId) -> Self {
        let scope = Extent::Records(vec![record]).into();
        Self::on(&Terms { scope, until: 0, openings: None, may_write: false }, Until::days(30))
    }

    /// The terms somebody asks for, to be changed.
    pub(in super::super) fn of(terms: &Terms) -> Self {
        Self::on(terms, Until::at(terms.until))
    }

    fn on(terms: &Terms, until: Until) -> Self {
        let (mut kinds, mut records, mut written) = (Kinds(0), Vec::new(), (String::new(), String::new()));
        let which = match &terms.scope.extent {
            Extent::Everything => Which::Everything,
            Extent::Kinds(some) => {
                kinds = *some;
                Which::Kinds
            }
            Extent::Records(some) => {
                records.clone_from(some);
                Which::Records
            }
            Extent::Written(from, to) => {
                written = (day::written(*from), day::written(to.saturating_sub(1)));
                Which::Written
            }
            Extent::ByReader => Which::ByReader,
        };
        let Exclusions { kinds: back_kinds, records: back_records } = terms.scope.except.clone();
        Self {
            which: RwSignal::new(which),
            kinds: RwSignal::new(kinds),
            records: RwSignal::new(records),
            from: RwSignal::new(written.0),
            to: RwSignal::new(written.1),
            back_kinds: RwSignal::new(back_kinds),
            back_records: RwSignal::new(back_records),
            until,
            openings: Count::new(terms.openings.is_some(), terms.openings.unwrap_or(3)),
            may_write: RwSignal::new(terms.may_write),
        }
    }

    /// What was chosen; who calls it in a view follows it.
    ///
    /// # Errors
    /// The words for what is missing or wrong.
    pub(in super::super) fn read(self, purpose: Purpose) -> Result<Terms, &'static str> {
        let scope = self.scope()?;
        let openings = self.openings.read(key!("terms-no-openings"))?;
        let may_write = self.may_write.get() && purpose == Purpose::Treatment;
        Ok(Terms { scope, until: self.until.read()?, openings, may_write })
    }

    /// Which records, without the rest.
    pub(in super::super) fn scope(self) -> Result<Scope, &'static str> {
        let except = Exclusions { kinds: self.back_kinds.get(), records: self.back_records.get() };
        let extent = match self.which.get() {
            Which::Everything => Extent::Everything,
            Which::Kinds if self.kinds.get().is_void() => return Err(key!("terms-no-kind")),
            Which::Kinds => Extent::Kinds(self.kinds.get()),
            Which::Records if self.records.with(Vec::is_empty) => return Err(key!("terms-no-record")),
            Which::Records => Extent::Records(self.records.get()),
            Which::Written => {
                let from = day::begins(&self.from.get()).ok_or(key!("until-no-day"))?;
                let to = day::begins(&self.to.get()).ok_or(key!("until-no-day"))? + DAY;
                if from >= to {
                    return Err(key!("terms-no-time"));
                }
                Extent::Written(from, to)
            }
            Which::ByReader => Extent::ByReader,
        };
        let nothing_left = match &extent {
            Extent::Kinds(kinds) => kinds.0 & !except.kinds.0 == 0,
            Extent::Records(records) => records.iter().all(|record| except.records.contains(record)),
            _ => except.kinds == Kinds::ALL,
        };
        if nothing_left { Err(key!("terms-nothing-left")) } else { Ok(Scope { extent, except }) }
    }
}

/// The fields for terms: what, and below it until when and how often.
#[component]
pub(in super::super) fn WishFields(
    /// The choice.
    wish: Wish,
    /// What for; a pharmacy never reaches more than prescriptions, and only who treats may write.
    #[prop(into)]
    purpose: Signal<Purpose>,
    /// Only which records.
    #[prop(optional)]
    records_only: bool,
    /// Only until when and how often.
    #[prop(optional)]
    time_only: bool,
) -> impl IntoView {
    view! {
        {(!time_only).then(|| view! { <What wish=wish /> })}
        {(!records_only)
            .then(|| {
                view! {
                    {wish.until.fields(SPANS)}
                    <details>
                        <summary>{t!("terms-more")} <I of=icons::CHEVRON_DOWN /></summary>
                        <div class="stack">
                            <Switch
                                label=t!("terms-count-openings")
                                help=t!("terms-count-openings-help")
                                value=wish.openings.counted
                            />
                            {wish.openings.field(t!("terms-openings-field"))}
                            {move || {
                                (purpose.get() == Purpose::Treatment)
                                    .then(|| {
                                        view! {
                                            <Switch
                                                label=t!("terms-write")
                                                help=t!("terms-write-help")
                                                value=wish.may_write
                                            />
                                        }
                                    })
                            }}
                        </div>
                    </details>
                }
            })}
    }
}

#[component]
fn What(wish: Wish) -> impl IntoView {
    let options = vec![
        (Which::Everything, t!("which-everything").signal()),
        (Which::Kinds, t!("which-kinds").signal()),
        (Which::Records, t!("which-records").signal()),
        (Which::Written, t!("which-written").signal()),
        (Which::ByReader, t!("which-by-reader").signal()),
    ];
    let more = move || match wish.which.get() {
        Which::Everything => view! { <p class="small soft">{t!("which-everything-note")}</p> }.into_any(),
        Which::ByReader => view! { <p class="small soft">{t!("which-by-reader-note")}</p> }.into_any(),
        Which::Kinds => view! { <KindPick legend=t!("pick-kinds") value=wish.kinds /> }.into_any(),
        Which::Records => view! { <RecordPick legend=t!("pick-records") value=wish.records /> }.into_any(),
        Which::Written => view! {
            <div class="pair">
                <Field label=t!("which-from") kind="date" value=wish.from />
                <Field label=t!("which-to") kind="date" value=wish.to />
            </div>
        }
        .into_any(),
    };
    // What was kept back before is in view; else it is asked for by who needs it.
    let keeps = wish.back_kinds.get_untracked() != Kinds(0) || !wish.back_records.with_untracked(Vec::is_empty);
    let back = move || match wish.which.get() {
        Which::Records => ().into_any(),
        which => view! {
            <details open=keeps>
                <summary>{t!("terms-keep-back")} <I of=icons::CHEVRON_DOWN /></summary>
                <div class="stack">
                    {(which != Which::Kinds)
                        .then(|| view! { <KindPick legend=t!("keep-back-kinds") value=wish.back_kinds /> })}
                    <RecordPick legend=t!("keep-back-records") value=wish.back_records most=MOST />
                </div>
            </details>
        }
        .into_any(),
    };
    view! {
        <Choose legend=t!("which-legend") options=options value=wish.which />
        {more}
        {back}
    }
}
