//! Guardians: who helps when I cannot, and for whom I do.

mod appoint;

use super::{
    gently::session,
    keys::{Resealing, Seals, Who, meter},
};
use crate::{
    ask::{Doing, Wrong, asked, doing},
    hand::hand,
    pages::shared::{Confirm, Still},
    parts::{Button, Empty, Go, Line, List, Look, Note, Page, Section, Sheet, Tag, Tone, go, icons, toast},
    places::Place,
    speech::{say, t},
};
use appoint::Appoint;
use chartkey_flows::guardian;
use chartkey_vocabulary::Account;
use leptos::prelude::*;

/// The chain takes no more.
const MOST: usize = 5;

/// Who helps when I cannot.
#[component]
pub(crate) fn Guardians() -> impl IntoView {
    let hand = hand();
    let relations = asked(move || {
        let whose = hand.whose();
        async move {
            let who = session(hand)?;
            let whose = whose.unwrap_or(who.account());
            Ok((whose, guardian::relations(&who, whose).await?))
        }
    });
    let ending = Ending { doing: doing(), seals: Seals::new(), gone: RwSignal::new(false) };
    view! {
        <Page title=t!("place-guardians") lead=t!("guardians-lead").signal()>
            {move || ending.gone.get().then(|| view! { <Sealing ending=ending /> })}
            <Still of=relations awaited=t!("guardians-awaited") let:found>
                {
                    let (patient, relations) = found;
                    let mine = hand.me() == Some(patient);
                    let full = relations.guardians.len() >= MOST;
                    let none = relations.guardians.is_empty();
                    let lines = relations
                        .guardians
                        .iter()
                        .map(|account| view! { <Guardian patient=patient account=*account ending=ending /> })
                        .collect_view();
                    let wards = relations.wards;
                    view! {
                        <Section title=t!("guardians-act")>
                            <Note>{t!("guardians-act-note")}</Note>
                            {if none {
                                view! {
                                    <Empty
                                        icon=icons::SHIELD_USER
                                        title=t!("guardians-none")
                                        note=t!("guardians-none-note").signal()
                                    />
                                }
                                    .into_any()
                            } else {
                                view! { <List>{lines}</List> }.into_any()
                            }}
                            {(mine && !full).then(|| view! { <Appoint /> })}
                            {full.then(|| view! { <p class="small soft">{say!("guardians-full", count = MOST)}</p> })}
                        </Section>
                        {(mine && !wards.is_empty()).then(|| view! { <Wards wards=wards /> })}
                    }
                }
            </Still>
            <Section title=t!("guardians-vault")>
                <Sheet>
                    <div class="row between wrap">
                        <p class="grow">{t!("guardians-vault-note")}</p>
                        <Go to=Place::Vault icon=icons::LOCK>
                            {t!("guardians-vault-go")}
                        </Go>
                    </div>
                </Sheet>
            </Section>
        </Page>
    }
}

/// How far the end of a guardianship is. The page's, because the line of who is gone goes before all is sealed anew.
#[derive(Clone, Copy)]
struct Ending {
    doing: Doing,
    seals: Seals,
    /// Whether the guardian is gone from the chain, and what they could open not sealed anew yet.
    gone: RwSignal<bool>,
}

/// A guardian is gone, and what they could open is sealed anew.
#[component]
fn Sealing(ending: Ending) -> impl IntoView {
    let Ending { doing, seals, .. } = ending;
    view! {
        <Sheet>
            {move || {
                doing
                    .busy()
                    .get()
                    .then(|| {
                        view! {
                            <p class="soft">{t!("withdrawing-note")}</p>
                            <Resealing seals=seals />
                        }
                    })
            }}
            <Wrong of=doing />
        </Sheet>
    }
}

/// One guardian, with a way to end it.
#[component]
fn Guardian(patient: Account, account: Account, ending: Ending) -> impl IntoView {
    let hand = hand();
    let open = RwSignal::new(false);
    let Ending { doing: ending, seals, gone } = ending;
    let press = move || {
        let _ = gone.try_set(false);
        ending.start(async move {
            if hand.me() == Some(account) {
                guardian::leave(&session(hand)?, patient).await?;
            } else {
                let person = hand.person().await?;
                let (mut told, mut begun) = (meter(seals), false);
                let mut tell = |stage| {
                    // The first word of progress comes when they are gone from the chain.
                    if !begun {
                        begun = true;
                        let _ = gone.try_set(true);
                        let _ = open.try_set(false);
                    }
                    told(stage);
                };
                let _row = hand.desk().in_a_row(None);
                let done = guardian::dismiss(&person, patient, account, &mut tell).await;
                if done.is_err() && !person.now().await?.registry().guards(account, patient).await? {
                    let _ = gone.try_set(true);
                    let _ = open.try_set(false);
                }
                done?;
                let _ = gone.try_set(false);
            }
            toast(say!("guardian-dismissed"));
            let _ = open.try_set(false);
            hand.look_again().await
        });
    };
    let mark = move || view! { <Who account=account /> };
    let after = || view! { <Tag tone=Tone::Key>{t!("key-standing")}</Tag> };
    let title = move || hand.name_of(account);
    let asks = move || say!("guardian-dismiss-title", name = hand.name_of(account));
    view! {
        <Line title=title note=t!("standing-guardian").signal() mark=mark after=after>
            <div class="btns">
                <Button look=Look::Danger off=ending.busy() on_press=move || open.set(true)>
                    {t!("guardian-dismiss")}
                </Button>
            </div>
        </Line>
        <Confirm
            open=open
            title=asks
            note=t!("guardian-dismiss-note")
            yes=t!("guardian-dismiss-yes")
            doing=ending
            on_yes=press
        />
    }
}

/// For whom one acts.
#[component]
fn Wards(wards: Vec<Account>) -> impl IntoView {
    view! {
        <Section title=t!("wards-title")>
            <List>{wards.into_iter().map(|ward| view! { <Ward ward=ward /> }).collect_view()}</List>
        </Section>
    }
}

#[component]
fn Ward(ward: Account) -> impl IntoView {
    let (hand, go) = (hand(), go());
    let open = RwSignal::new(false);
    let leaving = doing();
    let press = move || {
        leaving.start(async move {
            let who = session(hand)?;
            guardian::leave(&who, ward).await?;
            toast(say!("ward-left"));
            let _ = open.try_set(false);
            hand.look_again().await
        });
    };
    let act = move || {
        hand.act_for(Some(ward));
        go(Place::Home);
    };
    let mark = move || view! { <Who account=ward /> };
    let title = move || hand.name_of(ward);
    let asks = move || say!("ward-leave-title", name = hand.name_of(ward));
    view! {
        <Line title=title note=t!("ward-note").signal() mark=mark>
            <div class="btns">
                <Button look=Look::Main icon=icons::SHIELD_USER on_press=act>
                    {t!("ward-act")}
                </Button>
                <Button look=Look::Danger on_press=move || open.set(true)>
                    {t!("ward-leave")}
                </Button>
            </div>
        </Line>
        <Confirm
            open=open
            title=asks
            note=t!("ward-leave-note")
            yes=t!("ward-leave-yes")
            doing=leaving
            on_yes=press
        />
    }
}
