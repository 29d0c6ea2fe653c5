//! A key in words.

use crate::{
    act,
    hand::hand,
    parts::{Face, Fact, Facts, KeyBar, Left, Line, Shape, Tag, Tone},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_vocabulary::{Account, Between, Extent, Grant, Purpose, RecordId, Terms};
use leptos::prelude::*;

/// What, why, until when, and what more there is to it.
#[component]
pub(in super::super) fn TermsFacts(
    /// What for.
    purpose: Purpose,
    /// On which terms.
    terms: Terms,
) -> impl IntoView {
    let (scope, until, openings, may_write) = (terms.scope.clone(), terms.until, terms.openings, terms.may_write);
    let named = match &terms.scope.extent {
        Extent::Records(records) => records.clone(),
        _ => Vec::new(),
    };
    let kept_back = terms.scope.except.clone();
    let back_kinds = words::kinds_of(kept_back.kinds);
    let has_back = !back_kinds.is_empty() || !kept_back.records.is_empty();
    let back_records = kept_back.records;
    view! {
        <Facts>
            <Fact of=t!("what")>
                {move || words::capital(&act::scope(&scope))}
                <Titles records=named />
            </Fact>
            {has_back
                .then(|| {
                    view! {
                        <Fact of=t!("terms-kept-back")>
                            {move || back_kinds.iter().copied().map(words::kind).collect::<Vec<_>>().join(", ")}
                            <Titles records=back_records />
                        </Fact>
                    }
                })}
            <Fact of=t!("why")>{move || words::purpose(purpose)}</Fact>
            <Fact of=t!("until")>{move || say!("until-or-withdrawn", day = words::full_time(until))}</Fact>
            {openings
                .map(|count| {
                    view! { <Fact of=t!("terms-how-often")>{move || say!("terms-openings-left", count = count)}</Fact> }
                })}
            {may_write.then(|| view! { <Fact of=t!("terms-also")>{t!("terms-may-add")}</Fact> })}
        </Facts>
    }
}

/// The titles of some records, one under the other, each leading there.
#[component]
fn Titles(records: Vec<RecordId>) -> impl IntoView {
    let hand = hand();
    let line = move |record: RecordId| {
        let title = move || hand.known_title(record).unwrap_or_else(|| say!("terms-a-record"));
        view! {
            <li>
                <a href=Place::Record(record, Default::default()).path()>{title}</a>
            </li>
        }
    };
    (!records.is_empty()).then(|| view! { <ul class="titles">{records.into_iter().map(line).collect_view()}</ul> })
}

/// Somebody's face: round for people, square for houses, violet for machines.
#[component]
pub(in super::super) fn Who(
    /// Whose.
    account: Account,
    /// For the head of a page.
    #[prop(optional)]
    big: bool,
) -> impl IntoView {
    let hand = hand();
    let name = Signal::derive(move || hand.name_of(account));
    move || view! { <Face name=name shape=hand.role_of(account).map_or(Shape::Person, Shape::from) big=big /> }
}

/// A guardian, in one line.
#[component]
pub(in super::super) fn GuardianLine(
    /// Who.
    account: Account,
    /// What stands under it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let hand = hand();
    let mark = move || view! { <Who account=account /> };
    let after = || view! { <Tag tone=Tone::Key>{t!("key-standing")}</Tag> };
    view! {
        <Line
            title=move || hand.name_of(account)
            note=t!("standing-guardian")
            mark=mark
            after=after
            to=Place::Guardians
        >
            {children.map(|children| children())}
        </Line>
    }
}

/// A key somebody holds, in one line with what is left of it.
#[component]
pub(in super::super) fn KeyLine(
    /// Whose key for what.
    between: Between,
    /// On which terms, since when.
    grant: Grant,
) -> impl IntoView {
    let hand = hand();
    let Grant { terms, since, .. } = grant;
    let until = terms.until;
    let name = Signal::derive(move || hand.name_of(between.reader));
    let note = move || {
        say!("key-note", scope = words::capital(&act::scope(&terms.scope)), purpose = words::purpose(between.purpose))
    };
    let mark = move || view! { <Who account=between.reader /> };
    let after = move || view! { <Left until=until /> };
    view! {
        <Line title=name note=note mark=mark after=after to=Place::Held(between.reader, between.purpose)>
            <KeyBar since=since until=until />
        </Line>
    }
}
