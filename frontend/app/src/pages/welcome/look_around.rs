//! Looking around as somebody of the development chain.

use crate::{
    ask::{Wrong, doing},
    ground::wallet::{self, development},
    hand::{Stage, hand},
    parts::{Copy, Face, Section, Shape},
    speech::{key, say_key, t},
    words,
};
use chartkey_client::{AccountId, Config};
use chartkey_flows::{
    Failure,
    demo::{DEMO_PASSPHRASE, Somebody, called},
};
use leptos::prelude::*;
use std::str::FromStr;
use subxt::transactions::Signer;
use subxt_signer::{SecretUri, sr25519::Keypair};

/// Those who are shown, of each role those with something to do, and what one sees as them.
const SHOWN: [(&str, &str); 8] = [
    ("//Ada", key!("demo-ada")),
    ("//Chandra", key!("demo-chandra")),
    ("//Grace", key!("demo-grace")),
    ("//DrLin", key!("demo-lin")),
    ("//DrOkafor", key!("demo-okafor")),
    ("//Lindenhof", key!("demo-lindenhof")),
    ("//Marktapotheke", key!("demo-pharmacy")),
    ("//Admin1", key!("demo-admin")),
];

/// The people, once it is sure that this is their chain.
#[component]
pub(super) fn LookAround() -> impl IntoView {
    let hand = hand();
    let here = Memo::new(move |_| {
        matches!(hand.stage(), Stage::Visiting | Stage::SigningIn)
            && hand.visitor().is_some_and(|visitor| development::fits(&visitor))
    });
    move || here.get().then(|| view! { <People /> })
}

#[component]
fn People() -> impl IntoView {
    let (hand, being) = (hand(), doing());
    let enter = move |somebody: &'static Somebody| {
        being.start(async move {
            let missing = || Failure::Not("these people live on the development chain only".into());
            let visitor = hand.visitor().ok_or_else(missing)?;
            let offered = wallet::offered().into_iter().find(|offered| offered.development).ok_or_else(missing)?;
            let opened = wallet::open(&offered, &visitor).await.map_err(|_| missing())?;
            let id = account_of(somebody).ok_or_else(missing)?;
            let address = opened.accounts.iter().find(|owned| owned.id == id).ok_or_else(missing)?.address.clone();
            hand.sign_in(opened, &address).await
        });
    };
    let person = move |(somebody, sees): (&'static Somebody, &'static str)| {
        view! {
            <button
                type="button"
                aria-disabled=move || being.busy().get().then_some("true")
                on:click=move |_| enter(somebody)
            >
                <Face name=somebody.name shape=Shape::from(somebody.role) />
                <span class="grow">
                    <strong>{somebody.name}</strong>
                    <span class="tiny soft block">{move || words::role(somebody.role)}</span>
                    <span class="small soft block">{move || say_key(sees, &[])}</span>
                </span>
            </button>
        }
    };
    view! {
        <Section title=t!("look-around-title")>
            <p class="soft">{t!("look-around-note")}</p>
            <div class="people">{SHOWN.into_iter().filter_map(|(who, sees)| Some((called(who)?, sees))).map(person).collect_view()}</div>
            <div class="row tight small soft">
                <span>{t!("look-around-passphrase", passphrase = DEMO_PASSPHRASE)}</span>
                <Copy text=DEMO_PASSPHRASE />
            </div>
            <Wrong of=being />
        </Section>
    }
}

fn account_of(somebody: &Somebody) -> Option<AccountId> {
    let key = Keypair::from_uri(&SecretUri::from_str(somebody.key).ok()?).ok()?;
    Some(Signer::<Config>::account_id(&key))
}
