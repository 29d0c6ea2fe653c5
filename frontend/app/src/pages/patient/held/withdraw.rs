//! Taking a key back, and sealing anew what it opened; said honestly.

use crate::{
    ask::{Wrong, doing},
    hand::hand,
    pages::patient::keys::{Resealing, Seals, meter},
    parts::{Button, Dialog, Empty, Go, Look, Note, Sheet, Tone, icons},
    places::Place,
    speech::{say, t},
};
use chartkey_flows::{Failure, consent, rekey};
use chartkey_vocabulary::{Account, Between};
use leptos::prelude::*;

/// How far a withdrawal is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// The key is held.
    Held,
    /// It is being taken back, and what it opened sealed anew.
    Going(Seals),
    /// So many versions were sealed anew.
    Done(usize),
    /// The key is gone, and something could not be sealed anew yet.
    Half(Between),
}

/// The button, and what is said before. The meter is the page's: it stays when the button has gone.
#[component]
pub(super) fn Withdraw(between: Between, phase: RwSignal<Phase>, seals: Seals) -> impl IntoView {
    let hand = hand();
    let open = RwSignal::new(false);
    let going = doing();
    let press = move || {
        going.start(async move {
            let person = hand.person().await?;
            let (mut told, mut begun) = (meter(seals), false);
            let mut tell = |stage| {
                // The first word of progress comes when the key is gone from the chain.
                if !begun {
                    begun = true;
                    let _ = phase.try_set(Phase::Going(seals));
                    let _ = open.try_set(false);
                }
                told(stage);
            };
            let _row = hand.desk().in_a_row(None);
            match consent::withdraw(&person, between, &mut tell).await {
                Ok(done) => {
                    let _ = phase.try_set(Phase::Done(done.versions.len()));
                    Ok(())
                }
                Err(failure) => {
                    let gone = person.now().await?.consent().grant_of(between).await?.is_none();
                    if gone {
                        let _ = phase.try_set(Phase::Half(between));
                    }
                    Err::<(), Failure>(failure)
                }
            }
        });
    };
    let title = move || say!("withdraw-title", name = hand.name_of(between.reader));
    view! {
        <Sheet>
            <div class="row between wrap">
                <p class="grow">{t!("withdraw-note")}</p>
                <Button look=Look::Danger on_press=move || open.set(true)>
                    {t!("withdraw")}
                </Button>
            </div>
        </Sheet>
        <Dialog open=open title=title stays=going.busy()>
            <p>{t!("withdraw-lead")}</p>
            <Note tone=Tone::Doubt>{t!("withdraw-honest")}</Note>
            <Wrong of=going />
            <div class="btns">
                <Button look=Look::Grave busy=going.busy() on_press=press>
                    {t!("withdraw-yes")}
                </Button>
                <Button off=going.busy() on_press=move || open.set(false)>
                    {t!("cancel")}
                </Button>
            </div>
        </Dialog>
    }
}

/// What stands in the key's place from the moment it is gone.
#[component]
pub(super) fn After(reader: Account, phase: Phase) -> impl IntoView {
    let hand = hand();
    let name = move || hand.name_of(reader);
    match phase {
        Phase::Held => ().into_any(),
        Phase::Going(seals) => view! {
            <Sheet>
                <div>
                    <h2>{move || say!("withdrawn-title", name = name())}</h2>
                    <p class="soft">{t!("withdrawing-note")}</p>
                </div>
                <Resealing seals=seals />
            </Sheet>
            <Note>{t!("withdraw-honest")}</Note>
        }
        .into_any(),
        Phase::Done(count) => view! {
            <Empty
                icon=icons::LOCK
                title=move || say!("withdrawn-title", name = name())
                note=Signal::derive(move || say!("withdrawn-note", count = count))
            >
                <Go to=Place::Sharing look=Look::Main>
                    {t!("asked-to-sharing")}
                </Go>
            </Empty>
            <Note>{t!("withdraw-honest")}</Note>
        }
        .into_any(),
        Phase::Half(between) => view! { <Half between=between /> }.into_any(),
    }
}

/// The key is gone; some records still have to be sealed anew.
#[component]
fn Half(between: Between) -> impl IntoView {
    let hand = hand();
    let (sealing, seals) = (doing(), Seals::new());
    let done = RwSignal::new(None::<usize>);
    let press = move || {
        sealing.start(async move {
            let person = hand.person().await?;
            let _row = hand.desk().in_a_row(None);
            let sealed = rekey::behind(&person, between.patient, &mut meter(seals)).await?;
            let _ = done.try_set(Some(sealed.versions.len()));
            Ok(())
        });
    };
    move || match done.get() {
        Some(count) => view! { <After reader=between.reader phase=Phase::Done(count) /> }.into_any(),
        None => view! {
            <Sheet tone=Tone::Doubt>
                <div>
                    <h2>{move || say!("withdrawn-title", name = hand.name_of(between.reader))}</h2>
                    <p class="soft">{t!("withdrawn-half")}</p>
                </div>
                {move || sealing.busy().get().then(|| view! { <Resealing seals=seals /> })}
                <Wrong of=sealing />
                <div class="btns">
                    <Button look=Look::Main icon=icons::LOCK busy=sealing.busy() on_press=press>
                        {t!("behind-do")}
                    </Button>
                </div>
            </Sheet>
        }
        .into_any(),
    }
}
