//! What happened on the chain.

use super::happened::Happened;
use crate::{
    hand::{Hand, Stage, hand},
    pages::{
        hand::Door,
        paged::{Older, growing_by},
        shared::Still,
    },
    parts::{Button, Empty, Field, Go, Note, Page, Section, account_in, go, icons},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::Failure;
use chartkey_protocol::{BlockRow, EventRow, Paging};
use chartkey_vocabulary::{Account, Event, RecordsEvent};
use futures::future::try_join_all;
use leptos::prelude::*;
use std::collections::HashMap;

/// So many blocks are told at once, the latest first.
const BLOCKS: u16 = 18;

/// What was told of blocks, by their numbers, and as whose guardian: nothing is added to a block that is final, so it is
/// asked for once however far somebody goes back.
type Kept = StoredValue<HashMap<u64, (Vec<Account>, Vec<EventRow>)>, LocalStorage>;

/// What happened on the chain, newest first.
#[component]
pub(crate) fn Explorer() -> impl IntoView {
    view! {
        <Page title=t!("place-explorer") lead=t!("explorer-lead").signal()>
            <Door need=Stage::Newcomer>
                <LookFor />
                <Latest />
            </Door>
        </Page>
    }
}

/// A block's number, or an account.
#[component]
fn LookFor() -> impl IntoView {
    let (hand, go) = (hand(), go());
    let text = RwSignal::new(String::new());
    let wanted = Memo::new(move |_| text.with(|text| place_of(text)));
    let error = Signal::derive(move || {
        let typed = text.with(|text| !text.trim().is_empty());
        (typed && wanted.get().is_none()).then(|| say!("explorer-unknown"))
    });
    let off = Signal::derive(move || wanted.get().is_none());
    let press = move || {
        if let Some(place) = wanted.get_untracked() {
            go(place);
        }
    };
    view! {
        <form class="sheet stack" on:submit=move |event| event.prevent_default()>
            <Field label=t!("explorer-look") help=t!("explorer-look-help") value=text error=error />
            <div class="row between wrap">
                <Button icon=icons::SEARCH sends=true off=off on_press=press>
                    {t!("explorer-look-go")}
                </Button>
                {move || hand.me().map(|me| view! { <Go to=Place::Doings(me)>{t!("explorer-mine")}</Go> })}
            </div>
        </form>
    }
}

fn place_of(text: &str) -> Option<Place> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '.')).collect();
    plain.parse().ok().map(Place::Block).or_else(|| account_in(text).map(Place::Doings))
}

#[component]
fn Latest() -> impl IntoView {
    let hand = hand();
    let kept: Kept = StoredValue::new_local(HashMap::new());
    let blocks = growing_by(BLOCKS, move |paging| earlier(hand, kept, paging));
    view! {
        <Section title=t!("explorer-latest")>
            <Note>{t!("explorer-note")}</Note>
            <Still
                of=blocks.list
                awaited=t!("explorer-awaited").signal()
                lines=6
                children=|told| {
                    if told.rows.is_empty() {
                        return view! { <Empty icon=icons::SCROLL title=t!("explorer-none") /> }.into_any();
                    }
                    let one = |told: Told| view! { <Block told=told /> };
                    folded(told.rows).into_iter().map(one).collect_view().into_any()
                }
            />
            <Older of=blocks end=t!("explorer-first").signal() />
        </Section>
    }
}

/// A page of blocks, each with what may be told of it.
async fn earlier(
    hand: Hand,
    kept: Kept,
    paging: Paging,
) -> Result<chartkey_protocol::Page<(BlockRow, Vec<EventRow>)>, Failure> {
    let page = hand.session()?.oracle().explore_blocks(&paging).await?;
    let told = page
        .rows
        .into_iter()
        .map(|block| async move { Ok::<_, Failure>((inside(hand, kept, block.height).await?, block)) });
    let rows = try_join_all(told).await?.into_iter().map(|(rows, block)| (block, rows)).collect();
    Ok(chartkey_protocol::Page { rows, next: page.next, height: page.height })
}

async fn inside(hand: Hand, kept: Kept, height: u64) -> Result<Vec<EventRow>, Failure> {
    let wards = untrack(|| hand.wards());
    let before =
        kept.try_with_value(|kept| kept.get(&height).filter(|(of, _)| *of == wards).map(|(_, rows)| rows.clone()));
    if let Some(rows) = before.flatten() {
        return Ok(rows);
    }
    let all = Paging { after: None, limit: Some(200) };
    let rows = hand.session()?.oracle().explore_block(height, &all).await?.rows;
    // The page may be gone by then.
    let _ = kept.try_update_value(|kept| kept.insert(height, (wards, rows.clone())));
    Ok(rows)
}

/// A block, and what is told shortly of those before it.
struct Told {
    block: BlockRow,
    rows: Vec<EventRow>,
    /// How often the list of openings was noted before that.
    before: usize,
    /// How much concerns others.
    kept: usize,
}

/// Lists of openings are noted every minute: of those one after another the latest is told, and the rest counted. What
/// concerns others is counted with the block above it.
fn folded(blocks: Vec<(BlockRow, Vec<EventRow>)>) -> Vec<Told> {
    let noted = |row: &EventRow| matches!(row.event, Event::Records(RecordsEvent::Anchored { .. }));
    let mut told: Vec<Told> = Vec::new();
    for (block, rows) in blocks {
        let kept = (block.events as usize).saturating_sub(rows.len());
        let quiet = |rows: &[EventRow]| !rows.is_empty() && rows.iter().all(noted);
        match told.last_mut() {
            Some(last) if rows.is_empty() || quiet(&rows) && quiet(&last.rows) => {
                last.before += rows.len();
                last.kept += kept;
            }
            _ => told.push(Told { block, rows, before: 0, kept }),
        }
    }
    told
}

/// One block: what may be told of it, and how much may not.
#[component]
fn Block(told: Told) -> impl IntoView {
    let Told { block: BlockRow { height, at, .. }, rows, before, kept } = told;
    let name = move || say!("explorer-block", height = words::number(height as f64));
    view! {
        <section aria-label=name>
            <div class="row between">
                <h3 class="soft small">{move || words::capital(&words::near_time(at))}</h3>
                <a class="small num" href=Place::Block(height).path()>
                    {name}
                </a>
            </div>
            {(!rows.is_empty()).then(|| view! { <Happened rows=rows timed=false /> })}
            {(before > 0).then(|| view! { <p class="small soft">{t!("explorer-folded", count = before)}</p> })}
            {(kept > 0).then(|| view! { <p class="small soft">{t!("explorer-kept", count = kept)}</p> })}
        </section>
    }
}
