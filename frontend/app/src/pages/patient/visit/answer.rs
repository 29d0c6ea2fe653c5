//! What can be said to a visit: yes, another time, no, called off, done.

use crate::{
    ask::{Wrong, doing},
    hand::hand,
    pages::shared::{Confirm, Phase, Slots, settled},
    parts::{Button, Look, Note, Sheet, Tone, Waiting, icons, toast},
    speech::{say, t},
    words,
};
use chartkey_flows::{
    Failure, Person,
    visit::{self, When},
};
use chartkey_vocabulary::{Account, Time, Visit, VisitId};
use leptos::prelude::*;

/// The answers that fit.
#[component]
pub(super) fn Answer(
    /// Which visit.
    id: VisitId,
    /// As it stands.
    visit: Visit,
    /// Who answers.
    me: Account,
    /// How far it has come.
    phase: Phase,
    /// Since when it stands so.
    since: Time,
) -> impl IntoView {
    let hand = hand();
    let other = if me == visit.doctor { visit.patient } else { visit.doctor };
    match phase {
        Phase::Mine => view! { <Turn id=id visit=visit other=other /> }.into_any(),
        Phase::Theirs => view! {
            <Waiting
                title=move || say!("visit-waiting", name = hand.name_of(other), since = words::ago(since))
                note=t!("visit-waiting-note")
            >
                <Off id=id key=Ending::TakeBack />
            </Waiting>
        }
        .into_any(),
        Phase::Begun if me == visit.doctor => view! { <Done id=id /> }.into_any(),
        Phase::Agreed | Phase::Begun => view! {
            <Sheet>
                <Note tone=Tone::Good>{t!("visit-agreed-note")}</Note>
                <div class="btns">
                    <Off id=id key=Ending::Cancel />
                </div>
            </Sheet>
        }
        .into_any(),
        Phase::Missed => view! {
            <Sheet>
                <Note>{t!("visit-missed-note")}</Note>
                <div class="btns">
                    <Off id=id key=Ending::TakeBack />
                </div>
            </Sheet>
        }
        .into_any(),
        Phase::Completed | Phase::Cancelled | Phase::Declined => ().into_any(),
    }
}

/// It is our turn: yes, another time, no.
#[component]
fn Turn(id: VisitId, visit: Visit, other: Account) -> impl IntoView {
    let hand = hand();
    let (agreeing, proposing) = (doing(), doing());
    let elsewhere = RwSignal::new(false);
    let (length, chosen) = (RwSignal::new(visit.slots), RwSignal::new(None::<Time>));
    let agree = move || {
        agreeing.start(async move {
            let person = hand.person().await?;
            visit::accept(&person, id).await?;
            toast(say!("visit-accepted"));
            settled(hand, &person).await
        });
    };
    let propose = move || {
        let Some(from) = chosen.get_untracked() else { return };
        let when = When { from, slots: length.get_untracked() };
        proposing.start(async move {
            let person = hand.person().await?;
            visit::propose(&person, id, when).await?;
            toast(say!("visit-proposed"));
            settled(hand, &person).await
        });
    };
    view! {
        <Sheet tone=Tone::Key>
            <h2>{move || say!("visit-your-turn", name = hand.name_of(other))}</h2>
            <Wrong of=agreeing />
            <div class="btns">
                <Button look=Look::Main icon=icons::CHECK busy=agreeing.busy() on_press=agree>
                    {t!("visit-accept")}
                </Button>
                <Button icon=icons::CALENDAR on_press=move || elsewhere.update(|open| *open = !*open)>
                    {t!("visit-propose")}
                </Button>
                <Off id=id key=Ending::Decline />
            </div>
            {move || {
                elsewhere
                    .get()
                    .then(|| {
                        view! {
                            <Slots doctor=visit.doctor length=length chosen=chosen />
                            <Chosen chosen=chosen />
                            <Wrong of=proposing />
                            <Button
                                look=Look::Main
                                icon=icons::SEND
                                busy=proposing.busy()
                                off=Signal::derive(move || chosen.get().is_none())
                                on_press=propose
                            >
                                {t!("visit-propose-this")}
                            </Button>
                        }
                    })
            }}
        </Sheet>
    }
}

/// The time that was chosen, in words.
#[component]
pub(in super::super) fn Chosen(
    /// Which.
    chosen: RwSignal<Option<Time>>,
) -> impl IntoView {
    view! {
        <p aria-live="polite">
            {move || chosen.get().map(|time| say!("visit-chosen", when = words::near_time(time)))}
        </p>
    }
}

/// It took place, or it did not.
#[component]
fn Done(id: VisitId) -> impl IntoView {
    let hand = hand();
    let saying = doing();
    let done = move || {
        saying.start(async move {
            let person = hand.person().await?;
            visit::complete(&person, id).await?;
            toast(say!("visit-done"));
            settled(hand, &person).await
        });
    };
    view! {
        <Sheet>
            <p>{t!("visit-did-it")}</p>
            <Wrong of=saying />
            <div class="btns">
                <Button look=Look::Main icon=icons::CHECK busy=saying.busy() on_press=done>
                    {t!("visit-complete")}
                </Button>
                <Off id=id key=Ending::Cancel />
            </div>
        </Sheet>
    }
}

/// Ways in which a visit comes to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Decline,
    TakeBack,
    Cancel,
}

impl Ending {
    async fn say(self, person: &Person, id: VisitId) -> Result<(), Failure> {
        match self {
            Self::Decline | Self::TakeBack => visit::decline(person, id).await,
            Self::Cancel => visit::cancel(person, id).await,
        }
    }

    fn words(self) -> [String; 3] {
        match self {
            Self::Decline => [say!("visit-decline"), say!("visit-decline-title"), say!("visit-decline-note")],
            Self::TakeBack => [say!("visit-take-back"), say!("visit-take-back-title"), say!("visit-take-back-note")],
            Self::Cancel => [say!("visit-cancel"), say!("visit-cancel-title"), say!("visit-cancel-note")],
        }
    }
}

/// A button that asks once more.
#[component]
fn Off(id: VisitId, key: Ending) -> impl IntoView {
    let hand = hand();
    let (open, ending) = (RwSignal::new(false), doing());
    let word = move |nth: usize| Signal::derive(move || key.words()[nth].clone());
    let end = move || {
        ending.start(async move {
            let person = hand.person().await?;
            key.say(&person, id).await?;
            open.try_set(false);
            settled(hand, &person).await
        });
    };
    view! {
        <Button look=Look::Danger on_press=move || open.set(true)>
            {move || word(0).get()}
        </Button>
        <Confirm open=open title=word(1) note=word(2) yes=word(0) doing=ending on_yes=end />
    }
}
