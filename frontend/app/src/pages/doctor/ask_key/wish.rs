//! What is asked for, as it is chosen.

use crate::{
    ground::clock,
    hand::hand,
    parts::{Choose, I, Pick, Tick, icons},
    speech::{key, say, t},
    words,
};
use chartkey_vocabulary::{DAY, Extent, Kind, Kinds, Purpose, RecordId, Role, Terms, Time};
use leptos::prelude::*;

/// Which records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Which {
    /// All of them.
    Everything,
    /// Of some kinds.
    Kinds,
    /// Those the asker wrote.
    ByReader,
    /// One.
    One(RecordId),
}

/// What is asked for. Cheap to copy.
#[derive(Clone, Copy)]
pub(in super::super) struct Wish {
    /// What for.
    pub(in super::super) purpose: RwSignal<Purpose>,
    /// Which records.
    pub(in super::super) which: RwSignal<Which>,
    kinds: RwSignal<Kinds>,
    /// For how many days.
    pub(in super::super) days: RwSignal<u64>,
    openings: RwSignal<Option<u16>>,
    may_write: RwSignal<bool>,
}

impl Wish {
    /// Everything for treatment, for a month: what a doctor asks for most.
    pub(in super::super) fn new() -> Self {
        let purpose = match untrack(|| hand().role()) {
            Some(Role::Hospital) => Purpose::HospitalAdministration,
            Some(Role::Pharmacy) => Purpose::Dispensing,
            _ => Purpose::Treatment,
        };
        Self {
            purpose: RwSignal::new(purpose),
            which: RwSignal::new(Which::Everything),
            kinds: RwSignal::new(Kinds(0)),
            days: RwSignal::new(30),
            openings: RwSignal::new(None),
            may_write: RwSignal::new(false),
        }
    }

    /// One record for a second opinion.
    pub(in super::super) fn opinion_on(record: RecordId) -> Self {
        let wish = Self::new();
        wish.purpose.set(Purpose::SecondOpinion);
        wish.which.set(Which::One(record));
        wish.days.set(14);
        wish
    }

    /// What was chosen; who calls it in a view follows it.
    ///
    /// # Errors
    /// The words for what is missing.
    pub(in super::super) fn read(self) -> Result<Terms, &'static str> {
        let extent = match self.which.get() {
            Which::Everything => Extent::Everything,
            Which::Kinds if self.kinds.get().is_void() => return Err(key!("wish-no-kind")),
            Which::Kinds => Extent::Kinds(self.kinds.get()),
            Which::ByReader => Extent::ByReader,
            Which::One(record) => Extent::Records(vec![record]),
        };
        let until: Time = clock::now() + self.days.get() * DAY;
        let may_write = self.may_write.get() && self.purpose.get() == Purpose::Treatment;
        Ok(Terms { scope: extent.into(), until, openings: self.openings.get(), may_write })
    }

    /// As [`Self::read`], without following it.
    pub(in super::super) fn read_untracked(self) -> Result<Terms, &'static str> {
        untrack(|| self.read())
    }
}

/// The fields.
#[component]
pub(in super::super) fn WishFields(
    /// What is chosen.
    wish: Wish,
) -> impl IntoView {
    let hand = hand();
    let purposes = Signal::derive(move || {
        let role = hand.role().unwrap_or(Role::Doctor);
        let fits = Purpose::ALL.into_iter().filter(|purpose| purpose.fits(role));
        fits.map(|purpose| (purpose, words::purpose(purpose))).collect::<Vec<_>>()
    });
    let which = vec![
        (Which::Everything, t!("wish-everything").signal()),
        (Which::Kinds, t!("wish-kinds").signal()),
        (Which::ByReader, t!("wish-by-reader").signal()),
    ];
    view! {
        <Pick label=t!("wish-purpose") options=purposes value=wish.purpose />
        <Choose legend=t!("wish-which") options=which value=wish.which />
        {move || (wish.which.get() == Which::Kinds).then(|| view! { <SomeKinds value=wish.kinds /> })}
        <Lasts wish=wish />
        {move || {
            (wish.purpose.get() == Purpose::Treatment)
                .then(|| view! { <Tick value=wish.may_write>{t!("wish-write")}</Tick> })
        }}
    }
}

/// Until when, and how often.
#[component]
pub(in super::super) fn Lasts(
    /// What is chosen.
    wish: Wish,
) -> impl IntoView {
    let days = [7_u64, 14, 30, 90, 365].map(|days| (days, Signal::derive(move || words::in_days(days)))).to_vec();
    let often = [None, Some(1_u16), Some(3), Some(10)].map(|count| {
        let words = move || count.map_or_else(|| say!("wish-uncounted"), |count| say!("terms-openings", count = count));
        (count, Signal::derive(words))
    });
    view! {
        <Choose legend=t!("wish-how-long") options=days value=wish.days />
        <Choose legend=t!("wish-how-often") options=often.to_vec() value=wish.openings />
    }
}

/// Any of the kinds.
#[component]
fn SomeKinds(value: RwSignal<Kinds>) -> impl IntoView {
    let chip = move |kind: Kind| {
        let on = move || value.get().has(kind);
        view! {
            <button
                class="chip"
                type="button"
                aria-pressed=move || on().to_string()
                on:click=move |_| value.update(|kinds| kinds.0 ^= 1 << kind as u16)
            >
                {move || if on() { view! { <I of=icons::CHECK /> } } else { view! { <I of=words::kind_icon(kind) /> } }}
                <span>{move || words::kind(kind)}</span>
            </button>
        }
    };
    view! {
        <fieldset class="chips">
            <legend>{t!("wish-kinds")}</legend>
            {words::kinds().map(chip).collect_view()}
        </fieldset>
    }
}
