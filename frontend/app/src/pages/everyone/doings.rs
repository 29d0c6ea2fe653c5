//! What happened to one account.

use super::happened::Happened;
use crate::{
    hand::{Stage, hand},
    pages::{
        hand::Door,
        paged::{Older, growing},
        shared::Still,
    },
    parts::{Copy, Empty, Go, Look, Page, Section, Sheet, icons},
    places::Place,
    speech::{say, t},
};
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// What one account did, and what was done about it.
#[component]
pub(crate) fn Doings(
    /// Whose.
    who: Account,
) -> impl IntoView {
    let hand = hand();
    let mine = move || hand.me() == Some(who);
    let title = move || if mine() { say!("doings-mine") } else { say!("doings-of", name = hand.name_of(who)) };
    view! {
        <Page title=title lead=t!("doings-lead").signal() back=Place::Explorer>
            <Door need=Stage::Newcomer>
                {move || {
                    let may = mine() || hand.wards().contains(&who);
                    match may {
                        true => view! { <History who=who /> }.into_any(),
                        false => view! { <NotYours who=who /> }.into_any(),
                    }
                }}
            </Door>
        </Page>
    }
}

/// Others are followed in their entry of the directory, not here.
#[component]
fn NotYours(who: Account) -> impl IntoView {
    view! {
        <Empty icon=icons::LOCK title=t!("doings-others") note=t!("doings-others-note")>
            <div class="row wrap center">
                <Go to=Place::Professional(who) look=Look::Main>
                    {t!("doings-entry")}
                </Go>
                <Go to=Place::Explorer>{t!("place-explorer")}</Go>
            </div>
        </Empty>
    }
}

#[component]
fn History(who: Account) -> impl IntoView {
    let hand = hand();
    let doings =
        growing(move |paging| async move { Ok(hand.session()?.oracle().explore_account(who, &paging).await?) });
    view! {
        <Still
            of=doings.list
            awaited=t!("explorer-awaited").signal()
            lines=6
            children=|told| {
                if told.rows.is_empty() {
                    view! { <Empty icon=icons::SCROLL title=t!("doings-none") /> }.into_any()
                } else {
                    view! { <Happened rows=told.rows.clone() /> }.into_any()
                }
            }
        />
        <Older of=doings />
        <Section title=t!("proof")>
            <Sheet>
                <p class="small soft">{t!("doings-account")}</p>
                <div class="row tight">
                    <span class="mono clip">{who.to_string()}</span>
                    <Copy text=who.to_string() />
                </div>
            </Sheet>
        </Section>
    }
}
