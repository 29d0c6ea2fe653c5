//! Choosing a wallet and one of its accounts.

mod again;

use crate::{
    ask::{Doing, Wrong, doing},
    ground::wallet::{self, Offered, Opened, Owned, Trouble},
    hand::{Hand, Sent, Stage, hand},
    parts::{Button, Empty, Face, I, Look, Note, Tag, Tone, icons},
    speech::{key, say, say_key, t},
};
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// Where wallets are found; addresses of their makers, shown as text that can be copied and not as links, so that nobody
/// is led off this page.
const MAKERS: [(&str, &str); 4] = [
    ("Talisman", "talisman.xyz"),
    ("SubWallet", "subwallet.app"),
    ("Nova Wallet", "novawallet.io"),
    ("Polkadot.js", "polkadot.js.org/extension"),
];

/// What is chosen so far.
#[derive(Clone, Copy)]
struct Choice {
    wallets: RwSignal<Vec<Offered>>,
    opening: RwSignal<Option<String>>,
    trouble: RwSignal<Option<(Offered, Trouble)>>,
    accounts: RwSignal<Option<(Offered, Vec<Account>)>>,
    opened: StoredValue<Option<Opened>, LocalStorage>,
    signing: Doing,
}

impl Choice {
    /// Goes on with an opened wallet.
    fn take(self, offered: Offered, opened: Opened) {
        let accounts = opened.accounts.iter().map(Account::from).collect();
        self.opened.set_value(Some(opened));
        self.accounts.set(Some((offered, accounts)));
    }
}

/// An account to choose.
#[derive(Clone, PartialEq, Eq)]
struct Account {
    address: String,
    name: String,
    short: String,
}

impl From<&Owned> for Account {
    fn from(owned: &Owned) -> Self {
        let address = owned.address.clone();
        let short = shortened(&address);
        Self { name: owned.name.clone().unwrap_or_else(|| short.clone()), short, address }
    }
}

fn shortened(address: &str) -> String {
    let letters: Vec<char> = address.chars().collect();
    if letters.len() < 14 {
        return address.to_owned();
    }
    let part = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>();
    format!("{}…{}", part(0..6), part(letters.len() - 6..letters.len()))
}

/// The wallets that are here; then the accounts of the one chosen.
#[component]
pub(crate) fn Wallets() -> impl IntoView {
    let hand = hand();
    let choice = Choice {
        wallets: RwSignal::new(wallet::offered()),
        opening: RwSignal::new(None),
        trouble: RwSignal::new(None),
        accounts: RwSignal::new(None),
        opened: StoredValue::new_local(None),
        signing: doing(),
    };
    // Extensions come into a page within its first moments.
    let look = set_interval_with_handle(
        move || {
            let now = wallet::offered();
            if choice.wallets.with_untracked(|before| *before != now) {
                choice.wallets.set(now);
            }
        },
        Duration::from_millis(500),
    );
    on_cleanup(move || {
        if let Ok(look) = look {
            look.clear();
        }
    });
    again::open_again(choice, hand);
    view! {
        {move || hand.sent().map(sent)}
        {move || match choice.accounts.get() {
            Some((offered, accounts)) => view! { <Accounts choice=choice offered=offered accounts=accounts /> }.into_any(),
            None if choice.wallets.with(Vec::is_empty) => view! { <NoWallet /> }.into_any(),
            None => view! { <Offers choice=choice /> }.into_any(),
        }}
    }
}

fn sent(why: Sent) -> impl IntoView {
    let key = match why {
        Sent::Left => key!("sent-left"),
        Sent::LeftElsewhere => key!("sent-left-elsewhere"),
        Sent::AccountGone => key!("sent-account-gone"),
    };
    let tone = if why == Sent::AccountGone { Tone::Doubt } else { Tone::Good };
    view! { <div role="status"><Note tone=tone>{move || say_key(key, &[])}</Note></div> }
}

#[component]
fn Offers(choice: Choice) -> impl IntoView {
    let hand = hand();
    let line = move |offered: Offered| {
        let (mine, press) = (offered.id.clone(), offered.clone());
        let busy = Signal::derive(move || choice.opening.with(|opening| opening.as_deref() == Some(mine.as_str())));
        let development = offered.development;
        let title = offered.title.clone();
        view! {
            <div class="row between wrap">
                <div class="row grow offer">
                    <span class="kind" aria-hidden="true">
                        <I of=if development { icons::FLASK } else { icons::WALLET } />
                    </span>
                    <div class="grow">
                        <h3>{title.clone()}</h3>
                        <p class="small soft">
                            {if development { say!("wallet-development-note") } else { say!("wallet-here") }}
                        </p>
                    </div>
                    {development.then(|| view! { <Tag tone=Tone::Doubt>{t!("wallet-development")}</Tag> })}
                </div>
                <Button look=Look::Main busy=busy on_press=move || open(choice, hand, press.clone())>
                    {t!("wallet-open", name = title.clone())}
                </Button>
            </div>
        }
    };
    view! {
        <section>
            <div>
                <h2>{t!("wallet-choose")}</h2>
                <p class="soft">{t!("wallet-choose-note")}</p>
            </div>
            {move || choice.trouble.get().map(|(offered, trouble)| troubled(&offered, &trouble))}
            <div class="sheet flush list">
                {move || choice.wallets.get().into_iter().map(line).collect_view()}
            </div>
        </section>
    }
}

