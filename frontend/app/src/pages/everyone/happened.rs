//! What happened, in sentences, each with the place where the chain keeps it.

use crate::{
    ask::{Told, asked},
    hand::hand,
    pages::shared::Hash,
    parts::{Fact, Facts, I, List, icons},
    places::Place,
    speech::{say, t},
    words,
};
use chartkey_flows::{Failure, explore};
use chartkey_protocol::EventRow;
use leptos::prelude::*;

/// A list of what happened.
#[component]
pub(crate) fn Happened(
    /// In the order in which they are told.
    rows: Vec<EventRow>,
    /// Whether each says when; not where that stands above.
    #[prop(default = true)]
    timed: bool,
) -> impl IntoView {
    view! { <List>{rows.into_iter().map(|row| view! { <One row=row timed=timed /> }).collect_view()}</List> }
}

#[component]
fn One(row: EventRow, timed: bool) -> impl IntoView {
    let hand = hand();
    let asked_about = StoredValue::new(row.clone());
    let EventRow { height, index, contract, event, at, .. } = row;
    let icon = words::event_icon(&event);
    let open = RwSignal::new(false);
    view! {
        <div class="line">
            <span class="kind" aria-hidden="true">
                <I of=icon />
            </span>
            <div class="grow stack tight">
                <div>
                    <p>{move || words::event(&event, hand)}</p>
                    {timed.then(|| view! { <p class="small soft">{move || words::capital(&words::near_time(at))}</p> })}
                </div>
                <details on:toggle=move |_| open.update(|open| *open = !*open)>
                    <summary>{t!("proof")} <I of=icons::CHEVRON_DOWN /></summary>
                    <Facts>
                        <Fact of=t!("proof-block")>
                            <a class="num" href=Place::Block(height).path()>
                                {move || words::number(height as f64)}
                            </a>
                        </Fact>
                        <Fact of=t!("proof-place")>
                            <span class="num">{move || words::number(f64::from(index) + 1.0)}</span>
                        </Fact>
                        <Fact of=t!("proof-book")>{move || words::contract(contract)}</Fact>
                        <Fact of=t!("proof-when")>{move || words::full_time(at)}</Fact>
                    </Facts>
                    {move || open.get().then(|| view! { <Chain row=asked_about.get_value() /> })}
                </details>
            </div>
        </div>
    }
}

/// What the chain itself says of it.
#[component]
fn Chain(row: EventRow) -> impl IntoView {
    let hand = hand();
    let kept = asked(move || {
        let row = row.clone();
        async move {
            let visitor = hand.visitor().ok_or_else(|| Failure::Not("the chain was not reached".into()))?;
            explore::kept(&visitor.chain, &row).await
        }
    });
    view! {
        <Told of=kept awaited=t!("proof-asked") lines=1 let:kept>
            <Facts>
                {kept
                    .transaction
                    .clone()
                    .map(|(number, hash)| {
                        view! {
                            <Fact of=t!("proof-transaction", number = f64::from(number))>
                                <Hash text=hash />
                            </Fact>
                        }
                    })}
                <Fact of=t!("proof-hash")>
                    <Hash text=kept.block.clone() />
                </Fact>
                <Fact of=t!("proof-agrees")>{say!("proof-agrees-yes")}</Fact>
            </Facts>
        </Told>
    }
}
