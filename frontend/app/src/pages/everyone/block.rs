//! In one block.

use super::happened::Happened;
use crate::{
    ask::asked,
    hand::{Hand, Stage, hand},
    pages::shared::Hash,
    pages::{hand::Door, shared::Still},
    parts::{Empty, Fact, Facts, Go, Page, Section, Sheet, icons},
    places::Place,
    speech::t,
    words,
};
use chartkey_flows::Failure;
use chartkey_protocol::{BlockRow, EventRow, Paging};
use leptos::prelude::*;

/// What happened in one block, and its proof.
#[component]
pub(crate) fn Block(
    /// Which.
    height: u64,
) -> impl IntoView {
    view! {
        <Page title=t!("block-title", height = words::number(height as f64)) back=Place::Explorer>
            <Door need=Stage::Newcomer>
                <Inside height=height />
            </Door>
        </Page>
    }
}

#[component]
fn Inside(height: u64) -> impl IntoView {
    let hand = hand();
    let block = asked(move || load(hand, height));
    view! {
        <Still
            of=block
            awaited=t!("block-awaited").signal()
            children=move |told| {
                let (block, rows) = told;
                let told_of = rows.len();
                view! {
                    {if rows.is_empty() {
                        let note = t!("block-none-note").signal();
                        view! { <Empty icon=icons::BLOCK title=t!("block-none") note=note /> }.into_any()
                    } else {
                        view! { <Happened rows=rows /> }.into_any()
                    }}
                    {block.map(|block| view! { <Proof block=block told=told_of /> })}
                    <Neighbours height=height />
                }
            }
        />
    }
}

type Load = (Option<BlockRow>, Vec<EventRow>);

async fn load(hand: Hand, height: u64) -> Result<Load, Failure> {
    let who = hand.session()?;
    let rows = who.oracle().explore_block(height, &Paging { after: None, limit: Some(200) }).await?.rows;
    // The list of blocks begins below the number it is asked behind.
    let behind = Paging { after: Some((height + 1).to_string()), limit: Some(1) };
    let block = who.oracle().explore_blocks(&behind).await?.rows.into_iter().find(|block| block.height == height);
    Ok((block, rows))
}

#[component]
fn Proof(block: BlockRow, told: usize) -> impl IntoView {
    let BlockRow { height, hash, at, events } = block;
    let kept = (events as usize).saturating_sub(told);
    view! {
        <Section title=t!("proof")>
            <Sheet>
                <Facts>
                    <Fact of=t!("proof-block")>
                        <span class="num">{move || words::number(height as f64)}</span>
                    </Fact>
                    <Fact of=t!("proof-when")>{move || words::full_time(at)}</Fact>
                    <Fact of=t!("proof-hash")>
                        <Hash text=hash.to_string() />
                    </Fact>
                </Facts>
                {(kept > 0).then(|| view! { <p class="small soft">{t!("explorer-kept", count = kept)}</p> })}
            </Sheet>
        </Section>
    }
}

#[component]
fn Neighbours(height: u64) -> impl IntoView {
    view! {
        <div class="row between wrap">
            {(height > 0)
                .then(|| view! { <Go to=Place::Block(height - 1) icon=icons::CHEVRON_LEFT>{t!("block-before")}</Go> })}
            <Go to=Place::Block(height + 1) icon=icons::CHEVRON_RIGHT>
                {t!("block-after")}
            </Go>
        </div>
    }
}