fn open(choice: Choice, hand: Hand, offered: Offered) {
    let Some(visitor) = hand.visitor() else { return };
    choice.opening.set(Some(offered.id.clone()));
    choice.trouble.set(None);
    spawn_local(async move {
        let opened = wallet::open(&offered, &visitor).await;
        // The page may be gone by the time the wallet's owner has answered.
        if choice.opening.try_set(None).is_some() {
            return;
        }
        match opened {
            Ok(opened) => choice.take(offered, opened),
            Err(trouble) => choice.trouble.set(Some((offered, trouble))),
        }
    });
}

fn troubled(offered: &Offered, trouble: &Trouble) -> impl IntoView + use<> {
    let key = match trouble {
        Trouble::Gone => key!("wallet-gone"),
        Trouble::Refused => key!("wallet-refused"),
        Trouble::Locked => key!("wallet-locked"),
        Trouble::NoAccounts => key!("wallet-no-accounts"),
        #[cfg(feature = "development")]
        Trouble::NotHere => key!("wallet-not-here"),
        Trouble::Failed(_) => key!("wallet-failed"),
    };
    let own_words = if let Trouble::Failed(words) = trouble { words.clone() } else { String::new() };
    let name = offered.title.clone();
    view! {
        <div role="alert">
            <Note tone=Tone::Doubt>
                {move || say_key(key, &[("name", name.clone().into())])} <span class="soft tiny">" " {own_words}</span>
            </Note>
        </div>
    }
}

#[component]
fn Accounts(choice: Choice, offered: Offered, accounts: Vec<Account>) -> impl IntoView {
    let hand = hand();
    let last = Hand::last_used().map(|(_, address)| address);
    let mut accounts = accounts;
    accounts.sort_by_key(|account| last.as_ref() != Some(&account.address));
    let chosen = RwSignal::new(None::<String>);
    let line = move |account: Account| {
        let Account { address, name, short } = account;
        let (mine, press) = (address.clone(), address.clone());
        let used_last = last.as_ref() == Some(&address);
        let busy = Signal::derive(move || {
            choice.signing.busy().get() && chosen.with(|chosen| chosen.as_deref() == Some(mine.as_str()))
        });
        let start = move || {
            chosen.set(Some(press.clone()));
            let address = press.clone();
            choice.signing.start(async move {
                let opened = choice.opened.try_update_value(Option::take).flatten();
                let opened = opened.ok_or_else(|| chartkey_flows::Failure::Not("the wallet was closed".into()))?;
                let again = opened.offered.clone();
                let done = hand.sign_in(opened, &address).await;
                if done.is_err() {
                    // The wallet is opened anew for the next try.
                    drop(choice.accounts.try_set(None));
                    open(choice, hand, again);
                }
                done
            });
        };
        view! {
            <div class="row between wrap">
                <div class="row grow">
                    <Face name=name.clone() />
                    <div class="grow">
                        <h3 class="clip">{name.clone()}</h3>
                        <p class="small soft num">{short}</p>
                    </div>
                    {used_last.then(|| view! { <Tag tone=Tone::Good>{t!("account-last")}</Tag> })}
                </div>
                <Button look=Look::Main busy=busy on_press=start>
                    {t!("account-choose", name = name.clone())}
                </Button>
            </div>
        }
    };
    let title = offered.title.clone();
    view! {
        <section>
            <div>
                <h2>{t!("account-title")}</h2>
                <p class="soft">{t!("account-note", wallet = title.clone())}</p>
            </div>
            {offered.development.then(|| view! { <Note tone=Tone::Doubt>{t!("wallet-development-warning")}</Note> })}
            <Wrong of=choice.signing />
            <div class="sheet flush list">{accounts.into_iter().map(line).collect_view()}</div>
            <div class="row">
                <Button
                    look=Look::Quiet
                    icon=icons::ARROW_LEFT
                    off=Signal::derive(move || hand.stage() == Stage::SigningIn)
                    on_press=move || choice.accounts.set(None)
                >
                    {t!("wallet-other")}
                </Button>
            </div>
        </section>
    }
}

/// No wallet in this browser: what one is, and where to get it.
#[component]
fn NoWallet() -> impl IntoView {
    let maker = |(name, address): (&'static str, &'static str)| {
        view! {
            <div class="row between wrap">
                <strong>{name}</strong>
                <span class="row tight">
                    <span class="mono small">{address}</span>
                    <crate::parts::Copy text=Signal::stored(format!("https://{address}")) />
                </span>
            </div>
        }
    };
    view! {
        <Empty icon=icons::WALLET title=t!("no-wallet") note=t!("no-wallet-note")>
            <p class="small soft">{t!("no-wallet-watching")}</p>
        </Empty>
        <section>
            <h2>{t!("no-wallet-where")}</h2>
            <div class="sheet flush list">{MAKERS.map(maker).collect_view()}</div>
            <Note>{t!("no-wallet-careful")}</Note>
        </section>
    }
}
