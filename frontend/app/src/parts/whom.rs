//! Somebody, by what people pass on: an account, a wallet's address, or a text a QR code holds.

use super::Field;
use crate::{
    hand::hand,
    speech::{say, t},
};
use chartkey_client::{AccountId, account_of};
use chartkey_vocabulary::Account;
use leptos::prelude::*;
use std::str::FromStr;

/// The account in a text: `0x` and 40 digits or a wallet's address, alone or within a link.
pub(crate) fn account_in(text: &str) -> Option<Account> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).find_map(|word| {
        let lower = word.to_ascii_lowercase();
        let hex = lower.strip_prefix("0x").unwrap_or(&lower);
        if hex.len() == 40
            && let Ok(account) = hex.parse()
        {
            return Some(account);
        }
        AccountId::from_str(word).ok().map(|id| account_of(&id))
    })
}

/// A field for somebody's account; shows the name it is known by.
#[component]
pub(crate) fn Whom(
    /// Who is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What was typed.
    value: RwSignal<String>,
    /// What helps.
    #[prop(optional, into)]
    help: Option<Signal<String>>,
) -> impl IntoView {
    let hand = hand();
    let found = Memo::new(move |_| value.with(|text| account_in(text)));
    let error = Signal::derive(move || {
        let typed = value.with(|text| !text.trim().is_empty());
        (typed && found.get().is_none()).then(|| say!("person-unknown"))
    });
    let name = move || found.get().and_then(|account| hand.known_name(account));
    view! {
        <div class="stack tight">
            <Field label=label value=value help=help.unwrap_or_else(|| t!("person-help").signal()) error=error />
            <div aria-live="polite">
                {move || name().map(|name| view! { <p class="small good">{t!("person-is", name = name.clone())}</p> })}
            </div>
        </div>
    }
}
