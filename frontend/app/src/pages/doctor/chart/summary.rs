//! The chart at a glance: the key, the next visit, what there is, what waits.

use super::{Known, next_visit};
use crate::{
    act,
    ground::clock,
    hand::hand,
    pages::shared::{Stand, hours},
    parts::{Fact, Facts, KeyBar, Left, Sheet, Tag, Tone},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_vocabulary::{Between, Grant, Kind};
use leptos::prelude::*;

/// What is known without opening anything.
#[component]
pub(super) fn Summary(known: Known) -> impl IntoView {
    let me = untrack(|| hand().me());
    let next = me.and_then(|me| next_visit(&known.visits, me));
    let may_write = known.may_write();
    let waiting = known.findings.iter().filter(|row| row.finding.signed.is_empty()).count();
    let good = known.prescriptions.iter().filter(|row| Stand::of(row, clock::now()).is_good()).count();
    let newest = known.records.first().map(|row| (row.kind, row.written));
    let (has_key, count, kinds) = (!known.keys.is_empty(), known.records.len(), kinds(&known));
    let keys = known.keys.into_iter().map(|(between, grant)| view! { <Key between=between grant=grant /> });
    view! {
        <Sheet>
            <h2>{t!("chart-summary")}</h2>
            {keys.collect_view()}
            <Facts>
                {next
                    .map(|row| {
                        let (id, visit) = (row.id, row.visit);
                        let when = move || {
                            let day = words::capital(&words::near_day(visit.from));
                            say!("visit-when", day = day, hours = hours(visit.from, visit.until()))
                        };
                        view! {
                            <Fact of=t!("chart-next-visit")>
                                <a href=Place::Visit(id).path()>{when}</a>
                            </Fact>
                        }
                    })}
                {has_key
                    .then(|| {
                        view! {
                            <Fact of=t!("place-records")>
                                {move || say!("chart-records", count = count)}
                                {(count > 0)
                                    .then(|| view! { <br /> <span class="soft small">{move || said(&kinds)}</span> })}
                            </Fact>
                        }
                    })}
                {newest
                    .map(|(kind, written)| {
                        let newest = move || {
                            say!("kind-and-day", kind = words::kind(kind), day = words::near_day(written))
                        };
                        view! { <Fact of=t!("chart-newest")>{newest}</Fact> }
                    })}
                {(good > 0)
                    .then(|| {
                        view! {
                            <Fact of=t!("place-prescriptions")>
                                <a href=Place::Prescribed.path()>{t!("chart-prescriptions", count = good)}</a>
                            </Fact>
                        }
                    })}
                <Fact of=t!("chart-writing")>
                    {if may_write {
                        view! { <Tag tone=Tone::Good>{t!("chart-may-write")}</Tag> }.into_any()
                    } else {
                        view! { <Tag>{t!("chart-may-not-write")}</Tag> }.into_any()
                    }}
                </Fact>
                {(waiting > 0)
                    .then(|| {
                        view! {
                            <Fact of=t!("chart-findings")>
                                <Tag tone=Tone::Machine>{t!("chart-waiting", count = waiting)}</Tag>
                            </Fact>
                        }
                    })}
            </Facts>
        </Sheet>
    }
}

#[component]
fn Key(between: Between, grant: Grant) -> impl IntoView {
    let (since, terms) = (grant.since, grant.terms);
    let (until, scope, openings) = (terms.until, terms.scope, terms.openings);
    view! {
        <div class="stack tight">
            <div class="row between wrap">
                <strong class="grow">
                    {move || {
                        let scope = words::capital(&act::scope(&scope));
                        say!("patients-key-note", purpose = words::purpose(between.purpose), scope = scope)
                    }}
                </strong>
                {openings.map(|count| view! { <Tag>{move || say!("terms-openings", count = count)}</Tag> })}
                <Left until=until />
            </div>
            <KeyBar since=since until=until />
        </div>
    }
}

/// How many records of each kind, most first.
fn kinds(known: &Known) -> Vec<(Kind, usize)> {
    let mut kinds: Vec<(Kind, usize)> = Vec::new();
    for row in &known.records {
        match kinds.iter_mut().find(|(kind, _)| *kind == row.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((row.kind, 1)),
        }
    }
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    kinds
}

fn said(kinds: &[(Kind, usize)]) -> String {
    let each = kinds.iter().map(|(kind, count)| say!("chart-kind-count", kind = words::kind(*kind), count = *count));
    each.collect::<Vec<_>>().join(" · ")
}
