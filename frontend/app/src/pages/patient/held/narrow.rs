//! Making a key smaller. There is no way to make it larger; that is another key.

use crate::{
    ask::{Doing, Wrong},
    hand::hand,
    pages::patient::keys::{Count, KindPick, RecordPick, Seals, Until, meter},
    parts::{Button, I, Look, Note, Switch, icons, toast},
    speech::{key, say, say_key, t},
};
use chartkey_flows::consent;
use chartkey_vocabulary::{Between, Exclusions, Extent, Kinds, Narrowing, RecordId, Terms};
use leptos::prelude::*;

/// What may be made smaller, as it is chosen.
#[derive(Clone, Copy)]
struct Less {
    earlier: RwSignal<bool>,
    until: Until,
    openings: Count,
    read_only: RwSignal<bool>,
    kinds: RwSignal<Kinds>,
    records: RwSignal<Vec<RecordId>>,
}

impl Less {
    fn read(self, terms: &Terms) -> Result<Narrowing, &'static str> {
        let until = if self.earlier.get() { Some(self.until.read()?) } else { None };
        let openings = self.openings.read(key!("terms-no-openings"))?;
        let except = Exclusions { kinds: self.kinds.get(), records: self.records.get() };
        let read_only = self.read_only.get() && terms.may_write;
        let narrowing = Narrowing { until, openings, except, read_only };
        if until.is_some_and(|until| until >= terms.until) {
            return Err(key!("narrow-not-earlier"));
        }
        if openings.zip(terms.openings).is_some_and(|(wanted, left)| wanted >= left) {
            return Err(key!("narrow-not-fewer"));
        }
        if narrowing == Narrowing::default() { Err(key!("narrow-nothing")) } else { Ok(narrowing) }
    }
}

/// The fields that make a key smaller.
#[component]
pub(super) fn Narrow(between: Between, terms: Terms, narrowing: Doing, seals: Seals) -> impl IntoView {
    let hand = hand();
    let less = Less {
        earlier: RwSignal::new(false),
        until: Until::days(7),
        openings: Count::new(false, 1),
        read_only: RwSignal::new(false),
        kinds: RwSignal::new(Kinds(0)),
        records: RwSignal::new(Vec::new()),
    };
    let (may_write, whole) = (terms.may_write, !matches!(terms.scope.extent, Extent::Records(_)));
    let wish = Memo::new(move |_| less.read(&terms));
    let press = move || {
        let Ok(wish) = wish.get_untracked() else { return };
        narrowing.start(async move {
            let person = hand.person().await?;
            let _row = hand.desk().in_a_row(None);
            let done = consent::narrow(&person, between, wish, &mut meter(seals)).await?;
            toast(say!("narrowed", count = done.versions.len()));
            Ok(())
        });
    };
    view! {
        <details class="sheet">
            <summary>{t!("narrow-title")} <I of=icons::CHEVRON_DOWN /></summary>
            <div class="stack">
                <Switch label=t!("narrow-earlier") value=less.earlier />
                {move || less.earlier.get().then(|| less.until.fields(&[1, 7, 30]))}
                <Switch label=t!("narrow-fewer") value=less.openings.counted />
                {less.openings.field(t!("terms-openings-field"))}
                {may_write.then(|| view! { <Switch label=t!("narrow-read-only") value=less.read_only /> })}
                {whole.then(|| view! { <KindPick legend=t!("keep-back-kinds") value=less.kinds /> })}
                <RecordPick legend=t!("keep-back-records") value=less.records />
                {move || {
                    let more = less.kinds.get() != Kinds(0) || !less.records.with(Vec::is_empty);
                    more.then(|| view! { <Note>{t!("narrow-seals")}</Note> })
                }}
                {move || wish.get().err().map(|key| view! { <p class="small soft" role="status">{say_key(key, &[])}</p> })}
                <Wrong of=narrowing />
                <div class="btns">
                    <Button
                        look=Look::Main
                        icon=icons::MINUS
                        busy=narrowing.busy()
                        off=Signal::derive(move || wish.with(Result::is_err))
                        on_press=press
                    >
                        {t!("narrow-do")}
                    </Button>
                </div>
            </div>
        </details>
    }
}
