//! Who was asked for a key and has not answered: since when, a reminder, and taking it back.

use crate::{
    act,
    ask::{Wrong, asked, doing},
    hand::hand,
    pages::shared::settled,
    parts::{Button, Look, Section, Waiting, icons, toast},
    speech::{say, t},
    words,
};
use chartkey_flows::{consent, held};
use chartkey_vocabulary::{Between, DAY, Request};
use leptos::prelude::*;

/// A patient is reminded once a day at most: whoever is asked every minute says no.
const REMIND_AFTER: u64 = DAY;

/// Requests that wait; nothing while there are none.
#[component]
pub(in super::super) fn Waits() -> impl IntoView {
    let hand = hand();
    let requests = asked(move || async move { held::requests(&*hand.person().await?).await });
    move || {
        let open = requests.read(Clone::clone).unwrap_or_default();
        (!open.is_empty()).then(|| {
            let waits = open.into_iter().map(|(between, request)| view! { <Wait between=between request=request /> });
            view! { <Section title=t!("waits-title")>{waits.collect_view()}</Section> }
        })
    }
}

#[component]
fn Wait(between: Between, request: Request) -> impl IntoView {
    let hand = hand();
    let (reminding, dropping) = (doing(), doing());
    let Between { patient, purpose, .. } = between;
    let (at, scope, until) = (request.at, request.terms.scope, request.terms.until);
    let remind = move || {
        reminding.start(async move {
            let person = hand.person().await?;
            held::remind(&person, patient, purpose).await?;
            toast(say!("waits-reminded"));
            settled(hand, &person).await
        });
    };
    let take_back = move || {
        dropping.start(async move {
            let person = hand.person().await?;
            consent::drop_request(&person, patient, purpose).await?;
            settled(hand, &person).await
        });
    };
    let soon = Signal::derive(move || words::now() < at + REMIND_AFTER);
    let note = move || {
        say!(
            "waits-note",
            scope = words::capital(&act::scope(&scope)),
            purpose = words::purpose(purpose),
            day = words::full_day(until)
        )
    };
    view! {
        <Waiting title=move || say!("waits-for", name = hand.name_of(patient), since = words::ago(at)) note=note>
            <Wrong of=reminding />
            <Wrong of=dropping />
            <div class="row wrap">
                <Button icon=icons::BELL busy=reminding.busy() off=soon on_press=remind>
                    {t!("waits-remind")}
                </Button>
                <Button look=Look::Quiet busy=dropping.busy() on_press=take_back>
                    {t!("waits-take-back")}
                </Button>
            </div>
            {move || soon.get().then(|| view! { <p class="tiny soft">{t!("waits-remind-later")}</p> })}
        </Waiting>
    }
}
